"""Fit the confidence of facts and the casting of open roles on our own sentences and all passages that are not held out.

    .venv/bin/python benchmarks/calibrate.py [--write]

Needs ``../shared/corpus`` and ``../shared/gold``. A fact is right when the scorer pairs it with an annotated fact and at least half of
its arguments agree; somebody is rightly cast where an argument of that annotated fact which no filler matches names them. Shows the
reliability of confidence on the other passages. Ridge logistic regression by Newton steps (Hosmer and Lemeshow 2000); our own
sentences have an intercept of their own, for they are read without context.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import own_facts
from facts import CHECK, DEVELOP, SHARED, labels, rows, value
from own_passages import OPEN, PASSAGES

from extraction import extract, facts, read
from extraction.facts import casting
from extraction.facts.confidence import WEIGHTS, features
from extraction.training import annotated

RIDGE, RAREST, STEPS = 10.0, 3, 12
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
OWN = "own sentence"


CAST_RIDGE, CG_STEPS, CG_CLOSE = 20.0, 60, 1e-6
Vector = np.ndarray[Any, np.dtype[np.float64]]


class Judged(NamedTuple):
    """The features of a fact that was found, or of somebody who may play one of its open roles, and how far it is right."""

    features: tuple[str, ...]
    right: float
    cast: tuple[Judged, ...] = ()


class Recorder:
    """Stands in the place of ``confidence``: keeps a candidate's features and gives their number, which joining leaves as it is."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, ...]] = []
        self.open: list[list[casting.Option]] = []

    def __call__(self, *reading: Any) -> float:
        """Return the number of the features kept."""
        self.kept.append(tuple(features(*reading)))
        self.open.append([])
        return float(len(self.kept) - 1)

    def cast(self, *reading: Any) -> Any:
        """Keep who may play the open roles of the candidate whose features were kept last, and leave it as it is."""
        self.open[-1] = list(casting.options(*reading))
        return reading[0]


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
    extraction = extract(read(path))
    names = labels(extraction)
    found = []
    for row in rows(extraction):
        start, end, n = (int(float(str(row[key]))) for key in ("start", "end", "confidence"))
        lines = [text.line(start), text.line(max(end - 1, start))]
        options = [(o.role, value(o.filler, names), o.features) for o in recorder.open[n]]
        found.append(row | {"features": recorder.kept[n], "open": options, "lines": lines})
    return found


def passages(recorder: Recorder, chunks: Sequence[str], gold: Path = SHARED / "gold", texts: Path = SHARED / "corpus") -> Iterator[Judged]:
    """Yield the facts found in some annotated passages, judged; ``gold`` and ``texts`` are the folders of annotations and of texts."""
    score = scorer()
    for chunk, info, _ in score.load_chunks(gold, texts, list(chunks)):
        first, last = info["lines"]
        found = found_in(texts / info["text"], recorder)
        inside = [f for f in found if f["lines"][1] >= first and f["lines"][0] <= last]
        names = with_equivalents(score.load_names(gold, [chunk]))
        yield from judged(score, score.rows(gold / f"{chunk}.facts.jsonl"), inside, names)


def with_equivalents(names: Any) -> Any:
    """Return the scorer's names with those that count as the same actor everywhere."""
    for group in json.loads((SHARED / "gold" / "equivalent.json").read_text(encoding="utf-8")):
        names.add(group)
    return names


def open_passages(recorder: Recorder) -> Iterator[Judged]:
    """Yield the facts found in our own passages that are not held out, judged."""
    yield from passages(recorder, [p.stem for group in OPEN for p in sorted(PASSAGES.glob(f"{group}*.json"))], PASSAGES, PASSAGES)


def own(recorder: Recorder) -> Iterator[Judged]:
    """Yield the facts found in our own annotated sentences, judged."""
    score, sentences = scorer(), annotated.read()
    names = with_equivalents(score.Names())
    with tempfile.TemporaryDirectory() as folder:
        path, gold = own_facts.laid_out(Path(folder), sentences)
        for fact in judged(score, gold, found_in(path, recorder), names, near=0):
            theirs = tuple(c._replace(features=(*c.features, OWN)) for c in fact.cast)
            yield fact._replace(features=(*fact.features, OWN), cast=theirs)


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
    used: dict[int, int] = {}
    for shared, i, j in pairs:
        if shared and i not in used and j not in credit:
            used[i] = j
            credit[j] = shared
    told = {j: gold[i] for i, j in used.items()}
    for j, fact in enumerate(found):
        right = credit.get(j, 0.0) >= len(score.arguments(fact, True)) / 2
        yield Judged(fact["features"], right, tuple(judged_cast(score, told.get(j), fact, names)))


