"""Occasions: who is met and who goes along, before which body something is said, and by which article something is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extraction.language.clauses import Clause, Sentence
from extraction.language.phrases import Phrase
from extraction.language.taking import in_suite
from extraction.language.words import word_class

if TYPE_CHECKING:
    from extraction.facts.slots import Site

COUNTRIES = {"GPE", "LOC", "DAT"}
BY_LAW = {"göre", "ile"}
OPENING = 2
"""Phrases with which a sentence opens."""


def assembly(phrase: Phrase) -> list[Phrase]:
    """Return the body that somebody speaks in: the phrase ("TBMM’de", "parlamentoda"), or whose floor or session it names ("meclis
    kürsüsünde", "meclisin gizli oturumunda").
    """
    floor = phrase.case == "Loc" or (phrase.case == "Abl" and phrase.head.lemma == "kürsü")
    if not floor or phrase.relation:
        return []
    whose = [phrase, *phrase.owners, *phrase.modifiers] if phrase.head.lemma in word_class("floor") else [phrase]
    return [p for p in whose if p.head.tag in {"ORG", "CNF"} or p.head.lemma in word_class("assembly")][:1]


def left_inside(clause: Clause, sentence: Sentence) -> Iterator[Phrase]:
    """Yield what the content of a verb of saying took though it stands before its subject ("mecliste, heyetin geldiğini söyledi")."""
    for inner in sentence.clauses:
        if inner.parent is clause and inner.relation == "that":
            first = min((p.head.index for p in inner.subject_phrases()), default=inner.predicate.index)
            yield from (p for p in inner.phrases if p.head.index < first)


def law(site: Site) -> Iterator[Phrase]:
    """Yield what the whole sentence is said by, where it opens with the article of a treaty ("Onuncu madde uyarınca A bırakılmış, B …")."""
    opening = site.sentence.phrases[:OPENING]
    yield from (
        p
        for p in opening
        if p.head.lemma in word_class("article") and p.head.index < site.anchor and (p.relation in BY_LAW or p.case == "Loc")
    )


def suite(site: Site) -> Iterator[Phrase]:
    """Yield those who go with the doer ("maiyetinde A ve B olduğu halde geldi", "refakatinde A bulunan B geldi", "A’yı yanına alıp
    gitti").
    """
    for clause in (c for p in (site.clause.phrases if site.clause else []) for c in p.clauses):
        if clause.phrases and in_suite(clause.phrases[0]):
            yield from (p for p in clause.phrases[1:] if p.bare)
    for clause in site.sentence.clauses:
        if (
            clause.lemma == "al"
            and leads_to(clause, site.clause)
            and any(p.head.lemma == "yan" and p.head.owned for p in clause.slot("dat"))
        ):
            yield from (p for p in clause.slot("acc") if p.named)


def leads_to(clause: Clause, goal: Clause | None) -> bool:
    """Say whether converbs of one doer lead from a clause to another one ("A’yı yanına alıp yola çıkarak … geldi")."""
    while clause.relation in {"and", "by"} and clause.parent is not None:
        clause = clause.parent
        if clause is goal:
            return True
    return False


def met(site: Site, inner: Sequence[Clause]) -> Iterator[Phrase]:
    """Yield whom the doer of a clause, or of what it says (``inner``), meets: in a converb ("A’yı ziyaret ederek …"), a relative clause on
    the doer ("A ile görüşen B …") or a noun ("A ile yaptığı görüşmede", "A’yı kabulünde").
    """
    clause = site.clause
    if clause is None:
        return
    said = [clause, *(c for c in inner if c.relation == "that")]
    for other in site.sentence.clauses:
        leads = other.relation in {"and", "by", "when", "while"} and any(other.parent is c for c in said)
        if leads or any(other is c and other.predicate.kind == "An" for p in clause.subject_phrases() for c in p.clauses):
            yield from partners(other) if encounters(other) else ()
    for place in (p for p in clause.phrases if p.head.lemma in word_class("encounter") and (p.case == "Loc" or p.relation == "sırasında")):
        yield from (p for c in place.clauses for p in c.slot("ile"))
        yield from (p for p in clause.phrases if p.relation == "ile" and p.head.index < place.head.index)


def encounters(clause: Clause) -> bool:
    """Say whether somebody meets another one in a clause ("kabul etti", "ziyaret etti", "görüştü")."""
    words = {clause.lemma, *(p.head.lemma for p in clause.phrases if p.bare and p.head.index == clause.predicate.index - 1)}
    return not clause.passive and bool(words & word_class("encounter"))


def partners(clause: Clause) -> Iterator[Phrase]:
    """Yield who may be met in a clause: persons seen, called or received, and those talked with."""
    people = [p for p in clause.phrases if p.head.tag not in COUNTRIES]
    yield from (p for p in people if p.relation == "ile" or (p.case in {"Acc", "Ins"} and not p.relation))
