"""Weigh the claims on one event: what its node shows, and where its sources disagree.

A direct triple needs an asserted claim, or a reported one that nothing asserted contradicts; planned and denied claims
never give one. Of values that cannot all be true the best supported one is shown: most sources, then highest
confidence, then most precise date, then alphabet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extraction.records import Filler, Status
from graph.identity import Event, identities
from graph.iris import fold
from graph.periods import compatible, period

STATUSES: tuple[Status, ...] = ("asserted", "reported", "planned", "denied")

Within = Callable[[str, str], bool]
"""Tells whether the first entity (a place) lies in the second."""


class Value(NamedTuple):
    """A filler without its place in the text."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the node of an event shows: values by role, the roles that sources disagree on, and how real it is.

    ``status`` is the strongest status of any claim: an event with ``planned`` is one that no text says to have happened.
    """

    shown: Mapping[str, tuple[Value, ...]]
    contested: tuple[str, ...]
    status: Status


class Voice(NamedTuple):
    """One fact's support for a value."""

    doc: str
    status: Status
    confidence: float
    fact: int


Voices = dict[Value, list[Voice]]


def weigh(event: Event, within: Within) -> Verdict:
    """Return what ``event`` shows, with ``within`` to know a town from its country."""
    single = identities()[event.type].single if event.type in identities() else frozenset[str]()
    shown: dict[str, tuple[Value, ...]] = {}
    contested: list[str] = []
    for role, voices in sorted(_voices(event).items()):
        clash = _Clash(voices, within) if role in single else _NeverClash(voices, within)
        if values := _shown(voices, clash):
            shown[role] = values
        if clash.anywhere() or any(_denied(voices[v]) and _spoken(voices[v]) for v in voices):
            contested.append(role)
    status = min((item.fact.status for item in event.facts), key=STATUSES.index)
    return Verdict(shown, tuple(contested), status)


def _voices(event: Event) -> dict[str, Voices]:
    roles: dict[str, Voices] = defaultdict(lambda: defaultdict(list))
    for number, item in enumerate(event.facts):
        for role, fillers in item.fact.args.items():
            for value in sorted({value_of(f) for f in fillers}):
                roles[role][value].append(Voice(item.doc, item.fact.status, item.fact.confidence, number))
    return roles


def value_of(filler: Filler) -> Value:
    """Return the filler's value, texts with single blanks."""
    return Value(filler.kind, " ".join(filler.value.split()) if filler.kind == "text" else filler.value)


def _spoken(voices: Iterable[Voice]) -> bool:
    return any(v.status in ("asserted", "reported") for v in voices)


def _asserted(voices: Iterable[Voice]) -> bool:
    return any(v.status == "asserted" for v in voices)


def _denied(voices: Iterable[Voice]) -> bool:
    return any(v.status == "denied" for v in voices)


class _Clash:
    """Which values of a role with one true value cannot stand together."""

    def __init__(self, voices: Voices, within: Within) -> None:
        self.voices = voices
        self.within = within

    def between(self, a: Value, b: Value) -> bool:
        """Tell whether ``a`` and ``b`` exclude each other: different, not one within the other, and never said in one breath."""
        together = {v.fact for v in self.voices[a]} & {v.fact for v in self.voices[b]}
        return not together and disagree(a, b, self.within)

    def anywhere(self) -> bool:
        """Tell whether two values that are asserted or reported exclude each other."""
        spoken = [v for v in sorted(self.voices) if _spoken(self.voices[v])]
        return any(self.between(a, b) for i, a in enumerate(spoken) for b in spoken[:i])


class _NeverClash(_Clash):
    """Any number of values of this role can be true."""

    def between(self, a: Value, b: Value) -> bool:
        return False


def disagree(a: Value, b: Value, within: Within) -> bool:
    """Tell whether two values of a role with one true value cannot both be true."""
    if a.kind != b.kind:
        return False
    if a.kind == "date":
        return not compatible(a.value, b.value)
    if a.kind == "entity":
        return a != b and not within(a.value, b.value) and not within(b.value, a.value)
    return fold(a.value) != fold(b.value)


def _shown(voices: Voices, clash: _Clash) -> tuple[Value, ...]:
    standing = [v for v in sorted(voices) if _stands(v, voices, clash)]
    if not standing or isinstance(clash, _NeverClash):
        return tuple(standing)
    best = min(standing, key=lambda v: _rank(v, {w: voices[w] for w in standing}, clash.within))
    if best.kind == "date":
        return (best,)
    return tuple(v for v in standing if v == best or not clash.between(v, best))


def _stands(value: Value, voices: Voices, clash: _Clash) -> bool:
    own = voices[value]
    if _asserted(own):
        return True
    if not _spoken(own) or _denied(own):
        return False
    return not any(_asserted(voices[other]) and clash.between(value, other) for other in voices)


def _rank(value: Value, voices: Voices, within: Within) -> tuple[int, float, int, Value]:
    """Return a sort key, best first. A wider date supports every date that lies in it: March supports 16 March."""
    span = period(value.value) if value.kind == "date" else None
    support = [v for other in voices if _supports(other, value, within) for v in voices[other] if v.status in ("asserted", "reported")]
    return (-len({v.doc for v in support}), -max(v.confidence for v in support), span.days if span else 0, value)


def _supports(other: Value, value: Value, within: Within) -> bool:
    if other == value:
        return True
    if value.kind == "date":
        wide, narrow = period(other.value), period(value.value)
        return wide is not None and narrow is not None and wide.holds(narrow)
    return value.kind == "entity" and within(value.value, other.value)
