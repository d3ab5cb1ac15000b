"""Values become terms: nothing that a user writes can end a string or open a clause."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.catalogue import QueryError, parse
from queries.filling import fill, find, fold

HEAD = "#+ parameters:\n#+   word: text\n#+   who: entity = any\n#+   n: number = 1\n#+   from: earliest = 1920\n#+   to: latest = 1920\n"
LABELS = [
    ("https://w3id.org/hariciye/person/georgi-cicerin", "Georgi Çiçerin", 2),
    ("https://w3id.org/hariciye/person/georgi-cicerin", "Chicherin", 1),
    ("https://w3id.org/hariciye/person/bekir-sami-kunduh", "Bekir Sami Kunduh", 2),
    ("https://w3id.org/hariciye/person/bekir-sami-gunsav", "Bekir Sami Günsav", 2),
    ("https://w3id.org/hariciye/person/ismet-inonu", "İsmet İnönü", 2),
    ("https://w3id.org/hariciye/person/ismet-inonu", "İsmet Paşa", 0),
    ("https://w3id.org/hariciye/person/veli-aydin", "Veli Paşa", 1),
    ("https://w3id.org/hariciye/person/veli-uzun", "Veli Paşa", 0),
]


def filled(body, **values):
    return fill(parse("q", HEAD + body), {"word": "x"} | values, lambda: LABELS).removeprefix(HEAD)


@given(st.text())
@example('"""')
@example("\\")
@example('" . } DROP ALL #')
@example("a\nb\\'")
@example("any")
def test_text_comes_back_as_it_went_in(word):
    rows = ox.Store().query(filled("SELECT ?x WHERE { BIND($word AS ?x) }", word=word))
    assert [row["x"].value for row in rows] == [word]


@given(st.text(max_size=40))
@example("https://x> ?p ?o } #")
@example("https://x/a\\u003e")
def test_entity_is_one_iri_or_an_error(value):
    try:
        text = filled("ASK { $who ?p ?o }", who=value)
    except QueryError:
        return
    assert text == "ASK { $who ?p ?o }" or text.startswith("ASK { <")
    ox.Store().query(text)


def test_only_parameters_are_replaced():
    body = "SELECT ?word WHERE { ?s ?p $word, \"$word\", '$n' . <http://x/$word> ?q $other } # $word"
    assert filled(body) == 'SELECT ?word WHERE { ?s ?p "x", "$word", \'$n\' . <http://x/$word> ?q $other } # $word'


def test_any_leaves_a_variable():
    assert filled("ASK { $who ?p ?o }") == "ASK { $who ?p ?o }"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1921", "1921-01-01", "1921-12-31"),
        ("1921-02", "1921-02-01", "1921-02-28"),
        ("1924-02", "1924-02-01", "1924-02-29"),
        ("1921-03-16", "1921-03-16", "1921-03-16"),
    ],
)
def test_dates_reach_from_the_first_to_the_last_day(value, first, last):
    assert f'"{first}"^^' in filled("$from", **{"from": value})
    assert f'"{last}"^^' in filled("$to", to=value)


@pytest.mark.parametrize("value", ["1921-13", "1921-02-30", "16.03.1921", "yesterday", "", "0000"])
def test_wrong_dates_are_refused_with_the_form_to_use(value):
    with pytest.raises(QueryError, match="write 1921, 1921-03 or 1921-03-16"):
        filled("$from", **{"from": value})


def test_wrong_numbers_and_unknown_and_missing_parameters_are_named():
    with pytest.raises(QueryError, match=r"n=ten: not a whole number"):
        filled("$n", n="ten")
    with pytest.raises(QueryError, match=r"no parameter 'nn'; it takes word \(text\), who \(entity\), n \(number\), from \(date\)"):
        filled("$n", nn="1")
    with pytest.raises(QueryError, match="give word="):
        fill(parse("q", HEAD + "$word"), {}, lambda: LABELS)


@pytest.mark.parametrize("name", ["Georgi Çiçerin", "georgi cicerin", "ÇİÇERİN", "chicherin", "Cicerin"])
def test_names_are_found_without_turkish_letters_and_case(name):
    assert find(name, LABELS).endswith("/georgi-cicerin")


def test_a_shared_short_name_gives_way_to_one_that_is_somebodys_own():
    assert find("İsmet Paşa", LABELS).endswith("/ismet-inonu")
    assert find("Veli Paşa", LABELS).endswith("/veli-aydin")


def test_a_name_that_several_bear_lists_them():
    with pytest.raises(ValueError, match="may be person/bekir-sami-gunsav, person/bekir-sami-kunduh; give one of these"):
        find("Bekir Sami", LABELS)


def test_an_unknown_name_gets_the_likely_ones_or_a_way_to_look():
    with pytest.raises(ValueError, match=r"did you mean person/georgi-cicerin\?"):
        find("Çiçorin", LABELS)
    with pytest.raises(ValueError, match="look names up with the question 'names'"):
        find("Zzzz", LABELS)


def test_fold_joins_all_spellings_of_i():
    assert len({fold(word) for word in ("İSMET", "ismet", "ISMET", "ısmet", "İsmet ")}) == 1


def test_paths_and_whole_iris_need_no_lookup():
    assert filled("$who", who="person/nobody") == "<https://w3id.org/hariciye/person/nobody>"
    assert filled("$who", who="http://www.wikidata.org/entity/Q5152") == "<http://www.wikidata.org/entity/Q5152>"


def test_a_head_that_breaks_the_rules_is_named_by_line():
    with pytest.raises(QueryError, match=r"q: line 2: '#\+   word: Text' is not a head line"):
        parse("q", "#+ parameters:\n#+   word: Text\nASK {}")
