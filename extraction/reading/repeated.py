"""The names that a text can mean: those known beforehand, and what it repeats itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extraction.reading.cutting import CLEAN
from extraction.reading.strokes import Neighbours, index, load, skeleton
from ontology.turkish import lower

FREQUENT = 4
ACRONYM = re.compile(r"[A-ZÇĞİÖŞÜ]{3,6}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a text can mean: words of known names, and capitalised words that the text itself repeats."""

    counts: Mapping[str, int]
    bones: Mapping[str, list[str]]
    seen: Mapping[str, int]
    often: Sequence[str]
    acronyms: Sequence[str]

    @classmethod
    def of(cls, known: Iterable[str], text: str) -> Names:
        """Gather names; of repeated words that look alike only the commonest is a name."""
        known = sorted(set(known))
        seen = Counter(match[0] for match in re.finditer(r"(?<![\w'’])[A-ZÇĞİÖŞÜ][^\W\d_]+(?=['’\s.,;:)])", text))
        counts = {word: seen[word] for word in known}
        often = {word: count for word, count in seen.items() if count >= FREQUENT and word not in counts}
        alike, near = index([*counts, *often]), Neighbours([*counts, *often])
        for word, count in often.items():
            rivals = {*alike[skeleton(word)], *near(word)} - {word}
            if all(count >= 2 * counts.get(other, often.get(other, 0)) for other in rivals):
                counts[word] = count
        sure, sound = set(known), load().known.known
        repeated = [word for word, count in counts.items() if count >= FREQUENT and len(word) >= 5 and (word in sure or sound(lower(word)))]
        return cls(counts, index(counts), seen, repeated, [word for word in seen if ACRONYM.fullmatch(word) and seen[word] >= 3 * FREQUENT])


def name_words(names: Iterable[str]) -> tuple[str, ...]:
    """Return the capitalised words of names."""
    return tuple(sorted({word for name in names for word in CLEAN.findall(name) if word[0].isupper() and len(word) > 1}))
