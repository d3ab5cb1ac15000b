"""Check authority files: ``python -m ontology.authority [--fix] [FILE.tsv …]`` (without files: those of this folder).

Prints one line per file, or one line that says what to mend. Exit status: 0 in order, 1 something to mend.
``--fix`` first sorts each file by id, composes letters (NFC) and takes out stray spaces and repeated names.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from ontology.authority.entries import COLUMNS, FOLDER, AuthorityError, load, rows
from ontology.authority.names import clashes


def tidy(path: Path) -> None:
    """Rewrite a file in canonical order and spelling of spaces; raise AuthorityError where the table is broken."""
    table = sorted((tuple(_tidy_cell(cells[column]) for column in COLUMNS) for _, cells in rows(path)), key=lambda cells: cells[0])
    path.write_text("".join("\t".join(cells) + "\n" for cells in (COLUMNS, *table)), encoding="utf-8")


def _tidy_cell(cell: str) -> str:
    parts = (" ".join(part.split()) for part in unicodedata.normalize("NFC", cell).split("|"))
    return "|".join(dict.fromkeys(filter(None, parts)))


def main(arguments: list[str]) -> int:
    """Check (and with ``--fix`` first mend) the files named; return the exit status."""
    files = [Path(name) for name in arguments if name != "--fix"]
    try:
        if "--fix" in arguments:
            for path in files or sorted(FOLDER.glob("*.tsv")):
                tidy(path)
        authority = load(*files)
    except AuthorityError as problem:
        print(problem, file=sys.stderr)
        return 1
    shared = clashes(authority)
    for clash in shared:
        print(clash, file=sys.stderr)
    if not shared:
        print(f"in order: {len(authority.entries)} entries" + "".join(f", {path}: {sum(1 for _ in rows(path))} rows" for path in files))
    return int(bool(shared))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
