"""Does the name of a capital mean the city or the government that sits there? After government.toml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from extraction.names.candidates import Line
from extraction.names.forms import Word
from extraction.names.gazetteer import Hit
from extraction.names.lexicon import lexicon, rows


@dataclass(frozen=True, slots=True)
class Rule:
    """One [[rule]] of government.toml."""

    means: str
    case: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: int = 8
    before: tuple[str, ...] = ()
    opens: bool = False
    comma: bool = False
    number: bool = False
    list: bool = False
    verb: bool = False
    examples: tuple[str, ...] = ()


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of government.toml in their order."""
    return tuple(Rule(**row) for row in rows("government.toml", "rule"))


def means(line: Line, hit: Hit) -> str:
    """Return "government" or "place" for the name of a capital."""
    last = _list_end(line, hit)
    asked = hit if last.case == "Nom" else last
    return next(rule.means for rule in rules() if _holds(line, asked, rule))


def _list_end(line: Line, hit: Hit) -> Hit:
    """Return the last name of a list of places without endings of their own, whose case is that of all: "Roma ve Paris’e uğradı"."""
    while hit.case == "Nom" and not line.words[hit.last].tail and hit.last + 2 < len(line.words):
        following = next((h for h in line.hits if h.first == hit.last + 2 and line.places.get(h.last) == h), None)
        if line.words[hit.last + 1].fold not in (",", "ve") or following is None or not _seat(following):
            break
        if line.words[hit.last + 1].fold == "," and not _listed_on(line, following):
            break
        hit = following
    return hit


def _seat(hit: Hit) -> bool:
    kinds = {reading.entry.partition("/")[0] for reading in hit.readings}
    return "place" in kinds and bool(kinds & {"state", "government"})


def _listed_on(line: Line, hit: Hit) -> bool:
    """Return whether a list of names goes on behind a comma: "Bağdat, Tahran ve Kabil’i"."""
    after = line.words[hit.last + 1 : hit.last + 2]
    return bool(after) and after[0].fold in (",", "ve")


def _holds(line: Line, hit: Hit, rule: Rule) -> bool:
    words = line.words
    after = words[hit.last + 1 : hit.last + 1 + rule.within]
    if rule.case and hit.case not in rule.case:
        return False
    if rule.comma and not (after and after[0].fold == ","):
        return False
    if rule.list and not (hit.first > 1 and hit.first - 2 in line.places):
        return False
    if rule.number and not (len(after) > 1 and after[1].shape in "no"):
        return False
    if rule.verb and not (after and after[0].shape == "l" and len(after[0].fold) > 4 and after[0].fold.endswith(lexicon().finite)):
        return False
    if rule.opens and not line.opens(hit.first):
        return False
    if rule.before and not (hit.first and words[hit.first - 1].fold in rule.before):
        return False
    if rule.next and not (after and _any(after[0].fold, rule.next)):
        return False
    return not rule.near or any(_any(word.fold, rule.near) for word in clause(after))


def clause(after: Iterable[Word]) -> Iterator[Word]:
    """Yield words up to the end of their clause."""
    return takewhile(lambda word: word.fold not in (".", ";", ":"), after)


def _any(word: str, patterns: Sequence[str]) -> bool:
    return any(word.startswith(p[:-1]) if p.endswith("*") else word == p for p in patterns)
