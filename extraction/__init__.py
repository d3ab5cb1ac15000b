"""From a text to its mentions and facts: :func:`extract` runs the stages; each stage has a package of its own.

``reading`` (file to passages) → ``language`` (tokens, morphology, clauses) → ``dates`` and ``names`` (mentions) → ``facts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from extraction.records import Document, Extraction

if TYPE_CHECKING:
    from extraction.names import Curation

__all__ = ["extract", "read"]


def read(path: Path, metadata: Mapping[str, object] | None = None) -> Document:
    """Read a file into passages with offsets; see :func:`extraction.reading.read` for formats and errors."""
    from extraction import reading

    return reading.read(path, metadata)


def extract(document: Document, curation: Curation | None = None) -> Extraction:
    """Return the mentions, entities and facts of a document; ``curation`` is what :func:`extraction.names.curation` read."""
    from extraction import dates, facts, names
    from extraction.language import load, parse
    from ontology import authority

    known = authority.load()
    docs = parse(load(), document)
    dated = dates.find(document)
    named = names.find(docs, document, dated, known, curation)
    found, unnamed = facts.minted(facts.find(docs, document, named.mentions), document.source.doc)
    entities = {e.id: e for e in (*unnamed, *named.entities) if e.id not in known.entries}
    return Extraction(
        source=document.source,
        text=document.text,
        entities=tuple(entities[i] for i in sorted(entities)),
        mentions=tuple(m for passage in named.mentions for m in passage),
        facts=found,
        citations=document.citations,
        counts={"sentences": sum(len(p.sentences) for p in document.passages), "passages": len(document.passages)},
    )
