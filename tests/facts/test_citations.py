"""A fact leads to the works that its sentence cites: by footnote marker, or in brackets."""

from __future__ import annotations

from pathlib import Path

from extraction import extract, read

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
