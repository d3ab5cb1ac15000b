"""Casting: who plays the roles that the patterns left open.

A logistic model (Gildea and Jurafsky 2002: a role from the constituent's grammar, its distance, its kind and the verb's voice) looks at
each name of the sentence, and at those told just before, for each role that an event still has open; when it was is for
:mod:`extraction.facts.timing` to say. Its weights are data,
``casting.toml``, fitted by ``benchmarks/calibrate.py --write`` on annotated passages and on our own sentences; whoever is likelier
than ``LEAST`` takes the role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp
from pathlib import Path
from tomllib import loads
from typing import NamedTuple

from extraction.facts.frames import Frame, RoleSpec
from extraction.facts.match import Candidate, widened
from extraction.facts.positions import Position, position
from extraction.facts.story import Story
from extraction.language.phrases import DATED
from extraction.language.unit import Unit, postposition
from extraction.records import Filler, Mention
from ontology.turkish import lower

WEIGHTS = Path(__file__).with_name("casting.toml")
LEAST = 0.3
REACH, LATEST = 3, 2
"""Sentences back, and names of a kind, that may be meant without being said again."""
UNCAST = {"place"}
"""Roles that stay open: a town named beside an event is seldom where it happened."""
MARKS = {",", ";", ":", "(", ")", "-", "–", "ve", "ile"}
STEPS = (1, 2, 3, 4, 6, 10, 16)
SPOKEN_OF = {"hakkında.head", "hakkında.list"}
"""Where a name stands that is only spoken of, and takes no part ("Musul konusunda görüştü")."""


class Option(NamedTuple):
    """An open role, one who may play it, and what holds of the two."""

    role: str
    filler: Filler
    features: tuple[str, ...]


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights by feature name; "bias" is the intercept."""
    found: Mapping[str, float] = loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return found


def cast(candidate: Candidate, frame: Frame, others: Sequence[Candidate], story: Story) -> Candidate:
    """Return a candidate with its open roles filled by those who are likely to play them; ``others`` are all of the sentence."""
    chosen: dict[str, list[tuple[float, Filler]]] = {}
    for option in options(candidate, frame, others, story):
        sure = likelihood(option)
        if sure >= LEAST:
            chosen.setdefault(option.role, []).append((sure, option.filler))
    if not chosen:
        return candidate
    args = dict(candidate.args)
    for role, found in chosen.items():
        likely = [f for _, f in sorted(found, key=lambda pair: -pair[0])]
        args[role] = (*args.get(role, ()), *(likely if frame.roles[role].many else likely[:1]))
    first, last = widened((candidate.first, candidate.last), args, candidate.site)
    return replace(candidate, args=args, first=first, last=last)


def likelihood(option: Option) -> float:
    """Return the probability that somebody plays a role."""
    known = weights()
    return 1 / (1 + exp(-known.get("bias", 0.0) - sum(known.get(name, 0.0) for name in option.features)))


def options(candidate: Candidate, frame: Frame, others: Sequence[Candidate], story: Story) -> Iterator[Option]:
    """Yield who may play the open roles of a candidate: those named in its sentence first, then those told just before."""
    named = [(u, position(candidate.site, u)) for u in candidate.site.sentence.units if u.mention and u.mention.entity]
    seen = {u.index: seen_from(candidate, u, stand, others) for u, stand in named if stand.place not in SPOKEN_OF}
    units = [u for u, _ in named if u.index in seen]
    event = list(event_features(candidate))
    cast_already = {f.value for found in candidate.args.values() for f in found}
    for role, spec in frame.roles.items():
        if role in UNCAST or (role in candidate.args and not spec.many):
            continue
        fits = [(u, f) for u in units if u.mention and (f := filler(spec, u.mention))]
        fits = [(u, f) for u, f in fits if not (role in candidate.args and busy(candidate, u))]
        kind = f"{candidate.type} {role}"
        has = f"has {min(3, len(candidate.args.get(role, ())))}"
        base = [kind, f"{kind} {has}", f"{role} {has}", *(f"{role} {name}" for name in event)]
        done = set(cast_already)
        for unit, found in fits:
            if found.value not in done:
                done.add(found.value)
                place, rest = seen[unit.index]
                told = [f"{lead} {name}" for lead in (role, kind) for name in place]
                yield Option(role, found, (*base, *told, *(f"{role} {name}" for name in rest), f"{role} fit {min(3, len(fits))}"))
        for name, mention in told_before(story):
            one = filler(spec, mention)
            if one and one.value not in done:
                done.add(one.value)
                told = [f"{lead} {way}" for lead in (role, kind) for way in ("before", f"before {name}", f"before fit {min(3, len(fits))}")]
                yield Option(role, one, (*base, *told))


