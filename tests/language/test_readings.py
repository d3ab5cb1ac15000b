"""Words in sentences: lemma, case, possessive, voice, polarity, verb form."""

from __future__ import annotations

import pytest

from extraction.language import load
from extraction.language.letters import lower, plain
from extraction.language.morphology import analyse, suffixes
from extraction.language.tokens import patterns, pieces

CASES = [(s.name, e) for s in suffixes() for e in s.examples]
TOKENS = [(name, e["text"], e["tokens"]) for name, p in patterns()["pattern"].items() for e in p["examples"]]


@pytest.mark.parametrize(("name", "example"), CASES)
def test_every_example_of_the_suffix_table_reads_as_it_says(name: str, example: str) -> None:
    word, _, feature = example.partition("=")
    best = analyse(plain(lower(word)), word[0].isupper())[0]
    key, _, value = feature.partition("=")
    assert not feature or best.get(key) == value


@pytest.mark.parametrize(("name", "text", "tokens"), TOKENS)
def test_every_example_of_the_token_patterns_is_cut_as_it_says(name: str, text: str, tokens: list[str]) -> None:
    assert [t for t, _ in pieces(text) if not t.isspace()] == tokens


@pytest.mark.parametrize("text", ["", " ", "a  b\n\tc ", "’", "“Türkiye’nin”  (TBMM)’nin.\n"])
def test_no_character_of_a_text_is_lost(text: str) -> None:
    assert load()(text).text == text
