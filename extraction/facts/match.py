"""Match: frames against the clauses and noun phrases of one sentence, giving candidate facts with their roles filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extraction.facts.amounts import amount_of
from extraction.facts.bands import band, counted_in, tied
from extraction.facts.complements import complement, complements, concerning
from extraction.facts.dropped import PERSONS, dropped_subject, dropped_sufferer, unsaid
from extraction.facts.evoking import ANYTHING, evocative, sites
from extraction.facts.fillers import Setting, fillers, named, values
from extraction.facts.frames import GOODS, PARTNER, Frame, Pattern, RoleSpec
from extraction.facts.goods import along, beside_counted, goods, is_given, partner
from extraction.facts.implied import crowned, posts_named, states_ministered, states_of_ministers, treaties_named
from extraction.facts.inside import bodies_named, places_named, states_named, states_served, venues_named
from extraction.facts.kinds import befell, described, in_speech, named_deed, noun_kind, printed, settled, verb_kind
from extraction.facts.lifespans import SLOTS as LIFESPAN
from extraction.facts.lifespans import lifespan
from extraction.facts.realis import status_of
from extraction.facts.slots import Site, bound, first_unit, phrases
from extraction.facts.timing import date_of
from extraction.facts.wording import deed_of, undone
from extraction.language.clauses import Clause, Sentence
from extraction.records import Filler, Status

FREE = {"topic", "purpose", "outcome"}
SPEECH = "konuşma"
NEWS = "haber"
SELVES = {"subject", "abl", "tarafından"}
"""Where one who acts stands: what is given does not give itself ("silahların ilk partisi Sinop’a ulaştı")."""
AMONG = {"tied": tied, "counted": counted_in}
DERIVED = {
    "state": states_named,
    "body": bodies_named,
    "served": states_served,
    "ministered": states_ministered,
    "ministers": states_of_ministers,
    "place": places_named,
    "venue": venues_named,
    "treaty": treaties_named,
    "post": posts_named,
    "crown": crowned,
}
"""What a part of a slot makes of a phrase besides its own fillers."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern that matched, before facts of one text are joined.

    ``first`` and ``last`` are unit indices of the evidence in its sentence.
    """

    type: str
    pattern: Pattern
    site: Site
    args: Mapping[str, tuple[Filler, ...]]
    status: Status
    first: int
    last: int


def candidates(frames: Sequence[Frame], sentence: Sentence, setting: Setting) -> Iterator[Candidate]:
    """Yield the candidates of all frames, in the order of their anchors within each frame."""
    verbs, nouns = {clause.lemma for clause in sentence.clauses}, {ANYTHING, *evocative(sentence)}
    for frame in frames:
        best: dict[tuple[int, str], Candidate] = {}
        for pattern in frame.within_reach(verbs, nouns):
            for site in sites(pattern, sentence):
                candidate = filled(frame, pattern, site, setting)
                key = (site.anchor, apart(pattern, site))
                if candidate and (key not in best or richness(candidate) > richness(best[key])):
                    best[key] = candidate
        yield from (best[key] for key in sorted(best))


def apart(pattern: Pattern, site: Site) -> str:
    """Name what sets facts with one anchor apart: the evoking noun where it counts, the phrases of one pair before a verb for several,
    and for a person's name alone the kind of event.
    """
    if pattern.verbs and site.clause and not pattern.goods:
        return " ".join(str(p.head.index) for p in site.clause.phrases)
    if site.theme is None:
        return ""
    if pattern.goods and site.clause:
        return " ".join(str(p.head.index) for p in (site.theme, *site.clause.phrases))
    if pattern.tags != PERSONS:
        return str(site.theme.head.index)
    title = [t.head.index for t in site.theme.titles] if pattern.roles.get("office", ("",))[0] == "theme.title" else []
    return f"{site.theme.head.index} {pattern.constant.get('kind', '')} {title}"


def richness(candidate: Candidate) -> int:
    """Count the fillers of a candidate."""
    return sum(len(values) for values in candidate.args.values())


def filled(frame: Frame, pattern: Pattern, site: Site, setting: Setting) -> Candidate | None:
    """Fill the roles of a match; None where a needed role stays empty or fewer than two are filled."""
    if barred(pattern, site):
        return None
    args: dict[str, tuple[Filler, ...]] = {}
    taken: set[str] = set()
    musts = pattern.musts if not ours(site) else ()
    for role, slots in pattern.roles.items():
        found = role_fillers(frame.roles[role], slots, site, setting, pattern, taken)
        if found:
            args[role] = tuple(found)
            taken |= {f.value for f in found if f.kind == "entity"}
        elif role in musts:
            return None
    args = without_open(args) | other_side(frame, pattern, args, setting)
    args |= along(setting, args, met_by(pattern, args) or beside_counted(site)) if pattern.goods else {}
    args |= constants(site, pattern)
    needed = met_by(pattern, args) or unsaid_we(site, args)
    if told(args) < 2 - pattern.again or not needed or at_home(pattern, args, setting):
        return None
    first, last = widened(extent(site), args, site)
    status: Status = pattern.status or status_at(site)  # type: ignore[assignment]
    if status == "denied" and values(args, "kind") & set(undone().values()):
        # What is not accepted is refused: the kind says so already.
        status = "asserted"
    return Candidate(frame.type, pattern, site, args, status, first, last)


def unsaid_we(site: Site, args: Mapping[str, tuple[Filler, ...]]) -> bool:
    """Say whether a traveller tells of himself and of others whom he does not name ("3 Mart’ta Batum’a vardık")."""
    return ours(site) and ("destination" in args or "origin" in args)


def ours(site: Site) -> bool:
    """Say whether an event is told in the first person plural."""
    return site.clause is not None and site.clause.predicate.ours


def without_open(args: Mapping[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
    """Return the roles without a start that only says until when ("12 Mart’a kadar süren"), and an end that says so as the day it names."""
    kept = {role: told for role, told in args.items() if role != "start" or not told[0].value.startswith("../")}
    until = tuple(replace(f, value=f.value.removeprefix("../")) for f in kept.get("end", ()))
    return kept | ({"end": until} if until else {})


def told(args: Mapping[str, tuple[Filler, ...]]) -> int:
    """Count the fillers that tell an event: none that is free in its wording, unless it says how a conflict with its own name ended."""
    named = any(f.kind == "entity" for f in args.get("conflict", ()))
    return sum(len(values) for role, values in args.items() if role not in FREE or (role == "outcome" and named))


def barred(pattern: Pattern, site: Site) -> bool:
    """Say whether a word or a kind of name stands in a slot where the pattern bars it ("elçiyi kabul etti")."""
    return any({u.lemma, u.tag} & words for slot, words in pattern.bars.items() for p in phrases(site, slot) for u in p.members)


def other_side(frame: Frame, pattern: Pattern, args: Mapping[str, tuple[Filler, ...]], setting: Setting) -> dict[str, tuple[Filler, ...]]:
    """Return the state on the other side, for the one role still open that lists the slot "partner"."""
    still = [role for role, slots in pattern.roles.items() if PARTNER in slots and role not in args]
    sides = {f.value for role, values in args.items() if "GPE" in frame.roles[role].tags for f in values if f.kind == "entity"}
    found = partner(setting, sides) if len(still) == 1 else []
    return {still[0]: tuple(found)} if found else {}


def met_by(pattern: Pattern, args: Mapping[str, tuple[Filler, ...]]) -> bool:
    """Say whether every need of a pattern is met."""
    return all(met(need, args) for need in pattern.needs)


def met(need: str, args: Mapping[str, tuple[Filler, ...]]) -> bool:
    """Say whether one of the choices of a need is filled, often enough where it says so ("participant:2|place")."""
    choices = (choice.partition(":") for choice in need.split("|"))
    return any(len(args.get(role, ())) >= int(least or 1) for role, _, least in choices)


def at_home(pattern: Pattern, args: Mapping[str, tuple[Filler, ...]], setting: Setting) -> bool:
    """Say whether the place that must be abroad lies in the state itself, or nobody knows where it lies."""
    if not pattern.abroad:
        return False
    place, state = (values(args, role) for role in pattern.abroad)
    lies = {s for p in place for s in ([p] if p.startswith("state/") else setting.states.of(p))}
    return not lies or bool(lies & state)


def role_fillers(spec: RoleSpec, slots: tuple[str, ...], site: Site, setting: Setting, pattern: Pattern, taken: set[str]) -> list[Filler]:
    """Return what fills one role: the first slot that gives something, or all of them where the role takes many."""
    found: list[Filler] = []
    for slot in slots:
        known = taken | {f.value for f in found if f.kind == "entity"}
        new = [f for f in slot_fillers(spec, slot, site, setting, pattern, known) if f.kind != "entity" or f.value not in taken]
        for filler in sole(new, spec):
            found += [filler] if filler.value not in {f.value for f in found} else []
        if found and not spec.many:
            break
    return found


def sole(fillers: list[Filler], spec: RoleSpec) -> list[Filler]:
    """Return the entities, or the first words where no name fills a role that takes one filler ("önerisini, … meslektaşı")."""
    if spec.many or spec.value != "entity":
        return fillers
    return [f for f in fillers if f.kind == "entity"] or fillers[:1]


def slot_fillers(spec: RoleSpec, slot: str, site: Site, setting: Setting, pattern: Pattern, taken: set[str]) -> list[Filler]:
    """Return what one slot gives: dates, the evoking noun's kind, an amount, or the fillers of its phrases."""
    if slot.startswith("date"):
        return dates(site, slot)
    if slot in LIFESPAN:
        return lifespan(site, slot, spec)
    if slot in {"verb", "verb.plain"}:
        return verb_kind(site, pattern, plain=slot == "verb.plain")
    if slot == "press":
        return [Filler("text", NEWS)] if printed(site) else []
    if slot == "band":
        return band(site, setting)
    if slot in AMONG:
        return [f for p in AMONG[slot](site) for f in fillers(p, spec, setting, frozenset(taken))]
    if slot == "befell":
        return befell(site, pattern, setting)
    if slot == "floor":
        return [Filler("text", SPEECH)] if in_speech(site) else []
    if slot == "complement":
        return complement(spec, site, setting, taken, any("{}" in text for text in pattern.constant.values()))
    if slot in {"concerning", "hakkında"} and spec.text and (told := concerning(site, setting)):
        return told
    if slot == GOODS:
        return goods(site, pattern)
    if slot == PARTNER:
        return []
    if slot in {"noun", "deed", "deed.bound"}:
        kinds = noun_kind(site, pattern) if slot != "deed.bound" or bound(site) else []
        return kinds if slot == "noun" else [Filler("text", named_deed(site, k.value, slot == "deed.bound")) for k in kinds]
    if spec.value == "amount":
        return [f for p in phrases(site, slot) for f in amount_of(p, site.sentence)]
    base, _, part = slot.rpartition(".")
    if part in DERIVED:
        return [f for p in phrases(site, base) for f in DERIVED[part](p, setting)]
    other = [p for p in site.clause.slot("subject") if p is not site.theme or spec.tags != PERSONS] if site.clause else []
    if slot == "subject" and site.clause and not other:
        return dropped_subject(spec, site.clause, setting)
    if slot == "object" and site.clause and site.clause.predicate.passive and unsaid(site.clause, site.sentence):
        return dropped_sufferer(spec, site.clause, setting)
    found = [p for p in phrases(site, slot) if not (slot in SELVES and pattern.goods and is_given(p, site))]
    if not spec.many and spec.value == "entity":
        found = [p for p in found if any(named(u, spec) for u in p.members)] or found
    doers = doing(site, setting) if slot != "subject" and any(p.head.lemma == "o" for p in found) else set()
    return [f for p in found for f in fillers(p, spec, setting, frozenset(taken | doers))]


