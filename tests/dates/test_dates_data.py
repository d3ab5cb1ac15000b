"""The examples and refuse-examples that stand in the data files."""

from __future__ import annotations

from pathlib import Path

import edtf
import pytest
from marked_dates import dates, pairs, unmark

from extraction.dates import bounds, grammar, vocabulary

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


VALUES = sorted({value for entries in (RULES, CUES) for _, marked in named(entries, "examples") for _, value in unmark(marked)[1] if value})


@pytest.mark.parametrize("value", VALUES)
def test_every_value_is_edtf(value: str) -> None:
    assert str(edtf.parse_edtf(value)) == value
    low, high = bounds(value)
    assert value.startswith("XXXX") or low is None or high is None or low <= high


@pytest.mark.parametrize("name", ["rules.toml", "refusals.toml", "vocabulary.toml"])
def test_names_and_words_stand_once(name: str) -> None:
    data = vocabulary.read(name)
    keys = [
        entry.get("name") or entry.get("words")
        for entries in data.values()
        if isinstance(entries, list)
        for entry in entries
        if isinstance(entry, dict)
    ]
    flat = [word for key in keys for word in (key if isinstance(key, list) else [key])]
    assert len(flat) == len(set(flat))


def test_a_broken_data_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.toml").write_text("[[rule]]\nname = \n", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "HERE", tmp_path)
    with pytest.raises(ValueError, match=r"rules\.toml: .*line 2"):
        vocabulary.read("rules.toml")


def test_a_rule_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"rules\.toml: rule 'x'"):
        grammar._rule({"name": "x", "reads": "date", "pattern": "(", "confidence": 1})
