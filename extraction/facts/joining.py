"""Joining: candidates of one text that tell the same event become one fact; what a better candidate already tells is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extraction.facts.states import states
from extraction.records import Fact, Filler, Span
from ontology.authority import fold

# What identifies an event of a type within one text. Facts that agree on all of these are one.
IDENTITY: Mapping[str, tuple[str, ...]] = {
    "Office": ("person", "office"),
    "Membership": ("person", "organization"),
    "Life": ("person", "kind"),
    "Communication": ("kind", "sender", "recipient", "date"),
    "Agreement": ("agreement",),
    "Conference": ("conference",),
    "Conflict": ("conflict",),
    "Meeting": ("participant", "date"),
    "Appointment": ("person", "kind", "office"),
    "Mission": ("head", "destination", "arrived", "departed"),
    "Movement": ("actor", "destination", "date"),
    "Transfer": ("giver", "recipient", "item", "amount", "date"),
    "Founding": ("organization", "kind"),
    "Decision": ("actor", "kind", "object", "date"),
}


FAR = 30_000
NEAR = 3_000
AROUND = 12
STATUSES = ("asserted", "denied", "planned", "reported")
CALLED = {"Agreement": ("agreement", "date"), "Conference": ("conference", "start", "end")}
YEAR = 4
"""Events that a text mostly calls by a common noun, with the roles of that name and of their days."""
REACH = {"Agreement": 4_000, "Conference": 4_000, "Conflict": 4_000}
UNITED = {"Agreement": ("party", "signatory"), "Conference": ("participant",)}
"""Roles whose fillers a text may tell one by one, in several sentences."""
UNNAMED: Mapping[str, tuple[str, ...]] = {"Conflict": ("conflict", "side", "commander", "place")}
"""What identifies an event that only a common noun tells of ("isyan"), which two of them may share."""
KINDS = {"Life", "Appointment"}
"""Types whose kinds are other events ("Malta’ya sürüldü ve orada öldü")."""
LASTING = {"Office", "Membership"}
"""What lasts is told where the text first says it; of an event the fullest telling stands."""


def joined(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return one fact for each event of a text, in order of evidence.

    Two facts with the same identifying fillers and status are one: the fullest evidence stands, roles of the others nearby are added.
    A telling more than ``FAR`` code points (some ten pages) behind is evidence of its own.
    """
    kept: dict[tuple[object, ...], Fact] = {}
    done: list[Fact] = []
    for fact in facts:
        key = identity(fact)
        if key in kept and apart(kept[key], fact):
            done.append(kept.pop(key))
        kept[key] = merged(*sorted((kept[key], fact), key=weight)) if key in kept else fact
    return tuple(sorted(map(without_bodies, [*done, *kept.values()]), key=lambda f: (f.span, f.type, f.frame)))


def without_bodies(fact: Fact) -> Fact:
    """Return a treaty without the assembly or government that stands for a state already told as its party."""
    told = fact.args.get("party", ())
    sides = {f.value for f in told}
    kept = tuple(f for f in told if f.value.startswith("state/") or not sides & set(states().of(f.value)))
    between = fact.type == "Agreement" and sum(f.value.startswith("state/") for f in told) > 1
    return replace(fact, args={**fact.args, "party": kept}) if between and len(kept) < len(told) else fact


def apart(told: Fact, fact: Fact) -> bool:
    """Say whether two tellings that agree in what identifies an event are two events: far from each other, or of another day or post."""
    reach = NEAR if undated_word(told, fact) else REACH.get(fact.type, FAR)
    far = fact.span.start - told.span.end > reach
    return far or other_words(told, fact) or other_day(told, fact) or other_post(told, fact)


def undated_word(told: Fact, fact: Fact) -> bool:
    """Say whether nothing but who spoke (and to whom) makes two statements one: far from each other, they are two."""
    return fact.type == "Communication" and not (told.args.get("date") or fact.args.get("date"))


def other_words(told: Fact, fact: Fact) -> bool:
    """Say whether two statements without a day say different things."""
    topics = [{f.value for f in f.args.get("topic", ())} for f in (told, fact)]
    return undated_word(told, fact) and all(topics) and topics[0].isdisjoint(topics[1])


def other_day(told: Fact, fact: Fact) -> bool:
    """Say whether two events of one name are told of different days, or of different years where the name is an authority's."""
    if told.type not in CALLED:
        return False
    known = any(f.kind == "entity" for f in told.args.get(CALLED[told.type][0], ()))
    pairs = [(told.args.get(role, ()), fact.args.get(role, ())) for role in CALLED[told.type][1:]]
    return any(a and b and not compatible(*(v[0].value[: YEAR if known else None] for v in (a, b))) for a, b in pairs)


def other_post(told: Fact, fact: Fact) -> bool:
    """Say whether two appointments of one person to one kind of office are two: to another place, or in another year."""
    if told.type != "Appointment":
        return False
    pairs = [(said(told, role), said(fact, role)) for role in ("place", "start", "end")]
    return any(a and b and a != b for a, b in pairs)


