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
from dataclasses import replace
from functools import cache
from typing import cast

from extraction.language.attributes import without_attributes
from extraction.language.brackets import bracketed_titles, outside_brackets, told_asides
from extraction.language.clause import Clause, Sentence
from extraction.language.distribution import gathered
from extraction.language.lists import instead, joined
from extraction.language.phrases import (
    WHICH_IS,
    Phrase,
    is_predicate,
    phrases_and_verbs,
    postposition,
    takes,
)
from extraction.language.quotations import CLOSING, closed, introduced, mark
from extraction.language.stranded import rejoin
from extraction.language.subjects import free_subject, give_owner, hidden_owner, hidden_subject, inherit, listed_objects, share_owner
from extraction.language.taking import not_accusative, take, without_passed
from extraction.language.unit import Unit
from extraction.language.words import word_class, word_classes
from ontology.turkish import lower

LEANING = {"yanlısı", "karşıtı", "merkezli"}
"""Roles of postpositions that make an adjective of their phrase; so do those that end in -ki."""
LIGHT = {"et", "ver", "bulun", "al", "yap", "getir", "geç", "çek"}
"""Verbs that say something with a noun before them ("talep etti", "haber verdi")."""


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
    stack: list[Phrase] = []
    waiting: list[Clause] = []
    relative: list[Clause] = []
    shared: list[Clause] = []
    outside: list[tuple[list[Phrase], list[Clause]]] = []
    for n, item in enumerate(items):
        if outside and mark(item, CLOSING):
            before, open_relatives = outside.pop()
            stack = [*before, *within_quotation(stack, sentence.clauses[-1:], items[n - 1])]
            relative = [*open_relatives, *relative]
        elif closed(items, n):
            outside.append((stack, relative))
            stack, relative = [], []
        if isinstance(item, Phrase):
            if half_of_saying(item, items[n + 1 : n + 2]):
                for clause in relative:
                    clause.relation = "that"
                waiting, relative = [*waiting, *relative], []
            for clause in relative if not (item.dated or counting(item) or item.head.linking or adjoined(items, n, sentence.units)) else []:
                clause.head, clause.relation = one_of_two(leading(item, clause.predicate.index), sentence.units), "which"
                clause.head.clauses.append(clause)
                give_owner(clause)
                relative = []
            stack.append(item)
        elif item.text == ";" and any(lower(p.head.text).strip(".") in word_class("citing") for p in stack):
            stack.clear()
        elif is_predicate(item):
            if relative and governs_content(item):
                waiting, relative = [*waiting, *said(relative)], [c for c in relative if c.relation == "which"]
            clause = Clause(item, [] if in_passing(items, n) else take(stack, item, on_the_way(items, n), told(items, n)))
            clause.phrases = without_passed(clause.phrases, waiting)
            give_agent(clause, waiting)
            not_accusative(clause)
            free_subject(clause, sentence)
            hidden_subject(clause)
            hidden_owner(clause)
            clause.complement = complement(items[n - 1] if n else None, item)
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


