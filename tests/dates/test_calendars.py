"""Rumi, Hicri and Julian dates, against dates that the histories give in both calendars."""

from __future__ import annotations

import pytest
from convertdate import julian
from hypothesis import given
from hypothesis import strategies as st

from extraction.dates import bounds
from extraction.dates.calendars import Day, from_julian, from_lunar, from_rumi, same_day


@pytest.mark.parametrize(
    ("rumi", "gregorian"),
    [
        (Day(1325, 3, 31), "1909-04-13"),  # the 31 March incident
        (Day(1324, 7, 10), "1908-07-23"),  # the second constitution
        (Day(1330, 10, 16), "1914-10-29"),  # the attack on Odessa
        (Day(1330, 1, 1), "1915-01-14"),  # January belongs to the end of the old Rumi year
        (Day(1332, 2, 15), "1917-02-28"),  # the last day before the reform
        (Day(1333, 3, 1), "1917-03-01"),  # the first day after it
        (Day(1334, 1, 1), "1918-01-01"),  # from here the year begins in January
        (Day(1336, 3, 16), "1920-03-16"),  # the occupation of Istanbul
        (Day(1336, 4, 23), "1920-04-23"),  # the opening of the assembly
        (Day(1337, 1, 20), "1921-01-20"),  # the constitution of 1921
        (Day(1338), "1922"),
        (Day(1337, 3), "1921-03"),
        (Day(1324, 7), "1908-07-14/1908-08-13"),
        (Day(1324), "1908-03-14/1909-03-13"),
    ],
)
def test_rumi(rumi: Day, gregorian: str) -> None:
    assert from_rumi(rumi) == gregorian


@pytest.mark.parametrize(
    ("lunar", "first", "last"),
    [(Day(1338, 8, 4), "1920-04-23", "1920-04-23"), (Day(1339, 7, 6), "1921-03-16", "1921-03-16"), (Day(1336), "1917-10-17", "1918-10-06")],
)
def test_hicri_within_the_days_that_about_allows(lunar: Day, first: str, last: str) -> None:
    low, high = bounds(from_lunar(lunar))
    assert low is not None and high is not None
    assert low.isoformat() <= first and last <= high.isoformat()


def test_julian() -> None:
    assert from_julian(Day(1917, 10, 25)) == "1917-11-07"
    assert from_julian(Day(1917, 2)) == "1917-02-14/1917-03-13"


def test_old_and_new_style_of_one_day() -> None:
    assert same_day(Day(1917, 10, 26), Day(1917, 11, 8))
    assert same_day(Day(None, 12, 25), Day(1918, 1, 7))  # the old year is the one before
    assert same_day(Day(None, 10, 13), Day(None, 10, 26))
    assert not same_day(Day(1921, 1, 3), Day(1921, 1, 4))
    assert not same_day(Day(1921, 1), Day(1921, 2))


@given(st.integers(1256, 1342), st.integers(1, 12), st.integers(1, 28))
def test_rumi_days_follow_each_other(year: int, month: int, day: int) -> None:
    """A Rumi day is the Gregorian day after the one before it, on both sides of the reform."""
    if day > 1:
        (before, _), (after, _) = bounds(from_rumi(Day(year, month, day - 1))), bounds(from_rumi(Day(year, month, day)))
        assert before is not None and after is not None
        assert (after - before).days == 1


@given(st.integers(1700, 1999), st.integers(1, 12), st.integers(1, 28))
def test_every_julian_day_is_its_own_other_style(year: int, month: int, day: int) -> None:
    assert same_day(Day(year, month, day), Day(*julian.to_gregorian(year, month, day)))
