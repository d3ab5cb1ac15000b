"""Where a name stands, seen from the words that evoke an event: what tells a sure reading from a guess."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extraction.facts.slots import Site
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit

DEEPEST = 3


class Position(NamedTuple):
    """Which clause a name stands in (theme rel own around child parent sibling far) and where in it ("dat", "subject bare.owner")."""

    clause: str
    place: str


def position(site: Site, unit: Unit) -> Position:
    """Return where a unit stands: in the evoking phrase, or in the closest clause that holds it."""
    part = part_of(site.theme, unit) if site.theme else ""
    if part:
        return Position("theme", part)
    found = (Position(name, place) for name, clause in near(site) if (place := place_in(clause, unit)))
    return next(found, Position("far", "before" if unit.index < site.anchor else "after"))


def near(site: Site) -> Iterator[tuple[str, Clause]]:
    """Yield the clauses around an event with their relation to it, the closest first."""
    clauses = site.sentence.clauses
    yield from (("rel", c) for c in (site.theme.clauses if site.theme else []))
    own = site.clause or next((c for c in clauses if site.theme and any(part_of(p, site.theme.head) for p in c.phrases)), None)
    if own is None:
        return
    yield "own" if site.clause else "around", own
    yield from (("child", c) for c in clauses if c.parent is own or any(c.head is p for p in own.phrases))
    if own.parent is not None:
        yield "parent", own.parent
        yield from (("sibling", c) for c in clauses if c.parent is own.parent)


def place_in(clause: Clause, unit: Unit) -> str:
    """Return the place of a unit in a clause, empty where it stands outside."""
    for phrase in clause.phrases:
        part = part_of(phrase, unit)
        if part:
            return f"{depth(clause, phrase)}{phrase.relation or phrase.case or 'bare'}.{part}"
    for name, shared in (("inherited", clause.inherited), ("head", clause.head)):
        part = part_of(shared, unit) if shared else ""
        if part:
            return f"{name}.{part}"
    return ""


def depth(clause: Clause, phrase: Phrase) -> str:
    """Return "subject " or "object " for the phrase that is it."""
    return next((f"{name} " for name in ("subject", "object") if any(p is phrase for p in clause.slot(name))), "")


def part_of(phrase: Phrase, unit: Unit, level: int = 0) -> str:
    """Return which part of a phrase a unit is: head, list, owner, modifier, title or relative; empty for none."""
    if any(member is unit for member in phrase.members):
        return "head" if phrase.head is unit else "list"
    if level == DEEPEST:
        return ""
    inner = (("owner", phrase.owners), ("modifier", phrase.modifiers), ("title", phrase.titles))
    for name, phrases in (*inner, *(("relative", c.phrases) for c in phrase.clauses)):
        if any(part_of(p, unit, level + 1) for p in phrases):
            return name
    return ""
