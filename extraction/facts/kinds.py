"""Kinds: what a deed or a paper is called, from the verb or noun that evokes it."""

from __future__ import annotations

import re

from extraction.facts.complements import complements
from extraction.facts.endings import PLURAL_CASE, trimmed
from extraction.facts.evoking import evoked_by
from extraction.facts.fillers import Setting, worded
from extraction.facts.frames import Pattern
from extraction.facts.slots import Site, bound
from extraction.facts.story import many
from extraction.facts.timing import DATED
from extraction.facts.wording import accusative, common, deed_of, possessed, undone, verbal_noun, with_object
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.words import halves
from extraction.records import Filler
from ontology.turkish import lower

MOST_STRUCK = 3
WRITTEN = {"mektup", "nota", "telgraf", "rapor", "mesaj", "teklif"}


def verb_kind(site: Site, pattern: Pattern, plain: bool) -> list[Filler]:
    """Return the kind that the verb stands for, with the common noun it is done to unless ``plain`` ("teklifi ret")."""
    if site.clause is None:
        return []
    verb = evoked_by(pattern, site.clause, site.sentence)
    kind = done(pattern.verbs[verb] if pattern.verbs[verb] != verb else verbal_noun(verb), site)
    idiom = site.theme if " " in verb else None
    return [Filler("text", kind if plain else worded_deed(site, site.clause, kind, idiom))]


def done(kind: str, site: Site) -> str:
    """Return what a deed is called at its place: another one where it is not done ("kabul etmedi": "ret")."""
    return undone().get(kind, kind) if site.clause and site.clause.predicate.negative else kind


def named_deed(site: Site, kind: str) -> str:
    """Return the deed of a noun with the thing that it is done to: of a verb’s noun, or alone ("krallığın ilanı")."""
    kind = done(kind, site)
    if site.clause:
        return worded_deed(site, site.clause, kind, site.theme)
    if site.theme is None:
        return kind
    for infinitive in bound(site):
        return f"{deed_of(infinitive)} {kind}"
    for owner in (p.head for p in site.theme.owners if not p.named and len(p.members) == 1):
        return f"{lower(owner.text)} {lower(trimmed(site.theme.head.text, site.theme.head))}"
    return kind


def worded_deed(site: Site, clause: Clause, kind: str, theme: Phrase | None = None) -> str:
    """Return a kind with the thing that the deed is done to ("teklifi ret"), or with what its doer agrees to do ("katılmayı kabul")."""
    own = [c for c in complements(site) if c.predicate.kind in {"Ma", "Mak"} and not c.predicate.owned and not c.predicate.passive]
    worded = with_object(clause, kind, theme)
    return f"{accusative(deed_of(own[0]))} {kind}" if own and worded == kind and own[0].relation == "that" else worded


def described(site: Site) -> str:
    """Return the noun of deed right before the evoking noun ("iltihak" of "iltihak kararı")."""
    deeds = [p.head for p in (site.theme.modifiers if site.theme else []) if common(p) and p.bare and p.head.lemma in halves()]
    return lower(deeds[-1].text) if deeds else ""


def befell(site: Site, pattern: Pattern, setting: Setting) -> list[Filler]:
    """Return what became of whom the verb was done to ("ordu yenildi"), in the form that the pattern gives for its verb."""
    if site.clause is None:
        return []
    form = pattern.verbs[evoked_by(pattern, site.clause, site.sentence)]
    struck = [p for p in site.clause.slot("object") if not p.relation] or site.clause.slot("subject")
    words = [plainly(f.value, p).split() for p in struck[:1] for f in worded(p, setting)]
    return [Filler("text", " ".join([*(words[0][-MOST_STRUCK:] if words else []), form]))]


def plainly(words: str, phrase: Phrase) -> str:
    """Return words without the case ending that a people's name in the plural keeps ("Ermenileri" gives "Ermeniler")."""
    return words if phrase.head.owned else re.sub(PLURAL_CASE, "", words)


def settled(site: Site) -> str:
    """Return the common noun right before the evoking words that says what is decided on ("savaşa karar verdi")."""
    at = site.theme.head.index if site.theme else -1
    phrases = site.clause.phrases if site.clause else []
    before = [p for p in phrases if p.case == "Dat" and not p.relation and common(p) and p.head.index == at - 1 and not p.head.owned]
    return before[0].head.lemma if before else ""


def noun_kind(site: Site, pattern: Pattern) -> list[Filler]:
    """Return the kind that the evoking noun stands for, with the common noun that modifies it ("taziye mesajı")."""
    theme = site.theme
    heads = [u for u in theme.members if u.lemma in pattern.nouns] if theme else []
    if not theme or not heads:
        return []
    kind = pattern.nouns[heads[0].lemma]
    modifiers = [u for p in theme.modifiers for u in p.members if not u.mention and u.pos == "NOUN" and lower(u.text) not in DATED]
    if modifiers and len(theme.members) == 1 and heads[0].owned:
        head = possessed(heads[0].lemma) if many(heads[0]) else lower(trimmed(heads[0].text, heads[0]))
        inner = [lower(p.head.text) for m in theme.modifiers for p in m.modifiers if modifiers[0] is m.head and common(p) and p.bare]
        return [Filler("text", " ".join([*inner[-1:], lower(modifiers[0].text), head]))]
    return [Filler("text", kind)]
