"""The data files of the reading, loaded and checked: how parts name themselves, what a full stop can stand for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.turkish import lower

DATA = Path(__file__).with_name("data")
LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")


@cache
def table(name: str) -> dict[str, dict[str, list[str]]]:
    """Return a TOML file of ``data/``."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def digits_read() -> Mapping[str, str]:
    """Return sign to the digits that it may stand for in a bad scan (``digits.tsv``)."""
    found: dict[str, str] = {}
    for row in (DATA / "digits.tsv").read_text(encoding="utf-8").splitlines():
        digit, _, read = row.partition("\t")
        if len(digit) == 1 and digit.isdigit():
            for sign in read:
                found[sign] = found.get(sign, "") + digit
    return found


def plain(text: str) -> str:
    """Return ``text`` in lower case without the difference of ı and i, for headings in any language."""
    return text.replace("İ", "i").replace("I", "i").lower().replace("ı", "i").strip()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the layout knows of words: the names of an article's parts, and abbreviations that end no sentence."""

    parts: Mapping[str, frozenset[str]]
    inside: frozenset[str]
    either: frozenset[str]

    def labelled(self, text: str) -> str | None:
        """Return the part that ``text`` opens ("abstract", …), if it is headed by its name."""
        head = plain(text[:40].split(":")[0]).rstrip(" .:")
        alone = ":" in text[:40] or len(text) <= 40
        if not alone:
            return None
        return next((part for part, heads in self.parts.items() if head in heads), None)

    def abbreviated(self, text: str) -> bool:
        """Return whether ``text`` ends in an abbreviation or an initial, not in the end of a sentence."""
        match = LAST_WORD.search(text[-20:])
        if not match:
            return False
        word = match[1]
        return lower(word) in self.inside or (len(word) == 1 and word.isupper())


@cache
def layout() -> Layout:
    """Return the layout knowledge of ``data/layout.toml`` and ``data/sentences.toml``."""
    parts = {part: frozenset(map(plain, rows["heads"])) for part, rows in table("layout").items()}
    words = table("sentences")["abbreviations"]
    return Layout(parts, frozenset(words["inside"]), frozenset(words["either"]))
