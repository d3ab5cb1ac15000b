"""Notes in text that a scanner damaged: their numbers are half lost, so the whole text is read for the likeliest order.

States are (body or notes of this page, number of the last note). Every line costs or earns what speaks for it being body or
note; starting note k costs what its first characters differ from the figure k, by the confusions of ``data/digits.tsv``. The
best path through all lines is found by the Viterbi algorithm (A. J. Viterbi, IEEE Trans. Inf. Theory 13, 1967).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extraction.reading.lines import Line, with_role
from extraction.reading.rules import digits_read

ODD = re.compile(r"[^\W\d_][^\w\s\u0300-\u036f.,;:'’‘\"“”()\[\]/–\-…›‹&*][^\W\d_]|[~{}|\\^<>]|[^\W\d_]\[[^\W\d_]")
FEWEST = 5
CITES = re.compile(
    r"\b1[89][\d%ILOS]{2}\b\)?[,.;]|[,.;]\s?[s$>~¨,]?[.,]?\s?[\dIlOSo%]{1,4}(?:-[\dIlOS%]{1,4})?[.,)]{0,2}\s?$|\bb[kh][zo]\b\.?|\b[Aa]\.?g\.?[em]\b|\b[sS]\.\s?\d|,\s?I+V?,"
)
SMALL = re.compile(r"[^\W\dA-ZÇĞİÖŞÜ]|[^\w\s]{1,2}")
WORD = re.compile(r"[^\W\d_]{3,}[.,;:]?")
FINISHED = re.compile(r"[.)!?]\s*$")
NOISE = frozenset(".,;:'\"~()<>*·-•`’ ")
SHARE = 2.0
BEAM = 8
SKIP = 4.0


def damaged(text: str) -> bool:
    """Return whether a text was read by a scanner with many errors: over two odd characters inside words in a thousand."""
    return len(ODD.findall(text)) > max(FEWEST, SHARE / 1000 * len(text))


class State(NamedTuple):
    """A hypothesis after a line: its score, whether the page's notes have begun, the last number, and the way back."""

    score: float
    noting: bool
    number: int
    started: bool
    before: State | None


def mark(pages: Sequence[Sequence[Line]], heads: set[int]) -> list[Line]:
    """Return all lines with their roles, as :func:`extraction.reading.notezone.mark` does for clean text."""
    lengths = sorted(len(line.text) for page in pages for line in page)
    width = lengths[len(lengths) // 2]
    beam = [State(0.0, False, 0, False, None)]
    carried = 3.0
    for page in pages:
        for at, line in enumerate(page):
            skip = line.start in heads or line.role == "rule"
            beam = _step(beam, line, at / len(page), width, carried, top=at == 0, skip=skip)
        carried = 3.0 if FINISHED.search(page[-1].text) else 0.5
    best: State | None = max(beam, key=lambda state: state.score)
    trail: list[State] = []
    while best is not None and best.before is not None:
        trail.append(best)
        best = best.before
    lines = [line for page in pages for line in page]
    return [_with_role(line, state, heads) for line, state in zip(lines, reversed(trail), strict=True)]


def _with_role(line: Line, state: State, heads: set[int]) -> Line:
    if line.role == "rule":
        return line
    if line.start in heads:
        return with_role(line, "head")
    if not state.noting:
        return line
    return with_role(line, "note", str(state.number) if state.started else None)


def _step(beam: Sequence[State], line: Line, depth: float, width: float, carried: float, *, top: bool, skip: bool) -> list[State]:
    """Return the best states after a line.

    ``depth`` is how far down its page it stands, ``carried`` what it costs that a note of the page before goes on, ``top`` begins a page.
    """
    if skip:
        return [State(state.score, state.noting and not top, state.number, False, state) for state in beam]
    worth = _noteness(line, width) - 1.5 * max(0.0, 0.4 - depth)
    tokens = _tokens(line.text[:10])
    following: dict[tuple[bool, int], State] = {}
    for state in beam:
        for new in _moves(state, line, worth, carried, tokens, noting=state.noting and not top):
            kept = following.get((new.noting, new.number))
            if kept is None or new.score > kept.score:
                following[new.noting, new.number] = new
    return sorted(following.values(), key=lambda state: (-state.score, state.number))[:BEAM]


def _moves(state: State, line: Line, worth: float, carried: float, tokens: tuple[str, ...], *, noting: bool) -> list[State]:
    """Return what a line can be after a state: body, the next note's start (or one further on), or more of the same note."""
    moves = []
    if not noting:
        moves.append(State(state.score, False, state.number, False, state))
    fresh = 0.0 if line.gap else -3.0
    for ahead in ((1, 2, 3) if line.gap else (1,)) if tokens else ():
        number = state.number + ahead
        score = state.score + worth + _likeness(tokens, line.text, number) + fresh - SKIP * (ahead - 1)
        moves.append(State(score, True, number, True, state))
    if noting:
        moves.append(State(state.score + worth - (0.8 if line.gap else 0.0), True, state.number, False, state))
    elif state.number and line.gap:
        moves.append(State(state.score + worth - carried, True, state.number, False, state))
    return moves


def _noteness(line: Line, width: float) -> float:
    """Return what speaks for a line being a note: citations, smaller type, damage."""
    cites = min(2, len(CITES.findall(line.text)))
    long = len(line.text) > 1.06 * width
    broken = len(ODD.findall(line.text))
    return 0.9 * cites + 0.7 * long + 0.2 * min(broken, 3) - 0.6


def _likeness(tokens: tuple[str, ...], text: str, number: int) -> float:
    """Return how well the head of a line can be the figure ``number``: about 2 a digit for a match, below 0 for none."""
    figure = str(number)
    best = -0.3 if any(SMALL.fullmatch(token) and text[len(token)].isspace() for token in tokens) else -3.0
    return max([best, *(aligned(token, figure) for token in tokens)])


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    """Return the heads of a line that may be its number: up to five characters before a blank or a capital."""
    found = []
    for end in range(1, min(6, len(text))):
        after = text[end]
        if after.isspace() or ((after in '"“(' or after.isupper()) and not text[end - 1].isspace()):
            found.append(text[:end])
    return tuple(token for token in found if not WORD.fullmatch(token))


@lru_cache(maxsize=65536)
def aligned(token: str, figure: str) -> float:
    """Align a token with a figure: 2 for the digit itself, 1.2 for a likely misreading, less for what is left over."""
    row = [-1.0 * at for at in range(len(figure) + 1)]
    confusions = digits_read()
    for ch in token:
        loss = 0.25 if ch in NOISE else 0.7
        next_row = [row[0] - loss]
        for at, digit in enumerate(figure):
            same = 2.0 if ch == digit else 1.2 if digit in confusions.get(ch, "") else -0.8 if not ch.isdigit() else -1.5
            next_row.append(max(row[at] + same, row[at + 1] - loss, next_row[at] - 1.0))
        row = next_row
    return row[-1]
