"""Clauses: predicates with their phrases, voice undone, and how each clause hangs on the next one.

Turkish puts a predicate behind its arguments and a clause before what governs it, so one walk from left to right with a stack
of open phrases finds the clauses: a predicate takes the phrases on its left, back to a limit that its verb form sets.

* a finite verb takes all that is open;
* a converb too, but shares its subject with the clause it depends on;
* a nominalised verb (-mA, -Iş, -DIK, -AcAK) takes phrases back to its genitive subject;
* a participle takes case-marked phrases and never a bare named subject; its head noun is its subject (-An) or another argument.

The shift-reduce walk follows Nivre (2003), reduced to what head-final order makes deterministic. The frame engine reads clauses
through :meth:`Clause.slot`, where *subject* and *object* mean the deep ones (a passive's bare subject is its *object*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from extraction.language.phrases import (
    Phrase,
    bracketed_titles,
    collective,
    halves,
    is_predicate,
    joined,
    outside_brackets,
    phrases_and_verbs,
    postposition,
    takes,
    times,
)
from extraction.language.units import Unit, intransitive, word_classes

ACTING = {"PER", "GPE", "ORG", "GRP"}
"""Tags of names that do something, so that they are the subject beside a bare place or war."""
OBLIQUE = {"Dat", "Abl", "Loc"}
PERSONS = {"PER", "GRP"}


@dataclass(slots=True)
class Clause:
    """A predicate and its arguments.

    ``relation`` says how it depends on ``parent``: and, by, when, while, after, for …, *that* for a complement, *which* for a
    relative clause whose noun is ``head``; empty for a main clause.
    ``inherited`` is the subject and ``agent`` the "X tarafından" that it shares with a neighbour.
    """

    predicate: Unit
    phrases: list[Phrase]
    parent: Clause | None = None
    relation: str = ""
    head: Phrase | None = None
    inherited: Phrase | None = None
    agent: Phrase | None = None

    @property
    def lemma(self) -> str:
        """Return the predicate's lemma."""
        return self.predicate.lemma

    @property
    def passive(self) -> bool:
        """Say whether the deed is told from its object; a noun of deed is not where it has an object ("İzmir’i işgali")."""
        objects = [p for p in self.phrases if p.case == "Acc" and not p.relation]
        return self.predicate.passive and not (self.predicate.kind == "Is" and objects)

    def subject_phrases(self) -> list[Phrase]:
        """Return the phrases in grammatical subject position: bare (finite), genitive (nominalised) or the head noun (-An)."""
        if self.predicate.kind == "An" and self.head:
            return [self.head]
        nominal = self.predicate.form in {"Vnoun", "Part", "Conv"}
        own = ([p for p in self.phrases if p.case == "Gen" and not p.relation] or self.freed_owner()) if nominal else []
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p.head.pos != "NUM" and p.head.lemma not in times()]
        if not self.passive:
            bare = [p for p in bare if p.named or (p is bare[0] and p.head.lemma in collective())] or bare
            bare = [p for p in bare if p.head.tag in ACTING] or bare
        if own:
            return own[-1:]
        if not self.passive and bare and not bare[-1].named and self.is_adjacent(bare[-1]) and self.lemma not in intransitive():
            bare = bare[:-1]
        persons = [p for p in bare if p.head.tag == "PER"]
        return (persons or self.suffered(bare))[-1:] if self.passive else bare[:1]

    def freed_owner(self) -> list[Phrase]:
        """Return the genitive that a compound took though the verb needs it ("Karahan’ın Ankara büyükelçiliğine atanması")."""
        compounds = [
            p for p in self.phrases if p.case in OBLIQUE and not p.relation and (p.named or p.modifiers or p.head.lemma[-1] in "ıiuü")
        ]
        owners = [o for p in compounds for o in p.owners if o.head.tag in (PERSONS if self.passive else ACTING)]
        return owners[:1] if self.predicate.owned else []

    def suffered(self, bare: list[Phrase]) -> list[Phrase]:
        """Return a passive’s bare phrases without the noun right before it that only names the deed ("teklif kabul edildi")."""
        half = bool(bare) and self.lemma == "et" and bare[-1].head.lemma in halves() and not bare[-1].owners
        light = (len(bare) > 1 or half) and not bare[-1].named and self.is_adjacent(bare[-1])
        return bare[:-1] if light else bare

    def is_adjacent(self, phrase: Phrase) -> bool:
        """Say whether a phrase stands right before the predicate, where Turkish puts the indefinite object."""
        return self.predicate.index - phrase.head.index <= 2

    def slot(self, name: str) -> list[Phrase]:
        """Return the phrases in a deep slot: subject, object, dat, loc, abl, ins, gen, head, scene, or a postposition's role."""
        match name:
            case "subject":
                return self.agents() if self.passive else self.subject_phrases() or self.shared_subject()
            case "object":
                return self.themes()
            case "persons":
                signing = [p for p in self.phrases if p.head.tag == "PER" and (p.bare or p.relation == "tarafından")]
                return signing if any(p.relation == "adına" for p in self.phrases) else []
            case "head":
                return [self.head] if self.head else []
            case "scene":
                return [self.head] if self.head and self.predicate.kind in {"Dik", "Acak"} else []
            case "dat" | "loc" | "abl" | "ins" | "gen":
                return [p for p in self.phrases if p.case == name.capitalize() and not p.relation]
            case _:
                return [p for p in self.phrases if p.relation == name]

    def agents(self) -> list[Phrase]:
        """Return who does a passive deed: "X tarafından", or the adverbial -CA ("hükümetçe")."""
        own = [p for p in self.phrases if p.relation == "tarafından" or p.case == "Equ"]
        return own or ([self.agent] if self.agent else [])

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
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p not in subject and (not accusative or self.is_adjacent(p))]
        relative = [self.head] if self.head and predicate.kind in {"Dik", "Acak"} and not accusative else []
        return accusative + bare + relative


