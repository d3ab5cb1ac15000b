"""Bodies without a head noun of their own: newspapers and companies by the noun behind, and bodies that a text calls by the noun alone."""

from __future__ import annotations

from collections.abc import Iterator, Set

from extraction.names.candidates import Candidate, Line
from extraction.names.lexicon import common, lexicon

ALONE = "body by its noun alone"


def find(line: Line, taken: Set[int]) -> Iterator[Candidate]:
    """Yield the bodies of a line that no list knows; words in ``taken`` belong to other names."""
    for at, word in enumerate(line.words):
        if word.shape != "C" or at in line.dates:
            continue
        if (last := _alone(line, at)) is not None:
            end = line.words[last]
            yield Candidate(at, last, word.start, end.end, "ORG", ALONE, line.text(at, last), "Organization")
        elif at not in taken and at not in line.covered and (noun := _noun(line, at)):
            yield Candidate(at, at, word.start, word.end, "ORG", f"before the noun of a {noun}", word.text, "Organization")


def _alone(line: Line, at: int) -> int | None:
    """Return the last word of a body called by its noun alone, in running text: "Konsey’in", "Genel Kurul’un"."""
    if line.passage.kind == "heading":
        return None
    for last in (at, at + 1):
        words = line.words[at : last + 1]
        if len(words) == last - at + 1 and " ".join(word.fold for word in words) in lexicon().bare_body:
            return last if all(word.shape == "C" for word in words) and not any(word.tail for word in words[:-1]) else None
    return None


def _noun(line: Line, at: int) -> str:
    """Return "newspaper" or "company" where its noun in small letters follows an unknown name: "Ati gazetesinde", "Curtiss şirketi"."""
    word, following = line.words[at], line.words[at + 1 : at + 2]
    if not following or following[0].shape != "l" or word.tail or word.fold in lexicon().nation | lexicon().never or line.weak(at):
        return ""
    noun = following[0].fold
    if noun.startswith(tuple(n for n in lexicon().paper_noun if n != "gazete")):
        return "" if line.opens(at) and common(word.fold) else "newspaper"
    return "company" if noun.startswith(lexicon().company_noun) and not common(word.fold) else ""


def ship(line: Line, last: int) -> bool:
    """Return whether the noun of a ship follows word ``last``: the "Ege" of "Ege vapuru" is no sea."""
    return last + 1 < len(line.words) and line.words[last + 1].fold.startswith(lexicon().ship_noun)
