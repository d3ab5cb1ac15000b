"""Cutting: the words in a stretch of signs without blanks, and a name apart from its case ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

TOKEN = re.compile(r"\S+")
CORE = re.compile(r"(?:[^\w(\\'’/{~!]|!(?!\w)|['’](?=[a-zçğıöşü\"]))*(.*?)[^\w<(>~]*$", re.S)
PARTS = re.compile(r"(?<=[a-zçğıöşü]{2})[.,;:](?=[A-ZÇĞİÖŞÜ][\w'’])|(?<=(?<!\w)[A-ZÇĞİÖŞÜ])\.(?=[^\W\d_]{3})|(?<=[^\W\d_])[-–](?=[^\W\d_])")
SPLIT = re.compile(r"(.{2,}?)(['’])([^\W\d].*)")
CLEAN = re.compile(r"[^\W\d_]+")
STARTS = frozenset('.!?:;“"«')


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words in a stretch without blanks: what stands around them left out, compounds taken apart."""
    match = CORE.fullmatch(text[start:end])
    if not match:
        return
    first, last = start + match.start(1), start + match.end(1)
    for joint in PARTS.finditer(text, first, last):
        yield first, joint.start()
        first = joint.end()
    if last > first:
        yield first, last


def apart(word: str) -> tuple[str, str, str]:
    """Return stem, apostrophe and ending of a name with a case ending."""
    match = SPLIT.fullmatch(word)
    return (match[1], match[2], match[3]) if match else (word, "", "")


def begins(text: str, start: int) -> bool:
    """Return whether a sentence may begin at a place of a text: at its start, or behind a stop or an opening quotation mark."""
    before = text[max(0, start - 20) : start].rstrip(" '’(“\"")
    return (not before and start < 20) or before[-1:] in STARTS or text[start - 1] in '“"«'
