"""Give dates their values in the order of the story: a year or month that the words leave out comes from the date told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extraction.dates import grammar, vocabulary
from extraction.dates.calendars import Day
from extraction.dates.grammar import Hit
from extraction.dates.values import Reading
from extraction.records import Document, Mention, Passage, Span
from ontology.turkish import lower

SETTINGS = vocabulary.read("narrative.toml")
MOVING = ("body", "heading")
QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]*)[”\"»“]|\(([^()]*)\)")
JOINED = re.compile(r"(?:,|(?:[’'‘ʼ`´]? ?\w{1,4})?(?: tarihinde| günü)? (?:ve|ile|veya|ya da))(?: \w+){0,2} ?")
APPOSED = re.compile(r",? ?(?:yani )?\(?,? ?")
FROM_EVENT = re.compile(r"(\w*[’'‘ʼ`´]?\w*[dt][ae]n),? (?:(?:tam|sadece|yalnızca|yaklaşık|hemen|henüz|takriben) )?$")
SPEECH = 80
SENTENCE = re.compile(r"\w\w[.!?;:]\d* ")
DEED = re.compile(r"(?:m[ae](?:s[ıi]|l[ae]r[ıi])|[dt][ıiuü][ğk](?:[ıiuü]|l[ae]r[ıi]))nd[ae]n")
"""How a deed ends that days are counted from ("pakta imza koymasından iki gün sonra")."""
DATE_BEFORE = re.compile(r"[’'‘ʼ`´]?\w{0,4}(?: tarihinden| gününden)? ?")


@dataclass(frozen=True, slots=True)
class Told:
    """A date of the narrative and the source span that tells it."""

    day: Day
    source: Span


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the narrative stands: the last date, the date that a new paragraph returns to, and a leap that awaits a second date."""

    now: Told | None = None
    main: Told | None = None
    leap: tuple[Told, int] | None = None

    def paragraph(self) -> Clock:
        """Return the clock at the start of a paragraph: leaps back or forth are forgotten."""
        return replace(self, now=self.main)

    def move(self, told: Told, passage: int, heading: bool = False) -> Clock:
        """Return the clock after a date; one far from the narrative moves it for this paragraph only, until another paragraph joins it."""
        if heading or self.main is None or _near(self.main, told) or (self.leap and self.leap[1] != passage and _near(self.leap[0], told)):
            return Clock(told, told)
        return Clock(told, self.main, self.leap if self.leap and _near(self.leap[0], told) else (told, passage))


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading with its year found, and the date that gave it (None where its own words did, or where nothing did)."""

    reading: Reading
    by: Told | None = None
    value: str | None = None


def find(document: Document) -> tuple[tuple[Mention, ...], ...]:
    """Return the dates of each passage, in the order of ``document.passages``, with EDTF values where they can be known.

    Dates in body text and headings move the narrative. Those in notes, quotations, citations and bracketed remarks are read by it
    and leave it alone; a note stands where its marker stands. Passages in other languages than Turkish have none.
    """
    clock, at_marker = Clock(), dict[str, Clock]()
    found: list[tuple[Mention, ...]] = []
    for number, passage in enumerate(document.passages):
        if passage.language != "tr":
            found.append(())
            continue
        start = at_marker.get(passage.number or "", clock) if passage.kind == "note" else clock
        mentions, after = _passage(passage, number, start if passage.kind == "note" else start.paragraph(), at_marker)
        clock = after if passage.kind in MOVING else clock
        found.append(mentions)
    return tuple(found)


def _passage(passage: Passage, number: int, clock: Clock, at_marker: dict[str, Clock]) -> tuple[tuple[Mention, ...], Clock]:
    hits = tuple(grammar.scan(passage.text, passage.kind))
    asides = [match.span() for match in QUOTED.finditer(passage.text)] if hits else []
    markers = list(passage.markers) if passage.kind != "note" else []
    mentions = []
    for index, hit in enumerate(hits):
        while markers and markers[0].at <= hit.start:
            at_marker.setdefault(markers.pop(0).number, clock)
        placed = _place(passage, hits, index, clock)
        mentions.append(_mention(passage, number, hit, placed))
        clock = _after(passage, number, hit, placed, clock, asides)
    for marker in markers:
        at_marker.setdefault(marker.number, clock)
    return tuple(mentions), clock


def _after(passage: Passage, number: int, hit: Hit, placed: Placed, clock: Clock, asides: list[tuple[int, int]]) -> Clock:
    day = _moment(placed)
    if day is None:
        return clock
    told = Told(day, passage.source_span(hit.start, hit.end))
    if passage.kind == "heading":
        return clock.move(told, number, heading=True)
    aside = any(start < hit.start and hit.end < end for start, end in asides) and not _tells_on(passage, hit, day, clock.now)
    years = placed.reading.last is not None and placed.reading.last.month is None
    if hit.rule.weak or years or aside or placed.reading.fixed or "citation" in hit.cues or _older_document(hit, day, clock.now):
        return clock
    return clock.move(told, number)


def _tells_on(passage: Passage, hit: Hit, day: Day, now: Told | None) -> bool:
    """Say whether a witness's words carry the story on ("“12 Mart’ta yola çıktık,” diyor A"): a day soon after the last one."""
    close = now is not None and None not in (day.year, now.day.year, day.month, now.day.month, day.day)
    ours = re.search(r"[td]?[ıiuü]k[.,;!]?[”\"»“]", passage.text[hit.end : hit.end + SPEECH]) is not None
    return close and ours and 0 < (_middle(day) - _middle(now.day)).days < int(SETTINGS["witness"]) if now else False


