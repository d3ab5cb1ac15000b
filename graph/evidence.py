"""Describe in RDF where things are said: sources, the works they cite, quotes and mentions.

Quotes are Web Annotation selectors (W3C Recommendation 2017): the exact words with some context, and their position in
code points of the original file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from extraction.records import Extraction, Fact, Mention, Span, Work
from graph.iris import fingerprint, slug
from graph.terms import Triple, edtf, h, integer, node, plain, resource, words
from ontology.vocabulary import OA, RDF, RDFS, SCHEMA

CONTEXT = 60
"""How many code points of context stand before and after a quote."""
GAP = " […] "
"""Stands between the pieces of a quote that notes interrupt."""

Rows = Iterator[Triple]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as evidence: knows its node and the line of each offset."""

    extraction: Extraction
    node: NamedNode
    starts: tuple[int, ...]

    @property
    def words(self) -> str:
        """Return the original file as decoded."""
        return self.extraction.text

    def line(self, offset: int) -> int:
        """Return the 1-based line that holds ``offset``."""
        return bisect_right(self.starts, offset)


def text_of(extraction: Extraction) -> Text:
    """Return ``extraction`` as evidence."""
    starts = (0, *(i + 1 for i, c in enumerate(extraction.text) if c == "\n"))
    return Text(extraction, source_node(extraction), starts)


def source_node(extraction: Extraction) -> NamedNode:
    """Return the node of the text that ``extraction`` was read from."""
    return resource(f"source/{slug(extraction.source.doc)}")


def typed(subject: NamedNode, *classes: str) -> Rows:
    """Yield the types of ``subject``."""
    yield from (Triple(subject, node(RDF.type), node(iri)) for iri in classes)


def _put(subject: NamedNode, predicate: str | NamedNode, value: NamedNode | Literal) -> Triple:
    return Triple(subject, predicate if isinstance(predicate, NamedNode) else node(predicate), value)


# ---------------------------------------------------------------- sources and works

_METADATA: Mapping[str, tuple[str, str]] = {
    "title": (SCHEMA.name, "tr"),
    "title_en": (SCHEMA.name, "en"),
    "authors": (SCHEMA.author, ""),
    "year": (SCHEMA.datePublished, ""),
    "journal": (SCHEMA.isPartOf, ""),
    "issue": (SCHEMA.issueNumber, ""),
    "volume": (SCHEMA.volumeNumber, ""),
    "first_page": (SCHEMA.pageStart, ""),
    "last_page": (SCHEMA.pageEnd, ""),
    "language": (SCHEMA.inLanguage, ""),
    "url": (SCHEMA.url, ""),
    "doi": (SCHEMA.identifier, ""),
    "license": (SCHEMA.license, ""),
}
"""What is known of a source, by its key in ``sources.toml``: predicate and language. Other keys stay outside the graph."""


def source_rows(text: Text) -> Rows:
    """Yield the description of a source: label, what its metadata gives, digest and encoding."""
    source, subject = text.extraction.source, text.node
    yield from typed(subject, str(h("Source").value), SCHEMA.ScholarlyArticle)
    yield _put(subject, h("doc"), plain(source.doc))
    known = source.metadata.get("title") or source.metadata.get("title_en")
    yield _put(subject, RDFS.label, words(str(known or source.name), "tr"))
    if not known:
        yield _put(subject, SCHEMA.name, plain(source.name))
    for key, value in (("sha256", source.sha256), ("encoding", source.encoding)):
        if value:
            yield _put(subject, h(key), plain(value))
    for key, (predicate, language) in _METADATA.items():
        for value in _many(source.metadata.get(key)):
            yield _put(subject, predicate, words(value, language) if language else plain(value))


def _many(value: object) -> list[str]:
    """Return a metadata value as strings: none, one, or those of a list."""
    values = value if isinstance(value, (list, tuple)) else [value]
    return [str(item) for item in values if item not in (None, "")]


def work_node(text: Text, work: Work) -> NamedNode:
    """Return the node of a work that ``text`` cites."""
    return resource(f"work/{slug(text.extraction.source.doc)}/{slug(work.key) or fingerprint([work.key])}")


def work_rows(text: Text) -> Rows:
    """Yield the works and archive folios that ``text`` cites; several citations of one work meet in one node."""
    cited: dict[NamedNode, list[Work]] = {}
    for work in sorted((w for works in text.extraction.citations.values() for w in works), key=_citation_order):
        cited.setdefault(work_node(text, work), []).append(work)
    for subject, works in cited.items():
        yield from _work(text, subject, works)


