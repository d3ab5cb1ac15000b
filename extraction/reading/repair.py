"""Words that a scanner misread, mended where it is certain what they are.

A word is touched only if no Turkish word, name or number reads like it. What it may be is looked up by its strokes
(:mod:`extraction.reading.strokes`) after the signs of ``data/misread.toml`` are read as letters; candidates are weighed by how common they
are, here and in Turkish, against how far they are from what stands there (a noisy channel, M. D. Kernighan et al., COLING 1990). The best
one is taken if it is good enough and clearly better than the next; else the word stays as it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, cast

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from extraction.reading import cutting, weighing
from extraction.reading.automaton import lemma
from extraction.reading.conjecture import OFTEN, Conjectures
from extraction.reading.cutting import CLEAN, TOKEN
from extraction.reading.repeated import FREQUENT, Names
from extraction.reading.rules import table
from extraction.reading.slips import Slips
from extraction.reading.strand import Edit
from extraction.reading.strokes import COMMON, Neighbours, Strokes, harmony, load, skeleton
from ontology.turkish import capital, lower

LONE = re.compile(r"[iıIl1JjtfT][\\']?|[\\/']")
NUMERAL = re.compile(r"[IVXLC]+\.?|[^a-zçğıöşü]*\d[^a-zçğıöşü]*|\d+['’]?[a-zçğıöşü]{1,6}")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
SIGNS = re.compile(r"[^\w]")
DOTTED = re.compile(r"[^\W\d_]+[.·][^\W\d_]+(?:[.·][^\W\d_]+)?|[^\W\d_]*[~§]?[^\W\d_]*[~§][^\W\d_]+")
FARNESS = 0.55
SURE = -6.0
# So long is a word with a capital that is taken apart: shorter ones may be strange names.
LONG = 14
# Signs that stand for small letters more often than for capitals.
SIGN = frozenset("!\\~")
# So long is a word with a capital, and so often its lemma in the text, that it is no name.
LONGER, USUAL = 7, 10
CASE = re.compile(r"(?<=[a-zçğıöşü]['’])[a-zçğıöşü]+")
CAPITALS = re.compile(r"[1Ilıi]?r?[vV][lI1f]?(?=[A-Z]|$)|[lI1J]3")
INITIAL = re.compile(r"(?<![^\W\d_])[A-ZÇĞİÖŞÜ]\.\s?$")
INSIDE = re.compile(r"([A-ZÇĞİÖŞÜ]?[a-zçğıöşü]{3,})([A-ZÇĞİÖŞÜ][a-zçğıöşü]{3,})")
UNSURE = frozenset("IJLFU")


class Mended(NamedTuple):
    """What a word was mended to, and the rule's name."""

    word: str
    rule: str


