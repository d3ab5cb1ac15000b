"""Rumi, Hicri and Julian dates to Gregorian ones. The arithmetic of calendars is convertdate's; here stands only Ottoman usage.

The Rumi (Malî) calendar counted Julian months with the year beginning on 1 March, until the law of 8 February 1332: 15 February 1332
was followed by 1 March 1333 = 1 March 1917. From then on its days are Gregorian and its year is the Gregorian less 584; 1334 began on
1 January 1918.
Hicri dates are read by the tabular Islamic calendar, which the moon may leave by a day: they carry "~".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from typing import NamedTuple

from convertdate import islamic, julian

REFORM = 1333  # the first Rumi year whose days are Gregorian
RUMI = 584


class Day(NamedTuple):
    """A date as far as it is told: ``None`` for what is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """Return the date as EDTF, "XXXX" for an untold year."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return year + "".join(f"-{part:02d}" for part in (self.month, self.day if self.month else None) if part)

    @property
    def real(self) -> bool:
        """Tell whether the calendar has such a day (no 31 April; 29 February where the year is untold or leap)."""
        return self.day is None or self.month is None or self.day <= monthrange(self.year or 2000, self.month)[1]


def from_julian(day: Day) -> str:
    """Return a Julian year, month or day as Gregorian EDTF; a year or month becomes the interval of its days."""
    return _span(_julian, day)


def from_rumi(day: Day) -> str:
    """Return a Rumi year, month or day as Gregorian EDTF."""
    year = day.year or 0
    if year >= REFORM:
        return day._replace(year=year + RUMI).edtf()
    if day.month is None:
        return f"{_julian(year + RUMI, 3, 1)}/{_julian(year + RUMI + 1, 2, monthrange(year + RUMI + 1, 2)[1])}"
    return _span(_julian, day._replace(year=year + RUMI + (day.month < 3)))


def from_lunar(day: Day) -> str:
    """Return a Hicri year, month or day as Gregorian EDTF, each end with "~"."""
    return "/".join(part + "~" for part in _span(_lunar, day).split("/"))


def same_day(old: Day, new: Day) -> bool:
    """Tell whether Julian ``old`` is Gregorian ``new``; untold years are taken as ``new``'s, or as 1918."""
    if not (old.month and old.day and new.month and new.day):
        return False
    year = new.year or 1918
    candidates = [year - 1, year] if old.year is None else [old.year]
    return new._replace(year=year).edtf() in {_julian(y, old.month, old.day) for y in candidates}


def _span(convert: Callable[[int, int, int], str], day: Day) -> str:
    if day.year is None:
        raise ValueError(f"{day}: a date of another calendar needs its year")
    if day.month and day.day:
        return convert(day.year, day.month, day.day)
    months = (day.month, day.month) if day.month else (1, 12)
    length = islamic.month_length if convert is _lunar else julian.month_length
    return f"{convert(day.year, months[0], 1)}/{convert(day.year, months[1], length(day.year, months[1]))}"


def _julian(year: int, month: int, day: int) -> str:
    return Day(*julian.to_gregorian(year, month, day)).edtf()


def _lunar(year: int, month: int, day: int) -> str:
    return Day(*islamic.to_gregorian(year, month, day)).edtf()
