"""Naming: a conference without a name is called by its place ("Selanik konferansı"), and a later bare "konferans" means it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extraction.facts.match import Candidate
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

REACH = 10
OWNED = {"konferans": "konferansı", "kongre": "kongresi", "kurultay": "kurultayı"}


@dataclass(slots=True)
class Unnamed:
    """The conference without a name that was told last, with the number of its sentence."""

    last: tuple[int, Filler] | None = None

    def called(self, candidate: Candidate, labels: Mapping[str, str], sentence: int, venue: str = "") -> Candidate:
        """Return a candidate whose bare "konferans" bears the place's name, or is the one told before; ``labels`` words the entities,
        ``venue`` is the town that a delegation has just come to.
        """
        told = candidate.args.get("conference", ())
        word = lower(told[0].value) if told and told[0].kind == "text" else ""
        if word not in OWNED:
            return candidate
        town = venue if "start" in candidate.args and not is_new(candidate) else ""
        place = next((labels[f.value] for f in candidate.args.get("place", ()) if f.value in labels), town)
        if place and self.fresh(candidate, sentence):
            self.last = (sentence, replace(told[0], value=f"{place} {OWNED[word]}"))
        if self.last is None or (sentence != self.last[0] and self.fresh(candidate, sentence)):
            return candidate
        return replace(candidate, args=dict(candidate.args) | {"conference": (self.last[1],)})

    def fresh(self, candidate: Candidate, sentence: int) -> bool:
        """Say whether a conference is told for the first time: "bir konferans", or none was told nearby."""
        return is_new(candidate) or self.last is None or sentence - self.last[0] > REACH


def is_new(candidate: Candidate) -> bool:
    """Say whether a word before a candidate's noun makes it one that was not told yet ("yeni bir konferans")."""
    theme = candidate.site.theme
    before = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index] if theme else []
    return any(lower(u.text) in word_class("new") for u in before)