def _older_document(hit: Hit, day: Day, now: Told | None) -> bool:
    if "document" not in hit.cues or now is None or None in (day.year, now.day.year):
        return False
    return (_middle(now.day) - _middle(day)).days > int(SETTINGS["document"])


def _middle(day: Day) -> date:
    return date(day.year or 1, day.month or 7, min(day.day or 15, 28))


def _moment(placed: Placed) -> Day | None:
    reading = placed.reading
    value = placed.value or ""
    if not value or "XXXX" in value or reading.fixed:
        return None
    if reading.last is not None:
        return reading.last
    if reading.template:
        return reading.first._replace(day=None)
    return Day(*(int(part) for part in re.sub(r"[~?%]", "", value.split("/")[0]).split("-")))


def _place(passage: Passage, hits: tuple[Hit, ...], index: int, clock: Clock) -> Placed:
    hit, reading = hits[index], hits[index].reading
    if reading.told:
        return Placed(reading, None, reading.edtf())
    if reading.unit:
        return _relative(passage, hit, hits[index - 1] if index else None, hits[index + 1] if index + 1 < len(hits) else None, clock)
    after = [other for other in hits[index + 1 :] if reading.first.month or other.reading.first.month]
    if after and _coordinate(passage.text, hit, after[0]):
        told = _told(passage, after[0])
        if told.day.year is None and clock.now is not None:
            told = Told(told.day._replace(year=nearest_year(told.day, clock.now.day)), clock.now.source)
        return _dated(reading, told, _year_before(reading.first, told.day))
    anchor = clock.now or next((_told(passage, other) for other in after if other.reading.told and other.reading.first.year), None)
    return Placed(reading, None, reading.edtf()) if anchor is None else _dated(reading, anchor, nearest_year(reading.first, anchor.day))


def _told(passage: Passage, hit: Hit) -> Told:
    day = _moment(Placed(hit.reading, None, hit.reading.edtf())) or hit.reading.first
    return Told(day, passage.source_span(hit.start, hit.end))


def _dated(reading: Reading, by: Told, year: int | None) -> Placed:
    last = reading.last
    if last is not None and year is not None:
        last = last._replace(year=year + (last[1:] < reading.first[1:]))
    first = reading.first._replace(year=year, month=reading.first.month or by.day.month)
    reading = replace(reading, first=first, last=last)
    return Placed(reading, by, reading.edtf())


def nearest_year(day: Day, anchor: Day) -> int | None:
    """Return the year that lets a date without one follow best on ``anchor`` (settings and reasons in narrative.toml)."""
    if anchor.year is None or anchor.month is None or day.month is None:
        return anchor.year
    there, years = _middle(anchor), (anchor.year, anchor.year + 1, anchor.year - 1)
    return min(years, key=lambda year: _distance((_middle(day._replace(year=year)) - there).days, year != anchor.year))


def _distance(days: int, other_year: bool) -> float:
    return (days if days >= 0 else -days * SETTINGS["backward"]) + (SETTINGS["other_year"] if other_year else 0)


def _coordinate(text: str, hit: Hit, follower: Hit) -> bool:
    if hit.reading.first.month is None:
        return follower.reading.first.month is not None
    if not follower.reading.told or follower.reading.first.month is None or follower.end - hit.end > SETTINGS["coordinate"]:
        return False
    return JOINED.fullmatch(text, hit.end, follower.start) is not None


def _year_before(day: Day, follower: Day) -> int | None:
    if follower.year is None:
        return None
    return follower.year - ((day.month or 0) > (follower.month or 12))


