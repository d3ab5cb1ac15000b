"""Noun phrases: names and nouns with their owners, titles and modifiers, lists joined, postpositions on what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from extraction.language.settling import of_state
from extraction.language.unit import Unit, accompanies, complete, sort_of_person, unknown_name
from extraction.language.words import adjectival, belongings, collective, deeds, halves, postpositions, word_class, word_classes
from ontology.turkish import lower

if TYPE_CHECKING:
    from extraction.language.clauses import Clause

SELF_STANDING = {"DAT", "GPE", "PER", "LOC", "GRP"}
"""Tags of names that nobody owns, though a possessive may end them ("Osmanlı Devleti")."""
LISTED = {",", "–", "-", "ve", "veya", "ile"}
QUOTES = {"”", "’’", '"', "»"}
COUPLING = {"-", "–"}
STATES = {"GPE", "LOC"}
BORDERS = {"sınır", "hudut", "yurt", "ülke"}
TITLE_REACH = 5
"""Words between a first title and the person, whom a second one names."""
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


def postposition(unit: Unit) -> str:
    """Return the role of a postposition, or the empty string."""
    table = postpositions()
    return "" if unit.mention else table.get(lower(unit.text), "") or (table.get(unit.lemma, "") if unit.pos == "ADP" else "")


def governs(role: str, phrase: Phrase) -> bool:
    """Say whether a postposition of that role can take the phrase before it."""
    return bool(role) and not phrase.relation and takes(role, phrase.case)


def takes(role: str, case: str) -> bool:
    """Say whether a postposition of that role goes with a case ("gönderdiği karşı teklif" has none)."""
    cases = cast(dict[str, list[str]], word_classes()["governs"])
    return role not in cases or case in cases[role]


def is_predicate(unit: Unit) -> bool:
    """Say whether a unit can carry a clause; "olarak" only makes an adverb ("düzenli olarak"), and "gittikçe" is one."""
    return bool(unit.form) and unit.mention is None and lower(unit.text) not in {"olarak", "gittikçe"}


OTHERS = {"birbiri", "birbir", "yekdiğeri", "diğeri", "diğer", "öteki", "kendi", "kendisi"}
"""Pronouns that no noun before them modifies ("iki ülke birbirinin sınırlarını tanıdı", "Çiçerin kendisine bir nota verdi")."""


SELF = {"kendi", "kendisi"}
"""The pronoun that, with a case, belongs to no genitive before it ("Çiçerin’in kendisine haber verdiğini söyledi")."""


def nominalised(unit: Unit) -> bool:
    """Say whether a unit is a verb made a noun with a possessive or case, so that a postposition can govern it ("gelmesi üzerine")."""
    return is_predicate(unit) and unit.form in {"Vnoun", "Part"} and (unit.owned or bool(unit.case))


def modifies(units: Sequence[Unit], n: int) -> bool:
    """Say whether a bare nominal is the first half of a compound with what follows ("Sovyet elçilik heyeti", "barış antlaşması")."""
    unit, following = units[n], units[n + 1] if n + 1 < len(units) else None
    if following is None or unit.case:
        return False
    if coupled(units, n) or measures(units, n) or (following.text in QUOTES and quoted(units[max(0, n - 1)], unit, units[n + 2 : n + 3])):
        return True
    if postposition(following) or following.lemma in OTHERS or outside(units, n + 1):
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
    return len(words) == 3 and words[0].lemma in BORDERS and words[1].lemma == "dış" and is_predicate(words[2])


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


def phrases_and_verbs(units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Yield noun phrases with their owners and titles, and every other unit as it stands."""
    owners: list[Phrase] = []
    modifiers: list[Phrase] = []
    titles: list[Phrase] = []
    first_titles: list[Phrase] = []
    at = 0
    while at < len(units):
        members = named_list(units, at)
        n, unit = at + 2 * (len(members) - 1), members[-1]
        at = n + 1
        left = units[n - 1 - (n > 1 and units[n - 1].text in QUOTES)] if n else None
        if not unit.nominal or (left and postposition(unit) and (left.nominal or nominalised(left))):
            if is_predicate(unit) or unit.text in {";", ":"}:
                yield from owners + modifiers
                owners, modifiers = [], []
            yield unit
            continue
        following = next_nominal(units, n)
        phrase = Phrase(members)
        if unit.owned and unit.tag not in SELF_STANDING and not bloc_acts(units, n):
            if len(owners) > 1 and owners[0].case == owners[1].case == "Gen" and acts(units, unit.index, passive=True):
                yield owners.pop(0)
            if unit.lemma in SELF and unit.case:
                yield from owners
                owners = []
            phrase.owners, owners = owners, []
        if modifiers and (unit.owned or not unit.mention):
            phrase.modifiers, modifiers = modifiers, []
        if titles:
            phrase.titles, titles = [replace(t, bearer=members[0]) for t in titles], []
        if not unit.case and named_behind(units, following) and introduces(unit) and not several_for_one(units, unit, following):
            titles, first_titles = [*titles, *first_titles, phrase], []
        elif second_title(units, n):
            first_titles.append(phrase)
            at = n + 2
        elif unit.case == "Gen" and owns(units, n):
            owners.append(phrase)
        elif modifies(units, n) or nested(phrase, units, n):
            modifiers.append(phrase)
        else:
            yield from modifiers
            modifiers = []
            yield phrase
    yield from owners + modifiers + titles + first_titles


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
