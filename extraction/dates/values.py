"""Read what a form of dates says, as far as its own words tell: one small function for each "reads" of rules.toml."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from extraction.dates import calendars, vocabulary
from extraction.dates.calendars import Day

Groups = Mapping[str, str | None]
Calendar = Literal["gregorian", "julian", "rumi", "lunar"]
RANGES = vocabulary.WORDS["calendars"]
NOTHING = Day()
MISREAD = str.maketrans("ıIl", "111")  # the first digit of a year as scans misread it
NUMERALS = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says: one day, month or year (``first``), or a range to ``last``; or a ``fixed`` EDTF string.

    ``template`` makes a season or part of ``first``; ``unit`` (day, week, month, year) and ``step`` tell how far from the narrative's
    date it lies ("aynı yıl" is no step).
    """

    first: Day = NOTHING
    last: Day | None = None
    calendar: Calendar = "gregorian"
    template: str = ""
    fixed: str = ""
    unit: str = ""
    step: int = 0

    @property
    def told(self) -> bool:
        """Tell whether the words themselves give the year."""
        return bool(self.fixed) or (self.first.year is not None and not self.unit)

    def edtf(self) -> str:
        """Return the value, in the Gregorian calendar; an untold year is "XXXX"."""
        if self.fixed:
            return self.fixed
        if self.last is not None:
            return f"{self.first.edtf()}/{self.last.edtf()}"
        return fill(self.template, self.first) if self.template else CONVERT[self.calendar](self.first)


CONVERT: dict[str, Callable[[Day], str]] = {
    "gregorian": Day.edtf,
    "julian": calendars.from_julian,
    "rumi": calendars.from_rumi,
    "lunar": calendars.from_lunar,
}


def read(reads: str, groups: Groups) -> Reading | None:
    """Return what the groups of a match say, or None where they are no date (31 Nisan, a range that runs backwards)."""
    return READERS[reads](groups)


def fill(template: str, day: Day) -> str:
    """Return the part or season of ``day``'s month or year that a template of vocabulary.toml describes."""
    year = "XXXX" if day.year is None else f"{day.year:04d}"
    following = "XXXX" if day.year is None else f"{day.year + 1:04d}"
    end = monthrange(day.year or 2000, day.month or 12)[1]
    return template.format(y=year, next=following, ym=day._replace(day=None).edtf(), end=end, last7=end - 6)


def day(groups: Groups, number: str = "") -> Day:
    """Return the day, month and year of the groups whose names end in ``number``; the calendar is not looked at."""
    year, date = groups.get("year" + number), groups.get("day" + number) or groups.get("count" + number)
    return Day(int(year.translate(MISREAD)) if year else None, _month(groups, number), vocabulary.number(date) if date else None)


def _month(groups: Groups, number: str) -> int | None:
    if name := groups.get("month" + number):
        return vocabulary.month(name).number
    digits = groups.get("nmonth" + number)
    return None if digits is None else int(digits) if digits.isdigit() else roman(digits)


