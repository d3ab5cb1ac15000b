"""Genitives that a main verb took though they stand far before what they belong to ("A’nın, barıştan yana olan bu tavrı övüldü")."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.language.clause import CLEFT, Clause
from extraction.language.phrases import Phrase
from ontology.turkish import lower

NOMINAL = {"Dik", "Acak", "Ma", "Is"}
PLURAL_OWNED = ("ları", "leri")
OURS = ("mız", "miz", "muz", "müz")


def rejoin(clauses: Sequence[Clause]) -> None:
    """Give each genitive of a main clause to the nominalised verb behind it that lacks a subject, or to the next noun that is possessed
    and has no owner.
    """
    for clause in clauses:
        if clause.predicate.form == "Fin" and not CLEFT.search(lower(clause.predicate.text)):
            for phrase in [p for p in clause.phrases if p.case == "Gen" and not p.relation]:
                settle(phrase, clause, clauses)


def settle(genitive: Phrase, clause: Clause, clauses: Sequence[Clause]) -> None:
    """Move a genitive out of a clause to where it belongs, if such a place is found."""
    sharing = [c for c in clauses if any(p is genitive for p in c.phrases)]
    if any(v.predicate.kind in NOMINAL for c in sharing for v in (c, c.parent or c)):
        return
    behind = [p for c in sharing for p in c.phrases if p.head.index > genitive.head.index]
    owned = next((p for p in behind if lacks_owner(p)), None)
    end = owned.head.index if owned else clause.predicate.index
    between = [c for c in clauses if genitive.head.index < c.predicate.index < end and c.predicate.kind in NOMINAL]
    deed = next((c for c in between if lacks_subject(c)), None)
    listed = any(p.head.tag == genitive.head.tag != "" for c in between for p in c.subject_phrases())
    if deed is None and (owned is None or listed):
        return
    for other in clauses:
        other.phrases = [p for p in other.phrases if p is not genitive]
    if deed is not None:
        deed.phrases.insert(0, genitive)
    elif owned is not None:
        owned.owners = [genitive]


def lacks_owner(phrase: Phrase) -> bool:
    """Say whether a phrase is a possessed noun whose owner is not known."""
    unit = phrase.head
    ending = unit.owned or (unit.case == "Acc" and lower(unit.text).endswith(PLURAL_OWNED))
    return ending and not (unit.mention or phrase.owners)


def lacks_subject(clause: Clause) -> bool:
    """Say whether nobody is told to do a nominalised deed."""
    verb = clause.predicate
    return not lower(verb.text).endswith(OURS) and not clause.subject_phrases()
