"""One block of lines to clean running text, every character with its source offset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from extraction.reading.hyphens import Vocabulary, joint
from extraction.reading.lexicon import Lexicon
from extraction.reading.lines import Line
from extraction.reading.notezone import START
from extraction.reading.strand import Edit, Strand

BLANKS = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u00a0\u2000-\u200a\u202f\u3000]"
MESSY = re.compile(BLANKS + r"|[\u00ad\u200b-\u200d\ufeff\ufffd]+|[\ufb00-\ufb06]|\w[\u0300-\u036f]+")
GLYPHS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
INVISIBLE = "\u00ad\u200b\u200c\u200d\ufeff\ufffd"


def woven(source: str, lines: Sequence[Line], vocabulary: Vocabulary, lexicon: Lexicon, *, numbered: bool = False) -> Strand:
    """Return the lines as running text: broken words joined, the rest parted by one blank; a note's number left out."""
    pieces: list[Strand] = []
    for at, line in enumerate(lines):
        start = line.start + (_number_length(line.text) if numbered and at == 0 else 0)
        end = line.end
        if at + 1 < len(lines):
            how = joint(source[start:end], lines[at + 1].text, vocabulary, lexicon)
            pieces.append(Strand.piece(source, start, end - (how == "join")))
            if how == "blank":
                pieces.append(Strand(" ", (end,)))
        else:
            pieces.append(Strand.piece(source, start, end))
    return _tidy(Strand.joined(pieces))


def _number_length(text: str) -> int:
    match = START.match(text)
    if not match:
        return 0
    rest = text[match.end() :]
    return match.end() + len(rest) - len(rest.lstrip(" \t\u00a0"))


def _tidy(strand: Strand) -> Strand:
    """Collapse runs of blanks, drop characters that nobody sees, compose letters and their marks."""
    edits = [Edit(*match.span(), _tidied(match[0])) for match in MESSY.finditer(strand.text)]
    return strand.edited(edits)


def _tidied(found: str) -> str:
    if found[0] in INVISIBLE:
        return ""
    if found.isspace():
        return " "
    return GLYPHS.get(found) or unicodedata.normalize("NFC", found)
