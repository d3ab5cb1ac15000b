"""What is known of a text besides its words: ``NAME.toml`` beside it, or its table in a ``sources.toml`` of the folder.

Keys are free; the graph knows title, title_en, authors, year, journal, issue, volume, first_page, last_page, licence,
language and note. What stands in ``NAME.toml`` wins over ``sources.toml``.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from extraction.reading.errors import ReadingError


def metadata(path: str | Path) -> dict[str, object]:
    """Return what is known of the text at ``path``, an empty dict where nothing is."""
    path = Path(path)
    found: dict[str, object] = {}
    shared = _toml(path.with_name("sources.toml"))
    for key in (path.stem, path.name):
        table = shared.get(key)
        if isinstance(table, dict):
            found.update(table)
    own = path.with_suffix(".toml")
    if own != path:
        found.update(_toml(own))
    return found


def _toml(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadingError(path, f"is not TOML ({error})", "mend the line or remove the file") from error
