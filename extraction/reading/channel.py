"""What a misread word may be: a search through all Turkish stems and endings by what a scanner confuses.

A word is read from left to right; each step takes some of its signs for the letters that they may stand for: the letter itself, a row
of ``data/confusions.tsv``, or a run of upright strokes cut anew (``data/strokes.tsv``). What has been read must begin a stem of the
lexicon, and behind a stem an ending. Paths are followed cheapest first (A*), and a word counts only if the grammar
of :mod:`extraction.language` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from heapq import heappop, heappush
from itertools import product
from math import inf as INFINITE
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from extraction.reading import strokes
from extraction.reading.automaton import END, STEM, Grammar, grammar, lemma, readable
from extraction.reading.rules import DATA
from ontology.turkish import lower

# Letters made of upright strokes alone, and how many each has.
UPRIGHT = {"ı": 1, "i": 1, "l": 1, "r": 1, "t": 1, "n": 2, "u": 2, "ü": 2, "m": 3}
RUN, LETTERS = 4, 3
RECUT = (0.0, 0.5, 0.8, 1.1)
STROKE = str.maketrans("1|!", "ııı")
UNEVEN = 0.5
CAPITAL = 0.05
TAIL = re.compile(r"[\dA-ZÇĞİÖŞÜ;:,.'’\">~<)]{1,3}")
TAIL_COST = 0.6
SHORTEST = 4
STEPS = 500
# How long the signs of a confusion may be.
LONGEST = 3


class Signs(NamedTuple):
    """What signs of a word may stand for, by the letters: the least cost, what ends here (how many signs, at what cost), what goes on.

    What goes on comes cheapest first.
    """

    least: float
    ends: tuple[tuple[int, float], ...]
    further: Mapping[str, Signs]


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


@lru_cache(maxsize=20_000)
def recut(run: str) -> tuple[tuple[str, float], ...]:
    """Return what a run of upright strokes may be when it is cut anew, with the cost of each.

    >>> dict(recut("nı"))["m"], "ru" in dict(recut("nı"))
    (0.8, True)
    """
    bones = strokes.skeleton(run)
    return () if not bones or bones.strip("|") else _recut(lower(run).translate(STROKE), len(bones))


@lru_cache(maxsize=20_000)
def _recut(letters: str, bones: int) -> tuple[tuple[str, float], ...]:
    found = []
    for count in (bones - 1, bones, bones + 1) if bones > 2 else (bones,):
        uneven = count != bones
        cuts = _cuts().get(count, [])
        for other, far in zip(cuts, cdist([letters], cuts, scorer=Levenshtein.distance)[0].tolist() if cuts else (), strict=True):
            if 0 < far < len(RECUT) - uneven:
                found.append((other, RECUT[far] + UNEVEN * uneven))
    return tuple(found)


@cache
def _cuts() -> dict[int, list[str]]:
    """Return the ways to write as few letters as ``LETTERS`` by the number of their strokes."""
    found: dict[int, list[str]] = {}
    for length in range(1, LETTERS + 1):
        for group in product(UPRIGHT, repeat=length):
            found.setdefault(sum(UPRIGHT[letter] for letter in group), []).append("".join(group))
    return found


@lru_cache(maxsize=20_000)
def _confused(window: str, first: bool) -> tuple[tuple[int, str, float], ...]:
    """Return how many signs of a window, from its first, may stand for which letters, at what cost; ``first`` where a word begins so."""
    sign = window[0]
    small = lower(sign)
    itself = [(1, small, CAPITAL if sign != small and not first else 0.0)] if small.isalpha() else []
    rows = confusions().get(sign, ())
    return (*itself, *((len(read), letters, cost) for read, letters, cost in rows if window.startswith(read)))


def search(word: str, dearest: float, known: Grammar | None = None) -> Iterator[tuple[str, float, float]]:
    """Yield the words (of Turkish if none are given) that ``word`` may be: word, cost, how common its ending is (1.0 without one).

    The paths that may come out cheapest are followed first (A*): what the rest of a word costs at least is known beforehand.
    """
    known = known or grammar()
    moves = [_moves(word, at) for at in range(len(word))]
    rest = _rest(word, moves)
    ahead = [min(rest[at + 1 : at + 1 + RUN], default=0.0) for at in range(len(word))]
    whole = [_whole(word, at) for at in range(len(word) + 1)]
    heap = [(rest[0], 0, STEM, -1, 0.0)]
    cheapest: dict[tuple[int, int, int], float] = {}
    endings: dict[tuple[int, int], list[tuple[float, int, int, int]]] = {}
    given: set[str] = set()
    for _ in range(STEPS):
        if not heap:
            return
        _, at, node, stem, cost = heappop(heap)
        if whole[at]:
            full = cost + TAIL_COST * (at < len(word))
            found, common = _word(known, node, stem)
            if full <= dearest and len(found) >= SHORTEST and found not in given and readable(found):
                given.add(found)
                yield found, full, common
            if at == len(word):
                continue
        room = dearest - cost
        for start, behind in _goes_on(known, node, stem):
            # What can follow inside an ending is the same behind every stem, and the first to ask has the most room.
            reached = endings.get((at, start)) if behind >= 0 else None
            if reached is None:
                reached = _reached(known, moves[at][0], start, room - ahead[at], stem=behind < 0)
                if behind >= 0:
                    endings[at, start] = reached
            for more, size, to, ended in reached:
                if more > room:
                    break
                state = (at + size, to, ended if behind < 0 else behind)
                if cost + more + rest[at + size] <= dearest and cost + more < cheapest.get(state, INFINITE):
                    cheapest[state] = cost + more
                    heappush(heap, (cost + more + rest[at + size], *state, cost + more))


def _goes_on(known: Grammar, node: int, stem: int) -> list[tuple[int, int]]:
    """Return where a path goes on, each with its stem (-1 for none yet): at its node, and behind a whole stem with the endings."""
    return [(node, stem), (END, node)] if stem < 0 and node in known.stems else [(node, stem)]


def _reached(known: Grammar, moves: Sequence[Signs], start: int, room: float, *, stem: bool) -> list[tuple[float, int, int, int]]:
    """Return what signs may be read behind a node, cheapest first: the cost, how many, the node they lead to.

    Where the letters of one sign end a ``stem`` and go on with an ending, the stem's node follows, otherwise -1.
    """
    after, stems = known.after, known.stems
    found = []
    stack = [(signs, start, -1) for signs in moves if signs[0] <= room]
    while stack:
        (_, ends, further), node, ended = stack.pop()
        for size, cost in ends:
            if cost <= room:
                found.append((cost, size, node, ended))
        if not further:
            continue
        places = [(after[node], ended)]
        if stem and ended < 0 and node != start and node in stems:
            places.append((after[END], node))
        for letters, behind in places:
            for letter in further if len(further) < len(letters) else letters:
                rest = further.get(letter)
                if rest and rest[0] <= room and letter in letters:
                    stack.append((rest, letters[letter], behind))
    found.sort()
    return found


def _word(known: Grammar, node: int, stem: int) -> tuple[str, float]:
    """Return the word that ends at a node, empty where none does, and how common its ending is."""
    if stem < 0:
        return known.stems.get(node, ""), 1.0
    ending, common = known.endings.get(node, ("", 0.0))
    return (known.stems[stem] + ending if ending else ""), common


def _rest(word: str, moves: Sequence[tuple[Sequence[Signs], Mapping[int, float]]]) -> list[float]:
    """Return for every place of a word what the signs from there on cost at least, whatever they stand for."""
    rest = [0.0] * (len(word) + 1)
    for at in range(len(word) - 1, -1, -1):
        whole = TAIL_COST if _whole(word, at) else INFINITE
        rest[at] = min([whole, *(cost + rest[at + size] for size, cost in moves[at][1].items())])
    return rest


def _moves(word: str, at: int) -> tuple[tuple[Signs, ...], dict[int, float]]:
    """Return what the signs at a place of a word may stand for, and the least cost for each number of them."""
    runs = list(_runs(word, at))
    trees = [_plain(word[at : at + LONGEST], at == 0), *(_anew(word[at : at + size]) for size in runs)]
    least = {size: tree.least for size, tree in zip(runs, trees[1:], strict=True)}
    for size, _, cost in _confused(word[at : at + LONGEST], at == 0):
        least[size] = min(cost, least.get(size, INFINITE))
    return tuple(trees), least


def _runs(word: str, at: int) -> Iterator[int]:
    """Yield how long the runs of upright strokes are that begin at a place and may be cut anew."""
    for size in range(1, min(RUN, len(word) - at) + 1):
        if recut(word[at : at + size]):
            yield size
        elif strokes.skeleton(word[at + size - 1]).strip("|"):
            return


@lru_cache(maxsize=20_000)
def _plain(window: str, first: bool) -> Signs:
    return _tree(_confused(window, first))


@lru_cache(maxsize=20_000)
def _anew(run: str) -> Signs:
    return _tree([(len(run), letters, cost) for letters, cost in recut(run)])


def _tree(found: Iterable[tuple[int, str, float]]) -> Signs:
    """Return steps by their letters."""
    ends: dict[int, float] = {}
    further: dict[str, list[tuple[int, str, float]]] = {}
    for size, letters, cost in found:
        if letters:
            further.setdefault(letters[0], []).append((size, letters[1:], cost))
        else:
            ends[size] = min(cost, ends.get(size, INFINITE))
    trees = [
        (letter, _leaf(rest[0][0], rest[0][2]) if len(rest) == 1 and not rest[0][1] else _tree(rest)) for letter, rest in further.items()
    ]
    trees.sort(key=lambda entry: entry[1].least)
    least = min([*ends.values(), *(tree.least for _, tree in trees[:1])], default=INFINITE)
    return Signs(least, tuple(ends.items()), dict(trees))


@cache
def _leaf(size: int, cost: float) -> Signs:
    return Signs(cost, ((size, cost),), {})


def _whole(word: str, at: int) -> bool:
    """Return whether a word is read to its end, or to signs that are no part of it."""
    return at == len(word) or (at >= SHORTEST and len(word) - at <= 3 and bool(TAIL.fullmatch(word, at)))


def forget() -> None:
    """Drop what the search keeps, some 150 MB, once a text is mended."""
    for kept in (grammar, readable, lemma, recut, _confused, _plain, _recut, _anew, _leaf):
        kept.cache_clear()
