"""The persons that a document has named so far, by whom short and damaged names are understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from extraction.names.candidates import Candidate
from extraction.names.spelling import skeleton

# So much alike must a broken first name be to somebody's, and so much more than to anybody else's.
ALIKE, CLEARLY = 60, 5


@dataclass(slots=True)
class People:
    """The persons of one document: name parts of those met so far, by id."""

    parts: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    honorifics: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)

    def met(self, entity: str, candidate: Candidate, at: int) -> None:
        """Note that ``entity`` is named by ``candidate``, mention number ``at``."""
        self.parts.setdefault(entity, set()).add(candidate.parts)
        self.honorifics.setdefault(entity, set()).update({candidate.honorific} - {""})
        self.places.setdefault(entity, []).append(at)

    def nearest(self, among: Sequence[str], at: int) -> str:
        """Return the one of ``among`` named last before mention ``at``, or else first after it."""
        return min(among, key=lambda i: (min((at - p if p < at else 10_000 + p - at) for p in self.places[i]), i))

    def broken(self, candidate: Candidate) -> str | None:
        """Return the person whose first name the scan has broken before ``candidate``: "F!R.Y Cemal" is Feridun Cemal."""
        scores: dict[str, float] = {}
        for entity, names in self.parts.items():
            for first in (first for name in names if (first := _before(candidate.parts, name))):
                scores[entity] = max(scores.get(entity, 0), ratio(skeleton(candidate.broken), skeleton(first)))
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:2]
        sure = best and best[0][1] >= ALIKE and (len(best) == 1 or best[0][1] - best[1][1] >= CLEARLY)
        return best[0][0] if sure else None


def _before(parts: tuple[str, ...], name: tuple[str, ...]) -> str:
    """Return the word of a name before ``parts``, or an empty string."""
    return next((name[at - 1] for at in range(1, len(name)) if name[at : at + len(parts)] == parts), "")
