"""Gapping: one verb for several pairs ("Hariciye Vekâletine A, Dahiliye Vekâletine ise B seçildi"), read as one clause a pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase

SPEAKERS = {"PER", "GPE", "GRP"}
"""Who is spoken to is no goal: the letters of such pairs are told apart by their senders."""


def ungapped(clause: Clause) -> list[Clause]:
    """Return one clause a pair of person and goal where they alternate before the verb, or the clause itself."""
    persons = [p for p in clause.phrases if p.head.tag == "PER" and not p.relation and p.case in {"", "Acc"}]
    goals = [p for p in clause.phrases if p.case == "Dat" and not p.relation]
    alike = len(persons) == len(goals) > 1 and len({p.case for p in persons}) == 1
    if not alike or any(p.head.tag in SPEAKERS for p in goals):
        return [clause]
    paired = sorted((*persons, *goals), key=lambda p: p.head.index)
    if any(is_goal(left) == is_goal(right) for left, right in pairwise(paired)):
        return [clause]
    return [without(clause, [p for p in paired if not any(p is q for q in pair)]) for pair in zip(paired[::2], paired[1::2], strict=True)]


def is_goal(phrase: Phrase) -> bool:
    """Say whether a phrase is the goal of its pair."""
    return phrase.case == "Dat"


def without(clause: Clause, left_out: list[Phrase]) -> Clause:
    """Return the clause without the phrases of the other pairs."""
    return replace(clause, phrases=[p for p in clause.phrases if not any(p is q for q in left_out)])
