"""Brackets: asides that are left out of a sentence, those that tell something of their own, and offices behind a name."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, is_predicate

REACH = 30
"""How many units behind an opening bracket its other half may stand."""


def outside_brackets(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without asides in round brackets, of which only dates are kept, and none of an aside that is told by itself."""
    told = {u.index for aside in told_asides(units) for u in aside}
    kept: list[Unit] = []
    depth = 0
    for unit in units:
        if unit.text == "(" and any(u.text == ")" for u in units[unit.index : unit.index + REACH]):
            depth += 1
        if depth == 0 or (unit.tag == "DAT" and unit.index not in told):
            kept.append(unit)
        if unit.text == ")":
            depth = max(0, depth - 1)
    return kept


def told_asides(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return what stands in brackets and ends in a finite verb ("(bu cevap Ankara’ya 3 Mayıs’ta ulaşmıştır)")."""
    found: list[list[Unit]] = []
    for unit in units:
        if unit.text == "(":
            behind = units[unit.index + 1 : unit.index + REACH]
            aside = behind[: next((n for n, u in enumerate(behind) if u.text in {"(", ")"}), 0)]
            last = next((u for u in reversed(aside) if u.text not in {".", "!", "?"}), None)
            if last is not None and len(aside) > 3 and is_predicate(last) and last.form == "Fin" and last.pos == "VERB":
                found.append(list(aside))
    return found


def bracketed_titles(phrase: Phrase, units: Sequence[Unit]) -> list[Phrase]:
    """Return the offices that stand in brackets behind a member's name ("Osman Bey (Lazistan Mebusu)")."""
    found: list[Phrase] = []
    for unit in phrase.members:
        aside = units[unit.index + 1 : unit.index + 8]
        if unit.tag == "PER" and aside and aside[0].text == "(":
            inside = aside[: next((n for n, u in enumerate(aside) if u.text == ")"), 0)]
            found += [Phrase([u], bearer=unit) for u in inside if u.tag == "OFF"]
    return found
