"""Posts: which office a text told of whom, so that "yerine Z atandı" or "güven mektubunu sundu" need not say it again.

Who replaces somebody takes over the office, the state served and the place that were told of the predecessor; who presents credentials,
resigns or is called back does so in the post told of him.
Whoever dies or leaves in the same sentence is the predecessor. An envoy whose place is not told serves at the other state of the story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from extraction.facts.fillers import values
from extraction.facts.match import Candidate
from extraction.facts.story import Story
from extraction.language.clauses import Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Filler, Mention
from ontology.authority import fold
from ontology.turkish import lower

Args = Mapping[str, tuple[Filler, ...]]
POST = ("office", "represents", "place")
TAKES_OVER = {"appointed", "replaced", "elected"}
HOST_REACH = 40
LEAVES = {"resigned", "dismissed"}
EMPTY = "boşal"
TAKING = {"devral", "üstlen"}
SEAT_REACH = 2


@dataclass(slots=True)
class Posts:
    """The post told last of each person, and the one that he left for it; an apposition ("Mebus X") does not undo an appointment."""

    told: dict[str, Args] = field(default_factory=dict)
    left: dict[str, tuple[int, Args]] = field(default_factory=dict)
    appointed: set[str] = field(default_factory=set)
    last: tuple[int, Args] = (0, MappingProxyType({}))

    def remember(self, candidate: Candidate, sentence: int = 0) -> None:
        """Keep the post that an appointment or an apposition tells of a person, and the appointment told last."""
        if candidate.type == "Appointment":
            self.last = (sentence, candidate.args)
        if candidate.type not in {"Appointment", "Office"} or "office" not in candidate.args:
            return
        for person in candidate.args.get("person", ()):
            before = self.told.get(person.value, {})
            if kind_of(candidate.args) == "appointed" and before and values(before, "office") != values(candidate.args, "office"):
                self.left[person.value] = (sentence, before)
            if candidate.type == "Appointment" or person.value not in self.appointed:
                self.told[person.value] = {role: candidate.args[role] for role in POST if role in candidate.args}
            if candidate.type == "Appointment":
                self.appointed.add(person.value)

    def completed(self, candidate: Candidate, story: Story) -> dict[str, tuple[Filler, ...]]:
        """Return the predecessor and the parts of the post that an appointment leaves out."""
        args = dict(candidate.args)
        if "person" not in args:
            return {}
        seat = self.seat(candidate, story) if not {"office", "predecessor"} & args.keys() else {}
        told = predecessor(candidate, story) or seat.get("predecessor", ()) or vacated(candidate)
        before = told if "predecessor" not in args else ()
        if before:
            args["predecessor"] = before
        owner = args.get("predecessor", ()) if kind_of(args) in TAKES_OVER else args["person"]
        post = next((self.post(f.value, story.sentence, owner is not args["person"]) for f in owner if f.value in self.told), {})
        same = not shares(args, post)
        args = {**seat, **(post if same else {}), **args}
        if "place" not in args:
            args["place"] = host(args, story)
        return {role: found for role, found in args.items() if found and role not in candidate.args}

    def post(self, person: str, sentence: int, vacant: bool) -> Args:
        """Return the post told last of a person; ``vacant`` asks for the one that he left in this sentence ("X Sofya’ya nakledildi,
        yerine Y atandı").
        """
        number, before = self.left.get(person, (-1, {}))
        return before if vacant and number == sentence else self.told[person]

    def seat(self, candidate: Candidate, story: Story) -> dict[str, tuple[Filler, ...]]:
        """Return the post that "bu göreve" or "bu makam için" points back to, with who left it."""
        number, told = self.last
        clause = candidate.site.clause
        points = clause is not None and any(
            p.head.lemma in word_class("seat") and not p.owners and not p.modifiers for p in (*clause.slot("dat"), *clause.slot("için"))
        )
        points = points or takes_over(candidate)
        if points and (meant := intended(candidate)):
            return meant
        if not points or story.sentence - number > SEAT_REACH or values(told, "person") & values(candidate.args, "person"):
            return {}
        left = {"predecessor": told["person"]} if (kind_of(told) in LEAVES or takes_over(candidate)) and "person" in told else {}
        return {**{role: told[role] for role in POST if role in told}, **left}


def takes_over(candidate: Candidate) -> bool:
    """Say whether somebody takes over "the post" that was told of another just now ("görevi Y devraldı")."""
    theme, clause = candidate.site.theme, candidate.site.clause
    bare = theme is not None and theme.head.lemma in word_class("seat") and not (theme.owners or theme.modifiers)
    return bare and clause is not None and clause.lemma in TAKING


def intended(candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
    """Return the post for which the same sentence said before that somebody was wanted ("bir elçi atamaya karar verdi ve bu göreve X’i
    atadı").
    """
    units = candidate.site.sentence.units
    for clause in reversed([c for c in candidate.site.sentence.clauses if c.predicate.index < candidate.site.anchor]):
        words = {clause.lemma, *(p.head.lemma for p in clause.phrases if p.bare)}
        wanted = [p for p in clause.phrases if p.bare and not p.named and fold(p.head.lemma).startswith(tuple(word_class("envoy")))]
        if not words & word_class("appointing") or not wanted:
            continue
        subject = clause.slot("subject") or (clause.parent.slot("subject") if clause.parent else [])
        sides = [u.mention for p in subject for u in p.members if u.mention and u.tag == "GPE"]
        places = [u.mention for p in clause.slot("loc") for u in p.members if u.mention and u.tag in {"LOC", "GPE"}]
        days = [u.mention for p in clause.phrases for u in p.members if u.mention and u.tag == "DAT" and u.mention.value]
        first = max([u.index + 1 for u in units[: wanted[0].head.index] if u.mention or u.text == ","], default=0)
        office = " ".join(u.text for u in units[first : wanted[0].head.index + 1] if lower(u.text) != "bir")
        told = {"represents": sides, "place": places}
        found = {role: filler(mentions[0]) for role, mentions in told.items() if mentions}
        start = {"start": (Filler("date", days[0].value or "", days[0].source),)} if days else {}
        return {"office": (Filler("text", office),), **found, **start}
    return {}


def vacated(candidate: Candidate) -> tuple[Filler, ...]:
    """Return who leaves the post in the same sentence: "X’in ölümü üzerine", "X’in çekilmesiyle", "X’ten boşalan"."""
    clause, clauses = candidate.site.clause, candidate.site.sentence.clauses
    if clause is None or kind_of(candidate.args) not in TAKES_OVER:
        return ()
    emptied = [c for p in clause.slot("dat") for c in p.clauses if c.lemma == EMPTY]
    causes = [c for c in clauses if c.parent is not None and any(c.parent is g for g in (clause, *emptied)) and leaves(c)]
    phrases = [p for c in causes for p in c.subject_phrases()] + [p for c in emptied for p in c.slot("abl")]
    new = values(candidate.args, "person")
    told = [u.mention for p in phrases for u in p.members if u.mention and u.tag == "PER"]
    gone = next((m for m in told if m.entity and m.entity not in new), None)
    return filler(gone) if gone else ()


def leaves(clause: Clause) -> bool:
    """Say whether a clause tells as a cause or a time that somebody dies or gives up a post ("istifa edince", "ölümüyle")."""
    words = {clause.lemma, *(p.head.lemma for p in clause.phrases if p.bare)}
    return bool(words & word_class("leaving")) and (clause.relation in {"after", "when"} or clause.predicate.case == "Ins")


def kind_of(args: Args) -> str:
    """Return the kind of an appointment."""
    return next((f.value for f in args.get("kind", ())), "")


def shares(args: Args, post: Args) -> bool:
    """Say whether an appointment names a state that contradicts the post told before."""
    own, told = (values(side, "represents") for side in (args, post))
    return bool(own and told and not own & told)


def predecessor(candidate: Candidate, story: Story) -> tuple[Filler, ...]:
    """Return who is meant by a bare "yerine": the person named last before it who is not the one appointed."""
    clause = candidate.site.clause
    places = [p for p in clause.phrases if stands_alone(p)] if clause else []
    if not places:
        return ()
    new = {f.value for f in candidate.args["person"]}
    here = [u.mention for u in candidate.site.sentence.units[: places[0].head.index] if u.mention]
    known = [m for m in (*(m for _, m in story.told), *here) if m.tag == "PER" and m.entity and m.entity not in new]
    return filler(known[-1]) if known else ()


def stands_alone(phrase: Phrase) -> bool:
    """Say whether a phrase is "yerine" with nobody's name before it."""
    head: Unit = phrase.head
    return lower(head.text) == "yerine" and not phrase.owners and not phrase.modifiers and not head.mention


def filler(mention: Mention) -> tuple[Filler, ...]:
    """Return a mention as the only filler of a role."""
    return (Filler("entity", mention.entity or "", mention.source),)


def sets_out(args: Args) -> tuple[Filler, ...]:
    """Return the envoy whom an appointment sends out, or nobody."""
    envoy = any(word in fold(f.value) for f in args.get("office", ()) for word in word_class("envoy"))
    return args.get("person", ()) if envoy and kind_of(args) == "appointed" else ()


def host(args: Args, story: Story) -> tuple[Filler, ...]:
    """Return the state at which an envoy serves whose place is not told: the one the story names most beside the state served."""
    served = values(args, "represents")
    envoy = any(word in fold(f.value) for f in args.get("office", ()) for word in word_class("envoy"))
    if not served or not (envoy or kind_of(args) == "credentials"):
        return ()
    states = [m for _, m in story.told[-HOST_REACH:] if m.entity and m.entity.startswith("state/") and m.entity not in served]
    common = Counter(m.entity for m in states).most_common(1)
    return filler(next(m for m in reversed(states) if m.entity == common[0][0])) if common else ()
