"""Confidence: how likely a fact is right, from what kind of reading it is.

A logistic model over a few yes-no features (frame pattern, roles filled, status). Its weights are data, ``confidence.toml``, fitted by
``benchmarks/calibrate.py`` on the annotated development passages, where a fact counts as right when it pairs with an annotated one and at
least half of its fillers agree; ``benchmarks/RESULTS.md`` shows the reliability on passages that it was not fitted on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path
from tomllib import loads

WEIGHTS = Path(__file__).with_name("confidence.toml")


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights by feature name; "bias" is the intercept."""
    found: Mapping[str, float] = loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return found


def features(frame: str, roles: Iterable[str], status: str) -> Iterator[str]:
    """Yield the features that hold: pattern, type, each role filled, how many, and status."""
    filled = sorted(roles)
    kind = frame.partition("/")[0]
    yield from ("bias", f"frame {frame}", f"type {kind}", f"status {status}", f"filled {min(len(filled), 5)}")
    yield from (f"role {kind} {role}" for role in filled)


def confidence(frame: str, roles: Iterable[str], status: str) -> float:
    """Return the probability that a fact is right, to two digits, between 0.02 and 0.98."""
    known = weights()
    total = sum(known.get(name, 0.0) for name in features(frame, roles, status))
    return round(min(0.98, max(0.02, 1 / (1 + exp(-total)))), 2)
