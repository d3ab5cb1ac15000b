"""Broken words, markers, sentences, languages: each on sentences of the project's own."""

import tomllib
from pathlib import Path

import pytest

from extraction.reading import languages, lexicon, sentences
from extraction.reading.hyphens import Vocabulary, joint
from extraction.reading.languages import language
from extraction.reading.rules import DATA, layout
from extraction.reading.sentences import split, stopless
from ontology.turkish import lower

SENTENCES = tomllib.loads((DATA / "sentences.toml").read_text(encoding="utf-8"))
LAYOUT = tomllib.loads((DATA / "layout.toml").read_text(encoding="utf-8"))
LANGUAGES = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", [example for rows in SENTENCES.values() for example in rows["examples"]])
def test_sentences_end_where_the_bar_stands(example: str) -> None:
    parts = [part.strip() for part in example.split("|")]
    text = example.replace("|", "")
    assert [text[start:end] for start, end in split(text)] == parts


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Heyet yola çıkmıştı Elçi geride kaldı", True),  # the scanner lost the stop
        ("Ankara Hükümeti Moskova’ya yazdı", False),  # -ti of a noun is no verb
        ("Onun kendi Partisi vardı", False),  # kendi
    ],
)
def test_a_stop_lost_after_a_finite_verb_is_found(text: str, cut: bool) -> None:
    assert bool(stopless(text)) is cut


def test_a_known_break_parts_a_sentence() -> None:
    text = "Heyet vardı Elçi bekledi."
    assert [text[start:end] for start, end in split(text, [11])] == ["Heyet vardı", "Elçi bekledi."]


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("heyet Mos-", "kova’ya gitti", "join"),  # a broken word
        ("yeni Türk-", "Sovyet dostluğu", "keep"),  # a capital after the hyphen
        ("Kuvâ-", "yı Milliye", "keep"),  # an ezafe that the text writes elsewhere
        ("1918-", "1922 yılları", "keep"),  # figures
        ("s. 294-", "295.", "keep"),
        ("iki ülke -", "ki uzaktılar", "blank"),  # a dash
        ("bütün heyet", "yola çıktı", "blank"),
        ("siyasi-", "iktisadi nedenler", "keep"),  # two words whose sum is none
        ("görüş-", "meler başladı", "join"),
        ("sayfa=aut-", "hor_red", "join"),
        ("soft\u00ad", "ware", "join"),
    ],
)
def test_lines_meet_as_their_words_want(left: str, right: str, how: str) -> None:
    vocabulary = Vocabulary.of(["Kuvâ-yı Milliye kuruldu", "siyasi ve iktisadi durum", "görüşmeler sürdü"])
    assert joint(left, right, vocabulary, lexicon.load()) == how


def test_the_own_spelling_of_a_text_decides() -> None:
    words = lexicon.load()
    assert joint("alış-", "verişi", Vocabulary.of(["o alış-verişi bilir"]), words) == "keep"
    assert joint("alış-", "verişi", Vocabulary.of(["o alışverişi bilir"]), words) == "join"


@pytest.mark.parametrize(("text", "code"), [(text, code) for code, rows in LANGUAGES.items() for text in rows.get("examples", [])])
def test_a_passage_in_another_language_is_told(text: str, code: str) -> None:
    assert language(text) == code


def test_a_short_passage_keeps_the_language_of_the_text() -> None:
    assert language("The Embassy", "tr") == "tr"
    assert languages.FEWEST > 2


@pytest.mark.parametrize(("part", "text"), [(part, text) for part, rows in LAYOUT.items() for text in rows["examples"]])
def test_parts_of_an_article_are_known_by_their_name(part: str, text: str) -> None:
    assert layout().labelled(text) == part


@pytest.mark.parametrize("text", [text for rows in LAYOUT.values() for text in rows["refuse"]])
def test_a_sentence_that_begins_with_such_a_word_is_no_part(text: str) -> None:
    assert layout().labelled(text) is None


def test_turkish_lower_case() -> None:
    assert lower("IĞDIR İZMİR") == "ığdır izmir"


def test_rules_have_names_that_explain_them() -> None:
    assert all(rule.__doc__ for rule in sentences.RULES)


def test_data_files_are_sorted_and_say_where_they_come_from() -> None:
    for name in ("stems.txt", "suffixes.tsv"):
        rows = Path(DATA / name).read_text(encoding="utf-8").splitlines()
        body = [row.split("\t")[0] for row in rows if not row.startswith(("#", "ending\t"))]
        assert rows[0].startswith("#") and body == sorted(body) and len(body) == len(set(body))


def test_case_endings_behind_an_apostrophe_are_no_foreign_words() -> None:
    assert language("İran'ın yeni Ankara Büyükelçisi Halil Fehimi, 12 Ekim 1934'te itimatnamesini Reisicumhur'a takdim etmiştir.") == "tr"
