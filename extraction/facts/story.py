"""What a text has told so far: who was named when, so that "heyet", "Paşa", a dropped subject or "iki ülke" find their names.

Salience by recency and grammatical role, the core of centering (Grosz, Joshi and Weinstein 1995), kept to what the data file names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from extraction.language.clauses import Clause, Sentence
from extraction.language.lexicon import spellings
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, many
from extraction.language.words import word_class
from extraction.records import Filler, Mention
from ontology.authority import fold
from ontology.turkish import lower

DATA = Path(__file__).with_name("anaphora.toml")
MEMORY = 60
DELEGATION_REACH = 12
ARRIVAL_REACH = 4
ENVOY_REACH = 4
ONES = frozenset({"PER", "GPE", "AGR", "CNF"})
"""Persons, states, treaties and conferences: a plural noun for them never means one."""
HEADING = 4
HONOURS = {"paşa", "bey"}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """One entry of ``anaphora.toml``."""

    tags: frozenset[str]
    word: str = ""
    without: str = ""
    take: int = 1
    reach: int = 3
    plural: bool = False


@cache
def data() -> dict[str, Any]:
    """Return ``anaphora.toml`` as parsed."""
    return loads(DATA.read_text(encoding="utf-8"))


def spelt(lemmas: Iterable[str]) -> frozenset[str]:
    """Return lemmas in all their spellings."""
    return frozenset(spelling for lemma in lemmas for spelling in spellings(lemma))


@cache
def anaphors() -> dict[str, tuple[Anaphor, ...]]:
    """Return the entries of ``anaphora.toml`` by lemma, in file order."""
    found: dict[str, tuple[Anaphor, ...]] = {}
    for raw in data()["noun"]:
        for lemma in spelt(raw["lemmas"]):
            found[lemma] = (*found.get(lemma, ()), anaphor(raw))
    return found


def anaphor(raw: dict[str, Any]) -> Anaphor:
    """Build one entry."""
    options = {key: raw[key] for key in ("word", "without", "take", "reach", "plural") if key in raw}
    return Anaphor(frozenset(raw["tags"]), **options)


@cache
def representatives() -> frozenset[str]:
    """Return the nouns that speak for the state named before them."""
    return spelt(data()["representative"]["lemmas"])


@cache
def people(alone: bool = True) -> frozenset[str]:
    """Return the nouns for people and bodies that may stand in a role without a name, by themselves or with a word beside them."""
    listed = data()["people"]
    return spelt(listed["lemmas"] if alone else [*listed["lemmas"], *listed["beside"]])


@cache
def passing() -> frozenset[str]:
    """Return the adjectives before such nouns that tell nothing about who they are."""
    return frozenset(data()["people"]["passing"])


@dataclass(slots=True)
class Story:
    """Mentions told so far, oldest first, each with the number of its sentence; the last sentence's subject, who held which office,
    and what was told of delegations (with the number of the sentence and the phrase that named it); the two states that the
    text is about, how often each of them gave, and the parties of the treaty told last.
    """

    told: list[tuple[int, Mention]] = field(default_factory=list)
    sentence: int = 0
    subject: Phrase | None = None
    holders: dict[str, Mention] = field(default_factory=dict)
    missions: list[tuple[int, Phrase | None, Mapping[str, tuple[Filler, ...]]]] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    givers: Counter[str] = field(default_factory=Counter)
    parties: tuple[int, tuple[Filler, ...]] = (0, ())
    section: str = ""
    envoy: tuple[int, tuple[Filler, ...]] = (0, ())
    called: dict[str, Mention] = field(default_factory=dict)
    """Whom a bare "Paşa" or "Bey" meant last."""

    def enter(self, section: str) -> None:
        """Go on under a heading: behind a new one the subject of the last sentence is not the one talked about any more."""
        self.subject = self.subject if section == self.section else None
        self.section = section

    def tell(self, sentence: Sentence) -> None:
        """Add a sentence that has been read."""
        self.sentence += 1
        named = [u.mention for u in sentence.units if u.mention and u.tag != "DAT" and u.mention.entity]
        for phrase in sentence.phrases:
            self.holders |= {o: p for title in phrase.titles for o, p in held(title, phrase)}
        for unit in (u for u in sentence.units if u.lemma in HONOURS and not u.mention):
            before = [u.mention for u in sentence.units[: unit.index] if u.mention and u.tag != "DAT" and u.mention.entity]
            for meant in self.antecedents(unit, frozenset({"PER"}), before):
                self.called[unit.lemma] = meant
        self.told = [*self.told, *((self.sentence, m) for m in named)][-MEMORY:]
        mains = [c for c in sentence.clauses if c.predicate.form == "Fin"]
        mains = [c for c in mains if not succeeds(c)] or mains
        subjects = [p for c in mains for p in c.subject_phrases() if p.named and p.head.tag in {"PER", "GPE", "ORG", "GRP"}]
        subjects = subjects or headed(sentence)
        told = any(not goes_on(p) for c in mains for p in c.subject_phrases())
        self.subject = subjects[-1] if subjects else None if told else self.subject

    def delegates(self, unit: Unit, taken: frozenset[str]) -> list[Filler]:
        """Return the head of the delegation told last, for a "heyet" that nothing else names."""
        if unit.lemma not in {"heyet", "kurul", "delegasyon", "kafile"}:
            return []
        return [f for f in self.travellers() if f.value not in taken]

    def travellers(self) -> tuple[Filler, ...]:
        """Return the head of the delegation told last, for its "heyet", or for the "we" of one who was in it; of none, the envoy who was
        appointed just now and sets out.
        """
        heads = (told["head"] for n, _, told in reversed(self.missions) if "head" in told and self.sentence - n <= DELEGATION_REACH)
        number, envoy = self.envoy
        return next(heads, envoy if self.sentence - number <= ENVOY_REACH else ())

    def arrived(self) -> str:
        """Return the place that a delegation told of just now has come to or is sent to."""
        goals = (told.get("destination", ()) for n, _, told in reversed(self.missions) if self.sentence - n <= ARRIVAL_REACH)
        return next((f.value for found in goals for f in found if f.value.startswith("place/")), "")

    def chained(self, entry: Anaphor, unit: Unit, here: list[Mention], taken: frozenset[str]) -> Mention | None:
        """Return whom the text meant by a bare "Paşa" before, unless it has turned to another one since: the last subject, or one who is
        named in the same sentence.
        """
        known = self.called.get(unit.lemma)
        turned = [*here, *(u.mention for u in (self.subject.members if self.subject else []) if u.mention)]
        others = [m for m in turned if known and m.entity != known.entity and entry.word in lower(m.text) and m.tag in entry.tags]
        told = known is not None and any(m.entity == known.entity for _, m in self.told)
        return known if known and told and not others and known.entity not in taken and known.tag in entry.tags else None

    def antecedents(
        self, unit: Unit, tags: frozenset[str], here: list[Mention], paired: bool = False, taken: frozenset[str] = frozenset()
    ) -> list[Mention]:
        """Return who a common noun stands for: the latest mentions of an accepted tag, those of its own sentence (``here``) first.

        ``paired`` says that a word before the noun makes it two ("iki ülke", "her iki taraf").
        """
        told = [(n, m) for n, m in (*self.told, *((self.sentence + 1, m) for m in here)) if m.entity not in taken]
        for entry in anaphors().get(unit.lemma, ()):
            if (
                not entry.tags & tags
                or (entry.plural and not (paired or (many(unit) and not unit.owned and entry.tags != {"PER"})))
                or (entry.take == 1 and entry.tags <= ONES and many(unit) and unit.lemma not in word_class("negotiation"))
            ):
                continue
            if entry.word and (known := self.chained(entry, unit, here, taken)):
                return [known]
            fitting = [(n, m) for n, m in told if may_be_called(m, unit)]
            own = [(n, m) for n, m in fitting if m.tag == "ORG" and stem(unit) in lower(m.text)] if entry.take == 1 else []
            found = latest(own, entry, self.sentence + 1) or latest(fitting, entry, self.sentence + 1)
            if len(found) == entry.take:
                return found
        return []


def succeeds(clause: Clause) -> bool:
    """Say whether a clause only tells who came after somebody ("yerine X atandı"), of whom the text goes on."""
    return any(p.relation == "yerine" or lower(p.head.text) == "yerine" for p in clause.phrases) and bool(clause.subject_phrases())


def goes_on(subject: Phrase) -> bool:
    """Say whether a subject leaves the talk at who was its subject before: what that one has ("naaşı") or is ("elçi oldu")."""
    own = subject.head.owned and not (subject.head.mention or subject.owners or subject.modifiers)
    return own or subject.head.tag == "OFF"


def headed(sentence: Sentence) -> list[Phrase]:
    """Return the person whose life an entry tells: named at its head, alone or with brackets behind the name ("GEREDE, Hüsrev
    (1884 – 1962)").
    """
    if any(c.predicate.form == "Fin" for c in sentence.clauses):
        return []
    persons = [p for p in sentence.phrases if p.bare and p.head.tag == "PER" and p.head.index < HEADING]
    behind = {p.head.index: [u.text for u in sentence.units[p.head.index + 1 :][:1]] for p in persons[:1]}
    return [p for p in persons[:1] if behind[p.head.index] == ["("] or (len(sentence.units) == 1 and " " in p.head.text)]


def held(title: Phrase, phrase: Phrase) -> list[tuple[str, Mention]]:
    """Return the office of a title with the person who bears it."""
    person = (title.bearer or phrase.head).mention
    return [(u.mention.entity, person) for u in title.members if u.mention and u.mention.entity and person and person.entity]


def stem(unit: Unit) -> str:
    """Return the part of a noun that its forms share ("bakanlık": "bakanlı")."""
    return unit.lemma[:-1] if unit.lemma[-1:] in "kç" else unit.lemma


def may_be_called(mention: Mention, unit: Unit) -> bool:
    """Say whether a treaty may be called by a noun again: a "pakt" is no antlaşma by name, but any treaty is an antlaşma."""
    of = next((n for n, nouns in enumerate(word_groups("treaties")) if unit.lemma in nouns), 0) if mention.tag == "AGR" else 0
    last = lower(mention.text).split()[-1]
    own = next((n for n, nouns in enumerate(word_groups("treaties")) if last.startswith(tuple(nouns))), 0) if of else 0
    return not (of and own) or of == own


def word_groups(name: str) -> tuple[frozenset[str], ...]:
    """Return the groups of nouns of a list in ``anaphora.toml``; those of the first group may stand for each of the others."""
    return tuple(spelt(group) for group in data()[name]["groups"])


def latest(told: list[tuple[int, Mention]], entry: Anaphor, now: int) -> list[Mention]:
    """Return the latest mentions that fit an entry, one an entity, oldest first."""
    found: list[Mention] = []
    for number, mention in reversed(told):
        if now - number > entry.reach or len(found) == entry.take:
            break
        fits = (
            mention.tag in entry.tags and entry.word in lower(mention.text) and not (entry.without and entry.without in fold(mention.text))
        )
        if fits and mention.entity not in {m.entity for m in found}:
            found.append(mention)
    return found[::-1]
