"""Footnote markers in the body: digits glued to words and stops, told from years and counts by the notes they lead to.

Every number of one to three digits is a candidate. What it stands on and whether the notes of its page bear its number give
its weight; the heaviest rising sequence through the text (markers come in order) are the markers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from extraction.reading.strand import Strand

GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?…”’\"'»)\]›])\d{1,3}(?![\d.,/]\d|\d)")
SPACED = re.compile(r"(?<=\s)\d{1,3}(?=[\s.,;:)]|$)")
BEFORE_GLUED = re.compile(
    r"(?:[^\W\d_]{2}|[^\W\d_][.,;:!?…”’\"'»)\]]+|[^\w\s][”’\"'»)\]]|[)”\"»]|\d{4}[.,;:”’\"')]+|\d{4}’?[^\W\d_]+[.,;]?)$"
)
UNIT = re.compile(r"(?:\b(?:[sScCpP]{1,2}|[nN]o|[vV]r|md|[Ff]|[Dd]|[Oo]p|[KkLl]l?)[.:]?)$")


class Candidate(NamedTuple):
    """A number that may be a marker: the passage it stands in, its span there, its page and what speaks for it."""

    passage: int
    start: int
    end: int
    number: int
    weight: float


def candidates(passage: int, strand: Strand, page_at: Callable[[int], int], notes: Mapping[int, int]) -> list[Candidate]:
    """Return the candidates of one passage; ``page_at`` gives the page of a source offset, ``notes`` number to page."""
    found = []
    text = strand.text
    last = max(notes, default=0)
    for pattern, glued in ((GLUED, True), (SPACED, False)):
        for match in pattern.finditer(text):
            number = int(match[0])
            if not 0 < number <= last + 3 or match[0][0] == "0":
                continue
            weight = _weight(text, match.start(), match.end(), glued, notes.get(number), page_at(strand.origins[match.start()]))
            if weight > 0:
                found.append(Candidate(passage, match.start(), match.end(), number, weight))
    return sorted(found, key=lambda entry: entry.start)


def _weight(text: str, start: int, end: int, glued: bool, note_page: int | None, page: int) -> float:
    near = note_page is not None and abs(note_page - page) <= 1
    here = note_page == page
    if glued:
        before = text[max(0, start - 12) : start]
        if not BEFORE_GLUED.search(before) or UNIT.search(before):
            return 0
        return 3 if here else 2.2 if near else 0.9 if note_page is None else 0
    if not here:
        return 0
    return (
        1.2
        if (re.match(r"\s?(?:[.,;:)]|$)", text[end : end + 2]) and not re.match(r"\.\s[^\W\d_]", text[end : end + 3]))
        or text[start - 2 : start - 1] in "”,.;)"
        else 0.6
    )


def sequence(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the heaviest subsequence of ``found`` whose numbers rise.

    Weighted longest increasing subsequence by prefix maxima, in O(n log n).
    """
    tops: list[tuple[int, float, int]] = []
    links: list[int] = []
    for at, entry in enumerate(found):
        place = bisect_right(tops, (entry.number - 1, float("inf"), 0))
        base, link = (tops[place - 1][1], tops[place - 1][2]) if place else (0.0, -1)
        links.append(link)
        total = base + entry.weight
        if place < len(tops) and tops[place][0] == entry.number and tops[place][1] >= total:
            continue
        drop = place
        while drop < len(tops) and tops[drop][1] <= total:
            drop += 1
        tops[place:drop] = [(entry.number, total, at)]
    chosen = []
    at = tops[-1][2] if tops else -1
    while at >= 0:
        chosen.append(found[at])
        at = links[at]
    return chosen[::-1]


def cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to cut for a marker: its digits, and a blank where else two would be left or one before a stop."""
    before, after = text[start - 1 : start].isspace(), text[end : end + 1]
    if before and (not after or after.isspace() or after in ".,;:)"):
        return start - 1, end
    if after.isspace() and text[end + 1 : end + 2] in {".", ",", ";"}:
        return start, end + 1
    return start, end
