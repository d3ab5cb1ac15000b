"""Fill the blanks of a question: each value becomes one escaped SPARQL term, whatever it holds.

Only ``$name`` tokens outside strings, comments and IRIs are replaced, each by a whole term. A value can therefore never end a string, open
another clause or comment out the rest.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import process
from rdflib import XSD, Literal, URIRef

from ontology.vocabulary import BASE
from queries.catalogue import ANY, Parameter, Query, QueryError

LABELS = (
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT DISTINCT ?entity ?label ?rank WHERE "
    "{ { ?entity skos:prefLabel ?label BIND(2 AS ?rank) } UNION { ?entity skos:altLabel ?label BIND(1 AS ?rank) }"
    " UNION { ?entity skos:hiddenLabel ?label BIND(0 AS ?rank) } }"
)
Labels = Callable[[], Iterable[tuple[str, str, int]]]

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' + r"|'''(?:[^'\\]|\\.|'(?!''))*'''" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*|\$(?P<name>\w+)",
    re.DOTALL,
)
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_IRI = re.compile(r"(?:https?|urn):[^<>\"{}|^`\\\s]+")
_FOLD = str.maketrans("çğıöşüâîûÇĞİIÖŞÜÂÎÛ’", "cgiosuaiucgiiosuaiu'")


def fill(query: Query, values: Mapping[str, str], labels: Labels) -> str:
    """Return the SPARQL text of ``query`` with ``values`` (and the defaults of the rest) put in.

    ``labels`` gives every (IRI, label, rank) of the graph, rank 2 a main label, 1 a variant, 0 a short name shared with others; it is
    only called where an entity is given by its name.
    Raises QueryError for a parameter that the question does not have, one that is missing, or a value that does not fit.
    """
    for name in values:
        if name not in query.parameters:
            raise QueryError(f"{query.name}: no parameter {name!r}; {_offer(query)}")
    terms = {p.name: _term(query, p, values.get(p.name, p.default), labels) for p in query.parameters.values()}
    return _TOKEN.sub(lambda match: terms.get(match["name"] or "") or match[0], query.text)


def _offer(query: Query) -> str:
    if not query.parameters:
        return "it takes none"
    return "it takes " + ", ".join(f"{p.name} ({TYPE_HINT.get(p.type, p.type)})" for p in query.parameters.values())


TYPE_HINT = {"earliest": "date", "latest": "date"}


def _term(query: Query, parameter: Parameter, value: str | None, labels: Labels) -> str | None:
    """Return the SPARQL term for ``value``, None for ``any`` (which, as a text, is a word like others)."""
    if value is None:
        raise QueryError(f"{query.name}: give {parameter.name}=…: {parameter.description or parameter.type}")
    if value == ANY and parameter.type != "text":
        return None
    try:
        return _MAKERS[parameter.type](value, labels)
    except ValueError as error:
        raise QueryError(f"{query.name}: {parameter.name}={value}: {error}") from None


def _text(value: str, _labels: Labels) -> str:
    return Literal(value).n3()


def _number(value: str, _labels: Labels) -> str:
    if not re.fullmatch(r"\d{1,9}", value):
        raise ValueError("not a whole number; write digits only")
    return value


def _earliest(value: str, _labels: Labels) -> str:
    year, month, day = _day(value)
    return _date(year, month or 1, day or 1)


def _latest(value: str, _labels: Labels) -> str:
    year, month, day = _day(value)
    month = month or 12
    return _date(year, month, day or calendar.monthrange(year, month)[1])


def _day(value: str) -> tuple[int, int, int]:
    """Return year, month and day, 0 where not given."""
    match = _DAY.fullmatch(value)
    year, month, day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    if not year or month > 12 or (day and day > calendar.monthrange(year, month or 1)[1]):
        raise ValueError("not a date; write 1921, 1921-03 or 1921-03-16")
    return year, month, day


def _date(year: int, month: int, day: int) -> str:
    return f'"{year:04}-{month:02}-{day:02}"^^<{XSD.date}>'


def _entity(value: str, labels: Labels) -> str:
    if _IRI.fullmatch(value):
        return URIRef(value).n3()
    if re.fullmatch(r"[a-z]+(?:/[\w.-]+)+", value):
        return URIRef(BASE + value).n3()
    return URIRef(find(value, labels())).n3()


_MAKERS: Mapping[str, Callable[[str, Labels], str]] = {
    "entity": _entity,
    "text": _text,
    "number": _number,
    "earliest": _earliest,
    "latest": _latest,
}


def find(name: str, labels: Iterable[tuple[str, str, int]]) -> str:
    """Return the IRI of the one entity called ``name``, in any case and with or without Turkish letters.

    A main label goes before a variant, this before a shared short name, and the whole name before a part of one. Raises ValueError,
    with the likely ones, where nothing or more than one fits.
    """
    wanted = fold(name)
    folded = sorted((fold(label), iri, rank) for iri, label, rank in labels)
    whole, part = (lambda label: label == wanted), (lambda label: wanted in label)
    tests: tuple[tuple[Callable[[str], bool], int], ...] = ((whole, 2), (whole, 1), (whole, 0), (part, 2), (part, 1))
    for fits_label, least in tests:
        fits = sorted({iri for label, iri, rank in folded if rank >= least and fits_label(label)})
        if len(fits) == 1:
            return fits[0]
        if fits:
            more = ", …" if len(fits) > 6 else ""
            raise ValueError(f"may be {', '.join(iri.removeprefix(BASE) for iri in fits[:6])}{more}; give one of these")
    near = dict.fromkeys(folded[at][1] for _, _, at in process.extract(wanted, [label for label, _, _ in folded], limit=3, score_cutoff=70))
    hint = f"did you mean {', '.join(iri.removeprefix(BASE) for iri in near)}?" if near else "look names up with the question 'names'"
    raise ValueError(f"nobody and nothing in the graph has this name; {hint}")


def fold(text: str) -> str:
    """Return ``text`` in lower case without the marks of Turkish letters.

    >>> fold("ÇİÇERİN") == fold("Cicerin")
    True
    """
    return text.translate(_FOLD).lower().strip()
