"""Documents made of example sentences, and the facts that the real pipeline reads in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from extraction import dates, facts, names
from extraction.facts.fillers import Setting
from extraction.facts.frames import Frame
from extraction.facts.match import Candidate, candidates
from extraction.facts.states import states
from extraction.facts.story import Story
from extraction.language import load, parse
from extraction.language.clauses import Sentence, read
from extraction.language.units import units
from extraction.reading import sentences
from extraction.records import Document, Fact, Filler, Mention, Passage, Source
from ontology import authority


@dataclass(frozen=True)
class Example:
    """A document of one paragraph, ready for the facts engine; ``labels`` names every entity that it mentions."""

    document: Document
    docs: Sequence[Doc | None]
    mentions: Sequence[Sequence[Mention]]
    labels: Mapping[str, str]


def document(text: str) -> Document:
    """Return a document of one paragraph, its sentences split as in a text that was read from a file."""
    passage = Passage(text, tuple(range(len(text))), "body", sentences.split(text))
    return Document(Source("example", "example.txt", "0" * 64, "utf-8"), text, (passage,))


@cache
def example(text: str) -> Example:
    """Return a text with its parse and mentions."""
    made = document(text)
    docs = parse(load(), made)
    known = authority.load()
    named = names.find(docs, made, dates.find(made), known)
    labels = {i: e.tr for i, e in known.entries.items()} | {e.id: e.label for e in named.entities}
    return Example(made, docs, named.mentions, labels)


def facts_of(text: str, frames: Sequence[Frame] | None = None) -> tuple[Fact, ...]:
    """Return the facts of a text, read with all frames or with those given."""
    it = example(text)
    return facts.find(it.docs, it.document, it.mentions, frames)


def sentence_of(text: str) -> Sentence:
    """Return the clauses and phrases of a text's first sentence."""
    it = example(text)
    doc = it.docs[0]
    assert doc is not None
    return read(units(next(doc.sents), it.mentions[0]))


def candidates_of(text: str) -> list[Candidate]:
    """Return what the frames read in a text's first sentence, its site holding the sentence."""
    it = example(text)
    doc = it.docs[0]
    assert doc is not None
    setting = Setting(it.document.passages[0], doc, Story(), it.mentions[0], states())
    return list(candidates(facts.frames(), sentence_of(text), setting))


def told(text: str, fact: Fact) -> dict[str, set[str]]:
    """Return a fact's fillers by role: labels of entities, EDTF values of dates, words of texts."""
    return {role: set(shown(example(text).labels, values)) for role, values in fact.args.items()}


def shown(labels: Mapping[str, str], fillers: Iterable[Filler]) -> Iterable[str]:
    """Yield fillers as a reader sees them."""
    return (labels.get(f.value, f.value) if f.kind == "entity" else f.value for f in fillers)
