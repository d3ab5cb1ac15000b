"""Facts: who did what to whom, when and where, from clauses and mentions by frames. Entry: :func:`find`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from extraction.facts.casting import cast
from extraction.facts.confidence import confidence
from extraction.facts.delegations import completed, gathered
from extraction.facts.fillers import Setting
from extraction.facts.frames import Frame, FrameError, frames
from extraction.facts.goods import pair
from extraction.facts.joining import joined, without_weaker
from extraction.facts.match import Candidate, candidates, met
from extraction.facts.minting import minted
from extraction.facts.recall import Recall
from extraction.facts.sifting import sifted
from extraction.facts.states import states
from extraction.facts.story import Story
from extraction.facts.tables import Tally
from extraction.facts.whereabouts import Whereabouts
from extraction.language.clauses import Sentence, read
from extraction.language.phrases import Phrase
from extraction.language.units import units
from extraction.language.words import word_class
from extraction.records import Document, Fact, Mention, Passage, Span
from ontology.turkish import lower

__all__ = ["FrameError", "find", "frames", "minted"]

LEAST = 0.3
"""Facts less likely than this are not told: there are two wrong ones for a right one among them, and F1 of arguments is highest here."""
PROSE = 8
"""Common words that bibliography does not string together without a page number."""
TOLD = ("body", "quotation", "note", "abstract", "front")


def find(
    docs: Sequence[Doc | None], document: Document, mentions: Sequence[Sequence[Mention]], known: Sequence[Frame] | None = None
) -> tuple[Fact, ...]:
    """Return the facts of a document, in order of their evidence.

    ``docs`` and ``mentions`` are per passage of ``document``, ``known`` the frames (by default those of ``extraction/frames``). A note has
    a story of its own, since its "heyet" is not the body's; passages without a Doc (another language) tell nothing.
    """
    body = Recall(Story(pair=pair(mentions)))
    marked: dict[str, Recall] = {}
    found: list[Fact] = []
    rows: list[Fact] = []
    tally = Tally()
    for passage, doc, named in zip(document.passages, docs, mentions, strict=True):
        if passage.kind == "table":
            rows += tally.read(passage, named)
        elif doc is not None and passage.kind in TOLD:
            memory = beside(body, marked.pop(passage.number or "", None)) if passage.kind == "note" else body
            told = [f for f in passage_facts(passage, doc, named, memory, known or frames(), document, marked) if f.confidence >= LEAST]
            found += told
            if passage.kind != "note":
                tally.hear(passage, told)
    stated = [f for f in joined(gathered(without_weaker(found))) if sum(map(len, f.args.values())) > 1]
    return tuple(sorted([*stated, *rows], key=lambda f: (f.span, f.type, f.frame)))


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


def passage_facts(
    passage: Passage,
    doc: Doc,
    mentions: Sequence[Mention],
    memory: Recall,
    known: Sequence[Frame],
    document: Document,
    marked: dict[str, Recall],
) -> Iterator[Fact]:
    """Yield the facts of one passage, sentence by sentence, and let the story go on; ``marked`` gets, by the number of its note, what
    was told where the note is called for.
    """
    types = {frame.type: frame for frame in known}
    memory.story.enter(passage.section)
    for span in doc.sents:
        inside = [m for m in mentions if m.start < span.end_char and m.end > span.start_char]
        sentence = read(units(span, inside))
        setting = Setting(passage, doc, memory.story, inside, states())
        read_here = sifted(list(candidates(telling(sentence, passage, known), sentence, setting)))
        labels = wordings(inside)
        read_whole: list[Candidate] = []
        # Who holds what comes first: an appointment in the same sentence leaves that post. Meetings come last: who came there met there.
        for candidate in completed(sorted(read_here, key=turn), memory.story, labels):
            town = states().entries.get(memory.story.arrived())
            named = memory.unnamed.called(candidate, labels, memory.story.sentence, town.tr if town else "")
            full = memory.where.placed(memory.completed(named), memory.story.sentence)
            memory.remember(full)
            read_whole.append(full)
        for full in read_whole:
            # How sure the reading is shows in what the patterns found: whom the model adds comes after.
            sure = confidence(full, passage.kind)
            whole = cast(full, types[full.type], read_whole, memory.story) if sure >= LEAST and full.type in types else full
            if all(met(need, whole.args) for need in whole.pattern.told):
                yield fact_of(whole, sure, sentence, passage, doc, document)
        memory.story.tell(sentence)
        if passage.kind != "note":
            marked.update((m.number, aside(memory)) for m in passage.markers if span.start_char < m.at <= span.end_char + 1)


def turn(candidate: Candidate) -> int:
    """Return when a candidate of a sentence is completed: offices first, meetings last."""
    return {"Office": 0, "Meeting": 2}.get(candidate.type, 1)


def wordings(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return how a sentence names each entity: without case ending, at its first mention."""
    named = [m for m in mentions if m.entity and (m.suffix or m.text[-1:] not in "aeıiğ" or m.tag != "PER")]
    return {m.entity: m.text for m in reversed(named) if m.entity}


