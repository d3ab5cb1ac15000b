"""An extraction comes back from its archive exactly as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from graph_texts import ALL, A, B
from hypothesis import given
from hypothesis import strategies as st

from extraction.records import Entity, Extraction, Fact, Filler, Mention, Source, Span, Work
from graph import archive

TEXT = st.text(max_size=8)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*pair))
SOURCES = st.builds(
    Source, TEXT, TEXT, TEXT, TEXT, st.dictionaries(TEXT, st.one_of(TEXT, st.integers(), st.lists(TEXT))), st.lists(TEXT).map(tuple)
)
FILLERS = st.builds(Filler, st.sampled_from(["entity", "date", "text"]), TEXT, st.none() | SPANS)
MENTIONS = st.builds(
    Mention, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), SPANS, st.just("PER"), TEXT, st.none() | TEXT, st.none() | TEXT,
    st.floats(0, 1), TEXT, st.lists(TEXT).map(tuple), st.none() | SPANS, TEXT,
)  # fmt: skip
FACTS = st.builds(
    Fact, TEXT, st.dictionaries(TEXT, st.lists(FILLERS).map(tuple)), st.lists(SPANS).map(tuple), TEXT, st.just("planned"),
    st.floats(0, 1), TEXT, st.lists(TEXT).map(tuple), st.none() | TEXT, TEXT,
)  # fmt: skip
WORKS = st.builds(Work, TEXT, st.just("archive"), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, SPANS)
ENTITIES = st.builds(Entity, TEXT, TEXT, TEXT, st.lists(TEXT).map(tuple), st.booleans())
EXTRACTIONS = st.builds(
    Extraction, SOURCES, TEXT, st.lists(ENTITIES, max_size=2).map(tuple), st.lists(MENTIONS, max_size=2).map(tuple),
    st.lists(FACTS, max_size=2).map(tuple), st.dictionaries(TEXT, st.lists(WORKS, max_size=2).map(tuple), max_size=2),
    st.dictionaries(TEXT, st.integers(), max_size=2),
)  # fmt: skip


@given(EXTRACTIONS)
def test_any_extraction_comes_back(extraction: Extraction) -> None:
    assert archive.loads(archive.dumps(extraction)) == extraction


def test_files_come_back_sorted_by_name(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for extraction in reversed(ALL):
        archive.write(extraction, tmp_path / "texts" / f"{extraction.source.doc}.json")
    assert archive.read_all(tmp_path) == list(ALL)


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for content in ("", "[]", '{"format": 1}', archive.dumps(A).replace('"format": 1', '"format": 0')):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(archive.ArchiveError, match=r"a\.json: not an archived text.*build its text again"):
            archive.read(path)


def test_the_same_text_again_replaces_itself() -> None:
    reread = replace(A, facts=())
    renamed = replace(A, source=replace(A.source, doc="baska_ad"))
    changed = replace(A, text=A.text + " Ek.", source=replace(A.source, sha256="0" * 64))
    assert archive.merge([A, B], [reread]) == [reread, B]
    assert archive.merge([A, B], [renamed]) == [B, renamed]  # the same bytes under another name
    assert archive.merge([A, B], [changed]) == [changed, B]  # the same name with other bytes
    assert archive.merge([], [renamed, A]) == archive.merge([], [A, renamed]) == [A]
