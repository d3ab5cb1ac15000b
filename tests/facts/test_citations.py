"""A fact leads to the works that its sentence cites: by footnote marker, or in brackets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from example_documents import example

from extraction import extract, facts, read
from extraction.records import Fact, PassageKind

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "texts"


def test_a_marker_behind_the_sentence_gives_the_works_of_its_note() -> None:
    extraction = extract(read(EXAMPLES / "03-gumru-ve-kars.txt"))
    noted = [f for f in extraction.facts if f.notes]
    assert noted
    assert any(work.title for f in noted for n in f.notes for work in extraction.citations.get(n, ()))


def test_a_work_in_brackets_belongs_to_its_sentence_only(tmp_path: Path) -> None:
    path = tmp_path / "kaynakli.txt"
    path.write_text(
        "Ruşen Eşref Bey 12 Mayıs 1925 tarihinde Kabil’e gitti (Örnek 1950: 37). Tevfik Rüştü Bey 4 Mayıs 1930’da Atina’ya gitti.\n",
        encoding="utf-8",
    )
    extraction = extract(read(path))
    first, second = (f for f in extraction.facts if f.type == "Movement")
    assert [w.pages for n in first.notes for w in extraction.citations[n]] == ["37"]
    assert second.notes == ()


def test_titles_in_a_note_deliver_nothing() -> None:
    text = "3 Mayıs 1934 tarihli telyazı: Arşiv, No 4; E. Örnek, Almanya’nın Afganistan’a gönderdiği 200 tüfek, İzmir 1992."
    read_as = {kind: [f.type for f in facts_in(text, kind)] for kind in ("body", "note")}
    assert "Transfer" in read_as["body"]
    assert "Transfer" not in read_as["note"]


def facts_in(text: str, kind: PassageKind) -> tuple[Fact, ...]:
    it = example(text)
    passage = replace(it.document.passages[0], kind=kind)
    return facts.find(it.docs, replace(it.document, passages=(passage,)), it.mentions)
