"""Noun phrases: names and nouns with their owners, titles and modifiers, lists joined, postpositions on what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extraction.language.compounds import QUOTES, demonym, half_verb, modifies, next_nominal, outside
from extraction.language.unit import (
    Unit,
    accompanies,
    complete,
    is_predicate,
    nominalised,
    postposition,
    sort_of_person,
    takes,
    unknown_name,
)
from extraction.language.words import collective, word_class
from ontology.turkish import lower

if TYPE_CHECKING:
    from extraction.language.clauses import Clause

SELF_STANDING = {"DAT", "GPE", "PER", "LOC", "GRP"}
"""Tags of names that nobody owns, though a possessive may end them ("Osmanlı Devleti")."""
TITLE_REACH = 5
"""Words between a first title and the person, whom a second one names."""
LISTED = {",", "–", "-", "ve", "veya", "ile"}
CLOSING = {"ve", "veya", "ile"}
DATED = {"tarihli", "günlü"}
WHICH_IS = ("daki", "deki", "taki", "teki")
"""What makes an adjective of a place, which stands between an owner and what is owned ("Moskova’nın bölgedeki emelleri")."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase: ``members`` are the heads of a list in order (one where there is no list).

    ``relation`` is the role of the postposition behind it ("tarafından", "arasında"), ``owners`` the genitive and compound
    modifiers, ``titles`` the office phrases beside a name (each with the member that is its ``bearer``), ``clauses`` the relative clauses
    that modify it; ``dated`` marks a date before "tarihli".
    """

    members: list[Unit]
    relation: str = ""
    owners: list[Phrase] = field(default_factory=list)
    modifiers: list[Phrase] = field(default_factory=list)
    titles: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    comma: bool = False
    dated: bool = False
    bearer: Unit | None = None

    @property
    def head(self) -> Unit:
        """Return the last member, whose case the phrase has."""
        return self.members[-1]

    @property
    def case(self) -> str:
        """Return the case of the head, empty for the bare form."""
        return self.head.case

    @property
    def bare(self) -> bool:
        """Say whether the phrase has neither case nor postposition."""
        return not self.case and not self.relation

    @property
    def named(self) -> bool:
        """Say whether a member is a mention other than a date."""
        return any(u.mention and u.tag != "DAT" for u in self.members)


def governs(role: str, phrase: Phrase) -> bool:
    """Say whether a postposition of that role can take the phrase before it."""
    return bool(role) and not phrase.relation and takes(role, phrase.case)


def phrases_and_verbs(units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Yield noun phrases with their owners and titles, and every other unit as it stands."""
    open_ones = Open()
    at = 0
    while at < len(units):
        members = named_list(units, at)
        n, unit = at + 2 * (len(members) - 1), members[-1]
        at = n + 1
        if heads_phrase(unit, units, n):
            yield from open_ones.met(Phrase(members), units, n)
            at += bool(open_ones.first_titles) and open_ones.first_titles[-1].head is unit
            continue
        if is_predicate(unit) or unit.text in {";", ":"}:
            yield from open_ones.closed()
        yield unit
    yield from [*open_ones.closed(), *open_ones.titles, *open_ones.first_titles]


def heads_phrase(unit: Unit, units: Sequence[Unit], n: int) -> bool:
    """Say whether unit ``n`` is the head of a noun phrase, and no postposition of what stands before it."""
    left = units[n - 1 - (n > 1 and units[n - 1].text in QUOTES)] if n else None
    return unit.nominal and not (left and postposition(unit) and (left.nominal or nominalised(left)))


