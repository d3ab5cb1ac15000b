"""Wording: how a deed is called in two or three words ("teklifi ret", "heyet gönderme"), from a clause."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tomllib import loads

from extraction.language.clauses import Clause
from extraction.language.letters import VOWELS, ending, high, low
from extraction.language.phrases import Phrase
from extraction.language.words import adjectival, deverbal, times
from ontology.turkish import lower

LONGEST = 30
DATA = Path(__file__).with_name("wording.toml")


@cache
def composed() -> frozenset[str]:
    """Return the common nouns that are named together with the deed done to them."""
    return frozenset(loads(DATA.read_text(encoding="utf-8"))["composed"]["nouns"])


@cache
def deeds(sort: str) -> frozenset[str]:
    """Return the deeds of a sort: named ``alone``, or ``declared`` and called after what is."""
    return frozenset(loads(DATA.read_text(encoding="utf-8"))["deeds"][sort])


@cache
def undone() -> Mapping[str, str]:
    """Return what a deed is called when it is not done ("kabul" to "ret")."""
    found: Mapping[str, str] = loads(DATA.read_text(encoding="utf-8"))["deeds"]["undone"]
    return found


@cache
def empty() -> frozenset[str]:
    """Return the words that name nothing by themselves."""
    return frozenset(loads(DATA.read_text(encoding="utf-8"))["empty"]["words"]) | adjectival()


@cache
def table_words(kind: str) -> tuple[str, ...]:
    """Return the words that announce a table, or those that head a row of sums ("announcing", "sums")."""
    return tuple(loads(DATA.read_text(encoding="utf-8"))["table"][kind])


def says_nothing(phrase: Phrase) -> bool:
    """Say whether a phrase is one bare word that names nothing ("özerk"), a number or a time ("aynı gün")."""
    head = phrase.head
    alone = len(phrase.members) == 1 and not phrase.owners and not phrase.modifiers and not head.owned
    return (
        head.pos == "NUM"
        or head.lemma in times()
        or lower(head.text).isdigit()
        or (alone and (head.lemma in empty() or lower(head.text) in empty()))
    )


def verbal_noun(lemma: str) -> str:
    """Return the -mA noun of a verb ("destekle" to "destekleme"); a noun that names a deed stays ("işgal")."""
    if lemma in deverbal():
        return lemma
    return f"{lemma}m{low(ending(lemma).vowel)}"


def accusative(noun: str) -> str:
    """Return a common noun's accusative ("bağımsızlık" to "bağımsızlığı", "talep" to "talebi", "öneri" to "öneriyi")."""
    vowel = high(ending(noun).vowel)
    if noun[-1] in VOWELS:
        return noun + "y" + vowel
    soft = {"k": "ğ", "p": "b"}.get(noun[-1], "") if len(noun) > 3 else ""
    return (noun[:-1] + soft if soft else noun) + vowel


def possessed(noun: str) -> str:
    """Return a common noun with the possessive of a compound ("telgraf" to "telgrafı", "belge" to "belgesi")."""
    return f"{noun}s{high(ending(noun).vowel)}" if noun[-1] in VOWELS else accusative(noun)


def common(phrase: Phrase) -> bool:
    """Say whether a phrase is one common noun, not a name, a pronoun or a date."""
    return not phrase.named and len(phrase.members) == 1 and phrase.head.tag == "" and phrase.head.pos == "NOUN"


def with_object(clause: Clause, kind: str, theme: Phrase | None = None) -> str:
    """Put the common noun that a deed is done to before the deed ("bağımsızlığı tanıma"); ``theme`` is the noun that names the deed."""
    objects = [p for p in clause.slot("object") if not p.relation and p is not theme]
    if kind in deeds("declared"):
        return declared(clause, kind, theme)
    if kind in deeds("alone") or not objects or not common(objects[0]) or objects[0].head.lemma not in composed():
        return kind
    worded = f"{accusative(objects[0].head.lemma)} {kind}"
    return worded if len(worded) <= LONGEST else kind


def declared(clause: Clause, kind: str, theme: Phrase | None) -> str:
    """Name a declaration after what somebody is declared ("kral ilanı") or what is declared ("bağımsızlık ilanı")."""
    at = theme.head.index if theme else clause.predicate.index
    phrases = [p for p in (*clause.phrases, *clause.slot("object")) if p is not theme and not p.relation and common(p)]
    beside = [p.head.lemma for p in phrases if p.bare and p.head.index == at - 1]
    named = [p.head.lemma for p in phrases if p.head.lemma in composed() and p.case in {"", "Acc"}]
    return f"{[*beside, *named][0]} {possessed(kind)}" if beside or named else kind


def deed_of(clause: Clause) -> str:
    """Name the deed of a complement clause with the common noun right before its verb ("temsilci gönderme", "sınır dışına çıkarma")."""
    deed = verbal_noun(clause.lemma)
    beside = [p for p in clause.phrases if common(p) and clause.is_adjacent(p) and not p.relation]
    if not beside or beside[-1].case not in {"", "Acc", "Dat"}:
        return deed
    head = beside[-1].head
    word = head.lemma if head.case == "Acc" else lower(head.text)
    within = [lower(m.head.text) for m in beside[-1].modifiers if common(m) and m.bare]
    return " ".join([*within, word, deed]) if len(word) + len(deed) <= LONGEST else deed
