"""Weighing: how far a misread word is from what it may be, and which of several words is clearly the best.

Letters that scanners take for each other count little, others with as many strokes rule a word out.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

UNLIKE = ({"r", "l"},)
TWINS = ({"c", "e"}, {"ı", "i"})
MARGIN = 0.5


def twins(word: str, other: str) -> bool:
    """Return whether two words differ only in letters that scanners confuse one for one."""
    return len(word) == len(other) and all(a == b or {a, b} in TWINS for a, b in zip(word, other, strict=True))


def far(word: str, other: str) -> float:
    """Return the edit distance, where a letter taken for its twin counts little."""
    if len(word) == len(other):
        twins = sum(0.2 if {a, b} in TWINS else 1 for a, b in zip(word, other, strict=True) if a != b)
        return min(twins, Levenshtein.distance(word, other))
    return Levenshtein.distance(word, other)


def unlikely(word: str, other: str) -> bool:
    """Return whether one letter was read as another that has as many strokes and yet looks different: r as l."""
    return len(word) == len(other) and any({a, b} in UNLIKE for a, b in zip(word, other, strict=True))


def furthest(word: str) -> int:
    """Return how many letters of a word may be misread."""
    return 1 if len(word) <= 4 else 2 if len(word) <= 7 else 3 if len(word) <= 11 else 4


def clear(best: Sequence[tuple[float, str]]) -> str | None:
    """Return the best word if it is clearly better than every other one."""
    scores: dict[str, float] = {}
    for score, word in best:
        scores[word] = max(score, scores.get(word, -99.0))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def least(length: int) -> float:
    """Return the score that a word of this length must reach: short words are like too many others."""
    return max(-8.4, -4.6 - 0.6 * max(0, length - 3))
