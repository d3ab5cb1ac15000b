"""Words, endings, stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.names import forms

TEXT = st.text("abcçdeğıiİIÖöşuüâ’'-.,()0123456789 XVI\n", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ankara’ya", [("Ankara", "ya")]),
        ("Paşa'nın", [("Paşa", "nın")]),
        ("Şer’iye Vekili", [("Şer’iye", ""), ("Vekili", "")]),  # the apostrophe inside a word ends nothing
        ("Misâk-ı Millî’yi", [("Misâk-ı", ""), ("Millî", "yi")]),
        ("G.V. Çiçerin", [("G.", ""), ("V.", ""), ("Çiçerin", "")]),
        ("61. Fırka", [("61.", ""), ("Fırka", "")]),
        ("Türk-Afgan", [("Türk", ""), ("-", ""), ("Afgan", "")]),
        ("1921’de", [("1921", "de")]),
    ],
)
def test_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(w.text, w.tail) for w in forms.words(text)] == expected


@given(TEXT)
def test_words_lie_in_order_and_are_what_stands_there(text: str) -> None:
    last = 0
    for word in forms.words(text):
        assert last <= word.start < word.end <= word.stop
        assert text[word.start : word.end] == word.text
        last = word.stop


@given(TEXT)
def test_no_letter_is_lost(text: str) -> None:
    covered = {i for word in forms.words(text) for i in range(word.start, word.stop)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("heyetine", "heyeti", "Dat"),
        ("sovyetlerden", "sovyetler", "Abl"),
        ("paşaya", "paşa", "Dat"),
        ("türklere", "türkler", "Dat"),
        ("antlaşmasında", "antlaşması", "Loc"),
    ],
)
def test_stems(word: str, stem: str, case: str) -> None:
    assert (stem, case) in {(s.stem, s.case) for s in forms.stems(word)}


@pytest.mark.parametrize(("word", "stem"), [("rusya", "rus"), ("almanya", "alman"), ("romanya", "roman")])
def test_a_buffer_consonant_needs_a_vowel_before_it(word: str, stem: str) -> None:
    assert stem not in {s.stem for s in forms.stems(word)}


def test_two_spellings_fold_to_one() -> None:
    folds = [[w.fold for w in forms.words(text)] for text in ("Ankara Hükûmeti", "ANKARA HÜKÜMETİ", "Ankara hükümeti")]
    assert folds[0] == folds[1] == folds[2]


def test_case_of_a_name() -> None:
    words = forms.words("Londra’nın Paris’te Ankaraya")
    assert [forms.case_of(words[0]), forms.case_of(words[1]), forms.case_of(words[2], "ankara")] == ["Gen", "Loc", "Dat"]
