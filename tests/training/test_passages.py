"""The annotated passages agree with their texts and with the ontology."""

import json
import re
from pathlib import Path

import pytest

import ontology
from extraction.training import annotated

FOLDER = Path(annotated.__file__).parent / "passages"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
MARK = re.compile(r"\[([A-Z]{3}):([^\]]*)\]")
TAGS = {"PER", "LOC", "GPE", "ORG", "GRP", "AGR", "CNF", "WAR", "OFF", "DAT"}


def rows(name: str, what: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / f"{name}.{what}.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]


def test_there_are_eighteen() -> None:
    assert len(NAMES) == 18


@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_in_the_text(name: str) -> None:
    marked = (FOLDER / f"{name}.mentions.txt").read_text(encoding="utf-8")
    assert MARK.sub(r"\2", marked).strip() == (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()
    assert {m[1] for m in MARK.finditer(marked)} <= TAGS


@pytest.mark.parametrize("name", NAMES)
def test_facts_stand_in_the_text_and_in_the_ontology(name: str) -> None:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    types, known = ontology.event_types(), {e["name"] for e in rows(name, "entities")}
    for fact in rows(name, "facts"):
        first, last = fact["lines"]
        assert fact["quote"] in " ".join(lines[first - 1 : last]), fact["id"]
        assert sum(map(len, fact["args"].values())) > 1, fact["id"]
        for role, values in fact["args"].items():
            wanted = types[fact["type"]].roles[role]
            assert wanted.kind != "entity" or known.issuperset(values), (fact["id"], role)
