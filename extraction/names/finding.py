"""Find and link all names of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from extraction.names import bodies, identity, overlaps, persons, phrases, places, spelling
from extraction.names import candidates as _candidates
from extraction.names.candidates import Candidate, Line
from extraction.names.curation import Curation
from extraction.names.forms import words
from extraction.names.gazetteer import Gazetteer, build
from extraction.names.identity import Link
from extraction.names.lexicon import common
from extraction.names.overlaps import Settled
from extraction.names.times import whens
from extraction.records import Document, Entity, Mention
from ontology.authority import Authority


class Names(NamedTuple):
    """The mentions of each passage, dates that survived included, each with the readings that lost its words; and new entities."""

    mentions: tuple[tuple[Mention, ...], ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    """Lets a gazetteer be kept for an authority: one and the same object, one gazetteer."""

    authority: Authority

    def __hash__(self) -> int:
        return id(self.authority)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.authority is self.authority


@lru_cache(maxsize=4)
def _gazetteer(key: _Key) -> Gazetteer:
    return build(key.authority)


def find(
    docs: Sequence[Doc | None],
    document: Document,
    dates: Sequence[Iterable[Mention]],
    authority: Authority,
    curation: Curation | None = None,
) -> Names:
    """Return all names of a document: who is meant, and which entities are new.

    ``docs`` and ``dates`` have one item a passage; passages in another language (``docs[i]`` is None) keep their dates only.
    """
    gazetteer, decisions = _gazetteer(_Key(authority)), curation or Curation()
    raw = [words(p.text) for p in document.passages]
    cut = spelling.restored(raw, gazetteer.name_words)
    cited = [work.span for works in document.citations.values() for work in works]
    lines = [_candidates.line(n, p, cut[n], dates[n], gazetteer, cited) for n, p in enumerate(document.passages)]
    damaged = spelling.damaged(raw, cut)
    if not damaged:
        for line, doc in zip(lines, docs, strict=True):
            line.recognised = _recognised(line, doc)
    settled = _settle([line for line, doc in zip(lines, docs, strict=True) if doc is not None])
    linker = identity.linker(gazetteer, decisions.different, damaged, document.source.doc)
    flat = [(line, c) for line in lines for c, _ in settled.get(line.number, []) if c.date is None]
    links = linker.link([(c, when) for (_, c), when in zip(flat, whens(flat, lines), strict=True)])
    linked = {(line.number, c.start): link for (line, c), link in zip(flat, links, strict=True)}
    mentions = tuple(tuple(_mentions(line, settled.get(line.number), linked, decisions, dates[line.number])) for line in lines)
    entities = _entities(linker.entities.values(), decisions, authority)
    return Names(mentions, entities)


def _recognised(line: Line, doc: Doc | None) -> set[int]:
    """Return the numbers of the words that the trained recogniser takes for persons and the morphology for names, notes left out."""
    if doc is None or line.passage.kind == "note":
        return set()
    spans = [(e.start_char, e.end_char) for e in doc.ents if e.label_ == "PER" and all(t.pos_ == "PROPN" for t in e if t.is_alpha)]
    return {at for start, end in spans for at in _candidates.within(line.words, start, end)}


def _entities(found: Iterable[Entity], decisions: Curation, authority: Authority) -> tuple[Entity, ...]:
    """Return the new entities that a document names, each under the id, label and class that the curation file gives it."""
    chosen: dict[str, Entity] = {}
    for entity in sorted(found, key=lambda e: (decisions.identity(e.id) != e.id, e.id)):
        final = decisions.identity(entity.id)
        if final not in authority.entries:
            chosen.setdefault(final, decisions.applied(replace(entity, id=final)))
    return tuple(chosen[entity] for entity in sorted(chosen))


def _settle(lines: Sequence[Line]) -> dict[int, list[Settled]]:
    """Return the settled candidates by passage; names found for sure anywhere are then known everywhere in the document."""
    first = {line.number: _found(line, frozenset()) for line in lines}
    vocabulary = frozenset(
        part for line in lines for c in first[line.number] if c.tag == "PER" and c.rule not in overlaps.WEAK for part in _parts(line, c)
    )
    return {line.number: _beside(line, overlaps.settle(_found(line, vocabulary))) for line in lines}


def _beside(line: Line, settled: Sequence[Settled]) -> list[Settled]:
    """Return settled candidates, the persons with the parts of their names and what stands beside them: surname, office."""
    offices = {at: c for c, _ in settled if c.tag == "OFF" for at in (c.first, c.last)}
    return [(persons.beside(line, _whole(line, c), offices) if c.tag == "PER" else c, lost) for c, lost in settled]


def _parts(line: Line, candidate: Candidate) -> list[str]:
    """Return the folded words of a person's name that are long enough to be known again; of an authority's name if it has several."""
    known = [
        word.fold for word in line.words[candidate.first : candidate.last + 1] if candidate.last > candidate.first and not common(word.fold)
    ]
    return [part for part in candidate.parts or known if len(part) > 3]


def _whole(line: Line, candidate: Candidate) -> Candidate:
    return persons.parted(line, candidate) if candidate.tag == "PER" and not candidate.parts else candidate


def _found(line: Line, vocabulary: frozenset[str]) -> list[Candidate]:
    """Return all candidates of a line."""
    dated = [_dated(line, m) for m in {id(m): m for m in line.dates.values()}.values()]
    known, headed = places.find(line, vocabulary), phrases.find(line)
    offices = [c for c in (*headed, *known) if c.tag == "OFF"]
    people = persons.find(line, offices, vocabulary)
    taken = {at for c in (*known, *headed, *people) for at in range(c.first, c.last + 1)}
    found = [*known, *headed, *people, *places.directions(line), *places.unknown(line, taken), *bodies.find(line, taken)]
    return [*dated, *(c for c in found if not line.cites(c.start))]


def _dated(line: Line, mention: Mention) -> Candidate:
    inside = _candidates.within(line.words, mention.start, mention.end)
    return Candidate(inside[0], inside[-1], mention.start, mention.end, "DAT", mention.rule or "date", mention.text, date=mention)


def _mentions(
    line: Line, settled: Sequence[Settled] | None, links: Mapping[tuple[int, int], Link], decisions: Curation, dates: Iterable[Mention]
) -> Iterable[Mention]:
    if settled is None:
        yield from dates
        return
    for candidate, lost in settled:
        instead = tuple(_not(line, other) for other in lost)
        if candidate.date is not None:
            yield replace(candidate.date, reasons=candidate.date.reasons + instead)
        else:
            yield _mention(line, candidate, links[line.number, candidate.start], decisions, instead)


def _not(line: Line, lost: Candidate) -> str:
    return f"not {lost.tag} “{line.passage.text[lost.start : lost.end]}” ({lost.rule})"


def _mention(line: Line, candidate: Candidate, link: Link, decisions: Curation, instead: tuple[str, ...]) -> Mention:
    passage, start, end = line.passage, candidate.start, candidate.end
    last = line.words[candidate.last]
    entity = decisions.identity(link.entity) if link.entity else None
    return Mention(
        line.number,
        start,
        end,
        passage.source_span(start, end),
        candidate.tag,
        passage.text[start:end],
        entity,
        confidence=link.confidence,
        rule=candidate.rule,
        reasons=link.reasons + instead,
        suffix=passage.text[end : last.stop].lstrip("'’ʼ‘´`"),
    )
