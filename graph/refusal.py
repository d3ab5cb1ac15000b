"""Refuse what the ontology does not allow, before it becomes triples, each with its reason.

A filler that its role does not take is left out and the rest of its fact stands; where less than two roles remain, or the fact itself is at
fault, the fact is left out. SHACL checks the finished graph again; this check exists so that one bad filler costs one filler and its reason
names the role, the value and what was allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

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
    """A fact, or one filler of it, that is not in the graph, and why."""

    doc: str
    type: str
    reason: str
    span: Span
    quote: str


def leave_out(doc: str, fact: Fact, reason: str) -> LeftOut:
    """Return the record of a fact that is left out for ``reason``."""
    return LeftOut(doc, fact.type, reason, fact.span if fact.segments else Span(0, 0), fact.reading)


def sift(extraction: Extraction, types: Mapping[str, EventType], kinds: Kinds) -> tuple[list[Attested], list[LeftOut]]:
    """Return the facts of ``extraction`` that can enter the graph, without fillers that cannot, and what is left out with its reason."""
    kept, refused, doc = [], [], extraction.source.doc
    for fact in extraction.facts:
        faults = dict(_filler_faults(fact, types[fact.type], kinds)) if fact.type in types else {}
        reason = fault(without(fact, faults), len(extraction.text), types)
        if reason:
            refused.append(leave_out(doc, fact, next(iter(faults.values()), reason)))
        else:
            kept.append(Attested(doc, without(fact, faults)))
            refused += [leave_out(doc, fact, f"{why}; the fact stands without it") for why in faults.values()]
    return kept, refused


def without(fact: Fact, faults: Mapping[tuple[str, Filler], str]) -> Fact:
    """Return a fact without the fillers at fault."""
    if not faults:
        return fact
    args = {role: tuple(f for f in fillers if (role, f) not in faults) for role, fillers in fact.args.items()}
    return replace(fact, args={role: fillers for role, fillers in args.items() if fillers})


def fault(fact: Fact, length: int, types: Mapping[str, EventType]) -> str:
    """Return why ``fact``, of a text of ``length`` code points, cannot enter the graph whatever its fillers are; empty where it can."""
    if fact.type not in types:
        return f"type {fact.type} is not in the ontology; known: {', '.join(sorted(types))}"
    few = "fewer than two roles are filled" if sum(map(len, fact.args.values())) < 2 else ""
    return _evidence_fault(fact, length) or few or _order_fault(fact)


def _evidence_fault(fact: Fact, length: int) -> str:
    if not fact.segments or not fact.reading.strip():
        return "no evidence: the fact has no words of the text"
    bounds = [offset for segment in fact.segments for offset in segment]
    if bounds != sorted(bounds) or bounds[0] < 0 or bounds[-1] > length or any(a == b for a, b in fact.segments):
        return f"evidence {list(map(tuple, fact.segments))} is no stretch of a text of {length} characters"
    if not 0 <= fact.confidence <= 1:
        return f"confidence {fact.confidence} is not between 0 and 1"
    return ""


def _filler_faults(fact: Fact, event: EventType, kinds: Kinds) -> Iterator[tuple[tuple[str, Filler], str]]:
    for name, fillers in sorted(fact.args.items()):
        role = event.roles.get(name)
        for filler in fillers:
            known = f"{event.name} has no role {name}; its roles: {', '.join(sorted(event.roles))}"
            reason = _filler_fault(role, filler, kinds) if role else known
            if reason:
                yield (name, filler), reason


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
