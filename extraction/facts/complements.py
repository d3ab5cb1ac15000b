"""Complements: what is decided, said or meant, from the clause that a verb governs ("… gönderilmesine karar verdi")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.facts.endings import trimmed
from extraction.facts.fillers import Setting, fillers
from extraction.facts.frames import RoleSpec
from extraction.facts.phrasing import first_unit_token
from extraction.facts.slots import Site, clauses, first_unit
from extraction.facts.wording import verbal_noun
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.words import word_class
from extraction.records import Filler

MOST_WORDS = 40
SHORT = 6
BESIDE = 6
"""Words between a letter and the clause that says what it is about ("… geldiğine dair 3 Mayıs tarihli bir telgraf")."""
ABOUT = ("object", "karşı", "dat", "abl", "ile", "subject")


def complements(site: Site) -> list[Clause]:
    """Return the clauses that are the complement of the event's clause ("… gönderilmesine karar verdi"), nearest first."""
    found = [c for c in clauses(site, "inner") if c.predicate.form != "Conv" and not possessing(c, site)]
    return sorted(found or said_with(site) or resolved_on(site), key=lambda c: -c.predicate.index)


def resolved_on(site: Site) -> list[Clause]:
    """Return what a decision is about ("komisyon kurulması yolunda karar alındı")."""
    theme = site.theme
    told = theme is not None and theme.head.lemma in word_class("resolution")
    return [c for c in site.sentence.clauses if told and site.clause and c.parent is site.clause and c.relation == "hakkında"]


def possessing(clause: Clause, site: Site) -> bool:
    """Say whether a clause only says whose something is ("görüşmelerin kesilmesinin sebebi"; not "kesildiğinin altını çizdi")."""
    behind = site.sentence.units[clause.predicate.index + 1 :][:1]
    return clause.predicate.case == "Gen" and not any(u.lemma == "alt" for u in behind)


def said_with(site: Site) -> list[Clause]:
    """Return what is asked or said by the giving of a paper ("bir nota vererek esirlerin iadesini istedi")."""
    clause, theme = site.clause, site.theme
    if clause is None or theme is None or clause.relation != "by" or theme.head.lemma not in word_class("paper"):
        return []
    asked = clause.parent is not None and clause.parent.lemma in word_class("demanding")
    return [c for c in site.sentence.clauses if asked and c.parent is clause.parent and c.relation == "that"]


def complement(spec: RoleSpec, site: Site, setting: Setting, taken: set[str], named_deed: bool = True) -> list[Filler]:
    """Return whom the complement clause is about ("Molokanların çıkarılmasına …"), else its words.

    Where the kind does not name the deed (``named_deed``), one with a doer of its own is told whole ("Rodos’un boşaltılmasını onayladı").
    """
    for clause in complements(site)[:1]:
        phrases = [p for slot in ABOUT for p in clause.slot(slot) if p is not clause.inherited]
        named = (fillers(p, spec, setting, frozenset(taken)) for p in phrases if spec.tags)
        here = {m.source for m in setting.mentions}
        entities = [f for found in named for f in found if f.kind == "entity" and f.value not in taken and f.source in here]
        told = in_words(clause, site, setting) if spec.text else []
        if told and spec.tags and not named_deed and (clause.predicate.owned or clause.predicate.passive):
            return in_brief(clause, setting) or entities[:1] or short(told)
        return entities[:1] or (short(told) if spec.tags else told)
    return []


def concerning(site: Site, setting: Setting) -> list[Filler]:
    """Return the words of the nominalised clause that says what a letter or speech is about ("heyetin geldiğine dair bir telgraf")."""
    last = site.theme.head.index if site.theme else site.anchor
    before = [c for c in site.sentence.clauses if c.predicate.index < last]
    own = before if site.clause else [c for c in before[-1:] if last - c.predicate.index <= BESIDE]
    begun = site.clause.parent if site.clause and site.clause.parent and site.clause.parent.lemma in word_class("beginning") else None
    told = [c for c in own if c.relation == "hakkında" and (site.clause is None or any(c.parent is g for g in (site.clause, begun) if g))]
    return in_words(told[-1], site, setting) if told else []


