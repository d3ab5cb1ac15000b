"""A file to a :class:`~extraction.records.Document`: the steps of the reading in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.reading import damaged, files, lexicon, markers, notezone, paragraphs, sentences
from extraction.reading.cleaning import woven
from extraction.reading.errors import ReadingError
from extraction.reading.heads import heads
from extraction.reading.hyphens import Vocabulary
from extraction.reading.languages import language
from extraction.reading.lines import Line, pages, split
from extraction.reading.metadata import metadata as known_of
from extraction.reading.numbering import labels
from extraction.reading.paragraphs import Block
from extraction.reading.rules import layout
from extraction.reading.strand import Edit, Shift, Strand
from extraction.records import Document, Marker, Passage, Source


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a text with their roles, and the pages they stand on."""

    text: str
    lines: tuple[Line, ...]
    labels: Mapping[int, str]
    damaged: bool = False

    def page_at(self) -> Callable[[int], int]:
        """Return a function from source offset to page index."""
        starts = [line.start for line in self.lines]
        numbers = [line.page for line in self.lines]
        return lambda offset: numbers[max(0, bisect_right(starts, offset) - 1)]


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage on its way: its block, its text so far, the markers cut out of it."""

    block: Block
    strand: Strand
    markers: tuple[Marker, ...] = ()


def read(path: str | Path, metadata: Mapping[str, object] | None = None) -> Document:
    """Return the text at ``path`` as a document of clean passages.

    ``metadata`` takes the place of what ``NAME.toml`` or ``sources.toml`` say. Raises :class:`ReadingError` for a file that is
    empty, binary, a scan, or without a single sentence.
    """
    path = Path(path)
    raw = files.load(path)
    known = dict(known_of(path) if metadata is None else metadata)
    sheet = lay_out(raw.text, known, paged=raw.encoding == "pdf")
    passages = _passages(sheet, str(known.get("language", "tr")))
    if not any(passage.sentences for passage in passages):
        raise ReadingError(path, "has no sentence in it", "give a running text")
    source = Source(path.stem, path.name, raw.sha256, raw.encoding, known, raw.problems)
    return Document(source, raw.text, passages)


def lay_out(text: str, known: Mapping[str, object], *, paged: bool = False) -> Sheet:
    """Return the lines of ``text`` with their roles and the labels of its pages."""
    sheets = pages(split(text))
    found = heads(sheets)
    scanned = damaged.damaged(text)
    lines = tuple((damaged if scanned else notezone).mark(sheets, found))
    return Sheet(text, lines, labels(lines, known, paged=paged), scanned)


def _passages(sheet: Sheet, default: str) -> tuple[Passage, ...]:
    words = lexicon.load()
    vocabulary = Vocabulary.of(line.text for line in sheet.lines)
    body = paragraphs.body([line for line in sheet.lines if line.role == "body"], layout())
    notes = paragraphs.notes([line for line in sheet.lines if line.role == "note"])
    drafts = [
        Draft(block, woven(sheet.text, block.lines, vocabulary, words, numbered=block.number is not None))
        for block in sorted([*body, *notes], key=lambda block: block.lines[0].start)
    ]
    drafts = _unmarked(drafts, sheet)
    return _finished(drafts, sheet, default)


def _unmarked(drafts: Sequence[Draft], sheet: Sheet) -> list[Draft]:
    """Cut the footnote markers out of the body."""
    page_at = sheet.page_at()
    notes = {int(draft.block.number): draft.block.lines[0].page for draft in drafts if draft.block.number}
    found: list[markers.Candidate] = []
    for at, draft in enumerate(drafts):
        if draft.block.kind != "note":
            found += markers.candidates(at, draft.strand, page_at, notes)
            if sheet.damaged:
                found += markers.damaged_candidates(at, draft.strand, page_at, notes)
    by_passage: dict[int, list[markers.Candidate]] = {}
    for candidate in markers.sequence(sorted(found, key=lambda entry: (entry.passage, entry.start, entry.end))):
        by_passage.setdefault(candidate.passage, []).append(candidate)
    return [_cut(draft, by_passage.get(at, ())) for at, draft in enumerate(drafts)]


def _cut(draft: Draft, found: Sequence[markers.Candidate]) -> Draft:
    if not found:
        return draft
    edits = [Edit(*markers.cut(draft.strand.text, entry.start, entry.end), "") for entry in found]
    shift = Shift(edits)
    marks = tuple(Marker(shift(edit.start), str(entry.number)) for edit, entry in zip(edits, found, strict=True))
    return Draft(draft.block, draft.strand.edited(edits), marks)


def _finished(drafts: Sequence[Draft], sheet: Sheet, default: str) -> tuple[Passage, ...]:
    passages = []
    section = ""
    for draft in drafts:
        text = draft.strand.text
        if not text.strip():
            continue
        if draft.block.kind == "heading":
            section = text
        page = sheet.labels.get(draft.block.lines[0].page)
        passages.append(
            Passage(
                text,
                tuple(draft.strand.origins),
                draft.block.kind,
                sentences.split(text),
                language(text, default),
                page,
                section,
                draft.block.number,
                draft.markers,
            )
        )
    return tuple(passages)
