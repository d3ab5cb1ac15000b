"""The language of a passage, by its small words: enough to keep an abstract in English away from Turkish grammar."""

from __future__ import annotations

import re
from functools import cache

from extraction.reading.rules import table
from ontology.turkish import lower

WORD = re.compile(r"(?<![^\W_][’'])\b[^\W\d_]+")
"""No case ending behind an apostrophe: "İran’ın" has no "in"."""
FEWEST = 12
ENOUGH = 1500


@cache
def _marks() -> dict[str, frozenset[str]]:
    return {language: frozenset(rows["words"]) for language, rows in table("languages").items()}


def language(text: str, default: str = "tr") -> str:
    """Return the ISO 639-1 code of the language of ``text``, ``default`` where it is too short to tell."""
    words = [lower(word) for word in WORD.findall(text[:ENOUGH])]
    ascii_words = [word.replace("ı", "i") for word in words]
    if len(words) < FEWEST:
        return default
    scores = {code: sum(word in marks for word in (words if code == "tr" else ascii_words)) for code, marks in _marks().items()}
    best = max(scores, key=lambda code: (scores[code], code == default))
    clear = scores[best] >= 0.12 * len(words) and scores[best] > 2 * scores.get(default, 0)
    return best if clear else default
