"""One answer in all formats."""

import csv
import io
import json

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rich.console import Console

import queries
from ontology.vocabulary import EDTF_DATE
from queries.asking import Result
from queries.catalogue import QueryError
from queries.formats import BASE, RS, brief, catalogue, show, write

RESULT = Result(
    ("who", "date", "what"),
    (
        (URIRef(BASE + "person/a"), Literal("1921-03", datatype=EDTF_DATE), Literal("söz, “x”\niki", lang="tr")),
        (None, None, Literal('tırnak "')),
    ),
)  # fmt: skip


def test_csv_quotes_what_needs_it_and_leaves_gaps_empty():
    rows = list(csv.reader(io.StringIO(write(RESULT, "csv"))))
    assert rows == [["who", "date", "what"], [BASE + "person/a", "1921-03", "söz, “x”\niki"], ["", "", 'tırnak "']]


def test_json_is_sparql_results_json():
    data = json.loads(write(RESULT, "json"))
    assert data["head"]["vars"] == ["who", "date", "what"]
    first, second = data["results"]["bindings"]
    assert first["who"] == {"type": "uri", "value": BASE + "person/a"}
    assert first["date"] == {"type": "literal", "value": "1921-03", "datatype": "http://id.loc.gov/datatypes/edtf/EDTF"}
    assert first["what"] == {"type": "literal", "value": "söz, “x”\niki", "xml:lang": "tr"}
    assert second.keys() == {"what"}


def test_turtle_of_a_table_is_a_result_set():
    graph = Graph().parse(data=write(RESULT, "ttl"), format="turtle")
    assert len(list(graph.subjects(RDF.type, RS.ResultSet))) == 1
    assert len(list(graph.objects(None, RS.solution))) == 2
    assert URIRef(BASE + "person/a") in set(graph.objects(None, RS.value))


def test_turtle_of_triples_is_the_triples(folder):
    result = queries.run("evidence", folder, {"event": "Kars Antlaşması"})
    assert len(Graph().parse(data=write(result, "ttl"), format="turtle")) == len(result.rows)


def test_table_shortens_iris_and_counts_rows():
    console = Console(width=100, file=io.StringIO())
    show(RESULT, console)
    text = console.file.getvalue()
    assert "person/a" in text
    assert BASE not in text
    assert "2 rows" in text


def test_empty_answer_says_so():
    console = Console(file=io.StringIO())
    show(Result(("x",), ()), console)
    assert console.file.getvalue() == "Nothing found.\n"


def test_brief_uses_the_known_prefixes():
    assert brief(URIRef(BASE + "ontology#date")) == "h:date"
    assert brief(URIRef("http://example.org/x")) == "http://example.org/x"
    assert brief(None) == ""


def test_catalogue_lists_every_question():
    console = Console(width=200, file=io.StringIO())
    catalogue(console)
    assert all(name in console.file.getvalue() for name in queries.names())


def test_unknown_format_lists_the_known():
    with pytest.raises(QueryError, match="xml: no such format; give one of table, csv, json, ttl"):
        write(RESULT, "xml")
