"""The examples and refuse-examples that stand in the data files."""

from __future__ import annotations

import pytest
from marked_dates import dates, pairs, unmark

from extraction.dates import vocabulary

RULES = vocabulary.read("rules.toml")["rule"]
REFUSALS = vocabulary.read("refusals.toml")["refusal"]
CUES = vocabulary.read("cues.toml")["cue"]


def named(entries: list[dict[str, object]], key: str) -> list[tuple[str, str]]:
    return [(str(entry.get("name", entry.get("effect"))), text) for entry in entries for text in entry.get(key, [])]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("rule", "marked"), named(RULES, "examples"))
def test_a_rule_finds_its_examples(rule: str, marked: str) -> None:
    text, expected = unmark(marked)
    found = dates(text)
    assert pairs(found) == expected
    assert f"date/{rule}" in {mention.rule for mention in found}


@pytest.mark.parametrize(("rule", "text"), named(RULES, "refuse"))
def test_a_rule_finds_nothing_in_its_counter_examples(rule: str, text: str) -> None:
    assert f"date/{rule}" not in {mention.rule for mention in dates(text)}


@pytest.mark.parametrize(("refusal", "text"), named(REFUSALS, "refuse"))
def test_what_a_refusal_refuses_is_no_date(refusal: str, text: str) -> None:
    assert pairs(dates(text)) == []


@pytest.mark.parametrize(("refusal", "marked"), named(REFUSALS, "keep") + named(CUES, "examples"))
def test_look_alikes_and_cues(refusal: str, marked: str) -> None:
    text, expected = unmark(marked)
    assert pairs(dates(text)) == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_every_rule_has_an_example(rule: dict[str, object]) -> None:
    assert rule.get("examples")
