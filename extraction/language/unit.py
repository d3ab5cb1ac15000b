"""One unit of a sentence: a name or a word, with what its form says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from extraction.language.words import attributives, causatives, leagues, nominals, postpositions, word_class, word_classes
from extraction.records import Mention
from ontology.authority import fold
from ontology.authority import load as load_authority
from ontology.turkish import lower

PARTICLES = {"ise", "da", "de", "dahi", "bile", "ki", "mi", "mı", "oldukça"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or one mention taken as a word.

    ``first`` and ``last`` are token indices in the Doc (inclusive); ``case`` a UD Case value or "" for a bare form; ``owned``
    says that a third-person possessive ends it ("elçisi"); ``form`` is UD VerbForm, ``kind`` the suffix behind it (Ip, Dik, Ma …);
    ``linking`` that -ki hangs a place or time on the noun that follows ("Ankara’daki elçi").
    """

    index: int
    first: int
    last: int
    text: str
    lemma: str
    pos: str
    case: str = ""
    owned: bool = False
    form: str = ""
    kind: str = ""
    voice: str = ""
    negative: bool = False
    tense: str = ""
    evident: bool = False
    person: str = ""
    mention: Mention | None = None
    linking: bool = False

    @property
    def tag(self) -> str:
        """Return the mention's tag, or the empty string."""
        return self.mention.tag if self.mention else ""

    @property
    def nominal(self) -> bool:
        """Say whether the unit can head a noun phrase."""
        noun = (self.pos in {"NOUN", "PROPN", "PRON", "NUM", "X"} and not self.attributive) or self.lemma in nominals()
        return self.mention is not None or (noun and not self.form)

    @property
    def attributive(self) -> bool:
        """Say whether the unit is a bare word that only stands before a noun ("ilk", "yeni"), whatever a tagger made of it."""
        return not self.case and not self.owned and self.lemma in attributives()

    @property
    def ours(self) -> bool:
        """Say whether the verb stands in the first person plural ("vardık", "gidiyoruz")."""
        return self.person == "1" and lower(self.text).endswith(("k", "z"))

    @property
    def passive(self) -> bool:
        """Say whether the verb is passive, so that its grammatical subject is what the deed was done to."""
        return "Pass" in self.voice


def complete(unit: Unit) -> bool:
    """Say whether a treaty's, conference's or league's name has its own modifier, so that a state before it is a subject."""
    words = lower(unit.text).split()
    return len(words) > 1 and (unit.tag in {"AGR", "CNF"} or (unit.tag == "ORG" and words[-1] in leagues()))


def sort_of_person(unit: Unit) -> bool:
    """Say whether a people's or movement's name is singular, so that before a person's name it says what he is ("İttihatçı Halil Paşa")."""
    return unit.tag == "GRP" and " " not in unit.text and not lower(unit.text).endswith(("lar", "ler"))


def many(unit: Unit) -> bool:
    """Say whether a noun is plural by its ending; a numeral before it leaves it singular."""
    return "lar" in lower(unit.text)[-8:] or "ler" in lower(unit.text)[-8:]


def accompanies(unit: Unit) -> bool:
    """Say whether a possessed noun names whom somebody deals with or takes along ("muhataplarıyla yaptığı görüşme")."""
    return unit.case == "Ins" and not unit.mention and unit.lemma in word_class("counterpart")


def unknown_name(unit: Unit) -> bool:
    """Say whether a noun inside a sentence is written like a name but is none that the text or our lists tell."""
    return not unit.mention and unit.index > 0 and unit.text[:1].isupper() and unit.pos in {"NOUN", "PROPN"} and not unit.owned


def is_predicate(unit: Unit) -> bool:
    """Say whether a unit can carry a clause; "olarak" only makes an adverb ("düzenli olarak"), and "gittikçe" is one."""
    return bool(unit.form) and unit.mention is None and lower(unit.text) not in {"olarak", "gittikçe"}


def nominalised(unit: Unit) -> bool:
    """Say whether a unit is a verb made a noun with a possessive or case, or an infinitive, so that a postposition can govern it
    ("gelmesi üzerine", "vermek suretiyle").
    """
    return is_predicate(unit) and unit.form in {"Vnoun", "Part"} and (unit.owned or bool(unit.case) or unit.kind == "Mak")


