"""Lifespans: birth and death in brackets behind a person's name ("Aras (1883 Çanakkale – 1972 İstanbul)", "Çiçerin (1872-1936)")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.facts.fillers import named
from extraction.facts.frames import RoleSpec
from extraction.facts.slots import Site
from extraction.language.unit import Unit
from extraction.records import Filler

LONGEST = 16
YOUNGEST = 30
"""Fewer years than this between two dates in brackets are those of a reign or an office."""
DASHES = {"-", "–", "—", "−"}
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
SLOTS = {"born", "died"}


def lifespan(site: Site, slot: str, spec: RoleSpec) -> list[Filler]:
    """Return the date or the place of birth ("born") or of death ("died") that the brackets behind the theme's name tell."""
    inside = bracketed(site)
    at = next((n for n, u in enumerate(inside) if u.text in DASHES), None)
    halves = [inside, inside] if at is None else [inside[:at], inside[at + 1 :]]
    ends = [date_in(half, later=n == 1, ranged=at is None) for n, half in enumerate(halves)]
    if not all(ends) or int(ends[1][0].value[:4]) - int(ends[0][0].value[:4]) < YOUNGEST:
        return []
    which = int(slot == "died")
    if spec.value == "date":
        return ends[which]
    return [] if at is None else [f for u in halves[which] for f in named(u, spec)]


def bracketed(site: Site) -> list[Unit]:
    """Return the units in the brackets right behind the theme."""
    if site.theme is None:
        return []
    aside = site.sentence.units[site.theme.head.index + 1 :][:LONGEST]
    end = next((n for n, u in enumerate(aside) if u.text == ")"), 0)
    return aside[1:end] if aside and aside[0].text == "(" else []


def date_in(units: Sequence[Unit], later: bool, ranged: bool) -> list[Filler]:
    """Return the one date of a half, or the end of a range that stands for both ("1872-1936")."""
    for unit in units:
        mention = unit.mention
        value = mention.value or "" if mention and unit.tag == "DAT" else unit.text
        ends = value.split("/")
        if (len(ends) == 2) == ranged and all(YEAR.match(e) for e in ends):
            return [Filler("date", ends[later and ranged], mention.source if mention else None)]
    return []
