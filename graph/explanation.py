"""Lead from a node of the graph to the words it rests on, and to what other sources say of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolution, Store, Variable
from rapidfuzz import fuzz, process

import ontology
from graph.exchange import local, query_text
from graph.formats import cited
from graph.identity import identities
from graph.store import StoreError, open_store
from graph.turtle import prefixes
from graph.weighing import Value, Within, disagree
from ontology.vocabulary import BASE, EDTF_DATE, RDF, RDFS, SEM, H

NEAR = 3
"""How many near matches an unknown IRI is answered with."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one passage says of an event, and how it came into the graph.

    ``prefix`` and ``suffix`` are the context of ``exact`` in the original file, ``reading`` the same words after repair; ``page`` is empty
    where unknown, ``line`` counts from 1; ``roles`` are (role, value) as labels; ``works`` what its notes cite. ``names`` says, one name a
    line, how the names and dates in the words were read, why, and which readings lost; empty unless asked for.
    """

    event: str
    event_label: str
    doc: str
    title: str
    exact: str
    prefix: str
    suffix: str
    reading: str
    page: str
    line: int
    section: str
    frame: str
    confidence: float
    status: str
    works: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A value that a text gives for a role; ``agrees`` is false where it contradicts what the event shows."""

    role: str
    value: str
    doc: str
    status: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Where a node comes from: ``kind`` is event, claim or entity; ``sayings`` the passages behind it, ``others`` what other texts say."""

    iri: str
    kind: str
    label: str
    sayings: tuple[Saying, ...]
    others: tuple[Voice, ...]

    def __str__(self) -> str:
        """Return the explanation as plain text for a terminal."""
        lines = [f"{self.label}  ({self.kind})", self.iri]
        for saying in self.sayings:
            lines += ["", *_told(saying, self.kind)]
        if self.others:
            lines += ["", "What the sources say of each role:"]
        lines += [f"  {'=' if v.agrees else '≠'} {v.role}: {v.value}  [{v.doc}, {v.status}]" for v in self.others]
        return "\n".join(lines)


def _told(saying: Saying, kind: str) -> list[str]:
    place = ", ".join(filter(None, [f"p. {saying.page}" if saying.page else "", f"line {saying.line}", saying.section]))
    lines = [f"{saying.doc}: {saying.title} ({place})"]
    lines += [f"  {saying.event_label}"] if kind == "entity" else []
    lines += [f"  …{_flat(saying.prefix)}«{_flat(saying.exact)}»{_flat(saying.suffix)}…"]
    lines += [f"  {role}: {value}" for role, value in saying.roles]
    lines += [f"  {saying.status}, confidence {saying.confidence:g}, read by {saying.frame or 'an unnamed frame'}"]
    return lines + [f"  cites {work}" for work in saying.works] + [f"  name {name}" for name in saying.names]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def explain(directory: Path, iri: str, *, names: bool = False) -> Explanation:
    """Return where the event, claim or entity ``iri`` of the graph in ``directory`` comes from, on request with its names' readings.

    ``iri`` may be shortened: ``person/ali-fuat-cebesoy`` or ``person:ali-fuat-cebesoy``. Raises ``StoreError`` for one that the graph
    does not have, with the nearest that it has.
    """
    store = open_store(directory)
    node = NamedNode(_full(iri))
    kind = _kind(store, node)
    rows = _rows(store, node, kind)
    works = cited(store)
    groups = _passages(rows)
    named = {doc: _mentions(store, doc) for doc in ({group[0]["doc"] for group in groups} if names else ())}
    sayings = tuple(_saying(group, works, _inside(named.get(group[0]["doc"], []), group[0])) for group in groups)
    others = _others(store, rows, node, kind) if kind != "entity" else ()
    return Explanation(node.value, kind, _label(store, rows, node, kind), sayings, others)


def _full(iri: str) -> str:
    if iri.startswith(("http://", "https://")):
        return iri
    prefix, colon, rest = iri.partition(":")
    return prefixes()[prefix] + rest if colon and prefix in prefixes() else f"{BASE}{iri.lstrip('/')}"


def _kind(store: Store, node: NamedNode) -> str:
    types = {quad.object.value for quad in store.quads_for_pattern(node, NamedNode(str(RDF.type)), None)}  # type: ignore[union-attr]
    if not types:
        raise StoreError(f"{node.value}: not in this graph{_near(store, node.value)}")
    if str(H.Claim) in types:
        return "claim"
    if any(True for _ in store.quads_for_pattern(node, NamedNode(str(SEM.eventType)), None)):
        return "event"
    if any(True for _ in store.quads_for_pattern(node, NamedNode(str(H.inAuthority)), None)):
        return "entity"
    raise StoreError(f"{node.value}: is neither event nor claim nor entity but {', '.join(sorted(types))}: ask for one that rests on it")


def _near(store: Store, iri: str) -> str:
    """Return a hint at the entities and events whose IRI or label is nearest to ``iri``."""
    choices: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, NamedNode(str(RDFS.label)), None, None):
        choices.setdefault(quad.subject.value.removeprefix(str(BASE)), "")  # type: ignore[union-attr]
    found = process.extract(iri.removeprefix(str(BASE)), sorted(choices), scorer=fuzz.ratio, limit=NEAR, score_cutoff=50)
    return f"; near: {', '.join(name for name, *_ in found)}" if found else "; ask for an IRI of graph.ttl"


def _rows(store: Store, node: NamedNode, kind: str) -> list[QuerySolution]:
    """Return the claims of an event, of the passage behind a claim, or in which an entity fills a role."""
    if kind == "event":
        return _claims(store, event=node)
    if kind == "entity":
        return _claims(store, value=node)
    own = _claims(store, claim=node)[0]
    return _claims(store, event=own["event"], quote=own["quote"], status=own["status"])


def _claims(store: Store, **given: object) -> list[QuerySolution]:
    bound = {Variable(name): value for name, value in given.items()}
    rows = list(store.query(query_text("claims"), substitutions=bound))  # type: ignore[arg-type]
    return sorted(rows, key=lambda row: (row["doc"].value, int(row["start"].value), row["claim"].value))


def _passages(rows: Iterable[QuerySolution]) -> list[list[QuerySolution]]:
    groups: dict[tuple[str, ...], list[QuerySolution]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[key].value for key in ("event", "quote", "status"))].append(row)
    return list(groups.values())


def _mentions(store: Store, doc: Literal) -> list[QuerySolution]:
    """Return the mentions of a text in order."""
    return list(store.query(query_text("named"), substitutions={Variable("doc"): doc}))  # type: ignore[arg-type]


def _inside(mentions: Iterable[QuerySolution], passage: QuerySolution) -> tuple[str, ...]:
    """Return how each name and date within a passage was read."""
    start, end = int(passage["start"].value), int(passage["end"].value)
    return tuple(_reading(row) for row in mentions if start <= int(row["start"].value) and int(row["end"].value) <= end)


def _reading(row: QuerySolution) -> str:
    meant = row["label"] or row["value"]
    parts = [f"{_flat(row['text'].value)}: {row['tag'].value}", f"= {meant.value}" if meant else "= ?"]
    how = "; ".join(row[key].value for key in ("rule", "reasons") if row[key] and row[key].value)
    return " ".join(parts) + (f" ({how})" if how else "")


def _saying(rows: list[QuerySolution], works: Mapping[str, list[str]], names: tuple[str, ...]) -> Saying:
    first = rows[0]
    text = {
        key: first[key].value if first[key] else ""
        for key in ("doc", "title", "exact", "prefix", "suffix", "reading", "page", "section", "frame")
    }
    return Saying(
        event=first["event"].value,
        event_label=first["eventLabel"].value,
        line=int(first["line"].value),
        confidence=max(float(row["confidence"].value) for row in rows),
        status=local(first["status"].value),
        works=tuple(sorted({label for row in rows for label in works.get(row["claim"].value, [])})),
        roles=tuple((local(row["role"].value), _shown(row)) for row in sorted(rows, key=lambda row: (row["role"].value, _shown(row)))),
        names=names,
        **text,
    )


def _shown(row: QuerySolution) -> str:
    return str((row["valueLabel"] or row["value"]).value)


def _label(store: Store, rows: list[QuerySolution], node: NamedNode, kind: str) -> str:
    if kind == "claim":
        own = next(row for row in rows if row["claim"] == node)
        return f"{own['eventLabel'].value}: {local(own['role'].value)} = {_shown(own)}"
    labels = {q.object.language: q.object.value for q in store.quads_for_pattern(node, NamedNode(str(RDFS.label)), None)}  # type: ignore[union-attr]
    return labels.get("tr", node.value)


def _others(store: Store, rows: list[QuerySolution], node: NamedNode, kind: str) -> tuple[Voice, ...]:
    """Return what every text says of the event's roles, or of a claim's role, and whether it agrees with what is asked for."""
    own = next((row for row in rows if row["claim"] == node), None)
    claims = _claims(store, event=rows[0]["event"]) if kind == "claim" else rows
    types = {t.concept: t for t in ontology.event_types().values()}
    event_type = types[rows[0]["type"].value].name if rows else ""
    single = identities()[event_type].single if event_type in identities() else frozenset[str]()
    voices = set()
    for row in claims:
        role = local(row["role"].value)
        if own is None or (role == local(own["role"].value) and row["quote"] != own["quote"]):
            held = [own["value"]] if own else _held(store, row)
            agrees = role not in single or not any(disagree(_value(row["value"]), _value(v), _within(store)) for v in held)
            voices.add(Voice(role, _shown(row), row["doc"].value, local(row["status"].value), agrees))
    return tuple(sorted(voices, key=lambda v: (v.role, not v.agrees, v.value, v.doc, v.status)))


def _held(store: Store, row: QuerySolution) -> list[NamedNode | Literal]:
    """Return what the event itself shows for the role of a claim."""
    return [quad.object for quad in store.quads_for_pattern(row["event"], row["role"], None)]  # type: ignore[misc]


def _value(term: NamedNode | Literal) -> Value:
    if isinstance(term, NamedNode):
        return Value("entity", term.value)
    return Value("date" if term.datatype.value == str(EDTF_DATE) else "text", term.value)


def _within(store: Store) -> Within:
    """Return a test of whether one node lies in another, by the authority's links in the store."""
    return lambda inner, outer: bool(store.query(f"ASK {{ <{inner}> <{H.relatedTo}>+ <{outer}> }}"))
