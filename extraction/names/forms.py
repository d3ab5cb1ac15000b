"""Cut a passage into words as Turkish names need it: endings off after the apostrophe, initials and ordinals kept whole.

Folding brings two spellings of a word together; ``stems`` tells which name an inflected word without apostrophe may be a form of.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

VOWELS = frozenset("aeıioöuü")
_TABLE = str.maketrans("Iİâîûêôéèëáàíóúñø’ʼ‘´`‑–", "ıiaiueoeeeaaiouno'''''--", "\u0302\u0307\u00ad")
_SOUNDS = {"A": "ae", "I": "ıiuü", "D": "dt", "C": "cç"}
_TOKEN = re.compile(
    r"(?P<dotted>(?:[A-ZÇĞİÖŞÜ]\.){2,}[A-ZÇĞİÖŞÜ]\.?(?![^\W\d_]))(?:['’ʼ‘´`](?P<dottail>[^\W\d_]+))?"
    r"|(?P<short>(?<![^\W\d_])(?:[A-ZÇĞİÖŞÜ]|[IVX]{1,4})\.(?=\s?[^\W\d_]|\s?[A-ZÇĞİÖŞÜ]))"
    r"|(?P<word>[^\W\d_]+(?:[-‑][yn]?[ıiuü](?![^\W\d_]))?)(?:(?P<mark>['’ʼ‘´`])(?P<tail>[^\W\d_]+))?"
    r"|(?P<number>\d+(?:[.,]\d{3})*)(?P<ordinal>\.(?=\s?[A-ZÇĞİÖŞÜ]))?(?:['’ʼ‘´`](?P<numtail>[^\W\d_]+))?"
    r"|(?P<sign>[^\w\s]|_)"
)
_ROMAN = re.compile(r"[IVX]{1,5}")
_IZAFET = re.compile(r"-[yn]?[ıiuü]$")


class Word(NamedTuple):
    """A word of a passage: clean offsets without the ending after an apostrophe, which is ``tail`` (folded) up to ``stop``.

    ``shape``: C capitalised, U capitals only, l small, i initial ("M."), r Roman numeral, n number, o ordinal ("61."), p sign.
    """

    start: int
    end: int
    text: str
    fold: str
    shape: str
    tail: str
    stop: int
    gap: bool


def fold(text: str) -> str:
    """Return ``text`` in Turkish lower case without circumflexes, apostrophes and hyphens made plain.

    >>> fold("Kâzım Bey’in"), fold("IŞIK")
    ("kazım bey'in", 'ışık')
    """
    return text.translate(_TABLE).lower()


def words(text: str) -> list[Word]:
    """Return the words and signs of ``text`` in order.

    >>> [(w.text, w.tail) for w in words("Ankara’ya M. Frunze geldi")]
    [('Ankara', 'ya'), ('M.', ''), ('Frunze', ''), ('geldi', '')]
    """
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    last = 0
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        yield _word(match, start, stop, start > last or start == 0)
        last = stop


def _word(match: re.Match[str], start: int, stop: int, gap: bool) -> Word:
    kind = match.lastgroup
    if match["word"] is not None:
        return _name(match, start, stop, gap)
    if match["number"] is not None:
        end = match.end("ordinal") if match["ordinal"] else match.end("number")
        return Word(
            start, end, match.string[start:end], match["number"], "o" if match["ordinal"] else "n", fold(match["numtail"] or ""), stop, gap
        )
    if match["dotted"] is not None:
        text, end = match["dotted"], match.end("dotted")
        return Word(start, end, text, fold(text.replace(".", "")), "U", fold(match["dottail"] or ""), stop, gap)
    text = match.group()
    if kind == "short":
        roman = _ROMAN.fullmatch(text[:-1])
        return Word(start, stop, text, fold(text), "r" if roman else "i", "", stop, gap)
    return Word(start, stop, text, fold(text), "p", "", stop, gap)


def _name(match: re.Match[str], start: int, stop: int, gap: bool) -> Word:
    """Return a word, its apostrophe taken as the limit of an ending only where a Turkish ending follows."""
    text, tail = match["word"], fold(match["tail"] or "")
    end = match.end("word")
    if tail and tail not in tails():
        text, tail, end = match.group(), "", stop
    return Word(start, end, text, _spelled(_IZAFET.sub("-ı", fold(text))), _shape(text), tail, stop, gap)


def _spelled(word: str) -> str:
    """Return a folded word with the second spelling of its beginning replaced by the first."""
    for other, usual in _data()["spelling"].items():
        if word.startswith(other):
            return str(usual) + word[len(other) :]
    return word


def _shape(text: str) -> str:
    if not text[0].isupper():
        return "l"
    if _ROMAN.fullmatch(text) and text != "I":
        return "r"
    return "U" if len(text) > 1 and text.isupper() else "C"


def _expand(template: str) -> Iterator[str]:
    for letters in product(*(_SOUNDS.get(letter, letter) for letter in template)):
        yield "".join(letters)


@cache
def _data() -> Mapping[str, Mapping[str, object]]:
    with Path(__file__).with_name("suffixes.toml").open("rb") as file:
        return tomllib.load(file)


def _table(*sections: str) -> dict[str, str]:
    """Return ending → case for sections of the data file; the first case that lists an ending keeps it."""
    table: dict[str, str] = {}
    for section in sections:
        for case, templates in _data()[section].items():
            for template in templates if isinstance(templates, list) else ():
                for ending in _expand(template):
                    table.setdefault(ending, case)
    return table


@cache
def endings() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return two tables ending → case: after a vowel, and after a consonant."""
    return _table("vowel", "any"), _table("consonant", "any")


@cache
def tails() -> Mapping[str, str]:
    """Return all endings that may follow an apostrophe, with their case."""
    return _table("vowel", "consonant", "any", "apostrophe")


class Stem(NamedTuple):
    """A reading of an inflected word: the name's last word, the ending, and the case it gives."""

    stem: str
    ending: str
    case: str


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[Stem, ...]:
    """Return what a folded word may be a form of, itself first, then the longest stems.

    >>> [s.stem for s in stems("heyetine")][:3], Stem("türkler", "den", "Abl") in stems("türklerden")
    (['heyetine', 'heyetin', 'heyeti'], True)
    """
    found = [Stem(word, "", "Nom")]
    for length in range(1, min(9, len(word) - 1)):
        stem, ending = word[:-length], word[-length:]
        case = endings()[0 if stem[-1] in VOWELS else 1].get(ending)
        if case is None:
            continue
        found.append(Stem(stem, ending, case))
        hard = _data()["soften"].get(stem[-1])
        if hard and ending[0] in VOWELS:
            found.append(Stem(stem[:-1] + str(hard), ending, case))
    return tuple(found)


def locative(tail: str) -> bool:
    """Return whether an ending after an apostrophe says where or whence, as places rather than persons bear it."""
    return tail in ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki")


def case_of(word: Word, known: str | None = None) -> str:
    """Return the case of a name's last word: by its ending after the apostrophe, or else by what follows the folded name ``known``."""
    if word.tail:
        return tails().get(word.tail, "Nom")
    if known is None or known == word.fold:
        return "Nom"
    return next((s.case for s in stems(word.fold) if s.stem == known), "Nom")
