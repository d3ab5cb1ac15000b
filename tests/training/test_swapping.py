"""Names swapped for others of their kind: spans still fit, suffixes still agree, and nothing else changes."""

import random

import pytest

from extraction.training.annotated import Entity, Sentence
from extraction.training.swapping import harmony, kind_of, more, pool, swapped


def sentence(text: str, *entities: tuple[str, str]) -> Sentence:
    places = ((text.index(words), words, tag) for words, tag in entities)
    return Sentence("x.txt", 1, text, tuple(Entity(at, at + len(words), tag, words) for at, words, tag in places))  # type: ignore[arg-type]


EXAMPLE = sentence(
    "İsmet Paşa 1922’de Mudanya’ya gitti, Türk heyetini Mudanya’da karşıladı; Lozan Antlaşması’nı Rusya’ya bildirdi.",
    ("İsmet Paşa", "PER"), ("1922", "DAT"), ("Mudanya", "LOC"), ("Lozan Antlaşması", "AGR"), ("Rusya", "GPE"),
)  # fmt: skip


def test_spans_fit_and_tags_stay() -> None:
    for made in more([EXAMPLE], pool([EXAMPLE]), 50, 1):
        assert [made.text[e.start : e.end] for e in made.entities] == [e.text for e in made.entities]
        assert [e.tag for e in made.entities] == [e.tag for e in EXAMPLE.entities]
        assert made.entities[1].text == "1922"
        assert " gitti, Türk heyetini " in made.text


def test_suffixes_agree() -> None:
    for made in more([EXAMPLE], pool([EXAMPLE]), 50, 2):
        suffixed = zip(made.entities[2:], EXAMPLE.entities[2:], strict=True)
        assert all(harmony(new.text) == harmony(old.text) for new, old in suffixed)


def test_most_names_are_other_ones() -> None:
    made = list(more([EXAMPLE], pool([EXAMPLE]), 50, 3))
    assert sum(m.entities[0].text != "İsmet Paşa" for m in made) > 20


def test_a_name_with_a_glued_suffix_stays() -> None:
    glued = sentence("Kabil Elçiliğine atandı.", ("Kabil Elçiliği", "ORG"))
    assert swapped(glued, pool([EXAMPLE]), random.Random(1)).text == glued.text


@pytest.mark.parametrize(
    ("words", "tag", "kind"),
    [("Afganistan", "LOC", "State"), ("Hatay Hükümeti", "GPE", "Rule"), ("Curzon", "PER", "PER1"), ("Nuri Paşa", "PER", "PER2")],
)
def test_kinds(words: str, tag: str, kind: str) -> None:
    assert kind_of(sentence(words, (words, tag)).entities[0]) == kind