def doing(site: Site, setting: Setting) -> set[str]:
    """Return the entities that do the deed, whom "o" in the same clause does not mean ("A, B’ye sordu ve ondan cevap aldı")."""
    told = phrases(site, "subject") or ([setting.story.subject] if setting.story.subject else [])
    return {u.mention.entity for p in told for u in p.members if u.mention and u.mention.entity}


def dates(site: Site, slot: str) -> list[Filler]:
    """Return the event's date; ``date.start`` and ``date.end`` are the ends of a range, ``date.close`` the noun's own,
    ``date.own`` that of a relative clause itself, ``date.last`` the one nearest before the verb.
    """
    parts = slot.split(".")[1:]
    found = date_of(site, close="close" in parts, own="own" in parts, last="last" in parts)
    end = next((p for p in parts if p in {"start", "end"}), "")
    if not end:
        return found
    ranged = [f for f in found if "/" in f.value]
    return [Filler("date", f.value.split("/")[end == "end"], f.source) for f in ranged if f.value.split("/")[end == "end"] != ".."]


def constants(site: Site, pattern: Pattern) -> dict[str, tuple[Filler, ...]]:
    """Return the fixed fillers; "{} kararı" takes the deed of the complement ("heyet gönderme"), or loses its place where there is none."""
    inner = next((deed_of(c) for c in complements(site)), "") or described(site) or settled(site)
    return {role: (Filler("text", text.replace("{}", inner).strip()),) for role, text in pattern.constant.items()}


