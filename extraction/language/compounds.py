"""Compounds: which bare noun is the first half of a name with what follows it ("barış antlaşması", "Sovyet elçilik heyeti")."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.language.settling import of_state
from extraction.language.unit import Unit, complete, is_predicate, postposition
from extraction.language.words import adjectival, belongings, deeds, halves, word_class
from ontology.turkish import lower

QUOTES = {"”", "’’", '"', "»"}
COUPLING = {"-", "–"}
STATES = {"GPE", "LOC"}


def modifies(units: Sequence[Unit], n: int) -> bool:
    """Say whether a bare nominal is the first half of a compound with what follows ("Sovyet elçilik heyeti", "barış antlaşması")."""
    unit, following = units[n], units[n + 1] if n + 1 < len(units) else None
    if following is None or unit.case:
        return False
    if coupled(units, n) or measures(units, n) or (following.text in QUOTES and quoted(units[max(0, n - 1)], unit, units[n + 2 : n + 3])):
        return True
    if postposition(following) or following.lemma in word_class("pronoun") or outside(units, n + 1):
        return False
    if unit.tag == "PER" and following.lemma in belongings():
        return False
    if demonym(unit) and following.pos in {"NOUN", "ADJ"}:
        return next_nominal(units, n) is not None
    if unit.tag == "GRP" and not following.nominal:
        noun = next_nominal(units, n)
        return noun is not None and noun.owned and not noun.mention
    if unit.tag == "GPE" and units[n + 2 : n + 3] and units[n + 2].owned and of_state(units[n + 2], units[: n + 2]):
        return True
    if not following.nominal or half_verb(units, n + 1):
        return False
    if following.mention:
        if unit.tag == "GPE" and lower(unit.text) not in adjectival() and complete(following):
            return False
        if unit.tag == following.tag == "ORG" and lower(following.text).split()[0] in adjectival():
            return False
        return following.tag in {"OFF", "ORG", "AGR", "CNF"} and unit.tag in {"GPE", "LOC", "ORG"}
    if following.owned and (unit.mention or not unit.owned or unit.lemma == lower(unit.text)):
        return not accompanied(unit, following)
    if unit.tag == "GPE" and not following.case and following.pos == "NOUN" and n + 2 < len(units) and modifies(units, n + 1):
        return True
    alone = plural(unit) or (following.owned is False and (unit.lemma in deeds() or aside_from(unit, following)))
    return unit.tag == "" and unit.pos in {"NOUN", "NUM"} and following.tag == "" and not unit.owned and not alone


def measures(units: Sequence[Unit], n: int) -> bool:
    """Say whether a noun only measures what an adjective describes behind it ("42 sandık çeşitli mermi")."""
    counted = (
        n > 0
        and units[n - 1].pos == "NUM"
        and units[n].lemma in word_class("measure")
        and units[n + 1].pos == "ADJ"
        and not units[n + 1].case
    )
    noun = next_nominal(units, n) if counted else None
    return noun is not None and not noun.mention and noun.pos == "NOUN"


def quoted(before: Unit, unit: Unit, behind: Sequence[Unit]) -> bool:
    """Say whether a name ends a quotation that a possessed common noun follows, which it modifies ("“güçlü bir Türkiye” ihtimali").

    A person or state alone between the marks stays who acts ("“Fransa” figürü"), a body does not ("“Kızıl Haç” adını taşıyan").
    """
    longer = before.text != "“" or unit.tag in {"AGR", "CNF", "ORG", "GRP", "WAR"}
    return longer and bool(unit.tag) and not unit.case and any(u.nominal and u.owned and not u.mention for u in behind)


def coupled(units: Sequence[Unit], n: int) -> bool:
    """Say whether a people's adjective or a capital is one of two before a noun ("Türk-Rus ilişkileri", "Paris-Roma yakınlaşması")."""
    unit, after = units[n], units[n + 1 : n + 4]
    if len(after) < 3 or after[0].text not in COUPLING or after[1].case or not after[2].nominal or after[2].mention:
        return False
    peoples = not unit.mention and lower(unit.text) in adjectival() and lower(after[1].text) in adjectival()
    towns = {unit.tag, after[1].tag} <= {"LOC", "GPE"} and after[2].owned and after[2].lemma not in word_class("talks")
    return peoples or towns or unit.tag == after[1].tag == "GRP"


def outside(units: Sequence[Unit], n: int) -> bool:
    """Say whether "sınır dışı" and its like stand before a verb, which nothing before them modifies ("bazı personel sınır dışı edildi")."""
    words = units[n : n + 3]
    return len(words) == 3 and words[0].lemma in word_class("border") and words[1].lemma == "dış" and is_predicate(words[2])


def accompanied(unit: Unit, following: Unit) -> bool:
    """Say whether a person stands before his own company, which he does not modify ("Kral Zogo ailesiyle Yunanistan’a sığındı")."""
    company = word_class("company")
    return unit.tag == "PER" and following.case == "Ins" and following.lemma in company


def demonym(unit: Unit) -> bool:
    """Say whether a bare word tells where somebody is from: a people or state ("Türk"), or a place with -lI ("Anadolulu göçmenler")."""
    from_place = not unit.mention and unit.text[:1].isupper() and lower(unit.text)[-2:] in {"lı", "li", "lu", "lü"}
    return lower(unit.text) in adjectival() or (from_place and len(unit.text) > 5)


def half_verb(units: Sequence[Unit], n: int) -> bool:
    """Say whether a noun is the nominal half of a compound verb, so that what stands before it is its object ("ruble teslim aldı")."""
    verb = units[n + 1] if n + 1 < len(units) else None
    return verb is not None and is_predicate(verb) and verb.lemma in {"et", "al", "eyle"} and units[n].lemma in halves()


def plural(unit: Unit) -> bool:
    """Say whether a noun is plural by its ending, so that without a possessive behind it it stands alone."""
    return unit.pos == "NOUN" and unit.lemma != lower(unit.text) and lower(unit.text)[-3:] in {"lar", "ler"}


def aside_from(unit: Unit, following: Unit) -> bool:
    """Say whether a bare noun stands by itself before a noun without a possessive in an oblique case ("para bankaya yatırıldı")."""
    oblique = following.case in {"Dat", "Loc", "Abl"} and unit.pos == "NOUN"
    return oblique and unit.lemma not in word_class("material")


def next_nominal(units: Sequence[Unit], n: int) -> Unit | None:
    """Return the next nominal to the right with only adjectives between, if there is one."""
    for at, unit in enumerate(units[n + 1 :], n + 1):
        if unit.nominal:
            return None if unit.tag == "DAT" else unit
        if not paired(units, at) and (unit.pos not in {"ADJ", "DET", "NUM"} or unit.form):
            return None
    return None


def paired(units: Sequence[Unit], n: int) -> bool:
    """Say whether a word joins two adjectives ("kısa ve uzun menzilli top")."""
    return units[n].pos == "CCONJ" and [u.pos for u in units[n - 1 : n + 2 : 2]] == ["ADJ", "ADJ"]
