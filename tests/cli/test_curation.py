"""A curation file beside the texts: every build of the folder respects it, and a broken one costs one clear line."""

from __future__ import annotations

from pathlib import Path

from graph import intake

TEXT = "Heyette Sıtkı Bey de vardı. Sıtkı Bey 3 Mayıs 1921’de Trabzon’a ulaştı. Ertesi gün Batum’a geçti.\n"


def text(folder: Path) -> Path:
    path = folder / "ornek.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_without_a_file_the_new_name_is_its_own_entity(tmp_path: Path) -> None:
    extraction = intake.take(text(tmp_path)).extraction
    assert extraction is not None
    assert "person/sitki-bey" in {m.entity for m in extraction.mentions}


def test_same_merges_a_new_name_into_a_known_one(tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_text('same = [["person/sitki-bey", "person/yusuf-kemal-tengirsenk"]]\n', encoding="utf-8")
    extraction = intake.take(text(tmp_path)).extraction
    assert extraction is not None
    found = {m.entity for m in extraction.mentions if m.tag == "PER"}
    assert found == {"person/yusuf-kemal-tengirsenk"}


def test_name_gives_the_label(tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_text('[name]\n"person/sitki-bey" = "Sıtkı Üke"\n', encoding="utf-8")
    extraction = intake.take(text(tmp_path)).extraction
    assert extraction is not None
    assert {e.label for e in extraction.entities if e.id == "person/sitki-bey"} == {"Sıtkı Üke"}


def test_a_broken_file_is_one_line_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_text("same = nonsense\n", encoding="utf-8")
    outcome = intake.take(text(tmp_path))
    assert outcome.extraction is None
    assert "curation.toml" in outcome.problem and "\n" not in outcome.problem
