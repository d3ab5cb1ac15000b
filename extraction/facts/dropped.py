"""Dropped subjects and sufferers: whom a clause goes on about without naming him."""

from __future__ import annotations

from extraction.facts.fillers import Setting, fillers
from extraction.facts.frames import RoleSpec
from extraction.language.clauses import Clause, Sentence
from extraction.language.phrases import Phrase
from extraction.records import Filler

PERSONS = frozenset({"PER"})
TIMES = {"after", "before", "when"}
"""Relations of clauses that tell when something else happened, by the same doer where they name none ("okulu bitirdikten sonra")."""


def dropped_subject(spec: RoleSpec, clause: Clause, setting: Setting) -> list[Filler]:
    """Return the subject of the sentence before for an active finite verb that has none, of "we" the head of the delegation told last."""
    if clause.predicate.ours:
        return [f for f in setting.story.travellers() if "PER" in spec.tags]
    subject = setting.story.subject
    if subject is None or clause.predicate.passive or not (clause.predicate.form in {"Fin", "Conv"} or clause.relation in TIMES):
        return []
    return fillers(subject, spec, setting)


def unsaid(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a passive clause tells nowhere whom the deed was done to, nor what was said ("… geldiği bildirildi")."""
    said = any(c.parent is clause and c.relation == "that" for c in sentence.clauses)
    return not (said or clause.subject_phrases() or clause.shared_subject() or (clause.head and clause.predicate.form == "Part"))


def dropped_sufferer(spec: RoleSpec, clause: Clause, setting: Setting) -> list[Filler]:
    """Return the subject of the sentence before for a passive verb that has none ("1921’de tutuklandı"); only a person is one of a converb
    or beside a light verb's noun ("Prag’a atanarak …", "tayin edildi").
    """
    subject = told_of(clause) or setting.story.subject
    fits = (clause.predicate.form in {"Fin", "Conv"} or told_of(clause) is not None) and spec.tags == PERSONS
    sure = clause.predicate.form == "Fin" and not clause.themes()
    return fillers(subject, spec, setting) if subject is not None and (sure or fits) else []


def told_of(clause: Clause) -> Phrase | None:
    """Return who learns or is told what was done to him ("X, azledildiğini öğrendi", "atanması düşünülen X")."""
    parent = clause.parent if clause.relation == "that" and clause.predicate.kind in {"Dik", "Ma", "Acak"} else None
    return next(iter(parent.subject_phrases()), None) if parent else None
