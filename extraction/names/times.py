"""The time that the words around a name speak of, and what it says of entries with the same name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extraction.dates import bounds
from extraction.names.candidates import Candidate, Line
from extraction.records import Span
from ontology.authority import Entry

# How far around a name a date may stand to be that of the treaty or battle named.
AROUND = 150
# How the words of signing begin.
SIGNING = "imza"
# Kinds that last; the others happen.
LASTING = frozenset({"State", "Government", "Organization", "Group", "Place", "Office"})


class When(NamedTuple):
    """The year that stands last before a name, the dates (EDTF) close around it, and the years that its own sentence may mean.

    ``passage`` has the years of its passage, which speak where the sentence has none; ``signing`` the dates of the passage where the
    sentence tells of signing; ``states`` the states that the sentence names before.
    """

    year: int | None
    dates: frozenset[str]
    sentence: frozenset[int] = frozenset()
    passage: frozenset[int] = frozenset()
    signing: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()


def whens(found: Iterable[tuple[Line, Candidate]], lines: Sequence[Line]) -> list[When]:
    """Return the time of each candidate, given in reading order."""
    stamps = sorted((line.number, m.start, m.value or "") for line in lines for m in {id(m): m for m in line.dates.values()}.values())
    times: list[When] = []
    at, year = 0, None
    for line, candidate in found:
        while at < len(stamps) and stamps[at][:2] <= (line.number, candidate.start):
            year = year_of(stamps[at][2]) or year
            at += 1
        span = next((s for s in line.passage.sentences if s.start <= candidate.start < s.end), Span(0, 0))
        times.append(
            When(
                year,
                _close(line, candidate),
                _sentence(line, span),
                _passage(line),
                _signing(line, span),
                _states(line, span.start, candidate.start),
            )
        )
    return times


def _sentence(line: Line, span: Span) -> frozenset[int]:
    """Return the first and last years of the dates in a sentence; none if one of them is open or has no year."""
    return _years({m.value for m in line.dates.values() if span.start <= m.start < span.end and m.value})


def _signing(line: Line, span: Span) -> frozenset[str]:
    """Return the dates of a passage for a sentence that has a form of "imza"."""
    signs = any(word.fold.startswith(SIGNING) for word in line.words if span.start <= word.start < span.end)
    return frozenset(m.value for m in line.dates.values() if m.value) if signs else frozenset()


def _states(line: Line, start: int, end: int) -> frozenset[str]:
    """Return the states that names between two offsets may mean."""
    hits = (hit for hit in line.hits if start <= line.words[hit.first].start < end)
    return frozenset(r.entry for hit in hits for r in hit.readings if r.entry.startswith("state/"))


def _passage(line: Line) -> frozenset[int]:
    return _years({m.value for m in line.dates.values() if m.value})


def _years(values: Iterable[str]) -> frozenset[int]:
    """Return the first and last years of EDTF dates; none if one of them is open or has no year."""
    days = [day for value in sorted(values) for day in bounds(value)]
    return frozenset(day.year for day in days if day) if None not in days else frozenset()


def _close(line: Line, candidate: Candidate) -> frozenset[str]:
    close = (m for m in line.dates.values() if m.start < candidate.end + AROUND and candidate.start - AROUND < m.end)
    return frozenset(m.value for m in close if m.value)


def year_of(edtf: str) -> int | None:
    """Return the first year of an EDTF string, the middle of a decade or century, or None.

    >>> year_of("1921-03-16"), year_of("18XX"), year_of("")
    (1921, 1855, None)
    """
    digits = edtf.lstrip("-")[:4].replace("X", "5")
    return int(digits) if digits.isdigit() and len(digits) == 4 else None


def alive(entry: Entry, when: When) -> bool:
    """Return whether a person can have acted then."""
    start, end, year = year_of(entry.start), year_of(entry.end), when.year
    return year is None or ((start is None or start + 15 <= year) and (end is None or year <= end + 1))


def unborn(entry: Entry, when: When) -> bool:
    """Return whether every date of the sentence, or else of the passage, lies before the year in which a person was born."""
    start, years = year_of(entry.start), when.sentence or when.passage
    return bool(years) and start is not None and max(years) < start


def dead(entry: Entry, when: When) -> bool:
    """Return whether every date of the sentence lies after the year that followed a person's death."""
    end = year_of(entry.end)
    return bool(when.sentence) and end is not None and min(when.sentence) > end + 1


def near(entry: Entry, when: When) -> bool:
    """Return whether an entry may be spoken of then: a state while it lasts, a treaty from the year before it to the third after."""
    start, end, year = year_of(entry.start), year_of(entry.end), when.year
    if year is None:
        return True
    if entry.kind in LASTING:
        return (start is None or start <= year) and (end is None or year <= end)
    return start is None or start - 1 <= year <= (end or start) + 3


def same_day(entry: Entry, when: When) -> bool:
    """Return whether the day, or a day of the month, in which an entry happened stands close to its name."""
    return _on_day(entry, when.dates)


def signed(entry: Entry, entries: Mapping[str, Entry], when: When) -> bool:
    """Return whether a sentence of signing is about the day of a treaty that a person is known to have signed."""
    return any(i.startswith("agreement/") and _on_day(entries[i], when.signing) for i in entry.of)


def _on_day(entry: Entry, dates: Iterable[str]) -> bool:
    return len(entry.start) >= len("1921-03") and any(date.startswith(entry.start) and len(date) == len("1921-03-16") for date in dates)


def distance(entry: Entry, when: When) -> int:
    """Return the years between an entry and the time, 50 where one is unknown."""
    start = year_of(entry.start)
    return abs(start - when.year) if start is not None and when.year is not None else 50
