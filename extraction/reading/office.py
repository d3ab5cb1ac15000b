"""DOCX to text through python-docx."""

from __future__ import annotations

from pathlib import Path

from extraction.reading.errors import ReadingError


def text(path: Path, data: bytes) -> str:
    """Return the text of a DOCX file."""
    raise ReadingError(path, "DOCX is not read yet", "convert it to text")