def busy(candidate: Candidate, unit: Unit) -> bool:
    """Say whether a name does what a relative clause tells of a time or thing beside the event ("A’nın istediği günlerde B, C ile …")."""
    site = candidate.site
    beside = [p for p in (site.clause.phrases if site.clause else []) if p is not site.theme and not p.named]
    told = [c for p in beside for c in p.clauses if c.predicate.kind in {"Dik", "Acak"}]
    return any(unit is u for c in told for p in c.subject_phrases() for u in p.members)


def filler(spec: RoleSpec, mention: Mention) -> Filler | None:
    """Return a name as what fills a role, if the role takes its kind."""
    fits = spec.value == "entity" and mention.entity and mention.tag in spec.tags
    return Filler("entity", mention.entity or "", mention.source) if fits else None


def event_features(candidate: Candidate) -> Iterator[str]:
    """Yield how the event is told and which roles are filled."""
    yield f"status {candidate.status}"
    yield from (f"filled {role}" for role in candidate.args)
    clause = candidate.site.clause
    if clause is None:
        yield "no clause"
        return
    verb = clause.predicate
    yield from (f"form {verb.form} {verb.kind}", f"passive {clause.passive}", f"relation {clause.relation}")
    yield f"subject {bool(clause.subject_phrases())} {verb.form}"


def seen_from(candidate: Candidate, unit: Unit, stand: Position, others: Sequence[Candidate]) -> tuple[list[str], list[str]]:
    """Return where a name stands, seen from the event, and what else there is about it: kind, distance, rivals, other events."""
    site, units = candidate.site, candidate.site.sentence.units
    clause, place = stand
    where = [f"in {clause}", f"at {clause} {place}", f"at {place}", f"tag {unit.tag}", f"at {place} {unit.tag}", *beside(candidate, unit)]
    rivals = [u for u in units if u.mention and u.tag == unit.tag]
    before = [u for u in rivals if u.index < site.anchor]
    between = units[min(unit.index, site.anchor) + 1 : max(unit.index, site.anchor)]
    return where, [
        f"case {unit.case} {clause}",
        f"side {unit.index < site.anchor} {max((s for s in STEPS if s <= abs(unit.index - site.anchor)), default=0)}",
        f"rivals {unit.tag} {min(4, len(rivals))}",
        f"nearest {unit.tag} {before[-1:] == [unit]}",
        f"first {unit.tag} {rivals[0] is unit}",
        f"only {unit.tag} {before == [unit]}",
        f"entity {sort_of(unit)}",
        f"finite between {any(u.form == 'Fin' for u in between)}",
        f"verbs between {min(3, sum(bool(u.form) for u in between))}",
        f"next {next_to(units, unit)}",
        *elsewhere(candidate, unit, others),
    ]


def beside(candidate: Candidate, unit: Unit) -> Iterator[str]:
    """Yield the roles of those who stand in one list with a name."""
    lists = [p.members for p in candidate.site.sentence.phrases if any(u is unit for u in p.members)]
    mates = {u.mention.source for members in lists for u in members if u.mention and u is not unit}
    yield from (f"beside {role}" for role, found in candidate.args.items() if any(f.source in mates for f in found))


def elsewhere(candidate: Candidate, unit: Unit, others: Sequence[Candidate]) -> list[str]:
    """Return the roles that a name plays in the other events of its sentence."""
    value = unit.mention and unit.mention.entity
    told = ((o.type, role, found) for o in others if o is not candidate for role, found in o.args.items())
    return sorted({f"else {kind} {role}" for kind, role, found in told if any(f.value == value for f in found)}) or ["else none"]


def sort_of(unit: Unit) -> str:
    """Return the kind of entity that a name names."""
    return (unit.mention.entity or "").split("/")[0] if unit.mention else ""


def next_to(units: Sequence[Unit], unit: Unit) -> str:
    """Return what follows a name, where that says what it is to its neighbours: a mark, "ve", a postposition, "tarihli"."""
    behind = next(iter(units[unit.index + 1 :]), None)
    if behind is None:
        return ""
    word = lower(behind.text)
    return word if word in DATED | MARKS else postposition(behind)


def told_before(story: Story) -> Iterator[tuple[str, Mention]]:
    """Yield the names that the story told just before, each with what it was there: the subject, or the latest of its kind."""
    yield from (("subject", u.mention) for u in (story.subject.members if story.subject else []) if u.mention)
    counts: Counter[str] = Counter()
    seen: set[str | None] = set()
    for number, mention in reversed(story.told):
        far = story.sentence - number + 1
        if far > REACH:
            return
        if mention.entity not in seen and counts[mention.tag] < LATEST:
            seen.add(mention.entity)
            counts[mention.tag] += 1
            yield f"{mention.tag} {counts[mention.tag]} {far}", mention
