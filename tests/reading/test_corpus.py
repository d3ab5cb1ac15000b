"""The figures that the reading promises, on the corpus, where it is at hand; offsets and verdicts only are kept here."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from extraction.reading import read
from extraction.records import Document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    files = sorted(CORPUS.glob("*.txt"))
    if not files:
        pytest.skip(f"no corpus at {CORPUS}")
    return {path.stem: read(path) for path in files}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reading_benchmark", ROOT / "benchmarks" / "reading.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _percent(rows: Iterator[tuple[str, list[str]]], pattern: str) -> dict[str, float]:
    found = {}
    for line, _ in rows:
        match = re.search(pattern, line)
        if match:
            found[line[:3]] = float(match[1])
    return found


def test_line_end_hyphens(documents: dict[str, Document], benchmark: ModuleType) -> None:
    assert all(share >= 99 for share in _percent(benchmark.hyphen_rows(documents), r"\(([\d.]+)%\)").values())


def test_notes_and_markers(documents: dict[str, Document], benchmark: ModuleType) -> None:
    rows = list(benchmark.note_rows(documents))
    linked = _percent(iter(rows), r"linked \(([\d.]+)%\)")
    assert linked["004"] >= 85 and all(linked[doc] >= 97 for doc in ("000", "001", "002", "003"))
    begun = next(line for line, _ in rows if "begin where" in line)
    right, total = map(int, re.findall(r"(\d+) of (\d+)", begun)[0])
    assert right >= 0.9 * total


def test_sentences(documents: dict[str, Document], benchmark: ModuleType) -> None:
    scores = _percent(benchmark.sentence_rows(documents), r"F1 ([\d.]+)")
    assert scores.pop("004") >= 0.93 and all(score >= 0.98 for score in scores.values())


def test_repairs(documents: dict[str, Document], benchmark: ModuleType) -> None:
    wrong = _percent(benchmark.repair_rows(documents), r"\(([\d.]+) in 1,000\)")
    assert all(share < 3 for share in wrong.values())
    assert all(not passage.repairs for doc, document in documents.items() if not doc.startswith("004") for passage in document.passages)


def test_every_document_keeps_its_offsets(documents: dict[str, Document]) -> None:
    for document in documents.values():
        for passage in document.passages:
            assert len(passage.text) == len(passage.origins) and passage.text.strip()
            assert list(passage.origins) == sorted(passage.origins) and passage.origins[-1] < len(document.text)
            mended = {at for repair in passage.repairs for at in range(repair.start, repair.end)}
            for at, (ch, origin) in enumerate(zip(passage.text, passage.origins, strict=True)):
                assert at in mended or ch == document.text[origin] or ch.isspace()
