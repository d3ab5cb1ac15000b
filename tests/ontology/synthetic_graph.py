"""A made-up graph of any size that conforms to every shape: the tests' sample, and the load for measuring SHACL.

.venv/bin/python tests/ontology/synthetic_graph.py 1500      # events; prints triples and seconds
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Iterator
from functools import lru_cache

from pyshacl import validate
from rdflib import Graph, Literal, Node, URIRef

import ontology
from ontology import EventType, Role
from ontology.vocabulary import BASE, EDTF_DATE, GEO, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, WIKIDATA, XSD, H

KINDS = ("Person", "State", "Government", "Organization", "Group", "Place", "Office", "Publication", "Agreement", "Conference", "Conflict")
SOURCE = BASE["source/ornek"]
WORK = BASE["work/ornek/hatirat"]
TEXT_RANGES = {str(EDTF_DATE): Literal("1921-03-16", datatype=EDTF_DATE), str(XSD.string): Literal("dostluk")}
NUMBERS = {str(XSD.integer): Literal(12), str(XSD.decimal): Literal("10.5", datatype=XSD.decimal)}


def sample(events: int = 14, claims_each: int = 10, mentions: int = 12, entities: int = 33) -> Graph:
    """Return a conforming graph of ``events`` events of all types in turn, with their claims, quotes, mentions and entities."""
    graph = Graph()
    _source(graph)
    for number in range(entities):
        _entity(graph, number)
    types = itertools.cycle(ontology.event_types().values())
    for number, event_type in zip(range(events), types, strict=False):
        _event(graph, number, event_type, claims_each, entities)
    for number in range(mentions):
        _mention(graph, number, entities)
    return graph


def report(graph: Graph) -> tuple[bool, Graph]:
    """Return whether ``graph`` conforms, and the SHACL report."""
    conforms, results, _ = validate(graph + _vocabulary(), shacl_graph=_shapes(), inplace=True)
    return conforms, results


_vocabulary = lru_cache(maxsize=1)(ontology.load)
_shapes = lru_cache(maxsize=1)(ontology.shapes)


def entity(number: int) -> URIRef:
    """Return the entity ``number``, whose kind is ``KINDS`` in turn."""
    kind = KINDS[number % len(KINDS)].lower()
    return BASE[f"{kind}/ornek-{number}"]


def claims(graph: Graph, event: Node) -> Iterator[Node]:
    """Yield the claims about ``event``, sorted."""
    yield from sorted(graph.subjects(RDF.subject, event))


def _labels(graph: Graph, node: Node, name: str) -> None:
    graph.add((node, RDFS.label, Literal(name, lang="tr")))
    graph.add((node, RDFS.label, Literal(name, lang="en")))


def _entity(graph: Graph, number: int) -> None:
    node = entity(number)
    _labels(graph, node, f"Örnek {number}")
    graph.add((node, RDF.type, H[KINDS[number % len(KINDS)]]))
    graph.add((node, SKOS.prefLabel, Literal(f"Örnek {number}", lang="tr")))
    graph.add((node, SKOS.altLabel, Literal(f"Örn. {number}", lang="tr")))
    graph.add((node, OWL.sameAs, WIKIDATA[f"Q{number + 1}"]))
    if KINDS[number % len(KINDS)] == "Place":
        graph.add((node, GEO.lat, Literal("39.9", datatype=XSD.decimal)))
        graph.add((node, GEO.long, Literal("32.8", datatype=XSD.decimal)))


def _source(graph: Graph) -> None:
    graph.add((SOURCE, RDF.type, SCHEMA.ScholarlyArticle))
    graph.add((SOURCE, H.doc, Literal("ornek")))
    graph.add((SOURCE, H.sha256, Literal("0" * 64)))
    graph.add((SOURCE, SCHEMA.name, Literal("Örnek metin", lang="tr")))
    _labels(graph, WORK, "Hatırat")
    graph.add((WORK, RDF.type, H.CitedWork))
    graph.add((WORK, H.inSource, SOURCE))


def _event(graph: Graph, number: int, event_type: EventType, claims_each: int, entities: int) -> None:
    own = KINDS.index(event_type.name) if event_type.name in KINDS[-3:] else None
    event = BASE[f"event/{event_type.name.lower()}/{number:016x}"] if own is None else entity(number // 14 % (entities // 11) * 11 + own)
    graph.add((event, RDF.type, URIRef(event_type.iri)))
    graph.add((event, SEM.eventType, URIRef(event_type.concept)))
    if own is None:
        _labels(graph, event, f"Olay {number}")
    graph.add((event, SEM.hasEarliestBeginTimeStamp, Literal("1921-03-16", datatype=XSD.date)))
    graph.add((event, SEM.hasLatestEndTimeStamp, Literal("1921-03-16", datatype=XSD.date)))
    quote = _quote(graph, number)
    for role in itertools.islice(event_type.roles.values(), claims_each):
        _claim(graph, number, event, role, quote, entities)


def _filler(role: Role, number: int, entities: int) -> Node:
    literal = (TEXT_RANGES | NUMBERS).get(role.range)
    if literal is not None:
        return literal
    row = number % (entities // 11) * 11
    return entity(row + KINDS.index(role.classes[number % len(role.classes)]))


def _claim(graph: Graph, number: int, event: Node, role: Role, quote: Node, entities: int) -> None:
    claim, filler = BASE[f"claim/{number:08x}{role.name}"], _filler(role, number, entities)
    status = H.planned if number % 8 == 7 else H.asserted
    graph.add((claim, RDF.type, H.Claim))
    graph.add((claim, RDF.subject, event))
    graph.add((claim, RDF.predicate, URIRef(role.iri)))
    graph.add((claim, RDF.object, filler))
    graph.add((claim, SEM.accordingTo, SOURCE))
    graph.add((claim, H.status, status))
    graph.add((claim, H.confidence, Literal("0.9", datatype=XSD.decimal)))
    graph.add((claim, H.frame, Literal("Örnek/birinci")))
    graph.add((claim, PROV.wasDerivedFrom, quote))
    graph.add((claim, PROV.hadPrimarySource, WORK))
    if status == H.asserted:
        graph.add((event, URIRef(role.iri), filler))


def _quote(graph: Graph, number: int) -> URIRef:
    quote = BASE[f"quote/{number:016x}"]
    text, position = URIRef(f"{quote}#text"), URIRef(f"{quote}#position")
    graph.add((quote, RDF.type, OA.SpecificResource))
    graph.add((quote, OA.hasSource, SOURCE))
    graph.add((quote, OA.hasSelector, text))
    graph.add((quote, OA.hasSelector, position))
    graph.add((quote, H.reading, Literal(f"Örnek söz {number}.")))
    graph.add((quote, H.line, Literal(number + 1)))
    graph.add((quote, H.note, Literal("3")))
    graph.add((text, RDF.type, OA.TextQuoteSelector))
    graph.add((text, OA.exact, Literal(f"Örnek söz {number}.")))
    graph.add((text, OA.prefix, Literal("önce")))
    graph.add((text, OA.suffix, Literal("sonra")))
    graph.add((position, RDF.type, OA.TextPositionSelector))
    graph.add((position, OA.start, Literal(number)))
    graph.add((position, OA.end, Literal(number + 9)))
    return quote


def _mention(graph: Graph, number: int, entities: int) -> None:
    mention = BASE[f"mention/{number:016x}"]
    graph.add((mention, RDF.type, H.Mention))
    graph.add((mention, H.inSource, SOURCE))
    graph.add((mention, OA.start, Literal(number)))
    graph.add((mention, OA.end, Literal(number + 5)))
    graph.add((mention, H.tag, Literal("PER")))
    graph.add((mention, H.text, Literal("Örnek")))
    graph.add((mention, H.denotes, entity(number % entities)))
    graph.add((mention, H.rule, Literal("authority")))


def _measure(events: int) -> None:
    graph = sample(events, 4, events * 7, events // 11 * 11)
    start = time.process_time()
    conforms, results = report(graph)
    print(f"{len(graph)} triples, {events} events: conforms {conforms}, {time.process_time() - start:.1f} s CPU")
    if not conforms:
        print(results.serialize(format="turtle")[:3000])


if __name__ == "__main__":
    _measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
