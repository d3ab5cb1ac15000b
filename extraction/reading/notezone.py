"""Where the notes of each page begin, and which number each bears.

A page's notes stand below its text: the lines of a page are text first and notes after. Note numbers run on from page to
page, so the lines that start with the next numbers are found as a chain; a footnote rule (a drawn line, or the long run of blanks
that it leaves in copied text) decides where there is one. A note that did not fit its page goes on above the first
number of the next page's notes: told by an unfinished note before it or by the smaller type, whose lines hold more characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from extraction.reading.lines import Line, with_role

START = re.compile(r"\[?(\d{1,3})(\]?[.)]?)(?=[\s\u00a0]+\S|[A-ZÇĞİÖŞÜ“\"]|$)")
STAR = re.compile(r"[*•†‡]")
GLUED = re.compile(r"(?:[^\W\d_]|[.,;:!?…”’\"'»)\]\[])(\d{1,3})(?!\d)|(?<=[.,;:!?…”’\"'»)] )\d{1,3}(?=\s)")
FURTHEST = 20
LOOKBACK = 60
FINISHED = re.compile(r"[.!?…][\s”’\"')\]]*$")
CITING = re.compile(r"\bs{1,2}\.\s*\d|\b[Cc]ilt\b|\b[Bb]kz?\.|\b[Aa]ge\b|\ba\.g\.e|\b1[89]\d\d,|\byer\.")


def mark(pages: Sequence[Sequence[Line]], heads: set[int]) -> list[Line]:
    """Return all lines with their roles: body, note (with the number where one starts), head or rule."""
    marked: list[Line] = []
    chains = _chains(pages, heads, None)
    styles = Counter(_style(page[at]) for page, chain in zip(pages, chains, strict=True) for at, _ in chain)
    if len(styles) > 1:
        chains = _chains(pages, heads, styles.most_common(1)[0][0])
    if sum(map(len, chains)) < 3 or not _marked(pages, chains):
        chains = [chain if _ruled(page) else [] for page, chain in zip(pages, chains, strict=True)]
    widths = _widths(pages, heads, chains)
    seen = open_note = False
    for page, chain in zip(pages, chains, strict=True):
        start = _zone(page, heads, chain, widths if seen else (0.0, 0.0), open_note)
        lines = _with_roles(page, heads, chain, start)
        notes = [line for line in lines if line.role == "note"]
        seen = seen or bool(chain)
        open_note = bool(notes) and not FINISHED.search(notes[-1].text)
        marked += lines
    return marked


def starred(lines: Sequence[Line]) -> list[Line]:
    """Take an author's note, which bears a star instead of a number, from the foot of the body into the notes below it."""
    marked = list(lines)
    at = len(marked) - 1
    while at > 0:
        if marked[at].role == "note" and marked[at - 1].role == "body" and marked[at].page == marked[at - 1].page:
            first = at - 1
            while first > 0 and not marked[first].gap and at - first < 6 and not STAR.match(marked[first].text):
                first -= 1
            if STAR.match(marked[first].text) and marked[first].page == marked[at].page:
                marked[first:at] = [with_role(line, "note") for line in marked[first:at]]
        at -= 1
    return marked


def _chains(pages: Sequence[Sequence[Line]], heads: set[int], style: str | None) -> list[list[tuple[int, int]]]:
    """Return each page's note starts; ``style`` is what follows the number in this text ("" or "." …), None for any."""
    expected = 1
    chains = []
    for page in pages:
        chain = _chain(page, heads, expected, style)
        chains.append(chain)
        if chain:
            expected = chain[-1][1] + 1
    return chains


def _rule(page: Sequence[Line]) -> int:
    """Return the index of the first footnote rule of a page, -1 where it has none."""
    return next((at for at, line in enumerate(page) if line.role == "rule"), -1)


def _style(line: Line) -> str:
    match = START.match(line.text)
    return match[2] if match else ""


