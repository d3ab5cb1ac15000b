"""Sifting and joining of what is said: which statements of a sentence or a text are one, and who was spoken to."""

from __future__ import annotations

import pytest
from example_documents import facts_of, told

from extraction import facts


@pytest.fixture(autouse=True)
def every_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST", 0.0)


def said(text: str) -> list[dict[str, set[str]]]:
    return [{role: set(found) for role, found in told(text, f).items()} for f in facts_of(text) if f.type == "Communication"]


def test_two_verbs_with_a_content_each_say_two_things() -> None:
    text = "Litvinov, Romanya ile sözleşme imzalayacaklarını ifade etti ve Bulgaristan’ın azınlıklara baskı uyguladığını vurguladı."
    assert sorted(k for one in said(text) for k in one["kind"]) == ["ifade", "vurgu"]


def test_statements_of_one_speaker_with_other_contents_are_two() -> None:
    text = "Litvinov paktın bozulacağını ifade etti. Rauf Bey buna üzüldü. Litvinov elçinin döneceğini ifade etti."
    assert len([one for one in said(text) if one["kind"] == {"ifade"}]) == 2


def test_who_answers_was_asked() -> None:
    text = "Rauf Bey toplantının ertelenmesini talep etti ve Litvinov’dan olumlu cevap aldı."
    (asked,) = [one for one in said(text) if one["kind"] == {"talep"}]
    assert asked["recipient"] == {"Maksim Maksimoviç Litvinov"}


def test_what_is_wished_of_somebody_named_is_asked() -> None:
    (asked,) = [one for one in said("Rauf Bey, Litvinov’un Romanya’ya güvence vermesini istiyordu.") if one["kind"] == {"talep"}]
    assert asked["recipient"] == {"Maksim Maksimoviç Litvinov"}
    assert not [one for one in said("Rauf Bey, heyetin güvence vermesini istiyordu.") if one["kind"] == {"talep"}]


def test_a_list_of_letters_tells_each_of_them() -> None:
    found = said("3 Ocak 1931’de Litvinov’dan Titulescu’ya, 5 Ocak 1931’de Titulescu’dan Litvinov’a yazı.")
    ends = {(min(one["sender"]), min(one["recipient"]), min(one["date"])) for one in found}
    litvinov, titulescu = "Maksim Maksimoviç Litvinov", "Nicolae Titulescu"
    assert ends == {(litvinov, titulescu, "1931-01-03"), (titulescu, litvinov, "1931-01-05")}