def _relative(passage: Passage, hit: Hit, before: Hit | None, follower: Hit | None, clock: Clock) -> Placed:
    reading = hit.reading
    if follower is not None and follower.reading.told and reading.step and APPOSED.fullmatch(passage.text, hit.end, follower.start):
        told = _told(passage, follower)
        return Placed(replace(reading, first=told.day, unit=""), told, follower.reading.edtf())
    anchor = _anchor(passage, hit, before, clock)
    day = None if anchor is None else shift(anchor.day, reading)
    if anchor is None or day is None:
        return Placed(reading)
    value = replace(reading, first=day, unit="").edtf() + (
        "~" if abs(reading.step) and reading.unit in ("week", "month") and not reading.template else ""
    )
    return Placed(replace(reading, first=day), anchor, value.replace("~~", "~"))


def _anchor(passage: Passage, hit: Hit, before: Hit | None, clock: Clock) -> Told | None:
    """Return the date counted from; None where it is an event's ("kongreden iki gün sonra"), whose date nobody told."""
    event = FROM_EVENT.search(passage.text, max(0, hit.start - 40), hit.start)
    if event is None or not hit.reading.step or lower(event.group(1)) in SETTINGS["not_events"]:
        return _told(passage, before) if before is not None and _papers(passage, before, hit) else clock.now
    if before is None or not (
        dated := _deed_of(passage, before, hit, event.group(1)) or DATE_BEFORE.fullmatch(passage.text, before.end, hit.start)
    ):
        return None
    if before.reading.told:
        return _told(passage, before)
    return clock.now if dated is True else None


def _deed_of(passage: Passage, before: Hit, hit: Hit, event: str) -> bool:
    """Say whether the deed that is counted from has the date told before in its own clause ("A’nın 3 Mart’ta dönmesinden on gün sonra")."""
    between = passage.text[before.end : hit.start]
    return bool(DEED.search(lower(event))) and not re.search(r"[.!?;:]", between.removesuffix(event))


def _papers(passage: Passage, before: Hit, hit: Hit) -> bool:
    """Say whether a date is counted from that of the paper told right before, which leaves the narrative alone ("2 Mart 1930 tarihli
    notayı ertesi gün yanıtladı").
    """
    between = passage.text[before.end : hit.start]
    return "document" in before.cues and before.reading.told and SENTENCE.search(between) is None


def shift(anchor: Day, reading: Reading) -> Day | None:
    """Return the day, month or year that lies ``reading.step`` units from ``anchor``, no finer than the unit; None if unknown."""
    if anchor.year is None or (reading.unit != "year" and anchor.month is None):
        return None
    if reading.unit == "year":
        return Day(anchor.year + reading.step, reading.first.month, reading.first.day)
    if reading.unit == "month":
        months = anchor.year * 12 + (anchor.month or 1) - 1 + reading.step
        return Day(months // 12, months % 12 + 1, reading.first.day)
    if anchor.day is None:
        return anchor if not reading.step else None
    moved = date(anchor.year, anchor.month or 1, anchor.day) + timedelta(days=reading.step * (7 if reading.unit == "week" else 1))
    return Day(moved.year, moved.month, moved.day)


def _mention(passage: Passage, number: int, hit: Hit, placed: Placed) -> Mention:
    return Mention(
        passage=number,
        start=hit.start,
        end=hit.end,
        source=passage.source_span(hit.start, hit.end),
        tag="DAT",
        text=passage.text[hit.start : hit.end],
        value=None if placed.value is None else _cued(placed.value, hit.cues),
        confidence=round(hit.rule.confidence * _trust(hit, placed), 3),
        rule=f"date/{hit.rule.name}",
        reasons=tuple(_reasons(hit, placed)),
        context=placed.by.source if placed.by else None,
        suffix=_suffix(passage.text, hit.end),
    )


SUFFIX = re.compile(r" ?[’'‘ʼ`´] ?([a-zçğıöşü]{1,8})")


def _suffix(text: str, end: int) -> str:
    match = SUFFIX.match(text, end)
    return match.group(1) if match else ""


def _trust(hit: Hit, placed: Placed) -> float:
    unknown = placed.value is None or "XXXX" in placed.value
    return (0.9 if placed.by else 0.6 if unknown else 1.0) * (0.5 if "citation" in hit.cues else 1.0)


def _reasons(hit: Hit, placed: Placed) -> Iterator[str]:
    if placed.by is not None:
        yield f"counted from {placed.by.day.edtf()}" if placed.reading.step else f"year of {placed.by.day.edtf()}"
    yield from sorted(hit.cues)


def _cued(value: str, cues: frozenset[str]) -> str:
    if "/" in value:
        return value
    if "about" in cues and not value.endswith("~"):
        value += "~"
    if cues & {"since", "after"}:
        return f"{value}/.."
    return f"../{value}" if cues & {"until", "before"} else value


def _near(one: Told, other: Told) -> bool:
    return abs((one.day.year or 0) - (other.day.year or 0)) < int(SETTINGS["flashback"])
