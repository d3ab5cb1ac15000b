"""See the graph as a network of actors: who had to do with whom, in what, when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import networkx
from pyoxigraph import Store

import ontology
from graph.exchange import local, select
from graph.store import open_store
from ontology.vocabulary import RDFS, SEM, H

LEADING = ("sender", "giver", "head", "founder", "actor", "person", "signatory", "commander")
"""Roles from which edges go out, the first of these first."""
TRAILING = ("recipient", "represents", "organization")
"""Roles at which edges arrive; between equals an edge goes by the IRIs of its ends."""


@dataclass(slots=True)
class _Part:
    """An actor in a role of an event, and who says so."""

    role: str
    actor: str
    confidence: float = 0.0
    docs: set[str] = field(default_factory=set)

    def rank(self) -> tuple[int, str, str]:
        """Return a sort key: who acts comes before whom it concerns."""
        place = LEADING.index(self.role) if self.role in LEADING else len(LEADING) + (self.role in TRAILING)
        return (place, self.actor, self.role)


def network(directory: Path) -> networkx.MultiDiGraph:
    """Return the actors of the graph in ``directory`` and an edge for each event and pair of actors in it.

    Only what counts as having happened is in it: planned and denied events are not. Nodes are IRIs with ``label`` and ``kind``;
    edges bear ``event``, ``label``, ``type``, ``date`` (EDTF, empty if unknown), ``roles`` ("sender → recipient"), ``confidence`` (the
    lower of the two) and ``sources`` (texts that name both, or either, joined by "; ").
    """
    store = open_store(directory)
    result = networkx.MultiDiGraph()
    parts, facts = _parts(store)
    labels = {row["actor"].value: (row["actorLabel"].value, local(row["kind"].value)) for row in select(store, "actors")}
    met = {part.actor for group in parts.values() for part in group}
    for actor in sorted(met):
        result.add_node(actor, label=labels[actor][0], kind=labels[actor][1])
    dates = _dates(store)
    for event in sorted(parts):
        for number, (a, b) in enumerate(_pairs(parts[event])):
            common = sorted(a.docs & b.docs or a.docs | b.docs)
            about = {"event": event, "label": facts[event][0], "type": facts[event][1], "date": dates.get(event, "")}
            told = {"roles": f"{a.role} → {b.role}", "confidence": min(a.confidence, b.confidence), "sources": "; ".join(common)}
            result.add_edge(a.actor, b.actor, key=f"{event}#{number}", **about, **told)
    return result


def _pairs(parts: Iterable[_Part]) -> Iterator[tuple[_Part, _Part]]:
    return ((a, b) for a, b in combinations(sorted(parts, key=_Part.rank), 2) if a.actor != b.actor)


def _parts(store: Store) -> tuple[dict[str, list[_Part]], dict[str, tuple[str, str]]]:
    """Return the actors of each event, and each event's label and type."""
    acting = _acting_roles()
    types = {t.concept: t.name for t in ontology.event_types().values()}
    parts: dict[str, dict[tuple[str, str], _Part]] = defaultdict(dict)
    facts = {}
    for row in select(store, "actors"):
        role, actor, event = local(row["role"].value), row["actor"].value, row["event"].value
        if role not in acting:
            continue
        part = parts[event].setdefault((role, actor), _Part(role, actor))
        part.confidence = max(part.confidence, float(row["confidence"].value))
        part.docs.add(row["doc"].value)
        facts[event] = (row["eventLabel"].value, types[row["type"].value])
    return {event: list(found.values()) for event, found in parts.items()}, facts


def _acting_roles() -> frozenset[str]:
    return frozenset(
        local(str(role)) for role in ontology.load().transitive_subjects(RDFS.subPropertyOf, SEM.hasActor) if str(role).startswith(str(H))
    )


def _dates(store: Store) -> dict[str, str]:
    """Return one date for each event: the first role of its type, in the order of the ontology, that has one."""
    order = {role: i for t in ontology.event_types().values() for i, role in enumerate(t.roles)}
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in select(store, "dates"):
        role = local(row["role"].value)
        if role in order:
            found[row["event"].value].append((order[role], row["date"].value))
    return {event: min(dates)[1] for event, dates in found.items()}
