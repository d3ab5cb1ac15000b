"""The catalogue of questions: one ``.rq`` file each, that says in its head what it asks and what may be filled in.

A head is made of ``#+`` lines, after the manner of grlc (Meroño-Peñuela and Hoekstra 2016)::

    #+ summary:
    #+   tr: Bir antlaşmayı kim, kimin adına imzaladı?
    #+   en: Who signed an agreement, and for whom?
    #+ parameters:
    #+   agreement: entity = any — the agreement; without it, every agreement
    #+ example: agreement="Moskova Antlaşması"

``name: type`` is required, ``= default`` makes it optional; the types are listed in :data:`TYPES`. In the text, ``$name`` stands for
the parameter and ``?name`` for an ordinary variable; a parameter left at ``any`` stays a variable, so every file is SPARQL as it stands.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

TYPES: Mapping[str, str] = {
    "entity": "a name, a path such as person/georgi-cicerin, or a whole IRI",
    "text": "any words",
    "number": "a whole number",
    "earliest": "a year, month or day (1921, 1921-03, 1921-03-16); means its first day",
    "latest": "a year, month or day; means its last day",
}
ANY = "any"

_SECTION = re.compile(r"^#\+ (summary|parameters|example):\s*(.*)$")
_SUMMARY = re.compile(r"^#\+ {3}(tr|en): (.+)$")
_PARAMETER = re.compile(r"^#\+ {3}(\w+): (\w+)(?: = (.*?))?(?: — (.+))?$")


class QueryError(ValueError):
    """A question that cannot be asked or answered: the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A blank in a question: its type, what it means, and its default (None where it must be given)."""

    name: str
    type: str
    default: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its name (or file), SPARQL text, summaries by language, parameters by name, and an example's values."""

    name: str
    text: str
    summary: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    example: Mapping[str, str] = field(default_factory=dict)


def names() -> tuple[str, ...]:
    """Return the names of the catalogue's questions, sorted."""
    files = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in files if name.endswith(".rq")))


def load(name: str) -> Query:
    """Return the question of the catalogue called ``name``; raise QueryError, naming all, where there is none."""
    if name not in names():
        raise QueryError(f"{name}: no such question; give a file that ends in .rq, or one of: {', '.join(names())}")
    return parse(name, resources.files(__package__).joinpath(f"{name}.rq").read_text("utf-8"))


def load_file(path: Path) -> Query:
    """Return the question in ``path``, with or without a head; raise QueryError where it cannot be read."""
    try:
        return parse(str(path), path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise QueryError(f"{path}: no such file; check the path, or give a question's name: {', '.join(names())}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as UTF-8 text ({error}); save it as a UTF-8 .rq file") from None


def parse(name: str, text: str) -> Query:
    """Return the question written in ``text``; raise QueryError where its head breaks the rules of this module."""
    summary: dict[str, str] = {}
    parameters: dict[str, Parameter] = {}
    example: dict[str, str] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        if opened := _SECTION.match(line):
            section, rest = opened.groups()
            example |= _pairs(rest) if section == "example" else {}
        elif section == "summary" and (found := _SUMMARY.match(line)):
            summary[found[1]] = found[2]
        elif section == "parameters" and (found := _PARAMETER.match(line)) and found[2] in TYPES:
            parameters[found[1]] = Parameter(found[1], found[2], _unquoted(found[3]), found[4] or "")
        else:
            raise QueryError(f"{name}: line {number}: {line!r} is not a head line; see queries/README.md, types are {', '.join(TYPES)}")
    return Query(name, text, summary, parameters, example)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in shlex.split(text))


def _unquoted(default: str | None) -> str | None:
    return default if default is None else default.strip('"')
