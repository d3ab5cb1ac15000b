"""Which facts are one event: the examples of identity.toml, and that order has no part in it."""

import random
import tomllib
from collections.abc import Mapping
from typing import Any

import pytest
from graph_texts import DATES, TEXTS
from hypothesis import given
from hypothesis import strategies as st

import ontology
from extraction.records import Fact, Filler, Span
from graph.identity import RULES, Attested, Event, identities, join

TABLES = tomllib.loads(RULES.read_text(encoding="utf-8"))


def facts(name: str, rows: list[Mapping[str, Any]]) -> list[Attested]:
    """Return the facts that an example describes, each in a text of its own."""
    return [
        Attested(f"text_{i}", Fact(name, {role: fillers(role, value) for role, value in row.items()}, (Span(i, i + 1),), "…"))
        for i, row in enumerate(rows)
    ]


def fillers(role: str, value: Any) -> tuple[Filler, ...]:
    kind = "date" if role in DATES else "text" if role in TEXTS else "entity"
    return tuple(Filler(kind, v) for v in (value if isinstance(value, list) else [value]))  # type: ignore[arg-type]


def test_every_event_type_has_an_identity_made_of_its_roles() -> None:
    types = ontology.event_types()
    assert set(TABLES) <= set(types)
    for name, identity in identities().items():
        used = {identity.node, *identity.single} | {r for rule in identity.keys for r in (*rule.roles, *rule.dates, rule.two)}
        assert used - {""} <= set(types[name].roles), name
        for rule in identity.keys:
            assert all(types[name].roles[role].kind == "date" for role in rule.dates)


@pytest.mark.parametrize(("name", "rows"), [(name, rows) for name, table in TABLES.items() for rows in table["joins"]])
def test_facts_that_are_one_event(name: str, rows: list[Mapping[str, Any]]) -> None:
    assert len(join(facts(name, rows))) == 1


@pytest.mark.parametrize(("name", "rows"), [(name, rows) for name, table in TABLES.items() for rows in table["apart"]])
def test_facts_that_are_two_events(name: str, rows: list[Mapping[str, Any]]) -> None:
    assert len(join(facts(name, rows))) == 2


def paths(events: tuple[Event, ...]) -> list[str]:
    return [event.path for event in events]


def test_an_agreement_that_is_named_is_the_event() -> None:
    named = {"agreement": "agreement/x", "party": ["a", "b"], "date": "1921-03-16"}
    assert paths(join(facts("Agreement", [named, {"party": ["b", "a"], "date": "1921-03"}]))) == ["agreement/x"]


def test_a_fact_that_fits_two_agreements_belongs_to_neither() -> None:
    rows = [{"agreement": f"agreement/{x}", "party": ["a", "b"], "date": "1921-03-16"} for x in "xy"] + [
        {"party": ["a", "b"], "date": "1921-03-16"}
    ]
    found = paths(join(facts("Agreement", rows)))
    assert len(found) == 3 and {"agreement/x", "agreement/y"} < set(found)


def test_a_fact_that_names_two_agreements_is_two_events() -> None:
    assert paths(join(facts("Agreement", [{"agreement": ["agreement/x", "agreement/y"], "place": "p"}]))) == ["agreement/x", "agreement/y"]


def test_a_month_with_two_known_days_joins_neither() -> None:
    rows = [{"kind": "nota", "sender": "x", "recipient": "y", "date": d} for d in ("1920-06-03", "1920-06-20", "1920-06")]
    assert len(join(facts("Communication", rows))) == 3


def test_the_same_evidence_read_twice_is_one_event() -> None:
    one = facts("Meeting", [{"participant": ["x", "y"]}])
    assert len(join(one + one)) == 1


ROWS = st.fixed_dictionaries(
    {},
    optional={
        "head": st.sampled_from(["x", "y"]),
        "destination": st.sampled_from(["p", "q", ["p", "q"]]),
        "sender": st.sampled_from(["s", "t"]),
        "arrived": st.sampled_from(["1920", "1920-07", "1920-07-19", "1921-01-02", "1920/1921"]),
    },
)
DAYS = st.fixed_dictionaries(
    {
        "participant": st.sampled_from([["a", "b"], ["a", "b", "c"], ["b", "c"]]),
        "date": st.sampled_from(["1922", "1922-01", "1922-01-04", "1922-01-05"]),
    }
)


@given(st.lists(ROWS, max_size=6), st.lists(DAYS, max_size=6), st.randoms(use_true_random=False))
def test_order_has_no_part_in_joining(missions: list[dict[str, Any]], meetings: list[dict[str, Any]], chance: random.Random) -> None:
    all_facts = facts("Mission", missions) + facts("Meeting", meetings)
    shuffled = chance.sample(all_facts, len(all_facts))
    assert join(shuffled) == join(all_facts)
    assert sorted(i.order() for e in join(all_facts) for i in e.facts) == sorted(i.order() for i in all_facts)
