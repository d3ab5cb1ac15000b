"""Notes: what one knows of the story, and which frames can find something in it, whose sentences are mostly bibliography."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extraction.facts.frames import Frame
from extraction.facts.recall import Recall
from extraction.facts.story import Story
from extraction.facts.whereabouts import Whereabouts
from extraction.language.clauses import Sentence
from extraction.language.phrases import Phrase
from extraction.language.words import word_class
from extraction.records import Passage
from ontology.turkish import lower

PROSE = 8
"""Common words that bibliography does not string together without a page number."""
DESCRIBED = {"Communication", "Office"}
"""Types of events of which a heading tells without a verb."""


def beside(body: Recall, marked: Recall | None) -> Recall:
    """Return the memory of a note: what was told where its number stands, of delegations what the whole paragraph tells."""
    memory = marked or aside(body)
    memory.story.missions = list(body.story.missions)
    return memory


def aside(body: Recall) -> Recall:
    """Return the memory of a note: it knows what the body told up to the note's number, and the body learns nothing from it."""
    memory = Recall(
        Story(
            list(body.story.told),
            body.story.sentence,
            missions=list(body.story.missions),
            pair=body.story.pair,
            givers=body.story.givers.copy(),
            parties=body.story.parties,
        ),
        list(body.letters),
        where=Whereabouts(dict(body.where.told)),
    )
    memory.openings.treaty, memory.openings.signed = body.openings.treaty, dict(body.openings.signed)
    return memory


def telling(sentence: Sentence, passage: Passage, known: Sequence[Frame]) -> Sequence[Frame]:
    """Return the frames that can find something in a sentence: in notes all where there is a finite verb or a list of members, those of
    letters (and of who holds an office) where a letter's two ends or a paper is described; the rest is bibliography ("Almanya’dan Gelen
    Yardım, İzmir 1987").
    """
    if passage.kind != "note" or lists_members(sentence) or any(c.predicate.form == "Fin" for c in sentence.clauses) or running(sentence):
        return known
    return [f for f in known if f.type in DESCRIBED] if addressed(sentence) or described(sentence) else ()


def running(sentence: Sentence) -> bool:
    """Say whether a note's sentence runs on in common words and cites no page, though no finite verb can be made out in its scan."""
    common = [u for u in sentence.units if u.text[:1].islower()]
    return len(common) >= PROSE and not any(lower(u.text) in word_class("pages") for u in sentence.units)


def lists_members(sentence: Sentence) -> bool:
    """Say whether a colon opens a list of those who belong to a body ("Heyet üyeleri: Yusuf Kemal (Tengirşenk), …")."""
    return any(u.lemma in word_class("member") and v.text == ":" for u, v in pairwise(sentence.units))


def described(sentence: Sentence) -> bool:
    """Say whether a heading describes a letter or speech ("A’nın imzaladığı 5 Mayıs tarihli telgraf: …", "B’nin meclise hitabı")."""
    papers = [p for p in sentence.phrases if p.head.lemma in word_class("document") and p.head.text.islower()]
    return any(p.relation == "imzalı" or (p.dated and p.head.tag == "DAT") for p in sentence.phrases if papers) or any(
        o.named for p in papers for o in (*p.owners, *spoken_by(p, sentence))
    )


def spoken_by(paper: Phrase, sentence: Sentence) -> list[Phrase]:
    """Return whose a speech is that is told with those who heard it ("A’nın meclise hitabı")."""
    before = [p for p in sentence.phrases if p.head.index < paper.head.index][-2:]
    told = [p.case for p in before] == ["Gen", "Dat"] and before[-1].head.index == paper.head.index - 1
    return before[:1] if told and paper.head.owned else []


def addressed(sentence: Sentence) -> bool:
    """Say whether a heading names sender and recipient of a letter ("A’dan B’ye 5 Mayıs tarihli mektup")."""
    cases = {p.case for p in sentence.phrases if p.named and p.head.tag in {"PER", "GPE", "ORG"}}
    return {"Abl", "Dat"} <= cases and any(u.tag == "DAT" for u in sentence.units)
