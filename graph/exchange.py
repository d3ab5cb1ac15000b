"""Write the two exchange files, ``facts.jsonl`` and ``mentions.jsonl``, from SPARQL over the store.

The queries (``*.rq``) stand beside this module; DESIGN.md fixes the form of the lines.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QuerySolution, Store

import ontology
from ontology.vocabulary import H

_HERE = Path(__file__).parent

Line = dict[str, Any]
Said = defaultdict[str, defaultdict[str, set[str]]]


def select(store: Store, name: str) -> Iterator[QuerySolution]:
    """Yield the rows that the query ``name``.rq of this folder gives over ``store``."""
    yield from store.query(query_text(name))  # type: ignore[misc]


def query_text(name: str) -> str:
    """Return the query ``name``.rq of this folder."""
    return (_HERE / f"{name}.rq").read_text(encoding="utf-8")


def write_lines(path: Path, lines: Iterable[Line]) -> None:
    """Write ``lines`` as JSON Lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def facts(store: Store) -> list[Line]:
    """Return one line for each fact and piece of evidence, sorted by text, place, type and content.

    A fact is all claims that share event, quote and status.
    """
    groups: dict[tuple[str, ...], list[QuerySolution]] = defaultdict(list)
    for row in select(store, "facts"):
        groups[tuple(row[key].value for key in ("event", "quote", "status"))].append(row)
    names, said = _names(store), _said(store)
    return sorted((_fact(rows, names, said) for rows in groups.values()), key=_order)


def _order(line: Line) -> tuple[Any, ...]:
    return (line["doc"], line["start"], line["end"], line["type"], json.dumps(line, sort_keys=True, ensure_ascii=False))


def _fact(rows: list[QuerySolution], names: dict[str, Line], said: Said) -> Line:
    first = rows[0]
    doc = first["doc"].value
    types = {event_type.concept: event_type for event_type in ontology.event_types().values()}
    event_type = types[first["type"].value]
    filled = {(local(row["role"].value), _filler_key(row["value"])): row["value"] for row in rows}
    args = {role: [_filler(filled[key], names, said[doc]) for key in sorted(filled) if key[0] == role] for role in event_type.roles}
    return {
        "doc": doc,
        "type": event_type.name,
        "args": {role: values for role, values in args.items() if values},
        "start": int(first["start"].value),
        "end": int(first["end"].value),
        "quote": first["exact"].value,
        "status": local(first["status"].value),
        "confidence": max(float(row["confidence"].value) for row in rows),
    }


def local(iri: str) -> str:
    """Return the name of a term of the ontology without its namespace."""
    return iri.removeprefix(str(H))


def _filler_key(value: Any) -> str:
    return str(value)


def _filler(value: Any, names: dict[str, Line], said: Mapping[str, set[str]]) -> Line | str:
    """Return an entity as an object with its names (what the text ``said`` among them), a date or text as a string, a number in digits."""
    if isinstance(value, NamedNode):
        known = names[value.value]
        return known | {"aliases": sorted({*known["aliases"], *said.get(value.value, ())})}
    text: str = value.value
    return text.removesuffix(".0") if _is_decimal(value) else text


def _is_decimal(value: Any) -> bool:
    return str(value.datatype.value).endswith("#decimal")


def _names(store: Store) -> dict[str, Line]:
    """Return id, label and aliases of every entity, by IRI."""
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in select(store, "names"):
        aliases[row["id"].value, row["label"].value] |= {row["alias"].value} if row["alias"] else set()
    return {iri: {"id": iri, "label": label, "aliases": sorted(found)} for (iri, label), found in sorted(aliases.items())}


def _said(store: Store) -> Said:
    """Return the shared short names ("Halil Paşa") that a text uses for one entity and no other, by text and IRI."""
    said: Said = defaultdict(lambda: defaultdict(set))
    for row in select(store, "said"):
        said[row["doc"].value][row["id"].value].add(row["name"].value)
    return said


def mentions(store: Store) -> list[Line]:
    """Return one line for each mention, sorted by text and place."""
    lines = [_mention(row) for row in select(store, "mentions")]
    return sorted(lines, key=lambda line: (line["doc"], line["start"], line["end"], line["tag"], line["id"] or ""))


def _mention(row: QuerySolution) -> Line:
    return {
        "doc": row["doc"].value,
        "start": int(row["start"].value),
        "end": int(row["end"].value),
        "tag": row["tag"].value,
        "text": row["text"].value,
        "id": row["id"].value if row["id"] else None,
    }
