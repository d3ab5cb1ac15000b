"""Values that come from the story: years left out, "ertesi gün", notes, quotations, flashbacks. Marked as in rules.toml."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_dates import dates, document, pairs, unmark

from extraction.dates import find
from extraction.dates.calendars import Day
from extraction.dates.narrative import nearest_year
from extraction.records import Marker

STORIES = [
    # the year goes on, and rolls over
    "[20 Kasım 1922=1922-11-20]’de toplandılar, [4 Şubat=1923-02-04]’ta dağıldılar, [23 Nisan=1923-04-23]’da yeniden toplandılar.",
    "[5 Ocak 1930=1930-01-05]’da yazılan yanıt, [28 Aralık=1929-12-28] tarihli notayı anar.",
    # a year told for the last of several dates holds for those before it
    "Oturumlar [30 Aralık=1933-12-30] ve [2 Ocak 1934=1934-01-02] günleri yapıldı.",
    # nothing was told before: the first date with a year decides
    "Heyet [2 Mayıs=1935-05-02]’ta yola çıktı. Ziyaret [9 Mayıs 1935=1935-05-09]’te bitti.",
    # and where there is none at all, the year stays open
    "Heyet [3 Ekim=XXXX-10-03]’de geldi.",
    # an event's date that nobody told cannot be counted from
    "Sefir [4 Mart 1925=1925-03-04]’te geldi. Meclisin kapanmasından [iki gün sonra=] ayrıldı.",
    "Sefir [4 Mart 1925=1925-03-04]’ten [iki gün sonra=1925-03-06] ayrıldı.",
    # the date told at once is the same day
    "Meclisin açılışından [üç gün sonra=1920-04-26], [26 Nisan 1920=1920-04-26]’de mektup yazıldı.",
    # dates in brackets and quotations do not move the story
    "[9 Kasım 1936=1936-11-09]’da başladı; eskisi (Lozan, [24 Temmuz 1923=1923-07-24]) kalktı. [10 Aralık=1936-12-10]’ta duyuruldu.",
    "[3 Mayıs 1921=1921-05-03]’de geldi. “Biz [8 Temmuz 1908=1908-07-08]’de yemin ettik” dedi. [6 Haziran=1921-06-06]’da döndü.",
    # a year that only names a treaty does not either
    "Elçi [3 Mayıs 1928=1928-05-03]’de [1921=1921] Moskova Antlaşması’nı andı. [7 Haziran=1928-06-07]’da döndü.",
    # an older document is quoted, the story stays
    "[1 Ekim 1935=1935-10-01]’te toplandılar. [5 Mayıs 1921=1921-05-05] tarihli belgeyi okudular. [9 Ekim=1935-10-09]’de bitti.",
    # parts of the year or month that the story is in
    "Heyet [3 Mayıs 1932=1932-05-03]’de geldi, [ay sonunda=1932-05-25~] döndü, [yıl sonunda=1932-12~] dağıldı.",
    "Heyet [3 Mayıs 1932=1932-05-03]’de geldi, [ertesi yılın başında=1933-01~] unutuldu.",
    "Heyet [3 Mayıs 1932=1932-05-03]’de geldi, [ertesi sabah=1932-05-04] ayrıldı ve [o gece=1932-05-04] Bakü’ye vardı.",
    # one mention for a range, its end carries on
    "Kongre [25-31 Aralık 1929=1929-12-25/1929-12-31] arasında sürdü, [ertesi gün=1930-01-01] dağıldı.",
    # Rumi dates carry on in the Gregorian calendar
    "[28 Kanun-ı Sani 1337=1921-01-28]’de karar verildi, [2 Şubat=1921-02-02]’ta ilan edildi.",
]


@pytest.mark.parametrize("marked", STORIES)
def test_stories(marked: str) -> None:
    text, expected = unmark(marked)
    assert pairs(dates(text)) == expected


def test_the_place_that_gave_the_year_is_recorded() -> None:
    text = "Pakt 9 Şubat 1934’te imzalandı. Meclis 6 Mart’ta onayladı."
    told, borrowed = dates(text)
    assert told.context is None
    assert borrowed.context == told.source
    assert borrowed.reasons == ("year of 1934-02-09",)
    assert borrowed.confidence < told.confidence


def test_spans_leave_out_the_suffix_after_an_apostrophe() -> None:
    (mention,) = dates("Elçi 16 Mart 1921’de geldi.")
    assert (mention.start, mention.end, mention.suffix, mention.tag) == (5, 17, "de", "DAT")


def test_the_story_goes_on_over_passages_and_headings_set_it() -> None:
    found = find(document("Yıl 1921’di; 3 Mayıs 1921’de geldi.", ("heading", "Lozan Görüşmeleri (1923)"), "Heyet 23 Nisan’da döndü."))
    assert pairs(found[2]) == [("23 Nisan", "1923-04-23")]


def test_a_flashback_holds_for_its_paragraph_only() -> None:
    found = find(document("Elçi 3 Mayıs 1921’de geldi.", "Savaş 24 Kasım 1877’de başladı, 3 Mart’ta bitti.", "Elçi 2 Haziran’da ayrıldı."))
    assert [pairs(passage)[-1][1] for passage in found] == ["1921-05-03", "1878-03-03", "1921-06-02"]


def test_a_leap_that_a_second_paragraph_joins_moves_the_story() -> None:
    found = find(
        document(
            "Elçi 3 Mayıs 1921’de geldi.", "Görüşme 9 Şubat 1934’te yapıldı.", "Kurul 5 Kasım 1934’te toplandı.", "Rapor 2 Aralık’ta çıktı."
        )
    )
    assert pairs(found[3]) == [("2 Aralık", "1934-12-02")]


def test_a_note_is_read_where_its_marker_stands_and_leaves_the_story_alone() -> None:
    body = "Elçi 3 Mayıs 1921’de geldi. Antlaşma 9 Şubat 1925’te imzalandı."
    texts = [("body", body), ("note", "Gazete bunu 8 Mayıs’ta, 5 Ocak 1911’deki gibi yazdı."), "Kurul 6 Mart’ta toplandı."]
    found = find(document(*texts, markers={0: (Marker(28, "7"),)}, numbers={1: "7"}))  # type: ignore[arg-type]
    assert [value for _, value in pairs(found[1])] == ["1921-05-08", "1911-01-05"]
    assert pairs(found[2]) == [("6 Mart", "1925-03-06")]


def test_a_note_at_the_end_of_the_page_still_belongs_to_its_paragraph() -> None:
    body = "Elçi 3 Mayıs 1921’de geldi."
    made = document(
        body, "Pakt 9 Şubat 1925’te imzalandı.", ("note", "Basın 8 Mayıs’ta yazdı."), markers={0: (Marker(27, "7"),)}, numbers={2: "7"}
    )
    assert pairs(find(made)[2]) == [("8 Mayıs", "1921-05-08")]


def test_years_of_printing_in_notes_are_no_dates_but_told_years_are() -> None:
    found = find(document(("note", "Rıza Nur, Hatıralar, 1967, s. 12. Sefir 1926 yılında öldü.")))
    assert pairs(found[0]) == [("1926 yılında", "1926")]


def test_passages_in_other_languages_have_none() -> None:
    made = document("On 16 March 1921 a treaty was signed.")
    assert find(made)[0] != () and find(_english(made)) == ((),)


def _english(made):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(made, passages=tuple(replace(passage, language="en") for passage in made.passages))


@given(st.dates(), st.integers(1, 12), st.integers(1, 28))
def test_a_date_without_a_year_stays_within_a_year_of_the_story(anchor, month: int, day: int) -> None:  # type: ignore[no-untyped-def]
    year = nearest_year(Day(None, month, day), Day(anchor.year, anchor.month, anchor.day))
    assert year is not None and abs(year - anchor.year) <= 1


@given(st.text(alphabet="0123456789./- (’)MartEkimveyılı’de\n", max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    found = dates(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
