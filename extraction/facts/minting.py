"""Minting: entities for what a text speaks of without a name ("bir ticaret antlaşması"), so that a fact can point at it.

An unnamed treaty, body or people ("elçilikler") belongs to the text that tells it: its id holds the place where it stands, so that two
texts' unnamed treaties never become one. An office is what it is called, whoever says so, and its id is its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extraction.records import Entity, Fact, Filler
from ontology.slug import slug
from ontology.turkish import capital

# Roles that the ontology fills with entities, and the kind of entity that words without a name make there.
KINDS: Mapping[str, str] = {
    "agreement": "Agreement", "conference": "Conference", "conflict": "Conflict", "office": "Office", "organization": "Organization",
    "sender": "Group", "recipient": "Group", "participant": "Group", "actor": "Group", "side": "Group", "person": "Group",
}  # fmt: skip
SHARED = {"Office"}
SHORTEST = 4


def minted(facts: Iterable[Fact], doc: str) -> tuple[tuple[Fact, ...], tuple[Entity, ...]]:
    """Return the facts with unnamed fillers turned into entities, and those entities, sorted by id, each once."""
    done: list[Fact] = []
    made: dict[str, Entity] = {}
    for fact in facts:
        args = {role: tuple(pointed(f, role, fact, doc, made) for f in values) for role, values in fact.args.items()}
        done.append(replace(fact, args=args))
    return tuple(done), tuple(made[i] for i in sorted(made))


def pointed(filler: Filler, role: str, fact: Fact, doc: str, made: dict[str, Entity]) -> Filler:
    """Return the filler, or the entity made of its words where the role takes entities only."""
    kind = KINDS.get(role)
    if filler.kind != "text" or kind is None or (len(filler.value) < SHORTEST and kind != "Group"):
        return filler
    place = "" if kind in SHARED else f"-{doc[:3]}-{(filler.source or fact.span).start}"
    entity = Entity(f"{kind.lower()}/{slug(filler.value)}{place}", kind, capital(filler.value))
    made[entity.id] = entity
    return Filler("entity", entity.id, filler.source)
