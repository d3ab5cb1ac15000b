"""Delegations: a mission told over several sentences. "Heyet" finds its head and sender; tellings of one mission nearby become one fact.

What the text told of a delegation stays in :class:`extraction.facts.story.Story`; a later candidate that only says "heyet", or names its
head on the way to the same place, takes over what it leaves open, each filler with the place where it was told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extraction.facts.fillers import values
from extraction.facts.joining import compatible, merged, weight
from extraction.facts.match import Candidate
from extraction.facts.slots import first_unit
from extraction.facts.story import Story
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Fact, Filler
from ontology.turkish import lower

Args = Mapping[str, tuple[Filler, ...]]

KEPT = ("mission", "head", "member", "sender")
WHOLE = (*KEPT, "destination", "origin", "departed", "arrived")
TOLD = {"departed", "arrived", "destination", "origin", "member", "purpose"}
REACH = 25
SETTING_OUT, COMING = {"departed", "origin"}, {"arrived", "destination"}
NEAR, CLOSE, NEXT = 4_000, 1_200, 600


def completed(candidates: Iterable[Candidate], story: Story, labels: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield the candidates of a sentence with what the text told of their delegation before, and remember it in ``story``.

    ``labels`` maps entity ids to the wording of the sentence. A delegation that is only named, with nothing that it does, is remembered
    but yields no fact.
    """
    for candidate in candidates:
        whole = completed_one(candidate, story, labels)
        if whole.type == "Mission":
            if is_body(whole):
                story.missions = [*story.missions, (story.sentence, whole.site.theme, whole.args)][-REACH:]
            if TOLD.isdisjoint(whole.args):
                continue
        yield whole


def completed_one(candidate: Candidate, story: Story, labels: Mapping[str, str]) -> Candidate:
    """Return a candidate with the roles of the delegation that it goes on about."""
    if candidate.type == "Movement":
        known = goes_on(candidate.args, story)
        return candidate if known is None else as_mission(candidate, known)
    if candidate.type != "Mission":
        return candidate
    args = dict(candidate.args)
    known = referred(candidate, story)
    if known:
        kept = WHOLE if candidate.pattern.name.endswith("/members") or known is same_phrase(candidate, story) else KEPT
        args |= {role: known[role] for role in kept if role in known and role not in args}
    if "head" in args and "member" in args:
        args["member"] = tuple(f for f in args["member"] if f.value not in values(args, "head"))
    return replace(candidate, args=named({r: v for r, v in args.items() if v}, labels, known, candidate.site.theme))


def same_phrase(candidate: Candidate, story: Story) -> Args | None:
    """Return what another reading of the very same phrase told ("başkanlığını A’nın yaptığı heyet … gitti")."""
    theme, heads = candidate.site.theme, values(candidate.args, "head")
    readings = (told for _, phrase, told in reversed(story.missions) if theme is not None and phrase is theme)
    return next((told for told in readings if not heads or not values(told, "head") or heads & values(told, "head")), None)


def is_body(candidate: Candidate) -> bool:
    """Say whether a mission is told of a body of people, or of who leads one ("bir heyetin başında", "heyetle"), not of one envoy."""
    theme, clause = candidate.site.theme, candidate.site.clause
    led = [u for p in (clause.phrases if clause else []) for q in (p, *p.owners) if q.case in {"Ins", "Gen"} for u in q.members]
    said = [*(theme.members if theme else []), *led]
    words = [w for u in said for w in ([u.lemma] if not u.mention else lower(u.text).split())]
    return "mission" in candidate.args or any(w.startswith(tuple(word_class("mission"))) for w in words)


def referred(candidate: Candidate, story: Story) -> Args | None:
    """Return the delegation that "heyet" stands for: the latest one told, if the candidate names no other head."""
    theme = candidate.site.theme
    itself = same_phrase(candidate, story)
    bare = theme is not None and any(u.lemma in word_class("mission") and not u.mention for u in (*theme.members, *inner(theme)))
    if itself or not bare or indefinite(candidate):
        return itself
    heads = values(candidate.args, "head")
    for number, _, told in reversed(story.missions):
        if story.sentence - number > REACH:
            break
        if (not heads or not values(told, "head") or heads & values(told, "head")) and agree(candidate.args, told, ("sender",)):
            return told
    return None


