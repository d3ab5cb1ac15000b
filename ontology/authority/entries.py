"""Read the authority: persons, states, bodies, places, agreements … known before any text is read.

The knowledge is in the TSV files of this folder (README.md describes the columns); this module only reads and checks them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.turkish import lower

FOLDER = Path(__file__).parent
COLUMNS = ("id", "tr", "en", "variants", "short", "start", "end", "latitude", "longitude", "of", "wikidata", "note")
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "person": "Person",
        "state": "State",
        "government": "Government",
        "organization": "Organization",
        "group": "Group",
        "place": "Place",
        "agreement": "Agreement",
        "conference": "Conference",
        "conflict": "Conflict",
        "office": "Office",
        "publication": "Publication",
    }
)
_ID = re.compile(rf"(?:{'|'.join(KINDS)})/[a-z0-9]+(?:-[a-z0-9]+)*")
# Level 0 of EDTF, an approximation mark, and intervals: what historians need for lives and dates of treaties.
_DAY = r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?"
_EDTF = re.compile(rf"{_DAY}(?:/(?:{_DAY}|\.\.)?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


class AuthorityError(ValueError):
    """Say in one line which file, line and column of the authority is wrong, and what is allowed there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something known by name.

    ``id`` is the path of the IRI, such as ``person/ali-fuat-cebesoy``; ``kind`` the class of the ontology. ``variants`` name this
    entry and no other of its kind; ``short`` forms are shared or ambiguous ("Halil Paşa") and need the long form, time, company or
    place to decide. ``start`` and ``end`` are EDTF strings (birth and death, founded and dissolved, signed), empty where unknown;
    ``of`` lists ids (state served, containing place, parties); ``latitude`` and ``longitude`` are decimal degrees (WGS 84).
    """

    id: str
    kind: str
    tr: str
    en: str = ""
    variants: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    latitude: float | None = None
    longitude: float | None = None
    of: tuple[str, ...] = ()
    wikidata: str = ""
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that mean this entry without further evidence: label and variants, except what ``short`` lists too."""
        return tuple(name for name in dict.fromkeys((self.tr, *self.variants)) if name not in self.short)


@dataclass(frozen=True, slots=True)
class Authority:
    """All known entries by id, in the order of their ids."""

    entries: Mapping[str, Entry]


def fold(name: str) -> str:
    """Return ``name`` in the form in which two spellings count as one: Turkish lower case, no circumflex, plain ' and -.

    >>> fold("Kâzım Karabekir"), fold("Misâk‑ı Millî")
    ('kazım karabekir', 'misak-ı milli')
    """
    small = lower(name).replace("’", "'").replace("‑", "-").replace("–", "-")
    bare = unicodedata.normalize("NFD", small).replace("\u0302", "")
    return " ".join(unicodedata.normalize("NFC", bare).split())


@cache
def load(*extra: Path) -> Authority:
    """Return the authority of this folder, with the rows of ``extra`` TSV files laid over it in the order given.

    A row of an extra file with a known id replaces the cells that it fills and adds to ``variants`` and ``short`` (a list that
    starts with ``=`` replaces). Raises AuthorityError for the first row that breaks a rule of README.md.
    """
    entries: dict[str, Entry] = {}
    for path in (*sorted(FOLDER.glob("*.tsv")), *extra):
        shipped = path.parent == FOLDER
        for line, row in rows(path):
            known = entries.get(row["id"])
            if known and shipped:
                raise _error(path, line, "id", row["id"], "an id that no other row has")
            entries[row["id"]] = entry(row, path, line, known)
    _check_links(entries, extra)
    return Authority(MappingProxyType(dict(sorted(entries.items()))))


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and cells by column of each row of a TSV file; raise AuthorityError where the table is broken."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise AuthorityError(f"{path}: cannot be read as UTF-8 text ({problem}); give a tab-separated file in UTF-8") from problem
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise AuthorityError(f"{path}:1: the first line must name the columns, separated by tabs: {' '.join(COLUMNS)}")
    for number, text in enumerate(lines[1:], 2):
        cells = text.split("\t")
        if len(cells) != len(COLUMNS):
            raise AuthorityError(
                f"{path}:{number}: {len(cells)} cells; a row has {len(COLUMNS)}, separated by tabs (leave unknown ones empty)"
            )
        yield number, dict(zip(COLUMNS, cells, strict=True))


