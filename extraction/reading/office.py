"""DOCX to text through python-docx: paragraphs parted by empty lines, footnotes and endnotes after them, numbered in order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml

from extraction.reading.errors import ReadingError

RULE = " " * 40
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ("footnote", "endnote")


def text(path: Path, data: bytes) -> str:
    """Return the text of a DOCX file; raise :class:`ReadingError` for anything else."""
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ReadingError(path, "is not a DOCX file that can be read", "save it as .docx or .txt") from error
    stored = {kind: _stored(document, kind) for kind in PARTS}
    numbers: dict[tuple[str, str], int] = {}
    paragraphs = [_paragraph(element, numbers) for element in document.element.body.iter(f"{W}p")]
    notes = [f"{number} {stored[kind].get(identity, '')}" for (kind, identity), number in numbers.items()]
    body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())
    return body + (f"\n{RULE}\n" + "\n".join(notes) if notes else "") + "\n"


def _paragraph(element: Any, numbers: dict[tuple[str, str], int]) -> str:
    """Return a paragraph on one line, with the number of each note where its reference stands."""
    return "".join(_pieces(element, numbers))


def _pieces(element: Any, numbers: dict[tuple[str, str], int]) -> Iterator[str]:
    for node in element.iter():
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif node.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            kind = next((kind for kind in PARTS if node.tag == f"{W}{kind}Reference"), None)
            if kind:
                yield str(numbers.setdefault((kind, node.get(f"{W}id")), len(numbers) + 1))


def _stored(document: Any, kind: str) -> dict[str, str]:
    """Return the notes of the package by their identifiers."""
    part = next((part for part in document.part.package.iter_parts() if str(part.partname) == f"/word/{kind}s.xml"), None)
    if part is None:
        return {}
    root = parse_xml(part.blob)
    return {note.get(f"{W}id"): " ".join("".join(_pieces(note, {})).split()) for note in root.iter(f"{W}{kind}")}