@dataclass(slots=True)
class Sentence:
    """The units of one sentence with its phrases and clauses, both in reading order."""

    units: list[Unit]
    phrases: list[Phrase]
    clauses: list[Clause]


def read(units: Sequence[Unit]) -> Sentence:
    """Return the phrases and clauses of a sentence."""
    items = list(joined(list(phrases_and_verbs(outside_brackets(units))), units))
    sentence = Sentence(list(units), [i for i in items if isinstance(i, Phrase)], [])
    for phrase in sentence.phrases:
        phrase.titles += bracketed_titles(phrase, units)
    walk(items, sentence)
    inherit(sentence.clauses)
    share_owner(sentence.clauses)
    return sentence


def walk(items: Sequence[Phrase | Unit], sentence: Sentence) -> None:
    """Shift phrases, reduce at predicates, and note how clauses depend on each other."""
    stack: list[Phrase] = []
    waiting: list[Clause] = []
    relative: list[Clause] = []
    shared: list[Clause] = []
    for n, item in enumerate(items):
        if isinstance(item, Phrase):
            if half_of_saying(item, items[n + 1 : n + 2]):
                for clause in relative:
                    clause.relation = "that"
                waiting, relative = [*waiting, *relative], []
            for clause in relative if not (item.dated or counting(item)) else []:
                clause.head, clause.relation = leading(item, clause.predicate.index), "which"
                clause.head.clauses.append(clause)
                relative = []
            stack.append(item)
        elif is_predicate(item):
            clause = Clause(item, take(stack, item, on_the_way(items, n)))
            clause.phrases = without_passed(clause.phrases, waiting)
            following = items[n + 1] if n + 1 < len(items) else None
            clause.relation = relation_of(item, following)
            reach = stack[-1].head.index if stack else -1
            held = [c for c in waiting if not within(c, clause, reach, sentence.units)]
            for earlier in waiting:
                earlier.parent = earlier.parent if earlier in held else clause
            for inner in modifying(clause.phrases):
                inner.parent = inner.parent or clause
            waiting = [*held, *([clause] if item.form != "Fin" and clause.relation != "which" else [])]
            shared = [] if item.form == "Fin" else shared
            if clause.relation == "which" and goes_on(items, n):
                shared.append(clause)
            elif clause.relation == "which":
                relative, shared = [*relative, *shared, clause], []
            sentence.clauses.append(clause)


def counting(phrase: Phrase) -> bool:
    """Say whether a phrase is only a number, before what it counts ("gelen iki bin kişilik kafile")."""
    return phrase.head.pos == "NUM" and phrase.bare and not phrase.head.owned and phrase.head.tag == ""


def half_of_saying(phrase: Phrase, following: Sequence[Phrase | Unit]) -> bool:
    """Say whether a noun makes a passive verb of saying with what follows, so that it bears no relative clause ("… iddia edilmiştir")."""
    verb = following[0] if following else None
    light = isinstance(verb, Unit) and is_predicate(verb) and verb.lemma == "et" and verb.passive
    return light and phrase.bare and not (phrase.named or phrase.owners or phrase.modifiers or phrase.head.owned)


