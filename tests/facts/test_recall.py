"""What the story adds to a fact: who an answer goes to, when an article was agreed, which treaty "antlaşma" is."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told

from extraction import facts
from extraction.facts.wording import accusative, verbal_noun


@pytest.fixture(autouse=True)
def every_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST", 0.0)


def told_of(text: str, kind: str) -> list[dict[str, set[str]]]:
    return [told(text, f) for f in facts_of(text) if f.type == kind]


def test_an_answer_goes_to_who_wrote() -> None:
    text = "Litvinov, Suriç’e bir mektup yazdı. Suriç bu mektuba 5 Mayıs 1929’da cevap verdi."
    answer = next(a for a in told_of(text, "Communication") if a.get("date") == {"1929-05-05"})
    assert answer["recipient"] == {"Maksim Maksimoviç Litvinov"}


def test_an_article_is_dated_as_its_treaty_and_laid_down_by_it() -> None:
    text = "Taraflar Lozan Antlaşması’nı 24 Temmuz 1923’te imzaladı. İkinci maddeye göre Bozcaada Türkiye’ye bırakılmıştır."
    deed = next(a for a in told_of(text, "Decision") if a.get("object") == {"Bozcaada"})
    assert deed["actor"] == {"Lozan Antlaşması"}
    assert deed["date"] == {"1923-07-24"}


def test_a_bare_treaty_is_the_one_told_last() -> None:
    text = "Türkiye ile İran 1926’da bir güvenlik antlaşması imzaladı. Antlaşma 5 Haziran 1927’de onaylandı."
    assert any(a.get("ratified") == {"1927-06-05"} and a["agreement"] == {"güvenlik antlaşması"} for a in told_of(text, "Agreement"))


def test_senders_and_recipients_that_alternate_are_two_letters() -> None:
    text = "İsmet İnönü Roosevelt’e ve Stalin de Churchill’e birer mesaj göndermiştir."
    pairs = {(*a["sender"], *a["recipient"]) for a in told_of(text, "Communication")}
    assert pairs == {("İsmet İnönü", "Franklin Delano Roosevelt"), ("Iosif Vissarionoviç Stalin", "Winston Churchill")}


def test_dates_of_a_list_are_notes_of_their_own() -> None:
    text = "Litvinov, birincisi 4 Mayıs 1930’da ve ikincisi 9 Haziran 1930’da olmak üzere Suriç’e iki nota vermiştir."
    assert {d for a in told_of(text, "Communication") for d in a.get("date", set())} == {"1930-05-04", "1930-06-09"}


@pytest.mark.parametrize(
    ("noun", "formed"), [("teklif", "teklifi"), ("öneri", "öneriyi"), ("bağımsızlık", "bağımsızlığı"), ("davet", "daveti")]
)
def test_accusative(noun: str, formed: str) -> None:
    assert accusative(noun) == formed


@pytest.mark.parametrize(("verb", "noun"), [("tanı", "tanıma"), ("gönder", "gönderme"), ("bırak", "bırakma"), ("sür", "sürme")])
def test_verbal_noun(verb: str, noun: str) -> None:
    assert verbal_noun(verb) == noun


def test_in_a_text_about_two_states_what_one_gives_goes_to_the_other() -> None:
    about = (
        "Türkiye, Sovyetler Birliği’ne yakındı. Türkiye’yi Sovyetler Birliği tanıdı. Türkiye ile Sovyetler Birliği arasında ticaret arttı. "
    )
    gift = told_of(f"{about} 1922’de Ankara’ya 500 tüfek gönderildi.", "Transfer")[0]
    assert gift["giver"] == {"Sovyet Rusya"}
    assert gift["recipient"] == {"Türkiye"}
    assert "giver" not in told_of("1922’de Ankara’ya 500 tüfek gönderildi.", "Transfer")[0]


def test_who_came_in_the_same_sentence_met_there() -> None:
    text = "3 Mart 1934’te Londra’ya gelen Litvinov, Rauf Bey ile görüştü."
    assert {f.value for fact in facts_of(text) if fact.type == "Meeting" for f in fact.args.get("place", ())} == {"place/londra"}


def test_the_countries_of_an_article_are_the_parties_of_its_treaty() -> None:
    text = "Türkiye ile İran 5 Mayıs 1926’da Tahran Antlaşması’nı imzaladı. Onuncu maddeye göre iki ülke Irak üzerinde yükümlülük üstlendi."
    deed = next(a for a in told_of(text, "Decision") if "yükümlülük" in a["kind"])
    assert deed["actor"] == {"Türkiye", "İran"}
    assert deed["date"] == {"1926-05-05"}


def test_the_sides_of_a_treaty_told_just_before_are_its_parties() -> None:
    text = "Türkiye ile İran 5 Mayıs 1926’da Tahran Antlaşması’nı imzaladı. Taraflar aynı gün Lozan Antlaşması’nı da tanıdı."
    assert any(a["actor"] == {"Türkiye", "İran"} and a["object"] == {"Lozan Antlaşması"} for a in told_of(text, "Decision"))


def test_verbs_that_ve_joins_share_a_day() -> None:
    text = "Tahran Antlaşması 5 Mayıs 1926’da imzalanıp 3 Haziran 1926’da onaylandı ve yürürlüğe girdi."
    assert any(a.get("inForce") == {"1926-06-03"} for a in told_of(text, "Agreement"))


def test_who_is_on_the_way_somewhere_is_not_met_there() -> None:
    text = "Londra’da kalan Litvinov, Roma’ya dönmekte olan Suriç ile bir görüşme yaptı."
    assert {"Londra"} in [a.get("place") for a in told_of(text, "Meeting")]


def test_names_behind_a_plural_are_its_people() -> None:
    text = "Litvinov Roma’ya vardı ve ülkenin ünlü bakanları Suriç ve Karahan ile görüştü."
    talks = next(a for a in told_of(text, "Meeting"))
    assert talks["participant"] == {"Maksim Maksimoviç Litvinov", "Yakov Zaharoviç Surits", "Lev Mihayloviç Karahan"}


def test_a_decision_is_called_by_what_is_to_be_done() -> None:
    text = "İngiltere 1932’de bir banka kurulması yolunda karar aldı."
    assert any("banka kurma kararı" in a["kind"] for a in told_of(text, "Decision"))


def test_who_was_asked_refuses_what_nobody_is_said_to_refuse() -> None:
    text = "Litvinov, Titulescu’ya bir teklifte bulundu. Bu teklif hemen reddedildi."
    assert any(a.get("actor") == {"Nicolae Titulescu"} for a in told_of(text, "Decision"))


def test_an_assurance_is_said_and_not_done() -> None:
    text = "Titulescu 4 Mayıs 1934’te Litvinov’a güvence verdi."
    assert told_of(text, "Communication") and not told_of(text, "Decision")


def test_backing_for_a_deed_is_no_gift() -> None:
    assert not told_of("Polonya, eski hükümetlerin yeniden kurulmasına Kabil’de destek verdi.", "Transfer")
    assert told_of("Polonya, İran’a Kabil’de destek verdi.", "Transfer")
