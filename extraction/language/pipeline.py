"""The Turkish pipeline: tokens and rules, and the trained components where the model folder is present."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from extraction.language import choice as _choice  # noqa: F401  (registers the morphologizer)
from extraction.language.letters import lower
from extraction.language.morphology import Analysis
from extraction.language.readings import read, stretches
from extraction.language.tokens import pieces
from extraction.language.vectors import by_numpy, remember
from extraction.records import Document, Passage, Span

MODEL = Path(__file__).parents[1] / "model"
TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "hariciye.tokenizer.v1"}}}
LONGEST_PIECE = 4000
BATCH = 32
SHOWN = ("NameType", "Case", "Person[psor]", "VerbForm", "Conv", "Part", "Vnoun", "Voice", "Polarity", "Tense")


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
    token.tag_ = signature(reading.pos, reading.morph)
    token.norm_ = lower(token.text)
    token.set_morph(reading.morph)  # type: ignore[attr-defined]


@lru_cache(maxsize=16_384)
def signature(pos: str, morph: str) -> str:
    """Return part of speech and main features as one word, which the trained components see."""
    feats = dict(part.split("=", 1) for part in morph.split("|") if part)
    return ".".join([pos, *(feats[name] for name in SHOWN if name in feats)])


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pipeline: the trained one where ``extraction/model`` holds it, else tokens and rules.

    Raises ``OSError`` with one line that names the folder where the model is damaged.
    """
    if not (MODEL / "config.cfg").exists():
        return blank()
    try:
        nlp = opened(MODEL)
    except Exception as error:
        raise OSError(f"{MODEL}: the language model cannot be read ({first_line(error)}); restore it or run `make model`") from error
    if not nlp.vocab.vectors.shape[0]:
        raise OSError(f"{MODEL}/vocab/vectors: the language model has lost its vectors; restore the file or run `make model`")
    return nlp


def opened(folder: Path) -> Language:
    """Return the trained pipeline of a folder, made to compute quickly."""
    with by_numpy():
        return remember(spacy.load(folder))


def first_line(error: Exception) -> str:
    """Return the first line of an error's message."""
    return (str(error) or type(error).__name__).splitlines()[0]


def blank() -> Language:
    """Return the pipeline of tokens and rules alone."""
    nlp = spacy.blank("tr", config=TOKENIZER)
    nlp.add_pipe("hariciye_rules")
    return nlp


def parse(nlp: Language, document: Document) -> list[Doc | None]:
    """Return one Doc a passage, ``doc.text == passage.text``, with the passage's own sentence starts; None where it is not Turkish.

    Passages of more than ``LONGEST_PIECE`` tokens go through the networks in pieces of whole sentences, so that memory stays bounded; a
    "sentence" longer than that is read by rules alone.
    """
    turkish = [prepared(nlp, p) for p in document.passages if p.language == "tr"]
    short = nlp.pipe((d for d in turkish if len(d) <= LONGEST_PIECE), batch_size=BATCH)
    docs = iter([released(next(short) if len(d) <= LONGEST_PIECE else in_pieces(nlp, d)) for d in turkish])
    return [next(docs) if p.language == "tr" else None for p in document.passages]


def released(doc: Doc) -> Doc:
    """Return a Doc without its word vectors in context, which nothing reads once the networks are through."""
    doc.tensor = np.zeros((0,), dtype="f")
    return doc


def in_pieces(nlp: Language, doc: Doc) -> Doc:
    """Return a long Doc read piece by piece."""
    spans = cut(doc)
    if any(end - start > LONGEST_PIECE for start, end in spans):
        return cast(Doc, rules(doc))
    return Doc.from_docs([released(nlp(doc[start:end].as_doc())) for start, end in spans], ensure_whitespace=False) or doc


def cut(doc: Doc) -> list[tuple[int, int]]:
    """Return token spans of whole sentences, each as long as ``LONGEST_PIECE`` allows."""
    found: list[tuple[int, int]] = []
    for start, end in stretches(doc):
        if found and end - found[-1][0] <= LONGEST_PIECE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def prepared(nlp: Language, passage: Passage) -> Doc:
    """Return the tokens of a passage with sentence starts set, so that no component moves them."""
    found = list(pieces(passage.text))
    begun = sentence_starts(found, passage.sentences)
    starts = [n in begun for n in range(len(found))]
    return Doc(nlp.vocab, words=[w for w, _ in found], spaces=[s for _, s in found], sent_starts=starts)  # type: ignore[arg-type]


def sentence_starts(tokens: Sequence[tuple[str, bool]], sentences: Sequence[Span]) -> set[int]:
    """Return the indices of the tokens that begin a sentence: the first one that reaches behind each sentence's start."""
    starts = sorted((s.start for s in sentences), reverse=True)
    found, at = {0}, 0
    for n, (word, blank_after) in enumerate(tokens):
        while starts and starts[-1] < at + len(word):
            found.add(n)
            starts.pop()
        at += len(word) + blank_after
    return found
