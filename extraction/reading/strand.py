"""Text in which every character knows its place in the original file, and edits that keep that knowledge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` of a strand give way to ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Strand:
    """Text with the source offset of every character; the offsets never decrease."""

    text: str
    origins: Sequence[int]

    @classmethod
    def piece(cls, source: str, start: int, end: int) -> Strand:
        """Return source characters ``start`` to ``end`` as they stand."""
        return cls(source[start:end], range(start, end))

    @classmethod
    def joined(cls, pieces: Iterable[Strand]) -> Strand:
        """Return the pieces end to end."""
        texts: list[str] = []
        origins: list[int] = []
        for piece in pieces:
            texts.append(piece.text)
            origins.extend(piece.origins)
        return cls("".join(texts), origins)

    def edited(self, edits: Sequence[Edit]) -> Strand:
        """Return the strand after ``edits``, which are sorted and do not overlap."""
        if not edits:
            return self
        texts: list[str] = []
        origins: list[int] = []
        at = 0
        for edit in edits:
            texts += (self.text[at : edit.start], edit.new)
            origins += self.origins[at : edit.start]
            origins += spread(self.origins[edit.start : edit.end], len(edit.new))
            at = edit.end
        texts.append(self.text[at:])
        origins += self.origins[at:]
        return Strand("".join(texts), origins)


def spread(origins: Sequence[int], length: int) -> list[int]:
    """Return ``length`` offsets over ``origins``: the first on the first, the last on the last.

    >>> spread([10, 11, 12, 13], 2)
    [10, 13]
    """
    if length == len(origins):
        return list(origins)
    if length == 0:
        return []
    scale = (len(origins) - 1) / max(length - 1, 1)
    return [origins[round(i * scale)] for i in range(length)]


class Shift:
    """Where an offset stands after edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._edits = edits
        self._moved: list[int] = []
        total = 0
        for edit in edits:
            total += len(edit.new) - (edit.end - edit.start)
            self._moved.append(total)

    def __call__(self, offset: int) -> int:
        """Return the new offset of ``offset``; one inside an edit moves to the edit's end."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        edit = self._edits[at]
        if offset >= edit.end:
            return offset + self._moved[at]
        if offset == edit.start:
            return offset + (self._moved[at - 1] if at else 0)
        return edit.end + self._moved[at]
