"""Each shape is broken once, in a graph that conforms otherwise, and must complain in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import synthetic_graph
from rdflib import BNode, Graph, Literal, Node, URIRef
from rdflib.collection import Collection
from synthetic_graph import SOURCE, WORK, entity, report, sample

import ontology
from ontology.vocabulary import BASE, EDTF_DATE, GEO, LANGUAGES, OA, ONTOLOGY, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SH, SKOS, XSD, H

MISSION = BASE["event/mission/000000000000000a"]
LIFE = BASE["event/life/0000000000000007"]
QUOTE = BASE["quote/0000000000000000"]
EXACT, POSITION = URIRef(f"{QUOTE}#text"), URIRef(f"{QUOTE}#position")
MENTION = BASE["mention/0000000000000000"]
PERSON, PLACE = entity(0), entity(5)
DATASET, RUN = BASE["dataset"], BASE["run/1"]


def claim(role: str) -> URIRef:
    """Return the first claim that fills ``role`` in the sample."""
    return next(BASE[f"claim/{number:08x}{role}"] for number in range(14) if (BASE[f"claim/{number:08x}{role}"], None, None) in _SAMPLE)


def put(subject: Node, predicate: URIRef, *values: Node) -> Callable[[Graph], None]:
    """Return a change that leaves exactly ``values`` (none: nothing) at ``predicate`` of ``subject``."""

    def change(graph: Graph) -> None:
        graph.remove((subject, predicate, None))
        for value in values:
            graph.add((subject, predicate, value))

    return change


def add(*triples: tuple[Node, URIRef, Node]) -> Callable[[Graph], None]:
    """Return a change that adds ``triples``."""

    def change(graph: Graph) -> None:
        for triple in triples:
            graph.add(triple)

    return change


def rename(old: Node, new: Node) -> Callable[[Graph], None]:
    """Return a change that puts ``new`` wherever ``old`` stands."""

    def change(graph: Graph) -> None:
        for s, p, o in list(graph):
            if old in (s, o):
                graph.remove((s, p, o))
                graph.add((new if s == old else s, p, new if o == old else o))

    return change


def unclaim(event: Node) -> Callable[[Graph], None]:
    """Return a change that leaves ``event`` one claim."""

    def change(graph: Graph) -> None:
        for each in list(synthetic_graph.claims(graph, event))[1:]:
            graph.remove((event, next(graph.objects(each, RDF.predicate)), None))
            graph.remove((each, None, None))

    return change


def fill(role: str, value: Node) -> Callable[[Graph], None]:
    """Return a change that makes a claim fill ``role`` with ``value``, and the event show it."""
    node = claim(role)

    def change(graph: Graph) -> None:
        event = next(graph.objects(node, RDF.subject))
        put(node, RDF.object, value)(graph)
        graph.remove((event, H[role], None))

    return change


def xsd(value: str, datatype: URIRef) -> Literal:
    return Literal(value, datatype=datatype)


_SAMPLE = sample()
LATEST = SEM.hasLatestEndTimeStamp
DAY = xsd("1921-03-16", XSD.date)
BROKEN: dict[str, tuple[Callable[[Graph], None], str]] = {
    "unknown predicate of an untyped node": (add((BASE["x"], BASE["knows"], PERSON)), "A predicate that the vocabulary does not define"),
    "no Turkish label": (put(PERSON, RDFS.label, Literal("Example", lang="en")), "Whatever has a label must have a Turkish one"),
    "two Turkish labels": (add((PERSON, RDFS.label, Literal("Öteki", lang="tr"))), "There must be only one label in each language"),
    # events
    "role of another type": (add((MISSION, H.commander, PERSON)), "An event of type Mission cannot have this predicate"),
    "predicate of no event": (add((MISSION, H.page, Literal("3"))), "An event of type Mission cannot have this predicate"),
    "event type of another class": (put(MISSION, SEM.eventType, H.MeetingType), "The event type must be h:MissionType"),
    "event as blank node": (rename(MISSION, BNode("m")), "An event must be an IRI"),
    "event without type": (put(MISSION, SEM.eventType), "An event must have exactly one type"),
    "event without label": (put(MISSION, RDFS.label), "An event must have a label"),
    "event with one role": (unclaim(LIFE), "An event must have at least two roles filled"),
    "earliest as text": (put(MISSION, SEM.hasEarliestBeginTimeStamp, Literal("1921-03-16")), "The earliest date must be a single xsd:date"),
    "two latest dates": (
        add((MISSION, LATEST, xsd("1921-03-18", XSD.date))),
        "The latest date must be a single xsd:date",
    ),
    "bounds out of order": (
        put(MISSION, LATEST, xsd("1921-03-15", XSD.date)),
        "The earliest date must not be after the latest",
    ),
    "direct triple that nothing claims": (add((MISSION, H.head, entity(11))), "A value of this role stands in no claim about the event"),
    "claim of a role that the type lacks": (put(claim("head"), RDF.predicate, H.commander), "The event's type has no such role"),
    # claims
    "predicate of no claim": (add((claim("head"), H.page, Literal("3"))), "A claim must be an IRI with no predicates but those of claims"),
    "claim about two events": (add((claim("head"), RDF.subject, LIFE)), "A claim must speak of exactly one event"),
    "claim of two roles": (add((claim("head"), RDF.predicate, H.member)), "A claim must fill exactly one role"),
    "claim of nothing": (put(claim("head"), RDF.object), "A claim must have exactly one value"),
    "claim without source": (put(claim("head"), SEM.accordingTo), "A claim must have exactly one source"),
    "unknown status": (put(claim("head"), H.status, H.rumoured), "The status of a claim must be asserted, reported, planned or denied"),
    "confidence above one": (
        put(claim("head"), H.confidence, xsd("1.1", XSD.decimal)),
        "The confidence of a claim must be a single decimal",
    ),
    "claim without evidence": (put(claim("head"), PROV.wasDerivedFrom), "A claim must have exactly one piece of evidence"),
    "claim with two pieces of evidence": (
        add((claim("head"), PROV.wasDerivedFrom, BASE["quote/0000000000000001"])),
        "A claim must have exactly one piece of evidence",
    ),
    "two frames": (add((claim("head"), H.frame, Literal("b"))), "The frame must be a single string"),
    "primary source that is a person": (put(claim("head"), PROV.hadPrimarySource, PERSON), "The primary source must be an h:CitedWork"),
    "antecedent that is a person": (put(claim("head"), H.antecedent, PERSON), "An antecedent must be a quote"),
    # ranges
    "date that is no EDTF": (fill("date", xsd("16.03.1921", EDTF_DATE)), "This role takes an EDTF date"),
    "date as text": (fill("date", Literal("1921")), "This role takes an EDTF date"),
    "text that is empty": (fill("kind", Literal(" ")), "This role takes words"),
    "text that is an entity": (fill("kind", PERSON), "This role takes words"),
    "size that is no number": (fill("size", Literal("on iki")), "This role takes a whole number"),
    "amount that is no number": (fill("amount", Literal("çok")), "This role takes a number"),
    "object that is a date": (fill("object", xsd("1921", EDTF_DATE)), "This role takes an entity, or words"),
    "head that is a place": (fill("head", PLACE), "This role takes an actor: a person"),
    "sender that is a place": (fill("sender", PLACE), "This role takes an actor, an office, a conference or an agreement"),
    "place that is a person": (fill("place", PERSON), "This role takes a place, a state, a body or a conference"),
    "destination that is an office": (fill("destination", entity(6)), "This role takes a place, an actor or a conference"),
    "office that is a person": (fill("office", PERSON), "This role takes an office"),
    "agreement that is a conflict": (fill("agreement", entity(10)), "This role takes an agreement (h:Agreement)"),
    "conference that is an agreement": (fill("conference", entity(8)), "This role takes a conference (h:Conference)"),
    "conflict that is a conference": (fill("conflict", entity(9)), "This role takes a conflict (h:Conflict)"),
    # quotes
    "predicate of no quote": (add((QUOTE, H.tag, Literal("PER"))), "A quote must be an IRI with no predicates but those of quotes"),
    "quote of no source": (put(QUOTE, OA.hasSource), "A quote must have exactly one source"),
    "quote with one selector": (put(QUOTE, OA.hasSelector, EXACT), "A quote must have two selectors"),
    "quote without words": (put(EXACT, OA.exact), "The words of the source are missing from the quote"),
    "quote without place": (put(POSITION, OA.start), "The place in the source is missing from the quote"),
    "empty reading": (put(QUOTE, H.reading, Literal("  ")), "The reading of a quote must not be empty"),
    "line zero": (put(QUOTE, H.line, Literal(0)), "The line of a quote must be a single whole number from 1"),
    "two pages": (put(QUOTE, H.page, Literal("3"), Literal("4")), "A quote can have at most one page"),
    "two sections": (put(QUOTE, H.section, Literal("Giriş"), Literal("Sonuç")), "A quote can have at most one section"),
    "note as a number": (put(QUOTE, H.note, Literal(3)), "The number of a note must be a string"),
    "predicate of no text selector": (add((EXACT, H.line, Literal(3))), "A text quote selector must be an IRI"),
    "empty words": (put(EXACT, OA.exact, Literal("\n")), "The words of a quote must not be empty"),
    "two prefixes": (add((EXACT, OA.prefix, Literal("b"))), "A quote can have at most one prefix"),
    "two suffixes": (add((EXACT, OA.suffix, Literal("b"))), "A quote can have at most one suffix"),
    "predicate of no position selector": (add((POSITION, H.line, Literal(3))), "A text position selector must be an IRI"),
    "start after end": (put(POSITION, OA.start, Literal(99)), "The start must be 0 or more and come before the end"),
    "no end": (put(POSITION, OA.end), "The end must be a single whole number"),
    # entities
    "entity as blank node": (rename(PERSON, BNode("p")), "An entity must be an IRI"),
    "predicate of no entity": (add((PERSON, H.tag, Literal("PER"))), "An entity must be an IRI with no predicates but those of entities"),
    "no preferred label": (put(PERSON, SKOS.prefLabel), "An entity must have a preferred label"),
    "entity without label": (put(PERSON, RDFS.label), "An entity must have a label"),
    "sameAs elsewhere": (put(PERSON, OWL.sameAs, BASE["x"]), "owl:sameAs must be a Wikidata entity"),
    "related to a source": (put(PERSON, H.relatedTo, SOURCE), "What it is related to must be an entity"),
    "two births": (put(PERSON, H.born, xsd("1881", EDTF_DATE), xsd("1882", EDTF_DATE)), "The birth must be a single EDTF date"),
    "death as text": (put(PERSON, H.died, Literal("1938")), "The death must be a single EDTF date"),
    "beginning as text": (put(PERSON, H.since, Literal("1920")), "The beginning must be a single EDTF date"),
    "end as text": (put(PERSON, H.until, Literal("1920")), "The end must be a single EDTF date"),
    "authority neither true nor false": (put(PERSON, H.inAuthority, Literal("evet")), "h:inAuthority must be true or false"),
    "latitude beyond the pole": (put(PLACE, GEO.lat, xsd("91.0", XSD.decimal)), "The latitude must be a single decimal"),
    "longitude beyond": (put(PLACE, GEO.long, xsd("181.0", XSD.decimal)), "The longitude must be a single decimal"),
    # sources, works, mentions
    "predicate of no source": (add((SOURCE, H.tag, Literal("PER"))), "A source must be an IRI with no predicates but those of sources"),
    "source without document": (put(SOURCE, H.doc), "A source must have exactly one document name"),
    "digest too short": (put(SOURCE, H.sha256, Literal("abc")), "A source must have exactly one SHA-256 digest"),
    "source without title": (put(SOURCE, SCHEMA.name), "A source must have a title"),
    "predicate of no work": (add((WORK, H.tag, Literal("PER"))), "A cited work must be an IRI with no predicates but those of cited works"),
    "work cited by nobody": (put(WORK, H.inSource), "A cited work must be cited by exactly one source"),
    "work without label": (put(WORK, RDFS.label), "A cited work must have a label"),
    "two keys": (put(WORK, H.key, Literal("a"), Literal("b")), "A cited work can have at most one key"),
    "predicate of no mention": (add((MENTION, H.line, Literal(3))), "A mention must be an IRI with no predicates but those of mentions"),
    "mention in no source": (put(MENTION, H.inSource), "A mention must have exactly one source"),
    "mention that ends before it starts": (put(MENTION, OA.start, Literal(99)), "A mention must have one start, before its end"),
    "mention without end": (put(MENTION, OA.end), "A mention must have exactly one end"),
    "unknown tag": (put(MENTION, H.tag, Literal("XYZ")), "The tag must be one of PER"),
    "mention of nothing": (put(MENTION, H.text, Literal("")), "The words of a mention must not be empty"),
    "mention of a source": (put(MENTION, H.denotes, SOURCE), "A mention can denote at most one entity"),
    "value as text": (put(MENTION, H.value, Literal("1921")), "The value of a mention must be a single EDTF date"),
    # runs and the data set
    "predicate of no run": (add((RUN, RDF.type, PROV.Activity), (RUN, H.tag, Literal("PER"))), "A run must be an IRI"),
    "start of a run as a date": (
        add((RUN, RDF.type, H.Run), (RUN, PROV.startedAtTime, DAY)),
        "The start of a run must be a single xsd:dateTime",
    ),
    "end of a run as a date": (add((RUN, RDF.type, H.Run), (RUN, PROV.endedAtTime, DAY)), "The end of a run must be"),
    "predicate of no data set": (add((DATASET, RDF.type, H.Dataset), (DATASET, H.tag, Literal("PER"))), "A data set must be an IRI"),
    "data set without title": (add((DATASET, RDF.type, H.Dataset)), "A data set must have a title"),
    "data set without licence": (add((DATASET, RDF.type, H.Dataset)), "A data set must have a licence"),
}


def messages(results: Graph, language: str) -> set[str]:
    """Return the messages in ``language``: the results' own, or their shape's where pySHACL dropped the language (SPARQL constraints)."""
    own = set(results.objects(None, SH.resultMessage))
    spoken = {each for shape in results.objects(None, SH.sourceShape) for each in ontology.shapes().objects(shape, SH.message)}
    found = own | {each for each in spoken if Literal(str(each)) in own}
    return {str(each) for each in found if getattr(each, "language", None) == language}


def shape_messages() -> dict[Node, dict[str, str]]:
    graph = ontology.shapes()
    found: dict[Node, dict[str, str]] = {}
    for node, message in graph.subject_objects(SH.message):
        found.setdefault(node, {})[str(getattr(message, "language", ""))] = str(message)
    return found


def test_sample_conforms() -> None:
    conforms, results = report(sample())
    assert conforms, results.serialize(format="turtle")


@pytest.mark.parametrize("name", BROKEN)
def test_broken_shape_complains_in_both_languages(name: str) -> None:
    change, english = BROKEN[name]
    graph = sample()
    change(graph)
    conforms, results = report(graph)
    assert not conforms
    assert any(each.startswith(english) for each in messages(results, "en")), sorted(messages(results, "en"))
    turkish = {texts["tr"] for texts in shape_messages().values() if texts["en"].startswith(english)}
    heads = {each.partition("{")[0] for each in turkish}
    assert any(each.startswith(tuple(heads)) for each in messages(results, "tr")), sorted(messages(results, "tr"))


@pytest.mark.parametrize("event_type", ontology.event_types().values(), ids=lambda each: each.name)
def test_event_shape_is_closed(event_type: ontology.EventType) -> None:
    graph = sample()
    event = next(iter(sorted(graph.subjects(SEM.eventType, URIRef(event_type.concept)))))
    graph.add((event, H.page, Literal("3")))
    conforms, results = report(graph)
    assert not conforms
    assert {
        f"An event of type {event_type.name} cannot have this predicate: use one of the roles in ontology/events/{event_type.name}.ttl."
    } <= messages(results, "en")


def test_every_message_is_broken_once() -> None:
    tested = tuple(english for _, english in BROKEN.values())
    closed = tuple(f"An event of type {name} cannot" for name in ontology.event_types())
    typed = tuple(f"The event type must be h:{name}Type" for name in ontology.event_types())
    untested = [texts["en"] for texts in shape_messages().values() if not texts["en"].startswith((*tested, *closed, *typed))]
    assert untested == []


def test_every_message_is_in_both_languages() -> None:
    assert all(sorted(texts) == sorted(LANGUAGES) for texts in shape_messages().values())


def test_every_constraint_has_a_message() -> None:
    graph = ontology.shapes()
    plain = {SH.path, SH.order, SH.property, RDF.type}
    mute = [
        (str(graph.value(node, SH.path)), sorted(map(str, set(graph.predicates(node)) - plain)))
        for node in set(graph.objects(None, SH.property))
        if set(graph.predicates(node)) - plain and (node, SH.message, None) not in graph
    ]
    assert mute == []


@pytest.mark.parametrize(
    "value",
    [
        "1921",
        "1921-03",
        "1921-03-16",
        "1921-03-16~",
        "1921?",
        "192X",
        "19XX",
        "1920-09-01/1920-09-07",
        "1921/..",
        "../1921",
        "1921-03/",
        "[1921,1922]",
        "1921-21",
    ],
)
def test_edtf_dates_are_taken(value: str) -> None:
    graph = sample()
    fill("date", xsd(value, EDTF_DATE))(graph)
    assert report(graph)[0]


@pytest.mark.parametrize("value", ["", "..", "16 Mart 1921", "1921.03.16", "1921-3-16", "21", "1921-03-16T00:00"])
def test_other_dates_are_refused(value: str) -> None:
    graph = sample()
    fill("date", xsd(value, EDTF_DATE))(graph)
    assert not report(graph)[0]


def test_planned_event_conforms_without_direct_roles() -> None:
    graph = sample()
    for each in synthetic_graph.claims(graph, MISSION):
        graph.set((each, H.status, H.planned))
        graph.remove((MISSION, next(graph.objects(each, RDF.predicate)), None))
    assert report(graph)[0]


def test_agreement_that_is_only_named_needs_no_roles() -> None:
    graph = sample()
    node = BASE["agreement/yalnizca-adi-gecen"]
    graph.add((node, RDF.type, H.Agreement))
    graph.add((node, RDFS.label, Literal("Yalnızca adı geçen antlaşma", lang="tr")))
    assert report(graph)[0]


def test_every_range_of_a_role_has_a_shape() -> None:
    ranges = {role.range for each in ontology.event_types().values() for role in each.roles.values()}
    assert ranges <= {str(node) for node in ontology.shapes().objects(None, SH.targetNode)}


def test_a_violation_of_a_range_names_the_claim() -> None:
    graph = sample()
    fill("head", PLACE)(graph)
    _, results = report(graph)
    assert set(results.objects(None, SH.focusNode)) == {claim("head")}


def test_common_predicates_are_one_list() -> None:
    graph = ontology.shapes()
    common = set(Collection(graph, H.EventCommon))
    assert RDF.type in common
    assert all(graph.value(H[f"{name}Shape"], SH.ignoredProperties) == H.EventCommon for name in ontology.event_types())
    assert (ONTOLOGY, None, None) in ontology.load()