def judged_cast(score: ModuleType, gold: Any, found: Any, names: Any) -> Iterator[Judged]:
    """Yield who may play the open roles of a fact: right where an annotated argument that no filler matches names them."""
    held = score.arguments(found, True)
    missing = list(score.arguments(gold, True)) if gold else []
    for role, filler in held:
        match = next((m for m in missing if m[0] == role and score.similarity(role, m[1], filler, names)), None)
        missing = [m for m in missing if m is not match]
    for role, filler, names_of in found["open"]:
        if not any(filler == other for _, other in held):
            same = score.SAME_ROLE.get(role, role)
            right = max((score.similarity(role, m, filler, names) for other, m in missing if other == same), default=0.0)
            yield Judged(("bias", *names_of), right)


def kin(score: ModuleType, left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Say whether two facts are of one family of types."""
    family = score.FAMILY.get(left["type"])
    return bool(left["type"] == right["type"] or (family is not None and family == score.FAMILY.get(right["type"])))


def fitted(found: Sequence[Judged], ridge: float = RIDGE) -> dict[str, float]:
    """Return the weights of the features that occur often enough, by Newton steps that conjugate gradients solve."""
    counts = Counter(name for fact in found for name in fact.features)
    kept = sorted(name for name, n in counts.items() if n >= RAREST)
    place = {name: i for i, name in enumerate(kept)}
    at = np.array([place[n] for fact in found for n in fact.features if n in place])
    row = np.array([r for r, fact in enumerate(found) for n in fact.features if n in place])
    y = np.array([float(fact.right) for fact in found])
    w = np.zeros(len(kept))

    def over_rows(v: Vector) -> Vector:
        return np.bincount(row, v[at], minlength=len(found))

    def over_features(v: Vector) -> Vector:
        return np.bincount(at, v[row], minlength=len(kept))

    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-over_rows(w)))
        curve = p * (1 - p)
        w += solved(lambda v, c=curve: over_features(c * over_rows(v)) + ridge * v, over_features(y - p) - ridge * w)  # type: ignore[misc]
    return {name: round(float(w[i]), 3) for name, i in place.items() if abs(w[i]) >= 0.001}


def solved(product: Callable[[Vector], Vector], right: Vector) -> Vector:
    """Solve a linear system, given as the product with its matrix, by conjugate gradients (Hestenes and Stiefel 1952)."""
    x, rest = np.zeros(len(right)), right
    way, size = rest, rest @ rest
    for _ in range(CG_STEPS):
        if size < CG_CLOSE:
            break
        step = product(way)
        far = size / (way @ step)
        x, rest = x + far * way, rest - far * step
        way, size = rest + (rest @ rest) / size * way, rest @ rest
    return x


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
    parser.add_argument("--write", action="store_true", help="write extraction/facts/confidence.toml and casting.toml")
    options = parser.parse_args()
    recorder, least = Recorder(), facts.LEAST
    facts.confidence, facts.cast, facts.LEAST = recorder, recorder.cast, -1.0  # type: ignore[attr-defined, assignment]
    develop, check = [*passages(recorder, DEVELOP), *open_passages(recorder)], list(passages(recorder, CHECK))
    ours = list(own(recorder))
    weights = fitted([*develop, *ours])
    for title, found in (("passages fitted on", develop), ("our own sentences (fitted on)", ours), ("other passages", check)):
        print(
            f"\n{title}\n\n| confidence | facts | mean | right |\n| --- | --- | --- | --- |",
            *reliability(found, weights),
            sep="\n",
        )
    if options.write:
        write(WEIGHTS, "confidence", weights)
        told = [c for fact in (*develop, *ours) if likely(fact, weights) >= least for c in fact.cast]
        write(casting.WEIGHTS, "casting", fitted(told, CAST_RIDGE))


def write(path: Path, model: str, weights: Mapping[str, float]) -> None:
    """Write the weights of a model."""
    lines = [f'"{name}" = {weight}\n' for name, weight in sorted(weights.items())]
    path.write_text(
        f"# Weights of the {model} model. Written by benchmarks/calibrate.py; do not edit.\n[weights]\n{''.join(lines)}", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