def roman(text: str) -> int:
    """Return the value of a Roman numeral of I, V and X."""
    values = [NUMERALS[letter] for letter in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def calendar(date: Day, name: str | None) -> Calendar:
    """Return the calendar that a year and the month's name speak for."""
    if date.year is None:
        return "gregorian"
    if name and vocabulary.month(name).calendar == "lunar":
        return "lunar" if _within("lunar", date.year) else "gregorian"
    return "rumi" if _within("rumi" if date.month else "rumi_bare", date.year) else "gregorian"


def _within(name: str, year: int) -> bool:
    first, last = RANGES[name]
    return bool(first <= year <= last)


def _date(groups: Groups) -> Reading | None:
    first = day(groups)
    if first.year is None and groups.get("year2"):
        first = first._replace(year=day(groups, "2").year)
    if greg := groups.get("greg") or groups.get("greg2"):
        first = first._replace(year=int(greg))
    return _checked(Reading(first, None, calendar(first, groups.get("month")), _template(groups, first)), groups)


def _damaged(groups: Groups) -> Reading | None:
    date = day(groups)._replace(month=vocabulary.damaged(str(groups["damaged"])))
    return Reading(date, None, calendar(date, None)) if date.month and date.real else None


def _checked(reading: Reading, groups: Groups) -> Reading | None:
    name = groups.get("month")
    if name and vocabulary.month(name).calendar == "lunar" and reading.calendar != "lunar":
        return None
    if reading.template and reading.calendar == "rumi":
        reading = replace(reading, calendar="gregorian", first=reading.first._replace(year=(reading.first.year or 0) + calendars.RUMI))
    return reading if reading.calendar != "gregorian" or reading.first.real else None


def _template(groups: Groups, date: Day) -> str:
    season, part = groups.get("season"), groups.get("part")
    if part and not season:
        return vocabulary.template("part", part, "month" if date.month else "year")
    return vocabulary.template("season", season, "value") if season else ""


def _in(name: Calendar, groups: Groups) -> Reading | None:
    first = day(groups)
    if name != "julian" and not _within(name, first.year or 0):
        return None
    return Reading(first, None, name)


def _range(groups: Groups) -> Reading | None:
    first, last = _modern(day(groups)), _modern(day(groups, "2"))
    last = last._replace(month=last.month or first.month)
    if (short := groups.get("short")) and first.year:
        last = last._replace(year=first.year // 100 * 100 + int(short))
    first = first._replace(month=first.month or last.month)
    if last.year and first.year is None:
        first = first._replace(year=last.year - (first[1:] > last[1:]))
    elif first.year and last.year is None:
        last = last._replace(year=first.year + (last[1:] < first[1:]))
    return Reading(first, last) if first.real and last.real and _ordered(first, last) else None


def _modern(date: Day) -> Day:
    if date.year is None or not _within("rumi_bare", date.year):
        return date
    return date._replace(year=date.year + calendars.RUMI)


def _ordered(first: Day, last: Day) -> bool:
    if first.year is None or last.year is None:
        return first.month != last.month or (first.day or 0) < (last.day or 99)
    return tuple(part or 0 for part in first) < tuple(part or 99 for part in last)


def _double(groups: Groups) -> Reading | None:
    old, new = day(groups), day(groups, "2")
    new = new._replace(year=new.year or day(groups, "3").year or old.year, month=new.month or old.month)
    if groups.get("month2") is None and old.day and new.day and old.day > new.day:
        old = old._replace(month=((new.month or 1) + 10) % 12 + 1)
    if not new.real:
        return None
    if calendars.same_day(old, new) or calendars.same_day(old._replace(year=None), new):
        return Reading(new)
    old = old._replace(year=old.year or new.year)
    return Reading(old, new) if old.real and _ordered(old, new) and not groups.get("closed") else None


def _decade(groups: Groups) -> Reading | None:
    decade, part = str(groups["decade"]), groups.get("part")
    if decade.endswith("0"):
        return _century({"century": str(int(decade) // 10 + 1), "part": part})
    return Reading(fixed=vocabulary.template("part", part, "decade").format(d=decade) if part else f"{decade}X")


def _century(groups: Groups) -> Reading | None:
    word, letters, part = groups.get("ordinal"), groups.get("roman"), groups.get("part")
    number = vocabulary.ordinal(word) if word else roman(letters) if letters else int(groups["century"] or 0)
    if not 1 <= number <= 21:
        return None
    century = f"{number - 1:02d}"
    return Reading(fixed=vocabulary.template("part", part, "century").format(c=century) if part else f"{century}XX")


def _same(groups: Groups) -> Reading | None:
    unit, inner = vocabulary.unit(str(groups["unit"])), day(groups)
    needs = "year" if inner.month or groups.get("season") else "month" if inner.day else None
    if unit == "week" or (needs and unit != needs) or (groups.get("part") and unit == "day"):
        return None
    scope = "month" if unit == "month" else "year"
    part = groups.get("part")
    template = vocabulary.template("part", part, scope) if part else _template(groups, inner)
    return Reading(inner, None, "gregorian", template, unit=unit, step=1 if groups.get("next") else 0)


def _shift(groups: Groups) -> Reading:
    count = vocabulary.number(groups["count"] or "") if groups.get("count") else 1
    back = groups.get("last") or groups.get("way") in ("önce", "evvel")
    return Reading(unit=vocabulary.unit(str(groups["unit"])), step=-count if back else count)


READERS: dict[str, Callable[[Groups], Reading | None]] = {
    "date": _date,
    "damaged": _damaged,
    "range": _range,
    "double": _double,
    "decade": _decade,
    "century": _century,
    "same": _same,
    "shift": _shift,
    "days": lambda groups: Reading(unit="month", template="{ym}~"),
    "julian": lambda groups: _in("julian", groups),
    "rumi": lambda groups: _in("rumi", groups),
    "lunar": lambda groups: _in("lunar", groups),
}
