"""Know the entities of a graph: the authority's, and those that texts name for the first time.

Two texts that name the same new entity give one node: its label is the fullest one, its variants are those of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extraction.records import Entity, Extraction
from graph.terms import Triple, boolean, edtf, h, node, resource, words
from graph.terms import decimal as number
from ontology.authority import Authority, Entry
from ontology.vocabulary import GEO, OWL, RDF, RDFS, SKOS, WIKIDATA

_EVENTS = ("Agreement", "Conference", "Conflict")
"""Kinds that are events too: they have a place as a role, not coordinates."""


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities that facts and mentions can refer to, by id."""

    entries: Mapping[str, Entry]
    known: frozenset[str]

    def kind(self, entity: str) -> str:
        """Return the kind of ``entity``, such as ``Person``; empty where it is unknown."""
        return self.entries[entity].kind if entity in self.entries else ""

    def label(self, entity: str, language: str = "tr") -> str:
        """Return the label of ``entity`` in ``language``, the Turkish one where it has none."""
        entry = self.entries[entity]
        return entry.en if language == "en" and entry.en else entry.tr

    def within(self, inner: str, outer: str) -> bool:
        """Tell whether the authority places ``inner`` in ``outer``, at any depth."""
        return outer in self.closure([inner]) and inner != outer

    def closure(self, ids: Iterable[str]) -> set[str]:
        """Return ``ids`` and all that they are ``of``, at any depth."""
        found: set[str] = set()
        todo = [i for i in ids if i in self.entries]
        while todo:
            entity = todo.pop()
            if entity not in found:
                found.add(entity)
                todo += self.entries[entity].of
        return found

    def rows(self, ids: Iterable[str]) -> Iterator[Triple]:
        """Yield the description of the entities ``ids`` and of those that they are ``of``."""
        for entity in self.closure(ids):
            yield from _rows(self.entries[entity], entity in self.known)


def collect(authority: Authority, extractions: Iterable[Extraction]) -> Entities:
    """Return the entities of the authority and of the texts; the authority's entry wins."""
    new: dict[str, list[Entity]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            if entity.id not in authority.entries:
                new.setdefault(entity.id, []).append(entity)
    met = {i: _one(found) for i, found in new.items()}
    return Entities(MappingProxyType({**met, **authority.entries}), frozenset(authority.entries))


def _one(found: list[Entity]) -> Entry:
    """Return one entry for an entity that several texts name."""
    labels = sorted({e.label for e in found}, key=lambda label: (-len(label), label))
    names = {name for e in found for name in (e.label, *e.variants)} - {labels[0]}
    return Entry(found[0].id, min(e.kind for e in found), labels[0], variants=tuple(sorted(names)))


def _rows(entry: Entry, known: bool) -> Iterator[Triple]:
    subject = resource(entry.id)
    yield Triple(subject, node(RDF.type), h(entry.kind))
    yield Triple(subject, h("inAuthority"), boolean(known))
    for predicate in (SKOS.prefLabel, RDFS.label):
        yield Triple(subject, node(predicate), words(entry.tr, "tr"))
        if entry.en:
            yield Triple(subject, node(predicate), words(entry.en, "en"))
    for name in {*entry.variants} - {entry.tr}:
        yield Triple(subject, node(SKOS.altLabel), words(name, "tr"))
    for name in {*entry.short} - {entry.tr, *entry.variants}:
        yield Triple(subject, node(SKOS.hiddenLabel), words(name, "tr"))
    for target in entry.of:
        yield Triple(subject, h("relatedTo"), resource(target))
    yield from _dates(entry)
    yield from _links(entry)


def _dates(entry: Entry) -> Iterator[Triple]:
    first, last = ("born", "died") if entry.kind == "Person" else ("since", "until")
    if entry.start:
        yield Triple(resource(entry.id), h(first), edtf(entry.start))
    if entry.end:
        yield Triple(resource(entry.id), h(last), edtf(entry.end))


def _links(entry: Entry) -> Iterator[Triple]:
    subject = resource(entry.id)
    for predicate, degrees in ((GEO.lat, entry.latitude), (GEO.long, entry.longitude)):
        if degrees is not None and entry.kind not in _EVENTS:
            yield Triple(subject, node(predicate), number(degrees))
    if entry.wikidata:
        yield Triple(subject, node(OWL.sameAs), node(f"{WIKIDATA}{entry.wikidata}"))
    if entry.note:
        yield Triple(subject, node(SKOS.scopeNote), words(entry.note, "tr"))
