"""The bars on the hand-annotated passages, and what must hold of all names of the corpus."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extraction import dates, names
from extraction.names.lexicon import lexicon
from ontology import authority

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = ROOT.parent / "shared" / "gold"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared/gold and ../shared/corpus"),
]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def rows() -> list[dict[str, Any]]:
    return _load(ROOT / "benchmarks" / "names.py").mentions()[0]


@cache
def scores() -> dict[str, tuple[float, float]]:
    """Return tag or "ALL" → (exact F1, overlap F1)."""
    score = _load(GOLD / "score.py")
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for chunk, info, text in score.load_chunks(GOLD, GOLD.parent / "corpus", None):
        (a, b), gold = score.gold_mentions((GOLD / f"{chunk}.mentions.txt").read_text(encoding="utf-8"), text)
        doc = Path(info["text"]).stem
        found = {(m["start"], m["end"], m["tag"]) for m in rows() if m["doc"] == doc and a <= m["start"] and m["end"] <= b}
        for tag in score.TAGS:
            g, f = {m for m in gold if m[2] == tag}, {m for m in found if m[2] == tag}
            near = [sum(any(x[0] < y[1] and y[0] < x[1] for y in other) for x in one) for one, other in ((g, f), (f, g))]
            for key in (tag, "ALL"):
                totals[key].update(exact=len(g & f), gold=len(g), found=len(f), recalled=near[0], right=near[1])
    return {key: (_f1(c["exact"], c["exact"], c), _f1(c["recalled"], c["right"], c)) for key, c in totals.items()}


def _f1(recalled: int, right: int, count: Counter[str]) -> float:
    recall, precision = recalled / (count["gold"] or 1), right / (count["found"] or 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def test_mentions_reach_the_bars() -> None:
    exact, overlap = scores()["ALL"]
    assert exact >= 0.82
    assert overlap >= 0.90


@pytest.mark.parametrize("tag", ["PER", "LOC", "GPE", "AGR", "DAT"])
def test_each_tag_reaches_its_bar(tag: str) -> None:
    assert scores()[tag][0] >= 0.80


@pytest.mark.parametrize("everywhere", [False, True])
def test_links_reach_the_bar(everywhere: bool) -> None:
    linking = _load(ROOT / "benchmarks" / "names_linking.py")
    for tag, (right, decidable) in linking.shares(linking.compare(rows(), everywhere)).items():
        assert right / decidable >= 0.95, tag


def test_mentions_of_a_passage_do_not_overlap() -> None:
    for document, docs in _load(ROOT / "benchmarks" / "names.py").documents():
        for row in names.find(docs, document, dates.find(document), authority.load()).mentions:
            assert all(one.end <= two.start for one, two in pairwise(row))


def test_a_mention_stands_in_its_text() -> None:
    text = {path.stem: path.read_text(encoding="utf-8") for path in (GOLD.parent / "corpus").glob("*.txt")}
    for doc, whole in text.items():
        mine = [m for m in rows() if m["doc"] == doc]
        plain = [m for m in mine if _letters(m["text"]) in _letters(whole[m["start"] : m["end"]])]
        assert len(plain) > 0.8 * len(mine), doc  # the rest is mended, most of all in the damaged scan


def test_no_new_person_has_a_known_persons_name() -> None:
    known = {name for e in authority.load().entries.values() if e.kind == "Person" for name in map(_plain, e.names)}
    new = {m["label"] for m in rows() if m["tag"] == "PER" and m["id"] and m["id"] not in authority.load().entries}
    assert not sorted(label for label in new if _plain(label) in known)


def test_every_id_is_readable() -> None:
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", m["id"]) for m in rows() if m["id"])


def test_offices_and_ranks_stay_outside_persons() -> None:
    inside = [m["text"] for m in rows() if m["tag"] == "PER" and _plain(m["text"].split()[0]) in lexicon().rank]
    assert not inside


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _plain(name: str) -> str:
    return authority.fold(name)
