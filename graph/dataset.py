"""Describe the data set as a whole: a VoID and DCAT card with its counts, sources and licence.

VoID: https://www.w3.org/TR/void/; DCAT 3: https://www.w3.org/TR/vocab-dcat-3/. No date of building is in it: the card is
part of the deterministic dump.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from extraction.records import Extraction
from graph.evidence import source_node
from graph.terms import Triple, integer, node, plain, resource, words
from ontology.vocabulary import BASE, DCAT, DCTERMS, OA, PROV, RDF, RDFS, SEM, SKOS, VOID, H

_TITLES = {"tr": "Hariciye: Türk–Sovyet diplomasisi bilgi çizgesi", "en": "Hariciye: a knowledge graph of Turkish–Soviet diplomacy"}
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_VOCABULARIES = (H, SEM, OA, PROV, SKOS)


def dataset_rows(triples: Collection[Triple], texts: Iterable[Extraction]) -> list[Triple]:
    """Return the card of the data set that ``triples``, made of ``texts``, are."""
    card = [*_rows(triples), *(_row(DCTERMS.source, source_node(text)) for text in texts)]
    return [*card, _row(VOID.triples, integer(len(triples) + len(card) + 1))]


def _row(predicate: str, value: object) -> Triple:
    return Triple(resource("dataset"), node(predicate), value)  # type: ignore[arg-type]


def _rows(triples: Iterable[Triple]) -> Iterator[Triple]:
    for kind in (H.Dataset, VOID.Dataset, DCAT.Dataset):
        yield _row(RDF.type, node(kind))
    for language, title in _TITLES.items():
        yield _row(RDFS.label, words(title, language))
        yield _row(DCTERMS.title, words(title, language))
    yield _row(DCTERMS.license, node(_LICENSE))
    yield _row(VOID.uriSpace, plain(str(BASE)))
    for vocabulary in _VOCABULARIES:
        yield _row(VOID.vocabulary, node(str(vocabulary)))
    yield _row(VOID.entities, integer(len({t.subject for t in triples})))
