"""Footnote markers in the body: digits glued to words and stops, told from years and counts by the notes they lead to.

Every number of one to three digits is a candidate. What it stands on and whether the notes of its page bear its number give
its weight; the heaviest rising sequence through the text (markers come in order) are the markers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extraction.reading.damaged import aligned
from extraction.reading.strand import Strand

GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?…”’\"'»)\]›-])\d{1,3}(?![\d.,/]\d|\d)")
BRACKETED = re.compile(r"\[\d{1,3}\]")
SPACED = re.compile(r"(?<=\s)\d{1,3}(?=[\s.,;:)]|$|[^\W\d_]{2})")
ON_FIGURES = re.compile(r"(?<=\d[.,]\d{3})\d{1,3}(?![\d.,]\d|\d)|(?<=\b1[89]\d\d)\d{1,3}(?!\d)")
BEFORE_GLUED = re.compile(
    r"(?:[^\W\d_]{2}|’[^\W\d_]|[.,;:]-|[^\W\d_][.,;:!?…”’\"'»)\]]+|[^\w\s][”’\"'»)\]]|[)”\"»]|\d{4}[.,;:”’\"')]+|\d{4}’?[^\W\d_]+[.,;]?)$"
)
COUNTED = re.compile(
    r"\s(?:gün|yıl|ay|bin|milyon|milyar|kişi|adet|madde|sayılı|saat|yaş|er|subay|parça|kilo|ton|lira|ruble|üye|delege|tane|kat|no"
    r"|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|Teşrin|Kanun)"
)
FINITE = re.compile(r"(?:[dt][ıiuü]|[dt][ıiuü]r|l[ae]r|yor|m[ae]kt[ae])\s$")
MISREAD = re.compile(
    r"(?<=[a-zçğıöşü\"])[sl] ?[>(]['’,]?(?=[\s.;)]|$)|(?<=[şk]t[ıiuü]r)[lıi]{1,2}(?=[\s.])"
    r"|(?<=[a-zçğıöşü\"])[^\s\w]?[\dA-ZÇĞİÖŞÜıil(~§°\\][^\s.;]{0,3}[,>~]?(?=[\s.;)]|$)"
)
ENDED = re.compile(r"[şk]t[ıiuü]r$")
SIGN = re.compile(r"[\dA-ZÇĞİÖŞÜ(>~§°\\]")
MISREAD_FREE = re.compile(r"(?<=\s)[lıiIS\dG~(]{1,2}(?=\s?[.,;)]|\s|$)")
VERB = re.compile(r"(?:[dt][ıiuü]|[dt][ıiuü]r|yorlar|[dt][ıiuü]lar|yor|[ıiuü]r|m[ae]kt[ae])$")
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
    for pattern, glued in ((GLUED, True), (SPACED, False), (ON_FIGURES, False), (BRACKETED, True)):
        for match in pattern.finditer(text):
            figure = match[0].strip("[]")
            number, page = int(figure), page_at(strand.origins[match.start()])
            if not 0 < number <= last + 3 or figure[0] == "0":
                continue
            if pattern is BRACKETED:
                weight = 3.0 if number in notes else 0.0
            else:
                weight = _weight(text, match.start(), match.end(), glued, notes.get(number), page)
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
    return _loose_weight(text, start, end) if here else 0


def _loose_weight(text: str, start: int, end: int) -> float:
    """Weigh a number that stands free, on the page of its note: markers stand before a stop or after a closing mark."""
    rest = text[end : end + 20]
    if re.match(r"\s?(?:[,;:)]|\.(?!\s[^\W\d_])|$)", rest) or text[start - 2 : start - 1] in "”,.;)":
        return 1.2
    if COUNTED.match(rest):
        return 0
    if re.match(r"\s[A-ZÇĞİÖŞÜ]", rest):
        return 0.8 if FINITE.search(text[max(0, start - 8) : start]) else 0
    return 0.6 if re.match(r"\s?[a-zçğıöşü]", rest) else 0


def damaged_candidates(passage: int, strand: Strand, page_at: Callable[[int], int], notes: Mapping[int, int]) -> list[Candidate]:
    """Return what may be misread markers: odd signs glued to a word, or standing free, weighed against the notes of the page."""
    found = []
    by_page: dict[int, list[int]] = {}
    for number, page in notes.items():
        by_page.setdefault(page, []).append(number)
    for pattern, glued in ((MISREAD, True), (MISREAD_FREE, False)):
        for match in pattern.finditer(strand.text):
            numbers = by_page.get(page_at(strand.origins[match.start()]), [])
            for start in range(match.start(), min(match.end(), match.start() + 3) if glued else match.start() + 1):
                signs = strand.text[start : match.end()]
                if SIGN.search(signs) or (start == match.start() and ENDED.search(strand.text[max(0, start - 4) : start])):
                    verb = bool(VERB.search(strand.text[max(0, start - 8) : start].rstrip()))
                    weights = ((number, _misread_weight(signs.strip(), number, glued, verb)) for number in numbers)
                    found += [Candidate(passage, start, match.end(), number, weight) for number, weight in weights if weight > 0]
    return found


def _misread_weight(signs: str, number: int, glued: bool, verb: bool) -> float:
    figure = str(number)
    fit = aligned(signs, figure) / (2 * len(figure))
    if glued and verb:
        return max(0.25, 1.8 * fit) - 0.01 * len(signs)
    if not glued and signs.isdigit():
        return 0
    alike = glued and signs.isupper() and len(signs) == len(figure)
    least = 0.55 if verb or alike else 0.7 if glued else 0.75
    return 1.2 * fit if fit >= least else 0


def sequence(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the heaviest subsequence of ``found``, sorted by place, whose numbers rise and whose places do not overlap.

    Weighted longest increasing subsequence by prefix maxima, in O(n log n).
    """
    tops: list[tuple[int, float, int]] = []
    links: list[int] = []
    for group in _overlapping(found):
        totals = []
        for at in group:
            place = bisect_right(tops, (found[at].number - 1, float("inf"), 0))
            base, link = (tops[place - 1][1], tops[place - 1][2]) if place else (0.0, -1)
            links.append(link)
            totals.append((found[at].number, base + found[at].weight, at))
        for entry in totals:
            _raise(tops, entry)
    chosen = []
    at = tops[-1][2] if tops else -1
    while at >= 0:
        chosen.append(found[at])
        at = links[at]
    return chosen[::-1]


