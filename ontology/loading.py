"""Read the Turtle files of this folder: the vocabulary, the shapes, and the event types with their roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rdflib import Graph, Node, URIRef

from ontology.vocabulary import EDTF_DATE, PREFIXES, RDF, RDFS, SH, SKOS, XSD, H

Kind = Literal["entity", "date", "text", "number", "entity or text"]

_HERE = Path(__file__).parent
_KINDS: Mapping[Node, Kind] = {
    EDTF_DATE: "date",
    XSD.string: "text",
    XSD.integer: "number",
    XSD.decimal: "number",
    H.EntityOrText: "entity or text",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event: its property, what kind of thing fills it, and the range that SHACL checks.

    ``range`` is the IRI of a class or datatype; ``classes`` are the kinds of entity that it admits (``Entity.kind``), sorted,
    none for dates, texts and numbers.
    """

    name: str
    iri: str
    kind: Kind
    range: str
    classes: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its class ``iri``, its SKOS ``concept``, labels by language, and its roles in the order of its shape.

    ``name`` is what facts and frames call it; the class of Office is ``h:OfficeHolding``, as ``h:Office`` is the post itself.
    """

    name: str
    iri: str
    concept: str
    labels: Mapping[str, str]
    roles: Mapping[str, Role]


def load() -> Graph:
    """Return the vocabulary: the core, the event types with their shapes, borrowed terms and the alignment."""
    return _parse([_HERE / "hariciye.ttl", _HERE / "borrowed.ttl", _HERE / "alignment.ttl", *_event_files()])


def shapes() -> Graph:
    """Return all SHACL shapes, of the core and of the event types.

    They look up ranges and definitions in ``load()``: validate the union of the data and that graph.
    pySHACL's ``ont_graph`` is not enough, as it takes over class and property axioms only.
    """
    return _parse([_HERE / "shapes.ttl", *_event_files()])


@lru_cache(maxsize=1)
def event_types() -> Mapping[str, EventType]:
    """Return the event types by name, sorted, as the files of ``events/`` declare them."""
    graph = load()
    concepts = {str(graph.value(each, SKOS.notation)): each for each in graph.subjects(SKOS.inScheme, H.EventTypes)}
    return MappingProxyType({name: _event_type(graph, name, concepts[name]) for name in sorted(concepts)})


def _event_files() -> list[Path]:
    return sorted((_HERE / "events").glob("*.ttl"))


def _parse(paths: Iterable[Path]) -> Graph:
    """Return one graph of Turtle files; a ValueError names the file that is not Turtle."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for path in paths:
        try:
            graph.parse(path, format="turtle")
        except SyntaxError as error:
            reason = " ".join(str(error).split())[:200]
            raise ValueError(f"{path.parent.name}/{path.name}: not valid Turtle, mend it or take it away: {reason}") from error
    return graph


def _event_type(graph: Graph, name: str, concept: Node) -> EventType:
    event_class = graph.value(concept, H.eventClass)
    shape = graph.value(predicate=SH.targetClass, object=event_class)
    if event_class is None or shape is None:
        raise ValueError(f"ontology/events/{name}.ttl: h:{name}Type needs h:eventClass, and that class a shape with sh:targetClass")
    paths = [URIRef(path) for _, path in sorted(_places(graph, shape))]
    roles = [_role(graph, path) for path in paths if (path, RDF.type, H.Role) in graph]
    return EventType(name, str(event_class), str(concept), _labels(graph, concept), MappingProxyType({role.name: role for role in roles}))


def _places(graph: Graph, shape: Node) -> Iterable[tuple[int, str]]:
    """Yield the place (``sh:order``) and the path of each property of ``shape``."""
    for each in graph.objects(shape, SH.property):
        yield int(str(graph.value(each, SH.order) or 0)), str(graph.value(each, SH.path))


def _role(graph: Graph, iri: URIRef) -> Role:
    filler = graph.value(iri, RDFS.range)
    if filler is None:
        raise ValueError(f"ontology: role {iri} needs an rdfs:range that says what may fill it")
    kind = _KINDS.get(filler, "entity")
    top = H.Entity if kind == "entity or text" else filler
    classes = _kinds_of_entity(graph, top) if kind.startswith("entity") else ()
    return Role(iri.removeprefix(str(H)), str(iri), kind, str(filler), classes, _labels(graph, iri))


def _kinds_of_entity(graph: Graph, top: Node) -> tuple[str, ...]:
    """Return the names of the classes at or below ``top`` that have no class below them, sorted."""
    below = set(graph.transitive_subjects(RDFS.subClassOf, top))
    leaves = [each for each in below if (None, RDFS.subClassOf, each) not in graph]
    return tuple(sorted(str(each).removeprefix(str(H)) for each in leaves))


def _labels(graph: Graph, node: Node) -> Mapping[str, str]:
    labels = {str(getattr(each, "language", "")): str(each) for each in graph.objects(node, RDFS.label)}
    return MappingProxyType(dict(sorted(labels.items())))