def within(inner: Clause, outer: Clause, reach: int, units: Sequence[Unit]) -> bool:
    """Say whether a clause depends on a later predicate, and not on one behind that; ``reach`` is the last phrase that this one left open."""
    verb, at = outer.predicate, inner.predicate.index
    if verb.form == "Fin":
        return True
    behind = units[at + 1]
    if reach > at or coordinate(inner, outer, behind.text):
        return False
    if content(inner, behind):
        return any(behind in p.members for p in outer.phrases)
    subject = inner.relation == "that" and not inner.predicate.case and inner.predicate.kind != "Mak"
    if verb.form == "Conv":
        return not (subject and behind.text == ",")
    return behind.text != "," and not (subject and not (verb.passive and verb.form == "Vnoun"))


def content(inner: Clause, behind: Unit) -> bool:
    """Say whether a nominalised clause is the content of the noun behind it ("gönderilmesi isteği"), and goes where that noun goes."""
    return inner.predicate.form in {"Vnoun", "Part"} and not inner.predicate.case and behind.owned and behind.nominal and not behind.mention


def coordinate(inner: Clause, outer: Clause, behind: str) -> bool:
    """Say whether two nominalised clauses are members of one list ("geldiğini ve görüştüğünü")."""
    left, right = inner.predicate, outer.predicate
    alike = left.form == right.form != "Conv" and left.case == right.case and inner.relation == outer.relation == "that"
    return behind in {",", "ve", "veya"} and alike


def leading(phrase: Phrase, after: int) -> Phrase:
    """Return what a participle before a phrase modifies: its first genitive owner, where that stands behind the participle, or itself."""
    owner = next((o for o in phrase.owners if o.case == "Gen" and o.members[0].index > after), None)
    return leading(owner, after) if owner else phrase


def modifying(phrases: Sequence[Phrase]) -> list[Clause]:
    """Return the relative clauses on phrases, their owners and modifiers."""
    inner = [q for p in phrases for q in (*p.owners, *p.modifiers)]
    return [c for p in phrases for c in p.clauses] + (modifying(inner) if inner else [])


def goes_on(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether a participle is the first of two on one noun ("Moskova’ya giden ve antlaşmayı imzalayan heyet")."""
    joiner = items[n + 1] if n + 1 < len(items) else None
    if not (isinstance(joiner, Unit) and joiner.text in {",", "ve"}):
        return False
    later = next((i for i in items[n + 1 :] if isinstance(i, Unit) and is_predicate(i)), None)
    if later is None:
        return False
    return later.kind in {"An", "Mis"} or (joiner.text == "ve" and later.form == "Part" and not later.case)


def relation_of(unit: Unit, following: Phrase | Unit | None) -> str:
    """Name how a clause hangs on the next one, from its verb form, case and the postposition behind it."""
    table = cast(dict[str, str], word_classes()["relation"])
    if unit.form == "Fin":
        return ""
    role = postposition(following) if isinstance(following, Unit) else ""
    if role and takes(role, unit.case):
        return table.get(role, role)
    if unit.form == "Conv":
        return table.get(unit.kind, "when")
    if unit.form == "Part" and not unit.case and isinstance(following, Phrase | Unit):
        return "which"
    return "that"


@cache
def motion() -> frozenset[str]:
    """Return the verbs that bring their subject to the place in the dative."""
    return frozenset(cast(dict[str, list[str]], word_classes()["motion"])["verbs"])


def on_the_way(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` tells why somebody travels to a place named before it ("Ankara’ya antlaşmayı imzalamak için gitti")."""
    verb = items[n]
    if not isinstance(verb, Unit) or verb.kind != "Mak" or verb.lemma in motion():
        return False
    for item in items[n + 1 :]:
        if isinstance(item, Phrase):
            if item.case == "Dat":
                return False
        elif is_predicate(item):
            return item.lemma in motion()
    return False


def take(stack: list[Phrase], verb: Unit, on_the_way: bool = False) -> list[Phrase]:
    """Pop the phrases that belong to a predicate; what stays on the stack waits for a later one."""
    start = len(stack)
    if verb.form == "Fin":
        start = 0
    elif verb.form == "Conv" or verb.kind == "Dikten":
        start = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].case == "Gen" and not stack[n].relation), 0)
    else:
        genitive = verb.kind not in {"An", "Mak"}
        while start and belongs(stack[start - 1], verb, genitive) and not repeats(stack[start - 1], stack[start:]):
            if on_the_way and stack[start - 1].case == "Dat" and stack[start - 1].head.tag in {"LOC", "GPE"}:
                break
            start -= 1
            if stack[start].case == "Gen" and genitive:
                start -= start > 0 and verb.kind in {"Dik", "Acak"} and head_owns(stack[start - 1])
                start = 0 if verb.kind == "Dik" and not verb.case and all(setting(p) for p in stack[:start]) else start
                break
    taken = stack[start:]
    del stack[start:]
    if verb.form == "Conv" or verb.kind == "Dikten":
        stack += shared(taken)
    return taken


