"""Every date of the corpus has a value that can be read, and a place that holds its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.dates import bounds, find
from extraction.reading import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
TEXTS = sorted(CORPUS.glob("*.txt"))


@pytest.mark.corpus
@pytest.mark.skipif(not TEXTS, reason=f"{CORPUS} is absent")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_dates_of_a_text(path: Path) -> None:
    mentions = [mention for passage in find(read(path)) for mention in passage]
    assert mentions
    for mention in mentions:
        assert mention.value is None or bounds(mention.value)
    known = sum("XXXX" not in (mention.value or "XXXX") for mention in mentions)
    assert known >= 0.95 * len(mentions)
