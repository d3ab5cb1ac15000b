"""Compare whom mentions are linked to with the hand-made entity lists: ``python benchmarks/names_linking.py MENTIONS.jsonl``.

A gold mention found with the right span is decidable when an entity of its chunk has its words as name or alias. The link is right when the
linked entry's label or a variant that is its alone (no shared short form), or the gold's file of equivalents, names that entity.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from extraction.names import forms
from ontology import authority

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
TYPES = {"PER": {"Person"}, "AGR": {"Agreement"}, "GPE": {"State", "Government", "Group"}}


class Compared(NamedTuple):
    """A gold mention and its link: ``right`` is None where the gold has no entity with these words."""

    chunk: str
    line: int
    tag: str
    text: str
    link: str | None
    gold: tuple[str, ...]
    right: bool | None


def scorer() -> ModuleType:
    """Return the module ``score.py`` of the gold folder."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _bare(text: str) -> set[str]:
    """Return the folded readings of a mention's words with the ending of the last one off."""
    words = re.sub(r"\s+", " ", re.sub(r"-\s*\n", "", text)).split(" ")
    return {" ".join([*words[:-1], stem.stem]) for stem in forms.stems(forms.fold(words[-1]))} | {" ".join(words)}


class Chunk:
    """A hand-annotated chunk: its text, its entities as (type, name, aliases …), and what counts as the same name in it."""

    def __init__(self, score: ModuleType, name: str, info: dict[str, Any], text: Any) -> None:
        """Read the entity list of chunk ``name``."""
        self.score, self.name, self.info, self.text = score, name, info, text
        self.entities = [[e["type"], e["name"], *e.get("aliases", [])] for e in score.rows(GOLD / f"{name}.entities.jsonl")]
        self.names = score.load_names(GOLD, [name])

    def compared(self, mention: dict[str, Any], known: authority.Authority) -> Compared:
        """Return the verdict on the link of a mention of this chunk."""
        fold = self.score.fold
        folded = {fold(form) for form in _bare(mention["text"])}
        meant = [e[1:] for e in self.entities if e[0] in TYPES[mention["tag"]] and folded & {fold(n) for n in e[1:]}]
        entry = known.entries.get(mention["id"] or "")
        mine = [entry.tr, *entry.names] if entry else [mention["label"] or ""]
        right = any(self.names.same(one, mine) for one in meant) if meant else None
        line = self.text.line(mention["start"])
        return Compared(self.name, line, mention["tag"], mention["text"], mention["id"], tuple(e[0] for e in meant), right)

    def marked(self) -> set[tuple[int, int, str]]:
        """Return the hand-marked spans of the chunk's passage."""
        marks = (GOLD / f"{self.name}.mentions.txt").read_text(encoding="utf-8")
        return set(self.score.gold_mentions(marks, self.text)[1])


def compare(rows: list[dict[str, Any]], everywhere: bool = False) -> Iterator[Compared]:
    """Yield the verdict on every hand-marked PER, AGR and GPE that ``rows`` (lines of mentions.jsonl with a label) found.

    ``everywhere``: on every mention in the annotated chunks instead, though nobody marked it by hand.
    """
    score, known = scorer(), authority.load()
    for name, info, text in score.load_chunks(GOLD, GOLD.parent / "corpus", None):
        chunk = Chunk(score, name, info, text)
        spans, (first, last) = chunk.marked(), info["lines"]
        for mention in rows:
            if mention["doc"] == Path(info["text"]).stem and mention["tag"] in TYPES:
                inside = first <= text.line(mention["start"]) <= last
                if (everywhere and inside) or (mention["start"], mention["end"], mention["tag"]) in spans:
                    yield chunk.compared(mention, known)


def shares(items: Iterable[Compared]) -> dict[str, tuple[int, int]]:
    """Return tag → (linked right, decidable)."""
    right, decidable = Counter[str](), Counter[str]()
    for item in items:
        decidable[item.tag] += item.right is not None
        right[item.tag] += item.right is True
    return {tag: (right[tag], count) for tag, count in sorted(decidable.items())}


def main(path: Path) -> None:
    """Print the disagreements, and the share of right links a tag, in the marked passages and in the whole chunks."""
    rows = scorer().rows(path)
    for title, everywhere in (("marked passages", False), ("whole chunks", True)):
        items = list(compare(rows, everywhere))
        for item in items:
            if item.right is False:
                print(f"{item.chunk} line {item.line} {item.tag} {item.text!r} -> {item.link}; gold: {' or '.join(item.gold)}")
        for tag, (right, count) in shares(items).items():
            print(f"{title}: {tag} {right} of {count} linked right = {right / count:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
