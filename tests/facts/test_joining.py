"""Joining: two tellings of one event become one fact, whose evidence is in order and without overlap."""

from extraction.facts.joining import joined, union
from extraction.records import Fact, Filler, Span


def fact(segments: tuple[Span, ...], **roles: str) -> Fact:
    args = {role: (Filler("date" if role == "date" else "entity", value),) for role, value in roles.items()}
    return Fact("Conference", args, segments, reading="x" * (segments[-1].end - segments[0].start), frame="named")


def test_overlapping_evidence_becomes_one_stretch() -> None:
    short = fact((Span(10, 20),), conference="conference/a", date="1921")
    long = fact((Span(12, 40),), conference="conference/a", place="place/b")
    (one,) = joined([short, long])
    assert one.segments == (Span(10, 40),)
    assert set(one.args) == {"conference", "date", "place"}
    assert one.reading == long.reading


def test_evidence_apart_stays_apart() -> None:
    (one,) = joined([fact((Span(10, 20),), conference="c", date="1921"), fact((Span(50, 60),), conference="c", place="p")])
    assert one.segments == (Span(10, 20), Span(50, 60))
    assert "[…]" in one.reading


def test_union_keeps_neighbours_apart() -> None:
    assert union([Span(5, 9), Span(0, 5), Span(6, 7)]) == (Span(0, 5), Span(5, 9))
