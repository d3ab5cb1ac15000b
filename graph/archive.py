"""Keep what one text gave as a JSON file, so that a graph can be rebuilt from all texts without reading them again.

One file per text, ``texts/<doc>.json`` in a built folder: UTF-8, keys in the order of the records, no clock and no
machine in it, so that the same extraction gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from extraction.records import Entity, Extraction, Fact, Filler, Mention, Source, Span, Work

FORMAT = 1


class ArchiveError(ValueError):
    """A file that is no archived extraction; the message names it and says what to do."""


def write(extraction: Extraction, path: Path) -> None:
    """Write ``extraction`` to ``path``."""
    path.write_text(dumps(extraction), encoding="utf-8", newline="\n")


def read(path: Path) -> Extraction:
    """Return the extraction that ``write`` put at ``path``; raise ``ArchiveError`` where it is none."""
    try:
        return loads(path.read_text(encoding="utf-8"))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ArchiveError(f"{path}: not an archived text ({error}): delete the file and build its text again") from error


def read_all(directory: Path) -> list[Extraction]:
    """Return the extractions archived in the built folder ``directory``, sorted by ``doc`` (none where it does not exist)."""
    return [read(path) for path in sorted((directory / "texts").glob("*.json"))]


def merge(old: Iterable[Extraction], new: Iterable[Extraction]) -> list[Extraction]:
    """Return both, sorted by ``doc``; a new one replaces an old one of the same name or the same bytes (sha256).

    Of two new ones of the same bytes the first by name stays, so that their order does not matter.
    """
    kept: list[Extraction] = []
    fresh = sorted(new, key=lambda e: (e.source.doc, e.source.sha256))
    for extraction in [*fresh, *sorted(old, key=lambda e: e.source.doc)]:
        if not any(_same_text(extraction, other) for other in kept):
            kept.append(extraction)
    return sorted(kept, key=lambda e: e.source.doc)


def _same_text(one: Extraction, other: Extraction) -> bool:
    return one.source.doc == other.source.doc or (bool(one.source.sha256) and one.source.sha256 == other.source.sha256)


def dumps(extraction: Extraction) -> str:
    """Return ``extraction`` as JSON text."""
    return json.dumps({"format": FORMAT} | _plain(extraction), ensure_ascii=False, indent=1) + "\n"


def loads(text: str) -> Extraction:
    """Return the extraction that ``dumps`` gave as ``text``."""
    data: dict[str, Any] = json.loads(text)
    if data.pop("format", None) != FORMAT:
        raise ValueError("written by another version")
    return Extraction(
        source=_source(data["source"]),
        text=data["text"],
        entities=tuple(Entity(**row | {"variants": tuple(row["variants"])}) for row in data["entities"]),
        mentions=tuple(_mention(row) for row in data["mentions"]),
        facts=tuple(_fact(row) for row in data["facts"]),
        citations={note: tuple(_work(row) for row in works) for note, works in data["citations"].items()},
        counts=data["counts"],
    )


def _plain(value: object) -> Any:
    """Return a record as dicts and lists; mappings are sorted by key, for they have no order of their own."""
    if isinstance(value, Span):
        return list(value)
    if hasattr(value, "__dataclass_fields__"):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}  # type: ignore[arg-type]
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _source(row: dict[str, Any]) -> Source:
    return Source(**row | {"problems": tuple(row["problems"])})


def _mention(row: dict[str, Any]) -> Mention:
    return Mention(**row | {"source": Span(*row["source"]), "reasons": tuple(row["reasons"]), "context": _span(row["context"])})


def _fact(row: dict[str, Any]) -> Fact:
    args = {role: tuple(Filler(f["kind"], f["value"], _span(f["source"])) for f in fillers) for role, fillers in row["args"].items()}
    segments = tuple(Span(*pair) for pair in row["segments"])
    return Fact(**row | {"args": args, "segments": segments, "notes": tuple(row["notes"])})


def _work(row: dict[str, Any]) -> Work:
    return Work(**row | {"span": Span(*row["span"])})
