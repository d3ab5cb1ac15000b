"""The vocabulary is whole: every term is labelled and defined in both languages, and nothing names a term that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef

import ontology
from ontology.loading import _event_type, _parse
from ontology.vocabulary import BASE, CRM, LANGUAGES, OWL, RDF, RDFS, SH, SKOS, STATUSES, H

FOLDER = Path(ontology.__file__).parent
DESIGN = {
    "Agreement": "agreement date place party signatory ratified inForce",
    "Mission": "mission head member sender destination departed origin arrived size purpose",
    "Appointment": "person office represents place start end kind predecessor",
    "Office": "person office represents date",
    "Communication": "kind sender recipient date topic",
    "Meeting": "participant place date topic",
    "Conference": "conference place start end participant",
    "Transfer": "giver recipient item amount date place via",
    "Movement": "actor origin destination date",
    "Conflict": "conflict side commander place start end outcome",
    "Founding": "organization founder place date kind",
    "Life": "person kind date place",
    "Membership": "person organization date",
    "Decision": "actor kind object date",
}

# The terms of CIDOC CRM 7.1 that the alignment names, as its RDFS spells them (checked by hand: the standard is not in the repository).
CRM_CLASSES = """E5_Event E7_Activity E9_Move E13_Attribute_Assignment E21_Person E31_Document E33_Linguistic_Object E39_Actor E53_Place
    E55_Type E66_Formation E67_Birth E68_Dissolution E69_Death E73_Information_Object E74_Group E85_Joining"""
CRM_PROPERTIES = """P2_has_type P4_has_time-span P7_took_place_at P11_had_participant P12_occurred_in_the_presence_of
    P14_carried_out_by P21_had_general_purpose P26_moved_to P27_moved_from P67_refers_to P82a_begin_of_the_begin
    P82b_end_of_the_end P129_is_about P190_has_symbolic_content"""


def vocabulary() -> Graph:
    return ontology.load()


def own_terms(graph: Graph) -> set[URIRef]:
    shapes = set(graph.subjects(RDF.type, SH.NodeShape))
    return {each for each in graph.subjects(RDF.type) if isinstance(each, URIRef) and each.startswith(str(H)) and each not in shapes}


def test_every_term_has_labels_and_definitions_in_both_languages() -> None:
    graph = vocabulary()
    terms = own_terms(graph) | {each for each in graph.subjects(SKOS.definition) if isinstance(each, URIRef)}
    assert len(terms) > 150
    lacking = [
        (str(term), str(predicate))
        for term in sorted(terms)
        for predicate in (RDFS.label, SKOS.definition)
        if sorted(str(getattr(each, "language", "")) for each in graph.objects(term, predicate)) != sorted(LANGUAGES)
    ]
    assert lacking == []


@pytest.mark.parametrize("name", DESIGN)
def test_every_role_of_the_design_exists(name: str) -> None:
    roles = list(ontology.event_types()[name].roles)
    assert [each for each in roles if each in DESIGN[name].split()] == DESIGN[name].split()


def test_event_types_are_those_of_the_design() -> None:
    assert list(ontology.event_types()) == sorted(DESIGN)


def test_event_types_and_files_are_the_same() -> None:
    assert sorted(path.stem for path in (FOLDER / "events").glob("*.ttl")) == sorted(DESIGN)


def test_roles_know_what_fills_them() -> None:
    transfer = ontology.event_types()["Transfer"].roles
    assert {name: transfer[name].kind for name in ("giver", "item", "amount", "date", "via")} == {
        "giver": "entity",
        "item": "text",
        "amount": "number",
        "date": "date",
        "via": "entity or text",
    }
    assert transfer["place"].classes == ("Conference", "Government", "Group", "Organization", "Place", "State")
    assert transfer["date"].classes == ()
    assert ontology.event_types()["Office"].iri == str(H.OfficeHolding)


def test_role_classes_are_the_entity_kinds() -> None:
    kinds = {"Person", "State", "Government", "Organization", "Group", "Place", "Office", "Publication", "Agreement", "Conference"}
    kinds |= {"Conflict"}
    assert {each for kind in ontology.event_types().values() for role in kind.roles.values() for each in role.classes} == kinds


def test_shapes_name_only_defined_terms() -> None:
    graph, shapes = vocabulary(), ontology.shapes()
    own = {node for triple in shapes for node in triple if isinstance(node, URIRef) and node.startswith(str(H))}
    unknown = {each for each in own if (each, SKOS.definition, None) not in graph and (each, RDF.type, SH.NodeShape) not in shapes}
    assert unknown == {H.EventCommon}
    borrowed = {each for each in shapes.objects(None, SH.path) if isinstance(each, URIRef)} - {RDF.subject, RDF.predicate, RDF.object}
    assert [str(each) for each in borrowed if (each, SKOS.definition, None) not in graph] == []


def test_references_within_the_vocabulary_exist() -> None:
    graph = vocabulary()
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.range, RDFS.domain, H.eventClass, SKOS.inScheme):
        for target in set(graph.objects(None, predicate)):
            if str(target).startswith(str(H)):
                assert (target, SKOS.definition, None) in graph, target


def test_alignment_names_only_existing_terms() -> None:
    graph = Graph().parse(FOLDER / "alignment.ttl")
    known = set(vocabulary().subjects(SKOS.definition))
    assert {str(each) for each in graph.subjects() if each not in known} == set()
    targets = {str(each).removeprefix(str(CRM)) for each in graph.objects()}
    assert targets == {*CRM_CLASSES.split(), *CRM_PROPERTIES.split()}


def test_alignment_covers_every_kind_of_entity_and_event() -> None:
    aligned = {str(each) for each in Graph().parse(FOLDER / "alignment.ttl").subjects()}
    assert {each.iri for each in ontology.event_types().values()} <= aligned


def test_statuses_are_concepts() -> None:
    graph = vocabulary()
    assert {graph.value(each, SKOS.notation).toPython() for each in STATUSES.values()} == set(STATUSES)


def test_roles_of_actors_and_places_are_sem_roles() -> None:
    graph = vocabulary()
    loose = {"office", "agreement", "conference", "conflict"}
    assert {
        role.name
        for each in ontology.event_types().values()
        for role in each.roles.values()
        if role.kind == "entity" and (URIRef(role.iri), RDFS.subPropertyOf, None) not in graph
    } == loose
    assert (URIRef(f"{H}signatory"), RDF.type, OWL.ObjectProperty) in graph


def test_no_own_name_twice() -> None:
    assert str(H).startswith(str(BASE))
    graph = vocabulary()
    labels = [str(each) for role in graph.subjects(RDF.type, H.Role) for each in graph.objects(role, RDFS.label) if each.language == "en"]
    assert sorted(labels) == sorted(set(labels))


NEW_TYPE = """
@prefix h: <https://w3id.org/hariciye/ontology#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
h:VisitType a skos:Concept ; skos:inScheme h:EventTypes ; skos:notation "Visit" ; h:eventClass h:Visit ;
    rdfs:label "Ziyaret"@tr , "Visit"@en .
