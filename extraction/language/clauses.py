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

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extraction.language.attributes import without_attributes
from extraction.language.brackets import bracketed_titles, outside_brackets, told_asides
from extraction.language.clause import Clause, Sentence
from extraction.language.distribution import gathered
from extraction.language.lists import instead, joined
from extraction.language.phrases import WHICH_IS, Phrase, phrases_and_verbs
from extraction.language.quotations import CLOSING, closed, introduced, mark
from extraction.language.relations import goes_on, governs_content, in_passing, motion, on_the_way, relation_of, told, within
from extraction.language.stranded import rejoin
from extraction.language.subjects import free_subject, give_owner, hidden_owner, hidden_subject, inherit, listed_objects, share_owner
from extraction.language.taking import not_accusative, take, without_passed
from extraction.language.unit import Unit, is_predicate
from extraction.language.words import word_class
from ontology.turkish import lower

LEANING = {"yanlısı", "karşıtı", "merkezli"}
"""Roles of postpositions that make an adjective of their phrase; so do those that end in -ki."""


def read(units: Sequence[Unit]) -> Sentence:
    """Return the phrases and clauses of a sentence."""
    plain = gathered(without_attributes(outside_brackets(introduced(units))))
    items = list(instead(list(joined(list(phrases_and_verbs(plain)), units))))
    sentence = Sentence(list(units), [i for i in items if isinstance(i, Phrase)], [])
    for phrase in sentence.phrases:
        phrase.titles += bracketed_titles(phrase, units)
    walk(items, sentence)
    rejoin(sentence.clauses)
    for clause in sentence.clauses:
        listed_objects(clause, sentence)
    inherit(sentence.clauses)
    share_owner(sentence.clauses)
    for aside in told_asides(units):
        told = Sentence(sentence.units, [], [])
        items = list(joined(list(phrases_and_verbs(aside)), units))
        walk(items, told)
        rejoin(told.clauses)
        inherit(told.clauses)
        sentence.phrases += [i for i in items if isinstance(i, Phrase)]
        sentence.clauses += told.clauses
    return sentence


def walk(items: Sequence[Phrase | Unit], sentence: Sentence) -> None:
    """Shift phrases, reduce at predicates, and note how clauses depend on each other."""
    state = Walk(items, sentence)
    for n in range(len(items)):
        state.step(n)


@dataclass(slots=True)
class Walk:
    """A walk over the items of a sentence: phrases that no predicate took yet, and clauses that wait for what they hang on.

    ``waiting`` clauses wait for a predicate, ``relative`` ones for a noun, ``shared`` ones for the participle that shares their noun;
    ``outside`` keeps what was open before each quotation that is.
    """

    items: Sequence[Phrase | Unit]
    sentence: Sentence
    stack: list[Phrase] = field(default_factory=list)
    waiting: list[Clause] = field(default_factory=list)
    relative: list[Clause] = field(default_factory=list)
    shared: list[Clause] = field(default_factory=list)
    outside: list[tuple[list[Phrase], list[Clause]]] = field(default_factory=list)

    def step(self, n: int) -> None:
        """Read item ``n``."""
        item = self.items[n]
        self.quote(n)
        if isinstance(item, Phrase):
            self.shift(item, n)
        elif item.text == ";" and any(lower(p.head.text).strip(".") in word_class("citing") for p in self.stack):
            self.stack.clear()
        elif is_predicate(item):
            self.reduce(item, n)

    def quote(self, n: int) -> None:
        """Begin afresh where a quotation opens, and go on from before it where it closes."""
        if self.outside and mark(self.items[n], CLOSING):
            before, open_relatives = self.outside.pop()
            self.stack = [*before, *within_quotation(self.stack, self.sentence.clauses[-1:], self.items[n - 1])]
            self.relative = [*open_relatives, *self.relative]
        elif closed(self.items, n):
            self.outside.append((self.stack, self.relative))
            self.stack, self.relative = [], []

    def shift(self, phrase: Phrase, n: int) -> None:
        """Put a phrase on the stack, with the relative clauses that wait for it."""
        if half_of_saying(phrase, self.items[n + 1 : n + 2]):
            for clause in self.relative:
                clause.relation = "that"
            self.waiting, self.relative = [*self.waiting, *self.relative], []
        units = self.sentence.units
        if self.relative and not (phrase.dated or counting(phrase) or phrase.head.linking or adjoined(self.items, n, units)):
            for clause in self.relative:
                clause.head, clause.relation = one_of_two(leading(phrase, clause.predicate.index), units), "which"
                clause.head.clauses.append(clause)
                give_owner(clause)
            self.relative = []
        self.stack.append(phrase)

    def reduce(self, verb: Unit, n: int) -> None:
        """Make a clause of a predicate and the phrases that it takes, and hang on it the clauses that waited for it."""
        if self.relative and governs_content(verb):
            self.waiting, self.relative = [*self.waiting, *said(self.relative)], [c for c in self.relative if c.relation == "which"]
        clause = self.clause_of(verb, n)
        self.hang(clause)
        if verb.form == "Fin":
            self.shared = []
        if clause.relation == "which" and goes_on(self.items, n):
            self.shared.append(clause)
        elif clause.relation == "which":
            self.relative, self.shared = [*self.relative, *self.shared, clause], []
        self.sentence.clauses.append(clause)

    def clause_of(self, verb: Unit, n: int) -> Clause:
        """Return the clause of a predicate with its phrases, each where it belongs."""
        items = self.items
        clause = Clause(verb, [] if in_passing(items, n) else take(self.stack, verb, on_the_way(items, n), told(items, n)))
        clause.phrases = without_passed(clause.phrases, self.waiting)
        give_agent(clause, self.waiting)
        not_accusative(clause)
        free_subject(clause, self.sentence)
        hidden_subject(clause)
        hidden_owner(clause)
        clause.complement = complement(items[n - 1] if n else None, verb)
        clause.relation = relation_of(verb, items[n + 1] if n + 1 < len(items) else None)
        return clause

    def hang(self, clause: Clause) -> None:
        """Make a clause the parent of those that waited for it and of the relative ones on its phrases; it may have to wait itself."""
        reach = self.stack[-1].head.index if self.stack else -1
        held = [c for c in self.waiting if not within(c, clause, reach, self.sentence.units)]
        for earlier in self.waiting:
            earlier.parent = earlier.parent if earlier in held else clause
        for inner in modifying(clause.phrases):
            inner.parent = inner.parent or clause
        self.waiting = [*held, *([clause] if clause.predicate.form != "Fin" and clause.relation != "which" else [])]


