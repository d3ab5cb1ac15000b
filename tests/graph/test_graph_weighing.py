"""What an event shows of what its sources claim, and where they disagree."""

from graph_texts import DATES

from extraction.records import Fact, Filler, Span, Status
from graph.identity import Attested, Event
from graph.weighing import Verdict, weigh

IN_RUSSIA = {("place/moskova", "place/rusya")}


def verdict(*claims: tuple[str, Status, float, dict[str, str]], type: str = "Meeting") -> Verdict:
    """Return what an event shows of claims: text, status, confidence, value by role."""
    items = [
        Attested(
            doc,
            Fact(
                type, {r: (Filler("date" if r in DATES else "entity", v),) for r, v in args.items()}, (Span(i, i + 1),), "…", status, sure
            ),
        )
        for i, (doc, status, sure, args) in enumerate(claims)
    ]
    return weigh(Event(type, "event/x", tuple(items)), lambda a, b: (a, b) in IN_RUSSIA)


def shown(found: Verdict, role: str = "date") -> list[str]:
    return [value.value for value in found.shown.get(role, ())]


def test_most_sources_win() -> None:
    found = verdict(
        ("a", "asserted", 0.5, {"date": "1920-07-19"}),
        ("b", "asserted", 0.9, {"date": "1920-07-11"}),
        ("c", "asserted", 0.5, {"date": "1920-07-19"}),
    )
    assert shown(found) == ["1920-07-19"] and found.contested == ("date",)


def test_one_source_counts_once_however_often_it_says_so() -> None:
    found = verdict(
        ("a", "asserted", 0.5, {"date": "1920-07-19"}),
        ("b", "asserted", 0.9, {"date": "1920-07-11"}),
        ("a", "asserted", 0.5, {"date": "1920-07-19"}),
    )
    assert shown(found) == ["1920-07-11"]


def test_then_the_surer_claim_wins() -> None:
    assert shown(verdict(("a", "asserted", 0.5, {"date": "1920-07-19"}), ("b", "asserted", 0.9, {"date": "1920-07-11"}))) == ["1920-07-11"]


def test_a_wider_date_supports_the_day_in_it_and_is_no_disagreement() -> None:
    found = verdict(
        ("a", "asserted", 0.5, {"date": "1920-07-19"}),
        ("b", "asserted", 0.9, {"date": "1920-07"}),
        ("c", "asserted", 0.9, {"date": "1920"}),
    )
    assert shown(found) == ["1920-07-19"] and found.contested == ()


def test_planned_and_denied_claims_show_nothing() -> None:
    for status in ("planned", "denied"):
        found = verdict(("a", status, 0.9, {"date": "1920-07-19", "participant": "person/x"}))  # type: ignore[arg-type]
        assert found.shown == {} and found.contested == () and found.status == status


def test_a_reported_claim_shows_unless_something_asserted_contradicts_it() -> None:
    assert shown(verdict(("a", "reported", 0.9, {"date": "1920-07-19"}))) == ["1920-07-19"]
    found = verdict(
        ("a", "reported", 0.9, {"date": "1920-07-19"}),
        ("b", "reported", 0.9, {"date": "1920-07-19"}),
        ("c", "asserted", 0.1, {"date": "1920-07-11"}),
    )
    assert shown(found) == ["1920-07-11"] and found.contested == ("date",)


def test_a_reported_claim_that_another_text_denies_does_not_show() -> None:
    found = verdict(("a", "reported", 0.9, {"participant": "person/x"}), ("b", "denied", 0.9, {"participant": "person/x"}))
    assert shown(found, "participant") == [] and found.contested == ("participant",)


def test_an_asserted_claim_shows_though_another_text_denies_it() -> None:
    found = verdict(("a", "asserted", 0.9, {"participant": "person/x"}), ("b", "denied", 0.9, {"participant": "person/x"}))
    assert shown(found, "participant") == ["person/x"] and found.contested == ("participant",)


def test_several_participants_are_no_disagreement() -> None:
    found = verdict(("a", "asserted", 0.9, {"participant": "person/x"}), ("b", "asserted", 0.9, {"participant": "person/y"}))
    assert shown(found, "participant") == ["person/x", "person/y"] and found.contested == ()


def test_a_town_and_its_country_are_both_true_and_two_towns_are_not() -> None:
    both = verdict(("a", "asserted", 0.9, {"place": "place/moskova"}), ("b", "asserted", 0.9, {"place": "place/rusya"}))
    assert shown(both, "place") == ["place/moskova", "place/rusya"] and both.contested == ()
    apart = verdict(("a", "asserted", 0.9, {"place": "place/moskova"}), ("b", "asserted", 0.5, {"place": "place/ankara"}))
    assert shown(apart, "place") == ["place/moskova"] and apart.contested == ("place",)
