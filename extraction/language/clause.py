"""A clause: a predicate with its phrases, and the deep slots that frames ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import adjectival, belongings, collective, halves, intransitive, times, word_class
from ontology.turkish import lower

ACTING = {"PER", "GPE", "ORG", "GRP"}
"""Tags of names that do something, so that they are the subject beside a bare place or war."""
CLEFT = re.compile("m[ae](?:s[ıi]|l[ae]r[ıi])d[ıi]r$")
"""How a deed ends that a sentence tells as what something is ("önemli bir olay da A’nın göreve gelmesidir")."""
OBLIQUE = {"Dat", "Abl", "Loc"}
PERSONS = {"PER", "GRP"}
CAUSES = {"dolayı", "üzerine"}


OUTSIDE = "dışı"
"""What makes a verb with "et" of a border or a country ("sınır dışı edildi")."""


@dataclass(slots=True)
class Clause:
    """A predicate and its arguments.

    ``relation`` says how it depends on ``parent``: and, by, when, while, after, for …, *that* for a complement, *which* for a
    relative clause whose noun is ``head``; empty for a main clause.
    ``inherited`` is the subject and ``agent`` the "X tarafından" that it shares with a neighbour; ``complement`` the adjective of a
    copula ("bağımsız kaldı").
    """

    predicate: Unit
    phrases: list[Phrase]
    parent: Clause | None = None
    relation: str = ""
    head: Phrase | None = None
    inherited: Phrase | None = None
    agent: Phrase | None = None
    complement: Unit | None = None
    known: dict[str, list[Phrase]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The slots that were asked for: frames ask again and again, and only after the sentence is read."""
    gapped: list[Clause] = field(default_factory=list, init=False, repr=False, compare=False)
    """The clauses that one verb tells for several pairs, once they were asked for."""

    @property
    def lemma(self) -> str:
        """Return the predicate's lemma."""
        return self.predicate.lemma

    @property
    def passive(self) -> bool:
        """Say whether the deed is told from its object; a noun of deed is not where it has an object ("İzmir’i işgali")."""
        if not self.predicate.passive or self.predicate.kind != "Is":
            return self.predicate.passive
        return not any(p.case == "Acc" and not p.relation for p in self.phrases)

    def subject_phrases(self) -> list[Phrase]:
        """Return the phrases in grammatical subject position: bare (finite), genitive (nominalised) or the head noun (-An)."""
        if self.predicate.kind == "An" and self.head:
            return [] if attitude(self.head) and not self.passive else [self.head]
        nominal = self.predicate.form in {"Vnoun", "Part", "Conv"} or bool(CLEFT.search(lower(self.predicate.text)))
        own = ([p for p in self.phrases if p.case == "Gen" and not p.relation] or self.freed_owner()) if nominal else []
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p.head.pos != "NUM" and p.head.lemma not in times()]
        last = bare[-1:]
        if not self.passive:
            bare = [p for p in bare if not self.names_follow(p)]
            bare = [p for p in bare if p.named or (p is bare[0] and p.head.lemma in collective())] or bare
            bare = [p for p in bare if p.head.tag in ACTING] or bare
        if own:
            return own[-1:]
        if bare and bare[-1:] == last and not self.passive and self.says_what(bare):
            return []
        close = bool(bare) and bare[-1:] == last and self.is_adjacent(bare[-1])
        if close and not self.passive and self.lemma not in intransitive() and indefinite(bare[-1]):
            asked = bare[-1].head
            bare = bare[:-1]
            if bare and asked.lemma in word_class("half-with-object") and asked.index - bare[-1].head.index == 1 and not bare[-1].named:
                bare = bare if bare[-1].head.lemma in collective() else bare[:-1]
        if self.passive:
            bare = [p for p in bare if not (self.represents(p) or self.people_of_deed(p))] or bare
        persons = [p for p in bare if p.head.tag == "PER"]
        return (persons or self.suffered(bare))[-1:] if self.passive else bare[:1]

    def represents(self, person: Phrase) -> bool:
        """Say whether a bare name stands behind whom its bearer acts for, so that beside a passive it is a doer ("A adına X, B adına Y
        tarafından imzalandı").
        """
        before = [p for p in self.phrases if p.head.index < person.head.index]
        return bool(before) and before[-1].relation == "adına" and person.head.tag == "PER"

    def names_follow(self, people: Phrase) -> bool:
        """Say whether those of whom a plural speaks are named right behind it ("yetkilileri A ve B ile görüştü")."""
        plural = not people.named and people.head.owned and lower(people.head.text).endswith(("leri", "ları"))
        behind = [p for p in self.phrases if plural and p.members[0].index == people.head.index + 1 and p.head.tag == "PER"]
        return any(p.case or p.relation for p in behind)

    def says_what(self, bare: list[Phrase]) -> bool:
        """Say whether the bare phrase right before the verb, or each of several, tells what somebody is or becomes ("elçi oldu", "esir
        düştü", "1924’te kâtip, 1930’da elçi oldu").
        """
        gapped = self.phrases[-1] is bare[-1] and bare[-1].head.tag == "OFF" and not self.complement
        become = self.lemma in {"ol", "kal", "düş", "i"} and (gapped or self.predicate.index - bare[-1].head.index == 1)
        return become and all(p.head.tag == "OFF" or (not p.head.mention and p.head.lemma in word_class("become")) for p in bare)

    def freed_owner(self) -> list[Phrase]:
        """Return the genitive that a compound took though the verb needs it ("Karahan’ın Ankara büyükelçiliğine atanması"), or a noun that
        has an owner of its own ("Karahan’ın Türk hükümetinin ricası ile geldiği").
        """
        compounds = [p for p in self.phrases if p.case in OBLIQUE and not p.relation and (p.named or p.modifiers or self.hides(p.head))]
        causes = [p for p in self.phrases if p.relation in CAUSES and not p.named]
        owners = [
            o
            for p in (*compounds, *causes)
            for o in p.owners
            if o.head.tag in (PERSONS if self.passive else ACTING) or o.head.lemma in collective()
        ]
        doubled = [p.owners[0] for p in self.phrases if len(p.owners) > 1 and all(o.head.tag in ACTING for o in p.owners)]
        return (owners or doubled)[:1] if self.predicate.owned else []

    def hides(self, noun: Unit) -> bool:
        """Say whether a possessed noun may be a compound whose modifier hides, or what the actor has ("A’nın görevinden ayrılması")."""
        return noun.lemma[-1] in "ıiuü" or noun.lemma in word_class("seat") or (self.passive and noun.lemma in belongings())

    def suffered(self, bare: list[Phrase]) -> list[Phrase]:
        """Return a passive’s bare phrases without the noun right before it that only names the deed ("teklif kabul edildi"), nor the one
        before that for what somebody becomes ("üye kabul edildi").
        """
        deed = bool(bare) and (bare[-1].head.lemma in halves() or lower(bare[-1].head.text) == OUTSIDE)
        half = deed and self.lemma == "et" and not bare[-1].owners
        light = (len(bare) > 1 or half) and not bare[-1].named and self.is_adjacent(bare[-1])
        left = bare[:-1] if light else bare
        becomes = len(left) > 1 and not left[-1].named and left[-1].head.lemma in word_class("become")
        return left[:-1] if becomes else left

    def is_adjacent(self, phrase: Phrase) -> bool:
        """Say whether a phrase stands right before the predicate, where Turkish puts the indefinite object."""
        return self.predicate.index - phrase.head.index <= 2

    def beside(self, phrase: Phrase) -> bool:
        """Say whether a bare phrase right before the verb may be a second object; who acts is one more subject ("B’yi A, D’yi C yazdı")."""
        return self.is_adjacent(phrase) and phrase.head.tag not in ACTING

    def slot(self, name: str) -> list[Phrase]:
        """Return the phrases in a deep slot: subject, object, dat, loc, abl, ins, gen, head, scene, or a postposition's role."""
        if name not in self.known:
            self.known[name] = self.found_in(name)
        return self.known[name]

    def found_in(self, name: str) -> list[Phrase]:
        """Find the phrases of a slot."""
        match name:
            case "subject":
                return self.agents() if self.passive else self.spokesmen() or self.subject_phrases() or self.shared_subject()
            case "object":
                return self.themes()
            case "persons":
                signing = [p for p in self.phrases if p.head.tag == "PER" and (p.bare or p.relation in {"tarafından", "imzalı"})]
                return signing if any(p.relation == "adına" for p in self.phrases) else []
            case "head":
                return [self.head] if self.head else []
            case "each":
                return [p for p in self.phrases if p.head.tag in ACTING and not p.relation and p.case in {"", "Acc", "Gen"}]
            case "scene":
                return [self.head] if self.head and self.predicate.kind in {"Dik", "Acak"} else []
            case "dat" | "loc" | "abl" | "ins" | "gen" | "acc":
                return [p for p in self.phrases if p.case == name.capitalize() and not p.relation]
            case _:
                return [p for p in self.phrases if p.relation == name]

    def spokesmen(self) -> list[Phrase]:
        """Return the persons who each act for somebody named right before them ("Türkiye adına A, İran adına B katıldı")."""
        told = [b for a, b in pairwise(self.phrases) if a.relation == "adına" and b.bare and b.head.tag == "PER"]
        return told if len(told) > 1 else []

    def agents(self) -> list[Phrase]:
        """Return who does a passive deed: "X tarafından", "Türk tarafından", or the adverbial -CA ("hükümetçe")."""
        side = [p for p in self.phrases if p.case == "Abl" and p.named and lower(p.head.text).endswith("tarafından")]
        own = [p for p in self.phrases if p.relation == "tarafından" or p.case == "Equ" or self.people_of_deed(p)] + side
        return own or ([self.agent] if self.agent else []) or self.orders()

    def orders(self) -> list[Phrase]:
        """Return by whose order something is done, where nobody else is told to do it ("hükümetin kararıyla gönderildi")."""
        by = [p for p in self.phrases if p.head.lemma in word_class("order") and (p.relation in {"ile", "göre"} or p.case == "Ins")]
        return [o for p in by for o in p.owners if o.head.tag in ACTING][:1]

    def people_of_deed(self, phrase: Phrase) -> bool:
        """Say whether a people's name right before a noun of deed tells who did it ("Sofya Osmanlı işgaline uğradı")."""
        people = phrase.bare and lower(phrase.head.text) in adjectival()
        return people and self.predicate.kind == "Is" and self.predicate.index - phrase.head.index == 1

    def shared_subject(self) -> list[Phrase]:
        """Return the subject that the clause takes from its neighbour, if any."""
        return [self.inherited] if self.inherited else []

    def themes(self) -> list[Phrase]:
        """Return what the deed is done to."""
        predicate = self.predicate
        if self.passive:
            own = self.subject_phrases() or self.shared_subject()
            own = own or ([self.head] if self.head and predicate.form == "Part" else [])
            return own + [p for p in self.phrases if p.bare and not p.named and self.is_adjacent(p) and p not in own]
        accusative = [p for p in self.phrases if p.case == "Acc" and not p.relation]
        subject = self.subject_phrases()
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p not in subject and (not accusative or self.beside(p))]
        relative = [self.head] if self.head and predicate.kind in {"Dik", "Acak"} and not accusative else []
        return accusative + bare + relative


def attitude(head: Phrase) -> bool:
    """Say whether a participle describes how somebody behaves, so that its doer is the main clause's ("paktı öven bir tutum
    takındı", "paktı öven bir tutum içindeydi").
    """
    inside = [p.head for p in head.modifiers if head.head.lemma == "iç"]
    return any(u.lemma in word_class("attitude") and not (u.mention or u.owned) for u in inside or [head.head])


def indefinite(phrase: Phrase) -> bool:
    """Say whether a bare phrase may be an object: no name, no "kimse", and no noun that somebody owns ("A’nın yönetimi sona erdi")."""
    owned = phrase.head.owned and any(o.case == "Gen" for o in phrase.owners)
    return not (phrase.named or owned or phrase.head.pos == "PRON")


@dataclass(slots=True)
class Sentence:
    """The units of one sentence with its phrases and clauses, both in reading order."""

    units: list[Unit]
    phrases: list[Phrase]
    clauses: list[Clause]
