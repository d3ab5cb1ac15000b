"""Whereabouts: somebody who has arrived in a town meets people there, until the text moves them on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extraction.facts.fillers import values
from extraction.facts.match import Candidate
from extraction.language.words import word_class
from extraction.records import Filler

REACH = 6
LATEST = 4
TOGETHER = {"Meeting": "participant", "Agreement": "signatory"}
"""Those who take part in what is done at one place; a treaty is signed where they came to in the same sentence."""
MOVED = {"Mission": "destination", "Movement": "destination", "Meeting": "place"}
MOVERS = {"Mission": ("head", "mission", "member"), "Movement": ("actor",), "Meeting": ("participant",)}


@dataclass(slots=True)
class Whereabouts:
    """Where each actor was told to be: entity id to number of the sentence, index of the verb in it, and place, None where it has left."""

    told: dict[str, list[tuple[int, int, Filler | None]]] = field(default_factory=dict)

    def placed(self, candidate: Candidate, sentence: int) -> Candidate:
        """Return a meeting or signing with the place where one of those who take part is, and note where the candidate's actors are."""
        whole = self.at_place(candidate, sentence) if candidate.type in TOGETHER and "place" not in candidate.args else candidate
        self.note(whole, sentence)
        return whole

    def at_place(self, candidate: Candidate, sentence: int) -> Candidate:
        """Return a meeting or signing without a place at the place where those who take part were told to be, the latest telling first."""
        clause = candidate.site.clause
        if clause is not None and clause.relation == "that" and clause.predicate.kind == "Dik":
            # Somebody who is in a town now tells there of talks held elsewhere ("A ile görüştüğünü söyledi").
            return candidate
        now = (sentence, candidate.site.anchor)
        people = sorted(values(candidate.args, TOGETHER[candidate.type]))
        before = [[t for t in self.told.get(p, []) if t[:2] < now][-1:] for p in people]
        reach = REACH if candidate.type == "Meeting" else 0
        near = sorted((n, at, f.value, f) for found in before for n, at, f in found if f and sentence - n <= reach)
        return replace(candidate, args=dict(candidate.args) | {"place": (near[-1][3],)}) if near else candidate

    def note(self, candidate: Candidate, sentence: int) -> None:
        """Remember where the actors of a candidate are; who leaves for nowhere that is told is nowhere."""
        if candidate.status != "asserted" or candidate.type not in MOVED:
            return
        places = candidate.args.get(MOVED[candidate.type], ())
        town = places[0] if places and places[0].kind == "entity" else None
        movers = {actor for role in MOVERS[candidate.type] for actor in values(candidate.args, role)} | bodies(candidate)
        for actor in sorted(movers):
            if town or candidate.args.get("origin"):
                news = (sentence, arrived(candidate), town)
                self.told[actor] = sorted([*self.told.get(actor, []), news], key=lambda t: t[:2])[-LATEST:]


def bodies(candidate: Candidate) -> set[str]:
    """Return the delegation that a mission calls by a name, which meets people under it ("Türk heyeti … vardı")."""
    theme = candidate.site.theme
    named = [u.mention for u in theme.members if u.mention] if theme and candidate.type == "Mission" else []
    return {m.entity for m in named if m.entity}


def arrived(candidate: Candidate) -> int:
    """Return the unit behind which somebody is there: the verb, or the end of a sentence that tells of setting out only."""
    site = candidate.site
    words = {site.clause.lemma if site.clause else "", site.theme.head.lemma if site.theme else ""}
    return len(site.sentence.units) if words & word_class("setting_out") else site.anchor
