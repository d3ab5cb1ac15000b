"""Bounds and comparison of EDTF strings."""

from __future__ import annotations

from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.dates import agree, bounds, contains

LATIN = [
    ("1921", date(1921, 1, 1), date(1921, 12, 31)),
    ("1921-02", date(1921, 2, 1), date(1921, 2, 28)),
    ("1920-02", date(1920, 2, 1), date(1920, 2, 29)),
    ("1921-03-16", date(1921, 3, 16), date(1921, 3, 16)),
    ("192X", date(1920, 1, 1), date(1929, 12, 31)),
    ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
    ("1921-03-XX", date(1921, 3, 1), date(1921, 3, 31)),
    ("1920-21", date(1920, 3, 1), date(1920, 5, 31)),
    ("1920-24", date(1920, 12, 1), date(1921, 2, 28)),
    ("1921-02-21/1921-03-12", date(1921, 2, 21), date(1921, 3, 12)),
    ("1920-01~/1920-03~", date(1920, 1, 1), date(1920, 3, 31)),
    ("1921-03-16~", date(1921, 3, 11), date(1921, 3, 21)),
    ("1921-03-16?", date(1921, 3, 16), date(1921, 3, 16)),
]


@pytest.mark.parametrize(("text", "first", "last"), LATIN)
def test_bounds(text: str, first: date, last: date) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize("text", [text for text, *_ in LATIN] + ["1921/..", "../1921-03-16", "XXXX-03-16"])
def test_the_edtf_library_reads_what_we_write(text: str) -> None:
    assert str(edtf.parse_edtf(text)) == text


def test_open_intervals_and_unknown_years_have_no_bound() -> None:
    assert bounds("1921-12-13/..") == (date(1921, 12, 13), None)
    assert bounds("../1914") == (None, date(1914, 12, 31))
    assert bounds("XXXX-03-16") == (None, None)


@pytest.mark.parametrize("text", ["", "16 Mart", "1921-13", "1921-02-30", "1921-3-16", "21/3"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(text)


def test_contains() -> None:
    assert contains("1921", "1921-03-16")
    assert contains("1921-02-21/1921-03-12", "1921-03") is False
    assert contains("../1921", "1850")
    assert contains("1921/..", "1921-12-13/..")
    assert not contains("1921", "1921/..")
    assert not contains("1921-03", "1921")
    assert not contains("1921", "XXXX-03-16")
    assert not contains("XXXX-03-16", "1921-03-16")


def test_agree() -> None:
    assert agree("1921-03-16~", "1921-03-18")
    assert not agree("1921-03-16", "1921-03-18")
    assert agree("1921", "1921-12-31/1922-01-02")
    assert agree("1921/..", "1930")
    assert not agree("1921", "../1920")
    assert not agree("XXXX-03-16", "1921-03-16")


DAYS = st.dates(date(1800, 1, 1), date(1999, 12, 31))


@given(DAYS)
def test_a_day_lies_in_its_month_year_decade_and_century(day: date) -> None:
    text = day.isoformat()
    for outer in (text, text[:7], text[:4], text[:3] + "X", text[:2] + "XX", text + "~"):
        assert contains(outer, text)
        assert agree(outer, text)


@given(DAYS, DAYS)
def test_agreement_has_no_direction(one: date, other: date) -> None:
    assert agree(one.isoformat()[:7], other.isoformat()) == agree(other.isoformat(), one.isoformat()[:7])
