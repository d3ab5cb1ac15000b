"""Confidence of a fact, to be calibrated on annotated passages."""

from __future__ import annotations

from extraction.facts.match import Candidate


def confidence(candidate: Candidate) -> float:
    """Return a first estimate from how many roles are filled and how (calibrated later)."""
    filled = len(candidate.args)
    return round(min(0.95, 0.35 + 0.15 * filled), 2)