def said(fact: Fact, role: str) -> str:
    """Return the first filler of a role, of a date only its year."""
    first = next(iter(fact.args.get(role, ())), None)
    return "" if first is None else first.value[:YEAR] if first.kind == "date" else first.value


def compatible(date: str, other: str) -> bool:
    """Say whether one EDTF date can be a rougher telling of another."""
    short, long = sorted((date.rstrip("~?"), other.rstrip("~?")), key=len)
    return long.startswith(short)


SYNONYMS = (
    {"elçi", "büyükelçi", "sefir", "temsilci", "mümessil", "büyükelçilik"},
    {"vekil", "bakan", "nazır", "komiser"},
    {"kumandan", "komutan", "başkomutan"},
    {"başkan", "reis", "lider"},
)


def office_kind(value: str) -> str:
    """Return what a kind of office its last word makes: "elci" for every sort of envoy, the word itself where it has no synonyms."""
    word = re.sub("[^a-zçğıöşü]", "", value.replace("-", " ").split("/")[-1].split()[-1].lower())
    for n, words in enumerate(SYNONYMS):
        if any(word.startswith(fold(w)[:5]) for w in words):
            return f"kind-{n}"
    return word


def weight(fact: Fact) -> tuple[int, Span]:
    """Order the tellings of one event: the one that fills most roles first, then the earlier one; of what lasts the first telling."""
    return 0 if fact.type in LASTING else -sum(len(values) for values in fact.args.values()), fact.span


def identity(fact: Fact) -> tuple[object, ...]:
    """Return the key of a fact's event; a fact with fewer than two identifying roles stands alone."""
    names = IDENTITY.get(fact.type, tuple(fact.args))
    if fact.type in UNNAMED and not any(f.kind == "entity" for f in fact.args.get(names[0], ())):
        names = UNNAMED[fact.type]
    parts = tuple(
        (role, frozenset(office_kind(f.value) if role == "office" else f.value for f in fact.args.get(role, ()))) for role in names
    )
    filled = sum(bool(values) for _, values in parts)
    alone = () if filled >= min(2, len(names)) else (fact.span,)
    return (fact.type, fact.status, parts, alone)


def merged(first: Fact, later: Fact) -> Fact:
    """Add what another telling close by knows besides, and its words as evidence: open roles, further parties, the day of a month."""
    extra = {role: values for role, values in later.args.items() if role not in first.args}
    extra |= {role: more for role in first.args.keys() & later.args.keys() if (more := fuller(first, later, role))}
    near = max(NEAR, REACH.get(first.type, 0) if first.type in CALLED else 0)
    if not extra or not -near < later.span.start - first.span.end < near:
        return first
    apart = later.span.start >= first.span.end or first.span.start >= later.span.end
    widest = max((first, later), key=lambda f: f.span.end - f.span.start).reading
    reading = f"{first.reading} […] {later.reading}" if apart else widest
    segments = union([*first.segments, *later.segments])
    return replace(first, args={**first.args, **extra}, segments=segments, reading=reading, notes=(*first.notes, *later.notes))


def fuller(first: Fact, later: Fact, role: str) -> tuple[Filler, ...]:
    """Return the fillers of a role that two tellings of an event make together; none where the later one adds nothing."""
    told, said = first.args[role], later.args[role]
    if role in UNITED.get(first.type, ()):
        more = tuple(f for f in said if f.value not in {g.value for g in told})
        return (*told, *more) if more else ()
    exact = len(told) == len(said) == 1 and told[0].kind == said[0].kind == "date" and said[0].value.startswith(f"{told[0].value}-")
    return said if exact else ()


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def without_weaker(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield, in order of evidence, the facts whose fillers do not all stand in a richer fact of the same type nearby."""
    ordered = sorted(facts, key=lambda f: f.span)
    for n, fact in enumerate(ordered):
        if not any(covers(other, fact) for other in ordered[max(0, n - AROUND) : n + AROUND + 1]):
            yield fact


def covers(rich: Fact, poor: Fact) -> bool:
    """Say whether one fact tells all that another does, and more, from the same place."""
    if rich.type != poor.type or rich.span.end <= poor.span.start or poor.span.end <= rich.span.start:
        return False
    r, p = values_of(rich), values_of(poor)
    return p < r or (p == r and rank(rich) < rank(poor))


def rank(fact: Fact) -> tuple[int, int, str]:
    """Order tellings of the same from the same words: the first one, then what is asserted, then by frame."""
    return fact.span.start, STATUSES.index(fact.status), fact.frame


def values_of(fact: Fact) -> set[tuple[str, str]]:
    """Return a fact's (role, value) pairs, kinds left out because synonyms differ, where they do not tell events apart."""
    return {(role, f.value) for role, values in fact.args.items() if role != "kind" or fact.type in KINDS for f in values}