def status_at(site: Site) -> Status:
    """Return the status of the event: of its clause, or for a noun that of the relative clause on it ("yapılacak konferans")."""
    if site.clause:
        return status_of(site.clause, site.sentence)
    coming = site.theme is not None and any(c.predicate.kind == "Acak" for c in site.theme.clauses)
    return "planned" if coming else status_of(None, site.sentence)


def widened(extent: tuple[int, int], args: Mapping[str, tuple[Filler, ...]], site: Site) -> tuple[int, int]:
    """Widen the evidence so that every filler named in the sentence stands in it."""
    spans = {f.source for values in args.values() for f in values if f.source}
    inside = [u.index for u in site.sentence.units if u.mention and u.mention.source in spans]
    return min([extent[0], *inside]), max([extent[1], *inside])


def around(site: Site) -> Clause | None:
    """Return the clause that a noun phrase stands in."""
    return next((c for c in site.sentence.clauses if site.theme in c.phrases), None)


def extent(site: Site) -> tuple[int, int]:
    """Return the first and last unit of the evidence: the clause with all its phrases, or the noun phrase with what modifies it."""
    clause = site.clause
    inside = list(clause.phrases) if clause else []
    if clause and clause.head:
        inside.append(clause.head)
    if site.theme:
        inside.append(site.theme)
        inside += [p for c in site.theme.clauses for p in c.phrases]
    first = min([first_unit(p) for p in inside] + [site.anchor])
    last = max([p.head.index for p in inside] + [site.anchor])
    return first, last