@dataclass(slots=True)
class Open:
    """Phrases that wait for the noun that they belong to: its owners and modifiers, the titles of who bears a name, and first titles."""

    owners: list[Phrase] = field(default_factory=list)
    modifiers: list[Phrase] = field(default_factory=list)
    titles: list[Phrase] = field(default_factory=list)
    first_titles: list[Phrase] = field(default_factory=list)

    def closed(self) -> list[Phrase]:
        """Return the owners and modifiers that belong to nothing behind them, which stand alone now."""
        left = self.owners + self.modifiers
        self.owners, self.modifiers = [], []
        return left

    def met(self, phrase: Phrase, units: Sequence[Unit], n: int) -> Iterator[Phrase]:
        """Give a phrase, whose head is unit ``n``, what waits for it; yield what stands alone, and the phrase unless it waits itself."""
        unit = phrase.head
        yield from self.owned_by(phrase, units, n)
        if self.modifiers and (unit.owned or not unit.mention):
            phrase.modifiers, self.modifiers = self.modifiers, []
        if self.titles:
            phrase.titles, self.titles = [replace(t, bearer=phrase.members[0]) for t in self.titles], []
        following = next_nominal(units, n)
        if not unit.case and named_behind(units, following) and introduces(unit) and not several_for_one(units, unit, following):
            self.titles, self.first_titles = [*self.titles, *self.first_titles, phrase], []
        elif second_title(units, n):
            self.first_titles.append(phrase)
        elif unit.case == "Gen" and owns(units, n):
            self.owners.append(phrase)
        elif modifies(units, n) or nested(phrase, units, n):
            self.modifiers.append(phrase)
        else:
            yield from self.modifiers
            self.modifiers = []
            yield phrase

    def owned_by(self, phrase: Phrase, units: Sequence[Unit], n: int) -> Iterator[Phrase]:
        """Give a possessed noun its owners; yield those that are none of it."""
        unit = phrase.head
        if not unit.owned or unit.tag in SELF_STANDING or bloc_acts(units, n):
            return
        several = len(self.owners) > 1 and self.owners[0].case == self.owners[1].case == "Gen"
        if several and acts(units, unit.index, passive=True):
            yield self.owners.pop(0)
        if unit.lemma in word_class("self") and unit.case:
            yield from self.owners
            self.owners = []
        phrase.owners, self.owners = self.owners, []


def second_title(units: Sequence[Unit], n: int) -> bool:
    """Say whether "ve" joins one who follows a party to another word for the person named behind ("eski Hürriyetçi ve X’in amcası Y")."""
    unit, behind = units[n], units[n + 1 : n + 2 + TITLE_REACH]
    if unit.tag != "GRP" or unit.case or plural_name(unit) or [u.text for u in behind[:1]] != ["ve"]:
        return False
    for u, following in pairwise(behind[1:]):
        if u.tag != "PER" and u.nominal and introduces(u):
            return following.tag == "PER"
        if not (u.pos == "ADJ" or (u.mention and u.case == "Gen")):
            return False
    return False


def plural_name(unit: Unit) -> bool:
    """Say whether a name is one of several people or things ("Hürriyetçiler")."""
    return lower(unit.text).endswith(("lar", "ler", "ları", "leri"))


def nested(phrase: Phrase, units: Sequence[Unit], n: int) -> bool:
    """Say whether a compound of things is the first half of a longer one ("savaş malzemesi üretimi", "barış antlaşması metni")."""
    following = units[n + 1] if n + 1 < len(units) else None
    thing = (
        phrase.head.owned
        and phrase.bare
        and not (phrase.named or phrase.owners)
        and phrase.head.lemma not in collective() | word_class("material")
    )
    made = thing and bool(phrase.modifiers) and not any(p.named for p in phrase.modifiers)
    if not made or following is None or postposition(following) or half_verb(units, n + 1):
        return False
    return following.nominal and following.owned and not following.mention


def named_behind(units: Sequence[Unit], following: Unit | None) -> bool:
    """Say whether a noun is a person's name, or a rank right before one ("Genelkurmay Başkanı Mareşal Çakmak")."""
    if following is None or following.tag != "OFF" or following.case:
        return following is not None and following.tag == "PER"
    return any(u.index == following.index + 1 and u.tag == "PER" for u in units)


def several_for_one(units: Sequence[Unit], title: Unit, name: Unit | None) -> bool:
    """Say whether a calling in the plural stands before one person only, whose it is not ("temsilciler Litvinov’a geldi")."""
    plural = not title.owned and lower(title.text).endswith(("lar", "ler"))
    return plural and name is not None and lower(units[min(name.index + 1, len(units) - 1)].text) not in LISTED


