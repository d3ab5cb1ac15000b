"""Settle which of the candidates that share words becomes a mention: the only place where this is decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extraction.names.candidates import Candidate

# Where two candidates have the same words, the earlier tag wins; else the longer candidate does.
ORDER = ("DAT", "PER", "AGR", "CNF", "WAR", "OFF", "ORG", "GPE", "GRP", "LOC")
# Rules that guess from little: they win no word from any other rule.
WEAK = frozenset(
    {
        "form of a surname",
        "given name and surname",
        "named before",
        "unknown name in the locative",
        "before the noun of a place",
        "before the noun of a newspaper",
        "unknown name that somebody goes to",
    }
)


class Lost(NamedTuple):
    """A candidate that lost its words, and why."""

    candidate: Candidate
    reason: str


def settle(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Lost]]:
    """Return the candidates that keep their words, in reading order, and those that lost them with the reason."""
    kept: list[Candidate] = []
    lost: list[Lost] = []
    taken: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=_rank):
        winner = next((taken[at] for at in range(candidate.first, candidate.last + 1) if at in taken), None)
        if winner is None:
            kept.append(candidate)
            taken.update((at, candidate) for at in range(candidate.first, candidate.last + 1))
        elif (winner.start, winner.end, winner.tag) != (candidate.start, candidate.end, candidate.tag):
            lost.append(Lost(candidate, f"overlaps {winner.tag} {winner.name!r} ({winner.rule})"))
    return sorted(kept, key=lambda c: c.first), lost


def _rank(candidate: Candidate) -> tuple[bool, int, int, bool, int, str]:
    words = candidate.last - candidate.first
    return candidate.rule in WEAK, -candidate.weight, -words, candidate.rule != "authority", ORDER.index(candidate.tag), candidate.name
