"""Describe events and claims in RDF: who says what about an event, and what the event itself shows.

Claims are RDF reification (``rdf:Statement``); an event's own triples follow ``graph.weighing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from extraction.records import Fact, Filler, Span
from graph.entities import Entities
from graph.evidence import Text, quote_node, work_node
from graph.identity import Attested, Event
from graph.iris import fingerprint
from graph.periods import EARLY, LATE, period
from graph.terms import Triple, date, decimal, edtf, h, integer, node, plain, resource, words
from graph.weighing import Value, Verdict, value_of, weigh
from ontology import EventType, Role
from ontology.vocabulary import PROV, RDF, RDFS, SEM, STATUSES, XSD

Rows = Iterator[Triple]
LABELLED = 3
"""How many fillers the label of an event names."""


@dataclass(frozen=True, slots=True)
class World:
    """What events are described against: event types, entities, texts by name, and the labels of statuses."""

    types: Mapping[str, EventType]
    entities: Entities
    texts: Mapping[str, Text]
    statuses: Mapping[str, Mapping[str, str]]


def event_rows(event: Event, world: World) -> Rows:
    """Yield all triples of one event but its quotes: its node and its claims."""
    yield from _node_rows(event, weigh(event, world.entities.within), world)
    told: set[NamedNode] = set()
    for item in sorted(event.facts, key=lambda i: (-i.fact.confidence, i.fact.frame, i.order())):
        for subject, role, value, filler in _told(event, item):
            if subject not in told:  # two frames may read the same from the same words: the surer one speaks
                told.add(subject)
                yield from _claim_rows(subject, event, item, world)
                yield from _what(subject, world.types[event.type].roles[role], value)
                yield from _antecedent(subject, item, filler)


def _node_rows(event: Event, verdict: Verdict, world: World) -> Rows:
    subject, kind = resource(event.path), world.types[event.type]
    yield Triple(subject, node(RDF.type), node(kind.iri))
    yield Triple(subject, node(RDF.type), node(SEM.Event))
    yield Triple(subject, node(SEM.eventType), node(kind.concept))
    if event.path not in world.entities.entries:
        for language in ("tr", "en"):
            yield Triple(subject, node(RDFS.label), words(label(event, verdict, world, language), language))
    for role, values in verdict.shown.items():
        for value in values:
            yield Triple(subject, node(kind.roles[role].iri), term(value, kind.roles[role]))
    for role in verdict.contested:
        yield Triple(subject, h("contested"), node(kind.roles[role].iri))
    yield from _bounds(subject, verdict)


def _bounds(subject: NamedNode, verdict: Verdict) -> Rows:
    """Yield the first and last day on which the event can have happened, as far as its dates tell."""
    periods = [p for values in verdict.shown.values() for v in values if v.kind == "date" and (p := period(v.value))]
    first = min((p.first for p in periods), default=EARLY)
    last = max((p.last for p in periods), default=LATE)
    if first != EARLY:
        yield Triple(subject, node(SEM.hasEarliestBeginTimeStamp), date(first.isoformat()))
    if last != LATE:
        yield Triple(subject, node(SEM.hasLatestEndTimeStamp), date(last.isoformat()))


def term(value: Value, role: Role) -> NamedNode | Literal:
    """Return the RDF term of a filler in ``role``."""
    if value.kind == "entity":
        return resource(value.value)
    if value.kind == "date":
        return edtf(value.value)
    if role.kind == "number":
        return integer(int(value.value)) if role.range == str(XSD.integer) else decimal(value.value)
    return plain(value.value)


# ---------------------------------------------------------------- labels


def label(event: Event, verdict: Verdict, world: World, language: str) -> str:
    """Return a label such as “Heyet: Bekir Sami Kunduh – Moskova (1920-05-11)”, made of what the event shows.

    An event that shows nothing (planned, denied) is labelled by its claims, and by its status in square brackets.
    """
    kind = world.types[event.type]
    values = verdict.shown or _claimed(event)
    names = [
        _name(v, world, language)
        for role in kind.roles
        for v in values.get(role, ())
        if v.kind != "date" and role not in ("topic", "purpose")
    ]
    dates = [v.value for role in kind.roles for v in values.get(role, ()) if v.kind == "date"][:1]
    text = f"{kind.labels.get(language, event.type)}: {' – '.join(names[:LABELLED])}" if names else kind.labels.get(language, event.type)
    when = f" ({dates[0]})" if dates else ""
    return f"{text}{when}" + ("" if verdict.shown else f" [{world.statuses[verdict.status][language]}]")


def _claimed(event: Event) -> dict[str, tuple[Value, ...]]:
    roles = {role for item in event.facts for role in item.fact.args}
    return {role: tuple(sorted({value_of(f) for item in event.facts for f in item.fact.args.get(role, ())})) for role in sorted(roles)}


def _name(value: Value, world: World, language: str) -> str:
    return world.entities.label(value.value, language) if value.kind == "entity" else value.value


# ---------------------------------------------------------------- claims


def _told(event: Event, item: Attested) -> Iterator[tuple[NamedNode, str, Value, Filler]]:
    for role, fillers in item.fact.args.items():
        for filler in fillers:
            value = value_of(filler)
            yield claim_node(event, item, role, value), role, value, filler


def _what(subject: NamedNode, role: Role, value: Value) -> Rows:
    yield Triple(subject, node(RDF.predicate), node(role.iri))
    yield Triple(subject, node(RDF.object), term(value, role))


def _antecedent(subject: NamedNode, item: Attested, filler: Filler) -> Rows:
    if span := antecedent(item.fact, filler):
        yield Triple(subject, h("antecedent"), quote_node(item.doc, (span,)))


def antecedent(fact: Fact, filler: Filler) -> Span | None:
    """Return where the earlier words stand that name ``filler``, if the evidence of ``fact`` does not name it itself."""
    span = filler.source
    return span if span and not any(a <= span.start and span.end <= b for a, b in fact.segments) else None


def claim_node(event: Event, item: Attested, role: str, value: Value) -> NamedNode:
    """Return the node of the claim that ``item`` makes for ``role`` of ``event``."""
    parts = [event.path, role, value.kind, value.value, item.doc, [list(s) for s in item.fact.segments], item.fact.status]
    return resource(f"claim/{fingerprint(parts)}")


def _claim_rows(subject: NamedNode, event: Event, item: Attested, world: World) -> Rows:
    fact, text = item.fact, world.texts[item.doc]
    yield Triple(subject, node(RDF.type), h("Claim"))
    yield Triple(subject, node(RDF.subject), resource(event.path))
    yield Triple(subject, node(SEM.accordingTo), text.node)
    yield Triple(subject, h("status"), node(STATUSES[fact.status]))
    yield Triple(subject, h("confidence"), decimal(fact.confidence))
    yield Triple(subject, node(PROV.wasDerivedFrom), quote_node(item.doc, fact.segments))
    if fact.frame:
        yield Triple(subject, h("frame"), plain(fact.frame))
    for work in _cited(fact, text):
        yield Triple(subject, node(PROV.hadPrimarySource), work)


def _cited(fact: Fact, text: Text) -> Iterable[NamedNode]:
    return {work_node(text, work) for note in fact.notes for work in text.extraction.citations.get(note, ())}
