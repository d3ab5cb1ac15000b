"""The morphologizer that chooses among the rules' readings instead of making up features of its own.

The network gives every token a distribution over bundles of features. A reading of the rules scores by how probable each of
its features is, less its own cost; the best one gives all features, so that they fit each other and the word's letters. Words that
no rule can read keep the network's bundle. (Hakkani-Tür, Oflazer and Tür 2002 choose among analyses so; features by factors.)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.morphologizer import DEFAULT_MORPH_MODEL, Morphologizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from extraction.language.morphology import Analysis
from extraction.language.readings import read, stretches

FACTORS = ("POS", "Case", "Number", "Number[psor]", "Person[psor]", "Person", "VerbForm", "Polarity", "Mood")
SILENT = {("VerbForm", "Fin"), ("Person", "3"), ("Polarity", "Pos"), ("Mood", "Ind"), ("Mood", "Gen")}
WEIGHT = 0.3
FLOOR = 0.001
Array = Any


class Choosing(Morphologizer):  # type: ignore[misc]
    """A morphologizer whose features come from the readings of the rules.

    ``alone`` (False) makes it an ordinary morphologizer, for comparison.
    """

    alone = False

    def predict(self, docs: Sequence[Doc]) -> list[Array]:
        """Return each Doc's scores over bundles, tokens by labels."""
        self._ensure_columns()
        if not any(len(doc) for doc in docs):
            return [np.zeros((0, len(self.labels)), dtype="f") for _ in docs]
        return [np.asarray(s) for s in self.model.predict(docs)]

    def set_annotations(self, docs: Sequence[Doc], scores: Sequence[Array]) -> None:
        """Write part of speech and features to the tokens of each Doc."""
        for doc, rows in zip(docs, scores, strict=True):
            if len(doc):
                self.annotate(doc, rows)

    def annotate(self, doc: Doc, rows: Array) -> None:
        """Choose a reading for each token of a Doc and write it."""
        best = rows.argmax(axis=1)
        likely: list[list[float]] = np.log(softmax(rows) @ self.columns + FLOOR).tolist()
        chosen: list[Analysis | None] = [None] * len(doc)
        if not self.alone:
            for start, end in stretches(doc):
                texts = [t.text for t in doc[start:end]]
                chosen[start:end] = read(texts, lambda n, a, at=start: -WEIGHT * self.weigh(a, likely[at + n]))  # type: ignore[misc]
        labels = self.labels
        for token, reading, label in zip(doc, chosen, best, strict=True):
            self.write(token, reading, labels[label])

    def weigh(self, reading: Analysis, likely: Sequence[float]) -> float:
        """Return the sum of the log probabilities of a reading's features."""
        return sum([likely[place] for place in self.indices(reading.pos, reading.morph)])

    def write(self, token: Token, reading: Analysis | None, label: str) -> None:
        """Write a reading, or the network's own bundle where the rules know no stem."""
        token.pos_ = self.cfg["labels_pos"][label] and pos_of(label)
        if reading is None or not (reading.known or reading.suffixes):
            token.set_morph(self.cfg["labels_morph"][label])  # type: ignore[attr-defined]
            return
        token.lemma_ = reading.lemma
        token.set_morph(reading.morph)  # type: ignore[attr-defined]
        if reading.pos in {"PUNCT", "SPACE"}:
            token.pos_ = reading.pos

    def _ensure_columns(self) -> None:
        """Build the table from labels to the values of each factor, once the labels are known."""
        if getattr(self, "_built_for", None) == len(self.labels):
            return
        bundles = [factors_of(label) for label in self.labels]
        values = sorted({(f, b[f]) for b in bundles for f in FACTORS} | {(f, "") for f in FACTORS})
        self.place = {v: n for n, v in enumerate(values)}
        self.columns = np.zeros((len(bundles), len(values) + 1), dtype="f")
        for row, bundle in enumerate(bundles):
            for factor in FACTORS:
                self.columns[row, self.place[factor, bundle[factor]]] = 1.0
        self._built_for = len(self.labels)
        self.indices = lru_cache(maxsize=50_000)(self._indices)

    def _indices(self, pos: str, morph: str) -> tuple[int, ...]:
        """Return the columns of a reading's features; a value that no label has gets the last column, which is always 0."""
        feats = {k: v for k, _, v in (part.partition("=") for part in morph.split("|")) if (k, v) not in SILENT}
        feats["POS"] = pos
        return tuple(self.column(f, feats.get(f, "")) for f in FACTORS)

    def column(self, factor: str, value: str) -> int:
        """Return the column of a factor's value."""
        return self.place.get((factor, value), len(self.place))


def softmax(rows: Array) -> Array:
    """Return the rows of scores as probabilities."""
    powers = np.exp(rows - rows.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def pos_of(label: str) -> str:
    """Return the part of speech in a bundle."""
    return factors_of(label)["POS"]


@lru_cache(maxsize=4096)
def factors_of(label: str) -> dict[str, str]:
    """Return the value of each factor in a bundle such as ``Case=Nom|POS=NOUN``, empty where it has none."""
    found = dict(part.split("=", 1) for part in label.split("|") if "=" in part)
    return {f: found.get(f, "") if (f, found.get(f, "")) not in SILENT else "" for f in FACTORS}


@Language.factory(
    "hariciye_morphologizer",
    assigns=["token.morph", "token.pos", "token.lemma"],
    default_config={
        "model": DEFAULT_MORPH_MODEL,
        "overwrite": True,
        "extend": False,
        "scorer": {"@scorers": "spacy.morphologizer_scorer.v1"},
        "label_smoothing": 0.0,
    },
    default_score_weights={"pos_acc": 0.5, "morph_acc": 0.5, "morph_per_feat": None},
)
def make_choosing(nlp: Language, name: str, model: Any, overwrite: bool, extend: bool, scorer: Any, label_smoothing: float) -> Choosing:
    """Return the component for a pipeline."""
    return Choosing(nlp.vocab, model, name, overwrite=overwrite, extend=extend, scorer=scorer, label_smoothing=label_smoothing)
