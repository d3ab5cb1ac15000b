"""Write a built graph in other formats: RDF, a table of claims, a network of actors."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx
import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Store

import ontology
from graph.exchange import local, select
from graph.network import network
from graph.store import REPORT, StoreError, open_store, read_triples
from graph.turtle import ordered, prefixes, sort_prefixes, turtle

COLUMNS = ("claim", "event", "type", "label", "role", "value", "value_label", "status", "confidence", "doc", "title")
PLACES = ("page", "line", "section", "start", "end", "quote", "reading", "frame", "works")
"""The columns of the table: what is claimed, then where it stands."""


def export(directory: Path, format: str, out: Path) -> None:
    """Write the graph in ``directory`` to ``out`` as ``turtle trig jsonld ntriples csv graphml`` or ``gexf``.

    CSV has one row a claim; GraphML and GEXF hold the network of actors; TriG the runs too. The same graph gives the same
    bytes (save the runs of TriG). Raises ``StoreError`` for an unknown format, a graph that does not conform to the shapes, or a
    file that cannot be written.
    """
    if format not in WRITERS:
        raise StoreError(f"{format}: no such format; known: {', '.join(WRITERS)}")
    _check_conforms(directory)
    content = WRITERS[format](directory)
    try:
        _replace(out.absolute(), content)
    except OSError as error:
        raise StoreError(f"{out}: cannot be written ({error.strerror or error}): choose another place") from error


def _check_conforms(directory: Path) -> None:
    open_store(directory)
    report = directory / REPORT
    if report.is_file() and json.loads(report.read_text(encoding="utf-8")).get("conforms") is False:
        raise StoreError(f"{directory}: the graph violates its shapes and is not exported: see “hariciye validate {directory}”")


def _replace(out: Path, content: bytes) -> None:
    """Write ``content`` to ``out``, all or nothing."""
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
        try:
            file.write(content)
            file.close()
            Path(file.name).chmod(0o644)
            Path(file.name).replace(out)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _turtle(directory: Path) -> bytes:
    return turtle(ordered(read_triples(directory)))


def _ntriples(directory: Path) -> bytes:
    return pyoxigraph.serialize(ordered(read_triples(directory)), format=RdfFormat.N_TRIPLES) or b""


def _jsonld(directory: Path) -> bytes:
    return pyoxigraph.serialize(ordered(read_triples(directory)), format=RdfFormat.JSON_LD, prefixes=prefixes()) or b""


def _trig(directory: Path) -> bytes:
    store = open_store(directory)
    quads = [Quad(*triple) for triple in ordered(read_triples(directory))]
    for name in sorted(store.named_graphs(), key=str):
        named = ordered(quad.triple for quad in store.quads_for_pattern(None, None, None, name))
        quads += [Quad(t.subject, t.predicate, t.object, name) for t in named]
    return sort_prefixes(pyoxigraph.serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes()) or b"")


def _csv(directory: Path) -> bytes:
    """Return one row a claim, in UTF-8 with a byte order mark, so that spreadsheets read the Turkish letters."""
    store = open_store(directory)
    types = {t.concept: t.name for t in ontology.event_types().values()}
    works = cited(store)
    rows = []
    for row in select(store, "claims"):
        value = {key: row[key].value if row[key] else "" for key in _KEYS}
        names = [
            value["claim"],
            value["event"],
            types[value["type"]],
            value["eventLabel"],
            local(value["role"]),
            value["value"],
            value["valueLabel"],
        ]
        said = [local(value["status"]), value["confidence"], value["doc"], value["title"], *(value[key] for key in _KEYS[-8:])]
        rows.append([*names, *said, "; ".join(works.get(value["claim"], []))])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([[*COLUMNS, *PLACES], *sorted(rows, key=lambda r: (r[9], int(r[14]), r[2], r[4], r[0]))])
    return out.getvalue().encode("utf-8-sig")


_SAID = ("claim", "event", "type", "eventLabel", "role", "value", "valueLabel", "status", "confidence", "doc", "title")
_KEYS = (*_SAID, "page", "line", "section", "start", "end", "exact", "reading", "frame")


def cited(store: Store) -> Mapping[str, list[str]]:
    """Return the labels of the works that each claim's notes cite, sorted, by the claim's IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in select(store, "works"):
        found[row["claim"].value].add(row["label"].value)
    return {claim: sorted(labels) for claim, labels in found.items()}


_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _graphml(directory: Path) -> bytes:
    return (_XML + "\n".join(networkx.generate_graphml(network(directory)))).encode() + b"\n"


def _gexf(directory: Path) -> bytes:
    """Return GEXF without the date that networkx puts into it; ``type`` means directedness there, so ours is ``event_type``."""
    actors = network(directory)
    for *_, data in actors.edges(data=True):
        data["event_type"] = data.pop("type")
    text = "\n".join(networkx.generate_gexf(actors, version="1.2draft"))
    return (_XML + re.sub(r' lastmodifieddate="[^"]*"', "", text)).encode() + b"\n"


WRITERS: Mapping[str, Callable[[Path], bytes]] = {
    "turtle": _turtle,
    "trig": _trig,
    "jsonld": _jsonld,
    "ntriples": _ntriples,
    "csv": _csv,
    "graphml": _graphml,
    "gexf": _gexf,
}
