"""HTML to text through Beautiful Soup."""

from __future__ import annotations

from pathlib import Path

from extraction.reading.errors import ReadingError


def text(path: Path, data: bytes) -> str:
    """Return the text of an HTML file."""
    raise ReadingError(path, "HTML is not read yet", "convert it to text")
