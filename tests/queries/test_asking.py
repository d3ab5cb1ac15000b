"""Folder and endpoint give the same answers; what cannot be asked is told in one line."""

import shutil
import socket
from pathlib import Path

import pyoxigraph as ox
import pytest
import serving
import virtuoso
from test_query_catalogue import ASKED

import queries
from queries import QueryError

SELECT = "SELECT ?x WHERE { BIND(1 AS ?x) }"


@pytest.fixture(scope="module")
def loopback(folder):
    store = ox.Store()
    store.load(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    with serving.serve(store) as url:
        yield url


@pytest.fixture(scope="module")
def debian_server(folder, tmp_path_factory):
    if not shutil.which("virtuoso-t"):
        pytest.skip("no SPARQL server here: apt-get install virtuoso-opensource-7-bin")
    with virtuoso.serve(folder / "graph.ttl", tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.mark.parametrize("name", queries.names())
def test_endpoint_answers_as_the_folder(name, folder, loopback):
    assert queries.run(name, loopback, ASKED.get(name, {})) == queries.run(name, folder, ASKED.get(name, {}))


@pytest.mark.server
@pytest.mark.parametrize("name", queries.names())
def test_a_real_server_answers_as_the_folder(name, folder, debian_server):
    here, there = (queries.run(name, target, ASKED.get(name, {})) for target in (folder, debian_server))
    assert there.columns == here.columns
    assert sorted(map(plain, there.rows)) == sorted(map(plain, here.rows))


def plain(row):
    """Return a row's words; Virtuoso writes true as 1 and 1 as 1.0."""
    return tuple({"true": "1"}.get(str(term or ""), str(term or "").removesuffix(".0")) for term in row)


def test_ask_gives_one_row(folder, loopback):
    query = queries.parse("q", "ASK { ?s ?p ?o }")
    for target in (folder, loopback):
        assert [str(term) for row in queries.run(query, target).rows for term in row] == ["true"]


def one_line(function, *args):
    with pytest.raises(QueryError) as caught:
        function(*args)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_wrong_sparql_is_told_with_its_line(folder, loopback, tmp_path):
    file = tmp_path / "wrong.rq"
    file.write_text("SELECT ?x\nWHERE { ?x a ?? }\n")
    assert one_line(queries.run, file, folder).startswith(f"{file}: wrong SPARQL in line 2, column 17, at “}}”: ")
    assert "wrong SPARQL in line 2" in one_line(queries.run, file, loopback)


def test_a_prefix_that_is_not_declared_is_named(folder):
    assert one_line(queries.run, queries.parse("q", "ASK { ?x foo:bar ?y }"), folder).endswith("at “?y }”: a prefix is not declared")


def test_unknown_question_lists_the_known(folder):
    message = one_line(queries.run, "signatores", folder)
    assert "no such question" in message
    assert "signatories" in message


def test_missing_file_folder_and_graph_are_told(folder, tmp_path):
    assert "no such file" in one_line(queries.run, tmp_path / "none.rq", folder)
    assert "no graph here" in one_line(queries.run, "agreements", tmp_path)
    assert "hariciye build" in one_line(queries.run, "agreements", tmp_path / "none")


def test_a_file_that_is_not_text_is_told(folder, tmp_path):
    file = tmp_path / "binary.rq"
    file.write_bytes(b"\xff\xfe\x00\xff")
    assert "save it as a UTF-8 .rq file" in one_line(queries.run, file, folder)


def test_unreachable_endpoint_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/sparql"
    message = one_line(queries.run, queries.parse("q", SELECT), url)
    assert message.startswith(f"{url}: no answer (")
    assert "check the address" in message


def test_something_that_is_no_endpoint_is_told(monkeypatch, loopback):
    monkeypatch.setattr(serving._Handler, "do_POST", lambda self: self._send(200, "text/html", b"<html>hello</html>"))
    assert "is this a SPARQL endpoint?" in one_line(queries.run, queries.parse("q", SELECT), loopback)


def test_names_are_looked_up_at_the_endpoint_too(loopback):
    assert queries.run("meetings", loopback, {"a": "frunze"}).rows


def test_update_is_refused(folder):
    assert "wrong SPARQL" in one_line(queries.run, queries.parse("q", "DELETE WHERE { ?s ?p ?o }"), folder)


def test_folder_may_be_a_string(folder):
    assert queries.run("agreements", str(folder)).rows
    assert isinstance(folder, Path)
