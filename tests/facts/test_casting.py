"""Casting: a role that no pattern fills goes to whom the model finds likely, with the place where the name stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from example_documents import facts_of, told

from extraction.facts import casting
from extraction.records import Fact

TEXT = "Venizelos, Titulescu’nun isteğiyle 4 Mayıs 1931’de İsmet Paşa ile görüştü."


def meeting() -> Fact:
    return next(f for f in facts_of(TEXT) if f.type == "Meeting")


def with_weights(monkeypatch: pytest.MonkeyPatch, weights: Mapping[str, float]) -> None:
    monkeypatch.setattr(casting, "weights", lambda: weights)


def test_nobody_is_cast_who_is_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    with_weights(monkeypatch, {"bias": -9.0})
    assert len(meeting().args["participant"]) == 2


def test_whoever_is_likely_takes_the_open_role_where_he_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with_weights(monkeypatch, {"bias": -9.0, "Meeting participant": 12.0})
    fact = meeting()
    source = fact.args["participant"][-1].source
    assert source is not None
    assert TEXT[source.start : source.end].startswith("Titulescu")
    assert fact.span.start <= source.start < fact.span.end


def test_a_role_that_is_filled_keeps_its_filler(monkeypatch: pytest.MonkeyPatch) -> None:
    with_weights(monkeypatch, {"bias": 9.0})
    assert told(TEXT, meeting())["date"] == {"1931-05-04"}


def test_the_weights_that_ship_are_of_features_that_are_read() -> None:
    assert casting.weights()["bias"] < 0
    assert any(name.startswith("Meeting participant at ") for name in casting.weights())


def test_who_acts_in_a_relative_clause_on_a_time_is_not_at_the_meeting() -> None:
    facts = facts_of("Titulescu’nun, barışı savunduğu günlerde, Aralov Litvinov ile görüştü.")
    meeting = next(f for f in facts if f.type == "Meeting")
    assert all("titulescu" not in p.value.lower() for p in meeting.args["participant"])