def in_passing(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` only says that something was expected or said, and takes no phrases ("A beklendiği gibi geldi")."""
    verb, behind = items[n], items[n + 1] if n + 1 < len(items) else None
    aside = isinstance(verb, Unit) and verb.kind == "Dik" and verb.passive and not verb.case and verb.lemma in word_class("expecting")
    return aside and isinstance(behind, Unit) and lower(behind.text) in {"gibi", "üzere"}


def half_of_saying(phrase: Phrase, following: Sequence[Phrase | Unit]) -> bool:
    """Say whether a noun makes a passive verb of saying with what follows, so that it bears no relative clause ("… iddia edilmiştir")."""
    verb = following[0] if following else None
    light = isinstance(verb, Unit) and is_predicate(verb) and verb.lemma == "et" and verb.passive
    return light and phrase.bare and not (phrase.named or phrase.owners or phrase.modifiers or phrase.head.owned)


def governs_content(unit: Unit) -> bool:
    """Say whether a unit is a verb that a -DIK clause right before it is the content of ("gittiği bilinmektedir"), no noun ("tarihtir")."""
    return is_predicate(unit) and unit.pos == "VERB" and unit.form in {"Fin", "Conv"}


def said(relative: Sequence[Clause]) -> list[Clause]:
    """Make -DIK clauses that meet a verb before any noun its complement ("gönderdiği de bilinmektedir"), and return them."""
    found = [c for c in relative if c.predicate.kind in {"Dik", "Acak"}]
    for clause in found:
        clause.relation = "that"
    return found


def within(inner: Clause, outer: Clause, reach: int, units: Sequence[Unit]) -> bool:
    """Say whether a clause depends on a later predicate, and not on one behind that; ``reach`` is the last phrase left open."""
    verb, at = outer.predicate, inner.predicate.index
    if verb.form == "Fin":
        return True
    behind = units[at + 1]
    if behind.index == verb.index:
        return True
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
    bare = inner.predicate.form in {"Vnoun", "Part"} and not inner.predicate.case
    return bare and behind.owned and behind.nominal and not (behind.mention or postposition(behind))


def coordinate(inner: Clause, outer: Clause, behind: str) -> bool:
    """Say whether two nominalised clauses are members of one list ("geldiğini ve görüştüğünü")."""
    left, right = inner.predicate, outer.predicate
    alike = left.form == right.form != "Conv" and left.case == right.case and inner.relation == outer.relation == "that"
    return behind in {",", "ve", "veya"} and alike


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


def goes_on(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether a participle is the first of two on one noun ("Moskova’ya giden ve antlaşmayı imzalayan heyet")."""
    joiner = items[n + 1] if n + 1 < len(items) else None
    if not (isinstance(joiner, Unit) and joiner.text in {",", "ve", "ancak", "fakat", "ama"}):
        return False
    after = (i for i in items[n + 1 :] if isinstance(i, Unit) and is_predicate(i))
    later = next((i for i in after if not (joiner.text == "ve" and (i.form == "Conv" or i.kind in {"Mak", "Ma"}))), None)
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
    if unit.kind in {"Dik", "Acak"} and not unit.case and isinstance(following, Unit) and governs_content(following):
        return "that"
    if unit.kind == "Dik" and unit.case == "Abl" and following is not None and of_what(following) in word_class("from-content"):
        return "that"
    if unit.kind == "Diginda" or (unit.kind == "Dik" and unit.case in {"Loc", "Abl"}):
        return "when" if unit.case == "Loc" else "because"
    if unit.kind == "Dik" and not unit.case and unit.lemma not in word_class("being") and is_although(following):
        return "despite"
    headless = unit.kind == "An" and (unit.owned or lower(unit.text).endswith(("lar", "ler")))
    if unit.form == "Part" and not (unit.case or headless) and isinstance(following, Phrase | Unit):
        return "which"
    return "that"


def is_although(following: Phrase | Unit | None) -> bool:
    """Say whether "halde" stands behind a clause, so that it tells what happened all the same ("geldiği halde")."""
    return isinstance(following, Phrase) and lower(following.head.text) == "halde"


def of_what(item: Phrase | Unit) -> str:
    """Return the lemma of a unit or of a bare phrase's head."""
    return item.lemma if isinstance(item, Unit) else "" if item.case or item.named else item.head.lemma


@cache
def motion() -> frozenset[str]:
    """Return the verbs that bring their subject to the place in the dative."""
    return word_class("motion")


def on_the_way(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` tells why somebody travels to a place named before it ("Ankara’ya antlaşmayı imzalamak için gitti"), or
    what another one shall do there ("A’yı aracılık etmesi için gönderdi").
    """
    verb = items[n]
    errand = isinstance(verb, Unit) and (verb.kind == "Mak" or (verb.kind == "Ma" and verb.owned and goal_of(items[n + 1 : n + 2])))
    if not isinstance(verb, Unit) or not errand or verb.lemma in motion():
        return False
    for item in items[n + 1 :]:
        if isinstance(item, Phrase):
            if item.case == "Dat" and verb.kind == "Mak":
                return False
        elif is_predicate(item):
            return item.lemma in motion()
    return False


def told(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` is what the next verb says ("… gönderilmesini istedi"), and says nothing itself ("yazdığını söyledi")."""
    verb = items[n]
    nominal = isinstance(verb, Unit) and verb.kind in {"Dik", "Acak", "Ma", "Is"} and verb.case in {"", "Acc", "Dat", "Loc"}
    if not isinstance(verb, Unit) or not nominal or verb.lemma in word_class("saying"):
        return False
    governor = next((i for i in items[n + 1 :] if isinstance(i, Unit) and is_predicate(i)), None)
    said = governor is not None and (governor.lemma in word_class("saying") or governor.lemma in LIGHT)
    return said and relation_of(verb, next(iter(items[n + 1 :]), None)) == "that"


def goal_of(following: Sequence[Phrase | Unit]) -> bool:
    """Say whether "için" or its like follows, so that the clause before tells what for."""
    return any(isinstance(i, Unit) and postposition(i) == "için" for i in following)


__all__ = ["Clause", "Sentence", "motion", "read"]
