"""Dates span days, and two dates can be compared by them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.periods import EARLY, LATE, Period, compatible, period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1921", "1921-01-01", "1921-12-31"),
        ("1921-02", "1921-02-01", "1921-02-28"),
        ("1920-02", "1920-02-01", "1920-02-29"),
        ("1921-03-16~", "1921-03-16", "1921-03-16"),
        ("192X", "1920-01-01", "1929-12-31"),
        ("1921-XX", "1921-01-01", "1921-12-31"),
        ("1921-22", "1921-06-01", "1921-08-31"),  # summer
        ("1921-24", "1921-12-01", "1922-02-28"),  # winter
        ("1920-09-01/1920-09-07", "1920-09-01", "1920-09-07"),
        ("1920/1921-03", "1920-01-01", "1921-03-31"),
    ],
)
def test_spans(edtf: str, first: str, last: str) -> None:
    assert period(edtf) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_open_ends() -> None:
    assert period("../1921") == Period(EARLY, date(1921, 12, 31))
    assert period("1921/..") == Period(date(1921, 1, 1), LATE)


@pytest.mark.parametrize("wrong", ["", "16 Mart 1921", "1921-13", "1921-02-30", "1921/1920", "21-03-16", "1921-3"])
def test_what_is_no_date(wrong: str) -> None:
    assert period(wrong) is None


def test_what_can_be_the_same_day() -> None:
    assert compatible("1921-03", "1921-03-16") and compatible("1921-03-16", "1921")
    assert not compatible("1921-03-16", "1921-03-18") and not compatible("1921-03", "1921-04-01")


@given(st.dates(date(1900, 1, 1), date(1950, 12, 31)), st.integers(0, 800))
def test_a_day_lies_in_its_month_year_and_interval(day: date, more: int) -> None:
    exact, end = period(day.isoformat()), day + timedelta(more)
    assert exact is not None
    for wide in (day.isoformat()[:4], day.isoformat()[:7], f"{day}/{end}"):
        found = period(wide)
        assert found is not None and found.holds(exact)
    assert period(f"{day}/{end}").days == more + 1  # type: ignore[union-attr]
