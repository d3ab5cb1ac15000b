"""Which event of a sentence a date belongs to."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told

from extraction import facts


@pytest.fixture(autouse=True)
def every_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST", 0.0)


def dates(text: str, *kinds: str) -> set[str]:
    roles = ("date", "start", "arrived", "departed")
    found = [told(text, f) for f in facts_of(text) if f.type in kinds]
    return {d for args in found for role in roles for d in args.get(role, ())}


MEETINGS = [
    # The subject stands before the relative clause: the date is the main clause's too.
    ("Rauf Bey, 3 Mart 1934’te Londra’ya gelen Litvinov ile görüştü.", {"1934-03-03"}),
    # The relative clause is the subject's own: it tells when he came, not when he met.
    ("Rusya’dan 3 Mart 1934’te ayrılan Litvinov, Londra’da Rauf Bey ile görüştü.", set()),
    # The date behind a new finite verb dates nothing before it.
    ("Rauf Bey Litvinov ile görüştü; Suriç 3 Mart 1934’te Londra’ya gitti.", set()),
    # Two finite verbs joined by "ve" share it.
    ("Litvinov 3 Mart 1934’te Londra’ya geldi ve Rauf Bey ile görüştü.", {"1934-03-03"}),
]


@pytest.mark.parametrize(("text", "wanted"), MEETINGS)
def test_a_meeting_takes_only_its_own_date(text: str, wanted: set[str]) -> None:
    assert dates(text, "Meeting") == wanted


def test_a_relative_clause_takes_no_date_behind_its_noun() -> None:
    assert dates("Londra’ya giden Litvinov, 3 Mart 1934’te Rauf Bey ile görüştü.", "Movement", "Mission") == set()


def test_of_two_dates_the_last_is_the_main_clause_s() -> None:
    text = "2 Mart 1934’te Rauf Bey’in imzaladığı Tahran Antlaşması 5 Nisan 1934’te TBMM’ce onaylandı."
    assert dates(text, "Decision") == {"1934-04-05"}


def test_an_office_beside_a_name_is_held_on_the_day_of_the_deed() -> None:
    assert dates("3 Mart 1934’te Londra Büyükelçisi Rauf Bey bir telgraf çekti.", "Office") == {"1934-03-03"}


def test_what_stands_in_a_letter_is_dated_as_the_letter() -> None:
    text = "Litvinov 5 Mayıs 1929’da Suriç’e bir mektup gönderdi. Litvinov mektubunda on bin tüfek verilmesini istedi."
    assert dates(text, "Transfer") <= {"1929-05-05"}
    assert dates(text, "Communication") == {"1929-05-05"}


def test_a_treaty_enters_into_force_on_the_day_nearest_before_the_verb() -> None:
    text = "Tahran Antlaşması, 2 Mart 1934’te değil, 5 Nisan 1934’te yürürlüğe girdi."
    assert {f.value for fact in facts_of(text) for f in fact.args.get("inForce", ())} == {"1934-04-05"}


OPENINGS = [
    # Set apart by a comma at the head of the sentence, the date is the whole sentence's.
    ("5 Haziran 1933 tarihinde, Rauf Bey’e yakınlığıyla bilinen Nuri Bey’in önderliğinde Ziraat Cemiyeti kuruldu.", {"1933-06-05"}),
    # What happened before has a day of its own.
    ("Rauf Bey’in 3 Mart 1934’te görevden ayrılması üzerine Nuri Bey Ziraat Cemiyeti’ni kurdu.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), OPENINGS)
def test_a_date_that_opens_a_sentence_serves_all_of_it(text: str, wanted: set[str]) -> None:
    assert dates(text, "Founding") == wanted


def test_what_was_founded_one_day_is_not_closed_on_it() -> None:
    text = "5 Haziran 1933’te kurulan Ziraat Cemiyeti, işini bitirdikten sonra 1934’te kapatıldı."
    told = {(k.value, d.value) for f in facts_of(text) if f.type == "Founding" for k in f.args["kind"] for d in f.args["date"]}
    assert told == {("founded", "1933-06-05"), ("closed", "1934")}
    assert dates("5 Haziran 1933’te kurulan Ziraat Cemiyeti kapatıldı.", "Founding") <= {"1933-06-05"}


def test_a_sentence_may_say_what_day_it_was() -> None:
    assert dates("9 Haziran 1934, Litvinov’un Londra’ya geldiği gündür.", "Movement", "Mission") == {"1934-06-09"}


def test_a_date_in_brackets_behind_the_verb_is_the_verb_s() -> None:
    ends = {f.value for fact in facts_of("Rauf Bey görevinden istifa etti (7 Haziran 1934).") for f in fact.args.get("end", ())}
    assert ends == {"1934-06-07"}


def test_a_date_before_a_purpose_is_that_of_the_journey() -> None:
    text = "Rauf Bey 1928’de kralı kutlamak bahanesiyle Londra’ya gönderildi, 1932’de Tahran’a döndü."
    assert "1928" in dates(text, "Mission")


def test_a_date_set_apart_behind_an_adverbial_is_the_sentences() -> None:
    text = "Bu sırada, 3 Mart 1934’te, Londra’dan dönen Litvinov ile Rauf Bey görüştü."
    assert dates(text, "Meeting") == {"1934-03-03"}


def test_the_date_of_an_order_is_not_that_of_what_it_lets_begin() -> None:
    text = "Meclisin 2 Mayıs 1922 tarihli kararı ile onaylanan Musul Harekâtı altı gün sonra başladı."
    assert dates(text, "Conflict") == {"1922-05-08"}
