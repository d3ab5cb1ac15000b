"""Keep a built graph on disk: an Oxigraph store and the files beside it, all or nothing.

A folder is written beside its place under a name of its own and then takes that place, so that Ctrl-C, a full disk or a
crash leaves the old folder or the new one, never a half of either.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph import archive
from graph.evidence import source_node
from graph.exchange import facts, mentions, write_lines
from graph.iris import fingerprint
from graph.terms import Triple, h, moment, node, plain, resource, words
from graph.turtle import turtle
from ontology.vocabulary import PROV, RDF, RDFS, H

if TYPE_CHECKING:
    from graph.build import Build

STORE, DUMP, FACTS, MENTIONS, REPORT, TEXTS = "store", "graph.ttl", "facts.jsonl", "mentions.jsonl", "report.json", "texts"
OWN = frozenset({STORE, DUMP, FACTS, MENTIONS, REPORT, TEXTS})
"""All that a built folder holds."""
TRIES = 20
"""How often an unfinished folder is taken away before it is left to the user."""


class StoreError(ValueError):
    """A folder or file that is no graph; the message names it and says what to do."""


def open_store(directory: Path) -> Store:
    """Return the store of a built folder, for reading."""
    path = directory / STORE
    if not path.is_dir():
        raise StoreError(f"{directory}: no graph here (it has no {STORE} folder): build one with “hariciye build PATH --out {directory}”")
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: the store cannot be opened ({error}): build it again") from error


def read_triples(path: Path) -> Iterator[Triple]:
    """Yield the triples of a built folder (those of the dump) or of an RDF file, told by its ending."""
    if path.is_dir():
        for quad in open_store(path).quads_for_pattern(None, None, None, DefaultGraph()):
            yield quad.triple
        return
    form = RdfFormat.from_extension(path.suffix.lstrip("."))
    if not path.is_file() or form is None:
        raise StoreError(f"{path}: no built folder and no RDF file: give a folder that “hariciye build” wrote, or a .ttl file")
    try:
        yield from (quad.triple for quad in parse(path=str(path), format=form))
    except (SyntaxError, OSError) as error:
        raise StoreError(f"{path}: not valid {form.name}: {' '.join(str(error).split())}") from error


def save(built: Build, directory: Path, *, report: Mapping[str, object] | None = None, started: datetime | None = None) -> None:
    """Write ``built`` to ``directory``: store, dump, exchange files, archives and ``report.json``, all or nothing.

    ``report`` is what ``report.json`` holds besides the counts, SHACL's outcome and the facts left out; ``started`` is when the run
    began, for its ``prov:Activity``. Raises ``StoreError`` where ``directory`` holds files that no build wrote, or cannot be written.
    """
    directory = directory.absolute()
    _check_own(directory)
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        with _beside(directory) as fresh:
            _fill(fresh, built, report or {}, started)
            _take_place(fresh, directory)
    except OSError as error:
        raise StoreError(
            f"{directory}: cannot be written ({error.strerror or error}): free some space or choose another folder; nothing was changed"
        ) from error


def _check_own(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise StoreError(f"{directory}: is a file: give the name of a folder")
    foreign = sorted(p.name for p in directory.iterdir() if p.name not in OWN) if directory.is_dir() else []
    if foreign:
        raise StoreError(f"{directory}: holds files that no build wrote ({', '.join(foreign[:3])}): choose an empty folder or a new one")


@contextmanager
def _beside(directory: Path) -> Iterator[Path]:
    """Give an empty folder beside ``directory``, which is gone afterwards unless it was moved."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", suffix=".building", dir=directory.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
    finally:
        for _ in range(TRIES):  # the store may still be writing while a traceback keeps it alive
            shutil.rmtree(fresh, ignore_errors=True)
            if not fresh.exists():
                break
            time.sleep(0.05)


def _take_place(fresh: Path, directory: Path) -> None:
    """Put ``fresh`` where ``directory`` is; if that fails half-way the old one is put back."""
    old = fresh.with_suffix(".old")
    if directory.exists():
        directory.rename(old)
    try:
        fresh.rename(directory)
    except BaseException:
        if old.exists():
            old.rename(directory)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path, built: Build, report: Mapping[str, object], started: datetime | None) -> None:
    _fill_store(folder, built, started or datetime.now(UTC))
    (folder / DUMP).write_bytes(turtle(built.triples))
    (folder / TEXTS).mkdir()
    for extraction in built.extractions:
        archive.write(extraction, folder / TEXTS / f"{extraction.source.doc}.json")
    text = json.dumps({**built.summary(), **report}, ensure_ascii=False, indent=1)
    (folder / REPORT).write_text(text + "\n", encoding="utf-8")


def _fill_store(folder: Path, built: Build, started: datetime) -> None:
    """Write the store and, from it, the exchange files; let go of the store whatever happens, for it writes in the background."""
    store = Store(str(folder / STORE))
    try:
        store.bulk_extend(Quad(*triple) for triple in built.triples)
        store.bulk_extend(run_quads(built, started))
        write_lines(folder / FACTS, facts(store))
        write_lines(folder / MENTIONS, mentions(store))
        store.optimize()
        store.flush()
    finally:
        del store


def run_quads(built: Build, started: datetime) -> Iterator[Quad]:
    """Yield the run that made ``built``, in the graph of runs, outside the deterministic dump."""
    used = [source_node(extraction) for extraction in built.extractions]
    run = resource(f"run/{fingerprint([started.isoformat(), *(n.value for n in used)])}")
    ended = datetime.now(UTC)
    rows: list[tuple[str, NamedNode | Literal]] = [(RDF.type, h("Run")), (RDF.type, node(PROV.Activity))]
    rows += [(PROV.startedAtTime, moment(started)), (PROV.endedAtTime, moment(ended)), (H.version, plain(version("hariciye")))]
    rows += [(PROV.used, source) for source in used] + [(PROV.generated, resource("dataset"))]
    rows += [(RDFS.label, words("Çizgenin kurulması", "tr")), (RDFS.label, words("Building of the graph", "en"))]
    yield from (Quad(run, node(predicate), value, resource("runs")) for predicate, value in rows)