@cache
def misreadings(where: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of ``data/misread.toml`` for the head of a word or its inside, and the letter of each."""
    rows = cast("list[dict[str, str]]", table("misread")[where])
    return tuple((re.compile(row["read"]), row["is"]) for row in rows)


@dataclass(frozen=True, slots=True)
class Repairer:
    """Mends words of one text."""

    strokes: Strokes
    names: Names
    here: Mapping[str, int]
    near: Neighbours
    conjectures: Conjectures
    slips: Slips
    cases: Mapping[str, int]
    done: dict[tuple[str, bool], Mended | None] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, known: Iterable[str]) -> Repairer:
        """Return a repairer for ``text``; ``known`` are the words of names known beforehand."""
        strokes = load()
        words = Counter(lower(word) for word in CLEAN.findall(text))
        here = {word: count for word, count in words.items() if strokes.known.known(word)}
        near = Neighbours(word for word in here if strokes.known.frequency(word) < COMMON)
        cases = Counter(CASE.findall(text))
        slips = Slips.of(text, lambda word: strokes.known.known(lower(word)), lambda ending: cases[ending] >= FREQUENT)
        return cls(strokes, Names.of(known, text), here, near, Conjectures.of(here, strokes.known), slips, cases)

    def edits(self, text: str) -> list[tuple[Edit, str]]:
        """Return the repairs of ``text`` as edits with the names of their rules, in order and apart."""
        slips = list(self.slips.edits(text))
        taken = {at for edit, _ in slips for at in range(edit.start, edit.end)}
        found: list[tuple[Edit, str]] = []
        tokens = list(TOKEN.finditer(text))
        skip = False
        for at, token in enumerate(tokens):
            if skip:
                skip = False
                continue
            if joined := self._joined(text, tokens, at):
                found.append(joined)
                skip = True
                continue
            found += self._mended(text, token)
        return sorted([*slips, *((edit, rule) for edit, rule in found if taken.isdisjoint(range(edit.start, edit.end)))])

    def _mended(self, text: str, token: re.Match[str]) -> Iterator[tuple[Edit, str]]:
        """Yield the repairs of the words in a stretch without blanks; a small letter behind an initial begins a name."""
        for start, end in cutting.parts(text, token.start(), token.end()):
            mended = self.mend(text[start:end], initial=cutting.begins(text, start))
            if not mended and text[start].islower() and INITIAL.search(text, max(0, start - 4), start):
                mended = self._name(text[start:end])
            if mended and mended.word != text[start:end]:
                yield Edit(start, end, mended.word), mended.rule

    def _joined(self, text: str, tokens: Sequence[re.Match[str]], at: int) -> tuple[Edit, str] | None:
        """Mend a word whose first letter was read as signs with a blank after them: “i Iükümet”."""
        first = tokens[at][0]
        if at + 1 >= len(tokens) or not LONE.fullmatch(first):
            return None
        second = next(iter(cutting.parts(text, tokens[at + 1].start(), tokens[at + 1].end())), None)
        if second is None or second[1] - second[0] < 4 or self.known(text[second[0] : second[1]]):
            return None
        mended = self._name(first + text[second[0] : second[1]])
        return (Edit(tokens[at].start(), second[1], mended.word), "join") if mended else None

    def known(self, word: str) -> bool:
        """Return whether a word needs no repair."""
        if len(word) < 2 or NUMERAL.fullmatch(word) or not re.search(r"[^\W\d_]", word):
            return True
        stem, _, ending = cutting.apart(word.replace('"', "'"))
        if not CLEAN.fullmatch(stem) or (ending and not CLEAN.fullmatch(ending)):
            return False
        if stem[1:] != stem[1:].lower() and not stem.isupper():
            return len(word) <= 3 and self.strokes.known.frequency(lower(stem)) < 1e-3
        good = stem in self.names.counts or self.strokes.known.known(lower(stem)) or (stem.isupper() and len(stem) < 4)
        return good and (not ending or self._ending_known(ending))

    def _ending_known(self, ending: str) -> bool:
        return any(ending == other for other, _ in self.strokes.endings.get(skeleton(ending), ()))

    def mend(self, word: str, *, initial: bool) -> Mended | None:
        """Return what ``word`` is if it was misread and that is certain; ``initial`` where a sentence may begin with it."""
        key = (word, initial)
        if key not in self.done:
            mended = self._guessed(word, initial) if self.known(word) else self._mend(word, initial)
            if not mended and len(word) > 4 and word[0] == "(" and (inner := self.mend(word[1:], initial=initial)):
                mended = Mended("(" + inner.word, inner.rule)
            self.done[key] = mended
        return self.done[key]

    def _mend(self, word: str, initial: bool) -> Mended | None:
        mark = cutting.apart(word)[1]
        if mended := self._acronym(word) or self._parted_at_capital(word):
            return mended
        named: Mended | None = self._name(word) if not word[0].islower() or not CLEAN.fullmatch(word) or mark else None
        if named:
            return named
        if mark or (word[0].isupper() and not initial):
            return self._guessed(word, initial)
        return self._common(word) or self._unglued(word) or self._guessed(word, initial)

    def _guessed(self, word: str, initial: bool) -> Mended | None:
        """Return what a misread word is by the search through all words; a capital inside a sentence only where the text has the word."""
        if len(word) < 4 or word.isupper() or NUMERAL.fullmatch(word) or YEAR.search(word) or (word[0].isupper() and "'" in word):
            return None
        if (CLEAN.fullmatch(word) and not self.conjectures.misread(lower(word))) or ('"' in word and self.known(word)):
            return None
        joined = (word.islower() and len(word) >= 8) or (word[1:].islower() and len(word) >= LONG)
        sought = word if word[0] == "I" else lower(word[0]) + word[1:]
        anywhere = word[0].islower() or word[0] in SIGN or initial
        if not (anywhere or joined or self.conjectures.often_here(sought)):
            return None
        found = self.conjectures.best(sought)
        great = word[0].isupper() and (initial or lower(word[0]) == (found or " ")[0])
        if found and great and lower(word[0]) != found[0] and word[0] not in UNSURE:
            return None
        if found and (anywhere or self.here.get(found, 0) >= OFTEN or (great and self._named(found))):
            return Mended(capital(found) if great else found, "search")
        parts = self.conjectures.parted(lower(word)) if not found and joined else None
        if not parts:
            return self._behind_name(word) if not found and joined else None
        return Mended(capital(parts) if word[0].isupper() else parts, "parts")

    def _named(self, word: str) -> bool:
        """Return whether the text writes the lemma of a word with a capital, or has a long one often."""
        often = len(word) >= LONGER and self.conjectures.lemmas.get(lemma(word), 0) >= USUAL
        return often or self.names.seen.get(capital(lemma(word)), 0) >= OFTEN

    def _behind_name(self, word: str) -> Mended | None:
        """Return a name and the word behind it that lost the blank between them: ``Meclisikararlaştırmıştır``."""
        for cut in range(len(word) - 6, 4, -1) if word[0].isupper() and CLEAN.fullmatch(word) else ():
            name, rest = word[:cut], word[cut:]
            if name in self.names.counts:
                sound = self.conjectures.known.frequency(rest) or rest in self.here
                mended = Mended(rest, "parts") if sound else self.mend(rest, initial=False)
                return Mended(f"{name} {mended.word}", "parts") if mended else None
        return None

    def _name(self, word: str) -> Mended | None:
        """Return the name that ``word`` is, its ending mended too."""
        stem, mark, ending = cutting.apart(word)
        if mark and stem in self.names.counts:
            right = self._ending(stem, ending)
            return Mended(stem + mark + right, "ending") if right else None
        best: list[tuple[float, str]] = []
        for variant, cost in self._variants(stem):
            for name in self._alike(variant):
                far = Levenshtein.distance(variant, name)
                seen = self.names.counts[name]
                if far <= (weighing.furthest(name) + 2 * (seen >= 10) if seen >= 2 else 1 + (len(name) >= 7)):
                    best.append((math.log10(seen + 1) - FARNESS * far - cost, name))
        found = weighing.clear(best or list(self._near_names(stem)))
        if found is None or len(found) < 4:
            return None
        tail = self._ending(found, ending) or (ending if CLEAN.fullmatch(ending) and len(ending) <= 5 else "") if mark else ""
        return None if mark and not tail else Mended(found + mark + tail, "name")

    def _near_names(self, stem: str) -> Iterator[tuple[float, str]]:
        """Yield the names that the text repeats and that differ in a letter or two from a word that it has once."""
        if len(stem) < 5 or stem[0].islower() or stem[0] == "(" or self.names.seen.get(stem, 0) > 1:
            return
        odd = not CLEAN.fullmatch(stem)
        for variant, cost in self._variants(stem):
            for name, far, _ in extract(variant, self.names.often, scorer=Levenshtein.distance, score_cutoff=1 + odd, limit=3):
                part = stem.endswith(name) or variant.startswith(name) or (variant[-1].isalnum() and variant[-1] != name[-1])
                if far <= len(name) // (3 if odd else 6) and len(name) <= len(variant) and not part:
                    yield math.log10(self.names.counts[name] + 1) - FARNESS * far - cost, name

    def _acronym(self, word: str) -> Mended | None:
        """Return the acronym, one that the text repeats, that a word of capitals is: ``TPMM``, ``T'BMM``."""
        stem, mark, ending = cutting.apart(word)
        if len(stem) > 8 or (stem in self.names.seen and self.names.seen[stem] > 1) or sum(letter.isupper() for letter in word) < 3:
            return None
        plain = "".join(letter for letter in CAPITALS.sub(lambda match: "M" if "v" in match[0].lower() else "B", stem) if letter.isalpha())
        near = [name for name in self.names.acronyms if len(name) == len(plain) and Levenshtein.distance(plain, name) <= (len(name) > 3)]
        if len(near) != 1 or stem.endswith(near[0]) or near[0][-1] != plain[-1]:
            return None
        tail = (self._ending(stem, ending) or ending) if mark else ""
        return Mended(near[0] + mark + tail, "name")

    def _parted_at_capital(self, word: str) -> Mended | None:
        """Return two words with a capital in their midst that lost the blank between them."""
        match = INSIDE.fullmatch(word)
        return Mended(f"{match[1]} {match[2]}", "blank") if match and self.known(match[1]) and self.known(match[2]) else None

    def _alike(self, variant: str) -> list[str]:
        bones = skeleton(variant)
        return [name for name in self.names.bones.get(bones, ()) if name[0] == variant[0] or name[0] in "İIJLTR"]

    def _ending(self, stem: str, ending: str) -> str | None:
        """Return the case ending that ``ending`` is: in harmony with its word, and often behind an apostrophe here."""
        if self._ending_known(ending):
            return ending
        best = []
        for other, common in self.strokes.endings.get(skeleton(ending), ()):
            if harmony(stem, other):
                here = 0.5 * math.log10(1 + self.cases.get(other, 0))
                best.append((2 * common + here - FARNESS * Levenshtein.distance(ending, other), other))
        return weighing.clear(best)

    def _common(self, word: str) -> Mended | None:
        """Return the common word that ``word`` is."""
        low = lower(word)
        odd = bool(SIGNS.search(low)) and not DOTTED.fullmatch(low)
        best: list[tuple[float, str]] = []
        for variant, cost in self._variants(word):
            if not odd or CLEAN.fullmatch(variant):
                best += self._weighed(variant, cost)
            if not cost and best and max(best)[0] > SURE:
                break
        found = weighing.clear([*best, *self._rivals(low)]) if best else None
        if found is None or max((score for score, other in best if other == found), default=-99.0) < weighing.least(len(found)):
            return None
        if len(found) <= 3 and not weighing.twins(low, found):
            return None
        if len(found) <= 5 and self.here.get(found, 0) < 2 and self.strokes.known.frequency(found) < 1e-4:
            return None
        named = len(found) >= 5 and found[0] != low[0] and self.names.counts.get(capital(found), -1) >= 0.4 * self.here.get(found, 0)
        return Mended(capital(found) if named or word[0].isupper() else found, "letters")

    def _weighed(self, variant: str, cost: float) -> Iterator[tuple[float, str]]:
        variant = lower(variant)
        for found, common in self.strokes.like(variant):
            far = weighing.far(variant, found)
            if weighing.unlikely(variant, found) or (far >= 2 and cost >= 0.8):
                continue
            if far + (cost > 0 and len(found) <= 5) <= weighing.furthest(found):
                here = self.here.get(found, 0)
                strange = 1.0 if not here and (found.endswith(("m", "k")) or 0 < self.strokes.known.frequency(found) < 2e-6) else 0.0
                yield common + 0.5 * math.log10(1 + here) - FARNESS * far - cost - strange, found

    def _rivals(self, word: str) -> Iterator[tuple[float, str]]:
        """Yield the words one letter away, whatever their strokes: where one of them is likelier, nothing is certain."""
        for other in self._around(word):
            common, here = self.strokes.known.frequency(other), self.here.get(other, 0)
            yield math.log10(common or 1e-7) + 0.5 * math.log10(1 + here) - FARNESS - 0.3, other

    def _around(self, word: str) -> set[str]:
        return self.strokes.near(word) | self.near(word)

    def _variants(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield the word, then the word with signs read as letters, with what each reading costs."""
        yield word, 0.0
        for pattern, letter in misreadings("head"):
            match = pattern.match(word)
            if match and match.end() < len(word):
                yield letter + word[match.end() :], 0.4
        for pattern, letter in misreadings("inner"):
            found = list(pattern.finditer(word, 1))
            for match in found:
                yield word[: match.start()] + letter + word[match.end() :], 0.6
            if len(found) > 1:
                yield word[0] + pattern.sub(letter, word[1:]), 0.8

    def _unglued(self, word: str) -> Mended | None:
        """Return two words that lost the blank between them."""
        if len(word) < 7 or not CLEAN.fullmatch(word) or not (word.islower() or word[1:].islower()):
            return None
        frequency = self.strokes.known.frequency
        best = []
        for cut in range(3, len(word) - 1):
            left, right = word[:cut], word[cut:]
            common = min(frequency(lower(left)), frequency(lower(right)))
            if common >= 5e-6 and lower(left) in self.here and right in self.here and (right in SMALL or min(len(left), len(right)) >= 4):
                best.append((math.log10(common), f"{left} {right}"))
        found = weighing.clear(best) if best and not any(other in self.here for other in self._around(lower(word))) else None
        return Mended(found, "blank") if found else None


SMALL = frozenset(("ve", "de", "da", "ile", "bir", "bu", "için", "ise", "olan", "her"))
