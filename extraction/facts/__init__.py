"""Facts: who did what to whom, when and where, from clauses and mentions by frames. Entry: :func:`find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from extraction.facts.casting import cast
from extraction.facts.confidence import confidence
from extraction.facts.delegations import completed, gathered
from extraction.facts.evidence import fact_of
from extraction.facts.fillers import Setting
from extraction.facts.frames import Frame, FrameError, frames
from extraction.facts.goods import pair
from extraction.facts.joining import joined, without_weaker
from extraction.facts.match import Candidate, candidates, met
from extraction.facts.minting import minted
from extraction.facts.notes import aside, beside, telling
from extraction.facts.recall import Recall
from extraction.facts.sifting import sifted
from extraction.facts.states import states
from extraction.facts.story import Story
from extraction.facts.tables import Tally
from extraction.language.clauses import read
from extraction.language.units import units
from extraction.records import Document, Fact, Mention, Passage

__all__ = ["FrameError", "find", "frames", "minted"]

LEAST = 0.4
"""Facts less likely than this are not told: most of them are wrong, and F1 of arguments is highest here."""
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
        read_whole = list(remembered(sifted(list(candidates(telling(sentence, passage, known), sentence, setting))), memory, inside))
        for full in read_whole:
            # How sure the reading is shows in what the patterns found: whom the model adds comes after.
            sure = confidence(full, passage.kind)
            whole = cast(full, types[full.type], read_whole, memory.story) if sure >= LEAST and full.type in types else full
            if all(met(need, whole.args) for need in whole.pattern.told):
                yield fact_of(whole, sure, sentence, passage, doc, document)
        memory.story.tell(sentence)
        if passage.kind != "note":
            marked.update((m.number, aside(memory)) for m in passage.markers if span.start_char < m.at <= span.end_char + 1)


def remembered(found: Iterable[Candidate], memory: Recall, mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """Yield the candidates of a sentence with what the story fills, each of which the next ones know.

    Who holds what comes first: an appointment in the same sentence leaves that post. Meetings come last: who came there met there.
    """
    labels = wordings(mentions)
    for candidate in completed(sorted(found, key=turn), memory.story, labels):
        town = states().entries.get(memory.story.arrived())
        named = memory.unnamed.called(candidate, labels, memory.story.sentence, town.tr if town else "")
        full = memory.where.placed(memory.completed(named), memory.story.sentence)
        memory.remember(full)
        yield full


def turn(candidate: Candidate) -> int:
    """Return when a candidate of a sentence is completed: offices first, meetings last."""
    return {"Office": 0, "Meeting": 2}.get(candidate.type, 1)


def wordings(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return how a sentence names each entity: without case ending, at its first mention."""
    named = [m for m in mentions if m.entity and (m.suffix or m.text[-1:] not in "aeıiğ" or m.tag != "PER")]
    return {m.entity: m.text for m in reversed(named) if m.entity}