def telling(sentence: Sentence, passage: Passage, known: Sequence[Frame]) -> Sequence[Frame]:
    """Return the frames that can find something in a sentence: in notes all where there is a finite verb or a list of members, those of
    letters (and of who holds an office) where a letter's two ends or a paper is described; the rest is bibliography ("Almanya’dan Gelen
    Yardım, İzmir 1987").
    """
    if passage.kind != "note" or lists_members(sentence) or any(c.predicate.form == "Fin" for c in sentence.clauses) or running(sentence):
        return known
    return [f for f in known if f.type in {"Communication", "Office"}] if addressed(sentence) or described(sentence) else ()


def running(sentence: Sentence) -> bool:
    """Say whether a note's sentence runs on in common words and cites no page, though no finite verb can be made out in its scan."""
    common = [u for u in sentence.units if u.text[:1].islower()]
    return len(common) >= PROSE and not any(lower(u.text) in word_class("pages") for u in sentence.units)


def lists_members(sentence: Sentence) -> bool:
    """Say whether a colon opens a list of those who belong to a body ("Heyet üyeleri: Yusuf Kemal (Tengirşenk), …")."""
    return any(u.lemma in word_class("member") and v.text == ":" for u, v in pairwise(sentence.units))


def described(sentence: Sentence) -> bool:
    """Say whether a heading describes a letter or speech ("A imzalı ve 24 Haziran 1920 tarihli telyazı: …", "B’nin meclise hitabı")."""
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
    """Say whether a heading names sender and recipient of a letter ("A’dan B’ye 13 Nisan 1920 tarihli yazı")."""
    cases = {p.case for p in sentence.phrases if p.named and p.head.tag in {"PER", "GPE", "ORG"}}
    return {"Abl", "Dat"} <= cases and any(u.tag == "DAT" for u in sentence.units)


def fact_of(candidate: Candidate, sure: float, sentence: Sentence, passage: Passage, doc: Doc, document: Document) -> Fact:
    """Turn a candidate that is right with probability ``sure`` into a fact with its evidence."""
    first, last = sentence.units[candidate.first].first, sentence.units[candidate.last].last
    span = doc[first : last + 1]
    return Fact(
        type=candidate.type,
        args=dict(sorted(candidate.args.items())),
        segments=segments(passage, span.start_char, span.end_char, document.text),
        reading=span.text,
        status=candidate.status,
        confidence=sure,
        frame=candidate.pattern.name,
        notes=tuple(cited(sentence, passage, doc, document)),
        page=passage.page,
        section=passage.section,
    )


def cited(sentence: Sentence, passage: Passage, doc: Doc, document: Document) -> Iterator[str]:
    """Yield the keys of ``document.citations`` behind a sentence: its note, its footnote markers, works named in its brackets."""
    if passage.kind == "note" and passage.number:
        yield passage.number
    span = doc[sentence.units[0].first : sentence.units[-1].last + 1]
    yield from (m.number for m in passage.markers if span.start_char < m.at <= span.end_char + 1)
    start, end = passage.source_span(span.start_char, span.end_char)
    yield from (key for key in document.citations if key.startswith("@") and start <= int(key[1:]) <= end)


def segments(passage: Passage, start: int, end: int, text: str) -> tuple[Span, ...]:
    """Return the source spans that clean characters ``start`` to ``end`` cover, cut where more than a line break is left out.

    Line-end hyphens, blanks and a footnote marker are bridged; page heads and note blocks are not.
    """
    found: list[Span] = []
    origins = passage.origins[start:end]
    at = origins[0]
    for left, right in pairwise(origins):
        if right - left > 1 and text[left + 1 : right].strip("-\u00ad \t\r\n0123456789"):
            found.append(Span(at, left + 1))
            at = right
    found.append(Span(at, origins[-1] + 1))
    return tuple(found)
