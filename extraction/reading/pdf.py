"""PDF to text through pdfplumber: columns one after the other, notes below the text, pages parted by a form feed.

The text that comes out is laid out as a copied text is: one line a printed line, an empty line where the page has a gap or an
indent, a run of blanks (a footnote rule) above the notes, which are told by their place and smaller type.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

from extraction.reading.errors import ReadingError

RULE = " " * 40
SMALL = 0.93
CROSSING = 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its text, its box in points, its type size, and how far in it starts."""

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float


def text(path: Path, data: bytes) -> str:
    """Return the text of a PDF; raise :class:`ReadingError` for a scan without text or a file that is no PDF."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = [(float(page.width), _words(page)) for page in document.pages]
    except PdfminerException as error:
        raise ReadingError(path, "is not a PDF that can be read", "open and save it again, or give the text") from error
    if not any(words for _, words in pages):
        raise ReadingError(path, "is a scan: its pages hold pictures and no text", "run a text recognition such as ocrmypdf on it first")
    body = median(word["size"] for _, words in pages for word in words for _ in word["text"])
    return "\f".join(_page(words, width, body) for width, words in pages)


def _words(page: Any) -> list[dict[str, Any]]:
    return list(page.extract_words(x_tolerance=1.5, y_tolerance=2, extra_attrs=["size"]))


def _page(words: Sequence[dict[str, Any]], width: float, body: float) -> str:
    texts: list[str] = []
    notes: list[str] = []
    for column in _columns(words, width):
        rows = _rows(column)
        first = _first_note(rows, body)
        texts += _lines(rows[:first])
        notes += _lines(rows[first:])
    lines = [*texts, *(("", RULE, *notes) if notes else ())]
    return "\n".join(lines) + "\n"


def _columns(words: Sequence[dict[str, Any]], width: float) -> list[list[dict[str, Any]]]:
    """Return the words of each column; what crosses the gutter above or below the columns stands first and last."""
    gutter = _gutter(words, width)
    if gutter is None:
        return [list(words)]
    crossing = [word for word in words if word["x0"] < gutter < word["x1"]]
    wide = {id(word) for word in words if any(_level(word, other) for other in crossing)}
    narrow = [word for word in words if id(word) not in wide]
    top = min((word["top"] for word in narrow), default=0.0)
    above = [word for word in words if id(word) in wide and word["top"] < top]
    below = [word for word in words if id(word) in wide and word["top"] >= top]
    left = [word for word in narrow if word["x1"] <= gutter]
    right = [word for word in narrow if word["x0"] >= gutter]
    return [column for column in (above, left, right, below) if column]


def _level(word: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(word["top"] < other["bottom"] and other["top"] < word["bottom"])


def _gutter(words: Sequence[dict[str, Any]], width: float) -> float | None:
    """Return the middle of the white strip between two columns, None where there is one column."""
    found: list[tuple[int, float, float]] = []
    for step in range(35, 66):
        x = width * step / 100
        beside = [word for word in words if not word["x0"] < x < word["x1"]]
        sides = min(sum(word["x1"] <= x for word in beside), sum(word["x0"] >= x for word in beside))
        crossing = len(words) - len(beside)
        room = min((abs(edge - x) for word in beside for edge in (word["x0"], word["x1"])), default=0.0)
        if sides > 0.2 * len(words) and crossing <= CROSSING * len(words) and room >= 4:
            found.append((crossing, -room, x))
    return min(found)[2] if found else None


def _rows(words: Sequence[dict[str, Any]]) -> list[Row]:
    """Return the printed lines of a column; a raised figure belongs to the line that it is level with."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (-round(word["size"]), word["top"])):
        middle = (word["top"] + word["bottom"]) / 2
        home = next((row for row in rows if row[0]["top"] - 1 <= middle <= row[0]["bottom"]), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    return sorted(map(_row, rows), key=lambda row: row.top)


def _row(words: Sequence[dict[str, Any]]) -> Row:
    words = sorted(words, key=lambda word: word["x0"])
    pieces = [words[0]["text"]]
    for before, word in pairwise(words):
        near = word["x0"] - before["x1"] < 0.12 * max(before["size"], word["size"])
        pieces.append(("" if near else " ") + word["text"])
    size = median(word["size"] for word in words for _ in word["text"])
    return Row(
        "".join(pieces),
        min(word["top"] for word in words),
        max(word["bottom"] for word in words),
        words[0]["x0"],
        words[-1]["x1"],
        size,
    )


def _first_note(rows: Sequence[Row], body: float) -> int:
    """Return where the small type at the foot of a column begins."""
    at = len(rows)
    while at > 0 and rows[at - 1].size < SMALL * body:
        at -= 1
    return at if at > 0 else len(rows)


def _lines(rows: Sequence[Row]) -> Iterable[str]:
    if not rows:
        return []
    pitch = median([after.top - before.top for before, after in pairwise(rows)] or [0.0])
    left = min(row.left for row in rows)
    lines = [rows[0].text]
    for before, row in pairwise(rows):
        apart = row.top - before.top > 1.35 * pitch
        indented = row.left - left > 0.8 * row.size and before.left - left < 0.4 * row.size
        if apart or indented:
            lines.append("")
        lines.append(row.text)
    return lines
