"""The parts of the facts engine by themselves: amounts, states behind names, joining, minting, confidence."""

from __future__ import annotations

import pytest
from example_documents import candidates_of, facts_of, sentence_of, told

from extraction.facts import minted
from extraction.facts.amounts import number
from extraction.facts.confidence import confidence, features
from extraction.facts.endings import holder
from extraction.facts.joining import joined
from extraction.facts.positions import position
from extraction.facts.slots import Site
from extraction.facts.states import states
from extraction.facts.wording import verbal_noun
from extraction.records import Fact, Filler, Span


def fact(kind: str, start: int, **args: str) -> Fact:
    fillers = {role: (Filler("date" if role == "date" else "entity", value),) for role, value in args.items()}
    return Fact(kind, fillers, (Span(start, start + 10),), "…", frame=f"{kind}/test")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["on", "milyon"], 10_000_000),
        (["1.100.000"], 1_100_000),
        (["3,5", "milyon"], 3_500_000),
        (["iki", "yüz", "elli", "bin"], 250_000),
        (["yüz", "kırk", "beş"], 145),
        (["bir", "buçuk", "milyon"], 1_500_000),
        ([], None),
    ],
)
def test_number_words(words: list[str], value: int | None) -> None:
    assert number(words) == value


def test_states_inside_a_treaty_name() -> None:
    assert [s for s, _, _ in states().within("Türk-Afgan Dostluk Antlaşması")] == ["state/turkiye", "state/afganistan"]


def test_a_town_in_a_treaty_name_is_no_state() -> None:
    assert states().within("Berlin Antlaşması") == []


def test_a_word_of_two_states_means_the_one_that_was_told() -> None:
    assert states().within("Rus", {"state/rus-imparatorlugu"})[0][0] == "state/rus-imparatorlugu"
    assert states().within("Rus", {"state/sovyet-rusya"})[0][0] == "state/sovyet-rusya"


def test_two_tellings_of_one_letter_are_one_fact() -> None:
    first = fact("Communication", 0, sender="person/a", recipient="person/b", date="1930-05-04")
    later = fact("Communication", 500, sender="person/a", recipient="person/b", date="1930-05-04")
    assert len(joined([first, later])) == 1


def test_two_dates_are_two_letters() -> None:
    first = fact("Communication", 0, sender="person/a", recipient="person/b", date="1930-05-04")
    later = fact("Communication", 500, sender="person/a", recipient="person/b", date="1930-06-04")
    assert len(joined([first, later])) == 2


def test_the_fuller_telling_is_the_evidence() -> None:
    poor = fact("Agreement", 0, agreement="agreement/x", date="1930")
    full = fact("Agreement", 900, agreement="agreement/x", date="1930", party="state/turkiye", place="place/ankara")
    (only,) = joined([poor, full])
    assert only.span.start == 900


def test_a_telling_far_behind_is_evidence_of_its_own() -> None:
    first = fact("Office", 0, person="person/a", office="office/elci")
    later = fact("Office", 90_000, person="person/a", office="office/elci")
    assert len(joined([first, later])) == 2


def test_an_unnamed_treaty_is_an_entity_of_its_text() -> None:
    bare = Fact("Agreement", {"agreement": (Filler("text", "ticaret antlaşması", Span(40, 58)),)}, (Span(40, 58),), "…")
    (done,), (entity,) = minted([bare], "007_abc")
    assert entity.id == "agreement/ticaret-antlasmasi-007-40" and entity.kind == "Agreement"
    assert done.args["agreement"][0] == Filler("entity", entity.id, Span(40, 58))


def test_a_group_that_moves_is_an_entity_of_its_text() -> None:
    moved = Fact("Movement", {"actor": (Filler("text", "Rus göçmenleri", Span(7, 21)),)}, (Span(7, 21),), "…")
    (_,), (entity,) = minted([moved], "007_abc")
    assert entity.kind == "Group" and entity.label == "Rus göçmenleri"


def test_confidence_is_a_probability_and_knows_how_a_fact_was_read() -> None:
    candidate = next(c for c in candidates_of("Rauf Bey 3 Mayıs 1925’te Paris’ten Londra’ya geçti.") if c.type == "Movement")
    assert 0.02 <= confidence(candidate, "body") <= 0.98
    assert {"frame Movement/go", "verb Movement geç", "at destination Dat.head", "in actor own", "here 4"} <= set(
        features(candidate, "body")
    )


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("Rauf Bey Londra’ya geçti.", "Rauf Bey", ("own", "subject bare.head")),
        ("Rauf Bey Ankara Hükümeti’nin notasını Londra’ya götürdü.", "Ankara Hükümeti", ("own", "object Acc.owner")),
        ("Londra’ya geçen Rauf Bey, Paris’te Poincaré ile görüştü.", "Londra", ("own", "subject bare.relative")),
        ("Rauf Bey Londra’ya geçerek Curzon ile görüştü.", "Londra", ("child", "Dat.head")),
    ],
)
def test_where_a_name_stands_from_the_verb(text: str, name: str, where: tuple[str, str]) -> None:
    sentence = sentence_of(text)
    unit = next(u for u in sentence.units if u.text.startswith(name))
    assert position(Site(sentence, sentence.clauses[-1], None), unit) == where


@pytest.mark.parametrize(
    ("post", "office"), [("Moskova Büyükelçiliği", "Moskova Büyükelçisi"), ("Dışişleri Bakanlığı", "Dışişleri Bakanı"), ("heyet", "heyet")]
)
def test_the_holder_of_a_post(post: str, office: str) -> None:
    assert holder(post) == office


def test_verbal_nouns_keep_harmony() -> None:
    assert [verbal_noun(v) for v in ("destekle", "tanı", "gör", "ol")] == ["destekleme", "tanıma", "görme", "olma"]


def test_evidence_holds_every_filler_of_its_sentence() -> None:
    text = "Tevfik Rüştü Bey 4 Mayıs 1930’da Atina’da Venizelos ile görüştü."
    (meeting,) = [f for f in facts_of(text) if f.type == "Meeting"]
    for values in meeting.args.values():
        assert all(meeting.span.start <= f.source.start and f.source.end <= meeting.span.end for f in values if f.source)


def test_the_dropped_subject_is_the_one_of_the_sentence_before() -> None:
    text = "Ruşen Eşref Bey 3 Mayıs 1925’te Kabil’e vardı. Ertesi gün Emanullah Han ile görüştü."
    meeting = next(f for f in facts_of(text) if f.type == "Meeting")
    assert "Ruşen Eşref Ünaydın" in told(text, meeting)["participant"]


@pytest.mark.parametrize("who", ["Leh devlet adamları", "Leh yetkilileri"])
def test_who_acts_for_the_one_state_named(who: str) -> None:
    text = f"Litvinov Polonya’ya gitti. {who} Vilno’yu işgal ettiler."
    decision = next(f for f in facts_of(text) if f.type == "Decision")
    assert told(text, decision)["actor"] == {"Polonya"}


def test_a_word_of_a_title_tells_nothing() -> None:
    assert not [f for f in facts_of("Bkz. Litvinov’un Gençliğinden Ölümüne Kadar Sovyet Siyaseti.") if f.type == "Life"]