def introduces(unit: Unit) -> bool:
    """Say whether a bare noun before a person's name says who he is: an office, a calling, a people, or whose kin or colleague he is."""
    common = not unit.mention and (unit.lemma in word_class("calling") or (unit.owned and unit.lemma in word_class("related")))
    return unit.tag == "OFF" or sort_of_person(unit) or common or (demonym(unit) and unit.tag != "GPE")


def named_list(units: Sequence[Unit], n: int) -> list[Unit]:
    """Return the names of a closed list that starts at unit ``n`` ("A, B ve C’nin"), or that unit alone."""
    found, at, closed = [units[n]], n, False
    while units[n].mention and at + 2 < len(units):
        word, other = lower(units[at + 1].text), units[at + 2]
        goes_on = word in LISTED - {"ile"} and not (closed and word == ",")
        if not goes_on or not other.mention or not kin(found[-1], other) or found[-1].case not in {"", other.case}:
            break
        found.append(other)
        at, closed = at + 2, closed or word in CLOSING
    return found if closed else found[:1]


def owns(units: Sequence[Unit], n: int) -> bool:
    """Say whether a genitive belongs to a possessed noun close by ("Türkiye’nin Moskova elçisi"), not to a nominalised verb or its doer."""
    across = False
    for m, unit in enumerate(units[n + 1 : n + 7], n + 1):
        if is_predicate(unit) and unit.kind not in {"An", "Mis"}:
            return False
        if concerning(units, m):
            continue
        if unit.text in {",", ";", ":"} or postposition(unit) or outside(units, m):
            return False
        if unit.nominal and unit.owned and unit.tag not in SELF_STANDING and not bloc_acts(units, m):
            if (across and unit.case not in {"", "Acc"}) or (unit.case == "Equ" and acts(units, unit.index, passive=True)):
                return False
            return not ((across or complete(unit) or accompanies(unit)) and acts(units, unit.index, passive=across))
        across = across or lower(unit.text).endswith(WHICH_IS)
        if unit.nominal and unit.case in {"Acc", "Dat", "Abl", "Loc", "Ins"} and not lower(unit.text).endswith(WHICH_IS):
            return False
    return False


def bloc_acts(units: Sequence[Unit], n: int) -> bool:
    """Say whether a bloc's or people's name tells who did it, so that no genitive owns it ("adanın B Devletleri tarafından işgali")."""
    return units[n].tag == "GRP" and [lower(u.text) for u in units[n + 1 : n + 2]] == ["tarafından"]


def concerning(units: Sequence[Unit], n: int) -> bool:
    """Say whether a unit is part of "… ile ilgili", which stands between an owner and what he has ("A’nın konuyla ilgili beyanı")."""
    ahead = [u.lemma for u in units[n + 1 : n + 3]]
    with_it = units[n].case == "Ins" or postposition(units[n]) == "ile" or (units[n].nominal and [*ahead, ""][0] == "ile")
    return with_it and bool({"ilgili", "alakalı"} & set(ahead))


def acts(units: Sequence[Unit], at: int, passive: bool = False) -> bool:
    """Say whether the next predicate behind unit ``at`` is nominalised and lacks a subject ("A’nın cemiyete girmesi"), or ``passive``."""
    for n, unit in enumerate(units):
        if unit.index > at and is_predicate(unit):
            return unit.kind in {"Ma", "Dik", "Acak", "Is"} and (passive or not unit.passive)
        if unit.index > at and unit.case == "Gen" and owns(units, n) is False:
            return False
    return False


def kin(left: Unit, right: Unit) -> bool:
    """Say whether two heads may stand in one list: both persons, both collective names, or both common nouns.

    A capitalised noun that nobody knows may be a place beside one ("Kars, Zorpa ve Iğdır").
    """
    if (unknown_name(left) and right.tag == "LOC") or (unknown_name(right) and left.tag == "LOC"):
        return True
    groups = ({"PER"}, {"GPE", "GRP", "ORG", "LOC"}, {"AGR"}, {"CNF"}, {"WAR"}, {"OFF"}, {"DAT"}, {""})
    return any(left.tag in g and right.tag in g for g in groups)
