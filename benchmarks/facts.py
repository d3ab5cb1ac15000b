"""Score the facts of the corpus against the annotated passages, on the passages we develop on and on the others.

    .venv/bin/python benchmarks/facts.py [--out DIR] [--show N] [--least CONFIDENCE]

Needs ``../shared/corpus`` and ``../shared/gold``. Writes ``facts.jsonl`` and ``mentions.jsonl`` (the exchange formats, without the
graph between) to DIR, and prints what ``score.py`` says for the development passages, the held-out ones, and all of them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter

from extraction import extract, facts, read
from extraction.records import Extraction, Filler
from ontology import authority

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
DEVELOP, CHECK = ("000a", "000b", "000d", "002a", "004a"), ("003",)


def labels(extraction: Extraction) -> dict[str, dict[str, object]]:
    """Return id, label and aliases of every entity that the extraction refers to."""
    known = {e.id: {"id": e.id, "label": e.tr, "aliases": [*e.variants, *e.short]} for e in authority.load().entries.values()}
    new = {e.id: {"id": e.id, "label": e.label, "aliases": list(e.variants)} for e in extraction.entities}
    return known | new


def value(filler: Filler, names: dict[str, dict[str, object]]) -> object:
    """Return a filler in the exchange format."""
    return names.get(filler.value, {"id": filler.value, "label": filler.value, "aliases": []}) if filler.kind == "entity" else filler.value


def rows(extraction: Extraction) -> Iterator[dict[str, object]]:
    """Yield the facts in the exchange format."""
    names = labels(extraction)
    for fact in extraction.facts:
        args = {role: [value(f, names) for f in values] for role, values in fact.args.items()}
        yield {
            "doc": extraction.source.doc, "type": fact.type, "args": args, "start": fact.span.start, "end": fact.span.end,
            "quote": fact.reading, "status": fact.status, "confidence": fact.confidence, "frame": fact.frame,
        }  # fmt: skip


def one(path: Path) -> tuple[Extraction, float]:
    """Extract one text; return it and the seconds it took."""
    start = perf_counter()
    return extract(read(path)), perf_counter() - start


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/facts"))
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--least", type=float, default=facts.LEAST, help="tell facts from this confidence on; 0 for fitting confidence")
    parser.add_argument("--brief", action="store_true", help="print the totals only")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    facts.LEAST = options.least
    with ProcessPoolExecutor(2) as pool:
        done = list(pool.map(one, sorted((SHARED / "corpus").glob("*.txt"))))
    found = [row for extraction, _ in done for row in rows(extraction)]
    mentions = [
        {"doc": e.source.doc, "start": m.source.start, "end": m.source.end, "tag": m.tag, "text": m.text, "id": m.entity, "value": m.value}
        for e, _ in done for m in e.mentions
    ]  # fmt: skip
    for name, items in (("facts", found), ("mentions", mentions)):
        (options.out / f"{name}.jsonl").write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")
    print(f"{len(found)} facts, {len(mentions)} mentions, {sum(s for _, s in done):.1f} s in all")
    for title, chunks in (("develop", DEVELOP), ("check", CHECK), ("all", DEVELOP + CHECK)):
        report(options.out / "facts.jsonl", title, chunks, options)


def report(path: Path, title: str, chunks: tuple[str, ...], options: argparse.Namespace) -> None:
    """Print what the scorer says for some chunks."""
    command = [sys.executable, str(SHARED / "gold" / "score.py"), "facts", str(path), *(w for c in chunks for w in ("--chunk", c))]
    if title == "develop" and options.show:
        command += ["--show", str(options.show)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True)
    wanted = [line for line in lines.stdout.splitlines() if not options.brief or line.startswith("ALL len")]
    print(f"== {title}", *wanted, sep="\n")
    print(lines.stderr, end="", file=sys.stderr)


if __name__ == "__main__":
    main()
