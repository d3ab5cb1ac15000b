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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast

from extraction.language.units import Unit, lower, word_classes

SHARING = {"Ip", "Arak", "Meden", "Esiye"}
LISTED = {",", "ve", "veya", "ile"}
CLOSING = {"ve", "veya", "ile"}
APPOSED = {"PER", "OFF"}


@dataclass(slots=True)
class Phrase:
    """A noun phrase: ``members`` are the heads of a list in order (one where there is no list).

    ``relation`` is the role of the postposition behind it ("tarafından", "arasında"), ``owners`` the genitive and compound
    modifiers, ``titles`` the office phrases beside a name (each with the member that is its ``bearer``), ``clauses`` the relative clauses
    that modify it.
    """

    members: list[Unit]
    relation: str = ""
    owners: list[Phrase] = field(default_factory=list)
    modifiers: list[Phrase] = field(default_factory=list)
    titles: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    comma: bool = False
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


@dataclass(slots=True)
class Clause:
    """A predicate and its arguments.

    ``relation`` says how it depends on ``parent``: and, by, when, while, after, for …, *that* for a complement, *which* for a
    relative clause whose noun is ``head``; empty for a main clause.
    """

    predicate: Unit
    phrases: list[Phrase]
    parent: Clause | None = None
    relation: str = ""
    head: Phrase | None = None
    inherited: Phrase | None = None

    @property
    def lemma(self) -> str:
        """Return the predicate's lemma."""
        return self.predicate.lemma

    def subject_phrases(self) -> list[Phrase]:
        """Return the phrases in grammatical subject position: bare (finite), genitive (nominalised) or the head noun (-An)."""
        if self.predicate.kind == "An" and self.head:
            return [self.head]
        nominal = self.predicate.form in {"Vnoun", "Part"}
        own = [p for p in self.phrases if p.case == "Gen" and not p.relation] if nominal else []
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p.head.lemma not in times()]
        bare = [p for p in bare if p.named] or bare if not self.predicate.passive else bare
        if nominal and own:
            return own[-1:]
        if not self.predicate.passive and bare and not bare[-1].named and self.is_adjacent(bare[-1]):
            bare = bare[:-1]
        return bare[-1:] if self.predicate.passive else bare[:1]

    def is_adjacent(self, phrase: Phrase) -> bool:
        """Say whether a phrase stands right before the predicate, where Turkish puts the indefinite object."""
        return self.predicate.index - phrase.head.index <= 2

    def slot(self, name: str) -> list[Phrase]:
        """Return the phrases in a deep slot: subject, object, dat, loc, abl, ins, head, or a postposition's role."""
        match name:
            case "subject":
                return self.agents() if self.predicate.passive else self.subject_phrases() or self.shared_subject()
            case "object":
                return self.themes()
            case "head":
                return [self.head] if self.head else []
            case "dat" | "loc" | "abl" | "ins":
                return [p for p in self.phrases if p.case == name.capitalize() and not p.relation]
            case _:
                return [p for p in self.phrases if p.relation == name]

    def agents(self) -> list[Phrase]:
        """Return who does a passive deed: "X tarafından", or the adverbial -CA ("hükümetçe")."""
        return [p for p in self.phrases if p.relation == "tarafından" or p.case == "Equ"]

    def shared_subject(self) -> list[Phrase]:
        """Return the subject that the clause takes from its neighbour, if any."""
        return [self.inherited] if self.inherited else []

    def themes(self) -> list[Phrase]:
        """Return what the deed is done to."""
        predicate = self.predicate
        if predicate.passive:
            own = self.subject_phrases()
            return own or ([self.head] if self.head and predicate.form == "Part" else [])
        accusative = [p for p in self.phrases if p.case == "Acc" and not p.relation]
        subject = self.subject_phrases()
        bare = [p for p in self.phrases if p.bare and p.head.tag != "DAT" and p not in subject]
        relative = [self.head] if self.head and predicate.kind in {"Dik", "Acak"} and not accusative else []
        return accusative + bare + relative


