"""Lines to paragraphs: what is one paragraph is joined over pages, notes and stray empty lines, and each gets its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extraction.reading.lines import Line
from extraction.reading.rules import Layout
from extraction.records import PassageKind

ENDED = re.compile(r"[.!?…:;][”’\"')\]]*\[?\d{0,3}[\s”’\"')\]]*$")
LOWER = re.compile(r"[(“\"'‘«]?[a-zçğıöşüâîû]")
NUMBERED = re.compile(r"(?:[IVXLC]{1,5}|[A-HÇ]|\d{1,2}(?:\.\d{1,2})*)\s?[.)-]\s?-?\s+\S|[a-zçğıöşü]\)\s*\S")
INNER_END = re.compile(r"[a-zçğıöşü]{4,}[.!?]\s+[A-ZÇĞİÖŞÜ]")
LONGEST_HEADING = 25


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one passage, with its kind and, for a note, its number."""

    lines: tuple[Line, ...]
    kind: PassageKind
    number: str | None = None


def width(lines: Sequence[Line]) -> float:
    """Return the usual length of a full line."""
    lengths = sorted(len(line.text) for line in lines)
    return float(median(lengths[len(lengths) // 2 :])) if lengths else 0.0


def body(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Return the paragraphs, headings and quotations of the body lines, in order."""
    full = width(lines)
    strays = _strays(lines, full)
    front = [Block((line,), "front") for line in strays]
    lines = [line for line in lines if line not in strays]
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, full, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return front + _kinds(groups, full, layout)


def notes(lines: Sequence[Line]) -> list[Block]:
    """Return the notes, each with all its lines; lines before the first number belong to no numbered note."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.number is not None or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(tuple(group), "note", group[0].number) for group in groups]


def _goes_on(group: Sequence[Line], line: Line, full: float, layout: Layout) -> bool:
    """Return whether a line goes on with the paragraph before it."""
    last = group[-1]
    apart = line.gap > 0 or line.page != last.page
    ended = bool(ENDED.search(last.text)) and not layout.abbreviated(last.text)
    short = len(last.text) < 0.75 * full
    if not apart:
        return not (ended and short and not LOWER.match(line.text)) and not _is_label(line.text, layout)
    if last.text.endswith("-"):
        return True
    if ended:
        return line.page != last.page and line.gap == 0 and len(last.text) >= 0.97 * full and not _heads_up(line, layout)
    if LOWER.match(line.text) and not NUMBERED.match(line.text):
        return not (short and last.text.endswith((")", "”"))) or line.page != last.page
    return not short and not is_heading(group, full) and not _heads_up(line, layout)


def _is_label(text: str, layout: Layout) -> bool:
    return layout.labelled(text) is not None


def _heads_up(line: Line, layout: Layout) -> bool:
    return bool(NUMBERED.match(line.text)) or _is_label(line.text, layout)


def is_heading(group: Sequence[Line], full: float) -> bool:
    """Return whether lines read as a heading: few, short, without the end of a sentence."""
    text = " ".join(line.text for line in group)
    if len(group) > 3 or ENDED.search(text) or text.endswith((",", "-")) or (LOWER.match(text) and not NUMBERED.match(text)):
        return False
    if INNER_END.search(text) or len(text.split()) > LONGEST_HEADING:
        return False
    capital = text.upper() == text or _titled(text)
    return capital or len(group[-1].text) < 0.8 * full or bool(NUMBERED.match(text))


def _titled(text: str) -> bool:
    """Return whether a line is written as titles are: every longer word with a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.9 * len(words)


def _strays(lines: Sequence[Line], full: float) -> list[Line]:
    """Return short lines at the foot of a page that stand between two parts of a sentence: what is left of an author's address."""
    return [
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if len(line.text) < 0.6 * full < 0.9 * len(before.text)
        and after.page != line.page == before.page
        and not (ENDED.search(before.text) or ENDED.search(line.text))
        and LOWER.match(after.text)
        and not LOWER.match(line.text)
    ]


def _kinds(groups: Sequence[Sequence[Line]], full: float, layout: Layout) -> list[Block]:
    blocks: list[Block] = []
    abstract = started = aside = False
    for at, group in enumerate(groups):
        text = " ".join(line.text for line in group)
        label = layout.labelled(text)
        after = groups[at + 1] if at + 1 < len(groups) else None
        heading = is_heading(group, full) and (after is not None or label == "endnotes") and label != "keywords"
        if heading and label != "abstract":
            abstract = False
        if label == "abstract":
            abstract = True
        aside = label == "bibliography" or (aside and label is None)
        started = started or heading or label is not None or len(group) > 2 or (len(text.split()) > 5 and bool(ENDED.search(text)))
        article = started and not aside and label != "keywords"
        kind: PassageKind = "heading" if heading else "abstract" if abstract and article else _plain_kind(blocks, group, after, article)
        blocks.append(Block(tuple(group), kind))
    return _tables(blocks)


def _tables(blocks: list[Block]) -> list[Block]:
    """Take a run of short lines around rows of figures as one table: its column heads are no headings."""
    kept = list(blocks)
    start = 0
    while start < len(kept):
        end = start
        while end < len(kept) and _cell(kept[end]):
            end += 1
        rows = sum(block.kind == "table" for block in kept[start:end])
        if end - start >= 4 and rows >= 2:
            kept[start:end] = [Block(block.lines, "table") for block in kept[start:end]]
        start = max(end, start + 1)
    return kept


def _cell(block: Block) -> bool:
    """Return whether a block can be part of a table: one or two short lines without the end of a sentence."""
    text = " ".join(line.text for line in block.lines)
    return (
        block.kind != "note"
        and len(block.lines) <= 2
        and len(text) < 70
        and not text.endswith((".", "!", "?", "…", ":"))
        and not NUMBERED.match(text)
    )


def _plain_kind(blocks: Sequence[Block], group: Sequence[Line], after: Sequence[Line] | None, started: bool) -> PassageKind:
    text = " ".join(line.text for line in group)
    if not started:
        return "front"
    if _tabular(text):
        return "table"
    return "quotation" if blocks and _quoted(blocks[-1], text, after) else "body"


def _tabular(text: str) -> bool:
    return len(text) > 6 and sum(map(str.isdigit, text)) > sum(map(str.isalpha, text))


def _quoted(before: Block, text: str, after: Sequence[Line] | None) -> bool:
    """Return whether a paragraph is a block quotation: announced by a colon, or set into the middle of a sentence."""
    lead = before.lines[-1].text
    if before.kind == "quotation" and text.startswith(("…", "...")):
        return True
    if before.kind not in ("body", "abstract"):
        return False
    inside = lead.endswith(",") and after is not None and bool(LOWER.match(after[0].text))
    wrapped = text[0] in '“"«' and ("”" in text[-6:] or '"' in text[-6:] or "»" in text[-6:])
    return inside or (lead.endswith(":") and not NUMBERED.match(text)) or (wrapped and lead.endswith((":", ",")))
