"""Every rule file's own examples and counter-examples."""

from __future__ import annotations

import pytest
from marked_names import find, marked, unmark

from extraction.names import government, phrases

HEADS = [(group.name, example) for group in phrases.groups() for example in group.examples]
REFUSED = [(group.name, group.tag, example) for group in phrases.groups() for example in group.refuse]
GOVERNMENT = [example for rule in government.rules() for example in rule.examples]


@pytest.mark.parametrize(("name", "example"), HEADS)
def test_head_examples(name: str, example: str) -> None:
    text, _ = unmark(example)
    found = marked(text, find(text))
    tag = next(group.tag for group in phrases.groups() if group.name == name)
    assert [s for s in unmark(example)[1] if s[2] == tag] == [s for s in unmark(found)[1] if s[2] == tag], found


@pytest.mark.parametrize(("name", "tag", "example"), REFUSED)
def test_head_refusals(name: str, tag: str, example: str) -> None:
    found = find(example)
    assert not [m for m in found.mentions[0] if m.tag == tag], marked(example, found)


@pytest.mark.parametrize("example", GOVERNMENT)
def test_government_examples(example: str) -> None:
    text, _ = unmark(example)
    found = marked(text, find(text))
    expected = [s for s in unmark(example)[1] if s[2] in ("LOC", "GPE")]
    assert set(expected) <= set(unmark(found)[1]), found


def test_every_rule_has_examples() -> None:
    assert all(group.examples and group.refuse for group in phrases.groups())
    assert all(rule.examples for rule in government.rules())