h:host a h:Role ; rdfs:range h:Person ; rdfs:label "ev sahibi"@tr , "host"@en .
h:VisitShape sh:targetClass h:Visit ; sh:property [ sh:path h:host ; sh:order 2 ] , [ sh:path h:date ; sh:order 1 ] .
"""


def test_a_new_type_is_one_file(tmp_path: Path) -> None:
    file = tmp_path / "Visit.ttl"
    file.write_text(NEW_TYPE, encoding="utf-8")
    visit = _event_type(vocabulary() + _parse([file]), "Visit", H.VisitType)
    assert list(visit.roles) == ["date", "host"]
    assert visit.roles["host"].classes == ("Person",)
    assert visit.labels == {"en": "Visit", "tr": "Ziyaret"}


def test_broken_turtle_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "Visit.ttl"
    file.write_text("h:Visit a", encoding="utf-8")
    with pytest.raises(ValueError, match=r"Visit\.ttl: not valid Turtle"):
        _parse([file])


def test_a_type_without_a_shape_says_what_is_missing() -> None:
    graph = Graph().parse(data=NEW_TYPE.replace("sh:targetClass h:Visit ;", ""))
    with pytest.raises(ValueError, match=r"Visit\.ttl: h:VisitType needs h:eventClass"):
        _event_type(graph, "Visit", H.VisitType)


def test_a_role_without_a_range_says_what_is_missing() -> None:
    graph = Graph().parse(data=NEW_TYPE.replace("rdfs:range h:Person ;", ""))
    with pytest.raises(ValueError, match="host needs an rdfs:range"):
        _event_type(graph, "Visit", H.VisitType)
