"""Read the curation file: one line for what a historian decided about entities that texts brought."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extraction.records import Entity
from ontology.authority import KINDS


class CurationError(ValueError):
    """Say in one line what is wrong in which curation file, and what is allowed there."""


@dataclass(frozen=True, slots=True)
class Curation:
    """Decisions of a historian.

    ``same`` maps an id to the one it really is, ``different`` are (name, id) pairs that never go together, ``name`` and ``kind`` give an id
    its label and class.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    different: frozenset[tuple[str, str]] = frozenset()
    name: Mapping[str, str] = field(default_factory=dict)
    kind: Mapping[str, str] = field(default_factory=dict)

    def identity(self, entity: str) -> str:
        """Return the id that ``entity`` is the same as, itself where nothing is said."""
        seen = {entity}
        while entity in self.same and self.same[entity] not in seen:
            entity = self.same[entity]
            seen.add(entity)
        return entity

    def applied(self, entity: Entity) -> Entity:
        """Return ``entity`` with the name and kind that the file gives it."""
        return Entity(
            entity.id, self.kind.get(entity.id, entity.kind), self.name.get(entity.id, entity.label), entity.variants, entity.known
        )


def curation(path: Path) -> Curation:
    """Return the decisions of a curation file.

    The file is TOML: ``same = [["person/osman-bey", "person/osman-ozgen"]]`` (the first is the second),
    ``different = [["Halil Paşa", "person/halil-kut"]]`` (a name in texts and an id that it does not mean), and tables ``[name]`` and
    ``[kind]`` from id to label and class.
    Raises CurationError with the file and what to do.
    """
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise CurationError(f"{path}: cannot be read ({problem}); give a TOML file with same, different, [name], [kind]") from problem
    unknown = sorted(set(data) - {"same", "different", "name", "kind"})
    if unknown:
        raise CurationError(f"{path}: {unknown[0]}: no such entry; a curation file holds same, different, [name] and [kind]")
    wrong = sorted(str(kind) for kind in _strings(path, data, "kind").values() if kind not in KINDS.values())
    if wrong:
        raise CurationError(f"{path}: kind: {wrong[0]!r} is no class; write one of {' '.join(KINDS.values())}")
    return Curation(
        dict(_pairs(path, data, "same")),
        frozenset(_pairs(path, data, "different")),
        _strings(path, data, "name"),
        _strings(path, data, "kind"),
    )


def _pairs(path: Path, data: Mapping[str, object], key: str) -> list[tuple[str, str]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and len(row) == 2 and all(isinstance(cell, str) for cell in row) for row in rows
    ):
        raise CurationError(f'{path}: {key}: write pairs of strings, such as [["person/a", "person/b"]]')
    return [(row[0], row[1]) for row in rows]


def _strings(path: Path, data: Mapping[str, object], key: str) -> dict[str, str]:
    rows = data.get(key, {})
    if not isinstance(rows, dict) or not all(isinstance(value, str) for value in rows.values()):
        raise CurationError(f'{path}: [{key}]: write lines such as "person/a" = "…"')
    return dict(rows)
