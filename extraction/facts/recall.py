"""Recall: what the story tells a candidate that its own sentence leaves out.

An answer goes to who wrote; a letter spoken of again ("mektubunda") keeps its addressee and date; what an article of a treaty lays
down is dated as the treaty; who replaces an envoy takes over the post told of him.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extraction.facts.amounts import part
from extraction.facts.fillers import values
from extraction.facts.match import Candidate
from extraction.facts.naming import Unnamed
from extraction.facts.openings import TREATY_REACH, Openings
from extraction.facts.posts import Posts, sets_out
from extraction.facts.story import Story
from extraction.facts.whereabouts import Whereabouts
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

LETTERS = 12
ANSWER_REACH = 8
BARE_REACH = 2
LETTER_REACH = 5
GOODS_REACH = 2


@dataclass(slots=True)
class Recall:
    """The story, the letters and goods told last with the numbers of their sentences, and the talks, conferences and treaties."""

    story: Story = field(default_factory=Story)
    letters: list[tuple[int, Mapping[str, tuple[Filler, ...]]]] = field(default_factory=list)
    posts: Posts = field(default_factory=Posts)
    where: Whereabouts = field(default_factory=Whereabouts)
    unnamed: Unnamed = field(default_factory=Unnamed)
    given: tuple[int, Mapping[str, tuple[Filler, ...]]] | None = None
    openings: Openings = field(init=False)

    def __post_init__(self) -> None:
        """Let the open events know the story."""
        self.openings = Openings(self.story)

    def remember(self, candidate: Candidate) -> None:
        """Keep what later sentences may speak of."""
        self.posts.remember(candidate, self.story.sentence)
        args = candidate.args
        if candidate.type == "Communication" and args.get("sender"):
            self.letters = [*self.letters, (self.story.sentence, args)][-LETTERS:]
        if candidate.type == "Appointment" and (envoy := sets_out(args)):
            self.story.envoy = (self.story.sentence, envoy)
        self.openings.remember(candidate)
        if candidate.type == "Transfer":
            self.given = (self.story.sentence, args)
            self.story.givers.update(v for v in values(args, "giver") if v in self.story.pair)

    def completed(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the roles that the story fills; asserted or not, what it says itself stands."""
        match candidate.type:
            case "Communication":
                extra = self.answered(candidate) or self.again(candidate) or self.in_letter(candidate)
            case "Decision":
                extra = {**self.in_letter(candidate), **self.carried_on(candidate), **self.dated(candidate), **self.asked(candidate)}
            case "Transfer":
                candidate = self.part_given(candidate)
                extra = self.in_letter(candidate)
            case "Appointment":
                extra = self.posts.completed(candidate, self.story)
            case _:
                return self.openings.completed(candidate)
        extra = {role: found for role, found in extra.items() if found}
        return replace(candidate, args={**extra, **candidate.args}) if extra else candidate

    def answered(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the recipient of an answer, who sent the last letter that its sender did not write; of one that nobody gives both ends."""
        sender, recipient = values(candidate.args, "sender"), values(candidate.args, "recipient")
        if not is_answer(candidate) or (sender and recipient):
            return {}
        if recipient:
            asked = [m for n, m in self.letters if values(m, "sender") == recipient and self.story.sentence - n <= BARE_REACH]
            return {"sender": asked[-1]["recipient"]} if asked and "recipient" in asked[-1] else {}
        for number, letter in reversed(self.letters):
            wrote, addressed = values(letter, "sender"), values(letter, "recipient")
            near = self.story.sentence - number <= (ANSWER_REACH if sender and addressed else BARE_REACH)
            if near and sender and not wrote & sender and (not addressed or addressed & sender):
                return {"recipient": letter["sender"]}
            if near and not sender and addressed:
                return {"recipient": letter["sender"], "sender": letter["recipient"]}
        return {}

    def again(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return addressee and date of the letter that a later sentence speaks of again."""
        if candidate.pattern.again:
            return self.same_paper(candidate)
        for number, letter in reversed(self.letters):
            same = all(values(letter, r) == values(candidate.args, r) for r in ("kind", "sender"))
            other = any(values(candidate.args, r) - values(letter, r) for r in ("recipient", "date"))
            if same and not other and self.story.sentence - number <= LETTER_REACH:
                return {role: letter[role] for role in ("recipient", "date") if role in letter}
        return {}

    def same_paper(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the ends and the day of the letter that a sentence goes on about without its writer ("Notada … isteniyordu")."""
        theme = candidate.site.theme
        if theme is None or theme.owners or theme.modifiers or theme.clauses or theme.head.owned or not self.letters:
            return {}
        number, letter = self.letters[-1]
        same = self.story.sentence - number < BARE_REACH and values(candidate.args, "kind") & values(letter, "kind")
        return {role: letter[role] for role in ("sender", "recipient", "date") if same and role in letter}

    def part_given(self, candidate: Candidate) -> Candidate:
        """Return a part of what was told just before ("bunun 200 bini …", "kalanı …") with what it is part of and who gave it."""
        theme = candidate.site.theme
        if theme is None or not (part(theme.head) or theme.head.lemma in word_class("rest")):
            return candidate
        if self.given is None or self.story.sentence - self.given[0] > GOODS_REACH or "item" not in self.given[1]:
            return candidate
        told = self.given[1]
        known = {role: told[role] for role in ("giver", "recipient") if role in told}
        return replace(candidate, args={**known, **candidate.args, "item": told["item"]})

    def in_letter(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the date of the letter told before, for what is said to stand in it ("mektupta … istedi", "notasının devamında …")."""
        phrases = candidate.site.sentence.phrases
        located = [p for p in phrases if p.case == "Loc" and not p.relation and not p.clauses]
        papers = {p.head.lemma for q in located for p in (q, *q.owners)} & word_class("paper")
        dated = "date" in candidate.args or any(u.tag == "DAT" for u in candidate.site.sentence.units)
        if dated or not papers or not self.letters:
            return {}
        number, letter = self.letters[-1]
        same = self.story.sentence - number <= LETTER_REACH and any(k.startswith(p) for k in values(letter, "kind") for p in papers)
        return {"date": letter["date"]} if same and "date" in letter else {}

    def carried_on(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the state or body that the sentence before was about, for a deed told without who did it."""
        told = {f.value for found in candidate.args.values() for f in found}
        about = self.story.subject.members if self.story.subject and "actor" not in candidate.args else []
        bodies = [u.mention for u in about if u.mention and u.tag in {"GPE", "ORG"} and u.mention.entity]
        return {"actor": tuple(Filler("entity", m.entity or "", m.source) for m in bodies if m.entity not in told)[:1]} if bodies else {}

    def asked(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return to whom the proposal told just before was made, for one accepted or refused without a doer ("Bu teklif reddedildi")."""
        clause = candidate.site.clause
        answered = (
            [p for p in clause.slot("object") if p.head.lemma in word_class("proposal") and not p.named]
            if clause and clause.passive
            else []
        )
        if not answered or "actor" in candidate.args or not self.letters:
            return {}
        number, letter = self.letters[-1]
        same = any(k.split()[-1].startswith(answered[0].head.lemma) for k in values(letter, "kind"))
        near = same and self.story.sentence - number <= BARE_REACH
        return {"actor": letter["recipient"]} if near and "recipient" in letter else {}

    def dated(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the date of the treaty whose article lays something down, or by whose article a party does ("üçüncü maddeyle İran …")."""
        treaty = self.openings.near(self.openings.treaty, TREATY_REACH)
        article = any(p.head.lemma in word_class("article") for p in candidate.site.sentence.phrases)
        near = values(treaty.args, "agreement") if article and treaty else set()
        days = self.openings.signed
        dates = [days[v] for v in sorted(values(candidate.args, "actor") | near) if v in days]
        return {"date": dates[0]} if dates and "date" not in candidate.args else {}


def is_answer(candidate: Candidate) -> bool:
    """Say whether a letter answers another: by its kind, or an adjective beside its noun ("cevabî mektubunda")."""
    theme = candidate.site.theme
    beside = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index] if theme else []
    words = [*values(candidate.args, "kind"), *(u.text for u in beside)]
    return any(lower(w).startswith(a) or f"({a}" in w for w in words for a in word_class("answer"))


__all__ = ["Recall"]
