"""Naming: a conference without a name is called by its place ("Selanik konferansı"), and a later bare "konferans" means it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extraction.facts.match import Candidate
from extraction.records import Filler
from ontology.turkish import lower

REACH = 10
OWNED = {"konferans": "konferansı", "kongre": "kongresi", "kurultay": "kurultayı"}
NEW = {"bir", "başka", "yeni"}


@dataclass(slots=True)
class Unnamed:
    """The conference without a name that was told last, with the number of its sentence."""

    last: tuple[int, Filler] | None = None

    def called(self, candidate: Candidate, labels: Mapping[str, str], sentence: int) -> Candidate:
        """Return a candidate whose bare "konferans" bears the place's name, or is the one told before; ``labels`` words the entities."""
        told = candidate.args.get("conference", ())
        word = lower(told[0].value) if told and told[0].kind == "text" else ""
        if word not in OWNED:
            return candidate
        place = next((labels[f.value] for f in candidate.args.get("place", ()) if f.value in labels), "")
        if place and self.fresh(candidate, sentence):
            self.last = (sentence, replace(told[0], value=f"{place} {OWNED[word]}"))
        if self.last is None or (sentence != self.last[0] and self.fresh(candidate, sentence)):
            return candidate
        return replace(candidate, args=dict(candidate.args) | {"conference": (self.last[1],)})

    def fresh(self, candidate: Candidate, sentence: int) -> bool:
        """Say whether a conference is told for the first time: "bir konferans", or none was told nearby."""
        theme = candidate.site.theme
        before = candidate.site.sentence.units[max(0, theme.head.index - 1) : theme.head.index] if theme else []
        return any(lower(u.text) in NEW for u in before) or self.last is None or sentence - self.last[0] > REACH
