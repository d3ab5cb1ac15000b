"""The word classes of Turkish naming, read from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import simplemma

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by class, as words.toml explains each of them.

    ``given`` are known given names, ``everyday`` words that are no names, ``places`` towns that the authority may lack.
    """

    honorific: frozenset[str]
    honorifics: Mapping[str, str]
    title: frozenset[str]
    rank: frozenset[str]
    bare_office: frozenset[str]
    rank_modifier: frozenset[str]
    deputy: frozenset[str]
    ordinal: frozenset[str]
    crown: frozenset[str]
    bare_body: frozenset[str]
    attendant: frozenset[str]
    direction: frozenset[str]
    state_adjective: frozenset[str]
    nation: frozenset[str]
    delegation: frozenset[str]
    small_group: tuple[str, ...]
    role_plural: frozenset[str]
    land: frozenset[str]
    place_noun: frozenset[str]
    beside: frozenset[str]
    paper_noun: frozenset[str]
    company_noun: tuple[str, ...]
    ship_noun: tuple[str, ...]
    particle: frozenset[str]
    nickname: frozenset[str]
    never: frozenset[str]
    surname_ending: tuple[str, ...]
    motion: tuple[str, ...]
    citing: frozenset[str]
    document: tuple[str, ...]
    finite: tuple[str, ...]
    given: frozenset[str]
    everyday: frozenset[str]
    places: frozenset[str]


def table(name: str) -> dict[str, object]:
    """Return a TOML file of this folder; raise ValueError that names the file where it is broken."""
    try:
        with (FOLDER / name).open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as problem:
        raise ValueError(f"{FOLDER / name}: {problem}; mend the TOML there") from problem


def rows(name: str, key: str) -> tuple[Mapping[str, Any], ...]:
    """Return the rows ``[[key]]`` of a TOML file of this folder, lists as tuples; raise ValueError where there are none."""
    found = table(name).get(key)
    if not isinstance(found, list) or not found:
        raise ValueError(f"{FOLDER / name}: no [[{key}]]; add at least one")
    return tuple({field: tuple(value) if isinstance(value, list) else value for field, value in row.items()} for row in found)


@cache
def lexicon() -> Lexicon:
    """Return the word classes."""
    data = table("words.toml")
    classes = {key: _class(key, value) for key, value in data.items()}
    return Lexicon(**classes, given=_lines("given-names.txt"), everyday=_lines("everyday-words.txt"), places=_lines("place-names.txt"))  # type: ignore[arg-type]


def _class(key: str, value: object) -> object:
    if isinstance(value, dict):
        return value
    items = tuple(str(item) for item in value) if isinstance(value, list) else ()
    listed = ("surname_ending", "small_group", "document", "finite", "motion", "company_noun", "ship_noun")
    return items if key in listed else frozenset(items)


def _lines(name: str) -> frozenset[str]:
    """Return the words of a list file, one a line; lines that start with # are remarks."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def office_words() -> frozenset[str]:
    """Return the ranks and the head nouns of offices: words of what a person is, not of the name."""
    return lexicon().rank | lexicon().bare_office | head_words("OFF")


@cache
def head_words(tag: str) -> frozenset[str]:
    """Return the head nouns of the groups of heads.toml that have ``tag``."""
    wanted = [row for row in rows("heads.toml", "group") if row["tag"] == tag]
    return frozenset(word for row in wanted for head in (*row["heads"], *row.get("plural", ())) for word in head.split())


@lru_cache(maxsize=32768)
def common(word: str) -> bool:
    """Return whether a folded word is a form of an everyday Turkish word, so that a capital at the head of a sentence proves nothing.

    >>> common("toplanan"), common("görev"), common("aralov")
    (True, True, False)
    """
    if word in lexicon().never:
        return True
    if word in lexicon().given:
        return False
    lemma = str(simplemma.lemmatize(word, lang="tr"))
    return any(form in lexicon().everyday for form in (word, lemma, f"{lemma}mak", f"{lemma}mek"))
