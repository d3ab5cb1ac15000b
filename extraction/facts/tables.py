"""Tables of deliveries: rows of amounts under a sentence that says who gave to whom ("Gönderilen silahlar şu tabloda gösterilmiştir:").

A table has no clauses. Giver and recipient are those of the transfer that the paragraph before it tells, the date is the one of the heading
above the row ("1934’te gönderilenler"), and each row that counts something is a transfer of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.facts.amounts import DIGITS, SCALES, number
from extraction.facts.wording import table_words
from extraction.language.words import word_class
from extraction.records import Fact, Filler, Mention, Passage
from ontology.turkish import lower

FRAME = "Transfer/table"
SIDES = ("giver", "recipient")
ASIDE = re.compile(r"\([^)]*\)")
LONGEST = 5
"""Words that the thing of a row may have; a longer row is a sentence."""
SHORTEST = 3
"""Letters that its last word must have: "DM" is a price."""


class Tally:
    """Reads the tables of one text, passage by passage: what announced a table, and the heading that the next rows stand under."""

    def __init__(self) -> None:
        self.announced: Fact | None = None
        self.heading: Passage | None = None
        self.date: Filler | None = None

    def hear(self, passage: Passage, told: Sequence[Fact]) -> None:
        """Take note of a paragraph: its last transfer with both sides announces the table that the paragraph speaks of."""
        sides = [f for f in told if f.type == "Transfer" and f.args.keys() >= set(SIDES)]
        words = re.findall(r"\w+", lower(passage.text))
        self.announced = sides[-1] if sides and any(w.startswith(table_words("announcing")) for w in words) else None
        self.heading = self.date = None

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> Iterator[Fact]:
        """Yield the transfer of one row of a table; none where it is a heading, a sum, or a table of something else."""
        dates = [Filler("date", m.value, m.source) for m in mentions if m.tag == "DAT" and m.value]
        if dates:
            self.heading, self.date = passage, dates[0]
        counted = None if dates or self.announced is None else row(passage.text)
        if counted is None or self.announced is None:
            return
        amount, item = (Filler("text", told) for told in counted)
        args = {role: self.announced.args[role] for role in SIDES} | {"item": (item,), "amount": (amount,)}
        when = (self.date,) if self.date else self.announced.args.get("date", ())
        evidence = [self.heading, passage] if self.heading else [passage]
        yield replace(
            self.announced,
            args=dict(sorted((args | ({"date": when} if when else {})).items())),
            segments=tuple(p.source_span(0, len(p.text)) for p in evidence),
            reading=" […] ".join(p.text for p in evidence),
            frame=FRAME,
            notes=(),
            page=passage.page,
            section=passage.section,
        )


def row(text: str) -> tuple[str, str] | None:
    """Return the amount in digits and the thing that a row counts; None for a heading, a sum and a row of bare figures.

    >>> row("(2 kasa) 12.300 adet gümüş kron"), row("1.000 kron 0,75 DM 750"), row("Sahra topu 36 adet")
    (('12300', 'gümüş kron'), ('1000', 'kron'), ('36', 'Sahra topu'))
    >>> row("0,75 DM 750"), row("Toplam 13.086"), row("Tutarı (DM)")
    (None, None, None)
    """
    words = ASIDE.sub(" ", text).split()
    at = next((n for n, word in enumerate(words) if DIGITS.fullmatch(word)), len(words))
    end = at + 1 + (words[at + 1 : at + 2] != [] and lower(words[at + 1]) in SCALES)
    behind = next((n for n in range(end, len(words)) if words[n][0].isdigit()), len(words))
    thing = [w for w in (words[:at] or words[end:behind]) if lower(w) not in word_class("measure")]
    value = number([lower(w) for w in words[at:end]])
    told = value is not None and 0 < len(thing) <= LONGEST and thing[-1].isalpha() and len(thing[-1]) >= SHORTEST
    return (str(value), " ".join(thing)) if told and lower(thing[0]) not in table_words("sums") else None
