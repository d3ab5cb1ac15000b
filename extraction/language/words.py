"""The closed word classes of ``words.toml``, each word in every spelling."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tomllib import loads
from typing import cast

from extraction.language.lexicon import spellings

WORDS = Path(__file__).with_name("words.toml")


@cache
def word_classes() -> dict[str, dict[str, object]]:
    """Return the closed word classes of ``words.toml``."""
    return loads(WORDS.read_text(encoding="utf-8"))


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of ``words.toml`` that is one list."""
    (words,) = word_classes()[name].values()
    return frozenset(spelling for word in cast(list[str], words) for spelling in spellings(word))


@cache
def leagues() -> frozenset[str]:
    """Return the last words of the names of bodies that no one state has."""
    return word_class("league")


@cache
def nominals() -> frozenset[str]:
    """Return the adjectives that serve as nouns ("bir Sovyet yetkili")."""
    return word_class("nominal")


@cache
def attributives() -> frozenset[str]:
    """Return the words that stand before a noun and are none ("ilk")."""
    return word_class("attributive")


@cache
def causatives() -> dict[str, str]:
    """Return the causatives that are deeds of their own ("boşalt" of "boşal"), by the verb that they are made of."""
    return cast(dict[str, str], word_classes()["causative"])


@cache
def auxiliaries() -> frozenset[str]:
    """Return the verbs that may carry another's form."""
    return word_class("auxiliary")


@cache
def frozen() -> frozenset[str]:
    """Return the words that are nouns as they stand, whatever their ending looks like ("satın")."""
    return word_class("frozen")


@cache
def postpositions() -> dict[str, str]:
    """Return the postpositions and what stands like one ("başkanlığında"), with the role of each."""
    return cast(dict[str, str], word_classes()["postposition"])


@cache
def event_nouns() -> dict[str, str]:
    """Return the verbs whose -mA form is a noun of its own ("bir konuşma yaptı")."""
    return cast(dict[str, str], word_classes()["event"])


@cache
def rough() -> dict[str, str]:
    """Return the words that make the number before them rough ("300’den fazla tüfek"), and its case there."""
    return cast(dict[str, str], word_classes()["rough"])


@cache
def deverbal() -> dict[str, str]:
    """Return the nouns that name a deed and, with a possessive, make a clause of it ("Samsun’a çıkışı")."""
    return cast(dict[str, str], word_classes()["deverbal"])


@cache
def intransitive() -> frozenset[str]:
    """Return the verbs that take no object, so that a bare noun before them is their subject."""
    return word_class("intransitive")


@cache
def times() -> frozenset[str]:
    """Return the nouns of time, which stand bare without being a subject ("aynı gün")."""
    return word_class("time")


@cache
def belongings() -> frozenset[str]:
    """Return the nouns that say what somebody has, not whom a thing is called after ("Rauf Bey görevinden" beside "Frunze heyetinden")."""
    return word_class("belonging")


@cache
def halves() -> frozenset[str]:
    """Return the nouns that make a verb with "et" or "al"."""
    return word_class("half")


@cache
def deeds() -> frozenset[str]:
    """Return the nouns of events, which modify only a noun with a possessive ("görüşme sonuç vermedi")."""
    return word_class("deed")


@cache
def collective() -> frozenset[str]:
    """Return the common nouns that act like somebody named, and so stand in no list with things ("heyet, silah ve cephane …")."""
    return word_class("collective")


@cache
def adjectival() -> frozenset[str]:
    """Return the adjectives made of peoples and states."""
    return word_class("adjectival")
