"""Say who or what a mention names: an entry of the authority, or a new entity with a readable id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extraction.names.bodies import ALONE
from extraction.names.candidates import Candidate
from extraction.names.forms import words
from extraction.names.full_names import alike, begins, forms_of, given_only, holds, ruler, short_of
from extraction.names.gazetteer import Gazetteer, Reading, key
from extraction.names.lexicon import lexicon
from extraction.names.people import People
from extraction.names.places import tag_of
from extraction.names.spelling import illegible, likeness, oddity, one_stroke
from extraction.names.times import When, alive, dead, distance, near, same_day, signed, unborn
from extraction.records import Entity
from ontology.authority import Entry
from ontology.slug import slug
from ontology.turkish import capital

# So much more likely than anybody else must the bearer of a damaged name be.
MARGIN = 5
# A surname of so many letters is hardly another one's.
LONGEST = 10


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a mention names (None where nobody can be told), how surely, and why."""

    entity: str | None
    confidence: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Linker:
    """Links the mentions of one document, the long forms first, so that short forms find them."""

    gazetteer: Gazetteer
    surnames: dict[str, tuple[str, ...]]
    people: People
    different: frozenset[tuple[str, str]] = frozenset()
    damaged: bool = False
    doc: str = ""
    sound: frozenset[str] = frozenset()
    entities: dict[str, Entity] = field(default_factory=dict)
    bodies: dict[int, tuple[str, str]] = field(default_factory=dict)

    def link(self, candidates: Sequence[tuple[Candidate, When]]) -> list[Link]:
        """Return the link of each candidate, given with the time that its surroundings speak of."""
        links: dict[int, Link] = {}
        candidates = [(self._surnamed(candidate), when) for candidate, when in candidates]
        self.sound = self._in_time(candidates)
        for strict in (True, False):
            for at, (candidate, when) in enumerate(candidates):
                if at not in links:
                    found = (self._person if candidate.tag == "PER" else self._thing)(candidate, when, at, strict)
                    self._note(links, at, candidate, found, strict)
        rest = [at for at in range(len(candidates)) if at not in links]  # left in a bad scan only
        for at in sorted(rest, key=lambda i: (oddity(candidates[i][0].name), i)):
            self._note(links, at, candidates[at][0], self._new(candidates[at][0]), False)
        return [links[at] for at in range(len(candidates))]

    def _note(self, links: dict[int, Link], at: int, candidate: Candidate, found: Link | None, strict: bool) -> None:
        if found:
            links[at] = found
            if found.entity and candidate.tag == "ORG" and candidate.rule != ALONE and len(key(candidate.name).split()) > 1:
                self.bodies[at] = (found.entity, key(candidate.name))
            if found.entity and (strict or candidate.tag == "PER"):
                self.people.met(found.entity, candidate, at)

    def _in_time(self, candidates: Sequence[tuple[Candidate, When]]) -> frozenset[str]:
        """Return the persons whom the text names by a name of their own where no date contradicts: it may look back at them elsewhere."""
        sure = ((when, r.entry) for c, when in candidates if c.tag == "PER" for r in self._own(c) if not r.short)
        entries = self.gazetteer.entries
        return frozenset(i for when, i in sure if not dead(entries[i], when) and not unborn(entries[i], when))

    def _surnamed(self, candidate: Candidate) -> Candidate:
        """Return a name with the surname that stands in brackets behind its ending, unless it is one person's without."""
        known = not self.damaged or candidate.surname in self.surnames
        if not candidate.surname or not known or any(not r.short for r in self._own(candidate)):
            return candidate
        name, titled = f"{candidate.name} {capital(candidate.surname)}", f"{candidate.titled} {candidate.surname}".strip()
        return replace(candidate, name=name, titled=titled, parts=(*candidate.parts, candidate.surname), readings=())

    def _possible(self, candidate: Candidate, entity: str, when: When) -> bool:
        """Return whether the dates of the sentence let a name mean ``entity``.

        Only given names and honorifics ("Mehmet Ali Paşa") are shared often enough to doubt. Nobody acts before birth; the dead are spoken
        of, so that one is ruled out only as the subject of a sentence, in a text that nowhere names him or her in time.
        """
        entry = self.gazetteer.entries.get(entity)
        if entry is None or not (given_only(candidate) or ruler(candidate.parts)):
            return True
        shared = key(entry.tr) not in forms_of(candidate) and entity not in self.sound
        late = shared and candidate.case == "Nom" and dead(entry, when)
        return not late and not unborn(entry, when)

    def _person(self, candidate: Candidate, when: When, at: int, strict: bool) -> Link | None:
        """Return the link of a person; in the first, strict, round only one that needs nobody else of the document."""
        readings = tuple(r for r in self._own(candidate) if self._possible(candidate, r.entry, when))
        sure = [r for r in readings if not r.short]
        if len(sure) == 1:
            return Link(sure[0].entry, 0.97, (f"authority: {sure[0].name}",))
        signer = [r.entry for r in readings if signed(self.gazetteer.entries[r.entry], self.gazetteer.entries, when)]
        if len(signer) == 1:
            return Link(signer[0], 0.85, (f"{self._label(signer[0])} signed the treaty of that day",))
        if ruler(candidate.parts) and not readings:
            return self._new(candidate)
        if strict:
            return (
                self._by_initials(candidate)
                or self._by_subset(candidate, when)
                or (None if readings or self.damaged or given_only(candidate) else self._new(candidate))
            )
        broken = self.people.broken(candidate) if candidate.broken and self.damaged else None
        if broken:
            return Link(broken, 0.5, (f"in a damaged text, first name broken, much like {self._label(broken)}",))
        found = self._short(candidate, readings, when, at) or self._best_known(candidate, readings, when)
        return found or (None if self.damaged else self._new(candidate))

    def _own(self, candidate: Candidate) -> tuple[Reading, ...]:
        """Return what the authority knows under the name with its honorific, or without."""
        for form in forms_of(candidate):
            readings = tuple(
                r for r in self.gazetteer.by_name.get(form, ()) if r.entry.startswith("person/") and self._allowed(candidate, r.entry)
            )
            if readings:
                return readings
        return tuple(r for r in candidate.readings if r.entry.startswith("person/") and self._allowed(candidate, r.entry))

    def _allowed(self, candidate: Candidate, entity: str) -> bool:
        """Return whether no historian has said that this name does not mean ``entity``."""
        honoured = f"{' '.join(candidate.parts)} {candidate.honorific}".strip()
        return not self.different or not {(name, entity) for name in (key(candidate.name), honoured)} & self.different

    def _by_initials(self, candidate: Candidate) -> Link | None:
        """Link "M. V. Frunze" to the one person of that surname whose given names begin so."""
        initials = [part[0] for part in takewhile(lambda part: part.endswith("."), candidate.parts)]
        rest = candidate.parts[len(initials) :]
        if not initials or not rest:
            return None
        fitting = [i for i in self.surnames.get(rest[0], ()) if begins(self.gazetteer.entries[i], initials)]
        return Link(fitting[0], 0.95 if len(rest) == 1 else 0.7, ("surname and initials",)) if len(fitting) == 1 else None

    def _by_subset(self, candidate: Candidate, when: When) -> Link | None:
        """Link "Mihail Frunze" to the one person whose full name has these words, first and last included."""
        parts = candidate.parts
        if len(parts) < 2:
            return None
        same = [i for i in self.surnames.get(parts[-1], ()) if self._possible(candidate, i, when)]
        fitting = [i for i in same if holds(self.gazetteer.entries[i], parts)]
        if len(fitting) == 1:
            return Link(fitting[0], 0.9, ("given name and surname within the full name",))
        similar = [i for i in same if alike(self.gazetteer.entries[i], parts)]
        return Link(similar[0], 0.75, ("surname, and given names spelled much alike",)) if len(similar) == 1 else None

    def _short(self, candidate: Candidate, readings: Sequence[Reading], when: When, at: int) -> Link | None:
        """Link a short form: to somebody named before in full, or to the one of several known whom time and text allow."""
        met = self._met(candidate, readings, when, at)
        if met:
            return Link(met, 0.9, (f"short for {self._label(met)}, named in this text",))
        possible = [r.entry for r in readings if alive(self.gazetteer.entries[r.entry], when)]
        named = [i for i in possible if i in self.people.parts]
        if len(named) == 1:
            return Link(named[0], 0.85, (f"{self._label(named[0])} is named in this text",))
        if len(possible) == 1:
            return Link(possible[0], 0.75, (f"the only {candidate.name} known" + (f" who lived in {when.year}" if when.year else ""),))
        return None

    def _best_known(self, candidate: Candidate, readings: Sequence[Reading], when: When) -> Link | None:
        """Decide between several known ones: for two name parts the one with most names in the authority; a lone given name is left
        undecided, somebody of this text alone.
        """
        if not readings:
            return None
        names = ", ".join(self._label(r.entry) for r in readings)
        if len(candidate.parts) < 2:
            return replace(self._called(candidate, f"-{self.doc[:3]}"), confidence=0.3, reasons=(f"undecided between {names}",))
        possible = [r.entry for r in readings if alive(self.gazetteer.entries[r.entry], when)] or [r.entry for r in readings]
        best = min(possible, key=lambda i: (-_fame(self.gazetteer.entries[i]), i))
        return Link(best, 0.5, (f"best known of {names}",))

    def _met(self, candidate: Candidate, readings: Sequence[Reading], when: When, at: int) -> str | None:
        """Return the person of the document whose longer name holds this short one; of several, the one named last."""
        found = [
            i
            for i, names in self.people.parts.items()
            if any(short_of(candidate, name) for name in names) and not self._other_rank(candidate, i)
        ]
        found = [i for i in found if self._allowed(candidate, i) and self._possible(candidate, i, when)]
        if readings:
            named = [i for i in found if i in {r.entry for r in readings}]
            found = named or [i for i in found if i in self.gazetteer.entries and candidate.honorific in self.people.honorifics[i]]
        exact = [i for i in found if candidate.parts in self.people.parts[i]]
        return self.people.nearest(exact or found, at) if found else None

    def _other_rank(self, candidate: Candidate, entity: str) -> bool:
        """Return whether a name bears an honorific that neither text nor authority gives ``entity``: Ali Fuat Bey is not Ali Fuat Paşa."""
        borne = self.people.honorifics.get(entity, set())
        if not candidate.honorific or not borne or candidate.honorific in borne:
            return False
        return entity not in {r.entry for r in self.gazetteer.by_name.get(f"{' '.join(candidate.parts)} {candidate.honorific}", ())}

    def _label(self, entity: str) -> str:
        return self.gazetteer.entries[entity].tr if entity in self.gazetteer.entries else self.entities[entity].label

    def _new(self, candidate: Candidate) -> Link:
        """Return a new person: the name as it stands, a lone given name with its honorific. Authors of citations stay outside the graph."""
        if candidate.rule == "author of a citation":
            return Link(None, 0.3, ("author of a cited work",))
        sound = self._much_like(candidate) if self.damaged else None
        if sound:
            return Link(sound, 0.5, (f"in a damaged text, spelled much like {self._label(sound)}",))
        if self.damaged and not candidate.honorific and illegible(candidate.parts):
            return Link(None, 0.3, ("a damaged text, and too little of a name to be somebody",))
        return self._called(candidate)

    def _called(self, candidate: Candidate, where: str = "") -> Link:
        """Return the person whom a name calls, ``where`` in the id of one whom only the text at hand calls so."""
        honorific = candidate.honorific if given_only(candidate) else ""
        label = f"{candidate.name} {honorific.capitalize()}".strip() if honorific else candidate.name
        return self._entity(f"person/{slug(label)}{where}", "Person", label, candidate)

    def _much_like(self, candidate: Candidate) -> str | None:
        """Return the person of the text whose name the scan may have damaged into this one: nearly all strokes agree, nobody else's do.

        A very long surname is recognised even if the text has it nowhere undamaged.
        """
        scores = sorted(((self._likeness(candidate, i), i) for i in self.people.parts), reverse=True)
        if not scores or not scores[0][0]:
            return self._unmistakable(candidate)
        return scores[0][1] if len(scores) == 1 or scores[0][0] - scores[1][0] >= MARGIN else None

    def _unmistakable(self, candidate: Candidate) -> str | None:
        """Return the only person of the authority whose one-word name of ten letters or more a lone name is a damaged form of."""
        if len(candidate.parts) > 1 or len(candidate.name) < LONGEST:
            return None
        names = (
            (name, r.entry) for name, readings in self.gazetteer.by_name.items() if len(name) >= LONGEST for r in readings if not r.short
        )
        fitting = {i for name, i in names if i.startswith("person/") and likeness(candidate.parts, frozenset(), (name,)) >= 88}
        return fitting.pop() if len(fitting) == 1 else None

    def _likeness(self, candidate: Candidate, entity: str) -> float:
        """Return how much a name looks like a damaged one of ``entity``, or 0; a lone name also needs honorific or length."""
        parts, honorifics = candidate.parts, self.people.honorifics[entity]
        known = self.gazetteer.entries.get(entity)
        full = sorted(self.people.parts[entity] | ({(key(known.tr.split()[-1]),)} if known else set()))
        names = [*full, *(name[:end] for name in full if candidate.honorific for end in range(1, len(name)))]
        likely = max((likeness(parts, honorifics, name) for name in names), default=0.0)
        if len(parts) > 1:
            enough = likely >= 82
        elif candidate.honorific:
            enough = candidate.honorific in honorifics and any(one_stroke(parts[0], name[0]) for name in names if len(name) == 1)
        else:
            enough = likely >= 80 and len(parts[0]) >= 6
        return likely if enough else 0.0

    def _entity(self, entity: str, kind: str, label: str, candidate: Candidate) -> Link:
        known = self.gazetteer.entries.get(entity)
        if known and candidate.tag != "PER":
            return Link(entity, 0.9, (f"authority: {known.tr}",))
        if known:
            entity += "-2"
        if entity not in self.entities:
            self.entities[entity] = Entity(entity, kind, label)
        return Link(entity, 0.6, ("not in the authority",))

    def _thing(self, candidate: Candidate, when: When, at: int, strict: bool) -> Link | None:
        """Return the link of anything but a person; in the strict round only one that needs neither time nor the rest of the text."""
        if candidate.rule == ALONE and not self._named(candidate):
            return self._body(candidate, at, strict)
        readings = self._named(candidate) or candidate.readings or self._governed(candidate) or self._without_owner(candidate)
        readings = tuple(r for r in readings if self._allowed(candidate, r.entry))
        if not readings:
            return self._entity(f"{candidate.kind.lower()}/{slug(candidate.name)}", candidate.kind, candidate.name, candidate)
        sure = [r for r in readings if not r.short] or readings
        if len(sure) == 1:
            return Link(sure[0].entry, 0.95 if not sure[0].short else 0.8, (f"authority: {sure[0].name}",))
        return None if strict else self._among(candidate, [r.entry for r in sure], when, at)

    def _body(self, candidate: Candidate, at: int, strict: bool) -> Link | None:
        """Link a body called by its noun alone to the one that the text named last with that noun at its end."""
        if strict:
            return None
        for entity, name in reversed([self.bodies[n] for n in sorted(self.bodies) if n < at]):
            if name.split()[-1].startswith(key(candidate.name)):
                return Link(entity, 0.7, (f"{self._label(entity)} was named before",))
        return Link(None, 0.3, ("which body is meant is not said",))

    def _among(self, candidate: Candidate, ids: Sequence[str], when: When, at: int) -> Link:
        """Decide between several things of one name: the one of that time that the text names elsewhere in full, or the nearest in time."""
        entries = self.gazetteer.entries
        dated = [i for i in ids if same_day(entries[i], when)]
        if len(dated) == 1:
            return Link(dated[0], 0.9, (f"its day, {entries[dated[0]].start}, stands beside it",))
        fitting = [i for i in ids if near(entries[i], when)] or ids
        fitting = self._by_parties(fitting, when)
        met = [i for i in fitting if i in self.people.places]
        own = [i for i in fitting if key(entries[i].tr) == key(candidate.name)]
        if not met and len(own) == 1:
            return Link(own[0], 0.7, (f"the {candidate.name} proper",))
        if len(fitting) == 1:
            return Link(fitting[0], 0.8, (f"the only {candidate.name} of that time" + (f" ({when.year})" if when.year else ""),))
        if met:
            return Link(self.people.nearest(met, at), 0.75, ("of several so called, the one named in this text",))
        best = min(fitting, key=lambda i: (distance(entries[i], when), i))
        return Link(best, 0.6, (f"nearest in time of {len(fitting)} called {candidate.name}",))

    def _by_parties(self, ids: Sequence[str], when: When) -> list[str]:
        """Return those of several things of one name of which most parties are named before in the sentence."""
        named = {i: len({*self.gazetteer.entries[i].of} & when.states) for i in ids}
        return [i for i in ids if named[i] == max(named.values())]

    def _without_owner(self, candidate: Candidate) -> tuple[Reading, ...]:
        """Return the office that a name means without the state that owns it: "Türkiye’nin Paris Büyükelçisi"."""
        owner, _, rest = candidate.name.partition(" ")
        state, mark, ending = owner.replace("’", "'").partition("'")
        sits = ending.endswith("ki") or any(r.entry.startswith("state/") for r in self.gazetteer.named(state))
        return tuple(r for r in self.gazetteer.named(rest) if tag_of(r) == "OFF") if mark and sits and candidate.tag == "OFF" else ()

    def _governed(self, candidate: Candidate) -> tuple[Reading, ...]:
        """Return the state that a government's name begins with."""
        return self.gazetteer.state_of(candidate.name) if candidate.tag == "GPE" else ()

    def _named(self, candidate: Candidate) -> tuple[Reading, ...]:
        """Return what the authority knows under the dictionary form, of the kind that the tag allows."""
        return tuple(r for r in self.gazetteer.named(candidate.name) if tag_of(r) == candidate.tag)


def _fame(entry: Entry) -> int:
    return len(entry.variants) + len(entry.short)


def linker(gazetteer: Gazetteer, different: Iterable[tuple[str, str]] = (), damaged: bool = False, doc: str = "") -> Linker:
    """Return a linker for one document (``doc``), ``damaged`` if a bad scan; ``different`` pairs a name with an id that it never means."""
    surnames: dict[str, list[str]] = {}
    for entry in gazetteer.entries.values():
        if entry.kind == "Person":
            for last in sorted(
                {w[-1].fold for name in (entry.tr, *entry.variants) if len(w := words(name)) > 1 and w[-1].fold not in lexicon().honorific}
            ):
                surnames.setdefault(last, []).append(entry.id)
    never = frozenset((key(name), entity) for name, entity in different)
    return Linker(gazetteer, {name: tuple(ids) for name, ids in surnames.items()}, People(), never, damaged, doc)
