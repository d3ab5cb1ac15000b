"""What Turkish words are made of: their stems and endings as one automaton, and what the grammar says of a word.

spaCy, with which :mod:`extraction.language` is loaded, is needed for damaged texts only; hence the imports inside functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extraction.reading import strokes

VOWELS = dict(zip("aıouâûeiöüî", "ııuuuiiiüüi", strict=True))
# The nodes at which stems and endings begin.
STEM, END = 0, 1


@dataclass(frozen=True, slots=True)
class Grammar:
    """Stems and endings as one automaton: ``after`` has for each node the nodes that letters lead to, ``END`` begins the endings."""

    after: Sequence[Mapping[str, int]]
    stems: Mapping[int, str]
    endings: Mapping[int, tuple[str, float]]


@cache
def grammar() -> Grammar:
    """Return stems and endings, built once (about a second)."""
    from extraction.language.lexicon import irregular, listed  # (spaCy is loaded for damaged texts only)

    stems = {stem for stem, entries in listed().items() if any(letter not in {"E", "G", "X"} for _, letter, _ in entries)}
    verbs = {stem for stem, entries in listed().items() if any(letter == "V" for _, letter, _ in entries)}
    stems |= set(irregular()["stem"]) | {passive for verb in verbs for passive in _passives(verb)}
    return automaton(stems, endings())


def endings() -> dict[str, float]:
    """Return the endings of Turkish, and how common each is."""
    return {ending: common for entries in strokes.load().endings.values() for ending, common in entries}


def automaton(stems: Iterable[str], endings: Mapping[str, float]) -> Grammar:
    """Return the automaton of stems and endings; for each ending how common it is."""
    after: list[dict[str, int]] = [{}, {}]
    lasts = {_added(after, STEM, stem): stem for stem in sorted(stems)}
    return Grammar(after, lasts, {_added(after, END, ending): (ending, endings[ending]) for ending in sorted(endings)})


def _added(after: list[dict[str, int]], node: int, word: str) -> int:
    """Add the letters of a word behind a node, and return the last node."""
    for letter in word:
        follows = after[node].get(letter)
        if follows is None:
            follows = after[node][letter] = len(after)
            after.append({})
        node = follows
    return node


def _passives(verb: str) -> Iterator[str]:
    """Yield the passive stem of a verb: ``tutul``, ``bulun``, ``den``, ``edil``.

    >>> list(_passives("tut")), list(_passives("de")), list(_passives("bul"))
    (['tutul'], ['den'], ['bulun'])
    """
    last = next((letter for letter in reversed(verb) if letter in VOWELS), "")
    if last and verb[-1] in VOWELS:
        yield verb + "n"
    elif last:
        yield verb + VOWELS[last] + ("n" if verb[-1] == "l" else "l")


@lru_cache(maxsize=100_000)
def readable(word: str) -> bool:
    """Return whether the grammar reads a word (in lower case) from a stem of the lexicon that is no name."""
    from extraction.language.readings import word_readings

    return any(reading.known and reading.pos not in {"PROPN", "X", "PUNCT"} for reading in word_readings(word))


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return the lemma of a word in lower case."""
    from extraction.language.readings import word_readings

    return word_readings(word)[0].lemma


def spoken(word: str) -> bool:
    """Return whether a word in lower case is of the first or second person before anything else."""
    from extraction.language.readings import word_readings

    first = word_readings(word)[0]
    return bool({first.get("Person"), first.get("Person[psor]")} & {"1", "2"})