@dataclass(slots=True)
class Sentence:
    """The units of one sentence with its phrases and clauses, both in reading order."""

    units: list[Unit]
    phrases: list[Phrase]
    clauses: list[Clause]


@cache
def times() -> frozenset[str]:
    """Return the nouns of time, which stand bare without being a subject ("aynı gün")."""
    return frozenset(cast(dict[str, list[str]], word_classes()["time"])["words"])


def postposition(unit: Unit) -> str:
    """Return the role of a postposition, or the empty string."""
    table = cast(dict[str, str], word_classes()["postposition"])
    return "" if unit.mention else table.get(lower(unit.text), "") or (table.get(unit.lemma, "") if unit.pos == "ADP" else "")


def governs(role: str, phrase: Phrase) -> bool:
    """Say whether a postposition of that role can take the phrase before it."""
    cases = cast(dict[str, list[str]], word_classes()["governs"])
    return bool(role) and not phrase.relation and (role not in cases or phrase.case in cases[role])


def is_predicate(unit: Unit) -> bool:
    """Say whether a unit can carry a clause."""
    return bool(unit.form) and unit.mention is None


def modifies(unit: Unit, following: Unit | None) -> bool:
    """Say whether a bare nominal is the first half of a compound with the next unit ("Sovyet notası", "barış antlaşması")."""
    if following is None or unit.case or not following.nominal:
        return False
    if following.mention:
        return following.tag in {"OFF", "ORG", "AGR", "CNF"} and unit.tag in {"GPE", "LOC", "ORG"}
    if following.owned and not unit.owned:
        return True
    return unit.tag == "" and unit.pos in {"NOUN", "NUM"} and following.tag == "" and not unit.owned


def read(units: Sequence[Unit]) -> Sentence:
    """Return the phrases and clauses of a sentence."""
    items = list(joined(list(phrases_and_verbs(outside_brackets(units))), units))
    sentence = Sentence(list(units), [i for i in items if isinstance(i, Phrase)], [])
    for phrase in sentence.phrases:
        phrase.titles += bracketed_titles(phrase, units)
    walk(items, sentence)
    inherit(sentence.clauses)
    return sentence


