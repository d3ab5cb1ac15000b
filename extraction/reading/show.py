"""A page that shows how a text was read: what is body, note, head, which words were joined, which were mended.

This is how anyone debugs the layout of a new journal: the original text from first to last character, coloured by what the
reading made of it, with the clean passages beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template

from extraction.records import Document, Passage

PAGE = Path(__file__).with_name("data") / "show.html"


def page(document: Document) -> str:
    """Return a self-contained HTML page for ``document``."""
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(document.source.name),
        facts=escape(_facts(document)),
        original=_original(document),
        passages="\n".join(_passage(at, passage, document) for at, passage in enumerate(document.passages)),
    )


def _facts(document: Document) -> str:
    kinds: dict[str, int] = {}
    for passage in document.passages:
        kinds[passage.kind] = kinds.get(passage.kind, 0) + 1
    markers = sum(len(passage.markers) for passage in document.passages)
    repairs = sum(len(passage.repairs) for passage in document.passages)
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    remarks = "; ".join(document.source.problems)
    return f"{document.source.encoding}: {len(document.text)} characters; {counts}; {markers} markers, {repairs} repairs. {remarks}"


def _original(document: Document) -> str:
    """Return the whole original text, every stretch in the class of what became of it."""
    classes = _classes(document)
    pieces: list[str] = []
    start = 0
    for at in range(1, len(document.text) + 1):
        if at == len(document.text) or classes[at] != classes[start]:
            stretch = escape(document.text[start:at])
            pieces.append(f'<span class="{classes[start]}">{stretch}</span>' if classes[start] else stretch)
            start = at
    return "".join(pieces)


def _classes(document: Document) -> list[str]:
    """Return what became of each code point: a kind of passage, a mended word, a join, or out (head, page number, marker)."""
    classes = ["" if ch.isspace() else "out" for ch in document.text]
    for passage in document.passages:
        before = -1
        for origin in passage.origins:
            if not document.text[origin].isspace():
                classes[origin] = passage.kind
            if before >= 0 and origin - before > 1:
                _mark_gap(document.text, classes, before, origin)
            before = origin
        for repair in passage.repairs:
            span = passage.source_span(repair.start, max(repair.end, repair.start + 1))
            classes[span.start : span.end] = ["repair"] * (span.end - span.start)
    return classes


def _mark_gap(text: str, classes: list[str], before: int, after: int) -> None:
    """Mark what was cut between two characters of a passage: a hyphen at a line's end, or a marker."""
    between = text[before + 1 : after]
    if "\n" in between and between.lstrip().startswith(("-", "\u00ad")) and len(between) < 40:
        classes[before + 1] = "join"
    elif between.strip() and len(between.strip()) <= 6 and "\n" not in between:
        classes[before + 1 : after] = ["marker"] * (after - before - 1)


def _passage(at: int, passage: Passage, document: Document) -> str:
    page_label = f"p. {passage.page}" if passage.page else ""
    label = " ".join(part for part in (passage.kind, passage.number or "", passage.language, page_label) if part)
    cited = document.citations.get(passage.number or "", ())
    works = "".join(f"<li>{escape(work.label)} {escape(work.pages)}</li>" for work in cited)
    listed = f"<ul>{works}</ul>" if works else ""
    text = "".join(_sentences(passage))
    return f'<section class="{passage.kind}" id="p{at}"><h3>{at} · {escape(label)}</h3><p>{text}</p>{listed}</section>'


def _sentences(passage: Passage) -> Iterator[str]:
    """Yield the sentences of a passage with its repairs and markers marked."""
    for start, end in passage.sentences:
        yield f'<span class="s">{_marked(passage, start, end)}</span> '


def _marked(passage: Passage, start: int, end: int) -> str:
    pieces: list[str] = []
    at = start
    for place, stop, html in sorted(_insertions(passage)):
        if start <= place <= end and at <= place and stop <= end:
            pieces += (escape(passage.text[at:place]), html)
            at = stop
    pieces.append(escape(passage.text[at:end]))
    return "".join(pieces)


def _insertions(passage: Passage) -> Sequence[tuple[int, int, str]]:
    found = [(mark.at, mark.at, f"<sup>{escape(mark.number)}</sup>") for mark in passage.markers]
    for start, end, original, rule in passage.repairs:
        word, title = escape(passage.text[start:end]), escape(f"{original} ({rule})")
        found.append((start, end, f'<b class="repair" title="{title}">{word}</b>'))
    return found
