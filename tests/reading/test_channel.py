"""Misread words found by a search through all words: the data with its examples, and that nothing undecided is touched."""

from collections import Counter

import pytest

from extraction.reading import automaton, channel, lexicon
from extraction.reading.conjecture import Conjectures

SOUND = (
    "heyet antlaşmanın imzalanmasına karşı bir nota göndermiş ve sınırın açılması konusunda kararını bildirmiştir "
    "bu görüşmelerin dostluğu zedeleyebilecek yönü elçisinin mektubunda durmaktadır"
)


def conjectures() -> Conjectures:
    return Conjectures.of(Counter(SOUND.split() * 2), lexicon.load())


@pytest.mark.parametrize(("read", "letters", "cost", "example"), list(channel.rows()), ids=lambda value: str(value))
def test_every_confusion_has_an_example_that_is_found(read: str, letters: str, cost: float, example: str) -> None:
    wrong, right = example.split(" = ")
    places = [at for at in range(len(wrong)) if wrong.startswith(read, at)]
    assert right in [wrong[:at] + letters + wrong[at + len(read) :] for at in places]
    assert right in [word for word, _, _ in channel.search(wrong, cost + 0.2)]


def test_no_confusion_is_listed_twice() -> None:
    pairs = [(read, letters) for read, letters, _, _ in channel.rows()]
    assert len(pairs) == len(set(pairs))


def test_paths_come_cheapest_first_and_give_words_only() -> None:
    found = list(channel.search("çıkarılınış", 2.0))
    assert found[0][0] == "çıkarılmış" and all(automaton.readable(word) for word, _, _ in found)
    tailless = [cost for _, cost, _ in found]
    assert tailless == sorted(tailless)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("görüşmclerııı", "görüşmelerin"),
        ("zeoeleyebilecek", "zedeleyebilecek"),
        ("elçi,inin", "elçisinin"),
        ("gönderiJmesindeki", "gönderilmesindeki"),
        ("antla~;manın", "antlaşmanın"),
        ("göndermi~", "göndermiş"),
        ("konu,unda", "konusunda"),
        ("bildirıniştir", "bildirmiştir"),
    ],
)
def test_the_likeliest_word_is_taken(wrong: str, right: str) -> None:
    assert conjectures().best(wrong) == right


@pytest.mark.parametrize("word", ["xqzwlk", "banu", "karlı1", "Natsarenus".lower(), "rnr~"])
def test_what_is_undecided_is_refused(word: str) -> None:
    assert conjectures().best(word) is None


@pytest.mark.parametrize("word", ["sınırın", "kararını", "imzalanmasına", "kanaatimce"])
def test_sound_words_are_not_misread(word: str) -> None:
    assert not conjectures().misread(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [("heyetinaçılması", "heyetin açılması"), ("bildirmiştirve", "bildirmiştir ve"), ("antlaşmanın", None), ("gönderilmektedir", None)],
)
def test_joined_words_are_parted(word: str, parts: str | None) -> None:
    assert conjectures().parted(word) == parts
