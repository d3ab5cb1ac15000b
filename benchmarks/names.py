"""Find the mentions of the corpus, score them against ../shared/gold, and measure the speed.

``python benchmarks/names.py [OUT.jsonl]`` prints the score and the words a second on one core; OUT gets one mention a line, as
``../shared/gold/score.py mentions`` and ``benchmarks/names_linking.py`` read it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from extraction import dates, names, reading
from extraction.language import load, parse
from extraction.records import Document, Mention
from ontology import authority

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def documents() -> Iterator[tuple[Document, list[Doc | None]]]:
    """Yield the texts of the corpus with their parses, whose time is not measured here."""
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        document = reading.read(path)
        yield document, parse(load(), document)


def row(document: Document, mention: Mention, labels: dict[str, str]) -> dict[str, object]:
    """Return a mention as a line of mentions.jsonl, with the rule and the label of what it names."""
    return {
        "doc": document.source.doc,
        "start": mention.source.start,
        "end": mention.source.end,
        "tag": mention.tag,
        "text": mention.text,
        "id": mention.entity,
        "label": labels.get(mention.entity or ""),
        "value": mention.value,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def mentions() -> tuple[list[dict[str, object]], float]:
    """Return all mentions of the corpus as rows, and the words a second of names and dates together."""
    known, spent, words, rows = authority.load(), 0.0, 0, list[dict[str, object]]()
    known_labels = {entry.id: entry.tr for entry in known.entries.values()}
    for document, docs in documents():
        begin = time.perf_counter()
        found = names.find(docs, document, dates.find(document), known)
        spent += time.perf_counter() - begin
        words += sum(len(passage.text.split()) for passage in document.passages)
        labels = known_labels | {entity.id: entity.label for entity in found.entities}
        rows += [row(document, mention, labels) for passage in found.mentions for mention in passage]
    return rows, words / spent


def main(out: Path) -> None:
    """Write the mentions to ``out``, print the score and the speed."""
    rows, speed = mentions()
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in rows), encoding="utf-8")
    subprocess.run([sys.executable, str(SHARED / "gold" / "score.py"), "mentions", str(out)], check=True)
    print(f"{speed:.0f} words a second for names and dates")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "mentions.jsonl")
