"""States behind names: "Türk-Sovyet Antlaşması" names two, "Sovyet Elçisi" one, a known person serves one, a city lies in one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

from ontology.authority import Authority, Entry, fold, load

WORD = re.compile(r"\w+")
LONGEST = 5
BODIES = ("organization/", "government/turkiye-buyuk-millet-meclisi", "government/heyet-i-temsiliye")
PART_OF_STATE = re.compile(r"vekalet|bakanl|komiserli|nezaret|genelkurmay|erkan|ordu|cephe|kolordu|tumen|firka kumandan|elcili|kuvvet")


@dataclass(frozen=True, slots=True)
class States:
    """Look-ups over an authority.

    ``words`` maps folded names and adjectives to states, ``towns`` names to places, ``seats`` capitals to states,
    ``bodies`` names of parties, societies, assemblies and the like.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def within(self, text: str, told: Collection[str] = (), bodies: bool = False) -> list[tuple[str, int, int]]:
        """Return the states, or the bodies, named inside a text as (id, start, end), in order; a word of several means one ``told`` of."""
        tokens = [(fold(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]
        found: list[tuple[str, int, int]] = []
        at = 0
        while at < len(tokens):
            size, owners = self.longest(tokens, at, self.bodies if bodies else self.words)
            if owners:
                found.append((next((s for s in owners if s in told), owners[0]), tokens[at][1], tokens[at + size - 1][2]))
            at += max(1, size)
        return found

    def longest(self, tokens: list[tuple[str, int, int]], at: int, names: Mapping[str, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
        """Return the number of words of the longest of the names that starts at a token, and whose it is; (0, ()) where none does."""
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            owners = names.get(" ".join(w for w, _, _ in tokens[at : at + size]), ())
            if owners:
                return size, owners
        return 0, ()

    def places(self, text: str) -> list[tuple[str, int, int]]:
        """Return the places named inside a text by one word ("Moskova Büyükelçiliği") as (id, start, end)."""
        words = ((self.towns.get(fold(m.group()).split("'")[0], ""), m.start(), m.end()) for m in WORD.finditer(text))
        return [w for w in words if w[0]]

    def of(self, entity: str) -> list[str]:
        """Return the states that an authority entry belongs to: those in ``of``, or the state a place lies in or is the seat of."""
        entry = self.entries.get(entity)
        direct = entry.of if entry else ()
        found = [i for i in direct if i.startswith("state/")]
        around = [s for i in direct if i.startswith("place/") for s in self.of(i)]
        return found or around or ([self.seats[entity]] if entity in self.seats else [])

    def followed(self, group: str) -> str:
        """Return the body whose followers a group of the authority is ("Hürriyetçiler"), or nothing."""
        entry = self.entries.get(group) if group.startswith("group/") else None
        return next((i for i in (entry.of if entry else ()) if i.startswith("organization/")), "")


@cache
def states(authority: Authority | None = None) -> States:
    """Return the look-ups of an authority, by default the one that ships."""
    entries = (authority or load()).entries
    words: dict[str, tuple[str, ...]] = {}
    towns = {fold(name): key for key, e in sorted(entries.items()) if e.kind == "Place" for name in e.names}
    for key, entry in sorted(entries.items(), key=lambda item: (-len(item[1].variants), item[0])):
        for name in {fold(n) for n in (entry.tr, *entry.variants, *entry.short)} if entry.kind == "State" else ():
            words[name] = (*words.get(name, ()), key) if name not in towns else ()
    seats = {towns[fold(n)]: key for key, e in sorted(entries.items()) if e.kind == "State" for n in e.short if fold(n) in towns}
    return States(words, towns, entries, seats, bodies_of(entries))


def bodies_of(entries: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """Return the bodies that somebody can lead or sit in by their names; not armies and ministries, which are part of a state."""
    told = {fold(n): (key,) for key, e in sorted(entries.items()) if key.startswith(BODIES) for n in (e.tr, *e.variants)}
    return {name: ids for name, ids in told.items() if len(name) > 3 and not PART_OF_STATE.search(name)}