def outside_brackets(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without asides in round brackets, of which only dates are kept."""
    kept: list[Unit] = []
    depth = 0
    for unit in units:
        if unit.text == "(" and any(u.text == ")" for u in units[unit.index : unit.index + 30]):
            depth += 1
        if depth == 0 or unit.tag == "DAT":
            kept.append(unit)
        if unit.text == ")":
            depth = max(0, depth - 1)
    return kept


def bracketed_titles(phrase: Phrase, units: Sequence[Unit]) -> list[Phrase]:
    """Return the offices that stand in brackets behind a member's name ("Osman Bey (Lazistan Mebusu)")."""
    found: list[Phrase] = []
    for unit in phrase.members:
        aside = units[unit.index + 1 : unit.index + 8]
        if unit.tag == "PER" and aside and aside[0].text == "(":
            inside = aside[: next((n for n, u in enumerate(aside) if u.text == ")"), 0)]
            found += [Phrase([u], bearer=unit) for u in inside if u.tag == "OFF"]
    return found


def phrases_and_verbs(units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Yield noun phrases with their owners and titles, and every other unit as it stands."""
    owners: list[Phrase] = []
    modifiers: list[Phrase] = []
    titles: list[Phrase] = []
    for n, unit in enumerate(units):
        if not unit.nominal:
            if is_predicate(unit) or unit.text in {";", ":"}:
                yield from owners + modifiers
                owners, modifiers = [], []
            yield unit
            continue
        following = next_nominal(units, n)
        phrase = Phrase([unit])
        if unit.owned:
            phrase.owners, owners = owners, []
        if modifiers and (unit.owned or not unit.mention):
            phrase.modifiers, modifiers = modifiers, []
        if titles:
            phrase.titles, titles = [replace(t, bearer=unit) for t in titles], []
        if unit.tag == "OFF" and not unit.case and following is not None and following.tag == "PER":
            titles.append(phrase)
        elif unit.case == "Gen" and owns(units, n):
            owners.append(phrase)
        elif n + 1 < len(units) and following is units[n + 1] and modifies(unit, following):
            modifiers.append(phrase)
        else:
            yield from modifiers
            modifiers = []
            yield phrase
    yield from owners + modifiers + titles


def next_nominal(units: Sequence[Unit], n: int) -> Unit | None:
    """Return the next nominal to the right with only adjectives between, if there is one."""
    for unit in units[n + 1 :]:
        if unit.nominal:
            return unit
        if unit.pos not in {"ADJ", "DET", "NUM"} or unit.form:
            return None
    return None


def owns(units: Sequence[Unit], n: int) -> bool:
    """Say whether a genitive belongs to a possessed noun close by ("Türkiye’nin Moskova elçisi") and not to a nominalised verb."""
    for unit in units[n + 1 : n + 7]:
        if is_predicate(unit) and unit.kind not in {"An", "Mis"}:
            return False
        if unit.text in {",", ";", ":"} or postposition(unit):
            return False
        if unit.nominal and unit.owned:
            return True
        if unit.nominal and unit.case in {"Acc", "Dat", "Abl", "Loc", "Ins"}:
            return False
    return False


def joined(items: list[Phrase | Unit], units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Join the members of lists into one phrase and put postpositions on the phrase before them."""
    held: Phrase | None = None
    n = 0
    while n < len(items):
        item = items[n]
        if isinstance(item, Unit):
            if held and item.text == ",":
                held.comma = True
            role = postposition(item)
            if held and governs(role, held) and item.index == held.head.index + 1:
                held.relation = role
                n += 1
                continue
            if held:
                yield held
                held = None
            yield item
        else:
            if held:
                yield held
            held = item
            n = extend(held, items, n)
        n += 1
    if held:
        yield held


def extend(phrase: Phrase, items: list[Phrase | Unit], n: int) -> int:
    """Add to ``phrase`` the list members that follow item ``n``; return the index of the last item used.

    A list of names is closed by "ve" or "ile" or has three members; two names with only a comma between are subject and something else.
    """
    found, at, closed = [phrase], n, False
    while True:
        word, nearest = listed(items, at)
        other = items[nearest] if nearest < len(items) else None
        if not isinstance(other, Phrase) or not same_kind(found[-1], other, word, items[nearest + 1 : nearest + 2]):
            break
        found.append(other)
        at, closed = nearest, closed or word in CLOSING
    if len(found) == 1 or not (closed or len(found) > 2):
        return n
    for other in found[1:]:
        phrase.members += other.members
        phrase.owners += other.owners
        phrase.modifiers += other.modifiers
        phrase.titles += other.titles
    return at


def listed(items: list[Phrase | Unit], n: int) -> tuple[str, int]:
    """Return the joiner behind item ``n`` and the index of what may be the next member; the index is past the end where there is none."""
    joiner = items[n + 1] if n + 1 < len(items) else None
    if not isinstance(joiner, Unit) or lower(joiner.text) not in LISTED:
        return "", len(items)
    at = n + 2
    while at < len(items) and isinstance(items[at], Unit) and cast(Unit, items[at]).pos in {"ADJ", "DET", "NUM", "ADV", "CCONJ"}:
        at += 1
    return lower(joiner.text), at


def same_kind(left: Phrase, right: Phrase, word: str, after: Sequence[Phrase | Unit]) -> bool:
    """Say whether two phrases are members of one list: alike in case (the last one's counts for all) and in kind of name."""
    if left.case and left.case != right.case:
        return False
    if word == "ile":
        follows = after[0] if after else None
        between = isinstance(follows, Unit) and postposition(follows) == "arasında"
        return between or (right.case == "Gen" and left.named and right.named)
    if word == ",":
        return left.named == right.named and kin(left.head, right.head)
    return kin(left.head, right.head)


def kin(left: Unit, right: Unit) -> bool:
    """Say whether two heads may stand in one list: both persons, both collective names, or both common nouns."""
    groups = ({"PER"}, {"GPE", "GRP", "ORG", "LOC"}, {"AGR"}, {"CNF"}, {"WAR"}, {"OFF"}, {"DAT"}, {""})
    return any(left.tag in g and right.tag in g for g in groups)


def walk(items: Sequence[Phrase | Unit], sentence: Sentence) -> None:
    """Shift phrases, reduce at predicates, and note how clauses depend on each other."""
    stack: list[Phrase] = []
    waiting: list[Clause] = []
    relative: list[Clause] = []
    for n, item in enumerate(items):
        if isinstance(item, Phrase):
            for clause in relative if item is not after_comma(items, n) else []:
                clause.head, clause.relation = item, "which"
                item.clauses.append(clause)
                relative = []
            stack.append(item)
        elif is_predicate(item):
            clause = Clause(item, take(stack, item))
            for earlier in waiting:
                earlier.parent = clause
            following = items[n + 1] if n + 1 < len(items) else None
            clause.relation = relation_of(item, following)
            waiting = [] if item.form == "Fin" else waiting
            if clause.relation == "which":
                relative.append(clause)
            elif item.form != "Fin":
                waiting = [clause]
            sentence.clauses.append(clause)


def after_comma(items: Sequence[Phrase | Unit], n: int) -> Phrase | Unit | None:
    """Return item ``n`` where a comma divides it from a participle and a second participle follows ("anlatan, … bahseden Paşa")."""
    before = items[n - 1] if n else None
    if not (isinstance(before, Unit) and before.text == ","):
        return None
    later = next((i for i in items[n + 1 :] if isinstance(i, Unit) and is_predicate(i)), None)
    return items[n] if later is not None and later.kind in {"An", "Mis"} else None


def relation_of(unit: Unit, following: Phrase | Unit | None) -> str:
    """Name how a clause hangs on the next one, from its verb form, case and the postposition behind it."""
    table = cast(dict[str, str], word_classes()["relation"])
    if unit.form == "Fin":
        return ""
    if isinstance(following, Unit) and postposition(following):
        return table.get(postposition(following), postposition(following))
    if unit.form == "Conv":
        return table.get(unit.kind, "when")
    if unit.form == "Part" and not unit.case and isinstance(following, Phrase | Unit):
        return "which"
    return "that"


def take(stack: list[Phrase], verb: Unit) -> list[Phrase]:
    """Pop the phrases that belong to a predicate; what stays on the stack waits for a later one."""
    start = len(stack)
    if verb.form in {"Fin", "Conv"}:
        start = 0
    else:
        genitive = verb.kind != "An"
        while start and belongs(stack[start - 1], verb, genitive):
            start -= 1
            if stack[start].case == "Gen" and genitive:
                break
    taken = stack[start:]
    del stack[start:]
    if verb.form == "Conv":
        stack += [p for p in taken if p.bare and p.named and p is next((q for q in taken if q.bare and q.named), None)]
    return taken


def belongs(phrase: Phrase, verb: Unit, genitive: bool) -> bool:
    """Say whether an open phrase is part of a participle's or nominalised verb's clause, and not of the clause around it."""
    if phrase.comma and phrase.case != "Gen" and phrase.head.tag != "DAT":
        return False
    if phrase.case == "Gen":
        return genitive
    return not (phrase.bare and phrase.named and not (verb.passive and verb.form == "Vnoun"))


def inherit(clauses: Sequence[Clause]) -> None:
    """Give clauses without a subject of their own the one they share: converbs from their parent, the rest from what came before."""
    previous: Phrase | None = None
    for clause in clauses:
        own = clause.subject_phrases()
        if own and clause.predicate.form in {"Fin", "Conv"} and not clause.predicate.passive:
            previous = own[0]
        elif not own:
            clause.inherited = previous
    for clause in reversed(clauses):
        parent = clause.parent
        if parent and not clause.subject_phrases() and clause.inherited is None:
            clause.inherited = next(iter(parent.subject_phrases()), parent.inherited)
