"""Every pattern of every frame reads its examples, and leaves its counter-examples alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from example_documents import facts_of, told

from extraction import facts
from extraction.facts.frames import Frame, FrameError, Pattern, frame, frames
from ontology.authority import fold


@pytest.fixture(autouse=True)
def _however_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every reading: how sure a wording is, the calibration says, not its example."""
    monkeypatch.setattr(facts, "LEAST", 0.0)


@pytest.fixture(autouse=True)
def _by_patterns_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave open what the patterns leave open."""
    monkeypatch.setattr(facts, "cast", lambda candidate, *_: candidate)


PATTERNS = [pytest.param(f, p, id=p.name) for f in frames() for p in f.patterns]
EXAMPLES = [pytest.param(f, p, e, id=f"{p.name}-{n}") for f in frames() for p in f.patterns for n, e in enumerate(p.examples)]
REFUSED = [pytest.param(f, p, t, id=f"{p.name}-{n}") for f in frames() for p in f.patterns for n, t in enumerate(p.counter_examples)]


def alone(whole: Frame, pattern: Pattern) -> Frame:
    """Return a frame with one pattern only, or for one that speaks of what was told before with those that may have told it."""
    return replace(whole, patterns=tuple(p for p in whole.patterns if p is pattern or (pattern.again and not p.again)))


def as_told(args: Mapping[str, list[str]]) -> dict[str, set[str]]:
    return {role: {fold(value) for value in values} for role, values in args.items()}


def says(found: Mapping[str, set[str]], wanted: Mapping[str, list[str]]) -> bool:
    """Say whether a fact has just the fillers wanted in every role that the example names."""
    folded = as_told({role: sorted(values) for role, values in found.items()})
    return all(folded.get(role, set()) == values for role, values in as_told(wanted).items())


@pytest.mark.parametrize(("whole", "pattern"), PATTERNS)
def test_pattern_has_examples(whole: Frame, pattern: Pattern) -> None:
    assert pattern.examples, f"extraction/frames/{whole.type}.toml: {pattern.name} has no examples; add {{ text = …, args = {{ … }} }}"


@pytest.mark.parametrize(("whole", "pattern", "example"), EXAMPLES)
def test_pattern_alone_reads_its_example(whole: Frame, pattern: Pattern, example: Mapping[str, Any]) -> None:
    text, args = str(example["text"]), example["args"]
    found = [told(text, f) for f in facts_of(text, [alone(whole, pattern)])]
    assert any(says(f, args) for f in found), f"{text}\nwanted {args}\nfound {found}"


@pytest.mark.parametrize(("whole", "pattern", "example"), EXAMPLES)
def test_all_frames_together_read_the_example(whole: Frame, pattern: Pattern, example: Mapping[str, Any]) -> None:
    text, args = str(example["text"]), example["args"]
    found = [told(text, f) for f in facts_of(text) if f.type == whole.type]
    assert any(says(f, args) for f in found), f"{text}\nwanted {args}\nfound {found}"


@pytest.mark.parametrize(("whole", "pattern", "text"), REFUSED)
def test_pattern_refuses_its_counter_example(whole: Frame, pattern: Pattern, text: str) -> None:
    found = [told(text, f) for f in facts_of(text, [alone(whole, pattern)]) if f.frame == pattern.name]
    assert not found, f"{text}\nfound {found}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('[[pattern]]\nname = "x"\nverb = ["git"]', r"Deed\.toml: pattern x: unknown keys \['verb'\]"),
        ('[[pattern]]\nname = "x"\nroles.actor = ["subject"]', r"Deed\.toml: pattern x: roles \['actor'\] are not declared"),
        ('[roles]\nactor = { tags = ["MAN"] }', r"Deed\.toml: roles\.actor\.tags: \['MAN'\] unknown"),
        ('[[pattern]]\nname = "x"\nverbs = ["@going"]', r"Deed\.toml: pattern x: word group @going is not in \[words\]"),
        ("[[pattern]", r"Deed\.toml: not valid TOML"),
    ],
)
def test_a_damaged_frame_names_file_and_key(tmp_path: Path, data: str, message: str) -> None:
    path = tmp_path / "Deed.toml"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(FrameError, match=message):
        frame(path)
