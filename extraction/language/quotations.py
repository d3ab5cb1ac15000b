"""Quotations: a colon before one is a verb of saying, and what stands inside takes nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extraction.language.compounds import QUOTES
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, is_predicate

OPENING = {"“", "«", '"', "‘‘"}
CLOSING = QUOTES


def introduced(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with a colon before a quotation as a verb of saying where no finite one stands before it ("açıklamasında: “…”")."""
    return [saying(unit) if introduces(units, n) else unit for n, unit in enumerate(units)]


def introduces(units: Sequence[Unit], n: int) -> bool:
    """Say whether unit ``n`` is a colon between who speaks and what is said."""
    if units[n].text != ":" or not 0 < n < len(units) - 1 or units[n + 1].text not in OPENING:
        return False
    before = units[n - 1]
    return not (is_predicate(before) and before.form == "Fin")


def saying(colon: Unit) -> Unit:
    """Return a colon as the verb that it stands for."""
    return replace(colon, lemma="de", pos="VERB", form="Fin")


def closed(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether item ``n`` opens a quotation that ends in the sentence and is told for itself: it has a finite verb of its own, or is
    the content of a verb ("“A’nın geldiğini” bildirdi").
    """
    if not mark(items[n], OPENING):
        return False
    end = next((m for m in range(n + 1, len(items)) if mark(items[m], CLOSING)), n)
    inside = items[n + 1 : end]
    verbs = [i for i in inside if isinstance(i, Unit) and is_predicate(i)]
    subject = any(isinstance(i, Phrase) and i.case == "Gen" and not i.relation for i in inside)
    content = bool(verbs) and subject and verbs[-1] is inside[-1] and verbs[-1].kind in {"Dik", "Acak"}
    return content or any(i.form == "Fin" for i in verbs)


def mark(item: Phrase | Unit, marks: set[str]) -> bool:
    """Say whether an item is one of some quotation marks."""
    return isinstance(item, Unit) and item.text in marks
