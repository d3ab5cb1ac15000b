"""Passages to Docs: sentence starts, other languages, bad input, and a model folder that is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from extraction.language import load, parse, pipeline
from extraction.records import Document, Passage, Source, Span


def document(*passages: Passage) -> Document:
    text = "\n".join(p.text for p in passages)
    return Document(Source("t", "t.txt", "", "utf-8"), text, passages)


def passage(text: str, *sentences: tuple[int, int], language: str = "tr") -> Passage:
    spans = tuple(Span(*s) for s in sentences) or (Span(0, len(text)),)
    return Passage(text, tuple(range(len(text))), "body", spans, language)


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load()


def test_sentences_are_those_of_the_passage(nlp: Any) -> None:
    text = "Heyet geldi. Bkz. s. 5. Vali de oradaydı"
    found = parse(nlp, document(passage(text, (0, 12), (13, 40))))[0]
    assert [s.text for s in found.sents] == ["Heyet geldi.", "Bkz. s. 5. Vali de oradaydı"]


def test_a_sentence_that_starts_within_a_token_starts_at_that_token(nlp: Any) -> None:
    found = parse(nlp, document(passage("Elçi geldi Vali gitti", (0, 9), (12, 21))))[0]
    assert [s.text for s in found.sents] == ["Elçi geldi", "Vali gitti"]


def test_only_turkish_passages_are_read(nlp: Any) -> None:
    found = parse(nlp, document(passage("The envoy came.", language="en"), passage("Elçi geldi."), passage("")))
    assert [d.text if d is not None else None for d in found] == [None, "Elçi geldi.", ""]


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01 heyet\x07geldi\x1b[0m",
        "وزارت خارجیه heyeti",
        "Народный комиссар geldi",
        "''’’\"\"((",
        "a\u0301b\u200bc\ufeff",
        "x" * 5000,
        "1." * 3000,
    ],
    ids=["control", "arabic", "cyrillic", "quotes", "combining", "long-word", "digits"],
)
def test_odd_text_is_kept_and_every_token_has_a_part_of_speech(nlp: Any, text: str) -> None:
    found = parse(nlp, document(passage(text)))[0]
    assert found.text == text
    assert all(t.pos_ for t in found)


def test_letters_of_other_scripts_are_foreign(nlp: Any) -> None:
    assert {t.morph.get("Foreign") == ["Yes"] for t in pipeline.blank()("комиссар وزارت")} == {True}


def test_a_sentence_of_20000_words_is_read_by_rules_alone(nlp: Any) -> None:
    found = parse(nlp, document(passage("heyet " * 20_000)))[0]
    assert len(found) == 20_000
    assert len(list(found.sents)) == 1
    assert not found.has_annotation("DEP")


def test_a_long_passage_is_read_in_pieces_with_its_sentences(nlp: Any) -> None:
    sentence = "Heyet Batum’a gitti. "
    spans = [(n * len(sentence), (n + 1) * len(sentence) - 1) for n in range(1200)]
    found = parse(nlp, document(passage(sentence * 1200, *spans)))[0]
    assert found.text == sentence * 1200
    assert len(list(found.sents)) == 1200
    assert {t.morph.get("Case")[0] for t in found if t.text == "Batum’a"} == {"Dat"}


def model_copy(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (pipeline.MODEL / "config.cfg").exists():
        pytest.skip("no trained model in extraction/model; run `make model`")
    shutil.copytree(pipeline.MODEL, target)
    monkeypatch.setattr(pipeline, "MODEL", target)


@pytest.mark.parametrize("part", ["config.cfg", "parser/model", "morphologizer/cfg", "vocab/strings.json"])
def test_a_damaged_model_folder_is_named_in_one_line(part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model_copy(tmp_path / "model", monkeypatch)
    (tmp_path / "model" / part).write_bytes(b"\x00broken")
    with pytest.raises(OSError, match=r"model: the language model cannot be read .*make model") as caught:
        pipeline.load.__wrapped__()
    assert "\n" not in str(caught.value)


def test_a_model_without_vectors_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model_copy(tmp_path / "model", monkeypatch)
    (tmp_path / "model" / "vocab" / "vectors").unlink()
    with pytest.raises(OSError, match="vectors"):
        pipeline.load.__wrapped__()


def test_without_a_model_folder_the_rules_work_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MODEL", tmp_path)
    nlp = pipeline.load.__wrapped__()
    assert nlp.pipe_names == ["hariciye_rules"]
    assert nlp("Elçi Batum’a gitti.")[1].morph.get("Case") == ["Dat"]


def test_the_same_text_gives_the_same_words(nlp: Any) -> None:
    text = "Sovyet heyeti, antlaşmanın imzalanmasından sonra Bakü’ye dönmüştür."
    once, twice = nlp(text), nlp(text)
    assert once.to_json() == twice.to_json()
