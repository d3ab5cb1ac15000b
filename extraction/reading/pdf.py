"""PDF to text through pdfplumber: pages parted by a form feed, columns read one after the other."""

from __future__ import annotations

from pathlib import Path

from extraction.reading.errors import ReadingError


def text(path: Path, data: bytes) -> str:
    """Return the text of a PDF; raise :class:`ReadingError` for a scan without text."""
    raise ReadingError(path, "PDF is not read yet", "convert it to text")
