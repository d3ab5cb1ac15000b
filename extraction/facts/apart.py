"""Events that one phrase tells of together: the talks of several pairs, and delegations each with a head of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extraction.facts.amounts import amount_of
from extraction.facts.match import Candidate
from extraction.facts.slots import DASHES
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

SERIES = {",", "ve"}
SPEAKERS = {"PER", "GPE"}
REACH = 8
"""Units before a body in which its people are counted."""


def pointed(unit: Unit) -> tuple[Filler, ...]:
    """Return the entity that a unit names as a filler."""
    mention = unit.mention
    return (Filler("entity", mention.entity, mention.source),) if mention and mention.entity else ()


def told_apart(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate for each event that is told together with others."""
    if candidate.type == "Meeting" and len(both := pairs(candidate)) > 1:
        for left, right in both:
            yield replace(candidate, args={**candidate.args, "participant": (*pointed(left), *pointed(right))})
    elif number := several(candidate):
        args = {role: told for role, told in candidate.args.items() if role != "size"}
        heads = args.get("head", ())
        for head in [(h,) for h in heads] if len(heads) == number else [heads]:
            yield replace(candidate, args=args | ({"head": head} if head else {}))
    else:
        yield candidate


def pairs(candidate: Candidate) -> list[tuple[Unit, Unit]]:
    """Return the pairs that dashes join before the noun for their talks ("A-B, C-D görüşmeleri")."""
    units, found = candidate.site.sentence.units, list[tuple[Unit, Unit]]()
    end = candidate.site.theme.head.index if candidate.site.theme else 0
    while end > 2 and units[end - 2].text in DASHES:
        left, right = units[end - 3], units[end - 1]
        if not {left.tag, right.tag} <= SPEAKERS:
            break
        found.insert(0, (left, right))
        end -= 4
        if end < 0 or units[end].text not in SERIES:
            break
    return found


def several(candidate: Candidate) -> int:
    """Return how many delegations are counted and not their people ("iki heyet", not "iki kişilik heyet"), or 0."""
    theme = candidate.site.theme
    if theme is None or candidate.type != "Mission" or not lower(theme.head.text).split()[-1].startswith(tuple(word_class("mission"))):
        return 0
    before = candidate.site.sentence.units[max(0, theme.head.index - REACH) : theme.head.index]
    number = amount_of(theme, candidate.site.sentence) if not any(u.lemma.startswith("kişi") for u in before) else []
    return int(number[0].value) if number else 0
