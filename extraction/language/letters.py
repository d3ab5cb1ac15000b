"""Turkish letters: lower case, apostrophes, and what vowel harmony asks of a stem."""

from __future__ import annotations

from typing import NamedTuple

APOSTROPHES = "'’ʼ‘`´"
VOWELS = "aeıioöuü"
FRONT = "eiöü"
VOICELESS = "fstkçşhp"

_LOWER = str.maketrans({"I": "ı", "İ": "i", **dict.fromkeys(APOSTROPHES, "'")})
_PLAIN = str.maketrans("âîûêô", "aiueo")
_FRONTED = {"a": "e", "ı": "i", "o": "ö", "u": "ü"}
_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}


class Ending(NamedTuple):
    """What a suffix looks at: the last vowel before it, and the kind of the last letter.

    Kinds: V vowel, P voiceless, L the letter l, R the letter r, C any other voiced consonant.
    """

    vowel: str
    kind: str


def lower(text: str) -> str:
    """Return ``text`` in Turkish lower case, one character for one, with every apostrophe straight.

    >>> lower("TIBBİYE’NİN")
    "tıbbiye'nin"
    """
    straight = text.translate(_LOWER)
    found = straight.lower()
    return found if len(found) == len(text) and "Σ" not in straight else "".join(c.lower()[:1] for c in straight)


def plain(text: str) -> str:
    """Return lower-case ``text`` without circumflexes, one character for one (``kâtip`` becomes ``katip``)."""
    return text.translate(_PLAIN)


def ending(text: str, default: str = "e") -> Ending:
    """Return how lower-case ``text`` ends, for harmony; ``default`` is the vowel of a text that has none."""
    vowel = next((c for c in reversed(text) if c in VOWELS), default)
    last = text[-1:] or "e"
    return Ending(vowel, "V" if last in VOWELS else "P" if last in VOICELESS else last.upper() if last in "lr" else "C")


def fronted(vowel: str) -> str:
    """Return the front partner of ``vowel``, as after ``saat`` or ``kabul`` whose suffixes are front."""
    return _FRONTED.get(vowel, vowel)


def low(vowel: str) -> str:
    """Return the harmonic form of archiphoneme A (a or e) after ``vowel``."""
    return "e" if vowel in FRONT else "a"


def high(vowel: str) -> str:
    """Return the harmonic form of archiphoneme I (ı, i, u or ü) after ``vowel``."""
    return _HIGH[vowel]