def inner(phrase: Phrase) -> list[Unit]:
    """Return the units of a phrase's modifiers and owners ("heyet üyeleri", "heyetin üyeleri")."""
    return [u for p in (*phrase.modifiers, *phrase.owners) for u in p.members]


def indefinite(candidate: Candidate) -> bool:
    """Say whether the delegation is introduced as a new one ("bir heyet")."""
    theme = candidate.site.theme
    first = max(0, min(first_unit(theme), theme.head.index) - 1) if theme else 0
    before = candidate.site.sentence.units[first : theme.head.index] if theme else []
    return any(lower(u.text) in {"bir", "başka"} for u in before)


def goes_on(args: Args, story: Story) -> Args | None:
    """Return the delegation whose head moves on to its destination."""
    for number, _, told in reversed(story.missions):
        near = story.sentence - number <= REACH
        if near and values(args, "actor") & values(told, "head") and agree(args, told, ("destination",)):
            return told if "destination" in args and "destination" in told else None
    return None


def as_mission(candidate: Candidate, known: Args) -> Candidate:
    """Return a movement of a delegation's head as a telling of its mission."""
    args = dict(candidate.args)
    date = args.pop("date", ())
    clause = candidate.site.clause
    when = "arrived" if clause is not None and clause.lemma in word_class("arriving") else "departed"
    whole = {role: known[role] for role in KEPT if role in known} | {"head": args.pop("actor")} | args | ({when: date} if date else {})
    return replace(candidate, type="Mission", args=whole)


def named(args: dict[str, tuple[Filler, ...]], labels: Mapping[str, str], known: Args | None, theme: Phrase | None) -> Args:
    """Return the roles with a name for the delegation: a bare "heyet" is called by its head, or has none."""
    mission = args.get("mission", ())
    bare = theme is not None and not theme.named and not any(u.mention for u in inner(theme))
    if not mission or not bare or (mission[0].kind == "text" and lower(mission[0].value).removeprefix("bu ").split()[1:]):
        return args
    del args["mission"]
    if known and "mission" in known:
        return args | {"mission": known["mission"]}
    head = next(iter(args.get("head", ())), None)
    if head is not None and head.value in labels:
        args["mission"] = (Filler("text", f"{labels[head.value]} heyeti", head.source),)
    elif head is None:
        args["mission"] = mission
    return args


def gathered(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts in order, the tellings of one mission close to each other made one, and those that are one once they are whole."""
    found = list(facts)
    while len(fewer := paired(found)) < len(found):
        found = fewer
    return found


def paired(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts in order, each telling of a mission put to the last one told that it may be."""
    done: list[Fact] = []
    for fact in facts:
        host = next((n for n in reversed(range(len(done))) if same(done[n], fact)), None) if fact.type == "Mission" else None
        if host is None:
            done.append(fact)
        else:
            done[host] = merged(*sorted((done[host], fact), key=weight))
    return done


def same(first: Fact, later: Fact) -> bool:
    """Say whether two facts tell one mission: same head, close by, nothing that differs; or one body that leaves and arrives."""
    near = later.span.start - first.span.end < NEAR
    if first.type != later.type or not near or first.status != later.status:
        return False
    agreed = agree(first.args, later.args, ("head", "destination", "departed", "arrived", "origin"))
    shared = sum(len(values(first.args, r) & values(later.args, r)) for r in WHOLE)
    close = later.span.start - first.span.end < CLOSE
    on_its_way = shared == 1 and later.span.start - first.span.end < NEXT and SETTING_OUT & set(first.args) and COMING & set(later.args)
    return agreed and ((shared > 1 and close) or bool(on_its_way) or bool(values(first.args, "head") & values(later.args, "head")))


def agree(left: Args, right: Args, roles: Sequence[str]) -> bool:
    """Say whether no role has different fillers on both sides; a date may be rougher on one ("Haziran’da", "12 Haziran’da")."""
    return all(not left.get(r) or not right.get(r) or values(left, r) & values(right, r) or roughly(left[r], right[r]) for r in roles)


def roughly(left: Sequence[Filler], right: Sequence[Filler]) -> bool:
    """Say whether two dates may be one."""
    return all(f.kind == "date" for f in (*left, *right)) and compatible(left[0].value, right[0].value)
