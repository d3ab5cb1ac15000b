"""Loading, overriding and extending the authority, and what a broken file is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import authority
from ontology.authority.__main__ import main, tidy
from ontology.authority.entries import COLUMNS

HEAD = "\t".join(COLUMNS)


def table(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "mine.tsv"
    lines = ["\t".join(row.get(column, "") for column in COLUMNS) for row in rows]
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return path


def test_entries_are_frozen_and_in_order_of_ids() -> None:
    known = authority.load()
    assert list(known.entries) == sorted(known.entries)
    with pytest.raises(AttributeError):
        known.entries["state/turkiye"].tr = "Turkey"  # type: ignore[misc]
    with pytest.raises(TypeError):
        known.entries["state/turkiye"] = None  # type: ignore[index]


def test_a_user_file_adds_an_entry(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "person/deneme-bey", "tr": "Deneme Bey", "of": "state/turkiye", "start": "1880~"})
    entry = authority.load(path).entries["person/deneme-bey"]
    assert (entry.kind, entry.tr, entry.of, entry.start) == ("Person", "Deneme Bey", ("state/turkiye",), "1880~")
    assert "person/deneme-bey" not in authority.load().entries


def test_a_user_file_adds_spellings_and_replaces_what_it_fills(tmp_path: Path) -> None:
    shipped = authority.load().entries["person/ali-fuat-cebesoy"]
    path = table(tmp_path, {"id": shipped.id, "variants": "Fuat Cebesoy", "note": "Ambassador in Moscow"})
    entry = authority.load(path).entries[shipped.id]
    assert entry.variants == (*shipped.variants, "Fuat Cebesoy")
    assert (entry.tr, entry.start, entry.note) == (shipped.tr, shipped.start, "Ambassador in Moscow")


def test_a_list_that_starts_with_an_equals_sign_replaces(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "person/ali-fuat-cebesoy", "variants": "=Ali Fuat"})
    assert authority.load(path).entries["person/ali-fuat-cebesoy"].variants == ("Ali Fuat",)


def test_the_later_of_two_user_files_wins(tmp_path: Path) -> None:
    first = table(tmp_path, {"id": "place/kars", "note": "first"})
    second = first.with_name("second.tsv")
    second.write_text(first.read_text(encoding="utf-8").replace("first", "second"), encoding="utf-8")
    assert authority.load(first, second).entries["place/kars"].note == "second"


@pytest.mark.parametrize(
    ("row", "column", "allowed"),
    [
        ({"id": "people/x", "tr": "X"}, "id", "kind one of person"),
        ({"id": "person/Ali Fuat", "tr": "X"}, "id", "small ASCII letters"),
        ({"id": "person/x"}, "tr", "Turkish label"),
        ({"id": "person/x", "tr": "X ", "start": "1881"}, "tr", "single spaces"),
        ({"id": "person/x", "tr": "X", "variants": "Y | Z"}, "variants", "beside |"),
        ({"id": "person/x", "tr": "S\u0327ukru"}, "tr", "NFC"),
        ({"id": "person/x", "tr": "X", "start": "1881 civarı"}, "start", "1921~"),
        ({"id": "person/x", "tr": "X", "end": "16.3.1921"}, "end", "1921-03-16"),
        ({"id": "place/x", "tr": "X", "latitude": "139.9", "longitude": "32"}, "latitude", "between -90 and 90"),
        ({"id": "place/x", "tr": "X", "latitude": "39.9", "longitude": "32,8"}, "longitude", "between -180 and 180"),
        ({"id": "place/x", "tr": "X", "wikidata": "43"}, "wikidata", "Q43"),
    ],
)
def test_a_wrong_cell_is_named_by_file_line_and_column(tmp_path: Path, row: dict[str, str], column: str, allowed: str) -> None:
    path = table(tmp_path, {"id": "person/good", "tr": "Good"}, row)
    with pytest.raises(authority.AuthorityError) as raised:
        authority.load(path)
    message = str(raised.value)
    assert message.startswith(f"{path}:3: {column}: ") and allowed in message and "\n" not in message


def test_a_link_to_nobody_is_named(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "person/x", "tr": "X", "of": "state/atlantis"})
    with pytest.raises(authority.AuthorityError, match=r"mine\.tsv: person/x: of: no entry 'state/atlantis'"):
        authority.load(path)


def test_a_missing_file_a_wrong_head_and_a_short_row_are_named(tmp_path: Path) -> None:
    with pytest.raises(authority.AuthorityError, match=r"none\.tsv: cannot be read"):
        authority.load(tmp_path / "none.tsv")
    path = tmp_path / "bad.tsv"
    path.write_text("id\ttr\n", encoding="utf-8")
    with pytest.raises(authority.AuthorityError, match=r"bad\.tsv:1: the first line must name the columns"):
        authority.load(path)
    path.write_text(f"{HEAD}\nperson/x\tX\n", encoding="utf-8")
    with pytest.raises(authority.AuthorityError, match=r"bad\.tsv:2: 2 cells; a row has 12"):
        authority.load(path)
    path.write_bytes("id\ttr\nÇiçerin".encode("cp1254"))
    with pytest.raises(authority.AuthorityError, match=r"bad\.tsv: cannot be read as UTF-8"):
        authority.load(path)


def test_the_checker_reports_a_name_that_two_claim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = table(tmp_path, {"id": "person/x", "tr": "X", "variants": "Çiçerin"})
    assert main([str(path)]) == 1
    assert "'çiçerin' stands under variants of person/georgi-vasilyevic-cicerin and person/x" in capsys.readouterr().err


def test_fix_sorts_composes_and_takes_out_stray_spaces(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "person/y", "tr": " Y  Bey", "variants": "Y | Yy|Y"}, {"id": "person/x", "tr": "S\u0327ukru"})
    tidy(path)
    entries = authority.load(path).entries
    assert (entries["person/y"].tr, entries["person/y"].variants, entries["person/x"].tr) == ("Y Bey", ("Y", "Yy"), "Şukru")
    assert [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()] == ["id", "person/x", "person/y"]


def test_the_command_in_the_readme_runs(tmp_path: Path) -> None:
    path = table(tmp_path, {"id": "person/x", "tr": "Deneme Xbey"})
    done = subprocess.run([sys.executable, "-m", "ontology.authority", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "") and "1 rows" in done.stdout


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert authority.fold(authority.fold(name)) == authority.fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Misâk-ı Millî", "Misak‑ı Milli"), ("İSMET İNÖNÜ", "ismet inönü"), ("Mustafa Kemal’in", "mustafa kemal'in"), ("ILGIN", "ılgın")],
)
def test_spellings_that_count_as_one(one: str, other: str) -> None:
    assert authority.fold(one) == authority.fold(other)


def test_a_circumflex_is_all_that_folding_drops() -> None:
    assert authority.fold("Hükûmet") != authority.fold("Hükümet")
    assert authority.fold("Kars") != authority.fold("Karş")
