"""Words by the strokes that a scanner sees, and the Turkish words and endings found by them.

A scanner that misreads Turkish print mostly cuts the same upright strokes anew: *sorun* becomes *sonın*, *yapılmış* *yapılıruş*.
Words are therefore indexed by a skeleton in which each letter is the strokes it is made of (``data/strokes.tsv``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from extraction.reading import lexicon
from extraction.reading.rules import DATA
from ontology.turkish import lower

RAREST = -7.6
COMMON = 3e-7
BACK, FRONT = "aıouâû", "eiöüî"
HIGH = dict(zip(BACK + FRONT, "ııuuıuiiüüi", strict=True))


@cache
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for row in (DATA / "strokes.tsv").read_text(encoding="utf-8").splitlines():
        strokes, _, characters = row.partition("\t")
        if row.startswith("#") or strokes == "skeleton":
            continue
        table.update({ord(ch): "" if strokes == "-" else strokes for ch in characters})
    return table


def skeleton(word: str) -> str:
    """Return the strokes of a word.

    >>> skeleton("sorun") == skeleton("sonın")
    True
    """
    return word.translate(_table())


def index(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words by skeleton, in the order given."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(skeleton(word), []).append(word)
    return found


def harmony(stem: str, ending: str) -> bool:
    """Return whether the first vowel of an ending follows the last vowel of its word, and no vowel meets another.

    >>> harmony("Rusya", "nın"), harmony("Rusya", "nun"), harmony("Rusya", "nin"), harmony("Rusya", "dan"), harmony("Rusya", "ım")
    (True, False, False, True, False)
    """
    if stem[-1:] in BACK + FRONT and ending[:1] in BACK + FRONT:
        return False
    last = next((ch for ch in reversed(lower(stem)) if ch in BACK + FRONT), "")
    first = next((ch for ch in ending if ch in BACK + FRONT), "")
    return not last or not first or (first == HIGH[last] if first in HIGH.values() else (last in BACK) == (first in BACK))


class Neighbours:
    """Words one letter apart, found by what is left of them without a letter (W. Garbe's symmetric deletion)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._shorter: dict[str, list[str]] = {}
        for word in words:
            for short in _shorter(word):
                self._shorter.setdefault(short, []).append(word)

    def __call__(self, word: str) -> set[str]:
        """Return the words that one letter more, less or other makes of ``word``."""
        near = {other for short in _shorter(word) for other in self._shorter.get(short, ())} - {word}
        return {other for other in near if Levenshtein.distance(word, other, score_cutoff=1) == 1}


def _shorter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@dataclass(frozen=True, slots=True)
class Strokes:
    """Turkish words, stems and endings by skeleton; ``endings`` maps a skeleton to endings with their commonness in 0..1."""

    near: Neighbours
    words: Mapping[str, list[str]]
    stems: Mapping[str, list[str]]
    endings: Mapping[str, list[tuple[str, float]]]
    known: lexicon.Lexicon

    def like(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield the Turkish words whose strokes are those of ``word`` and the logarithm (base 10) of how common each is."""
        bones = skeleton(word)
        common = False
        for other in self.words.get(bones, ()):
            frequency = self.known.frequency(other) or 1e-8
            common = common or frequency > 1e-4
            yield other, math.log10(frequency)
        if not common:
            yield from self._inflected(bones, len(word))

    def _inflected(self, bones: str, length: int) -> Iterator[tuple[str, float]]:
        """Yield stem and ending put together, the two longest stems that give a Turkish word."""
        left = 2
        for cut in range(len(bones) - 1, 3, -1):
            stems, endings = self.stems.get(bones[:cut]), self.endings.get(bones[cut:])
            if not stems or not endings:
                continue
            forms = [
                (stem + ending, RAREST + common)
                for stem in stems
                for ending, common in endings
                if abs(len(stem) + len(ending) - length) <= 2
            ]
            forms = [form for form in forms if self.known.known(form[0])]
            yield from forms
            left -= bool(forms)
            if not left:
                return


@cache
def load() -> Strokes:
    """Return the index of Turkish, built once (about half a second)."""
    known = lexicon.load()
    words = [word for word in known.counts if word.isalpha() and len(word) > 1]
    stems = [row for row in (DATA / "stems.txt").read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    endings: dict[str, list[tuple[str, float]]] = {}
    for row in (DATA / "suffixes.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        ending, count = row.split("\t")
        endings.setdefault(skeleton(ending), []).append((ending, math.log10(int(count)) / 4.5))
    near = Neighbours(word for word in words if known.frequency(word) >= COMMON)
    return Strokes(near, index(words), index(dict.fromkeys([*stems, *map(lower, words)])), endings, known)
