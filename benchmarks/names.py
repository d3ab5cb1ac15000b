"""Write the mentions of the corpus to a file for ../shared/gold/score.py, and print the speed: ``python benchmarks/names.py OUT.jsonl``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy

from extraction import dates, names, reading
from ontology import authority

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"


def main(out: Path) -> None:
    """Read, find and write; one line a mention."""
    nlp, known, spent, words = spacy.blank("tr"), authority.load(), 0.0, 0
    with out.open("w", encoding="utf-8") as file:
        for path in sorted(CORPUS.glob("*.txt")):
            document = reading.read(path)
            docs = [nlp.make_doc(p.text) if p.language == "tr" else None for p in document.passages]
            begin = time.perf_counter()
            found = names.find(docs, document, dates.find(document), known)
            spent += time.perf_counter() - begin
            words += sum(len(p.text.split()) for p in document.passages)
            labels = {e.id: e.label for e in found.entities} | {e.id: e.tr for e in known.entries.values()}
            for mention in (m for row in found.mentions for m in row):
                row = {"doc": document.source.doc, "start": mention.source.start, "end": mention.source.end, "tag": mention.tag}
                row["label"] = labels.get(mention.entity or "")
                row |= {
                    "text": mention.text,
                    "id": mention.entity,
                    "rule": mention.rule,
                    "value": mention.value,
                    "confidence": mention.confidence,
                }
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{words} words in {spent:.1f} s: {words / spent:.0f} words a second")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
