"""Remembered word vectors are the ones that spaCy makes, and forgetting changes nothing."""

import numpy as np
import pytest
import spacy

from extraction.language import vectors
from extraction.language.pipeline import MODEL, load, opened

WORDS = ["ankara'ya", "gönderdi", "heyet", "heyet", "", "çiçerin", "1921"]


@pytest.fixture(scope="module")
def keys() -> list[int]:
    return [load().vocab.strings.add(word) for word in WORDS]


def test_vectors_are_those_of_spacy(keys: list[int]) -> None:
    expected = spacy.load(MODEL).vocab.vectors
    for word in WORDS:
        expected.strings.add(word)
    assert np.array_equal(load().vocab.vectors.get_batch(np.asarray(keys, dtype="uint64")), expected.get_batch(keys))


def test_a_full_store_is_emptied(keys: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened(MODEL).vocab.vectors
    for word in WORDS:
        store.strings.add(word)
    first = store.get_batch(keys)
    monkeypatch.setattr(vectors, "KEPT", 3)
    assert all(np.array_equal(store.get_batch(keys), first) for _ in range(3))


def test_a_pipeline_without_vectors_is_left_alone() -> None:
    plain = spacy.blank("tr")
    assert type(vectors.remember(plain).vocab.vectors) is type(spacy.blank("tr").vocab.vectors)
