"""The reading of each word in its sentence: analyses from the word alone, chosen by what stands beside it.

``read`` gives one analysis a token by rules only. With a trained model, ``extraction.language.pipeline`` chooses again among
the same analyses by what the model predicts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from extraction.language.letters import lower, plain
from extraction.language.lexicon import irregular
from extraction.language.morphology import Analysis, analyse

NUMBER = re.compile(r"^[%+-]?\d[\d.,:/]*$|^[IVX]+\.?$|^\d+\.$")
LATIN = re.compile("[a-zçğıöşü]")
NOMINAL = {"NOUN", "PROPN", "NUM", "PRON"}
NAMED = 2.0
INFLECTED = 0.6
PLAIN_PASSIVE = 3.0
WITHOUT = 2.0
NOUN_OF = 6.0
MODIFIERS = {"ADJ", "DET", "NUM"}
UNKNOWN = Analysis("", "X", (), 0.0, (), False)


@lru_cache(maxsize=100_000)
def word_readings(text: str) -> tuple[Analysis, ...]:
    """Return every analysis of a token's text, cheapest first; always at least one."""
    if not any(c.isalnum() for c in text):
        return (Analysis(text, "SPACE" if text.isspace() else "PUNCT", (), 0.0),)
    if NUMBER.match(text):
        return (number(text),)
    word = plain(lower(text)).replace('"', "'")
    if word.startswith("'"):
        return suffix_readings(word) or word_readings(text[1:])
    if not LATIN.search(word):
        return (Analysis(text, "X", (("Foreign", "Yes"),), 0.0),)
    capital = text[:1].isupper() or "'" in word
    if text.endswith(".") or "." in word:
        return dotted(text, word)
    found = tuple(respelt(a, text) for a in analyse(word, capital))
    return found or (Analysis(text, "PROPN" if capital else "NOUN", (("Case", "Nom"), ("Number", "Sing")), 9.0, (), False),)


def suffix_readings(word: str) -> tuple[Analysis, ...]:
    """Return the readings of a case suffix that stands by itself behind a bracket (``’nin``)."""
    return analyse("x" + word, True) if word.count("'") == 1 and len(word) < 8 else ()


def respelt(reading: Analysis, text: str) -> Analysis:
    """Give the lemma of a name the capitals and circumflexes of the text, if it is the text's beginning."""
    if reading.pos not in {"PROPN", "NUM"} or not reading.lemma:
        return reading
    if plain(lower(text)).startswith(reading.lemma):
        return replace(reading, lemma=text[: len(reading.lemma)])
    return replace(reading, lemma=text[0] + reading.lemma[1:]) if plain(lower(text[0])) == reading.lemma[0] else reading


def number(text: str) -> Analysis:
    """Return the reading of digits or Roman numerals."""
    ordinal = text.endswith(".")
    return Analysis(text, "NUM", (("NumType", "Ord" if ordinal else "Card"),), 0.0)


def dotted(text: str, word: str) -> tuple[Analysis, ...]:
    """Return the reading of an abbreviation, with the case of its suffix (``T.C.'nin``)."""
    if "'" in word[1:]:
        return analyse(word, True) or (UNKNOWN,)
    return (Analysis(text, "PROPN" if text[:1].isupper() else "NOUN", (("Abbr", "Yes"), ("Case", "Nom"), ("Number", "Sing")), 0.0),)


def read(texts: Sequence[str], score: Callable[[int, Analysis], float] | None = None) -> list[Analysis]:
    """Return one analysis a token, chosen from left to right by cost and neighbours, and by ``score(token, analysis)`` if given.

    >>> [a.get("Case") for a in read(["Sovyet", "heyeti", "Ankara’ya", "geldi"])]
    ['Nom', 'Nom', 'Dat', '']
    """
    options = [inside_readings(t) if n and t[:1].isupper() and not t.isupper() else word_readings(t) for n, t in enumerate(texts)]
    chosen: list[Analysis] = []
    for n, readings in enumerate(options):
        following = options[n + 1][0] if n + 1 < len(options) else None
        chosen.append(choose(n, readings, chosen, following, score))
    return chosen


@lru_cache(maxsize=50_000)
def inside_readings(text: str) -> tuple[Analysis, ...]:
    """Return the analyses of a word with a capital inside a sentence; if it is a name too (``Yunan``, ``Sırrı``), others are dearer."""
    readings = word_readings(text)
    if not any(a.pos == "PROPN" and a.known for a in readings):
        return readings
    return tuple(
        replace(a, cost=a.cost + (NAMED if a.get("VerbForm") else INFLECTED if a.suffixes and a.pos != "PROPN" else 0)) for a in readings
    )


