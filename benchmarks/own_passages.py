"""Score facts and mentions on our own annotated passages (Lausanne, Mudanya, Hatay …).

    .venv/bin/python benchmarks/own_passages.py [r | q | p]

``r*`` (the default) are held out: nobody who writes rules has read them, and only their figures are to be looked at; ``p*`` and ``q*`` are
open.
Needs the scorer of ``../shared/gold``. Each passage is read as a text of its own.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from facts import SHARED, rows

from extraction import extract, read
from extraction.records import Extraction
from extraction.training import annotated

PASSAGES = Path(annotated.__file__).parent / "passages"
HELD_OUT, OPEN = "r", ("p", "q")


def mentions(extraction: Extraction) -> Iterator[dict[str, object]]:
    """Yield the mentions of a text in the scorer's format."""
    for m in extraction.mentions:
        yield {"doc": extraction.source.doc, "start": m.source.start, "end": m.source.end, "tag": m.tag, "text": m.text}


def scored(folder: Path, what: str, found: Iterable[dict[str, object]]) -> str:
    """Return what the scorer says of facts or mentions found in the passages of a folder."""
    path = folder / f"found.{what}"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    command = [sys.executable, SHARED / "gold" / "score.py", what, path, "--gold", folder, "--corpus", folder]
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Extract, score, print."""
    group = sys.argv[1] if len(sys.argv) > 1 else HELD_OUT
    chosen = sorted(PASSAGES.glob(f"{group}*.json"))
    if not chosen:
        raise SystemExit(f"{PASSAGES}: no passage begins with {group!r}; name r, q or p")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (*PASSAGES.glob(f"{group}*"), SHARED / "gold" / "equivalent.json"):
            shutil.copy(path, folder)
        texts = [extract(read(PASSAGES / f"{path.stem}.txt")) for path in chosen]
        print(scored(folder, "facts", (row for text in texts for row in rows(text))))
        print(scored(folder, "mentions", (row for text in texts for row in mentions(text))))


if __name__ == "__main__":
    main()
