"""The other commands: answers, formats, exit codes, and one line for what went wrong."""

import json
import re

import networkx as nx
import pytest
from commandline import TEXTS, run
from rdflib import Graph

import hariciye
import queries

COMMANDS = sorted(command.name or command.callback.__name__ for command in hariciye.app.registered_commands)


def flat(result):
    return " ".join(result.output.split())


def test_the_commands_are_those_that_the_readme_tells_of():
    assert COMMANDS == ["build", "explain", "export", "names", "query", "show", "validate"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_that_calls_the_command(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: hariciye {command} " in flat(result).replace("`", "")


def test_query_without_a_name_lists_the_catalogue(built):
    for words in ((), (built,)):
        result = run("query", *words)
        assert result.exit_code == 0
        assert all(name in result.output for name in queries.names())


def test_query_as_table_csv_json_and_turtle(built):
    words = ("query", built, "disagreements")
    assert "Gümrü" in run(*words).output
    assert run(*words, "--format", "csv").output.splitlines()[0] == "what,as,value,status,source,words"
    rows = json.loads(run(*words, "--format", "json").output)["results"]["bindings"]
    assert {"1920-12-02", "1920-12-03"} <= {row["value"]["value"] for row in rows}
    assert len(Graph().parse(data=run(*words, "--format", "ttl").output, format="turtle"))


def test_query_from_standard_input_and_from_a_file(built, tmp_path):
    text = "#+ parameters:\n#+   n: number = 1\nSELECT (COUNT(*) + $n AS ?c) WHERE { ?s ?p ?o }"
    (tmp_path / "count.rq").write_text(text)
    one = run("query", built, "-", "n=5", "--format", "csv", input=text)
    other = run("query", built, tmp_path / "count.rq", "n=5", "--format", "csv")
    assert one.exit_code == 0
    assert one.output == other.output
    assert int(one.output.split()[1]) > 100


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none", "agreements"], "none: no graph here"),
        (["DIR", "agrements"], "agrements: no such question"),
        (["DIR", "agreements", "Türkiye"], "Türkiye: not a parameter; write name=value"),
        (["DIR", "agreements", "party=Nebukadnezar"], "nobody and nothing in the graph has this name"),
        (["DIR", "-"], "-: wrong SPARQL in line 1"),
        (["--endpoint", "http://127.0.0.1:9/sparql", "agreements"], "http://127.0.0.1:9/sparql: no answer"),
    ],
)
def test_query_errors_are_one_line_and_exit_2(words, message, built):
    result = run("query", *(str(built) if word == "DIR" else word for word in words), input="SELEC ?x")
    assert result.exit_code == 2
    assert message in flat(result)
    assert len(result.output.strip().splitlines()) == 1


def test_validate_tells_by_its_exit_code(built, tmp_path):
    assert run("validate", built).exit_code == 0
    assert run("validate", built / "graph.ttl").exit_code == 0
    broken = tmp_path / "broken.ttl"
    text = (built / "graph.ttl").read_text("utf-8")
    quote = re.search(r"<https://w3id.org/hariciye/quote/\w+>|quote:\w+", text)
    broken.write_text(text + f"\n{quote[0]} <http://example.org/odd> 1 .\n", encoding="utf-8")
    result = run("validate", broken)
    assert result.exit_code == 1
    assert "http://example.org/odd" in result.output
    assert re.search(r"\d violations?$", result.output.strip())
    assert run("validate", tmp_path / "none").exit_code == 2


@pytest.mark.parametrize("form", [form.value for form in hariciye.Export])
def test_export_writes_every_format(form, built, tmp_path):
    file = tmp_path / f"out.{form}"
    result = run("export", built, "--format", form, "-o", file)
    assert result.exit_code == 0
    assert file.stat().st_size > 100
    if form in ("graphml", "gexf"):
        assert len({"graphml": nx.read_graphml, "gexf": nx.read_gexf}[form](file)) > 1


def test_export_into_a_folder_that_is_not_there_is_one_line(built, tmp_path):
    result = run("export", built, "--format", "csv", "-o", tmp_path / "none" / "x.csv")
    assert result.exit_code == 2
    assert "none" in result.output


def test_explain_shows_words_place_frame_and_other_voices(built):
    result = run("explain", built, "Gümrü Antlaşması")
    assert result.exit_code == 0
    for words in ("03-gumru-ve-kars", "04-altin-ve-silah", "line ", "read by Agreement/", "1920-12-02", "1920-12-03", "≠"):
        assert words in result.output
    assert "name " not in result.output
    named = run("explain", built, "Gümrü Antlaşması", "--names").output
    assert "name Gümrü Antlaşması: AGR = Gümrü Antlaşması (" in named and "not LOC “Gümrü”" in named
    assert run("explain", built, "agreement/none").exit_code == 2
    assert run("explain", built, "Nebukadnezar").exit_code == 2


def test_show_prints_passages_and_a_page(tmp_path):
    file = TEXTS / "02-moskova-antlasmasi.txt"
    assert "Moskova Konferansı 26 Şubat 1921’de açıldı." in flat(run("show", file))
    assert "<html" in run("show", file, "--html").output
    assert run("show", tmp_path / "none.txt").exit_code == 2


def test_names_lists_who_is_new(built):
    result = run("names", built)
    assert result.exit_code == 0


def test_a_notebook_gets_rows_a_network_and_explanations(built):
    graph = hariciye.open_graph(built)
    rows = graph.ask("disagreements")
    assert {"what", "value", "source", "words"} <= rows[0].keys()
    assert len(graph.network()) > 1
    assert graph.explain("agreement/gumru-antlasmasi").sayings
    with pytest.raises(ValueError, match="no graph here"):
        hariciye.open_graph(built / "none")
