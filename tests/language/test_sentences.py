"""Our own sentences, read by rule and with the model: lemma and features of the words that matter."""

from __future__ import annotations

from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from extraction.language import load
from extraction.language.pipeline import blank
from extraction.language.readings import read

SENTENCES: list[dict[str, Any]] = loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))["sentence"]
WORDS = [(s["text"], word, expected) for s in SENTENCES for word, expected in s["words"].items()]


@pytest.fixture(scope="module", params=["rules", "model"])
def nlp(request: pytest.FixtureRequest) -> Any:
    return blank() if request.param == "rules" else load()


@pytest.mark.parametrize(("text", "word", "expected"), WORDS, ids=[w for _, w, _ in WORDS])
def test_a_word_has_its_lemma_and_features(nlp: Any, text: str, word: str, expected: str) -> None:
    lemma, _, features = expected.partition(" ")
    token = next(t for t in nlp(text) if t.text == word)
    found = token.morph.to_dict()
    assert lemma in {"-", token.lemma_}
    assert dict(f.split("=") for f in features.split("|")).items() <= found.items()


def test_a_verb_is_a_plain_passive_behind_some_words_only() -> None:
    sent = read(["telgraf", "çekildi"])[1]
    left = read(["kuvvetler", "çekildi"])[1]
    assert (sent.lemma, sent.get("Voice")) == ("çek", "Pass")
    assert (left.lemma, left.get("Voice")) == ("çekil", "")


def test_what_denies_and_what_only_looks_so() -> None:
    assert [a.get("Polarity") for a in read(["para", "yok"])] == ["", "Neg"]
    assert [a.get("Polarity") for a in read(["köyü", "yok", "ettiler"])] == ["", "", ""]
    without = read(["notayı", "görmeden"])[1]
    assert (without.get("Polarity"), without.get("VerbForm")) == ("Neg", "Conv")
    dispute = read(["anlaşmazlığın", "çözümü"])[0]
    assert (dispute.lemma, dispute.get("Polarity"), dispute.get("VerbForm")) == ("anlaşmazlık", "", "")
