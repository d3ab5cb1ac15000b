"""How clauses hang together: the relation of each to the next one, which of two later predicates governs it, what goes on behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from extraction.language.clause import Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, is_predicate, postposition, takes
from extraction.language.words import word_class, word_classes
from ontology.turkish import lower


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


def governs_content(unit: Unit) -> bool:
    """Say whether a unit is a verb that a -DIK clause right before it is the content of ("gittiği bilinmektedir"), no noun ("tarihtir")."""
    return is_predicate(unit) and unit.pos == "VERB" and unit.form in {"Fin", "Conv"}


def is_although(following: Phrase | Unit | None) -> bool:
    """Say whether "halde" stands behind a clause, so that it tells what happened all the same ("geldiği halde")."""
    return isinstance(following, Phrase) and lower(following.head.text) == "halde"


def of_what(item: Phrase | Unit) -> str:
    """Return the lemma of a unit or of a bare phrase's head."""
    return item.lemma if isinstance(item, Unit) else "" if item.case or item.named else item.head.lemma


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


def in_passing(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` only says that something was expected or said, and takes no phrases ("A beklendiği gibi geldi")."""
    verb, behind = items[n], items[n + 1] if n + 1 < len(items) else None
    aside = isinstance(verb, Unit) and verb.kind == "Dik" and verb.passive and not verb.case and verb.lemma in word_class("expecting")
    return aside and isinstance(behind, Unit) and lower(behind.text) in {"gibi", "üzere"}


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
    said = governor is not None and (governor.lemma in word_class("saying") or governor.lemma in word_class("light"))
    return said and relation_of(verb, next(iter(items[n + 1 :]), None)) == "that"


def goal_of(following: Sequence[Phrase | Unit]) -> bool:
    """Say whether "için" or its like follows, so that the clause before tells what for."""
    return any(isinstance(i, Unit) and postposition(i) == "için" for i in following)


@cache
def motion() -> frozenset[str]:
    """Return the verbs that bring their subject to the place in the dative."""
    return word_class("motion")
