"""Compare whom mentions are linked to with the hand-made entity lists: ``python benchmarks/names_linking.py MENTIONS.jsonl``.

A gold mention is decidable when exactly one entity of its chunk has its words as name or alias. It is right when the linked entry's label
or variants, or the gold's file of equivalents, name the same. Disagreements are printed one a line.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from extraction.names import forms
from ontology import authority

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
TYPES = {"PER": {"Person"}, "AGR": {"Agreement"}, "GPE": {"State", "Government", "Group"}}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _bare(text: str) -> set[str]:
    """Return the folded readings of a mention's words with the ending of the last one off."""
    words = re.sub(r"\s+", " ", re.sub(r"-\s*\n", "", text)).split(" ")
    return {" ".join([*words[:-1], stem.stem]) for stem in forms.stems(forms.fold(words[-1]))} | {" ".join(words)}


def main(path: Path) -> None:
    """Print the disagreements and the share of right links a tag."""
    score, known = _scorer(), authority.load()
    found = {(m["doc"], m["start"], m["end"], m["tag"]): m for m in score.rows(path)}
    right, all_ = Counter[str](), Counter[str]()
    for chunk, info, text in score.load_chunks(GOLD, GOLD.parent / "corpus", None):
        entities = score.rows(GOLD / f"{chunk}.entities.jsonl")
        names = score.load_names(GOLD, [chunk])
        _, gold = score.gold_mentions((GOLD / f"{chunk}.mentions.txt").read_text(encoding="utf-8"), text)
        for start, end, tag in sorted(gold):
            mention = found.get((Path(info["text"]).stem, start, end, tag))
            if tag not in TYPES or mention is None:
                continue
            folded = {score.fold(form) for form in _bare(text.text[start:end])}
            meant = [
                e for e in entities if e["type"] in TYPES[tag] and folded & {score.fold(n) for n in (e["name"], *e.get("aliases", []))}
            ]
            entry = known.entries.get(mention["id"] or "")
            mine = [entry.tr, *entry.variants, *entry.short] if entry else [mention["label"] or ""]
            ok = any(names.same([e["name"], *e.get("aliases", [])], mine) for e in meant)
            all_[tag] += bool(meant)
            right[tag] += ok and bool(meant)
            if not ok:
                print(
                    chunk,
                    text.line(start),
                    tag,
                    repr(text.text[start:end]),
                    "->",
                    mention["id"],
                    "| gold:",
                    [e["name"] for e in meant] or "no entity has these words",
                )
    for tag, count in sorted(all_.items()):
        print(f"{tag}: {right[tag]} of {count} = {right[tag] / count:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
