"""Which of the words that a misread word may be it is: the likeliest, where it is clearly likelier than every other.

How likely a word is, is how common it is in Turkish, or its ending where only its parts are known, and how often the word and other
forms of its lemma stand undamaged in the same text; from that the cost of its path through :mod:`extraction.reading.channel` is taken.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import simplemma

from extraction.reading import automaton, channel
from extraction.reading.lexicon import Lexicon

RAREST = -7.6
WEIGHT = 1.6
MARGIN = 0.95
BOLD, SMALL = 0.3, 0.6
DEAREST = 2.0
FREQUENT, COMMON = 1e-6, 1e-5
SHORT, LONG, EVERYDAY = 4, 10, 1e-4
# What a form costs that no list has, and one of the first or second person, which historians seldom write.
UNLISTED, SPOKEN = 1.0, 1.5
# How often a text must have a word that is looked for behind a capital.
OFTEN = 4
# From here on a short word is so usual, and the text has it so often, that it may be read boldly.
USUAL, MANY = 1e-3, 20
PART = 5
MARGIN_OF_PARTS = 0.5


@dataclass(frozen=True, slots=True)
class Conjectures:
    """Judges the possible readings of misread words of one text; ``here`` counts its words, ``lemmas`` their lemmas."""

    known: Lexicon
    here: Mapping[str, int]
    lemmas: Mapping[str, int]
    often: automaton.Grammar
    weighed: dict[str, list[tuple[float, str, float]]] = field(default_factory=dict)

    @classmethod
    def of(cls, here: Mapping[str, int], known: Lexicon) -> Conjectures:
        """Return a judge for the text whose known words are counted in ``here``."""
        lemmas: Counter[str] = Counter()
        for word, count in here.items():
            if automaton.readable(word):
                lemmas[automaton.lemma(word)] += count
        often = automaton.automaton((word for word, count in here.items() if count >= OFTEN), automaton.endings())
        return cls(known, here, lemmas, often)

    def misread(self, word: str) -> bool:
        """Return whether a word of small letters cannot be right: the grammar does not read it, and no list has it but for rare slips."""
        listed = self.known.frequency(word) >= FREQUENT or simplemma.is_known(word, lang="tr")
        return not listed and not automaton.readable(word)

    def likely(self, word: str, ending: float = 0.0) -> float:
        """Return the decimal logarithm of how likely a word is in this text; ``ending`` is how common its ending is."""
        frequency = self.known.frequency(word)
        common = math.log10(frequency) if frequency else RAREST + ending
        seen, lemma = self.here.get(word, 0), self.lemmas.get(automaton.lemma(word), 0)
        strange = UNLISTED * (not self.known.known(word)) + SPOKEN * (not seen and automaton.spoken(word))
        return 0.8 * common + 0.5 * math.log10(1 + seen) + 0.35 * math.log10(1 + lemma) - strange

    def ranked(self, word: str) -> list[tuple[float, str, float]]:
        """Return the words that ``word`` may be with score and cost, best first."""
        if word not in self.weighed:
            self.weighed[word] = self._weighed(word)
        return self.weighed[word]

    def _weighed(self, word: str) -> list[tuple[float, str, float]]:
        found = [(self.likely(other, ending) - WEIGHT * cost, other, cost) for other, cost, ending in channel.search(word, dearest(word))]
        return sorted(found, key=lambda entry: (-entry[0], entry[1]))

    def often_here(self, word: str) -> bool:
        """Return whether ``word`` may be one of the words that the text repeats, inflected or not; asked first, as it is quick."""
        return any(True for _ in channel.search(word, dearest(word), self.often))

    def best(self, word: str) -> str | None:
        """Return the word that ``word`` is, where that is certain enough."""
        ranked = self.ranked(word)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        score, found, cost = ranked[0]
        return found if score >= least(len(found)) and self._expected(found, cost) else None

    def _expected(self, word: str, cost: float) -> bool:
        """Return whether a reading is no surprise: bold ones must be words of this text, short ones common here or in Turkish."""
        frequency, seen = self.known.frequency(word), self.here.get(word, 0)
        if len(word) <= SHORT + 1 and cost > SMALL and seen < 2:
            return False
        if cost > UNLISTED and not seen and automaton.spoken(word):
            return False
        if len(word) <= SHORT:
            return cost <= (SMALL if frequency < USUAL or seen < MANY else UNLISTED) and (frequency >= EVERYDAY or seen >= 2)
        if len(word) >= LONG and self.known.known(word):
            return True
        return cost < BOLD or frequency >= COMMON or bool(self.lemmas.get(automaton.lemma(word)))

    def parted(self, word: str) -> str | None:
        """Return two words that lost the blank between them: ``başlayacakve``, both sound or one of them mended."""
        if not word.isalpha() or self.ranked(word):
            return None
        cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
        ranked = sorted((half for left, right in cuts for half in self._halves(left, right)), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN_OF_PARTS):
            return None
        return ranked[0][1]

    def _halves(self, left: str, right: str) -> Iterator[tuple[float, str]]:
        parts = [part if self._sound(part) else None for part in (left, right)]
        if None in parts and parts != [None, None]:
            broken = left if parts[0] is None else right
            mended = self.best(broken) if min(len(left), len(right)) > PART else None
            parts = [part or (mended if mended and self.known.known(mended) else None) for part in parts]
        if parts[0] and parts[1]:
            yield sum(self.likely(part) for part in parts if part), f"{parts[0]} {parts[1]}"

    def _sound(self, part: str) -> bool:
        """Return whether a part is a word for sure: short ones must be everyday words, long ones words of this text or common."""
        if not part.isalpha() or not automaton.readable(part):
            return False
        frequency = self.known.frequency(part)
        if len(part) < PART:
            return frequency >= EVERYDAY * (10 if len(part) == 2 else 1)
        return frequency >= FREQUENT or part in self.here


def dearest(word: str) -> float:
    """Return what the reading of a word may cost at most: long words may have more wrong signs.

    >>> dearest("sava~") < dearest("imzalanmasll1a")
    True
    """
    return min(DEAREST, 0.22 * len(word) + 0.1)


def least(length: int) -> float:
    """Return the score that a word of this length must reach: short words are like too many others."""
    return max(-8.5, -5.0 - 0.6 * max(0, length - 4))
