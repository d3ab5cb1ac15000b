"""Compare a name of a text with the full names of a person: initials, parts left out, spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from extraction.names.candidates import Candidate
from extraction.names.forms import words
from extraction.names.lexicon import lexicon
from ontology.authority import Entry

_NUMBER = re.compile(r"[ivxı]+\.")


def begins(entry: Entry, initials: Sequence[str]) -> bool:
    """Return whether the given names of the entry have these initials in this order: "İ. Aralov" for Semyon İvanoviç."""
    given = ([w.fold[0] for w in words(name)][:-1] for name in (entry.tr, *entry.variants))
    return any(_ordered(initials, letters) for letters in given)


def holds(entry: Entry, parts: Sequence[str]) -> bool:
    """Return whether a full name of the entry begins and ends with ``parts``, the ones between in order."""
    for name in (entry.tr, *entry.variants):
        full = [w.fold for w in words(name)]
        if full and full[0] == parts[0] and full[-1] == parts[-1] and _ordered(parts, full):
            return True
    return False


def alike(entry: Entry, parts: Sequence[str]) -> bool:
    """Return whether the given names before a shared surname are one spelling of each other: "Mehduh" and "Memduh Şevket"."""
    own = " ".join(parts[:-1])
    names = ([w.fold for w in words(name)] for name in (entry.tr, *entry.variants))
    return any(len(full) > 1 and full[-1] == parts[-1] and ratio(own, " ".join(full[:-1])) >= 85 for full in names)


def _ordered(parts: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(part in rest for part in parts)


def short_of(candidate: Candidate, name: tuple[str, ...]) -> bool:
    """Return whether a candidate's name is ``name`` or a short form of it: the surname, the given names alone, or the last of them with an
    honorific ("Rauf Bey" for Hüseyin Rauf Orbay).
    """
    parts = candidate.parts
    if parts == name:
        return True
    if len(parts) >= len(name):
        return False
    called = bool(candidate.honorific) and parts == name[-len(parts) - 1 : -1]
    return called or parts == name[-len(parts) :] or parts == name[: len(parts)]


def ruler(parts: Sequence[str]) -> bool:
    """Return whether a name is a given name with a ruler's number, which tells its bearer from all others of the name.

    >>> ruler(("ii.", "nikola")), ruler(("i.", "nikola")), ruler(("v.", "molotov"))
    (True, True, False)
    """
    return len(parts) == 2 and bool(_NUMBER.fullmatch(parts[0])) and (len(parts[0]) > 2 or parts[1] in lexicon().given)


def given_only(candidate: Candidate) -> bool:
    """Return whether a name has no surname, so that its honorific helps to tell its bearer: "Ali Fuat Bey"."""
    return len(candidate.parts) == 1 or all(part in lexicon().given for part in candidate.parts)


def forms_of(candidate: Candidate) -> list[str]:
    """Return the folded forms to look a person up by: with office, title and honorific, with some of them, bare."""
    bare = " ".join(candidate.parts)
    names = list(dict.fromkeys((candidate.titled or bare, bare)))
    alone = [*(f"{name} {candidate.honorific}" for name in names if candidate.honorific), *names]
    return [*(f"{office} {name}" for office in _offices(candidate) for name in alone), *alone]


def _offices(candidate: Candidate) -> list[str]:
    """Return the office beside a name, and a deputy's under the older word: "Tokat Milletvekili", "Tokat Mebusu"."""
    seat, _, head = candidate.office.rpartition(" ")
    deputy = seat and head in lexicon().deputy
    return [candidate.office, *(f"{seat} {other}" for other in sorted(lexicon().deputy - {head}) if deputy)] if candidate.office else []
