"""Lines and pages of a text as it lies on disk.

Where a page begins shows in one of three ways: a form feed; three or more empty lines; or, in texts copied out of a PDF, a
line that starts with exactly one blank while the line before it is not empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

LINE = re.compile(r"([^\n\r\f]*)(\r\n|\n|\r|\f|\Z)")
RULE = re.compile(r"[ \t]{20,}|[_\u2014\u2500-]{5,}[ \t]*")
NUMBER = re.compile(r"[-–—\s\[(]*(\d{1,4})[-–—\s\])]*")

SHORTEST_PAGE = 2

Role = Literal["body", "note", "head", "blank", "rule"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: source offsets of its words (blanks around them left out), its page, and what it is part of.

    ``gap`` counts the empty lines before it; ``role`` is filled in by the layout.
    """

    start: int
    end: int
    text: str
    page: int
    gap: int = 0
    role: Role = "body"
    number: str | None = None


def split(text: str) -> list[Line]:
    """Return the lines that hold words, and footnote rules, page by page."""
    lines: list[Line] = []
    page = gap = 0
    before_blank = True
    for start, raw, feed in _raw_lines(text):
        words = raw.strip(" \t\ufeff\u00a0")
        if not words:
            if RULE.fullmatch(raw):
                lines.append(Line(start, start + len(raw), "", page, gap, "rule"))
                gap = 0
            gap += 1
            before_blank = True
            page += feed
            continue
        at = start + raw.index(words[0])
        if lines and lines[-1].page == page and _breaks(raw, gap, before_blank):
            page += 1
        role: Role = "rule" if RULE.fullmatch(words) else "body"
        lines.append(Line(at, at + len(words), words, page, gap, role))
        gap = 0
        before_blank = False
        page += feed
    return _pages_merged(lines)


def _pages_merged(lines: list[Line]) -> list[Line]:
    """Take back page breaks that leave a page of one or two lines: a line that merely starts with a blank."""
    counts = Counter(line.page for line in lines)
    merged: list[Line] = []
    shift = 0
    for at, line in enumerate(lines):
        first = at > 0 and line.page != lines[at - 1].page
        tiny = counts[line.page] <= SHORTEST_PAGE and 0 < line.page < lines[-1].page
        if first and tiny and line.gap == 0:
            shift += 1
        merged.append(replace(line, page=line.page - shift))
    return merged


def _raw_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    for match in LINE.finditer(text):
        if match.end() > match.start():
            yield match.start(), match[1], match[2] == "\f"


def _breaks(raw: str, gap: int, before_blank: bool) -> bool:
    indented = raw[0] == " " and raw[1:2] not in (" ", "\t")
    return gap >= 3 or (indented and not before_blank)


def pages(lines: list[Line]) -> list[list[Line]]:
    """Return the lines grouped by page, in order."""
    grouped: list[list[Line]] = []
    for line in lines:
        if not grouped or grouped[-1][-1].page != line.page:
            grouped.append([])
        grouped[-1].append(line)
    return grouped


def with_role(line: Line, role: Role, number: str | None = None) -> Line:
    """Return the line with its role known."""
    return replace(line, role=role, number=number)
