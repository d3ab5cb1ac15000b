"""Signs beside the words that a scanner added, lost or misread: stops inside sentences, blanks before endings, digits of years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from extraction.reading.rules import digits_read, layout
from extraction.reading.strand import Edit
from ontology.turkish import lower

YEAR = re.compile(r"(?<![\w.,/-])1[5-9]\d\d(?!\w)")
MISREAD = re.compile(r"(?<![^\s(])[1Iılİ!]\s?[^\s.,;'’]{3}(?=['’\s.,;)])")
STOP = re.compile(r"(?<=\s)([^\W\d_]{4,})(\s?\.\s)(?=([^\W\d_]{2,}))")
TORN = re.compile(r"(?<=[\w])(\s['’])([^\W\d_]{1,6})(?=[\s.,;:)]|$)")
GLUED = re.compile(r"(?<=[a-zçğıöşü]{3})([,;])(?=[A-ZÇĞİÖŞÜ][^\W\d_]{2}|[12]\d{3}\b)")
REPEATED = 5


@dataclass(frozen=True, slots=True)
class Slips:
    """What a text repeats: its years, and the pairs of words with capitals; ``known`` tells sound words, ``ending`` sound case endings."""

    years: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    known: Callable[[str], bool]
    ending: Callable[[str], bool]

    @classmethod
    def of(cls, text: str, known: Callable[[str], bool], ending: Callable[[str], bool]) -> Slips:
        """Count the years and the pairs of ``text``."""
        pairs = re.findall(r"\b([A-ZÇĞİÖŞÜ][^\W\d_]+)(?=\s([A-ZÇĞİÖŞÜ][^\W\d_]+))", text)
        return cls(Counter(YEAR.findall(text)), Counter(pairs), known, ending)

    def edits(self, text: str) -> Iterator[tuple[Edit, str]]:
        """Yield what is mended in ``text``, with the name of the rule."""
        for match in MISREAD.finditer(text):
            if year := self.year(match[0]):
                yield Edit(*match.span(), year), "year"
        for match in STOP.finditer(text):
            if self._needless(match[1], match[3]):
                yield Edit(*match.span(2), " "), "stop"
        for match in GLUED.finditer(text):
            yield Edit(*match.span(), match[0] + " "), "blank"
        for match in TORN.finditer(text):
            if self.ending(match[2]):
                yield Edit(*match.span(1), match[1][-1]), "torn"

    def year(self, signs: str) -> str | None:
        """Return the year that signs of which at least two are digits stand for: the only one that the text has, where it repeats it."""
        bare = "".join(signs.split())
        if sum(sign.isdigit() for sign in bare) < 2 or (bare.isdigit() and bare == signs):
            return None
        readings = {"".join(digits) for digits in product(*(sign if sign.isdigit() else digits_read().get(sign, sign) for sign in bare))}
        found = [year for year in readings if year in self.years]
        return found[0] if len(found) == 1 and self.years[found[0]] >= REPEATED else None

    def _needless(self, before: str, after: str) -> bool:
        """Return whether a stop parts words of one sentence: before a small letter, or inside what the text often writes together."""
        if after[0].islower():
            return lower(before) not in {*layout().inside, *layout().either} and self.known(before) and self.known(after)
        return self.pairs.get((before, after), 0) >= REPEATED
