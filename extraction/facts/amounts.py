"""Amounts: "on milyon altın ruble", "1.100.000 altın", "3.387 tüfek" to digits, from the number words before a counted noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extraction.language.clauses import Sentence
from extraction.language.compounds import paired
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import adjectival, rough, word_class
from extraction.records import Filler
from ontology.turkish import lower

UNITS = {
    "bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10, "yirmi": 20, "otuz": 30,
    "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70, "seksen": 80, "doksan": 90,
}  # fmt: skip
SCALES = {"yüz": 100, "bin": 1000, "milyon": 10**6, "milyar": 10**9}
BETWEEN = {"kişilik", "kişi", "buçuk"}
DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
PART = re.compile(r"(bin|milyon|milyar)[iıu](?:n[iıu])?")
REACH = 8


def amount_of(phrase: Phrase, sentence: Sentence) -> list[Filler]:
    """Return the amount that counts a phrase's head as a text filler of digits; none for a bare "bir" (the article).

    The number is read from the units right before the head, over adjectives and measure words.
    """
    words: list[str] = [scale] if (scale := part(phrase.head)) else []
    for unit in reversed(sentence.units[max(0, phrase.head.index - REACH) : phrase.head.index]):
        text = lower(unit.text)
        if text in rough():
            continue
        if lower(sentence.units[unit.index + 1].text) in rough():
            text = uninflected(unit)
        if unit.lemma in word_class("worth") and unit.case == "Loc":
            continue
        if unit.tag == "GPE" and not unit.case and measures(sentence.units[unit.index - 1]):
            continue
        if unit.form or (unit.mention and text not in adjectival()):
            break
        if is_number(text) and (text != "bir" or words):
            words.insert(0, text)
        elif text != "bir" and (words or not (passes(unit) or paired(sentence.units, unit.index))):
            break
    value = number(words)
    return [Filler("text", str(value))] if value is not None and words not in (["bir"], [scale]) else []


def measures(unit: Unit) -> bool:
    """Say whether a word counts by measure, before the land that the goods are from ("12 kasa Polonya fişeği")."""
    return unit.lemma in word_class("measure")


def uninflected(unit: Unit) -> str:
    """Return a number without its case ("300’e", "beş yüze")."""
    text = lower(unit.text).replace("’", "'").partition("'")[0]
    return text if is_number(text) else lower(unit.lemma)


def part(unit: Unit) -> str:
    """Return the scale that a part of a sum is counted in ("bunun 4 milyonu", "200 binini"), or the empty string."""
    found = PART.fullmatch(lower(unit.text))
    return found.group(1) if found else ""


def passes(unit: Unit) -> bool:
    """Say whether a unit may stand between a number and what it counts."""
    return (unit.pos in {"ADJ", "NOUN", "DET"} and not unit.case) or lower(unit.text) in BETWEEN | adjectival() | word_class("measure")


def is_number(text: str) -> bool:
    """Say whether a word is part of a number."""
    return text in UNITS or text in SCALES or text == "buçuk" or bool(DIGITS.fullmatch(text))


def number(words: Sequence[str]) -> int | None:
    """Return the value of number words, or None where they make no number.

    >>> number(["on", "milyon"]), number(["1.100.000"]), number(["3,5", "milyon"]), number(["iki", "buçuk", "milyon"])
    (10000000, 1100000, 3500000, 2500000)
    """
    total, current = Decimal(0), Decimal(0)
    seen = False
    for word in words:
        if word in SCALES:
            scale = SCALES[word]
            current = (current or Decimal(1)) * scale
            if scale > 100:
                total, current = total + current, Decimal(0)
        elif word == "buçuk":
            current += Decimal("0.5")
        else:
            current += Decimal(UNITS[word]) if word in UNITS else Decimal(word.replace(".", "").replace(",", "."))
        seen = True
    return int(total + current) if seen else None
