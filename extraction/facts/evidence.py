"""Evidence: a candidate as a fact, with its place in the source and the notes and works that its sentence cites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from extraction.facts.match import Candidate
from extraction.language.clauses import Sentence
from extraction.records import Document, Fact, Passage, Span


def fact_of(candidate: Candidate, sure: float, sentence: Sentence, passage: Passage, doc: Doc, document: Document) -> Fact:
    """Turn a candidate that is right with probability ``sure`` into a fact with its evidence."""
    first, last = sentence.units[candidate.first].first, sentence.units[candidate.last].last
    span = doc[first : last + 1]
    return Fact(
        type=candidate.type,
        args=dict(sorted(candidate.args.items())),
        segments=segments(passage, span.start_char, span.end_char, document.text),
        reading=span.text,
        status=candidate.status,
        confidence=sure,
        frame=candidate.pattern.name,
        notes=tuple(cited(sentence, passage, doc, document)),
        page=passage.page,
        section=passage.section,
    )


def cited(sentence: Sentence, passage: Passage, doc: Doc, document: Document) -> Iterator[str]:
    """Yield the keys of ``document.citations`` behind a sentence: its note, its footnote markers, works named in its brackets."""
    if passage.kind == "note" and passage.number:
        yield passage.number
    span = doc[sentence.units[0].first : sentence.units[-1].last + 1]
    yield from (m.number for m in passage.markers if span.start_char < m.at <= span.end_char + 1)
    start, end = passage.source_span(span.start_char, span.end_char)
    yield from (key for key in document.citations if key.startswith("@") and start <= int(key[1:]) <= end)


def segments(passage: Passage, start: int, end: int, text: str) -> tuple[Span, ...]:
    """Return the source spans that clean characters ``start`` to ``end`` cover, cut where more than a line break is left out.

    Line-end hyphens, blanks and a footnote marker are bridged; page heads and note blocks are not.
    """
    found: list[Span] = []
    origins = passage.origins[start:end]
    at = origins[0]
    for left, right in pairwise(origins):
        if right - left > 1 and text[left + 1 : right].strip("-\u00ad \t\r\n0123456789"):
            found.append(Span(at, left + 1))
            at = right
    found.append(Span(at, origins[-1] + 1))
    return tuple(found)
