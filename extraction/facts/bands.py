"""Bands: people without a name of their own, called by whose they are ("X’in adamları"), what they are tied to ("Y’ye bağlı 12 kişi") or
on whose side they stand ("Z taraftarı grup"), and names counted among a group ("A ve B dahil birçok …", "A ve diğer …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extraction.facts.endings import trimmed
from extraction.facts.fillers import Setting
from extraction.facts.slots import Site, first_unit
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, postposition
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

SIDE = "yanlısı"


def tied(site: Site) -> Iterator[Phrase]:
    """Yield what a word like "bağlı" right before the theme ties it to ("X Partisi’ne bağlı 12 kişi")."""
    at = last_before(site, {"olan", "bulunan"}, lambda unit: unit.lemma in word_class("tie"))
    if at:
        yield from (p for p in site.sentence.phrases if p.head.index == at - 1 and p.case == "Dat" and not p.relation)


def counted_in(site: Site) -> Iterator[Phrase]:
    """Yield the names that the words right before the theme count among it ("A ile B dahil birçok eski …", "A ve diğer …")."""
    units = site.sentence.units
    at = site.theme.members[0].index - 1 if site.theme else -1
    seen: set[str] = set()
    among = word_class("counted-among") | word_class("among-words")
    while at > 0 and lower(units[at].text) in among:
        seen.add(lower(units[at].text))
        at -= 1
    for phrase in site.sentence.phrases if seen & word_class("counted-among") else ():
        before = [u for u in phrase.members if u.index <= at]
        if (
            before
            and before[-1].index == at
            and phrase.named
            and (phrase.bare or phrase.relation == "ile" or len(before) < len(phrase.members))
        ):
            yield replace(phrase, members=before)


def sided(site: Site) -> tuple[int, int] | None:
    """Return the tokens of a name and of the word before the theme that tells it to be on its side ("X yanlısı ufak bir zümre")."""
    units = site.sentence.units
    at = last_before(site, {"bir", ","}, lambda unit: postposition(unit) == SIDE)
    return (units[at - 1].first, units[at].last) if at and units[at - 1].mention is not None else None


def last_before(site: Site, passed: set[str], wanted: Callable[[Unit], bool]) -> int:
    """Return where the last word of a kind stands before the theme with only numbers, adjectives and ``passed`` words between, or 0."""
    units = site.sentence.units
    at = first_unit(site.theme) - 1 if site.theme else -1
    while at > 0 and not wanted(units[at]) and (units[at].pos in {"NUM", "ADJ"} or lower(units[at].text) in passed):
        at -= 1
    return at if at > 0 and wanted(units[at]) else 0


def owner(site: Site) -> Phrase | None:
    """Return whose the theme is, though a relative clause stands between ("X’in esirlerden oluşan birliği ile …")."""
    theme = site.theme
    if theme is None or theme.owners or not theme.head.owned or not theme.clauses:
        return theme.owners[-1] if theme and theme.owners else None
    start = min((first_unit(p) for c in theme.clauses for p in c.phrases), default=-1)
    return next((p for p in site.sentence.phrases if p.case == "Gen" and p.head.index == start - 1), None)


def band(site: Site, setting: Setting) -> list[Filler]:
    """Return people without a name as words: the noun of the theme with whose, on whose side or tied to what they are; else nothing."""
    theme, doc = site.theme, setting.doc
    if theme is None or theme.head.mention:
        return []
    own = first_token(replace(theme, owners=[]))
    beside = sided(site)
    if whose := owner(site):
        beside = (first_token(whose), whose.head.last)
        while own - 1 > beside[1] and doc[own - 1].pos_ == "ADJ":
            own -= 1
    elif partner := next(tied(site), None):
        beside = (first_token(partner), partner.head.last + 1)
    if beside is None:
        return []
    whole = fuller(whose, setting) if whose else ""
    words = f"{whole}{doc[beside[0] : beside[1] + 1].text} {doc[own : theme.head.last + 1].text}"
    text = re.sub(r"\s+", " ", trimmed(words, theme.head)).strip(" ,;:“”\"'")
    last = doc[theme.head.last]
    return [Filler("text", text, setting.passage.source_span(doc[beside[0]].idx, last.idx + len(last)))]


def fuller(whose: Phrase, setting: Setting) -> str:
    """Return the words of the authority's name for somebody that stand before those of the text ("Mustafa " for "Suphi’nin adamları")."""
    mention = whose.head.mention
    entry = setting.states.entries.get(mention.entity or "") if mention and not whose.modifiers else None
    return entry.tr.removesuffix(mention.text) if entry and mention and entry.tr.endswith(f" {mention.text}") else ""


def first_token(phrase: Phrase) -> int:
    """Return the first token of a phrase with its owners and modifiers."""
    return min(u.first for p in (phrase, *phrase.owners, *phrase.modifiers) for u in p.members)


__all__ = ["band", "counted_in", "tied"]
