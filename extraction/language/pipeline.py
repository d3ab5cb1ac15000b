"""The Turkish pipeline: tokens and rules, and the trained components where the model folder is present."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from extraction.language import choice as _choice  # noqa: F401  (registers the morphologizer)
from extraction.language import tokens as _tokens  # noqa: F401  (registers the tokenizer)
from extraction.language.letters import lower
from extraction.language.morphology import Analysis
from extraction.language.readings import read, stretches
from extraction.records import Document, Passage, Span

MODEL = Path(__file__).parents[1] / "model"
TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "hariciye.tokenizer.v1"}}}
SHOWN = ("Case", "Person[psor]", "VerbForm", "Conv", "Part", "Vnoun", "Voice", "Polarity", "Tense")


@Language.component("hariciye_rules", assigns=["token.lemma", "token.tag", "token.pos", "token.morph", "token.norm"])
def rules(doc: Doc) -> Doc:
    """Set lemma, part of speech, features and a signature (``tag``) of every token by rules."""
    for start, end in stretches(doc):
        found = read([t.text for t in doc[start:end]])
        for token, reading in zip(doc[start:end], found, strict=True):
            assign(token, reading)
    return doc


def assign(token: Token, reading: Analysis) -> None:
    """Write one reading to a token."""
    token.lemma_ = reading.lemma
    token.pos_ = reading.pos
    token.tag_ = signature(reading)
    token.norm_ = lower(token.text)
    token.set_morph("|".join(f"{k}={v}" for k, v in reading.feats) or None)


def signature(reading: Analysis) -> str:
    """Return part of speech and main features as one word, which the trained components see."""
    return ".".join([reading.pos, *(v for name in SHOWN if (v := reading.get(name)))])


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pipeline: the trained one where ``extraction/model`` holds it, else tokens and rules.

    Raises ``OSError`` with one line that names the folder where the model is damaged.
    """
    if not (MODEL / "config.cfg").exists():
        return blank()
    try:
        return spacy.load(MODEL)
    except Exception as error:
        raise OSError(f"{MODEL}: the language model cannot be read ({first_line(error)}); restore it or run `make model`") from error


def first_line(error: Exception) -> str:
    """Return the first line of an error's message."""
    return (str(error) or type(error).__name__).splitlines()[0]


def blank() -> Language:
    """Return the pipeline of tokens and rules alone."""
    nlp = spacy.blank("tr", config=TOKENIZER)
    nlp.add_pipe("hariciye_rules")
    return nlp


def parse(nlp: Language, document: Document) -> list[Doc | None]:
    """Return one Doc a passage, ``doc.text == passage.text``, with the passage's own sentence starts; None where it is not Turkish."""
    turkish = [p for p in document.passages if p.language == "tr"]
    docs = nlp.pipe(prepared(nlp, p) for p in turkish)
    return [next(docs) if p.language == "tr" else None for p in document.passages]


def prepared(nlp: Language, passage: Passage) -> Doc:
    """Return the tokens of a passage with sentence starts set, so that no component moves them."""
    doc = cast(Doc, nlp.make_doc(passage.text))
    begun = sentence_starts(doc, passage.sentences)
    for token in doc:
        token.is_sent_start = token.i in begun
    return doc


def sentence_starts(doc: Doc, sentences: tuple[Span, ...]) -> set[int]:
    """Return the indices of the tokens that begin a sentence: the first one at or behind each sentence's start."""
    starts = sorted(s.start for s in sentences)
    found, at = {0}, 0
    for start in starts:
        while at < len(doc) and doc[at].idx + len(doc[at]) <= start:
            at += 1
        if at < len(doc):
            found.add(at)
    return found
