"""Ask a question of a built graph (Oxigraph on disk) or of a SPARQL endpoint (SPARQLWrapper); answers look the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLExceptions, SPARQLWrapper

from graph.store import StoreError, open_store
from queries.catalogue import Query, QueryError, load, load_file
from queries.filling import LABELS, fill, find

Term = URIRef | Literal | BNode
_Asker = Callable[[str, str], "Result"]
TIMEOUT = 60
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_QUIET = re.compile(r"#[^\n]*|<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"")


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: ``columns`` and ``rows`` of terms (None where unbound).

    A CONSTRUCT gives rows of subject, predicate and object, with ``triples`` True.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    triples: bool = False


def run(query: str | Path | Query, target: str | Path, parameters: Mapping[str, str] | None = None) -> Result:
    """Ask ``query`` (a name of the catalogue, a ``.rq`` file, or a Query) of ``target``, a built folder or the URL of an endpoint.

    >>> run("signatories", "out/graph", {"agreement": "Moskova Antlaşması"})  # doctest: +SKIP

    Raises QueryError, in one line, for an unknown question, a wrong parameter, wrong SPARQL, a folder without a graph, or
    an endpoint that does not answer.
    """
    asked = query if isinstance(query, Query) else load_file(Path(query)) if str(query).endswith(".rq") else load(str(query))
    ask = _asker(target)
    text = fill(asked, parameters or {}, lambda: _labels(ask))
    return ask(asked.name, text)


def resolve(name: str, target: str | Path) -> str:
    """Return the IRI of the one entity called ``name`` in ``target``; raise QueryError where none or several are."""
    try:
        return find(name, _labels(_asker(target)))
    except ValueError as error:
        raise QueryError(f"{name}: {error}") from None


def _asker(target: str | Path) -> _Asker:
    return _Endpoint(str(target)) if re.match(r"https?://", str(target)) else _Store(Path(target))


def _labels(ask: _Asker) -> Iterator[tuple[str, str, int]]:
    for entity, label, rank in ask("labels", LABELS).rows:
        yield str(entity), str(label), int(str(rank))


class _Store:
    """The graph in a folder that ``hariciye build`` wrote."""

    def __init__(self, directory: Path) -> None:
        try:
            self._store = open_store(directory)
        except StoreError as error:
            raise QueryError(str(error)) from None

    def __call__(self, name: str, text: str) -> Result:
        try:
            answer = self._store.query(text)
            return _local(answer)
        except SyntaxError as error:
            raise QueryError(f"{name}: {_syntax(str(error), text)}") from None
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"{name}: cannot be answered ({_line(error)})") from None


def _local(answer: Any) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return Result(("answer",), ((Literal(bool(answer)),),))
    if isinstance(answer, ox.QueryTriples):
        rows = {(_term(t.subject), _term(t.predicate), _term(t.object)) for t in answer}
        return Result(("subject", "predicate", "object"), tuple(sorted(rows, key=_order)), triples=True)
    columns = tuple(variable.value for variable in answer.variables)
    return Result(columns, tuple(tuple(_term(solution[column]) for column in columns) for solution in answer))


def _order(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    return tuple(term.n3() if term is not None else "" for term in row)


def _term(term: Any) -> Term | None:
    match term:
        case None:
            return None
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case _:
            return _literal(term.value, term.language, None if term.language else term.datatype.value)


def _literal(value: str, language: str | None, datatype: str | None) -> Literal:
    plain = not datatype or datatype == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(value, lang=language or None, datatype=None if plain else URIRef(str(datatype)), normalize=False)


def _syntax(message: str, text: str) -> str:
    """Return in one line where a parser stumbled in ``text``, at which words, and what it expected."""
    found = re.search(r"(?:error at |line )(\d+)(?::(\d+))?:? ?(.*)", message, re.DOTALL)
    if not found:
        return f"wrong SPARQL: {_line(message)}"
    line, column, wish = int(found[1]), int(found[2] or 1), _line(found[3])
    near = "".join(text.splitlines()[line - 1 : line])[column - 1 :].strip()[:40]
    at = f", column {column}" + (f", at “{near}”" if near else "") if found[2] else ""
    return f"wrong SPARQL in line {line}{at}: {'a prefix is not declared' if 'Prefix not found' in wish else wish}"


def _said(error: Exception) -> str:
    """Return what an endpoint itself said, out of SPARQLWrapper's message, which quotes it as bytes."""
    return str(error).partition("Response:")[2].strip().removeprefix("b").strip("'\"") or str(error)


def _line(text: object) -> str:
    return " ".join(str(text).split())[:300]


class _Endpoint:
    """A SPARQL endpoint, asked by POST so that long questions fit."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __call__(self, name: str, text: str) -> Result:
        form = _FORM.search(_QUIET.sub(" ", text))
        triples = form is not None and form[1].upper() in ("CONSTRUCT", "DESCRIBE")
        wrapper = SPARQLWrapper(self._url, returnFormat=TURTLE if triples else JSON, agent="hariciye")
        wrapper.setQuery(text)
        wrapper.setMethod(POST)
        wrapper.setTimeout(TIMEOUT)
        try:
            body = wrapper.query().response.read()
        except SPARQLExceptions.QueryBadFormed as error:
            raise QueryError(f"{name}: {self._url} says: {_syntax(_said(error), text)}") from None
        except (SPARQLExceptions.SPARQLWrapperException, HTTPError) as error:
            raise QueryError(f"{self._url}: the endpoint refused the question ({_line(error)})") from None
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise QueryError(
                f"{self._url}: no answer ({_line(reason)}); check the address, or leave out --endpoint to ask a folder"
            ) from None
        return self._read(body, triples)

    def _read(self, body: bytes, triples: bool) -> Result:
        try:
            return _constructed(body) if triples else _selected(body)
        except Exception as error:
            raise QueryError(f"{self._url}: what it answers is not SPARQL results ({_line(error)}); is this a SPARQL endpoint?") from None


def _constructed(body: bytes) -> Result:
    graph = Graph().parse(data=body, format="turtle")
    rows: set[tuple[Any, ...]] = set(graph)
    return Result(("subject", "predicate", "object"), tuple(sorted(rows, key=_order)), triples=True)


def _selected(body: bytes) -> Result:
    answer = json.loads(body)
    if "boolean" in answer:
        return Result(("answer",), ((Literal(bool(answer["boolean"])),),))
    columns = tuple(answer["head"]["vars"])
    return Result(columns, tuple(tuple(_bound(row.get(column)) for column in columns) for row in answer["results"]["bindings"]))


def _bound(cell: Mapping[str, str] | None) -> Term | None:
    if cell is None:
        return None
    if cell["type"] == "uri":
        return URIRef(cell["value"])
    if cell["type"] == "bnode":
        return BNode(cell["value"])
    return _literal(cell["value"], cell.get("xml:lang"), cell.get("datatype"))
