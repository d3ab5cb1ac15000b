"""The words of dates (vocabulary.toml) as pattern fragments and look-ups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from ontology.turkish import lower

HERE = Path(__file__).parent


def read(name: str) -> dict[str, Any]:
    """Return a data file of this folder; raise ``ValueError`` with file and line where it is not valid TOML."""
    try:
        return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: {error}; mend the file") from error


WORDS = read("vocabulary.toml")


@dataclass(frozen=True, slots=True)
class Month:
    """A month's number and whether its calendar is "solar" or "lunar"."""

    number: int
    calendar: str


def fragments() -> dict[str, str]:
    """Return the pattern fragments that the vocabulary supplies, by name."""
    months = _either([word for month in WORDS["month"] for word in month["words"]])
    seasons = _either([form for season in WORDS["season"] for word in season["words"] for form in _cased(word)])
    parts = _either([word for part in WORDS["part"] for word in part["words"]])
    return {
        "month": f"(?P<month>(?i:{months}))",
        "Month": f"(?P<month>(?=[A-ZÇĞİÖŞÜ])(?i:{months}))",
        "season": f"(?P<season>{seasons})(?:[ıiuü](?:n[a-zçğıöşü]*)?|[dt][ae]n?|y?l[ae])?(?!\\w)",
        "part": f"(?P<part>(?i:{parts}))(?:n[a-zçğıöşü]*)?(?!\\w)",
        "count": f"(?P<count>[1-9]\\d?|(?i:{_either(list(WORDS['numbers']))}))",
        "ordinal": f"(?P<ordinal>(?i:{_either(list(WORDS['ordinals']))}))",
        "unit": f"(?P<unit>(?i:{_either([*WORDS['units'], 'tarih'])}))",
    }


def anchors() -> str:
    """Return the pattern of places where a date may begin: a digit, a Roman numeral, or a word that some form begins with."""
    words = [word for kind in ("month", "season") for entry in WORDS[kind] for word in entry["words"]]
    words += [*WORDS["numbers"], *WORDS["ordinals"]]
    return f"\\d|[IVX]+\\.|(?i:{_either(words)})"


@lru_cache(maxsize=2048)
def month(text: str) -> Month:
    """Return the month that ``text`` names."""
    for entry in WORDS["month"]:
        if re.fullmatch(_either(entry["words"]), text, re.IGNORECASE):
            return Month(entry["number"], entry["calendar"])
    raise KeyError(text)


@lru_cache(maxsize=2048)
def damaged(text: str) -> int | None:
    """Return the number of the month whose name a scan garbled into ``text``; None where no name, or more than one, is near enough."""
    names, least = WORDS["damaged"]["months"], WORDS["damaged"]["likeness"]
    near = process.extract(text, names, scorer=fuzz.ratio, processor=lower, score_cutoff=least, limit=2)
    return near[0][2] + 1 if len(near) == 1 or (len(near) == 2 and near[0][1] > near[1][1]) else None


@lru_cache(maxsize=256)
def template(kind: str, text: str, scope: str) -> str:
    """Return the template of a part ("başları") or season ("yaz") at ``scope`` (year, month, decade, century, or value for a season)."""
    for entry in WORDS[kind]:
        if re.fullmatch(_either(entry["words"]), text, re.IGNORECASE):
            return str(entry[scope])
    raise KeyError(text)


def number(text: str) -> int:
    """Return the number that digits or a number word tell."""
    return int(text) if text.isdigit() else _lookup("numbers", text)


def ordinal(text: str) -> int:
    """Return the number that an ordinal word tells."""
    return _lookup("ordinals", text)


def unit(text: str) -> str:
    """Return what "gün", "hafta", "ay", "yıl" count: day, week, month, year; a "tarih" is a day."""
    return "day" if lower(text) == "tarih" else str(WORDS["units"][lower(text)])


def _cased(word: str) -> tuple[str, str, str]:
    """Return a word as Turkish writes it in small letters, with a capital and in capitals: ignoring case would take "kişi" for "kış"."""
    capitals = word.replace("i", "İ").upper()
    return word, capitals[0] + word[1:], capitals


def _lookup(table: str, text: str) -> int:
    return int(WORDS[table][lower(text)])


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
