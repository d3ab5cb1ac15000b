"""What the finders hand to the one place that settles overlaps: candidates, and the line of words they are found in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extraction.names.forms import Word
from extraction.names.gazetteer import Gazetteer, Hit, Reading
from extraction.names.lexicon import common, lexicon
from extraction.records import Mention, Passage, Span, Tag

CLOSING = {":", ";"}
"""Marks that end one part of a citation."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention: words ``first`` to ``last`` included, clean offsets, tag, the rule that found it.

    ``name`` is its dictionary form (ending off, head noun in the singular), ``parts`` the given and family names of a person,
    ``titled`` the folded name with its title, ``honorific`` "paşa", "bey" …, ``readings`` what the authority knows under it,
    ``case`` the case it stands in. ``surname`` stands in brackets behind a person's name, ``office`` beside it, and ``broken`` is what a
    scan has left of the word before it (all folded).
    """

    first: int
    last: int
    start: int
    end: int
    tag: Tag
    rule: str
    name: str
    kind: str = ""
    parts: tuple[str, ...] = ()
    honorific: str = ""
    readings: tuple[Reading, ...] = ()
    case: str = "Nom"
    weight: int = 0
    date: Mention | None = None
    titled: str = ""
    surname: str = ""
    office: str = ""
    broken: str = ""


@dataclass(slots=True)
class Line:
    """A passage as words, with what is known of each: sentence heads, names of the authority, dates, and persons as the trained
    recogniser sees them.
    """

    number: int
    passage: Passage
    words: list[Word]
    heads: frozenset[int]
    hits: list[Hit] = field(default_factory=list)
    dates: dict[int, Mention] = field(default_factory=dict)
    persons: set[int] = field(default_factory=set)
    places: dict[int, Hit] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    citations: list[tuple[int, int]] = field(default_factory=list)
    recognised: set[int] = field(default_factory=set)

    def opens(self, at: int) -> bool:
        """Return whether word ``at`` heads a sentence."""
        return self.words[at].start in self.heads

    def weak(self, at: int) -> bool:
        """Return whether the capital of word ``at`` may be due to the sentence or heading only."""
        word = self.words[at]
        return self.opens(at) and at not in self.covered and "-" not in word.fold and common(word.fold)

    def cites(self, offset: int) -> bool:
        """Return whether clean offset ``offset`` lies in a sentence of a note that only cites a work."""
        return any(start <= offset < end for start, end in self.citations)

    def text(self, first: int, last: int) -> str:
        """Return the words ``first`` to ``last`` as they stand, the ending after the last apostrophe left out."""
        return self.passage.text[self.words[first].start : self.words[last].end]


def line(
    number: int, passage: Passage, cut: list[Word], dates: Iterable[Mention], gazetteer: Gazetteer, cited: Iterable[Span] = ()
) -> Line:
    """Return a passage, given with its words, with the authority's names and the dates marked; ``cited`` are source spans of citations."""
    heads = frozenset(_first(passage.text, span.start) for span in passage.sentences)
    made = Line(number, passage, cut, heads, [hit for hit in gazetteer.hits(cut) if not _given_name(cut, hit)])
    if passage.kind == "note":
        stretches = [*passage.sentences, *_clean(passage, cited)]
        citing = [s for s in stretches if _cites(cut, s.start, s.end)]
        made.citations = [part for s in citing for part in _undescribed(passage.text, cut, s.start, s.end)]
    for mention in dates:
        for at in within(cut, mention.start, mention.end):
            made.dates[at] = mention
    for hit in made.hits:
        _note(made, hit, gazetteer)
    return made


def _clean(passage: Passage, cited: Iterable[Span]) -> list[Span]:
    """Return the source spans that lie in a passage as clean spans."""
    origins = passage.origins
    if not origins:
        return []
    inside = (span for span in cited if origins[0] <= span.start and span.end <= origins[-1] + 1)
    return [Span(bisect_left(origins, span.start), bisect_left(origins, span.end)) for span in inside]


def _given_name(cut: Sequence[Word], hit: Hit) -> bool:
    """Return whether a hit is a given name that only looks inflected: "Şahin" is no form of Şah."""
    word = cut[hit.first]
    return hit.first == hit.last and hit.case != "Nom" and not word.tail and word.fold in lexicon().given


def _cites(cut: Sequence[Word], start: int, end: int) -> bool:
    """Return whether a sentence names a work and tells nothing: a mark of citing, no finite verb."""
    inside = [word for word in cut if start <= word.start < end]
    marks = any(word.fold.rstrip(".") in lexicon().citing for word in inside)
    return marks and not any(word.shape == "l" and len(word.fold) > 4 and word.fold.endswith(lexicon().finite) for word in inside)


def _undescribed(text: str, cut: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a citation outside the documents that it describes ("A’dan B’ye 3 Mayıs tarihli yazı: … Arşivi")."""
    parts, opens = [], start
    for word in cut:
        if not start <= word.start < end:
            continue
        if word.shape == "l" and word.fold.startswith(lexicon().document):
            parts.append((start, opens))
            start = opens = word.stop
        elif word.fold.rstrip(".") in lexicon().citing or text[word.stop : word.stop + 1] in CLOSING:
            opens = word.stop
    return [(a, b) for a, b in (*parts, (start, end)) if a < b]


def _first(text: str, start: int) -> int:
    """Return the offset of the first letter or digit of a sentence."""
    while start < len(text) - 1 and not text[start].isalnum():
        start += 1
    return start


def _note(made: Line, hit: Hit, gazetteer: Gazetteer) -> None:
    kinds = {reading.entry.partition("/")[0] for reading in hit.readings}
    if "person" in kinds:
        made.persons.update(range(hit.first, hit.last + 1))
    if kinds != {"person"}:
        made.places.setdefault(hit.last, hit)
        made.covered.update(range(hit.first, hit.last + 1))


def within(cut: Sequence[Word], start: int, end: int) -> list[int]:
    """Return the numbers of the words that lie in clean offsets ``start`` to ``end``."""
    at = bisect_left(cut, start, key=lambda word: word.start)
    if at and cut[at - 1].end > start:
        at -= 1
    found = []
    while at < len(cut) and cut[at].start < end:
        found.append(at)
        at += 1
    return found
