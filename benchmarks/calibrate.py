"""Fit the confidence of facts on our own sentences and the development passages, and show its reliability on the other passages.

    .venv/bin/python benchmarks/calibrate.py [--write]

Needs ``../shared/corpus`` and ``../shared/gold``. A fact is right when the scorer pairs it with an annotated fact and at least half of
its arguments agree. Ridge logistic regression by Newton steps (Hosmer and Lemeshow 2000); our own sentences have an intercept of
their own, for they are read without context.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import own_facts
from facts import CHECK, DEVELOP, SHARED, rows

from extraction import extract, facts, read
from extraction.facts.confidence import WEIGHTS, features
from extraction.training import annotated

RIDGE, RAREST, STEPS = 10.0, 3, 12
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
OWN = "own sentence"


class Judged(NamedTuple):
    """The features of a fact that was found, and whether it is right."""

    features: tuple[str, ...]
    right: bool


class Recorder:
    """Stands in the place of ``confidence``: keeps a candidate's features and gives their number, which joining leaves as it is."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, ...]] = []

    def __call__(self, *reading: Any) -> float:
        """Return the number of the features kept."""
        self.kept.append(tuple(features(*reading)))
        return float(len(self.kept) - 1)


@cache
def scorer() -> ModuleType:
    """Load the scorer that lies with the annotations."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


@cache
def found_in(path: Path, recorder: Recorder) -> list[dict[str, Any]]:
    """Return every fact found in a text, however unlikely, with its features and lines."""
    text = scorer().Text(path)
    found = []
    for row in rows(extract(read(path))):
        start, end = int(str(row["start"])), int(str(row["end"]))
        lines = [text.line(start), text.line(max(end - 1, start))]
        found.append(row | {"features": recorder.kept[int(float(str(row["confidence"])))], "lines": lines})
    return found


def passages(recorder: Recorder, chunks: Sequence[str]) -> Iterator[Judged]:
    """Yield the facts found in some annotated passages, judged."""
    score = scorer()
    for chunk, info, _ in score.load_chunks(SHARED / "gold", SHARED / "corpus", list(chunks)):
        first, last = info["lines"]
        found = found_in(SHARED / "corpus" / info["text"], recorder)
        inside = [f for f in found if f["lines"][1] >= first and f["lines"][0] <= last]
        yield from judged(score, score.rows(SHARED / "gold" / f"{chunk}.facts.jsonl"), inside, score.load_names(SHARED / "gold", [chunk]))


def own(recorder: Recorder) -> Iterator[Judged]:
    """Yield the facts found in our own annotated sentences, judged."""
    score, sentences = scorer(), annotated.read()
    names = score.Names()
    for group in json.loads((SHARED / "gold" / "equivalent.json").read_text(encoding="utf-8")):
        names.add(group)
    with tempfile.TemporaryDirectory() as folder:
        path, gold = own_facts.laid_out(Path(folder), sentences)
        for fact in judged(score, gold, found_in(path, recorder), names, near=0):
            yield fact._replace(features=(*fact.features, OWN))


def judged(score: ModuleType, gold: Sequence[Any], found: Sequence[Any], names: Any, near: int = 1) -> Iterator[Judged]:
    """Pair found facts with annotated ones greedily, as the scorer does."""
    pairs = sorted(
        (
            (score.shared(g, f, names, True), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g["lines"][0] - near <= f["lines"][1] and f["lines"][0] <= g["lines"][1] + near and kin(score, g, f)
        ),
        reverse=True,
    )
    credit: dict[int, float] = {}
    used: set[int] = set()
    for value, i, j in pairs:
        if value and i not in used and j not in credit:
            used.add(i)
            credit[j] = value
    for j, fact in enumerate(found):
        yield Judged(fact["features"], credit.get(j, 0.0) >= len(score.arguments(fact, True)) / 2)


def kin(score: ModuleType, left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Say whether two facts are of one family of types."""
    family = score.FAMILY.get(left["type"])
    return bool(left["type"] == right["type"] or (family is not None and family == score.FAMILY.get(right["type"])))


def fitted(found: Sequence[Judged]) -> dict[str, float]:
    """Return the weights of the features that occur often enough."""
    counts = Counter(name for fact in found for name in fact.features)
    kept = sorted(name for name, n in counts.items() if n >= RAREST)
    place = {name: i for i, name in enumerate(kept)}
    x = np.zeros((len(found), len(kept)))
    for row, fact in enumerate(found):
        x[row, [place[n] for n in fact.features if n in place]] = 1.0
    y = np.array([float(fact.right) for fact in found])
    w = np.zeros(len(kept))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + RIDGE * np.eye(len(kept))
        w += np.linalg.solve(hessian, x.T @ (y - p) - RIDGE * w)
    return {name: round(float(w[i]), 3) for name, i in place.items() if abs(w[i]) >= 0.001}


def likely(fact: Judged, weights: Mapping[str, float]) -> float:
    """Return the confidence of a fact."""
    return float(1 / (1 + np.exp(-sum(weights.get(n, 0.0) for n in fact.features))))


def reliability(found: Sequence[Judged], weights: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each bin of confidence: how many facts, mean confidence, how many are right."""
    scored = [(likely(fact, weights), fact.right) for fact in found]
    for low, high in pairwise(BINS):
        binned = [(c, r) for c, r in scored if low <= c < high]
        if binned:
            mean, right = (sum(column) / len(binned) for column in zip(*binned, strict=True))
            yield f"| {low:.1f}–{min(high, 1.0):.1f} | {len(binned)} | {mean:.2f} | {right:.2f} |"


def main() -> None:
    """Fit, show, and write on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write extraction/facts/confidence.toml")
    options = parser.parse_args()
    recorder = Recorder()
    facts.confidence, facts.LEAST = recorder, -1.0  # type: ignore[attr-defined]
    develop, check, ours = list(passages(recorder, DEVELOP)), list(passages(recorder, CHECK)), list(own(recorder))
    weights = fitted([*develop, *ours])
    for title, found in (("development passages (fitted on)", develop), ("our own sentences (fitted on)", ours), ("other passages", check)):
        print(
            f"\n{title}\n\n| confidence | facts | mean | right |\n| --- | --- | --- | --- |",
            *reliability(found, weights),
            sep="\n",
        )
    if options.write:
        lines = [f'"{name}" = {value}' for name, value in sorted(weights.items())]
        head = "# Weights of the confidence model. Written by benchmarks/calibrate.py; do not edit.\n[weights]\n"
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
