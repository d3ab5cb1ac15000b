"""How the networks compute: numpy's matrix product, and the vector of each word put together once.

spaCy multiplies matrices with BLIS, numpy with OpenBLAS, which was three times as fast where it was measured (``benchmarks/language.md``).
Floret vectors are means over the pieces of a word, which spaCy adds up anew in every batch and for every network.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.vectors import Mode, Vectors  # type: ignore[import-not-found]
from thinc.api import use_ops

KEPT = 50_000
Array = Any


class Remembered(Vectors):  # type: ignore[misc]
    """Floret vectors that keep those of the last ``KEPT`` or fewer words."""

    def get_batch(self, keys: Sequence[int] | Array) -> Array:
        """Return the vectors of words given by their hashes, a row each."""
        unique, places = np.unique(np.asarray(keys, dtype="uint64"), return_inverse=True)
        return self.rows_of(unique.tolist())[places]

    def rows_of(self, words: Sequence[int]) -> Array:
        """Return the rows of different words, those not met before made and kept."""
        known: dict[int, Array] = self.__dict__.setdefault("known", {})
        if len(known) + len(words) > KEPT:
            known.clear()
        new = [w for w in words if w not in known]
        if new:
            known.update(zip(new, np.asarray(super().get_batch(new), dtype="f"), strict=True))
        return np.stack([known[w] for w in words]) if words else np.zeros((0, self.data.shape[1]), dtype="f")


def remember(nlp: Language) -> Language:
    """Give a pipeline with floret vectors the same ones, remembered."""
    old = nlp.vocab.vectors
    if old.mode == Mode.floret:
        nlp.vocab.vectors = Remembered(
            data=old.data, mode="floret", minn=old.minn, maxn=old.maxn, hash_count=old.hash_count, hash_seed=old.hash_seed,
            bow=old.bow, eow=old.eow, attr=old.attr,
        )  # fmt: skip
    return nlp


def by_numpy() -> AbstractContextManager[None]:
    """Return a context in which networks are built to compute with numpy's matrix product."""
    return use_ops("numpy", use_blis=False)
