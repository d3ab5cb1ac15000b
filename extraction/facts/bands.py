"""Bands: people without a name of their own, called by whose they are ("X’in adamları"), what they are tied to ("Y’ye bağlı 21 kişi") or
on whose side they stand ("Z taraftarı grup"), and names counted among a group ("A ve B dahil birçok …", "A ve diğer …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.endings import trimmed
from extraction.facts.fillers import Setting
from extraction.facts.slots import Site, first_unit, near
from extraction.language.phrases import Phrase
from extraction.records import Filler
from ontology.turkish import lower

TIES = {"bağlı", "mensup", "mensub", "tabi", "tâbi", "üye", "dahil", "dâhil"}
INCLUDED = {"dahil", "dâhil", "olmak", "diğer", "öteki", "öbür"}
"""Words that count the names before them among the group behind ("olmak" of "dahil olmak üzere", "başta … olmak üzere")."""
BETWEEN = INCLUDED | {"üzere", "başta", "da", "de", "eski", "birçok", "bir", "çok", "bazı", "kimi", "tüm", "bütün", "ve", "ile", ",", "nice"}


def tied(site: Site) -> Iterator[Phrase]:
    """Yield what a word like "bağlı" right before the theme ties it to ("X Partisi’ne bağlı 21 kişi")."""
    units = site.sentence.units
    at = first_unit(site.theme) - 1 if site.theme else -1
    while at > 0 and (units[at].pos in {"NUM", "ADJ"} or lower(units[at].text) in {"olan", "bulunan"}) and units[at].lemma not in TIES:
        at -= 1
    if at > 0 and units[at].lemma in TIES:
        yield from (p for p in site.sentence.phrases if p.head.index == at - 1 and p.case == "Dat" and not p.relation)


def counted_in(site: Site) -> Iterator[Phrase]:
    """Yield the names that the words right before the theme count among it ("A ile B dahil birçok eski …", "A ve diğer …")."""
    units = site.sentence.units
    at = site.theme.members[0].index - 1 if site.theme else -1
    seen: set[str] = set()
    while at > 0 and lower(units[at].text) in BETWEEN:
        seen.add(lower(units[at].text))
        at -= 1
    if seen & INCLUDED:
        yield from (p for p in site.sentence.phrases if p.head.index == at and p.named and (p.bare or p.relation == "ile"))


def band(site: Site, setting: Setting) -> list[Filler]:
    """Return people without a name as words: the noun of the theme with whose, on whose side or tied to what they are; else nothing."""
    theme = site.theme
    beside = [*theme.owners[-1:], *near(site, "yanlısı"), *tied(site)][:1] if theme else []
    if theme is None or not beside or theme.head.mention:
        return []
    doc = setting.doc
    first = min(u.first for u in (*beside[0].members, *(u for p in (*beside[0].owners, *beside[0].modifiers) for u in p.members)))
    whose = bool(theme.owners)
    last = beside[0].head.last + (not whose)
    own = min([theme.members[0].first, *(u.first for p in theme.modifiers for u in p.members)])
    while whose and own - 1 > last and doc[own - 1].pos_ == "ADJ":
        own -= 1
    words = f"{doc[first : last + 1].text} {doc[own : theme.head.last + 1].text}"
    text = re.sub(r"\s+", " ", trimmed(words, theme.head)).strip(" ,;:“”\"'")
    return [Filler("text", text, setting.passage.source_span(doc[first].idx, doc[theme.head.last].idx + len(doc[theme.head.last])))]


__all__ = ["band", "counted_in", "tied"]
