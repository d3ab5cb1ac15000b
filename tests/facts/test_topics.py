"""Topics and purposes are the words of a whole complement, and say "not" where the text does."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told

TOLD = {
    "Litvinov, 4 Mart 1929’da Vasıf Çınar’a gönderdiği mektupta Sovyet hükümetinin konferansa katılmayacağını bildirdi.": (
        "topic",
        "Sovyet hükümetinin konferansa katılmayacağı",
    ),
    "Refik Saydam, 3 Mart 1931’de Sofya’ya sağlık sözleşmesini imzalamak için gönderildi.": ("purpose", "sağlık sözleşmesini imzalama"),
    "Refik Saydam, 3 Mart 1931’de Sofya’ya komşuları kuşkulandırmamak için gönderildi.": ("purpose", "komşuları kuşkulandırmama"),
}


@pytest.mark.parametrize("text", TOLD)
def test_words_of_a_complement(text: str) -> None:
    role, words = TOLD[text]
    assert words in {w for f in facts_of(text) for w in told(text, f).get(role, ())}


def test_a_lone_verb_is_no_topic() -> None:
    text = "Litvinov, Vasıf Çınar’a 4 Mart 1929’da geldiğini bildirdi."
    assert all("geldiği" not in told(text, f).get("topic", ()) for f in facts_of(text))