def within_quotation(stack: list[Phrase], last: Sequence[Clause], before: Phrase | Unit) -> list[Phrase]:
    """Give what a quotation leaves open to the verb that ends it, or return it for a later one."""
    if not last or last[0].predicate is not before:
        return stack
    last[0].phrases = [*stack, *last[0].phrases]
    return []


def give_agent(clause: Clause, waiting: Sequence[Clause]) -> None:
    """Give "X tarafından" before an active verb to the passive inside ("A, B tarafından Mısır’da kullanılmasını istedi")."""
    if clause.passive or clause.predicate.form != "Fin":
        return
    for phrase in [p for p in clause.phrases if p.relation == "tarafından"]:
        inside = [c for c in waiting if c.passive and c.predicate.form == "Vnoun" and phrase.head.index < c.predicate.index]
        if inside and not any(p.relation == "tarafından" for p in inside[-1].phrases):
            clause.phrases.remove(phrase)
            inside[-1].phrases.insert(0, phrase)


def complement(before: Phrase | Unit | None, verb: Unit) -> Unit | None:
    """Return the adjective right before a copula ("haklı olduğu", "bağımsız kaldı"), if there is one."""
    copula = verb.lemma in word_class("copula")
    return before if copula and isinstance(before, Unit) and before.pos == "ADJ" and not before.form else None


def counting(phrase: Phrase) -> bool:
    """Say whether a phrase is only a number, before what it counts ("gelen iki bin kişilik kafile")."""
    return phrase.head.pos == "NUM" and phrase.bare and not phrase.head.owned and phrase.head.tag == ""


def adjoined(items: Sequence[Phrase | Unit], n: int, units: Sequence[Unit]) -> bool:
    """Say whether item ``n`` stands like an adjective before the noun that a participle modifies ("X başkanlığındaki heyet", "Moskova
    karşıtı, silahlı örgüt").
    """
    phrase, behind = items[n], items[n + 1 : n + 2]
    if not isinstance(phrase, Phrase):
        return False
    if phrase.relation:
        return phrase.relation in LEANING or lower(units[phrase.head.index + 1].text).endswith(WHICH_IS)
    unit = phrase.head
    quality = not (unit.mention or unit.owned or unit.case) and re.search("l[ıiuü]$|s[ıiuü]z$", lower(unit.text)) is not None
    before_noun = phrase.comma or any(isinstance(i, Phrase) and i.named for i in behind)
    return quality and before_noun and phrase.bare and not (phrase.owners or phrase.modifiers)


def half_of_saying(phrase: Phrase, following: Sequence[Phrase | Unit]) -> bool:
    """Say whether a noun makes a passive verb of saying with what follows, so that it bears no relative clause ("… iddia edilmiştir")."""
    verb = following[0] if following else None
    light = isinstance(verb, Unit) and is_predicate(verb) and verb.lemma == "et" and verb.passive
    return light and phrase.bare and not (phrase.named or phrase.owners or phrase.modifiers or phrase.head.owned)


def said(relative: Sequence[Clause]) -> list[Clause]:
    """Make -DIK clauses that meet a verb before any noun its complement ("gönderdiği de bilinmektedir"), and return them."""
    found = [c for c in relative if c.predicate.kind in {"Dik", "Acak"}]
    for clause in found:
        clause.relation = "that"
    return found


def leading(phrase: Phrase, after: int) -> Phrase:
    """Return what a participle before a phrase modifies: its first genitive owner, where that stands behind the participle, or itself.

    The body that owns a person's title counts too ("Ankara’yı temsil eden heyetin başkanı X").
    """
    titled = [o for t in phrase.titles for o in t.owners if not o.named]
    owner = next((o for o in (*phrase.owners, *titled) if o.case == "Gen" and o.members[0].index > after), None)
    return leading(owner, after) if owner else phrase


def one_of_two(phrase: Phrase, units: Sequence[Unit]) -> Phrase:
    """Return the first of two whom "ile … arasında" parts, whom alone a participle before them modifies ("gelen A ile B arasında")."""
    first = phrase.members[0]
    two = len(phrase.members) == 2 and phrase.relation == "arasında" and first.tag == "PER"
    if not two or lower(units[first.index + 1].text) != "ile":
        return phrase
    return replace(phrase, members=[first], relation="", titles=[t for t in phrase.titles if t.bearer is first])


def modifying(phrases: Sequence[Phrase]) -> list[Clause]:
    """Return the relative clauses on phrases, their owners and modifiers."""
    inner = [q for p in phrases for q in (*p.owners, *p.modifiers)]
    return [c for p in phrases for c in p.clauses] + (modifying(inner) if inner else [])


__all__ = ["Clause", "Sentence", "motion", "read"]
