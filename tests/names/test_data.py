"""The word lists: folded, no word twice, none in two classes that contradict each other."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from extraction.names import forms
from extraction.names.lexicon import FOLDER, Lexicon, lexicon, rows

WORDS = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(WORDS))
def test_words_are_folded(name: str) -> None:
    assert all(word == forms.fold(word) for word in WORDS[name])


@pytest.mark.parametrize("name", ["given-names.txt", "everyday-words.txt", "place-names.txt"])
def test_lists_are_folded_sorted_and_single(name: str) -> None:
    words = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    assert all(word == forms.fold(word) for word in words)


def test_every_class_is_documented_and_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    assert all(f".{field.name}" in code for field in fields(Lexicon))


def test_places_are_no_everyday_words_and_no_given_names() -> None:
    assert not sorted(lexicon().places & (lexicon().given | lexicon().everyday | lexicon().never))


def test_heads_are_folded() -> None:
    assert all(head == forms.fold(head) for row in rows("heads.toml", "group") for head in (*row["heads"], *row.get("plural", ())))


def test_a_broken_data_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "heads.toml").write_text("[[group]\n", encoding="utf-8")
    monkeypatch.setattr("extraction.names.lexicon.FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"heads\.toml"):
        rows("heads.toml", "group")
    (tmp_path / "heads.toml").write_text("a = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"no \[\[group\]\]"):
        rows("heads.toml", "group")
