"""Make RDF terms (pyoxigraph) out of the names in ``ontology.vocabulary``."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from ontology import vocabulary

__all__ = ["Triple", "boolean", "date", "decimal", "edtf", "h", "integer", "moment", "node", "plain", "resource", "words"]


@cache
def node(iri: str) -> NamedNode:
    """Return the node of ``iri``, which may be a term of ``ontology.vocabulary``."""
    return NamedNode(str(iri))


@cache
def h(name: str) -> NamedNode:
    """Return the term ``h:name`` of the ontology."""
    return NamedNode(f"{vocabulary.H}{name}")


def resource(path: str) -> NamedNode:
    """Return the node whose IRI is ``path`` below the base."""
    return node(f"{vocabulary.BASE}{path}")


def words(text: str, language: str) -> Literal:
    """Return a text in a language, NFC and with single blanks."""
    return Literal(" ".join(unicodedata.normalize("NFC", text).split()), language=language)


def plain(text: str) -> Literal:
    """Return a string exactly as it is."""
    return Literal(text)


def edtf(text: str) -> Literal:
    """Return an EDTF date."""
    return Literal(text, datatype=node(vocabulary.EDTF_DATE))


def date(iso: str) -> Literal:
    """Return an ``xsd:date``."""
    return Literal(iso, datatype=node(vocabulary.XSD.date))


def integer(number: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(number), datatype=node(vocabulary.XSD.integer))


def decimal(number: float | str) -> Literal:
    """Return an ``xsd:decimal`` in its canonical form, a float rounded to four places."""
    value = Decimal(f"{number:.4f}" if isinstance(number, float) else number)
    whole, _, part = f"{value:f}".partition(".")
    return Literal(f"{whole}.{part.rstrip('0') or '0'}", datatype=node(vocabulary.XSD.decimal))


def boolean(truth: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal("true" if truth else "false", datatype=node(vocabulary.XSD.boolean))


def moment(when: datetime) -> Literal:
    """Return an ``xsd:dateTime`` to the second."""
    return Literal(when.isoformat(timespec="seconds"), datatype=node(vocabulary.XSD.dateTime))