def choose(
    n: int,
    readings: tuple[Analysis, ...],
    before: Sequence[Analysis],
    following: Analysis | None,
    score: Callable[[int, Analysis], float] | None,
) -> Analysis:
    """Return the best reading of token ``n`` given those chosen before it and the cheapest one after it."""
    if len(readings) == 1:
        return readings[0]
    return min(readings, key=lambda a: a.cost + penalty(a, before, following) + (score(n, a) if score else 0.0))


def penalty(reading: Analysis, before: Sequence[Analysis], following: Analysis | None) -> float:
    """Return what the neighbours add to the cost of a reading."""
    total = 0.0
    if reading.get("Person[psor]") == "3" and reading.get("Case") == "Nom" and not is_owned(before):
        total += 0.6 if reading.get("VerbForm") else 0.3
    if reading.get("Case") == "Acc" and not reading.get("Person[psor]") and is_owned(before):
        total += 0.6
    if reading.get("VerbForm") == "Fin" and reading.get("Mood") != "Imp" and is_attributive(reading, following):
        total += 0.8
    if reading.get("VerbForm") == "Part" and not reading.get("Case") and reading.get("Part") in {"Mis", "Acak", "Ar"}:
        total += 0.0 if is_head(following) else 1.5
    return (
        total
        + closing(reading, before, following)
        + frozen_passive(reading, before)
        + without(reading, before)
        + denial(reading, following)
    )


def without(reading: Analysis, before: Sequence[Analysis]) -> float:
    """Return the cost of "görmeden" as an ablative ("from seeing") where no modifier stands before it; mostly it is "without seeing"."""
    if reading.get("Vnoun") != "Ma" or reading.get("Case") != "Abl" or reading.get("Person[psor]") or reading.get("Number") == "Plur":
        return 0.0
    modified = bool(before) and (before[-1].pos in MODIFIERS or before[-1].get("VerbForm") == "Part" or before[-1].get("Case") == "Gen")
    return 0.0 if modified else WITHOUT


def denial(reading: Analysis, following: Analysis | None) -> float:
    """Return the cost of "yok" as a predicate before a verb whose noun it is: "yok etti"."""
    verbs = irregular()["noun_of"].get(reading.lemma, ()) if reading.get("Polarity") == "Neg" else ()
    return NOUN_OF if following is not None and following.lemma in verbs else 0.0


def closing(reading: Analysis, before: Sequence[Analysis], following: Analysis | None) -> float:
    """Return what a bare noun costs where a predicate is due: at a sentence's end, or before a comma behind a case ("eve döner, …")."""
    if following is None or reading.pos not in {"NOUN", "ADJ"} or reading.get("Case") not in {"Nom", ""} or reading.get("Person[psor]"):
        return 0.0
    if following.lemma in {".", "!", "?", ";", "…"}:
        return 1.0
    after_case = bool(before) and before[-1].get("Case") not in {"Nom", "", "Gen"}
    return 0.6 if after_case and following.lemma in {",", "ve"} else 0.0


def frozen_passive(reading: Analysis, before: Sequence[Analysis]) -> float:
    """Return the cost of a verb that is a plain passive behind certain words (``telgraf çekildi``) and is not read so."""
    rule = irregular()["passive_behind"].get(reading.lemma)
    return PLAIN_PASSIVE if rule and before and before[-1].lemma in rule["words"] else 0.0


def is_attributive(reading: Analysis, following: Analysis | None) -> bool:
    """Say whether a bare -mIş, -AcAK or -Ar form stands before a noun, where it is a participle."""
    return reading.suffixes[-1:] in {("evident",), ("future",), ("aorist_not",)} and is_head(following)


def is_head(following: Analysis | None) -> bool:
    """Say whether the next word can be the noun that a participle modifies."""
    return following is not None and (following.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and not following.get("VerbForm"))


def is_owned(before: Sequence[Analysis]) -> bool:
    """Say whether the words before make a third-person possessive likely: a genitive close by or a bare noun right before."""
    for distance, word in enumerate(reversed(before[-6:])):
        if word.pos == "PUNCT" or word.get("VerbForm") == "Fin":
            return False
        if word.get("Case") == "Gen":
            return True
        if distance == 0 and word.pos in NOMINAL and word.get("Case") in {"Nom", ""} and not word.get("PronType"):
            return True
    return False


def stretches(doc: Doc) -> list[tuple[int, int]]:
    """Return the token spans of the sentences where they are set, else of the whole text."""
    starts = [t.i for t in doc if t.i == 0 or t.is_sent_start is True]
    return list(zip(starts, [*starts[1:], len(doc)], strict=True)) if starts else []
