"""Measure the dates: values known, gold dates met near their lines, words a second.

    python benchmarks/dates.py CORPUS [GOLD] [--mentions OUT.jsonl]

CORPUS holds the texts, GOLD the annotated passages (CHUNK.json, CHUNK.facts.jsonl). OUT takes the DAT mentions for ``score.py mentions``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from extraction import dates
from extraction.reading import read
from extraction.records import Document, Mention

ROLES = ("date", "ratified", "inForce", "departed", "arrived", "start", "end")
SLACK = 3  # lines around the evidence in which a date counts as found


def gold_dates(chunk: Path) -> Iterator[tuple[int, int, str]]:
    """Yield (first line, last line, EDTF) of every date filler of CHUNK.facts.jsonl."""
    for row in chunk.with_suffix("").with_suffix(".facts.jsonl").read_text(encoding="utf-8").splitlines():
        fact = json.loads(row) if row.strip() else {"args": {}, "lines": [0, 0]}
        for role in ROLES:
            for value in fact["args"].get(role, []):
                yield (*fact["lines"], value)


def met(document: Document, mentions: list[Mention], chunk: Path) -> tuple[int, int, int, list[str]]:
    """Return how many distinct gold dates there are, how many occur near their lines, how many anywhere, and those that occur nowhere."""
    lines = [(document.line(mention.source.start), plain(mention.value or "")) for mention in mentions]
    wanted = sorted({(first, last, plain(value)) for first, last, value in gold_dates(chunk)})
    near = [w for w in wanted if any(w[0] - SLACK <= line <= w[1] + SLACK and value == w[2] for line, value in lines)]
    anywhere = {value for _, value in lines}
    missed = [f"{chunk.stem}:{first}-{last} {value}" for first, last, value in wanted if value not in anywhere]
    return len(wanted), len(near), sum(value in anywhere for *_, value in wanted), missed


def plain(value: str) -> str:
    """Return an EDTF value without its qualifiers and open ends."""
    return value.translate({ord(mark): None for mark in "~?%"}).removesuffix("/..").removeprefix("../")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--mentions", type=Path)
    parser.add_argument("--show", action="store_true", help="print the gold dates that were found nowhere")
    options = parser.parse_args()
    rows, words, seconds, total, valued = [], 0, 0.0, 0, 0
    for path in sorted(options.corpus.glob("*.txt")):
        document = read(path)
        start = time.perf_counter()
        mentions = [mention for passage in dates.find(document) for mention in passage]
        seconds += time.perf_counter() - start
        words += sum(len(passage.text.split()) for passage in document.passages)
        total, valued = total + len(mentions), valued + sum("XXXX" not in (mention.value or "XXXX") for mention in mentions)
        rows += [
            {"doc": document.source.doc, "start": m.source.start, "end": m.source.end, "tag": "DAT", "text": m.text, "id": None}
            for m in mentions
        ]
        for chunk in sorted(options.gold.glob("*.json")) if options.gold else []:
            if (chunk.with_suffix(".facts.jsonl")).exists() and json.loads(chunk.read_text(encoding="utf-8"))["text"] == path.name:
                count, near, anywhere, missed = met(document, mentions, chunk)
                print(f"{chunk.stem}: {count} gold dates, {near} near their lines, {anywhere} anywhere")
                for row in missed if options.show else []:
                    print("  not found:", row)
    print(f"{total} dates, {valued} with a year, {words} words, {words / seconds:,.0f} words/s")
    if options.mentions:
        options.mentions.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