def _citation_order(work: Work) -> tuple[object, ...]:
    return (work.span, work.key, work.cited, work.label)


def _work(text: Text, subject: NamedNode, works: Sequence[Work]) -> Rows:
    """Yield one work, described by the first citation of it that says something; every wording is kept."""
    first = works[0]
    label = next((w.label or w.title for w in works if w.label or w.title), first.key)
    yield from typed(subject, str(h("ArchiveFolio" if first.kind == "archive" else "CitedWork").value))
    yield _put(subject, RDFS.label, words(label, "tr"))
    yield _put(subject, h("key"), plain(first.key))
    yield _put(subject, h("inSource"), text.node)
    for predicate, values in ((SCHEMA.author, [w.author for w in works]), (SCHEMA.name, [w.title for w in works])):
        yield from (_put(subject, predicate, plain(value)) for value in [v for v in values if v][:1])
    for work in works:
        if work.folio and first.kind == "archive":
            yield _put(subject, h("folio"), plain(work.folio))
        if cited := " ".join(work.cited.split()):
            yield _put(subject, h("citation"), plain(cited))


# ---------------------------------------------------------------- quotes


def quote_node(doc: str, segments: tuple[Span, ...]) -> NamedNode:
    """Return the node of the words at ``segments`` of the text ``doc``."""
    return resource(f"quote/{fingerprint([doc, [list(s) for s in segments]])}")


def quote_rows(text: Text, fact: Fact) -> Rows:
    """Yield the quote that ``fact`` rests on: its words, their place, and the words as read after repair."""
    subject = quote_node(text.extraction.source.doc, fact.segments)
    yield from words_rows(text, fact.segments, fact.reading)
    values = {"page": [fact.page or ""], "section": [fact.section], "note": [n for n in fact.notes if not n.startswith("@")]}
    yield from (_put(subject, h(key), plain(value)) for key, found in values.items() for value in found if value)


def words_rows(text: Text, segments: tuple[Span, ...], reading: str = "") -> Rows:
    """Yield the quote of the words at ``segments``; without a ``reading`` they are read as they stand, line breaks as blanks."""
    subject = quote_node(text.extraction.source.doc, segments)
    start, end = segments[0].start, segments[-1].end
    yield from typed(subject, str(h("Quote").value), OA.SpecificResource)
    yield _put(subject, OA.hasSource, text.node)
    yield _put(subject, h("line"), integer(text.line(start)))
    yield _put(subject, h("reading"), plain(reading or " ".join(_exact(text, segments).split())))
    yield from _text_selector(text, subject, segments)
    position = NamedNode(f"{subject.value}#position")
    yield from typed(position, OA.TextPositionSelector)
    yield _put(subject, OA.hasSelector, position)
    yield _put(position, OA.start, integer(start))
    yield _put(position, OA.end, integer(end))


def _exact(text: Text, segments: tuple[Span, ...]) -> str:
    return GAP.join(text.words[a:b] for a, b in segments)


def _text_selector(text: Text, subject: NamedNode, segments: tuple[Span, ...]) -> Rows:
    start, end = segments[0].start, segments[-1].end
    selector = NamedNode(f"{subject.value}#text")
    yield from typed(selector, OA.TextQuoteSelector)
    yield _put(subject, OA.hasSelector, selector)
    yield _put(selector, OA.exact, plain(_exact(text, segments)))
    yield _put(selector, OA.prefix, plain(text.words[max(0, start - CONTEXT) : start]))
    yield _put(selector, OA.suffix, plain(text.words[end : end + CONTEXT]))


# ---------------------------------------------------------------- mentions


def mention_rows(text: Text, mention: Mention) -> Rows:
    """Yield one mention: where it stands, its tag and words, and what it stands for."""
    place = mention.source
    subject = resource(f"mention/{fingerprint([text.extraction.source.doc, *place, mention.tag])}")
    yield from typed(subject, str(h("Mention").value))
    yield _put(subject, h("inSource"), text.node)
    yield _put(subject, OA.start, integer(place.start))
    yield _put(subject, OA.end, integer(place.end))
    yield _put(subject, h("tag"), plain(mention.tag))
    yield _put(subject, h("text"), plain(mention.text))
    if mention.entity:
        yield _put(subject, h("denotes"), resource(mention.entity))
    if mention.value:
        yield _put(subject, h("value"), edtf(mention.value))
    yield from (_put(subject, h("reason"), plain(reason)) for reason in mention.reasons)
    if mention.rule:
        yield _put(subject, h("rule"), plain(mention.rule))
