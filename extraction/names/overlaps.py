"""Settle which of the candidates that share words becomes a mention: the only place where this is decided."""

from __future__ import annotations

from collections.abc import Iterable

from extraction.names.candidates import Candidate

# Where two candidates have the same words, the earlier tag wins; else the longer candidate does.
ORDER = ("DAT", "PER", "AGR", "CNF", "WAR", "OFF", "ORG", "GPE", "GRP", "LOC")
# Rules that guess from little: they win no word from any other rule.
WEAK = frozenset(
    {
        "form of a surname",
        "trained recogniser",
        "given name and surname",
        "named before",
        "unknown name in the locative",
        "before the noun of a place",
        "before the noun of a newspaper",
        "before the noun of a company",
        "unknown name that somebody goes to",
    }
)


Settled = tuple[Candidate, tuple[Candidate, ...]]
"""A candidate that keeps its words, and the other readings of them, as they lost them."""


def settle(candidates: Iterable[Candidate]) -> list[Settled]:
    """Return the candidates that keep their words, in reading order, each with those that lost theirs to it."""
    kept: list[tuple[Candidate, list[Candidate]]] = []
    taken: dict[int, int] = {}
    for candidate in sorted(candidates, key=_rank):
        words = range(candidate.first, candidate.last + 1)
        at = next((taken[word] for word in words if word in taken), None)
        if at is None:
            taken.update(dict.fromkeys(words, len(kept)))
            kept.append((candidate, []))
        elif not _says_as_much(kept[at][0], candidate):
            kept[at][1].append(candidate)
    return sorted(((winner, tuple(lost)) for winner, lost in kept), key=lambda item: item[0].first)


def _says_as_much(winner: Candidate, other: Candidate) -> bool:
    """Say whether a name is the winner itself or a part of it of the same kind ("Karabekir" in "Kâzım Karabekir Paşa")."""
    return winner.tag == other.tag and winner.start <= other.start and other.end <= winner.end


def _rank(candidate: Candidate) -> tuple[bool, int, int, bool, int, str]:
    words = candidate.last - candidate.first
    return candidate.rule in WEAK, -candidate.weight, -words, candidate.rule != "authority", ORDER.index(candidate.tag), candidate.name
