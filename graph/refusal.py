"""Refuse facts that the ontology does not allow, before they become triples, each with its reason.

SHACL checks the finished graph again; this check exists so that one bad fact costs one fact and its reason names the
role, the value and what was allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from extraction.records import Extraction, Fact, Filler, Span
from graph.identity import Attested
from graph.periods import period
from ontology import EventType, Role
from ontology.vocabulary import XSD

Kinds = Callable[[str], str]
"""Gives the kind of an entity id, such as ``Person``; an empty string for an unknown entity."""

ORDERED = (("departed", "arrived"), ("start", "end"), ("date", "inForce"))
"""Pairs of date roles of one fact of which the first cannot be after the second."""
_NUMBERS = {str(XSD.integer): re.compile(r"\d+\Z"), str(XSD.decimal): re.compile(r"\d+(\.\d+)?\Z")}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that is not in the graph, and why."""

    doc: str
    type: str
    reason: str
    span: Span
    quote: str


def leave_out(doc: str, fact: Fact, reason: str) -> LeftOut:
    """Return the record of a fact that is left out for ``reason``."""
    return LeftOut(doc, fact.type, reason, fact.span if fact.segments else Span(0, 0), fact.reading)


def sift(extraction: Extraction, types: Mapping[str, EventType], kinds: Kinds) -> tuple[list[Attested], list[LeftOut]]:
    """Return the facts of ``extraction`` that can enter the graph, and the others with their reasons."""
    kept, refused = [], []
    for fact in extraction.facts:
        reason = fault(fact, len(extraction.text), types, kinds)
        if reason:
            refused.append(leave_out(extraction.source.doc, fact, reason))
        else:
            kept.append(Attested(extraction.source.doc, fact))
    return kept, refused


def fault(fact: Fact, length: int, types: Mapping[str, EventType], kinds: Kinds) -> str:
    """Return why ``fact``, of a text of ``length`` code points, cannot enter the graph; empty where it can."""
    if fact.type not in types:
        return f"type {fact.type} is not in the ontology; known: {', '.join(sorted(types))}"
    faults = (
        _evidence_fault(fact, length),
        *(_role_fault(role, fact.args[role], types[fact.type], kinds) for role in sorted(fact.args)),
        "fewer than two roles are filled" if sum(map(len, fact.args.values())) < 2 else "",
        _order_fault(fact),
    )
    return next((reason for reason in faults if reason), "")


def _evidence_fault(fact: Fact, length: int) -> str:
    if not fact.segments or not fact.reading.strip():
        return "no evidence: the fact has no words of the text"
    bounds = [offset for segment in fact.segments for offset in segment]
    if bounds != sorted(bounds) or bounds[0] < 0 or bounds[-1] > length or any(a == b for a, b in fact.segments):
        return f"evidence {list(map(tuple, fact.segments))} is no stretch of a text of {length} characters"
    if not 0 <= fact.confidence <= 1:
        return f"confidence {fact.confidence} is not between 0 and 1"
    return ""


def _role_fault(name: str, fillers: Iterable[Filler], event: EventType, kinds: Kinds) -> str:
    role = event.roles.get(name)
    if role is None:
        return f"{event.name} has no role {name}; its roles: {', '.join(sorted(event.roles))}"
    return next((reason for filler in fillers if (reason := _filler_fault(role, filler, kinds))), "")


def _filler_fault(role: Role, filler: Filler, kinds: Kinds) -> str:
    if filler.kind not in _kinds(role):
        return f"{role.name} takes {role.kind}, not the {filler.kind} “{filler.value}”"
    if filler.kind == "date" and period(filler.value) is None:
        return f"{role.name}: “{filler.value}” is no EDTF date"
    if role.kind == "number" and not _NUMBERS[role.range].match(filler.value):
        return f"{role.name}: “{filler.value}” is no {role.range.rpartition('#')[2]} in digits"
    if filler.kind == "text" and not filler.value.strip():
        return f"{role.name}: the text is empty"
    return _class_fault(role, filler.value, kinds) if filler.kind == "entity" else ""


def _kinds(role: Role) -> frozenset[str]:
    return frozenset({"entity or text": ("entity", "text"), "number": ("text",)}.get(role.kind, (role.kind,)))


def _class_fault(role: Role, entity: str, kinds: Kinds) -> str:
    kind = kinds(entity)
    if not kind:
        return f"{role.name}: {entity} is neither in the authority nor among the text's own entities"
    if kind not in role.classes:
        return f"{role.name} takes {', '.join(role.classes)}, and {entity} is a {kind}"
    return ""


def _order_fault(fact: Fact) -> str:
    for before, after in ORDERED:
        first = [p for f in fact.args.get(before, ()) if (p := period(f.value))]
        last = [p for f in fact.args.get(after, ()) if (p := period(f.value))]
        if first and last and min(p.first for p in first) > max(p.last for p in last):
            return f"{before} {fact.args[before][0].value} is after {after} {fact.args[after][0].value}"
    return ""
