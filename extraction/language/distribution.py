"""Two things told apart by pronouns before one noun or verb: "ilki A’nın, ikincisi ise B’nin başkanlığında iki heyet" is read as "A’nın ve
B’nin başkanlığında iki heyet".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.language.clause import ACTING
from extraction.language.unit import Unit, is_predicate
from extraction.language.words import word_class
from ontology.turkish import lower

BESIDE = {"ise", "de", "da"}
REACH = 8
"""Units between the two pronouns."""


def gathered(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without the pronouns of such pairs, the two joined by "ve"."""
    found = list(units)
    for n, unit in enumerate(found):
        if lower(unit.text) in word_class("one-of-two") and (m := other(found, n)):
            joiner = replace(found[m - 1], text="ve", lemma="ve", pos="CCONJ")
            return [*found[:n], *after(found[: m - 1], n, {","}), joiner, *gathered(after(found, m, BESIDE))]
    return found


def other(units: Sequence[Unit], n: int) -> int:
    """Return where the second pronoun stands behind a comma or "ve", if what lies between is named and no deed of its own; else 0."""
    for m in range(n + 2, min(n + REACH, len(units))):
        if is_predicate(units[m]):
            return 0
        if lower(units[m].text) in word_class("other-of-two"):
            named = all(any(u.tag in ACTING for u in part) for part in (units[n:m], units[m : m + 4]))
            return m if named and units[m - 1].text in {",", "ve"} else 0
    return 0


def after(units: Sequence[Unit], n: int, words: set[str]) -> list[Unit]:
    """Return the units behind unit ``n`` without the words that only set it off."""
    start = n + 1
    while start < len(units) and lower(units[start].text) in words:
        start += 1
    return list(units[start:])
