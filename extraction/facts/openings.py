"""Openings: the talks, the conference and the treaty told last, which later sentences add to or take from.

"Müzakereler Bükreş’te başladı. Türkiye adına A, Romanya adına B katıldı. Antlaşma 4 Mayıs’ta imzalandı": the second sentence adds who met
to the talks of the first one, the third takes its parties and its place from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from extraction.facts.fillers import values
from extraction.facts.joining import compatible
from extraction.facts.match import Candidate
from extraction.facts.naming import is_new
from extraction.facts.slots import bound
from extraction.facts.states import states
from extraction.facts.story import Story, anaphors
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import many
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

Args = Mapping[str, tuple[Filler, ...]]

TALKS_REACH = 3
CONFERENCE_REACH = 2
SITTING_REACH = 4
SIGNING_REACH = 4
TREATY_REACH = 14
SIDES = 2
SIGNING = {"imzala", "imza", "akdet", "bağıtla", "akit", "aktet", "parafe"}
WHOLE = {"conference", "place", "participant"}


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of an event last, and in which sentence."""

    sentence: int
    args: Args


@dataclass(slots=True)
class Openings:
    """The talks, the conference and the treaty told last, and the day of every treaty signed."""

    story: Story
    talks: Told | None = None
    conference: Told | None = None
    treaty: Told | None = None
    signed: dict[str, tuple[Filler, ...]] = field(default_factory=dict)

    def remember(self, candidate: Candidate) -> None:
        """Keep the event that a candidate tells, in the place of the one of its type told before."""
        args, told = candidate.args, Told(self.story.sentence, candidate.args)
        if candidate.type == "Meeting" and (len(args.get("participant", ())) > 1 or sits(candidate)):
            self.talks = told
        if candidate.type == "Conference" and args.get("conference"):
            self.conference = self.with_more(told)
        if candidate.type == "Agreement" and args.get("agreement"):
            theme = candidate.site.theme
            if not (theme and not theme.named and many(theme.head)):
                self.treaty = told
                parties = tuple(f for f in args.get("party", ()) if f.kind == "entity" and f.value.startswith("state/"))
                self.story.parties = (self.story.sentence, parties) if len(parties) >= SIDES else self.story.parties
            self.signed.update({f.value: args["date"] for f in args["agreement"]} if "date" in args else {})

    def with_more(self, told: Told) -> Told:
        """Return what a sentence tells of a conference with what the ones before told of the same one."""
        last = self.conference
        if last is None or not values(last.args, "conference") & values(told.args, "conference"):
            return told
        met = joined(last.args.get("participant", ()), told.args.get("participant", ()))
        return Told(told.sentence, {**last.args, **told.args, **({"participant": met} if met else {})})

    def completed(self, candidate: Candidate) -> Candidate:
        """Return a candidate with what the open events tell of it."""
        rules: Mapping[str, Callable[[Candidate], Candidate]] = {
            "Agreement": self.signing,
            "Conference": self.same_conference,
            "Meeting": self.same_talks,
        }
        return rules[candidate.type](candidate) if candidate.type in rules else candidate

    def near(self, told: Told | None, reach: int) -> Told | None:
        """Return an event if it was told not too many sentences ago."""
        return told if told and self.story.sentence - told.sentence <= reach else None

    def same_talks(self, candidate: Candidate) -> Candidate:
        """Return talks that are spoken of again ("görüşmeye B de katıldı") with those who met, where, and when where no day is told;
        as a part of the conference whose talks they are.
        """
        if not plain(candidate):
            return self.with_home(candidate, "participant") if is_talk(candidate) else candidate
        conference = self.near(self.conference, SITTING_REACH)
        if conference and self.of_conference() and in_session(candidate):
            return as_conference(candidate, conference.args)
        talks = self.near(self.talks, TALKS_REACH)
        if not candidate.pattern.again or talks is None or self.of_conference():
            return self.with_home(candidate, "participant") if is_talk(candidate) else candidate
        args = dict(candidate.args)
        args["participant"] = joined(talks.args.get("participant", ()), args.get("participant", ()))
        return replace(candidate, args={**{r: talks.args[r] for r in ("place", "date") if r in talks.args}, **args})

    def of_conference(self) -> bool:
        """Say whether bare talks are those of a conference: one was told since others met."""
        return self.conference is not None and (self.talks is None or self.conference.sentence > self.talks.sentence)

    def same_conference(self, candidate: Candidate) -> Candidate:
        """Return what is told of a conference without its name ("Türkiye’yi A, Fransa’yı B temsil etti") with the one told just before."""
        conference = self.near(self.conference, CONFERENCE_REACH)
        if conference is None or not candidate.pattern.again:
            return candidate
        of_talks = candidate.site.theme is not None and not candidate.pattern.nouns.keys() & word_class("delegation")
        if counted(candidate):
            return replace(candidate, args={"conference": conference.args["conference"], **candidate.args})
        if of_talks and not (plain(candidate) and self.of_conference()):
            return candidate
        known = ("conference", "place") if of_talks else ("conference", "place", "start")
        return replace(candidate, args={**{r: conference.args[r] for r in known if r in conference.args}, **candidate.args})

    def signing(self, candidate: Candidate) -> Candidate:
        """Return a treaty with its name where it is told again, and with the sides and the place of the talks that led to it."""
        candidate = self.same_treaty(candidate)
        if not is_signed(candidate) or "signatory" in candidate.args:
            return candidate
        candidate = self.with_home(candidate, "party")
        talks = self.near(self.talks, SIGNING_REACH)
        sides = states_of(talks.args.get("participant", ())) if talks else ()
        if talks is None or len(sides) != SIDES or values(candidate.args, "party") - {f.value for f in sides}:
            return candidate
        known = {"party": sides} | ({"place": talks.args["place"]} if "place" in talks.args else {})
        return replace(candidate, args={**candidate.args, **known, **({"place": p} if (p := candidate.args.get("place")) else {})})

    def with_home(self, candidate: Candidate, role: str) -> Candidate:
        """Return what was done "with" one side, in the passive, with the state, too, that the text is about there."""
        sides, clause = candidate.args.get(role, ()), candidate.site.clause
        known = [state for f in sides for state in served(f.value)]
        if len(sides) != 1 or not known or clause is None or not clause.passive or not partnered(clause):
            return candidate
        told = [(state, m) for _, m in self.story.told for state in served(m.entity or "") if state not in known]
        home = next((state for state, _ in Counter(state for state, _ in told).most_common(1)), "")
        both = (*sides, *(Filler("entity", state, m.source) for state, m in reversed(told) if state == home))[:SIDES]
        return replace(candidate, args={**candidate.args, role: both})

    def same_treaty(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the treaty told last in the place of a bare "antlaşma" that names none."""
        if self.mistaken(candidate):
            word = candidate.args["agreement"][0]
            bare = replace(word, kind="text", value=candidate.site.theme.head.lemma if candidate.site.theme else word.value)
            candidate = replace(candidate, args={**candidate.args, "agreement": (bare,)})
        treaty = self.near(self.treaty, TREATY_REACH)
        if treaty is None or not bare_treaty(candidate) or self.another(candidate, treaty.args["agreement"][0]):
            return candidate
        return replace(candidate, args={**candidate.args, "agreement": treaty.args["agreement"]})

    def mistaken(self, candidate: Candidate) -> bool:
        """Say whether a bare "antlaşma" was taken for a treaty that the text has dated otherwise."""
        theme, said = candidate.site.theme, candidate.args.get("agreement", ())
        treaty = theme is not None and not theme.named and any("AGR" in a.tags for a in anaphors().get(theme.head.lemma, ()))
        return treaty and any(f.kind == "entity" for f in said) and self.another(candidate, said[0])

    def another(self, candidate: Candidate, told: Filler) -> bool:
        """Say whether a bare "antlaşma" is not the one told last: "yeni bir antlaşma", "anlaşmalar", or one of another day."""
        theme = candidate.site.theme
        known, said = self.signed.get(told.value, ()), candidate.args.get("date", ())
        same_day = bool(known and said and compatible(known[0].value, said[0].value))
        fresh = is_new(candidate) or (theme is not None and (many(theme.head) or (introduced(theme) and not same_day)))
        return fresh or bool(known and said and not compatible(known[0].value, said[0].value))


def introduced(treaty: Phrase) -> bool:
    """Say whether a relative clause with a day of its own tells how a treaty came about ("3 Mart’ta imzaladıkları anlaşma")."""
    signing = (c for c in treaty.clauses if c.lemma in SIGNING or any(p.head.lemma in SIGNING for p in c.phrases))
    return any(u.tag == "DAT" for c in signing for p in c.phrases for u in p.members)


def joined(told: Iterable[Filler], said: Iterable[Filler]) -> tuple[Filler, ...]:
    """Return the fillers of two tellings, each once."""
    return tuple({f.value: f for f in (*told, *said)}.values())


def states_of(people: Iterable[Filler]) -> tuple[Filler, ...]:
    """Return the states that take part, or that those who take part serve."""
    found = [replace(f, kind="entity", value=state) for f in people for state in served(f.value)]
    return joined(found, ())


def served(entity: str) -> list[str]:
    """Return the state that somebody is or serves; none where it is not one."""
    of = [entity] if entity.startswith("state/") else states().of(entity)
    return of if len(of) == 1 else []


def counted(candidate: Candidate) -> bool:
    """Say whether a candidate tells of one of several by its number alone ("bunların ikincisi")."""
    theme = candidate.site.theme
    return theme is not None and theme.head.lemma in word_class("ordinal")


def as_conference(candidate: Candidate, told: Args) -> Candidate:
    """Return who took part in the talks of a conference as those who took part in it."""
    args = {**{r: told[r] for r in ("conference", "place") if r in told}, **{r: f for r, f in candidate.args.items() if r in WHOLE}}
    return replace(candidate, type="Conference", args=args, pattern=replace(candidate.pattern, told=("conference",)))


def in_session(candidate: Candidate) -> bool:
    """Say whether a meeting is told of those who sit in it, and not with whom ("toplantıya A katıldı", "görüşmelerde A hazır bulundu")."""
    theme, clause = candidate.site.theme, candidate.site.clause
    if theme is None or clause is None or partnered(clause):
        return candidate.pattern.again and theme is None
    if not many(theme.head) and theme.head.lemma not in word_class("sitting"):
        return False
    return candidate.pattern.again or (theme.case == "Dat" and clause.lemma in word_class("joining"))


def is_signed(candidate: Candidate) -> bool:
    """Say whether a candidate tells that a treaty without a name was signed, not one of which the text only speaks."""
    theme, clause = candidate.site.theme, candidate.site.clause
    told = theme is not None and not theme.named and not theme.owners
    return told and clause is not None and clause.predicate.form in {"Fin", "Conv"} and "date" in candidate.args


def sits(candidate: Candidate) -> bool:
    """Say whether a meeting is told with its day or place alone, whose members the next sentence may name ("Toplantıya A katıldı")."""
    theme = candidate.site.theme
    return theme is not None and theme.head.lemma in word_class("talks") and bool({"date", "place"} & set(candidate.args))


def is_talk(candidate: Candidate) -> bool:
    """Say whether a meeting is told as talks ("A ile görüşmeler yapıldı")."""
    theme = candidate.site.theme
    return theme is not None and theme.head.lemma in word_class("talks")


def partnered(clause: Clause) -> bool:
    """Say whether a clause names somebody with whom something is done."""
    return any(p.relation == "ile" or (p.case == "Ins" and p.named) for p in clause.phrases)


def plain(candidate: Candidate) -> bool:
    """Say whether a candidate's noun says nothing of its own about which it is (not "bir görüşme", "A’nın görüşmesi"); without a noun,
    whether nothing in its clause is where one goes or sits.
    """
    theme, clause = candidate.site.theme, candidate.site.clause
    if theme is None or not candidate.pattern.nouns:
        seats = [p for p in clause.phrases if p.case in {"Dat", "Loc"} and p.head.tag != "DAT"] if clause else []
        return clause is not None and clause.predicate.form == "Fin" and not seats
    described = theme.clauses and not pointing(candidate, theme)
    return not (theme.named or theme.owners or theme.modifiers or described or is_new(candidate))


def pointing(candidate: Candidate, theme: Phrase) -> bool:
    """Say whether "bu" right before a noun says that it was told before ("3 Mart’ta yapılan bu görüşmede")."""
    at = theme.head.index
    return lower("".join(u.text for u in candidate.site.sentence.units[at - 1 : at])) == "bu"


def bare_treaty(candidate: Candidate) -> bool:
    """Say whether a candidate's treaty is one word that names none ("antlaşma"; "sınır çizme protokolü" does)."""
    said, theme = candidate.args.get("agreement", ()), candidate.site.theme
    alone = theme is not None and not theme.modifiers and not theme.owners and not bound(candidate.site)
    return alone and bool(said) and said[0].kind == "text" and " " not in said[0].value
