"""Dates as EDTF strings (ISO 8601-2, Library of Congress Extended Date/Time Format): bounds, containment, agreement."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Bounds = tuple[date | None, date | None]

POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
ABOUT = timedelta(days=5)  # what "about" adds on both sides of a day; about a month or a year keeps its bounds


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the first and last day that ``edtf`` may mean; None where the interval is open or the year unknown.

    "1921-03" gives 1 and 31 March 1921. "About" a day reaches five days further on both sides; a winter ("1920-24") ends in
    February of the next year. Raises ``ValueError`` with the text for anything that is no date.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    return (None if first in ("", "..") else _point(first)[0], None if last in ("", "..") else _point(last)[1])


def contains(outer: str, inner: str) -> bool:
    """Tell whether every day of ``inner`` lies in ``outer``: 1921 contains 1921-03-16. An unknown bound of ``inner`` needs an open one."""
    (low, high), (first, last) = bounds(outer), bounds(inner)
    return (
        _known(outer, inner)
        and (low is None or (first is not None and low <= first))
        and (high is None or (last is not None and last <= high))
    )


def agree(one: str, other: str) -> bool:
    """Tell whether some day fits both dates, so that two sources may speak of one event. Dates without a year agree with none."""
    (low, high), (first, last) = bounds(one), bounds(other)
    return _known(one, other) and (low is None or last is None or low <= last) and (high is None or first is None or first <= high)


def _known(*dates: str) -> bool:
    return not any(text.startswith("XXXX") for text in dates)


def _point(text: str) -> Bounds:
    match = POINT.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} is no EDTF date: expected YYYY, YYYY-MM, YYYY-MM-DD, with X for unknown digits, or two of them with a slash"
        )
    year, month, day, about = match.groups()
    if year == "XXXX":
        return None, None
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    slack = ABOUT if about == "~" and day and "X" not in day else timedelta()
    return _earliest(low, month, day) - slack, _latest(high, month, day) + slack


def _earliest(year: int, month: str | None, day: str | None) -> date:
    number = int(month) if month and "X" not in month else 1
    number = _season(number)[0] if number > 12 else number
    return date(year, number, int(day) if day and "X" not in day else 1)


def _latest(year: int, month: str | None, day: str | None) -> date:
    number = int(month) if month and "X" not in month else 12
    number = _season(number)[1] if number > 12 else number
    year, number = (year + 1, number - 12) if number > 12 else (year, number)
    return date(year, number, int(day) if day and "X" not in day else monthrange(year, number)[1])


def _season(number: int) -> tuple[int, int]:
    if number not in SEASONS:
        raise ValueError(f"{number} is no month (01 to 12) and no season (21 to 24)")
    return SEASONS[number]
