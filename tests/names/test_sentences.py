"""Sentences about people and places beyond the corpus, read with the shipped authority."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from marked_names import find, marked, unmark

from ontology import authority

SENTENCES = [s for s in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines() if s and not s.startswith("#")]


@cache
def known() -> authority.Authority:
    return authority.load()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_is_marked_as_by_hand(sentence: str) -> None:
    text, _ = unmark(sentence)
    assert marked(text, find(text, authority=known())) == sentence
