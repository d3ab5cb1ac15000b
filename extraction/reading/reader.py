"""A file to a :class:`~extraction.records.Document`: the steps of the reading in their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extraction.reading import channel, citations, damaged, files, lexicon, markers, notezone, paragraphs, sentences
from extraction.reading.cleaning import woven
from extraction.reading.errors import ReadingError
from extraction.reading.heads import heads
from extraction.reading.hyphens import Vocabulary
from extraction.reading.languages import language
from extraction.reading.lines import Line, pages, split
from extraction.reading.metadata import metadata as known_of
from extraction.reading.numbering import labels
from extraction.reading.paragraphs import Block
from extraction.reading.repair import Repairer
from extraction.reading.repeated import name_words
from extraction.reading.rules import layout
from extraction.reading.strand import Edit, Shift, Strand
from extraction.records import Document, Marker, Passage, Repair, Source, Span
from ontology import authority

SENTENCE = re.compile(r"[^\W\d_]{2,}[\W\d_]+[^\W\d_]{2,}")


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
    repairs: tuple[Repair, ...] = ()


def read(path: str | Path, metadata: Mapping[str, object] | None = None, *, names: Iterable[str] | None = None) -> Document:
    """Return the text at ``path`` as a document of clean passages.

    ``metadata`` takes the place of what ``NAME.toml`` or ``sources.toml`` say; ``names`` are names that the repair of damaged words
    may find (those of the authority where it is None). Raises :class:`ReadingError` for a file that is
    empty, binary, a scan, or without a single sentence.
    """
    path = Path(path)
    raw = files.load(path)
    known = dict(known_of(path) if metadata is None else metadata)
    sheet = lay_out(raw.text, known, paged=raw.encoding == "pdf")
    passages = _passages(sheet, str(known.get("language", "tr")), names)
    if not any(SENTENCE.search(passage.text) for passage in passages):
        raise ReadingError(path, "has no sentence in it", "give a running text")
    source = Source(path.stem, path.name, raw.sha256, raw.encoding, known, raw.problems)
    return Document(source, raw.text, passages, citations.cited(passages))


def lay_out(text: str, known: Mapping[str, object], *, paged: bool = False) -> Sheet:
    """Return the lines of ``text`` with their roles and the labels of its pages."""
    sheets = pages(split(text))
    found = heads(sheets)
    scanned = damaged.damaged(text)
    lines = tuple(notezone.starred((damaged if scanned else notezone).mark(sheets, found)))
    return Sheet(text, lines, labels(lines, known, paged=paged), scanned)


def _passages(sheet: Sheet, default: str, names: Iterable[str] | None) -> tuple[Passage, ...]:
    words = lexicon.load()
    vocabulary = Vocabulary.of(line.text for line in sheet.lines)
    body = paragraphs.body([line for line in sheet.lines if line.role == "body"], layout())
    notes = paragraphs.notes([line for line in sheet.lines if line.role == "note"])
    drafts = [
        Draft(block, woven(sheet.text, block.lines, vocabulary, words, numbered=block.number is not None))
        for block in sorted([*body, *notes], key=lambda block: block.lines[0].start)
    ]
    drafts = _unmarked(drafts, sheet)
    if sheet.damaged:
        repairer = Repairer.of(sheet.text, known_names() if names is None else name_words(names))
        drafts = [_mended(draft, repairer, default) for draft in drafts]
        channel.forget()
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


def _mended(draft: Draft, repairer: Repairer, default: str) -> Draft:
    """Repair the words of a Turkish passage of a damaged text."""
    if language(draft.strand.text, default) != "tr":
        return draft
    repairs = repairer.edits(draft.strand.text)
    edits = [edit for edit, _ in repairs]
    shift = Shift(edits)
    mended = tuple(
        Repair(start := shift(edit.start), start + len(edit.new), draft.strand.text[edit.start : edit.end], rule) for edit, rule in repairs
    )
    marks = tuple(Marker(shift(mark.at), mark.number) for mark in draft.markers)
    return Draft(draft.block, draft.strand.edited(edits), marks, mended)


def _breaks(draft: Draft, damaged: bool) -> list[int]:
    """Return where a sentence ends without a stop: at markers after a verb, and wherever a scanner lost the stop."""
    lost = sentences.stopless(draft.strand.text)
    marked = {at for mark in draft.markers for at in (mark.at, mark.at - 1)}
    return lost if damaged else [at for at in lost if at in marked]


@cache
def known_names() -> tuple[str, ...]:
    """Return the words of every name of the authority."""
    entries = authority.load().entries.values()
    return name_words(name for entry in entries for name in (entry.tr, *entry.variants, *entry.short))


def _finished(drafts: Sequence[Draft], sheet: Sheet, default: str) -> tuple[Passage, ...]:
    drafts = [draft for draft in drafts if draft.strand.text.strip()]
    tongues = [language(draft.strand.text, default) for draft in drafts]
    passages: list[Passage] = []
    section = ""
    for at, draft in enumerate(drafts):
        heading = draft.block.kind == "heading"
        if heading:
            section = draft.strand.text
        titles_abstract = heading and at + 1 < len(drafts) and drafts[at + 1].block.kind == "abstract"
        passages.append(_passage(draft, sheet, tongues[at + 1] if titles_abstract else tongues[at], section))
    return tuple(passages)


def _passage(draft: Draft, sheet: Sheet, tongue: str, section: str) -> Passage:
    text, block = draft.strand.text, draft.block
    whole = block.kind == "heading"
    return Passage(
        text=text,
        origins=tuple(draft.strand.origins),
        kind=block.kind,
        sentences=(Span(0, len(text)),) if whole else sentences.split(text, _breaks(draft, sheet.damaged)),
        language=tongue,
        page=sheet.labels.get(block.lines[0].page),
        section=section,
        number=block.number,
        markers=draft.markers,
        repairs=draft.repairs,
    )
