"""Join what several places say into events: the same agreement, letter or mission is one node.

Which fillers identify an event stands in ``identity.toml``. Joining is a partition of all facts at once (union-find over
exact keys, after the dates of each group are resolved together), so neither the order of texts nor of facts matters.
"""

from __future__ import annotations

import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from extraction.records import Fact
from graph.iris import fingerprint, fold
from graph.periods import Period, period

RULES = Path(__file__).with_name("identity.toml")
_MONTH = 31
_NODE, _RULE, _OWN = 0, 1, 2  # kinds of keys, the most telling first

Key = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Attested:
    """A fact and the text that states it."""

    doc: str
    fact: Fact

    def own(self) -> tuple[str, ...]:
        """Return what tells this fact from every other: text, evidence and fillers, as strings."""
        spans = [f"{a}-{b}" for a, b in self.fact.segments]
        args = [f"{role}={f.kind}:{f.value}" for role in sorted(self.fact.args) for f in self.fact.args[role]]
        return (self.doc, *spans, "|", *sorted(args))

    def order(self) -> tuple[object, ...]:
        """Return a sort key that depends on nothing but the fact."""
        return (self.doc, self.fact.segments, self.own(), self.fact.status, -self.fact.confidence, self.fact.frame)


@dataclass(frozen=True, slots=True)
class Event:
    """The facts that speak of one event; ``path`` is its IRI below the base."""

    type: str
    path: str
    facts: tuple[Attested, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to recognise the same event; see ``identity.toml``."""

    roles: tuple[str, ...] = ()
    two: str = ""
    dates: tuple[str, ...] = ()
    grain: str = "day"
    undated: str = "apart"


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies the events of one type, and which of its roles have one true value."""

    node: str = ""
    single: frozenset[str] = frozenset()
    keys: tuple[Rule, ...] = ()


@lru_cache(maxsize=1)
def identities() -> Mapping[str, Identity]:
    """Return the identity of every event type in ``identity.toml``."""
    tables = tomllib.loads(RULES.read_text(encoding="utf-8"))
    return {name: _identity(table) for name, table in tables.items()}


def _identity(table: Mapping[str, object]) -> Identity:
    rows: Iterable[dict[str, object]] = table.get("keys", [])  # type: ignore[assignment]
    keys = tuple(Rule(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in rows)  # type: ignore[arg-type]
    return Identity(str(table.get("node", "")), frozenset(table.get("single", [])), keys)  # type: ignore[call-overload]


def join(facts: Iterable[Attested]) -> tuple[Event, ...]:
    """Return the events that ``facts`` speak of, sorted by path; every fact is in exactly one, or once per agreement it names."""
    by_type: dict[str, list[Attested]] = defaultdict(list)
    for item in sorted(facts, key=Attested.order):
        identity = identities().get(item.fact.type, Identity())
        by_type[item.fact.type] += _one_per_node(item, identity.node)
    events = (event for name in sorted(by_type) for event in _join_type(name, by_type[name]))
    return tuple(sorted(events, key=lambda event: event.path))


def _one_per_node(item: Attested, role: str) -> list[Attested]:
    """Split a fact that names two agreements (conferences, conflicts): each is an event of its own."""
    fillers = item.fact.args.get(role, ())
    if len(fillers) < 2:
        return [item]
    return [replace(item, fact=replace(item.fact, args={**item.fact.args, role: (filler,)})) for filler in fillers]


def _join_type(name: str, facts: Sequence[Attested]) -> Iterator[Event]:
    identity = identities().get(name, Identity())
    keys = _keys(facts, identity)
    for members in _components(keys):
        for node, group in _by_node(members, facts, identity.node).items():
            named = min(key for i in group for key in keys[i])
            path = node or f"event/{name.lower()}/{fingerprint([name, named[0], *named[1]])}"
            yield Event(name, path, tuple(facts[i] for i in group))


def _by_node(members: Sequence[int], facts: Sequence[Attested], role: str) -> dict[str, list[int]]:
    """Group the members of one component by the entity that is their node.

    Members that name no node belong to the only node there is; where a date and the parties fit two agreements they
    belong to neither and stay an event of their own.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for i in members:
        groups[_node(facts[i], role)].append(i)
    nodes = sorted(node for node in groups if node)
    return {nodes[0]: list(members)} if len(nodes) == 1 else dict(groups)


def _node(item: Attested, role: str) -> str:
    return next((f.value for f in item.fact.args.get(role, ()) if f.kind == "entity"), "")


def _keys(facts: Sequence[Attested], identity: Identity) -> list[list[Key]]:
    """Return, for each fact, the keys that it is recognised by; the last is its own and shared with no other evidence."""
    keys: list[list[Key]] = [[] for _ in facts]
    for i, item in enumerate(facts):
        if node := _node(item, identity.node):
            keys[i].append((_NODE, (node,)))
    for number, rule in enumerate(identity.keys):
        for i, key in _rule_keys(facts, rule, str(number)):
            keys[i].append((_RULE, key))
    for i, item in enumerate(facts):
        keys[i].append((_OWN, item.own()))
    return keys


def _rule_keys(facts: Sequence[Attested], rule: Rule, number: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    groups: dict[tuple[str, ...], dict[int, Period | None]] = defaultdict(dict)
    for i, item in enumerate(facts):
        for values in _combinations(item.fact, rule):
            groups[values][i] = _dated(item.fact, rule)
    for values in sorted(groups):
        moments = _moments(groups[values], rule)
        yield from ((i, (number, *values, moments[i])) for i in sorted(moments))


def _combinations(fact: Fact, rule: Rule) -> Iterator[tuple[str, ...]]:
    """Yield the identifying values of ``fact``: one filler of each role, or two fillers of one role."""
    if rule.two:
        return itertools.combinations(_values(fact, rule.two), 2)
    return itertools.product(*(_values(fact, role) for role in rule.roles))


def _values(fact: Fact, role: str) -> list[str]:
    return sorted({f.value if f.kind == "entity" else fold(f.value) for f in fact.args.get(role, ())})


def _dated(fact: Fact, rule: Rule) -> Period | None:
    """Return the most precise date of the first role in ``rule.dates`` that has one."""
    for role in rule.dates:
        known = [p for f in fact.args.get(role, ()) if (p := period(f.value))]
        if known:
            return min(known, key=lambda p: (p.days, p))
    return None


def _moments(dated: Mapping[int, Period | None], rule: Rule) -> dict[int, str]:
    """Return what stands for the date of each fact in a group of the same fillers; a fact without one joins nothing."""
    if not rule.dates:
        return dict.fromkeys(dated, "")
    periods = sorted({p for p in dated.values() if p})
    names = {p: _year(p) if rule.grain == "year" else _day(p, periods) for p in periods}
    known = sorted({name for name in names.values() if name})
    undated = "" if rule.undated != "join" or len(known) > 1 else known[0] if known else "undated"
    moments = {i: names[p] if p else undated for i, p in dated.items()}
    return {i: moment for i, moment in moments.items() if moment}


def _year(p: Period) -> str:
    return str(p.first.year) if p.first.year == p.last.year else ""


def _day(p: Period, periods: Sequence[Period]) -> str:
    """Return the one most precise date that ``p`` can mean, ``p`` itself where there are several, nothing where it is too wide."""
    if p.days > _MONTH:
        return ""
    finest = [q for q in periods if p.holds(q) and not any(q != r and q.holds(r) for r in periods)]
    meant = finest[0] if len(finest) == 1 else p
    return f"{meant.first.isoformat()}/{meant.last.isoformat()}"


def _components(keys: Sequence[Sequence[Key]]) -> list[list[int]]:
    """Return the indices that hang together by shared keys, each sorted (union-find)."""
    parent = list(range(len(keys)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[Key, int] = {}
    for i, own in enumerate(keys):
        for key in own:
            a, b = sorted((root(first.setdefault(key, i)), root(i)))
            parent[b] = a
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(keys)):
        groups[root(i)].append(i)
    return list(groups.values())