def postposition(unit: Unit) -> str:
    """Return the role of a postposition, or the empty string."""
    table = postpositions()
    return "" if unit.mention else table.get(lower(unit.text), "") or (table.get(unit.lemma, "") if unit.pos == "ADP" else "")


def takes(role: str, case: str) -> bool:
    """Say whether a postposition of that role goes with a case ("gönderdiği karşı teklif" has none)."""
    cases = cast(dict[str, list[str]], word_classes()["governs"])
    return role not in cases or case in cases[role]


def feature(token: Token, name: str) -> str:
    """Return the first value of a morphological feature, or the empty string."""
    return _features(str(token.morph)).get(name, "")


@cache
def _features(bundle: str) -> dict[str, str]:
    """Return the first value of each feature in a bundle such as ``Case=Nom|PronType=Int,Rel``; a text has few different ones."""
    pairs = (part.partition("=") for part in bundle.split("|"))
    return {name: values.split(",")[0] for name, _, values in pairs}


def unit_of(index: int, first: Token, last: Token, mention: Mention | None, text: str) -> Unit:
    """Build a unit from its first and last token; the grammar is that of the last one."""
    case = feature(last, "Case")
    named = mention is not None
    return Unit(
        index=index,
        first=first.i,
        last=last.i,
        text=text,
        lemma=mention.text if mention else verb_stem(lower(last.lemma_), feature(last, "Voice")),
        pos="PROPN" if named else "PART" if lower(last.text) in PARTICLES else last.pos_,
        case="Acc"
        if several(mention, last)
        else ""
        if case == "Nom" or (mention and (bare_name(mention, last) or too(mention, case))) or lower(last.text) in PARTICLES
        else case,
        owned=not several(mention, last) and feature(last, "Person[psor]") == "3",
        form="" if named else feature(last, "VerbForm"),
        kind="" if named else feature(last, "Conv") or feature(last, "Part") or feature(last, "Vnoun"),
        voice=feature(last, "Voice"),
        negative=feature(last, "Polarity") == "Neg" and feature(last, "Conv") not in {"Meden", "Madan"},
        tense=feature(last, "Tense"),
        evident=feature(last, "Evident") == "Nfh",
        person="" if named else feature(last, "Person"),
        mention=mention,
        linking=case == "Loc" and lower(last.text).endswith("ki"),
    )


def verb_stem(lemma: str, voice: str) -> str:
    """Return the stem with its causative where that is a word of its own ("bilgilen" with Voice=Cau to "bilgilendir").

    "olun" is an old passive of "et" ("tebliğ olundu", "kaydolundu"), "eyle" an old word for it.
    """
    if voice == "Pass" and lemma.endswith("ol"):
        return f"{lemma[:-2]}et"
    if lemma == "eyle":
        return "et"
    if "Cau" in voice and lemma in causatives():
        return causatives()[lemma]
    if "Cau" not in voice or lemma[-3:] not in {"len", "lan", "leş", "laş"}:
        return lemma
    return lemma + ("t" if lemma.endswith("ş") else "d") + ("ir" if lemma[-2] == "e" else "ır")


def bare_name(mention: Mention, last: Token) -> bool:
    """Say whether a mention is a known name as it stands, so that an ending which looks like a case is its own ("Kuvâ-yı Milliye")."""
    return mention.end >= last.idx + len(last) and fold(mention.text) in names_of(mention.entity or "")


def several(mention: Mention | None, last: Token) -> bool:
    """Say whether the title behind several persons' names is a plural object, not possessed ("Cemal ve Enver Paşaları gönderdi")."""
    return mention is not None and mention.tag == "PER" and lower(last.text) in {"beyleri", "paşaları", "efendileri", "hanımları"}


def too(mention: Mention, case: str) -> bool:
    """Say whether an ending that looks like a locative is the word "de" written together: nobody is in a person ("Rauf Bey’de geldi")."""
    return mention.tag == "PER" and case == "Loc"


@cache
def names_of(entity: str) -> frozenset[str]:
    """Return the folded names of an authority entry."""
    entry = load_authority().entries.get(entity)
    return frozenset(fold(n) for n in (entry.tr, *entry.variants, *entry.short)) if entry else frozenset()
