"""Line ends: whether the words on either side of a line break are one word, a compound that keeps its hyphen, or two words.

A hyphen at the end of a line is a broken word unless something speaks for a compound: a capital letter after it
(Türk-Sovyet), an ezafe (Kuvâ-yı, Misak-ı), digits (1918-1922), or the text's own spelling in the middle of a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from extraction.reading.lexicon import Lexicon
from ontology.turkish import lower

Joint = Literal["join", "keep", "blank"]
WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*")
LAST = re.compile(r"([^\W\d_]+(?:[-–][^\W\d_]+)*)-$")
FIRST = re.compile(r"[^\W\d_]+")
EZAFE = re.compile(r"(?:[ıiuü]|y[ıiuü])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How the text itself writes its words in the middle of lines, in lower case, with counts; hyphens kept."""

    words: Mapping[str, int]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        """Count the words of lines, those broken at a line's end left out."""
        counts: Counter[str] = Counter()
        for line in lines:
            found = WORD.findall(lower(line))
            counts.update(found[:-1] if line.endswith("-") else found)
        return cls(counts)

    def count(self, word: str) -> int:
        """Return how often the text writes ``word``."""
        return self.words.get(word, 0)


def joint(left: str, right: str, vocabulary: Vocabulary, lexicon: Lexicon) -> Joint:
    """Return how two lines meet: ``left`` ends one, ``right`` begins the next."""
    if not left.endswith(("-", "\u00ad")):
        return "blank"
    if left.endswith("\u00ad"):
        return "join"
    if len(left) < 2 or left[-2].isspace():
        return "blank"
    last, first = LAST.search(left), FIRST.match(right)
    if not last or not first:
        return "keep"
    return "keep" if _compound(last[1], first[0], vocabulary, lexicon) else "join"


def _compound(left: str, right: str, vocabulary: Vocabulary, lexicon: Lexicon) -> bool:
    capitals = left.isupper() and len(left) > 1
    if right[0].isupper() and not capitals:
        return True
    head, low, tail = lower(left), lower(left.rsplit("-", 1)[-1]), lower(right)
    together, apart = vocabulary.count(head + tail), vocabulary.count(f"{head}-{tail}")
    if together or apart:
        return apart > together
    if EZAFE.fullmatch(tail) and (any(f"{head}-{vowel}" in vocabulary.words for vowel in ("ı", "i", "u", "ü", "yı", "yi", "yu", "yü"))):
        return True
    return _two_words(low, tail, vocabulary, lexicon)


def _two_words(left: str, right: str, vocabulary: Vocabulary, lexicon: Lexicon) -> bool:
    """Return whether both halves are words and what they make together is none: “alış-veriş”, “siyasi-iktisadi”."""
    if len(left) < 3 or len(right) < 4 or lexicon.known(left + right):
        return False
    return all(vocabulary.count(word) and lexicon.known(word) for word in (left, right))
