"""Page heads and page numbers: what stands at the edge of a page and belongs to the journal, not to the article.

Nothing here knows a journal. A line at the edge of a page is a head if it is a bare number that fits the pages around it,
if it recurs (digits left aside) on other pages, if it bears a page number at one end and is set as a title, or if it
stands in one block with a bare page number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extraction.reading.lines import NUMBER, Line

EDGE = 3
NUMBERED = re.compile(r"(?P<front>\d{1,4})\s*[•|·/–—-]?\s*(?P<title>\D.{3,80}?)|(?P<title2>.{3,80}?\D)\s*[•|·/–—-]?\s*(?P<back>\d{1,4})")
YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
SENTENCE_END = re.compile(r"[.!?:;,]\s*$")
LONGEST_HEAD = 90
CITING = re.compile(r"\bs{1,2}\.\s*\d|\b[Aa]\.?g\.?[em]\b")
DIGITS = re.compile(r"\d+")


def heads(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Return the start offsets of the lines that are page heads, feet and page numbers."""
    if len(pages) < 2:
        return set()
    edges = [_edges(page) for page in pages]
    often = Counter(key for lines in edges for key in {_shape(line) for line in lines})
    found: set[int] = set()
    for page, lines in zip(pages, edges, strict=True):
        sure = [line for line in lines if _is_head(line, page, often)]
        found.update(line.start for line in sure)
        found.update(line.start for line in _block(page, sure))
    return found


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the first and last lines of a page, footnote rules left out."""
    lines = [line for line in page if line.role != "rule"]
    return lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]


def _shape(line: Line) -> str:
    return DIGITS.sub("", line.text).strip(" -–—•|·").casefold()


def _is_head(line: Line, page: Sequence[Line], often: Counter[str]) -> bool:
    if NUMBER.fullmatch(line.text):
        return _stands_alone(line, page)
    shape = _shape(line)
    top = page.index(line) < EDGE
    if len(shape) >= 4 and often[shape] >= 3 and (top or line.gap > 0) and not _running(line):
        return True
    return _numbered_title(line, page, often[shape])


def _running(line: Line) -> bool:
    """Return whether a line that recurs is running text all the same: a sentence, a citation, a very long line."""
    return bool(CITING.search(line.text) or SENTENCE_END.search(line.text)) or len(line.text) > LONGEST_HEAD


def _numbered_title(line: Line, page: Sequence[Line], often: int) -> bool:
    """Return whether the first or last line of a page is a title with a page number at one end, parted from the text or met again."""
    match = NUMBERED.fullmatch(line.text)
    if not match or line.start not in (page[0].start, page[-1].start) or SENTENCE_END.search(line.text):
        return False
    title, number = (match["title"] or match["title2"]), (match["front"] or match["back"])
    if title.lstrip()[:1] in ".)," or (YEAR.fullmatch(number) and not _titled(title)):
        return False
    if CITING.search(line.text) or len(title) <= 5:
        return False
    first = line.start == page[0].start
    return often >= 2 or (first and line.page > 0 and _gap_after(line, page))


def _titled(text: str) -> bool:
    """Return whether a line is set in capitals, as running heads are."""
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) >= 4 and sum(ch.isupper() for ch in letters) >= 0.9 * len(letters)


def _stands_alone(line: Line, page: Sequence[Line]) -> bool:
    """Return whether a bare number is first or last on its page, or parted from the text on both sides."""
    at = page.index(line)
    if at == 0 or at == len(page) - 1:
        return True
    return line.gap > 0 and page[at + 1].gap > 0 and at < EDGE


def _gap_after(line: Line, page: Sequence[Line]) -> bool:
    at = page.index(line)
    return at + 1 < len(page) and page[at + 1].gap > 0


def _block(page: Sequence[Line], sure: Sequence[Line]) -> list[Line]:
    """Return the lines above a head, or run together with a bare page number, at the top of the page."""
    block: list[Line] = []
    for line in sure:
        at = page.index(line)
        if at > EDGE:
            continue
        above = list(page[:at])
        if all(_titled(other.text) for other in above):
            block += above
        if at == 0 and NUMBER.fullmatch(line.text) and len(page) > 2 and page[1].gap == 0 and page[2].gap > 0:
            block.append(page[1])
    return block
