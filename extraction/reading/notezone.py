"""Where the notes of each page begin, and which number each bears.

A page's notes stand below its text: the lines of a page are text first and notes after. Note numbers run on from page to
page, so the lines that start with the next numbers are found as a chain; a footnote rule (a drawn line, or the long run of blanks
that it leaves in copied text) decides where there is one. A note that did not fit its page goes on above the first
number of the next page's notes: told by an unfinished note before it or by the smaller type, whose lines hold more characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extraction.reading.lines import Line, with_role

START = re.compile(r"\[?(\d{1,3})\]?[.)]?(?=[\s\u00a0]+\S|[A-ZÇĞİÖŞÜ“\"])")
AHEAD = 12
FINISHED = re.compile(r"[.!?…][\s”’\"')\]]*$")
CITING = re.compile(r"\bs{1,2}\.\s*\d|\b[Cc]ilt\b|\b[Bb]kz?\.|\b[Aa]ge\b|\ba\.g\.e|\b1[89]\d\d,|\byer\.")


def mark(pages: Sequence[Sequence[Line]], heads: set[int]) -> list[Line]:
    """Return all lines with their roles: body, note (with the number where one starts), head or rule."""
    marked: list[Line] = []
    expected = 1
    chains = []
    for page in pages:
        chain = _chain(page, heads, expected)
        chains.append(chain)
        if chain:
            expected = chain[-1][1] + 1
    if expected - 1 < 3 and sum(map(len, chains)) < 3:
        chains = [[] if not _ruled(page) else chain for page, chain in zip(pages, chains, strict=True)]
    widths = _widths(pages, heads, chains)
    open_note = False
    for page, chain in zip(pages, chains, strict=True):
        start = _zone(page, heads, chain, widths, open_note)
        lines = _with_roles(page, heads, chain, start)
        notes = [line for line in lines if line.role == "note"]
        open_note = bool(notes) and not FINISHED.search(notes[-1].text)
        marked += lines
    return marked


def _ruled(page: Sequence[Line]) -> bool:
    return any(line.role == "rule" for line in page)


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


def _chain(page: Sequence[Line], heads: set[int], expected: int) -> list[tuple[int, int]]:
    """Return the (line, number) pairs of a page's note starts: the best rising chain of numbers from ``expected`` on."""
    rule = next((at for at, line in enumerate(page) if line.role == "rule"), -1)
    candidates = [
        (at, int(match[1]))
        for at, line in enumerate(page)
        if at > rule
        and line.start not in heads
        and (match := START.match(line.text))
        and expected <= int(match[1]) <= expected + AHEAD + 10
    ]
    best: list[tuple[float, list[tuple[int, int]]]] = []
    for at, number in candidates:
        lead = 0.5 * (at == rule + 1 or page[at].gap > 0)
        score, chain = 1 + lead - _skipped(number - expected, rule >= 0), [(at, number)]
        for before, earlier in best:
            if earlier[-1][1] < number:
                total = before + 1 - _skipped(number - earlier[-1][1] - 1, rule >= 0)
                if total > score or (total == score and len(earlier) >= len(chain)):
                    score, chain = total, [*earlier, (at, number)]
        best.append((score, chain))
    best = [entry for entry in best if entry[0] > 0]
    return max(best, key=lambda entry: (entry[0], entry[1][0][0]))[1] if best else []


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
    rule = next((at for at, line in enumerate(page) if line.role == "rule"), -1)
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
