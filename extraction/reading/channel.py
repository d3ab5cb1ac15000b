"""What a misread word may be: a search through all Turkish stems and endings by what a scanner confuses.

A word is read from left to right; each step takes some of its signs for the letters that they may stand for: the letter itself, a row
of ``data/confusions.tsv``, or a run of upright strokes cut anew (``data/strokes.tsv``). What has been read must begin a stem of the
lexicon, and behind a stem an ending. Paths are followed cheapest first (Dijkstra's order), and a word counts only if the grammar
of :mod:`extraction.language` reads it.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from operator import itemgetter

from rapidfuzz.distance import Levenshtein

from extraction.reading import strokes
from extraction.reading.rules import DATA
from ontology.turkish import lower

# Letters made of upright strokes alone, and how many each has.
UPRIGHT = {"ı": 1, "i": 1, "l": 1, "r": 1, "t": 1, "n": 2, "u": 2, "ü": 2, "m": 3}
VOWELS = dict(zip("aıouâûeiöüî", "ııuuuiiiüüi", strict=True))
RUN, LETTERS = 4, 3
RECUT = (0.0, 0.5, 0.8, 1.1)
STROKE = str.maketrans("1|!", "ııı")
UNEVEN = 0.5
CAPITAL = 0.05
TAIL = re.compile(r"[\dA-ZÇĞİÖŞÜ;:,.'’\">~<)]{1,3}")
TAIL_COST = 0.6
SHORTEST = 4
STEPS = 1500


@dataclass(frozen=True, slots=True)
class Grammar:
    """Stems, endings with how common they are, and which letters may follow the beginnings of both (an empty one: a sign for nothing)."""

    stems: frozenset[str]
    endings: Mapping[str, float]
    after_stem: Mapping[str, tuple[str, ...]]
    after_ending: Mapping[str, tuple[str, ...]]


@cache
def confusions() -> Mapping[str, tuple[tuple[str, str, float], ...]]:
    """Return the rows of ``data/confusions.tsv`` by their first sign: (signs read, letters meant, cost)."""
    found: dict[str, list[tuple[str, str, float]]] = {}
    for read, letters, cost, _ in rows():
        found.setdefault(read[0], []).append((read, letters, cost))
    return {sign: tuple(entries) for sign, entries in found.items()}


def rows() -> Iterator[tuple[str, str, float, str]]:
    """Yield the rows of ``data/confusions.tsv``: signs read, letters meant, cost, example."""
    for line in (DATA / "confusions.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "read\t")):
            read, letters, cost, example = line.split("\t")
            yield read, letters.replace("-", ""), float(cost), example


@cache
def grammar() -> Grammar:
    """Return stems and endings, built once (about two seconds)."""
    from extraction.language.lexicon import irregular, listed  # (spaCy is loaded for damaged texts only)

    stems = {stem for stem, entries in listed().items() if any(letter not in {"E", "G", "X"} for _, letter, _ in entries)}
    verbs = {stem for stem, entries in listed().items() if any(letter == "V" for _, letter, _ in entries)}
    stems |= set(irregular()["stem"]) | {passive for verb in verbs for passive in _passives(verb)}
    endings = {ending: common for entries in strokes.load().endings.values() for ending, common in entries}
    begun, ended = _following(stems), _following(endings)
    for stem in stems:
        begun[stem] |= ended[""]
    return Grammar(frozenset(stems), endings, _frozen(begun), _frozen(ended))


def _following(words: Iterable[str]) -> dict[str, set[str]]:
    """Return every beginning of words with the letters that go on from it; the empty one stands for all words."""
    found: dict[str, set[str]] = {}
    for word in words:
        for end, letter in enumerate(word):
            found.setdefault(word[:end], {""}).add(letter)
        found.setdefault(word, {""})
    return found


def _frozen(following: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(sorted(letters)) for word, letters in following.items()}


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


@lru_cache(maxsize=20_000)
def recut(run: str) -> tuple[tuple[str, float], ...]:
    """Return what a run of upright strokes may be when it is cut anew, with the cost of each.

    >>> dict(recut("nı"))["m"], "ru" in dict(recut("nı"))
    (0.8, True)
    """
    bones = strokes.skeleton(run)
    if not bones or bones.strip("|"):
        return ()
    letters = lower(run).translate(STROKE)
    found = []
    for other, count in _cuts():
        far = Levenshtein.distance(letters, other)
        if 0 < far < len(RECUT) and abs(count - len(bones)) <= (len(bones) > 2):
            found.append((other, RECUT[far] + UNEVEN * (count != len(bones))))
    return tuple(found)


@cache
def _cuts() -> tuple[tuple[str, int], ...]:
    groups = (product(UPRIGHT, repeat=length) for length in range(1, LETTERS + 1))
    return tuple(("".join(group), sum(UPRIGHT[letter] for letter in group)) for cuts in groups for group in cuts)


def steps(word: str, at: int) -> Iterator[tuple[int, str, float]]:
    """Yield how many signs of ``word`` at ``at`` may stand for which letters, at what cost."""
    sign = word[at]
    small = lower(sign)
    if small.isalpha():
        yield 1, small, CAPITAL if sign != small and at else 0.0
    for read, letters, cost in confusions().get(sign, ()):
        if word.startswith(read, at):
            yield len(read), letters, cost
    for size in range(1, min(RUN, len(word) - at) + 1):
        options = recut(word[at : at + size])
        if not options and strokes.skeleton(word[at + size - 1]).strip("|"):
            break
        for letters, cost in options:
            yield size, letters, cost


def search(word: str, dearest: float) -> Iterator[tuple[str, float, float]]:
    """Yield the words that ``word`` may be, cheapest first: word, cost, how common its ending is (1.0 without one)."""
    known = grammar()
    moves = [_by_letter(steps(word, at)) for at in range(len(word))]
    heap = [(0.0, 0, "", "")]
    seen: set[tuple[int, str, str]] = set()
    given: set[str] = set()
    for _ in range(STEPS):
        if not heap:
            return
        cost, at, stem, ending = heapq.heappop(heap)
        if (at, stem, ending) in seen:
            continue
        seen.add((at, stem, ending))
        if _whole(word, at):
            found = stem + ending
            ended = ending in known.endings if ending else stem in known.stems
            full = cost + TAIL_COST * (at < len(word))
            if ended and full <= dearest and len(found) >= SHORTEST and found not in given and readable(found):
                given.add(found)
                yield found, full, known.endings[ending] if ending else 1.0
            if at == len(word):
                continue
        for first in known.after_ending[ending] if ending else known.after_stem[stem]:
            for size, letters, more in moves[at].get(first, ()):
                if cost + more > dearest:
                    break
                for place in _places(stem, ending, letters, known):
                    state = (at + size, *place)
                    if state not in seen:
                        heapq.heappush(heap, (cost + more, *state))


def _by_letter(found: Iterator[tuple[int, str, float]]) -> dict[str, list[tuple[int, str, float]]]:
    """Return steps by the first letter that they stand for, the cheapest first."""
    groups: dict[str, list[tuple[int, str, float]]] = {}
    for step in sorted(found, key=itemgetter(2)):
        groups.setdefault(step[1][:1], []).append(step)
    return groups


def _whole(word: str, at: int) -> bool:
    """Return whether a word is read to its end, or to signs that are no part of it."""
    return at == len(word) or (at >= SHORTEST and len(word) - at <= 3 and bool(TAIL.fullmatch(word, at)))


def _places(stem: str, ending: str, letters: str, known: Grammar) -> list[tuple[str, str]]:
    """Return where letters lead: on in the ending, on in the stem, or from the stem into an ending."""
    if ending:
        return [(stem, ending + letters)] if ending + letters in known.after_ending else []
    longer = stem + letters
    found = [(longer, "")] if not longer or longer in known.after_stem else []
    for cut in range(len(stem), len(longer)):
        if longer[:cut] in known.stems and longer[cut:] in known.after_ending:
            found.append((longer[:cut], longer[cut:]))
    return found
