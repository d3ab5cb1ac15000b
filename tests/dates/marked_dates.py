"""Small documents for the tests, and texts in which dates are marked as [words=value]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.dates import find
from extraction.records import Document, Marker, Mention, Passage, PassageKind, Source, Span

MARK = re.compile(r"\[([^\[\]=]+)=([^\[\]]*)\]")


def document(
    *passages: tuple[PassageKind, str] | str, markers: dict[int, tuple[Marker, ...]] | None = None, numbers: dict[int, str] | None = None
) -> Document:
    """Return a document of the passages given (body text where no kind is given), each at its place in the whole text."""
    made, text = [], ""
    for index, item in enumerate(passages):
        kind, words = ("body", item) if isinstance(item, str) else item
        origins = tuple(range(len(text), len(text) + len(words)))
        made.append(
            Passage(words, origins, kind, (Span(0, len(words)),), markers=(markers or {}).get(index, ()), number=(numbers or {}).get(index))
        )
        text += words + "\n\n"
    return Document(Source("doc", "doc.txt", "0" * 64, "utf-8"), text, tuple(made))


def dates(text: str) -> tuple[Mention, ...]:
    """Return the dates of a one-passage document."""
    return find(document(text))[0]


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the plain text of a marked one, and its (words, value) pairs."""
    return MARK.sub(lambda match: match.group(1), marked), [(match.group(1), match.group(2)) for match in MARK.finditer(marked)]


def pairs(mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Return (words, value) of mentions; an unknown value is empty."""
    return [(mention.text, mention.value or "") for mention in mentions]
