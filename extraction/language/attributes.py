"""Words that stand like one adjective before a noun: "Moskova yanlısı", "söz konusu"; and those that belong to the verb behind them."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.language.compounds import next_nominal
from extraction.language.phrases import CLOSING, LISTED, kin
from extraction.language.unit import Unit, is_predicate
from extraction.language.words import rough, word_class
from ontology.turkish import lower

WITH = {"lı", "li", "lu", "lü"}


def without_attributes(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without those that make an adjective of two words or a rough number before a noun, or half an idiom."""
    left_out = [n for n in range(len(units)) if idiomatic(units, n)]
    left_out += [m for n in range(1, len(units)) if attributive(units, n) for m in range(listed_from(units, n - 1), n + 1)]
    left_out += [m for n in range(2, len(units)) if conceding(units, n) for m in (n - 2, n - 1, n)]
    left_out += [m for n in range(1, len(units)) if roughly(units, n) for m in (n - 1, n)]
    return [u for n, u in enumerate(units) if n not in left_out]


def listed_from(units: Sequence[Unit], n: int) -> int:
    """Return where the list of names begins that ends at unit ``n`` ("A, B ve C eksenli birlik"), or ``n`` where it ends none."""
    at = n
    while at > 1 and lower(units[at - 1].text) in (CLOSING if at == n else LISTED) and same_sort(units[at - 2], units[at]):
        at -= 2
    return at


def same_sort(left: Unit, right: Unit) -> bool:
    """Say whether two names stand in one list, the first without a case."""
    return bool(left.mention and right.mention) and not left.case and kin(left, right)


def roughly(units: Sequence[Unit], n: int) -> bool:
    """Say whether units ``n - 1`` and ``n`` make a rough number before what is counted ("80 kadar asker", "300’den fazla tüfek")."""
    number = units[n - 1]
    counts = number.pos == "NUM" or number.text[:1].isdigit() or number.lemma in {"yüz", "bin", "milyon", "milyar"}
    return counts and not number.mention and rough().get(lower(units[n].text)) == number.case and next_nominal(units, n) is not None


def attributive(units: Sequence[Unit], n: int) -> bool:
    """Say whether unit ``n`` makes an adjective with the one before ("Moskova yanlısı grup", "söz konusu antlaşma", "sedef kakmalı
    kutu").
    """
    before, unit = units[n - 1], units[n]
    leaning = lower(unit.text) in word_class("leaning") and before.nominal and not before.case
    made = unit.pos == "ADJ" and lower(unit.text)[-2:] in WITH and before.lemma in word_class("precious") and not before.case
    paired = f"{lower(before.text)} {lower(unit.text)}" in word_class("two-words")
    return (leaning or paired or made) and unit.mention is None and next_nominal(units, n) is not None


def conceding(units: Sequence[Unit], n: int) -> bool:
    """Say whether unit ``n`` ends an aside that only plays something down ("az da olsa", "kısmen de olsa"), which takes no arguments."""
    word, particle, verb = units[n - 2 : n + 1]
    played_down = word.pos in {"ADJ", "ADV", "DET"} and not (word.case or word.mention or word.form)
    return lower(verb.text) == "olsa" and lower(particle.text) in {"da", "de"} and played_down


def idiomatic(units: Sequence[Unit], n: int) -> bool:
    """Say whether a word that looks like a postposition is half of the verb behind it ("vaadini yerine getirdi")."""
    verb = units[n + 1] if n + 1 < len(units) else None
    return lower(units[n].text) == "yerine" and verb is not None and is_predicate(verb) and verb.lemma == "getir"
