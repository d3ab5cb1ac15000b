"""Kinds: what a deed or a paper is called, from the verb or noun that evokes it."""

from __future__ import annotations

import re

from extraction.facts.complements import complements
from extraction.facts.endings import PLURAL_CASE, trimmed
from extraction.facts.evoking import evoked_by
from extraction.facts.fillers import Setting
from extraction.facts.frames import Pattern
from extraction.facts.phrasing import worded
from extraction.facts.slots import Site, bound, phrases
from extraction.facts.timing import DATED
from extraction.facts.wording import accusative, common, composed, deed_of, possessed, undone, verbal_noun, with_object
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, many
from extraction.language.words import halves, word_class
from extraction.records import Filler
from ontology.turkish import lower

MOST_STRUCK = 3
ANSWER = "cevap"
LIGHT = "et"
ANSWERING = ("cevab", "cevap")
"""Beginnings of the adjectives that make a paper an answer and are no part of its name ("cevabî mektup")."""


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


def named_deed(site: Site, kind: str, infinitive_too: bool = False) -> str:
    """Return the deed of a noun with the thing that it is done to: of a verb’s noun, or alone ("krallığın ilanı"); with what the
    infinitive before it says to be done where the noun stands alone, or that is wanted (``infinitive_too``).
    """
    kind = done(kind, site)
    for infinitive in bound(site) if site.clause is None or infinitive_too else ():
        return f"{deed_of(infinitive)} {kind}"
    if site.clause:
        return worded_deed(site, site.clause, kind, site.theme)
    if site.theme is None:
        return kind
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
    return words if phrase.head.owned and not phrase.head.mention else re.sub(PLURAL_CASE, "", words)


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
    if kind == ANSWER and (papers := answered(site)):
        return [Filler("text", f"{papers[-1]} ({ANSWER})")]
    modifiers = [u for p in theme.modifiers for u in p.members if qualifies(u)]
    if modifiers and len(theme.members) == 1 and heads[0].owned:
        head = possessed(heads[0].lemma) if many(heads[0]) else lower(trimmed(heads[0].text, heads[0]))
        return [Filler("text", f"{whole_word(modifiers[0], site)} {head}")]
    wanted = sought(site) if kind in composed() else ""
    return [Filler("text", f"{wanted} {possessed(kind)}" if wanted else kind)]


def whole_word(unit: Unit, site: Site) -> str:
    """Return a word before a noun, with the one that it is a compound with ("maden imtiyazı" of "maden imtiyazı talebi")."""
    before = site.sentence.units[max(0, unit.index - 1) : unit.index] if unit.owned else []
    return " ".join(lower(u.text) for u in (*before, unit) if u is unit or (qualifies(u) and lower(u.text) == u.lemma))


def qualifies(unit: Unit) -> bool:
    """Say whether a word before a noun is part of what the noun is called ("taziye mesajı", not "cevabî mektubu")."""
    word = lower(unit.text)
    return not unit.mention and unit.pos == "NOUN" and word not in DATED and not word.startswith(ANSWERING)


def sought(site: Site) -> str:
    """Return the thing right before a light verb's noun that is asked for or offered ("randevu" of "randevu talep etti")."""
    theme = site.theme
    light = site.clause is not None and site.clause.lemma == LIGHT
    if not light or site.clause is None or theme is None or len(theme.members) != 1 or theme.head.owned or not theme.bare:
        return ""
    before = [p for p in (*theme.modifiers, *site.clause.phrases) if p.head.index == theme.head.index - 1]
    return next((lower(p.head.text) for p in before if p.bare and common(p) and qualifies(p.head) and not many(p.head)), "")


def answered(site: Site) -> list[str]:
    """Return the papers that an answer is given to ("mektubuna cevap verdi")."""
    slot = "dat" if site.clause else "near:dat"
    return [p.head.lemma for p in phrases(site, slot) if p.head.lemma in word_class("answered")]


def in_speech(site: Site) -> bool:
    """Say whether something is said in a speech: before a body, on an occasion for speeches, or by one who sits in an assembly."""
    said_at = phrases(site, "loc")
    held = {lower(u.text).split()[-1] for p in phrases(site, "subject") for t in p.titles for u in t.members}
    occasion = any(p.head.lemma in word_class("occasion") and not p.relation for p in said_at)
    return occasion or any(phrases(site, "assembly")) or any(w.startswith(tuple(word_class("seated"))) for w in held)


def printed(site: Site) -> bool:
    """Say whether a paper, an agency or its reporter says it ("Havas Ajansı’nın bildirdiğine göre")."""
    said = [u for p in phrases(site, "subject") for u in (p.head, *(v for t in p.titles for v in t.members))]
    return any(lower(word).startswith(tuple(word_class("press"))) for u in said for word in u.text.split())