def entry(row: Mapping[str, str], path: Path, line: int, known: Entry | None = None) -> Entry:
    """Return the entry that a row describes, laid over ``known`` if given; raise AuthorityError for a cell that is not allowed."""
    for column, value in row.items():
        _check(path, line, column, value, bool(known))
    base = known or Entry(row["id"], KINDS[row["id"].partition("/")[0]], row["tr"])
    return Entry(
        base.id,
        base.kind,
        row["tr"] or base.tr,
        row["en"] or base.en,
        _names(base.variants, row["variants"]),
        _names(base.short, row["short"]),
        row["start"] or base.start,
        row["end"] or base.end,
        float(row["latitude"]) if row["latitude"] else base.latitude,
        float(row["longitude"]) if row["longitude"] else base.longitude,
        tuple(row["of"].split()) or base.of,
        row["wikidata"] or base.wikidata,
        row["note"] or base.note,
    )


def _names(base: tuple[str, ...], cell: str) -> tuple[str, ...]:
    """Return the names of a cell added to those of ``base``, or alone where the cell starts with ``=``."""
    if cell.startswith("="):
        base, cell = (), cell[1:]
    return tuple(dict.fromkeys((*base, *filter(None, cell.split("|")))))


def _check(path: Path, line: int, column: str, value: str, known: bool) -> None:
    """Raise AuthorityError if ``value`` may not stand in ``column``."""
    if value != unicodedata.normalize("NFC", value) or value != " ".join(value.split()) or " |" in value or "| " in value:
        raise _error(path, line, column, value, "composed letters (Unicode NFC), single spaces, none at the ends or beside |")
    allowed = _allowed(column, value, known)
    if allowed:
        raise _error(path, line, column, value, allowed)


def _allowed(column: str, value: str, known: bool) -> str:
    """Return what ``column`` allows if ``value`` is none of it, else an empty string."""
    if column == "id" and not _ID.fullmatch(value):
        return f"kind/name in small ASCII letters, digits and hyphens, kind one of {' '.join(KINDS)}"
    if column == "tr" and not value and not known:
        return "the Turkish label, which every new entry needs"
    if column in ("start", "end") and value and not _EDTF.fullmatch(value):
        return "an EDTF date such as 1921, 1921-03, 1921-03-16, 1921~ or 1920/1921"
    if column in ("latitude", "longitude") and value and not _degrees(value, 90 if column == "latitude" else 180):
        return f"decimal degrees between -{90 if column == 'latitude' else 180} and {90 if column == 'latitude' else 180}, such as 39.93"
    if column == "wikidata" and value and not _WIKIDATA.fullmatch(value):
        return "a Wikidata item such as Q43"
    return ""


def _degrees(value: str, limit: int) -> bool:
    """Return whether ``value`` is a decimal number within ``limit`` degrees of zero."""
    return re.fullmatch(r"-?\d{1,3}(\.\d+)?", value) is not None and abs(float(value)) <= limit


def _check_links(entries: Mapping[str, Entry], extra: Iterable[Path]) -> None:
    """Raise AuthorityError if an entry's ``of`` names an id that does not exist."""
    for item in entries.values():
        for target in item.of:
            if target not in entries:
                files = ", ".join(str(path) for path in (FOLDER, *extra))
                raise AuthorityError(f"{files}: {item.id}: of: no entry {target!r}; write the id of an entry of these files")


def _error(path: Path, line: int, column: str, value: str, allowed: str) -> AuthorityError:
    return AuthorityError(f"{path}:{line}: {column}: {value!r} is not allowed; write {allowed}")
