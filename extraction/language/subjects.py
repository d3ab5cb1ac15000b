"""Subjects that clauses share: of the clause before, of the one they depend on, of the nominalised one beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.language.clause import ACTING, OBLIQUE, Clause, Sentence
from extraction.language.compounds import demonym
from extraction.language.phrases import Phrase
from extraction.language.words import intransitive, times, word_class
from ontology.turkish import lower

WITH = {"ile", "sonra", "önce", "karşı", "üzerine", "nezdinde"}
"""Roles of phrases beside which a subject stands."""


TELLING = {"Fin", "Conv"}
THEN = {"after", "before"}
"""Relations of clauses whose bare subject stays that of what follows ("kurul, işini bitirdikten sonra dağıtıldı")."""
OBJECT = re.compile("[^aeıioöuü][ıiuü]$")
"""How a noun ends that may be possessed or an object ("haberi"); "elçisi" can only be possessed."""
CASED = OBLIQUE | {"Acc", "Ins"}


def free_subject(clause: Clause, sentence: Sentence) -> None:
    """Take the subject out of a list that it only seems to begin: "Türkiye, İran ve Irak’a bir nota verdi" has no other subject.

    Only the first active main or adverbial clause of a sentence is read so, and only who can act is a subject.
    """
    first = next((p for p in clause.phrases if len(p.members) > 2 and p.named), None)
    if first is None or clause.passive or clause.predicate.form not in TELLING or clause.subject_phrases():
        return
    if any(c.predicate.form in TELLING for c in sentence.clauses):
        return
    subject, *rest = first.members
    apart = sentence.units[subject.index + 1].text == "," and not subject.case and subject.tag in ACTING
    if apart and (first.relation in WITH or (first.case in CASED and not first.relation)):
        first.members = rest
        clause.phrases.insert(clause.phrases.index(first), Phrase([subject], comma=True))


def acted_upon(compound: Phrase) -> bool:
    """Say whether the head of a compound may be what its modifier acts upon: a paper, or the town of troops ("A ordusu şehri aldı")."""
    troops = compound.modifiers[0].head
    return compound.head.lemma in word_class("decided") or (
        troops.tag in {"ORG", "GRP"} and compound.head.lemma in word_class("settlement")
    )


def hidden_owner(clause: Clause) -> None:
    """Take the subject out of what only seems a compound with whom or what he has ("A rakiplerini alt etti")."""
    found = next(
        (p for p in clause.phrases if p.case and not p.relation and len(p.modifiers) == 1 and p.head.lemma in word_class("somebodys")), None
    )
    if found is None or clause.passive or clause.predicate.form not in TELLING or clause.subject_phrases():
        return
    subject = found.modifiers[0]
    if subject.head.tag == "PER" and subject.bare:
        clause.phrases.insert(clause.phrases.index(found), subject)
        part(subject, found)


def give_owner(clause: Clause) -> None:
    """Give what a participle tells of the owner that its object took ("A’nın barışı öven konuşması": the speech is A’s)."""
    head, verb = clause.head, clause.predicate
    if head is None or verb.kind != "An" or verb.passive or verb.lemma in word_class("being") | intransitive():
        return
    if not head.head.owned or head.head.mention or head.owners:
        return
    held = [p for p in clause.phrases[-1:] if p.owners and not (p.relation or p.named) and p.owners[0].head.tag in ACTING]
    for phrase in (p for p in held if p.case == "Acc" or (p.bare and p.head.owned)):
        head.owners.insert(0, phrase.owners.pop(0))
        phrase.members[-1] = replace(phrase.head, case="Acc", owned=False)


def hidden_subject(clause: Clause) -> None:
    """Take the subject out of a compound that it only seems to make with the object: "TBMM paktı 6 Mart’ta onayladı", "Rauf Bey
    raporları Aralov’a verdi".

    Only an active main or adverbial clause that has neither subject nor accusative otherwise is read so.
    """
    compound = next((p for p in clause.phrases if p.bare and len(p.modifiers) == 1 and p.head.owned and acted_upon(p)), None)
    if compound is None or clause.passive or clause.predicate.form not in {"Fin", "Conv"}:
        return
    taken = clause.subject_phrases()
    subject = compound.modifiers[0]
    sends = subject.head.tag == "PER" and clause.lemma not in intransitive()
    if taken and not (taken == [compound] and (clause.lemma == "et" or sends or compound.head.lemma not in word_class("decided"))):
        return
    body = subject.head.tag in ACTING or subject.head.lemma in word_class("deciding")
    if body and subject.bare and not demonym(subject.head) and not any(p.case == "Acc" for p in clause.phrases):
        clause.phrases.insert(clause.phrases.index(compound), subject)
        part(subject, compound)
        compound.members[-1] = replace(compound.head, case="Acc", owned=False)


def part(subject: Phrase, compound: Phrase) -> None:
    """Take a subject out of a compound, with the relative clauses before it ("A’nın desteklediği kurul paktı onayladı")."""
    compound.modifiers = []
    before = [c for c in compound.clauses if c.predicate.index < subject.head.index]
    compound.clauses = [c for c in compound.clauses if c not in before]
    subject.clauses += before
    for clause in before:
        clause.head = subject


def share_owner(clauses: Sequence[Clause]) -> None:
    """Give nominalised clauses the genitive subject of the one before ("A’nın gelişi ve burada yaptığı görüşmeler").

    A passive takes who suffered before ("A’nın Malta’ya sürülmesi ve orada öldürülmesi").
    """
    owner: Phrase | None = None
    suffered = False
    named = {p.head.index for c in clauses for p in c.phrases if p.bare and p.head.tag in ACTING}
    for clause in clauses:
        predicate = clause.predicate
        nominal = predicate.kind in {"Dik", "Ma", "Is", "Acak"}
        own = clause.subject_phrases() if nominal else []
        if predicate.form == "Fin" or (own and own[0].case != "Gen"):
            owner = None
        elif own:
            owner, suffered = own[0], predicate.passive
        elif (
            nominal
            and owner is not None
            and not any(led(c, clause) for c in clauses)
            and (suffered or not predicate.passive)
            and not any(owner.head.index < n < predicate.index for n in named)
        ):
            clause.inherited = owner


def led(converb: Clause, clause: Clause) -> bool:
    """Say whether a converb with a subject of its own leads to a clause, which shares it ("A, B’nin teklifini düşünüp reddettiği")."""
    own = converb.subject_phrases() if converb.parent is clause and converb.relation in {"and", "by"} else []
    return bool(own) and own[0].bare


def may_be_object(subject: Phrase, clause: Clause) -> bool:
    """Say whether a noun read as possessed may as well be the object of a verb that has none ("A geldi ve haberi hemen yaydı")."""
    unit, verb = subject.head, clause.predicate
    ambiguous = unit.owned and not unit.case and not unit.mention and bool(OBJECT.search(lower(unit.text)))
    alone = len(subject.members) == 1 and not (subject.owners or subject.modifiers or subject.relation)
    active = verb.form in {"Fin", "Conv"} and verb.pos == "VERB" and not verb.passive and verb.lemma not in intransitive()
    kept = [p for p in clause.phrases if p is not subject and (p.case == "Acc" or p.bare)]
    others = [p for p in kept if p.head.tag != "DAT" and p.head.lemma not in times()]
    return ambiguous and alone and active and not others and clause.complement is None


def listed_objects(clause: Clause, sentence: Sentence) -> None:
    """Read a noun that may be possessed or an object as one where it stands in a row of objects ("bir kılıcı, üç tabancayı ve iki atı
    aldı").
    """
    if clause.passive or clause.predicate.form not in TELLING:
        return
    for left, right in pairwise(clause.phrases):
        for unclear, sure in ((left, right), (right, left)):
            between = sentence.units[left.head.index + 1 : first_of(right)]
            row = bool(between) and lower(between[0].text) in {",", "ve"} and not any(u.nominal and u.pos != "NUM" for u in between)
            if row and sure.case == "Acc" and not (sure.relation or unclear.relation) and may_be_acc(unclear):
                unclear.members[-1] = replace(unclear.head, case="Acc", owned=False)


def first_of(phrase: Phrase) -> int:
    """Return the index of a phrase's first unit with what modifies it."""
    return min([phrase.members[0].index, *(first_of(p) for p in (*phrase.owners, *phrase.modifiers))])


def may_be_acc(phrase: Phrase) -> bool:
    """Say whether a phrase is a lone common noun whose ending may be a possessive or an accusative."""
    unit = phrase.head
    plain = unit.owned and not (unit.case or unit.mention) and len(phrase.members) == 1 and not phrase.owners
    return plain and bool(OBJECT.search(lower(unit.text)))


def topic(clause: Clause) -> list[Phrase]:
    """Return, as a subject, whom a clause turns to, so that what follows is told of him ("X’e gelince, … gönderildi")."""
    turned = clause.phrases if clause.lemma == "gel" and clause.relation == "when" and len(clause.phrases) == 1 else []
    found = [p for p in turned if p.case == "Dat" and not p.relation and p.head.tag not in {"LOC", "DAT"}]
    return [replace(p, members=[*p.members[:-1], replace(p.head, case="")]) for p in found]


def inherit(clauses: Sequence[Clause]) -> None:
    """Give clauses without a subject of their own the one they share: converbs from their parent, the rest from what came before.

    A passive takes who suffered before, or else who did something ("geldi ve kabul edildi").
    """
    previous: Phrase | None = None
    suffered: Phrase | None = None
    agent: Phrase | None = None
    for clause in clauses:
        if turned := topic(clause):
            previous, suffered = turned[0], None
            continue
        own = clause.subject_phrases()
        if own and previous is not None and may_be_object(own[0], clause):
            own[0].members[-1] = replace(own[0].head, case="Acc", owned=False)
            own = clause.subject_phrases()
        if clause.predicate.passive and clause.predicate.form in {"Fin", "Conv"}:
            clause.inherited = None if own else suffered or previous
            clause.agent = agent
            suffered = own[0] if own else suffered
            agent = next(iter(clause.agents()), None)
        elif own and (clause.predicate.form in {"Fin", "Conv"} or (clause.relation in THEN and own[0].bare)):
            previous, suffered = own[0], None
        elif not own:
            clause.inherited = previous or suffered
    for clause in reversed(clauses):
        parent = clause.parent
        free = clause.inherited is None or (clause.predicate.form != "Fin" and parent is not None and bool(parent.subject_phrases()))
        if parent and free and not clause.subject_phrases() and not clause.predicate.passive:
            clause.inherited = next(iter(parent.subject_phrases()), parent.inherited or clause.inherited)