def short(told: list[Filler]) -> list[Filler]:
    """Return words cut to the last ones, which name the deed and what it is done to ("… üç kişilik bir komisyon kurulması")."""
    cut = (f.value.split()[-SHORT:] for f in told)
    return [replace(f, value=" ".join(words[words[0] in word_class("conjunction") :])) for f, words in zip(told, cut, strict=True)]


def in_brief(clause: Clause, setting: Setting) -> list[Filler]:
    """Return who or what a nominalised clause is about and what becomes of it, in a few words ("Rodos’un Yunanistan’a bırakılması")."""
    subject = next((p for p in clause.subject_phrases() if p.case == "Gen" and p.head.index < clause.predicate.index), None)
    if subject is None or clause.predicate.kind not in {"Ma", "Dik", "Acak", "Is"}:
        return []
    words = name_words(subject, setting)
    last = setting.doc[clause.predicate.first : clause.predicate.last + 1].text.split()
    beside: list[str] = []
    for phrase in reversed([p for p in clause.phrases if subject.head.index < p.head.index and not p.relation and p.head.tag != "DAT"]):
        more = name_words(phrase, setting)
        if len(words) + len(more) + len(beside) + len(last) > SHORT:
            break
        beside = [*more, *beside]
    text = trimmed(" ".join([*words, *beside, *last]), clause.predicate)
    start, end = setting.doc[subject.head.first].idx, clause.predicate
    stop = setting.doc[end.last]
    return [Filler("text", text.strip(" ,;:"), setting.passage.source_span(start, stop.idx + len(stop)))]


def name_words(phrase: Phrase, setting: Setting) -> list[str]:
    """Return the last words of a phrase, its case ending kept."""
    head = phrase.head
    first = max(first_unit_token(phrase, setting), head.last - SHORT // 2 + 1)
    return setting.doc[first : head.last + 1].text.split()


def in_words(clause: Clause, site: Site, setting: Setting) -> list[Filler]:
    """Return the words of a complement clause and of the clauses within it, its verb as a noun without case; none for a lone verb."""
    predicate = clause.predicate
    inside = subtree(clause, site.sentence.clauses)
    # The governing clause's own names ("Çiçerin, Ankara’ya …") stand before the complement, not in it.
    outer = [u.index + 1 for p in site.clause.phrases for u in p.members if u.mention] if site.clause else []
    begin = max((i for i in outer if i <= predicate.index), default=0)
    # A date before an infinitive is when the deed itself was done ("3 Martta … imzalamak için geldi").
    plain = predicate.kind in {"Ma", "Mak"} and not predicate.owned
    told = [first_unit(p) for c in inside for p in c.phrases if not (plain and p.head.tag == "DAT")] + [c.predicate.index for c in inside]
    start = min(i for i in [*told, predicate.index] if i >= begin)
    first = site.sentence.units[start].first
    if not MOST_WORDS > predicate.last - first > 0:
        return []
    span = setting.doc[first : predicate.last + 1]
    before = setting.doc[first : predicate.first].text
    noun = verbal_noun(verbal_noun(predicate.lemma) if predicate.negative else predicate.lemma)
    text = f"{before} {noun}" if plain else trimmed(span.text, predicate)
    return [Filler("text", text.strip(" ,;:"), setting.passage.source_span(span.start_char, span.end_char))]


def subtree(clause: Clause, others: Sequence[Clause]) -> list[Clause]:
    """Return a clause, those of one list with it ("geldiğini ve görüştüğünü"), and what depends on them before its predicate."""
    found = [clause, *(c for c in others if c is not clause and listed(c, clause))]
    for other in reversed(others):
        above = any(other.parent is c or any(p is other.head for p in c.phrases) for c in found)
        if all(other is not c for c in found) and above and other.predicate.index < clause.predicate.index:
            found.append(other)
    return found


def listed(left: Clause, right: Clause) -> bool:
    """Say whether two nominalised clauses are objects of one verb in the same form and case, the first before the second."""
    a, b = left.predicate, right.predicate
    same = left.parent is right.parent and left.relation == right.relation == "that"
    return same and a.index < b.index and (a.form, a.kind, a.case) == (b.form, b.kind, b.case)
