"""Where sentences end in Turkish prose.

Every full stop, question mark, exclamation mark and ellipsis is a candidate; small rules named after what they see say that it is no
end, and the first that has an opinion wins (the scheme of natasha/razdel). A quotation that stands inside a sentence is
not parted. ``breaks`` are further ends that the caller knows of: a footnote marker after a finite verb whose stop was lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from extraction.reading.rules import Layout, layout
from extraction.records import Span
from ontology.turkish import lower

CANDIDATE = re.compile(r"(?:\.{2,}|[.!?…])+[”’\"'»)\]]*(?=\s)|(?<=[a-zçğıöşü]{3})\.(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])")
LEFT = re.compile(r"([\w.'’]*)$")
ROMAN = re.compile(r"[IVXLCM]+")
INITIAL = re.compile(r"(?:[^\W\d_]\.)*[A-ZÇĞİÖŞÜ]|(?:[^\W\d_]\.)+[^\W\d_]|[ıilt]['’]?")
OPEN, CLOSE = "“«", "”»"
SOURCE = re.compile(r"\s\([^()]{3,160}\)(?:[.…]|$)")
LONGEST_INNER = 700


@dataclass(frozen=True, slots=True)
class Stop:
    """A candidate: the text, where the stop begins and ends, the word before it, and the character that follows."""

    text: str
    start: int
    end: int
    left: str
    next: str
    after: str

    @property
    def bare(self) -> bool:
        """Return whether the stop is a single full stop without a closing mark."""
        return self.text[self.start : self.end] == "."


def small_letter_follows(stop: Stop, known: Layout) -> bool:
    """“… vb. yardımlar”, “… dedi.” diyerek: no sentence starts with a small letter."""
    return stop.next.islower() or stop.next in ",;:)”»"


def abbreviation(stop: Stop, known: Layout) -> bool:
    """“Dr. Rıza Nur”, “s. 12”."""
    return stop.text[stop.start : stop.end] in (".", ".)") and lower(stop.left).lstrip(".") in known.inside


def initial(stop: Stop, known: Layout) -> bool:
    """“M. Kemal”, “G.V. Çiçerin”, “T.C. Hükümeti”: single capitals."""
    return stop.bare and bool(INITIAL.fullmatch(stop.left)) and stop.next.isupper()


def ordinal(stop: Stop, known: Layout) -> bool:
    """“1. Dünya Savaşı”, “II. Meşrutiyet”: one or two digits or a Roman number."""
    if not stop.bare or not stop.next.isalpha():
        return stop.bare and stop.left.isdigit() and len(stop.left) <= 2 and stop.next.isdigit()
    if ROMAN.fullmatch(stop.left):
        return True
    return (
        stop.left.isdigit()
        and len(stop.left) <= 2
        and not re.search(
            r"\b(?:s|ss|sh|c|no|madde|cilt|[-–])[.:]?\s?(?:\d+[-–])?\d+$", stop.text[max(0, stop.start - 14) : stop.start], re.I
        )
    )


def date_alone(stop: Stop, known: Layout) -> bool:
    """“16 Mart 1921. Moskova’da …”: a date as the head of a paragraph."""
    return stop.bare and bool(re.fullmatch(r"\d{1,2} \w+ \d{4}", stop.text[: stop.start]))


def listing(stop: Stop, known: Layout) -> bool:
    """“1. Bir heyet …” at the head of a passage, “a. …”."""
    return stop.start <= 3 and stop.bare and len(stop.left) <= 3 and stop.left.isalnum()


def address(stop: Stop, known: Layout) -> bool:
    """“www.Ornek.Org”: inside an address of the web."""
    token = stop.text[max(0, stop.start - 60) : stop.end + 1].split()[-1]
    return "www" in token or "//" in token


def bracketed_source(stop: Stop, known: Layout) -> bool:
    """“… söylemiştir. (Kurat 376).”: the source in brackets belongs to what it follows."""
    return bool(SOURCE.match(stop.text, stop.end))


RULES: tuple[Callable[[Stop, Layout], bool], ...] = (
    small_letter_follows,
    abbreviation,
    initial,
    ordinal,
    date_alone,
    listing,
    bracketed_source,
    address,
)


VERB = re.compile(r"(?:[aeıioöuülnryğ]d[ıiuü]r?|[kçşfhpst]t[ıiuü]r?|l[ae]rd[ıi]r?|d[ıiuü]l[ae]r|t[ıiuü]l[ae]r|yorl?[ae]?r?|m[ae]kt[ae])$")
NO_VERB = frozenset(("kendi", "şimdi", "yedi", "adı", "ordu", "hindi", "ikinci", "diğer", "altı", "üstü", "bir"))
LOST = re.compile(r"(?<=[a-zçğıöşü])[”\"]?\s(?=[“\"]?[A-ZÇĞİÖŞÜ]|\d{1,2}\s[A-ZÇĞİÖŞÜ])")


def stopless(text: str) -> list[int]:
    """Return where a finite verb meets a capital letter: there a scanner lost the full stop, for Turkish verbs end their sentence."""
    places = (match.start() for match in LOST.finditer(text))
    return [at for at in places if _finite(text[max(0, at - 24) : at].rstrip('”"'))]


def _finite(text: str) -> bool:
    """Return whether ``text`` ends in a verb that can end a sentence."""
    word = text.split()[-1] if text.strip() else ""
    return bool(VERB.search(word)) and len(word) >= 3 and word[0].islower() and word not in NO_VERB


def split(text: str, breaks: Collection[int] = ()) -> tuple[Span, ...]:
    """Return the sentences of ``text`` as spans that cover every word; ``breaks`` are offsets where one begins for sure."""
    known = layout()
    ends = sorted({*_ends(text, known), *breaks} - {0})
    inner = _inner_quotes(text)
    ends = [end for end in ends if not any(start < end < stop for start, stop in inner)]
    return tuple(_spans(text, ends))


def _ends(text: str, known: Layout) -> Iterator[int]:
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        after = text[end:].lstrip() if end + 1 < len(text) else ""
        if not after:
            continue
        left = LEFT.search(text, max(0, start - 40), start)
        lead = after.lstrip("“\"‘'«(…[.-–—")
        stop = Stop(text, start, end, left[1] if left else "", lead[:1], after[:20])
        if not any(rule(stop, known) for rule in RULES):
            yield end


def _inner_quotes(text: str) -> list[tuple[int, int]]:
    """Return the quotations after which their sentence goes on, which are not parted."""
    found = []
    opened = -1
    for at, ch in enumerate(text):
        if ch in OPEN:
            opened = at
        elif ch in CLOSE and opened >= 0:
            rest = text[at + 1 : at + 40].lstrip(" 0123456789,;.)'’")
            stopped = text[at + 1 : at + 2] == "." and not rest[:1].islower()
            if rest and rest[0].islower() and not stopped and at - opened <= LONGEST_INNER:
                found.append((opened, at))
            opened = -1
    return found


def _spans(text: str, ends: list[int]) -> Iterator[Span]:
    at = 0
    for end in [*ends, len(text)]:
        start = at + len(text[at:end]) - len(text[at:end].lstrip())
        stop = end - (len(text[at:end]) - len(text[at:end].rstrip()))
        if stop > start:
            yield Span(start, stop)
        at = end