def _overlapping(found: Sequence[Candidate]) -> Iterator[list[int]]:
    """Yield the indices of candidates that stand in one place, of which only one can be a marker."""
    group: list[int] = []
    end = -1
    for at, entry in enumerate(found):
        if group and (entry.passage != found[group[0]].passage or entry.start >= end):
            yield group
            group = []
        group.append(at)
        end = entry.end if len(group) == 1 else max(end, entry.end)
    if group:
        yield group


def _raise(tops: list[tuple[int, float, int]], entry: tuple[int, float, int]) -> None:
    """Put ``entry`` among the best ends of sequences, sorted by number with rising weight, and drop what it beats."""
    place = bisect_right(tops, (entry[0] - 1, float("inf"), 0))
    if place and tops[place - 1][1] >= entry[1]:
        return
    if place < len(tops) and tops[place][0] == entry[0] and tops[place][1] >= entry[1]:
        return
    drop = place
    while drop < len(tops) and tops[drop][1] <= entry[1]:
        drop += 1
    tops[place:drop] = [entry]


def cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to cut for a marker: its digits, and a blank where else two would be left or one before a stop."""
    before, after = text[start - 1 : start].isspace(), text[end : end + 1]
    if before and (not after or after.isspace() or after in ".,;:)"):
        return start - 1, end
    if after.isspace() and text[end + 1 : end + 2] in {".", ",", ";"}:
        return start, end + 1
    return start, end
