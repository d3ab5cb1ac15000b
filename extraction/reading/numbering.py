"""Which printed page each page is: numbers in heads and feet, carried on to the pages whose number was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from extraction.reading.lines import Line

NUMBER = re.compile(r"^\D{0,3}(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})\D{0,3}$")


def labels(lines: Sequence[Line], known: Mapping[str, object], *, paged: bool = False) -> dict[int, str]:
    """Return page index to printed page; for a PDF without printed numbers the number of the PDF page.

    A number counts where at least half of the numbers in heads agree on the distance between index and number, or where
    ``known["first_page"]`` confirms it. Other pages stay without a label.
    """
    printed = _printed(lines)
    first = known.get("first_page")
    indices = sorted({line.page for line in lines})
    shifts = Counter(number - page for page, number in printed.items())
    if shifts:
        shift, votes = shifts.most_common(1)[0]
        if 2 * votes > len(printed) or votes >= 3 or (isinstance(first, int) and shift == first):
            return {page: str(page + shift) for page in indices}
        return {page: str(number) for page, number in printed.items()}
    if isinstance(first, int):
        return {page: str(page + first) for page in indices}
    return {page: str(page + 1) for page in indices} if paged else {}


def _printed(lines: Sequence[Line]) -> dict[int, int]:
    """Return the page numbers that stand in heads; a head that is nothing but a number wins over a title with a year."""
    found: dict[int, int] = {}
    for line in sorted(lines, key=lambda line: not line.text.strip(" -–—").isdigit()):
        match = NUMBER.search(line.text) if line.role == "head" else None
        if match and line.page not in found:
            found[line.page] = int(match[1] or match[2])
    return found
