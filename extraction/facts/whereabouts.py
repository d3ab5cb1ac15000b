"""Whereabouts: somebody who has arrived in a town meets people there, until the text moves them on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extraction.facts.fillers import values
from extraction.facts.match import Candidate
from extraction.records import Filler

REACH = 6
MOVED = {"Mission": "destination", "Movement": "destination", "Meeting": "place"}
MOVERS = {"Mission": ("head", "mission", "member"), "Movement": ("actor",), "Meeting": ("participant",)}


@dataclass(slots=True)
class Whereabouts:
    """Where each actor was last told to be: entity id to the number of the sentence and the place."""

    last: dict[str, tuple[int, Filler]] = field(default_factory=dict)

    def placed(self, candidate: Candidate, sentence: int) -> Candidate:
        """Return a meeting with the place where one of its participants is, and note where the candidate's actors are now."""
        whole = self.at_place(candidate, sentence) if candidate.type == "Meeting" and "place" not in candidate.args else candidate
        self.note(whole, sentence)
        return whole

    def at_place(self, candidate: Candidate, sentence: int) -> Candidate:
        """Return a meeting without a place at the place where its participants were told to be, the latest telling first."""
        known = [self.last[p] for p in sorted(values(candidate.args, "participant")) if p in self.last]
        near = sorted((n, f.value, f) for n, f in known if sentence - n <= REACH)
        return replace(candidate, args=dict(candidate.args) | {"place": (near[-1][2],)}) if near else candidate

    def note(self, candidate: Candidate, sentence: int) -> None:
        """Remember where the actors of a candidate are; who leaves for nowhere that is told is nowhere."""
        if candidate.status != "asserted" or candidate.type not in MOVED:
            return
        places = candidate.args.get(MOVED[candidate.type], ())
        for role in MOVERS[candidate.type]:
            for actor in sorted(values(candidate.args, role)):
                if places and places[0].kind == "entity":
                    self.last[actor] = (sentence, places[0])
                elif candidate.args.get("origin"):
                    self.last.pop(actor, None)
