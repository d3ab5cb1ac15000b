"""The way the shapes are put to pySHACL is quicker than the plain one and says the same."""

from itertools import chain
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from graph_texts import ALL, AUTHORITY
from rdflib.compare import to_isomorphic

import graph
import ontology
from graph.lookup import to_rdflib
from graph.validation import validate
from ontology.vocabulary import RDF, SH, H

BREAKS = {
    "status": ("h:status h:planned", 'h:status "planned"'),
    "role": ("rdf:predicate h:signatory", "rdf:predicate h:member"),
    "source": ("sem:accordingTo source:a-metni", "sem:accordingTo quote:x"),
    "label": ('"@tr', '"@de'),
    "predicate": ("h:confidence", "h:certainty"),
    "type": ("sem:eventType", "sem:subEventOf"),
    "selector": ("oa:start", "oa:startsAt"),
    "date": ('"1921-03-16"^^edtf:EDTF', '"1921"'),
    "unclaimed": ("h:signatory person:georgi-cicerin", "h:signatory person:mustafa-kemal-ataturk"),
}
"""What to write instead of what, wherever it stands in the dump."""


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> str:
    directory = tmp_path_factory.mktemp("out") / "graph"
    graph.save(graph.build(ALL, AUTHORITY), directory)
    return (directory / "graph.ttl").read_text(encoding="utf-8")


def named(node: rdflib.term.Node | None) -> str:
    """Return an IRI or a literal; a path that is a blank node has no name."""
    return "" if node is None or isinstance(node, rdflib.BNode) else str(node)


@pytest.mark.parametrize("name", BREAKS)
def test_the_quick_way_finds_what_the_plain_way_finds(dump: str, name: str, tmp_path: Path) -> None:
    old, new = BREAKS[name]
    assert old in dump
    broken = tmp_path / "broken.ttl"
    broken.write_text(dump.replace(old, new), encoding="utf-8")
    conforms, results, _ = pyshacl.validate(rdflib.Graph().parse(broken) + ontology.load(), shacl_graph=ontology.shapes(), inplace=True)
    assert isinstance(results, rdflib.Graph) and not conforms
    found = [
        (results.value(each, SH.resultPath), results.value(each, SH.value)) for each in results.subjects(RDF.type, SH.ValidationResult)
    ]
    plain = sorted((named(path), named(value)) for path, value in found)
    report = validate(broken)
    assert not report.conforms
    assert sorted((violation.path, violation.value) for violation in report.violations) == plain


def test_a_lookup_graph_is_the_graph(dump: str) -> None:
    triples = [quad.triple for quad in pyoxigraph.parse(dump, format=pyoxigraph.RdfFormat.TURTLE)]
    found, plain = to_rdflib(chain(triples, triples[:5])), rdflib.Graph().parse(data=dump, format="turtle")
    assert len(found) == len(plain) and to_isomorphic(found) == to_isomorphic(plain)
    for s, p, o in list(plain)[::7]:
        for pattern in [(s, p, o), (s, p, None), (s, None, o), (None, p, o), (s, None, None), (None, p, None), (None, None, o)]:
            assert set(found.triples(pattern)) == set(plain.triples(pattern))
    assert list(found.triples((H.x, None, None))) == list(found.triples((None, H.x, None))) == []


def test_a_lookup_graph_answers_sparql(dump: str) -> None:
    text = "SELECT ?claim ?role WHERE { ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> ?role }"
    found = to_rdflib(quad.triple for quad in pyoxigraph.parse(dump, format=pyoxigraph.RdfFormat.TURTLE))
    rows = found.query(text, initBindings={"role": H.signatory})
    assert (
        {str(row[rdflib.Variable("claim")]) for row in rows.bindings}
        == {str(claim) for claim in found.subjects(RDF.predicate, H.signatory)}
        != set()
    )
