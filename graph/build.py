"""Build a graph from what texts gave: facts become events and claims, each with its evidence.

The triples are a function of the set of extractions alone: neither their order nor a clock nor a hash seed has a part in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import ontology
from extraction.records import Extraction, Fact, Span
from graph import archive, entities
from graph.dataset import dataset_rows
from graph.entities import Entities
from graph.evidence import Text, mention_rows, quote_node, quote_rows, source_rows, text_of, words_rows, work_rows
from graph.identity import Attested, Event, join
from graph.refusal import LeftOut, leave_out, sift
from graph.statements import World, antecedent, claim_node, event_rows
from graph.terms import Triple, h, resource
from graph.turtle import ordered
from graph.validation import Report, validate
from graph.weighing import value_of
from ontology.authority import Authority
from ontology.vocabulary import RDF, RDFS, STATUSES, H

ROUNDS = 3
"""How often facts that SHACL objects to are taken out before the build gives up."""


@dataclass(frozen=True, slots=True)
class Build:
    """A built graph: its triples in the order of the dump, the texts it rests on, the facts left out, and SHACL's report."""

    triples: tuple[Triple, ...]
    extractions: tuple[Extraction, ...]
    left_out: tuple[LeftOut, ...]
    report: Report
    counts: Mapping[str, int]

    def summary(self) -> dict[str, object]:
        """Return what ``report.json`` says of the graph: counts, SHACL's outcome, the facts left out."""
        out = [
            {"doc": o.doc, "type": o.type, "reason": o.reason, "start": o.span.start, "end": o.span.end, "quote": o.quote}
            for o in self.left_out
        ]
        violations = [{"node": v.node, "path": v.path, "message": dict(v.messages), "sentence": v.sentence} for v in self.report.violations]
        conforms = self.report.conforms if self.report.checked else None
        return {"counts": dict(self.counts), "conforms": conforms, "violations": violations, "left_out": out}


def build(extractions: Iterable[Extraction], authority: Authority, *, check: bool = True) -> Build:
    """Return the graph of ``extractions``; of two with the same name or the same bytes the first by name counts.

    Facts that the ontology does not allow are in ``left_out``, each with its reason. ``check=False`` spares the SHACL run and
    leaves ``report`` unchecked.
    """
    texts = archive.merge([], extractions)
    known = entities.collect(authority, texts)
    kept, left_out = _sift(texts, known)
    for _ in range(ROUNDS):
        triples, events = _triples(texts, kept, known)
        report = validate(triples) if check else Report(True, checked=False)
        offending = _offending(report, events)
        if not offending:
            break
        left_out += [leave_out(item.doc, item.fact, reason) for item, reason in offending]
        kept = [item for item in kept if item not in [bad for bad, _ in offending]]
    order = sorted(left_out, key=lambda out: (out.doc, out.span, out.type, out.reason))
    return Build(triples, tuple(texts), tuple(order), report, _counts(events, triples, texts))


def _sift(texts: Iterable[Extraction], known: Entities) -> tuple[list[Attested], list[LeftOut]]:
    kept: list[Attested] = []
    left_out: list[LeftOut] = []
    for extraction in texts:
        good, bad = sift(extraction, ontology.event_types(), known.kind)
        kept += good
        left_out += bad
    return kept, left_out


def _triples(texts: Iterable[Extraction], facts: Iterable[Attested], known: Entities) -> tuple[tuple[Triple, ...], tuple[Event, ...]]:
    """Return the sorted triples of ``facts``, and the events that they were joined into."""
    world = World(ontology.event_types(), known, {e.source.doc: text_of(e) for e in texts}, _status_labels())
    events = join(facts)
    rows: set[Triple] = set()
    for event in events:
        rows.update(event_rows(event, world))
    rows.update(_quotes(events, world))
    for text in world.texts.values():
        rows.update(_text_rows(text, known))
    rows.update(known.rows(_entities(events, texts)))
    rows.update(dataset_rows(rows, texts))
    return tuple(ordered(rows)), events


def _quotes(events: Iterable[Event], world: World) -> Iterable[Triple]:
    """Yield each quote once; where two facts read the same words differently, the first in order tells how."""
    items = sorted((item for event in events for item in event.facts), key=Attested.order)
    readings: dict[tuple[str, tuple[Span, ...]], Fact | None] = {}
    for item in items:
        readings.setdefault((item.doc, item.fact.segments), item.fact)
    for item in items:
        for fillers in item.fact.args.values():
            spans = (antecedent(item.fact, filler) for filler in fillers)
            readings.update({key: None for span in spans if span and (key := (item.doc, (span,))) not in readings})
    for (doc, segments), fact in readings.items():
        text = world.texts[doc]
        yield from quote_rows(text, fact) if fact else words_rows(text, segments)


def _text_rows(text: Text, known: Entities) -> Iterable[Triple]:
    yield from source_rows(text)
    yield from work_rows(text)
    for mention in text.extraction.mentions:
        strange = mention.entity is not None and not known.kind(mention.entity)
        yield from mention_rows(text, replace(mention, entity=None) if strange else mention)


def _entities(events: Iterable[Event], texts: Iterable[Extraction]) -> set[str]:
    """Return the ids of all entities that claims or mentions name."""
    named = {f.value for e in events for item in e.facts for fillers in item.fact.args.values() for f in fillers if f.kind == "entity"}
    return named | {mention.entity for text in texts for mention in text.mentions if mention.entity}


def _status_labels() -> dict[str, dict[str, str]]:
    graph = ontology.load()
    return {
        name: {str(getattr(label, "language", "")): str(label) for label in graph.objects(iri, RDFS.label)}
        for name, iri in STATUSES.items()
    }


def _offending(report: Report, events: Iterable[Event]) -> list[tuple[Attested, str]]:
    """Return the facts behind the violations, each with the first message about it."""
    reasons: dict[str, str] = {}
    for violation in report.violations:
        reasons.setdefault(violation.node, f"SHACL: {violation.message('en')} ({violation.node})")
    found = []
    for event in events:
        for item in event.facts:
            reason = next((reasons[iri] for iri in _nodes(event, item) if iri in reasons), "")
            if reason:
                found.append((item, reason))
    return found


def _nodes(event: Event, item: Attested) -> Iterable[str]:
    """Yield the IRIs of the nodes that ``item`` puts into the graph: its claims, its quote, and its event."""
    for role, fillers in item.fact.args.items():
        yield from (claim_node(event, item, role, value_of(f)).value for f in fillers)
    quote = quote_node(item.doc, item.fact.segments).value
    yield from (quote, f"{quote}#text", f"{quote}#position", resource(event.path).value)


def _counts(events: Iterable[Event], triples: Iterable[Triple], texts: Iterable[Extraction]) -> dict[str, int]:
    """Return how much there is of what, for the report of a build; a fact is what ``facts.jsonl`` has a line for."""
    types = Counter(t.object.value for t in triples if t.predicate.value == str(RDF.type))  # type: ignore[union-attr]
    contested = sum(t.predicate == h("contested") for t in triples)
    facts = {(event.type, event.path, item.doc, item.fact.segments, item.fact.status) for event in events for item in event.facts}
    by_type = Counter(f"facts {name}" for name, *_ in facts)
    return {
        "texts": len(list(texts)),
        "facts": sum(by_type.values()),
        **dict(sorted(by_type.items())),
        "events": len(list(events)),
        "claims": types[str(H.Claim)],
        "mentions": types[str(H.Mention)],
        "contested": contested,
        "triples": len(list(triples)),
    }
