"""Write triples in one canonical order, so that the same graph is the same bytes.

The order is by subject, ``rdf:type`` first, then predicate, then object; pyoxigraph writes them as they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from graph.terms import Triple
from ontology.vocabulary import BASE, PREFIXES, RDF

_KINDS = ("person", "state", "government", "organization", "group", "place", "agreement", "conference", "conflict", "office", "publication")
_NODES = (*_KINDS, "claim", "quote", "source", "mention")
_WRITTEN = ("dcat", "dcterms", "edtf", "geo", "h", "oa", "owl", "prov", "rdf", "rdfs", "schema", "sem", "skos", "void", "wd", "xsd")
_TYPE = str(RDF.type)


def prefixes() -> dict[str, str]:
    """Return the prefixes of everything that the graph writes, those of its own nodes included."""
    own = {name: f"{BASE}{name}/" for name in _NODES}
    return {name: str(PREFIXES[name]) for name in _WRITTEN} | own


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Return ``triples`` in the order of the dump."""
    return sorted(triples, key=_key)


def _key(triple: Triple) -> tuple[str, str, str]:
    predicate = triple.predicate.value
    return (triple.subject.value, "" if predicate == _TYPE else predicate, _text(triple.object))  # type: ignore[union-attr]


@lru_cache(maxsize=65536)
def _text(term: NamedNode | Literal) -> str:
    return str(term)


def turtle(triples: Iterable[Triple]) -> bytes:
    """Return ``triples``, given in order, as Turtle."""
    return sort_prefixes(pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes()) or b"")


def sort_prefixes(text: bytes) -> bytes:
    """Return Turtle or TriG with its prefixes sorted, for pyoxigraph writes them in any order."""
    lines = text.split(b"\n", len(prefixes()))
    return b"\n".join([*sorted(lines[:-1]), lines[-1]])