def _marked(pages: Sequence[Sequence[Line]], chains: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Return whether figures glued to words lead to the notes: a numbered list at the end of a text has none."""
    glued = {int(match[1] or match[0]) for page in pages for line in page for match in GLUED.finditer(line.text)}
    numbers = [number for chain in chains for _, number in chain]
    return 3 * sum(number in glued for number in numbers) >= len(numbers)


def _ruled(page: Sequence[Line]) -> bool:
    return _rule(page) >= 0


def _with_roles(page: Sequence[Line], heads: set[int], chain: Sequence[tuple[int, int]], start: int) -> list[Line]:
    numbers = dict(chain)
    lines: list[Line] = []
    for at, line in enumerate(page):
        if line.role == "rule":
            lines.append(line)
        elif line.start in heads:
            lines.append(with_role(line, "head"))
        elif at >= start:
            number = numbers.get(at)
            lines.append(with_role(line, "note", None if number is None else str(number)))
        else:
            lines.append(line)
    return lines


def _chain(page: Sequence[Line], heads: set[int], expected: int, style: str | None) -> list[tuple[int, int]]:
    """Return the (line, number) pairs of a page's note starts: the best rising chain of numbers from ``expected`` on."""
    rule = _rule(page)
    best: list[_Link] = []
    for at, line in enumerate(page):
        match = START.match(line.text) if at > rule and line.start not in heads else None
        if match and int(match[1]) >= expected and style in (None, match[2]):
            bare = match.end() == len(line.text)
            lead = 0.5 * (at == rule + 1 or line.gap > 0)
            best.append(_link(at, int(match[1]), best, expected, lead, rule >= 0, bare))
    return _followed(best)


class _Link(NamedTuple):
    """A note start with the score of the best chain that ends in it, its length, and the index of the link before it."""

    at: int
    number: int
    score: float
    length: int
    before: int


def _link(at: int, number: int, best: Sequence[_Link], expected: int, lead: float, ruled: bool, bare: bool) -> _Link:
    ahead = number - expected
    start = 1 + lead - _skipped(ahead, ruled) if ahead <= FURTHEST and not bare else -1.0
    chosen = _Link(at, number, start, 1, -1)
    for index in range(max(0, len(best) - LOOKBACK), len(best)):
        link = best[index]
        if link.number >= number or (bare and link.number != number - 1) or link.score <= 0:
            continue
        total = link.score + 1 - _skipped(number - link.number - 1, ruled)
        if (total, link.length + 1) >= (chosen.score, chosen.length):
            chosen = _Link(at, number, total, link.length + 1, index)
    return chosen


def _followed(best: Sequence[_Link]) -> list[tuple[int, int]]:
    """Return the chain that ends in the best link, first to last."""
    top = max(best, key=lambda link: (link.score, link.at), default=None)
    chain: list[tuple[int, int]] = []
    while top is not None and top.score > 0:
        chain.append((top.at, top.number))
        top = best[top.before] if top.before >= 0 else None
    return chain[::-1]


def _skipped(count: int, ruled: bool) -> float:
    """Return what it costs that ``count`` numbers are missing: little below a footnote rule."""
    return min(count, 8) * (0.05 if ruled else 0.45)


def _widths(pages: Sequence[Sequence[Line]], heads: set[int], chains: Sequence[Sequence[tuple[int, int]]]) -> tuple[float, float]:
    """Return the usual width in characters of the lines of the body and of the notes."""
    body: list[int] = []
    notes: list[int] = []
    for page, chain in zip(pages, chains, strict=True):
        first = chain[0][0] if chain else len(page)
        for at, line in enumerate(page):
            if line.role == "body" and line.start not in heads:
                (notes if at >= first else body).append(len(line.text))
    return _usual(body), _usual(notes)


def _usual(lengths: list[int]) -> float:
    """Return the median length of the longer half of the lines: full lines, not paragraph ends."""
    return float(median(sorted(lengths)[len(lengths) // 2 :])) if lengths else 0.0


def _zone(page: Sequence[Line], heads: set[int], chain: Sequence[tuple[int, int]], widths: tuple[float, float], open_note: bool) -> int:
    """Return the index of the first line of a page's notes, ``len(page)`` where it has none."""
    rule = _rule(page)
    if rule >= 0 and (chain or open_note):
        return rule
    start = chain[0][0] if chain else len(page)
    while (above := _paragraph_above(page, start)) is not None:
        lines = [line for line in page[above:start] if line.start not in heads]
        if not lines or not _continues_note(lines, widths, open_note, above == _first(page, heads)):
            break
        start = above
        open_note = open_note and bool(lines[0].gap == 0)
    return start


def _first(page: Sequence[Line], heads: set[int]) -> int:
    return next((at for at, line in enumerate(page) if line.start not in heads), 0)


def _paragraph_above(page: Sequence[Line], start: int) -> int | None:
    """Return where the paragraph that ends above ``start`` begins, None where ``start`` does not follow a gap."""
    if start <= 0 or (start < len(page) and page[start].gap == 0):
        return None
    at = start - 1
    while at > 0 and page[at].gap == 0 and page[at].role != "rule":
        at -= 1
    return at


def _continues_note(lines: Sequence[Line], widths: tuple[float, float], open_note: bool, first: bool) -> bool:
    """Return whether a paragraph is set in the type of the notes, or goes on with a note that was left unfinished."""
    body, notes = widths
    full = [len(line.text) for line in lines[:-1]]
    if full and notes > 1.12 * body > 0:
        return median(full) > (body + notes) / 2
    if full and notes:
        return open_note and not first and median(full) > 1.05 * body
    return not first and open_note and bool(CITING.search(lines[0].text))
