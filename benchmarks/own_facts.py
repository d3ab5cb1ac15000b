"""Score the facts on our own annotated sentences (other subjects and names than the corpus) with the scorer of ``../shared/gold``.

    .venv/bin/python benchmarks/own_facts.py [--show N]

The sentences become one text of a line each, in a temporary folder laid out like the annotated passages. The frames were written on the
development passages, so these sentences show how they carry over; isolated sentences have no context to resolve.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from facts import SHARED, rows

from extraction import extract, read
from extraction.training import annotated


def facts_of(sentence: annotated.Sentence, line: int) -> list[dict[str, object]]:
    """Return the annotated facts of a sentence in the format of the gold passages."""
    found: list[dict[str, object]] = []
    for fact in sentence.facts:
        args: dict[str, list[str]] = defaultdict(list)
        for filler in fact.fillers:
            args[filler.role].append(filler.value)
        place = {"lines": [line, line], "quote": sentence.text}
        found.append({"id": f"f{line}", "type": fact.type, "args": args, "status": fact.status} | place)
    return found


def laid_out(folder: Path, sentences: Sequence[annotated.Sentence]) -> tuple[Path, list[dict[str, object]]]:
    """Write the sentences as one text, a blank line between so that each is a passage of its own; return it with their annotated facts."""
    path = folder / "own.txt"
    path.write_text("\n\n".join(s.text for s in sentences) + "\n", encoding="utf-8")
    return path, [f for n, s in enumerate(sentences) for f in facts_of(s, 2 * n + 1)]


def write(folder: Path, name: str, items: list[dict[str, object]]) -> None:
    """Write JSON lines."""
    (folder / name).write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")


def main() -> None:
    """Lay out, extract, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    sentences = annotated.read()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text, gold = laid_out(folder, sentences)
        write(folder, "own.facts.jsonl", gold)
        write(folder, "own.entities.jsonl", [])
        (folder / "own.json").write_text(json.dumps({"text": "own.txt", "lines": [1, 2 * len(sentences)]}), encoding="utf-8")
        (folder / "equivalent.json").write_text((SHARED / "gold" / "equivalent.json").read_text(encoding="utf-8"), encoding="utf-8")
        write(folder, "found.jsonl", list(rows(extract(read(text)))))
        command = [sys.executable, str(SHARED / "gold" / "score.py"), "facts", str(folder / "found.jsonl")]
        places = ["--gold", str(folder), "--corpus", str(folder), "--show", str(options.show)]
        done = subprocess.run([*command, *places], capture_output=True, text=True, check=True)
        print(f"{len(sentences)} sentences, {len(gold)} annotated facts", done.stdout, sep="\n")
        print(done.stderr, file=sys.stderr, end="")


if __name__ == "__main__":
    main()
