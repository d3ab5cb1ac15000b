"""Measure everything that ``RESULTS.md`` says of the five articles, and write the tables into it.

    .venv/bin/python benchmarks/results.py

Needs ``../shared/corpus`` and ``../shared/gold``; about five minutes on two cores. What stands between ``<!-- table NAME -->`` and
``<!-- end -->`` in ``RESULTS.md`` is replaced by what was measured now; the words around it are written by hand and must be read again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from facts import CHECK, DEVELOP, SHARED

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
PASSAGES = {"held out (r)": "r", "open (q)": "q", "open (p)": "p"}
LINE = re.compile(r"^(.+?)\s+P (\S+)\s+R (\S+)\s+F1 (\S+)\s+gold (\d+) found (\d+)", re.M)


def run(*command: str | Path) -> str:
    """Return what a command prints; stop with its last words where it fails."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{' '.join(str(c) for c in command)}: {done.stderr.strip()[-500:]}")
    return done.stdout


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table."""
    return "\n".join("| " + " | ".join(str(c) for c in row) + " |" for row in [head, ["---"] * len(head), *rows])


def score(what: str, file: Path, chunks: Sequence[str] = ()) -> dict[str, list[str]]:
    """Return precision, recall, F1, gold and found of each line that the scorer prints for the named passages (all without names)."""
    chosen = [word for chunk in chunks for word in ("--chunk", chunk)]
    return figures(run(sys.executable, SHARED / "gold" / "score.py", what, file, *chosen))


def figures(printed: str) -> dict[str, list[str]]:
    """Return precision, recall, F1, gold and found of each line that has them, by the words before them."""
    return {" ".join(m[1].split()): list(m.groups()[1:]) for m in LINE.finditer(printed)}


def facts_table(file: Path) -> str:
    """Return events and arguments by group of passages, then arguments by type."""
    groups = {
        "all six passages": score("facts", file),
        "development": score("facts", file, DEVELOP),
        "held out": score("facts", file, CHECK),
    }
    return compared(groups, [key for key in groups["all six passages"] if key.startswith(("ALL", "BY TYPE"))], ("P", "R", "F1"))


def compared(groups: Mapping[str, Mapping[str, list[str]]], lines: Iterable[str], figures: Sequence[str]) -> str:
    """Return a table of some lines with a column a group, each cell the first of its ``figures``."""
    head = ["", *(f"{name}: {' / '.join(figures)}" for name in groups)]
    cells = {key: [" / ".join(found[key][: len(figures)]) if key in found else "–" for found in groups.values()] for key in lines}
    return table(head, [[key.removeprefix("BY TYPE "), *row] for key, row in cells.items()])


def flat_table(found: dict[str, list[str]]) -> str:
    """Return lines of the scorer as they are."""
    return table(["", "P", "R", "F1", "gold", "found"], [[key.removeprefix("BY TYPE "), *values] for key, values in found.items()])


def passages_table(printed: dict[str, str]) -> str:
    """Return facts and mentions of our own passages, all of them and by type, a column for each title."""
    groups = {title: passage_figures(figures) for title, figures in printed.items()}
    lines = dict.fromkeys(key for found in groups.values() for key in found)
    return compared(groups, lines, ("P", "R", "F1", "annotated"))


def passage_figures(printed: str) -> dict[str, list[str]]:
    """Return the figures of one group of passages: facts in all and by type, names in all."""
    facts, _, found = printed.partition("\n\n")
    told = {key: row for key, row in figures(facts).items() if key.startswith(("ALL", "BY TYPE"))}
    return told | {f"{key} of names": row for key, row in figures(found).items() if key.startswith("ALL")}


def build_table(report: dict[str, object], printed: str) -> str:
    """Return what a build of the five articles counted and took."""
    flat = [[key, json.dumps(value, ensure_ascii=False).strip('"')] for key, value in report.items() if not isinstance(value, list)]
    return table(["report.json", ""], flat) + f"\n\n```\n{printed.strip()}\n```"


def write(tables: dict[str, str]) -> None:
    """Replace the tables of ``RESULTS.md``; raises ``SystemExit`` where a place for one is missing."""
    text = RESULTS.read_text(encoding="utf-8")
    for name, content in tables.items():
        place = re.compile(rf"(<!-- table {name} -->\n).*?(<!-- end -->)", re.S)
        if not place.search(text):
            raise SystemExit(f"{RESULTS}: no place for the table {name}; write <!-- table {name} --> and <!-- end --> where it belongs")
        text = place.sub(lambda m, c=content: f"{m[1]}{c}\n{m[2]}", text)  # type: ignore[misc]
    RESULTS.write_text(text, encoding="utf-8")


def main() -> None:
    """Build, score, write."""
    python = Path(sys.executable)
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "graph"
        printed = run(python.parent / "hariciye", "build", SHARED / "corpus", "--out", out)
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        clauses = [[key, *values] for key, values in figures(run(python, "benchmarks/clauses.py")).items()]
        own = figures(run(python, "benchmarks/own_facts.py"))
        tables = {
            "build": build_table(report, printed.replace(name, "OUT")),
            "facts": facts_table(out / "facts.jsonl"),
            "mentions": flat_table(score("mentions", out / "mentions.jsonl")),
            "passages": passages_table({t: run(python, "benchmarks/own_passages.py", g) for t, g in PASSAGES.items()}),
            "own": flat_table({k: v for k, v in own.items() if k.startswith(("ALL", "BY TYPE"))}),
            "clauses": table(["relation", "P", "R", "F1", "annotated", "found"], clauses),
            "confidence": run(python, "benchmarks/calibrate.py").strip(),
        }
    write(tables)
    print(tables["facts"])


if __name__ == "__main__":
    main()
