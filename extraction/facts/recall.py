"""Recall: what the story tells a candidate that its own sentence leaves out.

An answer goes to who wrote; a letter spoken of again ("mektubunda") keeps its addressee and date; what an article of a treaty lays
down is dated as the treaty; who replaces an envoy takes over the post told of him.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extraction.facts.amounts import part
from extraction.facts.fillers import ARTICLES, values
from extraction.facts.joining import compatible
from extraction.facts.match import Candidate
from extraction.facts.naming import NEW, Unnamed
from extraction.facts.posts import Posts
from extraction.facts.story import Story, anaphors, many
from extraction.facts.whereabouts import Whereabouts
from extraction.records import Filler
from ontology.turkish import lower

LETTERS = 12
ANSWER_REACH = 8
BARE_REACH = 2
LETTER_REACH = 5
TREATY_REACH = 14
TALKS_REACH = 3
CONFERENCE_REACH = 2
DELEGATIONS = {"heyet", "delegasyon"}
SITTINGS = {"toplantı", "oturum", "celse", "içtima"}
GOODS_REACH = 2
RESTS = {"kalan", "bakiye", "meblağ"}
PAPERS = {"mektup", "nota", "telgraf", "rapor", "telyazı", "muhtıra", "layiha"}
ANSWER = ("cevap", "cevab", "yanıt", "karşılık")


@dataclass(slots=True)
class Recall:
    """The story; the letters told last and the last treaty, with the numbers of their sentences; the date of every treaty told."""

    story: Story = field(default_factory=Story)
    letters: list[tuple[int, Mapping[str, tuple[Filler, ...]]]] = field(default_factory=list)
    signed: dict[str, tuple[Filler, ...]] = field(default_factory=dict)
    treaty: tuple[int, tuple[Filler, ...]] = (0, ())
    posts: Posts = field(default_factory=Posts)
    where: Whereabouts = field(default_factory=Whereabouts)
    unnamed: Unnamed = field(default_factory=Unnamed)
    talks: tuple[int, Mapping[str, tuple[Filler, ...]]] | None = None
    conference: tuple[int, Mapping[str, tuple[Filler, ...]]] | None = None
    given: tuple[int, Mapping[str, tuple[Filler, ...]]] | None = None

    def remember(self, candidate: Candidate) -> None:
        """Keep what later sentences may speak of."""
        self.posts.remember(candidate, self.story.sentence)
        args = candidate.args
        if candidate.type == "Communication" and args.get("sender"):
            self.letters = [*self.letters, (self.story.sentence, args)][-LETTERS:]
        if candidate.type == "Meeting" and not candidate.pattern.again and (len(args.get("participant", ())) > 1 or sits(candidate)):
            self.talks = (self.story.sentence, args)
        if candidate.type == "Conference" and args.get("conference"):
            self.conference = (self.story.sentence, args)
        if candidate.type == "Transfer":
            self.given = (self.story.sentence, args)
            self.story.givers.update(v for v in values(args, "giver") if v in self.story.pair)
        theme = candidate.site.theme
        if candidate.type == "Agreement" and args.get("agreement") and not (theme and not theme.named and many(theme.head)):
            self.treaty = (self.story.sentence, args["agreement"])
        if candidate.type == "Agreement" and args.get("date"):
            self.signed |= {f.value: args["date"] for f in args.get("agreement", ())}

    def completed(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the roles that the story fills; asserted or not, what it says itself stands."""
        match candidate.type:
            case "Communication":
                extra = self.answered(candidate) or self.again(candidate) or self.in_letter(candidate)
            case "Decision":
                extra = {**self.in_letter(candidate), **self.carried_on(candidate), **self.dated(candidate)}
            case "Transfer":
                candidate = self.part_given(candidate)
                extra = self.in_letter(candidate)
            case "Appointment":
                extra = self.posts.completed(candidate, self.story)
            case "Agreement":
                return self.same_treaty(candidate)
            case "Conference" if candidate.pattern.again:
                return self.same_conference(candidate)
            case "Meeting" if candidate.pattern.again:
                return self.same_talks(candidate)
            case _:
                return candidate
        extra = {role: found for role, found in extra.items() if found}
        return replace(candidate, args={**extra, **candidate.args}) if extra else candidate

    def answered(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the recipient of an answer, who sent the last letter that its sender did not write; of one that nobody gives both ends."""
        sender = values(candidate.args, "sender")
        if candidate.args.get("recipient") or not is_answer(candidate):
            return {}
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
        for number, letter in reversed(self.letters):
            same = all(values(letter, r) == values(candidate.args, r) for r in ("kind", "sender"))
            other = any(values(candidate.args, r) - values(letter, r) for r in ("recipient", "date"))
            if same and not other and self.story.sentence - number <= LETTER_REACH:
                return {role: letter[role] for role in ("recipient", "date") if role in letter}
        return {}

    def part_given(self, candidate: Candidate) -> Candidate:
        """Return a part of what was told just before ("bunun 200 bini …", "kalanı …") with what it is part of and who gave it."""
        theme = candidate.site.theme
        if theme is None or not (part(theme.head) or theme.head.lemma in RESTS):
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
        papers = {p.head.lemma for q in located for p in (q, *q.owners)} & PAPERS
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

    def same_treaty(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the treaty told last in the place of a bare "antlaşma" that names none."""
        if self.mistaken(candidate):
            word = candidate.args["agreement"][0]
            bare = replace(word, kind="text", value=candidate.site.theme.head.lemma if candidate.site.theme else word.value)
            candidate = replace(candidate, args={**candidate.args, "agreement": (bare,)})
        number, told = self.treaty
        far = self.story.sentence - number > TREATY_REACH
        if far or not told or not bare_treaty(candidate) or self.another(candidate, told[0]):
            return candidate
        return replace(candidate, args={**candidate.args, "agreement": told})

    def same_talks(self, candidate: Candidate) -> Candidate:
        """Return talks that are spoken of again ("görüşmeye B de katıldı") with those who met, where, and when where no day is told."""
        if self.talks is None or self.story.sentence - self.talks[0] > TALKS_REACH or not plain(candidate) or self.of_conference():
            return candidate
        told, args = self.talks[1], dict(candidate.args)
        met = [f for f in told.get("participant", ()) if f.value not in values(args, "participant")]
        args["participant"] = (*met, *args.get("participant", ()))
        return replace(candidate, args={**{r: told[r] for r in ("place", "date") if r in told}, **args})

    def of_conference(self) -> bool:
        """Say whether bare talks are those of a conference: one was told since others met."""
        return self.conference is not None and self.talks is not None and self.conference[0] > self.talks[0]

    def same_conference(self, candidate: Candidate) -> Candidate:
        """Return what is told of a conference without its name ("Türkiye’yi A, Fransa’yı B temsil etti") with the one told just before."""
        if self.conference is None or self.story.sentence - self.conference[0] > CONFERENCE_REACH:
            return candidate
        of_talks = candidate.site.theme is not None and not candidate.pattern.nouns.keys() & DELEGATIONS
        if of_talks and not (plain(candidate) and (self.talks is None or self.of_conference())):
            return candidate
        known = ("conference", "place") if of_talks else ("conference", "place", "start")
        told = {r: self.conference[1][r] for r in known if r in self.conference[1]}
        return replace(candidate, args={**told, **candidate.args})

    def mistaken(self, candidate: Candidate) -> bool:
        """Say whether a bare "antlaşma" was taken for a treaty that the text has dated otherwise."""
        theme, said = candidate.site.theme, candidate.args.get("agreement", ())
        treaty = theme is not None and not theme.named and any("AGR" in a.tags for a in anaphors().get(theme.head.lemma, ()))
        return treaty and any(f.kind == "entity" for f in said) and self.another(candidate, said[0])

    def another(self, candidate: Candidate, told: Filler) -> bool:
        """Say whether a bare "antlaşma" is not the one told last: "yeni bir antlaşma", "anlaşmalar", or one of another day."""
        theme = candidate.site.theme
        before = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index] if theme else []
        fresh = any(lower(u.text) in NEW for u in before) or (theme is not None and many(theme.head))
        known, said = self.signed.get(told.value, ()), candidate.args.get("date", ())
        return fresh or bool(known and said and not compatible(known[0].value, said[0].value))

    def dated(self, candidate: Candidate) -> dict[str, tuple[Filler, ...]]:
        """Return the date of the treaty whose article lays something down, or by whose article a party does ("üçüncü maddeyle İran …")."""
        number, told = self.treaty
        article = any(p.head.lemma in ARTICLES for p in candidate.site.sentence.phrases)
        near = {f.value for f in told} if article and self.story.sentence - number <= TREATY_REACH else set()
        dates = [self.signed[v] for v in sorted(values(candidate.args, "actor") | near) if v in self.signed]
        return {"date": dates[0]} if dates and "date" not in candidate.args else {}


