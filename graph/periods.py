"""Compare dates written in EDTF: what days they span, how precise they are, whether two can be the same day.

Covers what Turkish texts on 1917-1938 give (EDTF, ISO 8601-2:2019): ``1921``, ``1921-03``, ``1921-03-16``, seasons
``1921-21`` to ``1921-24``, decades ``192X``, ``1921-03-XX``, qualified by ``~ ? %``, and intervals ``A/B``, open at ``..``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(r"(?P<year>[12]\d{3}|[12]\d\dX|[12]\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[~?%]?\Z")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
EARLY, LATE = date(1, 1, 1), date(9999, 12, 31)


class Period(NamedTuple):
    """The days from ``first`` to ``last``, both included; an open end is ``EARLY`` or ``LATE``."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it spans."""
        return (self.last - self.first).days + 1

    def holds(self, other: Period) -> bool:
        """Tell whether every day of ``other`` lies in this period."""
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=4096)
def period(edtf: str) -> Period | None:
    """Return the days that ``edtf`` spans, or None where it is no date of the forms above or ends before it starts."""
    head, slash, tail = edtf.partition("/")
    if not slash:
        return _point(head)
    first, last = _bound(head, Period(EARLY, EARLY)), _bound(tail, Period(LATE, LATE))
    if first is None or last is None or first.first > last.last:
        return None
    return Period(first.first, last.last)


def compatible(one: str, other: str) -> bool:
    """Tell whether one of two EDTF dates holds the other, so that both can mean the same day."""
    a, b = period(one), period(other)
    return a is not None and b is not None and (a.holds(b) or b.holds(a))


def _bound(edtf: str, open_end: Period) -> Period | None:
    return open_end if edtf in ("", "..") else _point(edtf)


def _point(edtf: str) -> Period | None:
    match = _POINT.match(edtf)
    if not match:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        return _whole_years(first, last) if month in (None, "XX") else _months(first, int(month), day)
    except ValueError:
        return None


def _whole_years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def _months(year: int, month: int, day: str | None) -> Period:
    """Return the period of a month, season or day; raise ``ValueError`` where the calendar has none."""
    if day not in (None, "XX"):
        exact = date(year, month, int(day))
        return Period(exact, exact)
    first, last = _SEASONS.get(month, (month, month))
    if month == 24:  # winter begins in December and ends in the next year
        return Period(date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1]))
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