def shared(taken: Sequence[Phrase]) -> list[Phrase]:
    """Return the subject that an adverbial clause leaves for the clause it depends on: its genitive, or its first bare name."""
    if taken and taken[0].case == "Gen":
        return list(taken[:1])
    return [p for p in taken if p.bare and p.named][:1]


def setting(phrase: Phrase) -> bool:
    """Say whether a phrase tells only when, where or for whom, so that before a genitive subject it belongs to the subject's verb."""
    return not phrase.comma and (
        phrase.head.tag == "DAT" or phrase.relation in {"adına", "arasında"} or (phrase.case == "Loc" and not phrase.relation)
    )


def without_passed(phrases: list[Phrase], before: Sequence[Clause]) -> list[Phrase]:
    """Return phrases without the subject of a converb of time where another name takes its place ("A dönerken B bir nota verdi")."""
    for clause in (c for c in before if c.predicate.kind in {"Ken", "Ince"}):
        passed = next((p for p in clause.subject_phrases() if any(p is q for q in phrases)), None)
        new = [p for p in phrases if p.bare and p.named and p.head.tag in ACTING and p.members[0].index > clause.predicate.index]
        if passed and new:
            return [p for p in phrases if p is not passed]
    return phrases


def repeats(phrase: Phrase, taken: Sequence[Phrase]) -> bool:
    """Say whether a verb already has a phrase in this case, of which it takes only one ("A’ya B’ye giden heyeti")."""
    return phrase.case in {"Dat", "Acc", "Abl"} and not phrase.relation and any(p.case == phrase.case and not p.relation for p in taken)


def head_owns(phrase: Phrase) -> bool:
    """Say whether an object's possessor can only be the noun that the relative clause modifies ("başkanlığını A’nın yaptığı heyet")."""
    return phrase.case == "Acc" and phrase.head.owned and not (phrase.named or phrase.relation or phrase.owners or phrase.modifiers)


def belongs(phrase: Phrase, verb: Unit, genitive: bool) -> bool:
    """Say whether an open phrase is part of a participle's or nominalised verb's clause, and not of the clause around it."""
    if phrase.comma and phrase.case != "Gen" and phrase.head.tag != "DAT":
        return False
    if phrase.case == "Gen":
        return genitive
    if phrase.case == "Acc" and verb.passive:
        return False
    named = phrase.named or (speaks(phrase) and verb.index - phrase.head.index > 2)
    return not (phrase.bare and named and not (verb.passive and verb.form == "Vnoun"))


def speaks(phrase: Phrase) -> bool:
    """Say whether a common noun has a name before it ("Türk heyeti") or acts like one, so that away from the verb it is a subject."""
    return any(p.named for p in phrase.modifiers) or phrase.head.lemma in collective()


def share_owner(clauses: Sequence[Clause]) -> None:
    """Give nominalised clauses the genitive subject of the one before ("A’nın gelişi ve burada yaptığı görüşmeler")."""
    owner: Phrase | None = None
    for clause in clauses:
        predicate = clause.predicate
        nominal = predicate.kind in {"Dik", "Ma", "Is", "Acak"}
        own = clause.subject_phrases() if nominal else []
        if predicate.form == "Fin" or (own and own[0].case != "Gen"):
            owner = None
        elif own:
            owner = own[0]
        elif nominal and owner is not None and not predicate.passive:
            clause.inherited = owner


def inherit(clauses: Sequence[Clause]) -> None:
    """Give clauses without a subject of their own the one they share: converbs from their parent, the rest from what came before.

    A passive takes who suffered before, or else who did something ("geldi ve kabul edildi").
    """
    previous: Phrase | None = None
    suffered: Phrase | None = None
    agent: Phrase | None = None
    for clause in clauses:
        own = clause.subject_phrases()
        if clause.predicate.passive and clause.predicate.form in {"Fin", "Conv"}:
            clause.inherited = None if own else suffered or previous
            clause.agent = None if own else agent
            suffered = own[0] if own else suffered
            agent = next(iter(clause.agents()), None)
        elif own and clause.predicate.form in {"Fin", "Conv"}:
            previous, suffered = own[0], None
        elif not own:
            clause.inherited = previous or suffered
    for clause in reversed(clauses):
        parent = clause.parent
        free = clause.inherited is None or (clause.predicate.form != "Fin" and parent is not None and bool(parent.subject_phrases()))
        if parent and free and not clause.subject_phrases() and not clause.predicate.passive:
            clause.inherited = next(iter(parent.subject_phrases()), parent.inherited or clause.inherited)
