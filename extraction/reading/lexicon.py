"""Which words Turkish has: the corpus counts of wordfreq and the dictionary of simplemma, with inflection taken off.

Both come with their libraries and need no download. ``known`` is generous (an inflected form of a known word is known);
``frequency`` is the share of running words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

import simplemma
import wordfreq


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A Turkish word list with frequencies; words in Turkish lower case."""

    counts: Mapping[str, float]
    seen: dict[str, bool] = field(default_factory=dict)

    def frequency(self, word: str) -> float:
        """Return the share of ``word`` among running words, 0.0 where it is not listed."""
        return self.counts.get(word.replace("i̇", "i"), 0.0)

    def known(self, word: str) -> bool:
        """Return whether ``word`` (lower case) is Turkish, inflected or not."""
        found = self.seen.get(word)
        if found is None:
            found = self.seen[word] = word in self.counts or bool(simplemma.is_known(word, lang="tr"))
        return found


@cache
def load() -> Lexicon:
    """Return the lexicon, loaded once."""
    return Lexicon(cast("Mapping[str, float]", wordfreq.get_frequency_dict("tr", "best")))
