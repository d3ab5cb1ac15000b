"""Fit the confidence of facts on the development passages, and show its reliability on the others.

    .venv/bin/python benchmarks/calibrate.py FACTS.jsonl [--write]

FACTS.jsonl is what ``benchmarks/facts.py --least 0`` wrote for ``../shared/corpus``. A fact is right when the scorer pairs it
with an annotated fact and at least half of its arguments agree. Ridge logistic regression by Newton steps (Hosmer and Lemeshow 2000).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from facts import CHECK, DEVELOP, SHARED

from extraction.facts.confidence import WEIGHTS, features

RIDGE, RAREST = 1.5, 3
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)


def scorer() -> ModuleType:
    """Load the scorer that lies with the annotations."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def judged(path: Path, chunks: Sequence[str]) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield each found fact that stands in an annotated passage, with whether it is right."""
    score = scorer()
    found_all = score.rows(path)
    for chunk, info, text in score.load_chunks(SHARED / "gold", SHARED / "corpus", list(chunks)):
        names = score.Names()
        for entity in score.rows(SHARED / "gold" / f"{chunk}.entities.jsonl"):
            names.add([entity["name"], *entity["aliases"]])
        for group in json.loads((SHARED / "gold" / "equivalent.json").read_text(encoding="utf-8")):
            names.add(group)
        gold = score.rows(SHARED / "gold" / f"{chunk}.facts.jsonl")
        yield from passage(score, gold, inside(found_all, info, text), names)


def inside(found: list[dict[str, Any]], info: dict[str, Any], text: Any) -> list[dict[str, Any]]:
    """Return the facts of one passage with their lines."""
    own = [f for f in found if Path(f["doc"]).stem == Path(info["text"]).stem]
    lined = [f | {"lines": [text.line(f["start"]), text.line(max(f["end"] - 1, f["start"]))]} for f in own]
    return [f for f in lined if f["lines"][1] >= info["lines"][0] and f["lines"][0] <= info["lines"][1]]


def passage(
    score: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]], names: Any
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Pair found facts with annotated ones greedily, as the scorer does."""
    pairs = sorted(
        (
            (score.shared(g, f, names, True), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if kin(score, g, f) and g["lines"][0] - 1 <= f["lines"][1] and f["lines"][0] <= g["lines"][1] + 1
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
        yield fact, credit.get(j, 0.0) >= len(score.arguments(fact, True)) / 2


def kin(score: ModuleType, left: dict[str, Any], right: dict[str, Any]) -> bool:
    """Say whether two facts are of one family of types."""
    family = score.FAMILY.get(left["type"])
    return bool(left["type"] == right["type"] or (family is not None and family == score.FAMILY.get(right["type"])))


def names_of(fact: dict[str, Any]) -> list[str]:
    """Return the features of a fact."""
    return list(features(fact["frame"], fact["args"], fact["status"]))


def fitted(facts: list[tuple[dict[str, Any], bool]]) -> dict[str, float]:
    """Return the weights of the features that occur often enough."""
    counts = Counter(name for fact, _ in facts for name in names_of(fact))
    kept = sorted(name for name, n in counts.items() if n >= RAREST)
    place = {name: i for i, name in enumerate(kept)}
    x = np.zeros((len(facts), len(kept)))
    for row, (fact, _) in enumerate(facts):
        x[row, [place[n] for n in names_of(fact) if n in place]] = 1.0
    y = np.array([float(right) for _, right in facts])
    w = np.zeros(len(kept))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + RIDGE * np.eye(len(kept))
        w += np.linalg.solve(hessian, x.T @ (y - p) - RIDGE * w)
    return {name: round(float(w[i]), 3) for name, i in place.items()}


def reliability(facts: list[tuple[dict[str, Any], bool]], weights: dict[str, float]) -> Iterator[str]:
    """Yield a line for each bin of confidence: how many facts, mean confidence, how many are right."""
    scored = [(1 / (1 + np.exp(-sum(weights.get(n, 0.0) for n in names_of(f)))), right) for f, right in facts]
    for low, high in pairwise(BINS):
        rows = [(c, r) for c, r in scored if low <= c < high]
        if rows:
            mean, right = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            yield f"| {low:.1f}–{min(high, 1.0):.1f} | {len(rows)} | {mean:.2f} | {right:.2f} |"


def main() -> None:
    """Fit, show, and write on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--write", action="store_true", help="write extraction/facts/confidence.toml")
    options = parser.parse_args()
    weights = fitted(list(judged(options.facts, DEVELOP)))
    for title, chunks in (("development passages (fitted on)", DEVELOP), ("other passages", CHECK)):
        print(
            f"\n{title}\n\n| confidence | facts | mean | right |\n| --- | --- | --- | --- |",
            *reliability(list(judged(options.facts, chunks)), weights),
            sep="\n",
        )
    if options.write:
        lines = [f'"{name}" = {value}' for name, value in sorted(weights.items())]
        head = "# Weights of the confidence model. Written by benchmarks/calibrate.py; do not edit.\n[weights]\n"
        WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
