"""Confidence: how likely a fact is right, from how it was read.

A logistic model over yes-no features: the frame pattern, the words that evoke the event, the form of their clause, which roles are
filled, and where each filler stands. Its weights are data, ``confidence.toml``, fitted by ``benchmarks/calibrate.py`` on our own
annotated sentences and the annotated passages that are not held out; a fact counts as right when it pairs with an annotated one and at
least half of its fillers agree. ``benchmarks/RESULTS.md`` shows the reliability on passages that it was not fitted on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path
from tomllib import loads

from extraction.facts.match import FREE, Candidate
from extraction.facts.positions import position
from extraction.facts.slots import Site
from extraction.records import Filler, Span

WEIGHTS = Path(__file__).with_name("confidence.toml")


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights by feature name; "bias" is the intercept."""
    found: Mapping[str, float] = loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return found


def features(candidate: Candidate, kind: str) -> Iterator[str]:
    """Yield the features that hold for a candidate read in a passage of some ``kind``."""
    sentence = candidate.site.sentence
    yield from ("bias", f"passage {kind}", f"clauses {min(6, len(sentence.clauses))}", f"length {min(6, len(sentence.units) // 8)}")
    yield from read_by(candidate)
    yield from evoked_by(candidate.type, candidate.site)
    yield from filled_with(candidate)


def read_by(candidate: Candidate) -> Iterator[str]:
    """Yield what the pattern is, the status, and which roles are filled."""
    filled = sorted(candidate.args)
    yield from (f"frame {candidate.pattern.name}", f"type {candidate.type}", f"status {candidate.status}", f"filled {min(len(filled), 5)}")
    yield from (f"role {candidate.type} {role}" for role in filled)


def evoked_by(kind: str, site: Site) -> Iterator[str]:
    """Yield the words that evoke the event and the form of their clause."""
    theme = "" if site.theme is None else site.theme.head.tag or site.theme.head.lemma
    verb = site.clause.lemma if site.clause else ""
    yield from (f"verb {kind} {verb}", f"noun {kind} {theme}", f"words {verb} {theme}")
    if site.clause:
        predicate = site.clause.predicate
        yield from (f"form {predicate.form}", f"form {kind} {predicate.form}", f"suffix {predicate.kind}", f"tense {predicate.tense}")
        yield from (f"relation {site.clause.relation}", f"passive {site.clause.passive}")


def filled_with(candidate: Candidate) -> Iterator[str]:
    """Yield where each filler stands; one that the sentence does not name comes from the context."""
    named = {u.mention.source: u for u in candidate.site.sentence.units if u.mention}
    here = 0
    for role, fillers in candidate.args.items():
        here += sum(role not in FREE and f.kind == "text" and names_one(f, named) for f in fillers)
        for unit in (named.get(f.source) if f.source else None for f in fillers if f.kind != "text"):
            if unit is None:
                yield from (f"context {role}", f"context {candidate.type} {role}")
                continue
            here += 1
            clause, place = position(candidate.site, unit)
            yield from (f"in {role} {clause}", f"at {role} {place}", f"at {candidate.type} {role} {place}")
            yield f"tag {candidate.type} {role} {unit.tag}"
    yield f"here {min(here, 4)}"


def names_one(words: Filler, named: Collection[Span]) -> bool:
    """Say whether words of the text hold a name ("Rodos’un boşaltılması")."""
    return words.source is not None and any(words.source.start <= span.start and span.end <= words.source.end for span in named)


def confidence(candidate: Candidate, kind: str) -> float:
    """Return the probability that a candidate is right, to two digits, between 0.02 and 0.98."""
    known = weights()
    total = sum(known.get(name, 0.0) for name in features(candidate, kind))
    return round(min(0.98, max(0.02, 1 / (1 + exp(-total)))), 2)
