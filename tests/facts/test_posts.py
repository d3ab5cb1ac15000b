"""A post told once serves the sentences that follow: who replaces an envoy, who presents credentials, where an envoy serves."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told


def appointments(text: str) -> dict[str, dict[str, set[str]]]:
    """Return the appointments of a text by their person."""
    found = [told(text, f) for f in facts_of(text) if f.type == "Appointment"]
    return {next(iter(args["person"])): args for args in found}


def test_a_bare_yerine_takes_over_the_post_of_the_person_before() -> None:
    text = "Zekai Apaydın 1925 yılında Moskova Büyükelçiliğine atandı. Zekai Bey 1927’de geri çağrıldı ve yerine Vasıf Çınar atandı."
    new = appointments(text)["Vasıf Çınar"]
    assert new["predecessor"] == {"Zekai Apaydın"}
    assert new["office"] == {"Moskova Büyükelçisi"}
    assert new["place"] == {"Moskova"}


def test_credentials_are_presented_in_the_post_told_before() -> None:
    text = "Afgan elçisi Sultan Ahmet Han Türkiye’ye geldi. Sultan Ahmet Han güven mektubunu 1921’de sundu."
    given = appointments(text)["Sultan Ahmed Han"]
    assert given["kind"] == {"credentials"}
    assert given["office"] == {"Afgan Elçisi"}
    assert given["represents"] == {"Afganistan"}


def test_an_envoy_without_a_place_serves_at_the_other_state_of_the_story() -> None:
    text = "Afganistan, Türkiye ile dostluk kurdu. Afgan elçisi Sultan Ahmet Han 1921’de güven mektubunu sundu."
    assert appointments(text)["Sultan Ahmed Han"]["place"] == {"Türkiye"}


@pytest.mark.parametrize("text", ["Vasıf Çınar 1928’de Prag’a atandı.", "Refet Bey Dahiliye Vekilliğinden alındı."])
def test_nobody_is_replaced_where_nothing_says_so(text: str) -> None:
    assert all("predecessor" not in args for args in appointments(text).values())


def test_offices_that_take_turns_with_days_are_told_one_by_one() -> None:
    text = "GEREDE, Hüsrev (1884 – 1962). 1924’te Budapeşte elçisi, 1926’da Sofya elçisi, 1930’da Tahran elçisi oldu."
    told_of = [told(text, f) for f in facts_of(text) if f.type == "Appointment"]
    assert [args["start"] for args in told_of] == [{"1924"}, {"1926"}, {"1930"}]
