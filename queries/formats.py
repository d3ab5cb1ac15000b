"""Write an answer: as a table for people, as CSV, JSON (both W3C SPARQL 1.1 Results) or Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ontology.vocabulary import BASE, PREFIXES
from queries.asking import Result, Term
from queries.catalogue import QueryError, load, names

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")


def write(result: Result, form: str) -> str:
    """Return ``result`` as text in ``form``, one of :data:`FORMS` except ``table``; raise QueryError for another."""
    if form not in FORMS:
        raise QueryError(f"{form}: no such format; give one of table, {', '.join(FORMS)}")
    return FORMS[form](result)


def show(result: Result, console: Console, title: str = "") -> None:
    """Print ``result`` on ``console`` as a table, IRIs shortened, and how many rows there are."""
    if not result.rows:
        console.print("Nothing found.")
        return
    table = Table(title=title or None, title_justify="left", header_style="bold", row_styles=["", "dim"] if console.is_terminal else None)
    for column in result.columns:
        table.add_column(column, overflow="fold")
    for row in result.rows:
        table.add_row(*(" ".join(brief(term).split()) for term in row))
    console.print(table)
    console.print(f"{len(result.rows)} row{'s' if len(result.rows) != 1 else ''}")


def catalogue(console: Console) -> None:
    """Print every question of the catalogue with its parameters."""
    for name in names():
        query = load(name)
        given = " ".join(f"{p.name}=…" if p.default is None else f"[{p.name}=…]" for p in query.parameters.values())
        console.print(Text.assemble((name, "bold"), f" {given}"))
        console.print(Text(f"    {query.summary.get('tr', '')}\n    {query.summary.get('en', '')}"), soft_wrap=True)


def brief(term: Term | None) -> str:
    """Return ``term`` as people read it: a literal's words, an IRI by its prefix or its path below the graph's base."""
    if term is None:
        return ""
    text = str(term)
    if isinstance(term, URIRef):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(str(namespace)):
                return f"{prefix}:{text.removeprefix(str(namespace))}"
        return text.removeprefix(BASE)
    return text


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows(["" if term is None else f"_:{term}" if isinstance(term, BNode) else str(term) for term in row] for row in result.rows)
    return out.getvalue()


def _json(result: Result) -> str:
    bindings = [{c: _cell(t) for c, t in zip(result.columns, row, strict=True) if t is not None} for row in result.rows]
    return json.dumps({"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def _cell(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        extra = {"xml:lang": term.language} if term.language else {"datatype": str(term.datatype)} if term.datatype else {}
        return {"type": "literal", "value": str(term), **extra}
    return {"type": "uri" if isinstance(term, URIRef) else "bnode", "value": str(term)}


def _turtle(result: Result) -> str:
    """Return triples as they are, and a table in the W3C's result-set vocabulary."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    if result.triples:
        for subject, predicate, value in result.rows:
            graph.add((subject, predicate, value))  # type: ignore[arg-type]
    else:
        _result_set(result, graph)
    return str(graph.serialize(format="turtle"))


def _result_set(result: Result, graph: Graph) -> None:
    graph.bind("rs", RS)
    answer = BNode("answer")
    graph.add((answer, RDF.type, RS.ResultSet))
    for column in result.columns:
        graph.add((answer, RS.resultVariable, Literal(column)))
    for number, row in enumerate(result.rows, 1):
        solution = BNode(f"row{number}")
        graph.add((answer, RS.solution, solution))
        graph.add((solution, RS["index"], Literal(number)))
        for column, term in zip(result.columns, row, strict=True):
            if term is not None:
                binding = BNode(f"row{number}{column}")
                graph.add((solution, RS.binding, binding))
                graph.add((binding, RS.variable, Literal(column)))
                graph.add((binding, RS.value, term))


FORMS: Mapping[str, Callable[[Result], str]] = {"csv": _csv, "json": _json, "ttl": _turtle}
