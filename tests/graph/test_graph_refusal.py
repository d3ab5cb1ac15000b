"""What the ontology does not allow stays out of the graph, and its reason names role, value and what was allowed."""

import importlib
import re
from dataclasses import replace

import pytest
from graph_texts import AUTHORITY, PLAN, TEXT_A, A, fact, with_fact

import graph
import ontology
from extraction.records import Fact, Filler, Span

GOOD = fact(TEXT_A, "Movement", PLAN, actor="georgi-cicerin", destination="ankara", date="1922-01-05")


def args(**changed: object) -> Fact:
    """Return the good fact with other fillers: a pair of kind and value by role, None to leave it out."""
    fillers = {**GOOD.args, **{role: (Filler(*pair),) if pair else () for role, pair in changed.items()}}  # type: ignore[misc]
    return replace(GOOD, args={role: found for role, found in fillers.items() if found})


BAD = {
    "type Walk is not in the ontology; known: Agreement": replace(GOOD, type="Walk"),
    "fewer than two roles are filled": args(destination=None, date=None),
    "no evidence: the fact has no words": replace(GOOD, reading=" "),
    "no evidence: the fact has no words of": replace(GOOD, segments=()),
    "is no stretch of a text of": replace(GOOD, segments=(Span(5, 9), Span(2, 3))),
    "is no stretch of a text": replace(GOOD, segments=(Span(5, 99999),)),
    "confidence 1.5 is not between 0 and 1": replace(GOOD, confidence=1.5),
    "arrived takes|departed 1921-05 is after arrived 1920-07-19": replace(
        GOOD,
        type="Mission",
        args={
            "head": (Filler("entity", "person/georgi-cicerin"),),
            "departed": (Filler("date", "1921-05"),),
            "arrived": (Filler("date", "1920-07-19"),),
        },
    ),
    "size: “yirmi” is no integer in digits": replace(
        GOOD, type="Mission", args={"head": (Filler("entity", "person/georgi-cicerin"),), "size": (Filler("text", "yirmi"),)}
    ),
}


ODD = {
    "Movement has no role signatory; its roles: actor": args(signatory=("entity", "person/georgi-cicerin")),
    "actor: person/nobody is neither in the authority": args(actor=("entity", "person/nobody")),
    "actor takes .*, and place/ankara is a Place": args(actor=("entity", "place/ankara")),
    "actor takes entity, not the text “biri”": args(actor=("text", "biri")),
    "date: “bahar 1922” is no EDTF date": args(date=("date", "bahar 1922")),
}
"""Facts with one filler that its role does not take."""


@pytest.mark.parametrize(("reason", "bad"), BAD.items())
def test_a_bad_fact_is_left_out_with_its_reason(reason: str, bad: Fact) -> None:
    built = graph.build([with_fact(A, GOOD, bad)], AUTHORITY, check=False)
    assert built.counts["facts"] == 1
    (out,) = built.left_out
    assert out.doc == "a_metni" and out.quote == bad.reading
    assert re.match(f".*({reason})", out.reason), out.reason


@pytest.mark.parametrize(("reason", "odd"), ODD.items())
def test_an_odd_filler_costs_no_more_than_itself(reason: str, odd: Fact) -> None:
    built = graph.build([with_fact(A, odd)], AUTHORITY)
    assert built.counts["facts"] == 1 and built.report.conforms
    (out,) = built.left_out
    assert re.match(f"{reason}.*; the fact stands without it", out.reason), out.reason


@pytest.mark.parametrize(("reason", "odd"), ODD.items())
def test_with_one_role_left_the_fact_goes_too(reason: str, odd: Fact) -> None:
    wrong = next(role for role in odd.args if odd.args[role] != GOOD.args.get(role))
    kept = next(role for role in GOOD.args if role != wrong)
    built = graph.build([with_fact(A, GOOD, replace(odd, args={role: odd.args[role] for role in (wrong, kept)}))], AUTHORITY, check=False)
    assert built.counts["facts"] == 1
    assert re.match(f"{reason}[^;]*(; its roles: .*)?$", built.left_out[0].reason)


def test_the_good_fact_is_not() -> None:
    assert graph.build([with_fact(A, GOOD)], AUTHORITY, check=False).left_out == ()


def test_the_check_and_the_shapes_agree() -> None:
    """Every role takes the kinds of entity that the check lets pass, and SHACL finds nothing wrong with them."""
    types = ontology.event_types()
    for kind, entity in (
        ("Person", "person/georgi-cicerin"),
        ("State", "state/turkiye"),
        ("Office", "office/disisleri-komiseri"),
        ("Place", "place/ankara"),
    ):
        facts = [
            replace(GOOD, type=name, segments=(Span(i, i + 3),), args={role: (Filler("entity", entity),) for role in roles})
            for i, name in enumerate(types)
            if len(roles := [r for r in types[name].roles if kind in types[name].roles[r].classes]) > 1
        ]
        built = graph.build([with_fact(A, *facts)], AUTHORITY)
        assert built.report.conforms and not built.left_out and built.counts["facts"] == len(facts)


def test_what_only_shacl_sees_is_left_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pre-check is switched off: SHACL itself refuses the fact, and the rest is built."""
    building = importlib.import_module("graph.build")
    monkeypatch.setattr(building, "sift", lambda e, t, k: ([building.Attested(e.source.doc, f) for f in e.facts], []))
    bad = args(actor=("entity", "place/ankara"))
    built = graph.build([with_fact(A, GOOD, replace(bad, segments=(Span(0, 6),)))], AUTHORITY)
    assert built.report.conforms and built.counts["facts"] == 1
    assert built.left_out[0].reason.startswith("SHACL: This role takes")