def sits(candidate: Candidate) -> bool:
    """Say whether a meeting is a sitting told with its day, whose members the next sentence may name ("Toplantıya A ve B katıldı")."""
    theme = candidate.site.theme
    return theme is not None and theme.head.lemma in SITTINGS and "date" in candidate.args


def plain(candidate: Candidate) -> bool:
    """Say whether a candidate's noun says nothing of its own about which it is (not "bir görüşme", "A’nın görüşmesi")."""
    theme = candidate.site.theme
    if theme is None or theme.named or theme.owners or theme.modifiers or theme.clauses:
        return False
    before = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index]
    return not any(lower(u.text) in NEW for u in before)


def bare_treaty(candidate: Candidate) -> bool:
    """Say whether a candidate's treaty is one word that names none ("antlaşma")."""
    said, theme = candidate.args.get("agreement", ()), candidate.site.theme
    alone = theme is not None and not theme.modifiers and not theme.owners
    return alone and bool(said) and said[0].kind == "text" and " " not in said[0].value


def is_answer(candidate: Candidate) -> bool:
    """Say whether a letter answers another: by its kind, or an adjective beside its noun ("cevabî mektubunda")."""
    theme = candidate.site.theme
    beside = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index] if theme else []
    words = [*values(candidate.args, "kind"), *(u.text for u in beside)]
    return any(lower(w).startswith(a) or f"({a}" in w for w in words for a in ANSWER)


__all__ = ["Recall"]
