"""A graph for pySHACL to look things up in: plain dicts for its millions of lookups, Oxigraph for its SPARQL.

rdflib's own store keeps the contexts of each triple and its SPARQL goes through Python row by row; both together take three times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib.query import Result
from rdflib.store import Store

from graph.terms import Triple
from ontology.vocabulary import XSD

_Index = dict[rdflib.term.Node, dict[rdflib.term.Node, dict[rdflib.term.Node, None]]]


def to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """Return ``triples`` as an rdflib graph, for reading only."""
    return rdflib.Graph(store=Lookup(triples), bind_namespaces="none")


class Lookup(Store):
    """Triples by subject and by predicate, and as an Oxigraph store; each term is one object, so that comparing it is cheap."""

    context_aware = graph_aware = True
    """As pySHACL wants it, though there is only one graph here."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        super().__init__()
        term = cache(_term)
        self._objects: _Index = defaultdict(lambda: defaultdict(dict))
        self._subjects: _Index = defaultdict(lambda: defaultdict(dict))
        self._sparql = pyoxigraph.Store()
        self._sparql.extend(Quad(*triple) for triple in self._indexed(triples, term))
        self._size = len(self._sparql)

    def _indexed(self, triples: Iterable[Triple], term: Any) -> Iterator[Triple]:
        for triple in triples:
            s, p, o = (term(part) for part in triple)
            self._objects[s][p][o] = None
            self._subjects[p][o][s] = None
            yield triple

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Add nothing: the one graph is there."""

    def __len__(self, context: object = None) -> int:
        return self._size

    def triples(self, triple_pattern: Any, context: object = None) -> Iterator[tuple[Any, Iterator[Any]]]:
        """Yield the triples of ``triple_pattern``, in which None stands for anything."""
        subject, predicate, value = triple_pattern
        index, first, last = (self._subjects, value, subject) if subject is None else (self._objects, predicate, value)
        for one, two, three in _rows(index, predicate if subject is None else subject, first, last):
            yield (three, one, two) if subject is None else (one, two, three), iter(())

    def query(self, query: Any, initNs: Mapping[str, Any], initBindings: Mapping[str, Any], queryGraph: Any, **kwargs: Any) -> Result:
        """Return the rows of a SELECT query."""
        given: Any = {pyoxigraph.Variable(name): NamedNode(str(node)) for name, node in initBindings.items()}
        solutions: Any = self._sparql.query(str(query), prefixes={name: str(iri) for name, iri in initNs.items()}, substitutions=given)
        result = Result("SELECT")
        result.vars = [rdflib.Variable(variable.value) for variable in solutions.variables]
        rows = (zip(result.vars, solution, strict=True) for solution in solutions)
        result.bindings = [{variable: _term(node) for variable, node in row if node} for row in rows]
        return result


def _rows(
    index: _Index, one: rdflib.term.Node | None, two: rdflib.term.Node | None, three: rdflib.term.Node | None
) -> Iterator[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    for key in index if one is None else (one,):
        middle = index.get(key, {})
        for inner in middle if two is None else (two,):
            last = middle.get(inner, {})
            for each in last if three is None else (three,):
                if three is None or each in last:
                    yield key, inner, each


def _term(term: NamedNode | BlankNode | Literal) -> rdflib.term.Identifier:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == str(XSD.string):  # rdflib holds a plain literal and an xsd:string for two different terms
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
