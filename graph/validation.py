"""Check a graph against the SHACL shapes of the ontology (pySHACL), and say which sentence a violation rests on."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import pyoxigraph
import pyshacl
import rdflib

import ontology
from graph.lookup import to_rdflib
from graph.store import StoreError, read_triples
from graph.terms import Triple
from ontology.vocabulary import OA, PROV, RDF, SH, H

_AIMS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


@dataclass(frozen=True, slots=True)
class Violation:
    """One node that a shape objects to.

    ``path`` is the predicate in question (empty for the node as a whole), ``messages`` the shape's message by language, ``value`` the
    value objected to, and ``sentence`` the words of a text behind the node (empty where there are none).
    """

    node: str
    path: str
    messages: Mapping[str, str]
    value: str
    sentence: str

    def message(self, language: str = "tr") -> str:
        """Return the message in ``language``, or in any that it has."""
        return self.messages.get(language) or next(iter(self.messages.values()), "")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation; violations are sorted by node, path and value. ``checked`` is false where SHACL was not asked."""

    conforms: bool
    violations: tuple[Violation, ...] = ()
    checked: bool = True


def validate(graph: Path | str | Iterable[Triple]) -> Report:
    """Return what the shapes say of a built folder, an RDF file, or triples; raise ``StoreError`` where that cannot be read."""
    triples = read_triples(Path(graph)) if isinstance(graph, (str, Path)) else graph
    with _no_collecting():
        data = to_rdflib(chain(triples, _vocabulary()))
        conforms, results, text = pyshacl.validate(data, shacl_graph=_flat_shapes(), inplace=True, do_owl_imports=False, advanced=False)
    if not isinstance(results, rdflib.Graph):
        raise StoreError(f"SHACL could not run: {text}")
    found = [_violation(results, result, data) for result in results.subjects(RDF.type, SH.ValidationResult)]
    return Report(bool(conforms), tuple(sorted(found, key=lambda v: (v.node, v.path, v.value, v.message("en")))))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking millions of live terms again and again: a tenth of the time, no memory more."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[Triple, ...]:
    text = ontology.load().serialize(format="nt", encoding="utf-8")
    return tuple(quad.triple for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES))


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    return ontology.shapes()


@lru_cache(maxsize=1)
def _flat_shapes() -> rdflib.Graph:
    """Return the shapes with each property shape aimed at the targets of its node shape instead of hanging from it.

    The results are the same, but pySHACL looks at a shape that hangs from another anew for each node, and at one with targets once.
    """
    shapes = ontology.shapes()
    aimed = {(node, SH.property, each) for aim in _AIMS for node in shapes.subjects(aim) for each in shapes.objects(node, SH.property)}
    for node in {node for node, _, _ in aimed if (node, SH.closed, None) in shapes}:
        allowed = [path for each in shapes.objects(node, SH.property) for path in shapes.objects(each, SH.path)]
        allowed += [each for ignored in shapes.objects(node, SH.ignoredProperties) for each in shapes.items(ignored)]
        shapes.set((node, SH.ignoredProperties, rdflib.collection.Collection(shapes, rdflib.BNode(), allowed).uri))
    for node, _, each in aimed:
        shapes.remove((node, SH.property, each))
        for aim in _AIMS:
            for target in shapes.objects(node, aim):
                shapes.add((each, aim, target))
    return shapes


def _violation(results: rdflib.Graph, result: rdflib.term.Node, data: rdflib.Graph) -> Violation:
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    messages = _messages(results.objects(result, SH.resultMessage))
    culprit = _culprit(focus, value, data)
    path = results.value(result, SH.resultPath)
    shown = "" if not isinstance(path, rdflib.URIRef) else str(path)
    return Violation(
        str(culprit), shown, MappingProxyType(dict(sorted(messages.items()))), "" if value is None else str(value), sentence(data, culprit)
    )


def _messages(found: Iterable[rdflib.term.Node]) -> Mapping[str, str]:
    """Return messages by language.

    Of the messages of a SPARQL constraint pySHACL gives one, in no language; its shape has the others.
    """
    messages = {getattr(m, "language", None) or "": str(m) for m in found}
    return _siblings().get(messages.get("", ""), messages)


@lru_cache(maxsize=1)
def _siblings() -> Mapping[str, Mapping[str, str]]:
    """Return the messages of a shape by language, for each of its messages."""
    shapes = _shapes()
    by_shape = ({str(getattr(m, "language", "")): str(m) for m in shapes.objects(s, SH.message)} for s in set(shapes.subjects(SH.message)))
    return {text: messages for messages in by_shape for text in messages.values()}


def _culprit(focus: rdflib.term.Node | None, value: rdflib.term.Node | None, data: rdflib.Graph) -> rdflib.term.Node | None:
    """Return the node to blame: the focus, or the value where a shape of the vocabulary itself looks over all data."""
    if focus in _vocabulary_nodes() and isinstance(value, rdflib.URIRef) and (value, None, None) in data:
        return value
    return focus


@lru_cache(maxsize=1)
def _vocabulary_nodes() -> frozenset[rdflib.term.Node]:
    return frozenset(to_rdflib(_vocabulary()).subjects())


def sentence(data: rdflib.Graph, node: rdflib.term.Node | None) -> str:
    """Return the words of a text that ``node`` rests on: a quote's, a claim's, a mention's, or those of an event's first claim."""
    if node is None:
        return ""
    node = rdflib.URIRef(str(node).partition("#")[0]) if "/quote/" in str(node) else node
    quotes = [node, *sorted(data.objects(node, PROV.wasDerivedFrom), key=str)]
    for claim in sorted(data.subjects(RDF.subject, node), key=str):
        quotes += sorted(data.objects(claim, PROV.wasDerivedFrom), key=str)
    found = (str(words) for quote in quotes for words in _words(data, quote))
    return next(found, "")


def _words(data: rdflib.Graph, node: rdflib.term.Node) -> Iterable[rdflib.term.Node]:
    yield from data.objects(node, H.reading)
    for selector in sorted(data.objects(node, OA.hasSelector), key=str):
        yield from data.objects(selector, OA.exact)
    yield from data.objects(node, H.text)
