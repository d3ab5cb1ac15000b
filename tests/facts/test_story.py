"""What a text tells over several sentences: delegations, whereabouts, conferences without a name, lists of goods."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told

from extraction import facts


@pytest.fixture(autouse=True)
def _however_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST", 0.0)


def of_type(kind: str, text: str) -> list[dict[str, set[str]]]:
    return [told(text, fact) for fact in facts_of(text) if fact.type == kind]


def test_a_delegation_of_two_sentences_is_one_mission() -> None:
    text = (
        "Hüseyin Rauf Bey başkanlığında, Fethi Bey, Hasan Saka ve Rıza Nur’dan oluşan bir heyet 3 Mart 1923’te Ankara’dan Londra’ya "
        "hareket etti. Heyet 10 Mart’ta Londra’ya ulaştı."
    )
    assert of_type("Mission", text) == [
        {
            "mission": {"Hüseyin Rauf Bey heyeti"},
            "head": {"Rauf Orbay"},
            "member": {"Ali Fethi Okyar", "Hasan Saka", "Rıza Nur"},
            "origin": {"Ankara"},
            "destination": {"Londra"},
            "departed": {"1923-03-03"},
            "arrived": {"1923-03-10"},
        }
    ]


def test_a_second_delegation_does_not_take_the_first_ones_head() -> None:
    text = "Rauf Bey başkanlığında bir heyet Londra’ya gönderildi. Fransa da Ankara’ya bir heyet gönderdi."
    heads = [(m["destination"], m.get("head", set())) for m in of_type("Mission", text)]
    assert heads == [({"Londra"}, {"Rauf Orbay"}), ({"Ankara"}, set())]


def test_a_mission_far_from_another_stays_apart() -> None:
    between = "Bu yıllarda ülkede büyük değişiklikler yaşandı. " * 120
    text = f"Rauf Bey 3 Mart 1923’te Londra’ya gönderildi. {between}Rauf Bey ertesi yıl yine Londra’ya gönderildi."
    assert len(of_type("Mission", text)) == 2


def test_an_envoy_at_home_only_travels() -> None:
    text = "İsmet Paşa 3 Mart 1925’te Ankara’ya geldi."
    assert not of_type("Mission", text)
    assert of_type("Movement", text) == [{"actor": {"İsmet İnönü"}, "destination": {"Ankara"}, "date": {"1925-03-03"}}]


def test_who_has_arrived_meets_there() -> None:
    text = "Tevfik Rüştü Aras 3 Mart 1931’de Cenevre’ye gitti. Aras burada kalmadı. Tevfik Rüştü Aras, Litvinov ile görüştü."
    assert [m.get("place") for m in of_type("Meeting", text)] == [{"Cenevre"}]


def test_who_has_moved_on_meets_elsewhere() -> None:
    text = "Litvinov 3 Mart 1931’de Cenevre’ye gitti. Litvinov ertesi gün Paris’e geçti. Litvinov, Tevfik Rüştü Aras ile görüştü."
    assert [m.get("place") for m in of_type("Meeting", text)] == [{"Paris"}]


def test_a_conference_without_a_name_is_called_by_its_place() -> None:
    text = "Yugoslavya ve Romanya 1933’te Selanik’te bir konferans topladı. Yunanistan konferansa katılmadı."
    found = of_type("Conference", text)
    assert {name for c in found for name in c["conference"]} == {"Selanik konferansı"}
    assert {"Yunanistan"} in [c["participant"] for c in found]


def test_each_counted_thing_of_a_list_is_given_by_itself() -> None:
    text = "Almanya, Afganistan’a 500 tüfek, 20 top ve 3.000 sandık cephane gönderdi."
    given = sorted((min(t["item"]), min(t["amount"])) for t in of_type("Transfer", text))
    assert given == [("cephane", "3000"), ("top", "20"), ("tüfek", "500")]


def test_things_without_a_number_are_given_together() -> None:
    text = "Almanya, Afganistan’a silah, cephane ve malzeme gönderdi."
    assert [t["item"] for t in of_type("Transfer", text)] == [{"silah", "cephane", "malzeme"}]


def test_who_asks_receives_and_who_is_asked_gives() -> None:
    text = "Türkiye, Sovyetler Birliği’nden 8 milyon dolar kredi aldı."
    (transfer,) = of_type("Transfer", text)
    assert (transfer["giver"], transfer["recipient"], transfer["amount"]) == ({"Sovyet Rusya"}, {"Türkiye"}, {"8000000"})


def test_we_are_the_delegation_told_before() -> None:
    text = "Rauf Bey başkanlığındaki heyet Ankara’dan yola çıktı. Orada çok bekledik. 3 Mart 1923’te Konya’ya vardık."
    assert of_type("Movement", text) == [{"actor": {"Rauf Orbay"}, "destination": {"Konya"}, "date": {"1923-03-03"}}]


def test_a_traveller_need_not_name_himself() -> None:
    text = "3 Mart 1923’te Konya’ya vardık. Konya’da çok soğuk vardı."
    assert of_type("Movement", text) == [{"destination": {"Konya"}, "date": {"1923-03-03"}}]


def test_a_delegation_told_more_roughly_before_is_the_same() -> None:
    text = "Rauf Bey başkanlığında bir heyet 1923 yılının Mart ayında Londra’ya gönderildi. Heyet 12 Mart’ta Londra’ya hareket etti."
    assert [m["departed"] for m in of_type("Mission", text)] == [{"1923-03-12"}]


def test_treaties_in_the_plural_are_not_the_one_told_before() -> None:
    text = "Türkiye ile İran Tahran Antlaşması’nı imzaladı. Türkiye ertesi yıl bütün eski anlaşmaları iptal etti."
    assert not any("Tahran Antlaşması" in args.get("object", set()) for args in of_type("Decision", text))
