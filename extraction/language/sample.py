"""Single sentences for documentation and tests: text in, clauses out, through the real tokens, dates and names."""

from __future__ import annotations

from extraction import dates, names
from extraction.language import load, parse
from extraction.language.clauses import Sentence, read
from extraction.language.units import units
from extraction.records import Document, Passage, Source, Span
from ontology import authority


def sentence_of(text: str) -> Sentence:
    """Return the clauses of one sentence (the whole of ``text`` is taken as one)."""
    passage = Passage(text, tuple(range(len(text))), "body", (Span(0, len(text)),))
    document = Document(Source("sample", "sample.txt", "0" * 64, "utf-8"), text, (passage,))
    docs = parse(load(), document)
    mentions = names.find(docs, document, dates.find(document), authority.load(), None).mentions[0]
    parsed = docs[0]
    assert parsed is not None
    return read(units(next(iter(parsed.sents)), mentions))
