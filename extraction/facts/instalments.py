"""Instalments: one thing counted several times before one verb ("Nisan’da 400 bin, Mayıs’ta 600 bin lira") as a fact for each number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.facts.amounts import amount_of
from extraction.facts.apart import SPEAKERS, on_day, pointed
from extraction.facts.match import Candidate
from extraction.language.phrases import Phrase
from extraction.records import Filler

SERIES = {",", "ve", ";"}
SMALL = 1000
"""Smaller numbers of a series may leave the scale to the last one."""


def instalments(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a number where the thing counted is told once ("Nisan’da 400 bin, Mayıs’ta 600 bin lira", "A üç, B beş top")."""
    theme, clause = candidate.site.theme, candidate.site.clause
    counted = theme is not None and clause is not None and "amount" in candidate.args
    before = [p for p in clause.phrases if p.head.index < theme.head.index] if counted and clause and theme else []
    numbers = [p for p in before if p.bare and p.head.pos == "NUM" and not p.named and p.head.tag != "DAT"]
    ends = [p.head.index for p in numbers]
    units = candidate.site.sentence.units
    if not ends or any(units[end + 1].text not in SERIES for end in ends):
        yield candidate
        return
    for n, end in enumerate([*ends, theme.head.index if theme else 0]):
        start = ends[n - 1] if n else -1
        own = [p for p in before if start < p.head.index < end]
        number = amount_of(Phrase([units[end + 1]]), candidate.site.sentence) if n < len(ends) else list(candidate.args["amount"])
        told = {"amount": scaled(number, candidate), **its_own(own)}
        yield replace(candidate, args={**candidate.args, **{role: found for role, found in told.items() if found}})


def its_own(own: Sequence[Phrase]) -> dict[str, tuple[Filler, ...]]:
    """Return the day, giver and recipient that stand before one number of a series."""
    days = (on_day(p.head) for p in own if p.head.tag == "DAT")
    givers = [p.head for p in own if p.bare and p.head.tag in SPEAKERS]
    takers = [p.head for p in own if p.case == "Dat" and not p.relation and p.head.tag in SPEAKERS]
    return {
        "date": next((d for d in days if d), ()),
        "giver": pointed(givers[0]) if givers else (),
        "recipient": pointed(takers[0]) if takers else (),
    }


def scaled(number: Sequence[Filler], candidate: Candidate) -> tuple[Filler, ...]:
    """Return a number of a series in the scale of the last one, which is told once ("üç, beş ve on bin")."""
    last = int(candidate.args["amount"][0].value)
    scale = next((s for s in (10**9, 10**6, 1000) if last >= s and last % s == 0), 1)
    return tuple(replace(f, value=str(int(f.value) * scale)) if int(f.value) < SMALL else f for f in number)
