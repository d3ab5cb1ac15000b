"""The shipped authority files: order, spelling, links, dates, and that nobody's name belongs to somebody else too."""

import unicodedata
from collections import Counter
from pathlib import Path

import edtf
import pytest

from ontology import authority
from ontology.authority.entries import COLUMNS, FOLDER, KINDS, fold, rows
from ontology.authority.names import clashes

FILES = sorted(FOLDER.glob("*.tsv"))
KNOWN = authority.load()
MINIMA = {
    "Person": 350,
    "State": 60,
    "Government": 40,
    "Organization": 120,
    "Group": 60,
    "Place": 250,
    "Agreement": 80,
    "Conference": 50,
    "Conflict": 60,
    "Office": 100,
    "Publication": 20,
}
SEEN_ON_WIKIDATA = {
    "person/mustafa-kemal-ataturk": "Q5152",
    "person/vladimir-ilyic-lenin": "Q1394",
    "person/iosif-vissarionovic-stalin": "Q855",
    "agreement/moskova-antlasmasi": "Q2607023",
    "agreement/sovyet-gurcu-antlasmasi": "Q1874850",
    "agreement/gumru-antlasmasi": "Q1347812",
    "agreement/sevr-antlasmasi": "Q182515",
    "agreement/lozan-antlasmasi": "Q193258",
    "agreement/brest-litovsk-antlasmasi": "Q122371",
    "agreement/mondros-mutarekesi": "Q328499",
    "state/sovyet-rusya": "Q15180",
    "agreement/ankara-itilafnamesi": "Q2358950",
    "agreement/mudanya-mutarekesi": "Q6541445",
    "agreement/montreux-bogazlar-sozlesmesi": "Q869500",
    "agreement/balkan-antanti": "Q167396",
    "agreement/sadabat-pakti": "Q537143",
    "agreement/rapallo-antlasmasi": "Q155796",
    "state/turkiye": "Q43",
    "state/osmanli-devleti": "Q12560",
    "place/ankara": "Q3640",
    "place/moskova": "Q649",
    "organization/ittihat-ve-terakki": "Q1559352",
}


def found(name: str, kind: str) -> set[str]:
    """Ids of the entries of a kind that a name means for certain."""
    return {e.id for e in KNOWN.entries.values() if e.kind == kind and fold(name) in map(fold, e.names)}


def shared(name: str) -> set[str]:
    """Ids of the entries that a short form may mean."""
    return {e.id for e in KNOWN.entries.values() if fold(name) in map(fold, e.short)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_sorted_composed_and_free_of_stray_spaces(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n") and "\r" not in text and "  " not in text
    table = [row for _, row in rows(path)]
    assert [row["id"] for row in table] == sorted(row["id"] for row in table)
    for row in table:
        assert all(cell == cell.strip() for cell in row.values()), row["id"]
        for column in ("variants", "short"):
            names = row[column].split("|") if row[column] else []
            assert all(name and name == name.strip() for name in names), (row["id"], column)
            assert len(names) == len(set(names)), (row["id"], column)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_kind(path: Path) -> None:
    assert len({row["id"].partition("/")[0] for _, row in rows(path)}) == 1


def test_there_is_a_file_for_every_kind() -> None:
    assert {e.id.partition("/")[0] for e in KNOWN.entries.values()} == set(KINDS)


def test_ids_are_unique_across_files() -> None:
    ids = Counter(row["id"] for path in FILES for _, row in rows(path))
    assert [name for name, times in ids.items() if times > 1] == []


def test_every_linked_id_exists() -> None:
    assert [(e.id, t) for e in KNOWN.entries.values() for t in e.of if t not in KNOWN.entries] == []


def test_every_date_is_edtf_and_lives_run_forward() -> None:
    for entry in KNOWN.entries.values():
        parsed = [edtf.parse_edtf(date) for date in (entry.start, entry.end) if date]
        if len(parsed) == 2:
            assert parsed[0].lower_strict() <= parsed[1].upper_strict(), entry.id


def test_coordinates_come_in_pairs_and_in_range() -> None:
    for entry in KNOWN.entries.values():
        assert (entry.latitude is None) == (entry.longitude is None), entry.id
        if entry.latitude is not None and entry.longitude is not None:
            assert abs(entry.latitude) <= 90 and abs(entry.longitude) <= 180, entry.id


def test_no_name_belongs_to_two_entries_of_a_kind() -> None:
    assert clashes(KNOWN) == []


def test_every_entry_has_a_turkish_label_and_a_certain_name_or_short_form() -> None:
    assert [e.id for e in KNOWN.entries.values() if not e.tr or not (e.names or e.short)] == []


def test_names_are_made_of_letters_digits_and_the_marks_that_names_have() -> None:
    marks = set(" .,'()/-&%")
    odd = {
        (e.id, name)
        for e in KNOWN.entries.values()
        for name in (e.tr, e.en, *e.variants, *e.short)
        if not all(letter.isalnum() or letter in marks or letter in '–"' for letter in name)
    }
    assert odd == set()


def test_no_name_is_both_certain_and_short() -> None:
    assert [e.id for e in KNOWN.entries.values() if set(map(fold, e.variants)) & set(map(fold, e.short))] == []


@pytest.mark.parametrize(("kind", "least"), MINIMA.items())
def test_enough_entries_of_each_kind(kind: str, least: int) -> None:
    assert sum(e.kind == kind for e in KNOWN.entries.values()) >= least


def test_wikidata_ids_are_only_those_seen_with_their_label() -> None:
    assert {e.id: e.wikidata for e in KNOWN.entries.values() if e.wikidata} == SEEN_ON_WIKIDATA


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_columns_are_those_of_the_readme(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[0].split("\t") == list(COLUMNS)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in readme for column in COLUMNS)


@pytest.mark.parametrize(
    ("name", "kind", "entry"),
    [
        ("Çiçerin", "Person", "person/georgi-vasilyevic-cicerin"),
        ("Chicherin", "Person", "person/georgi-vasilyevic-cicerin"),
        ("Tchitcherine", "Person", "person/georgi-vasilyevic-cicerin"),
        ("M. Kemal Paşa", "Person", "person/mustafa-kemal-ataturk"),
        ("Kazım Karabekir Paşa", "Person", "person/kazim-karabekir"),
        ("SSCB", "State", "state/sovyet-rusya"),
        ("TBMM Hükûmeti", "State", "state/turkiye"),
        ("TBMM", "Government", "government/turkiye-buyuk-millet-meclisi"),
        ("Komintern", "Organization", "organization/iii-enternasyonal"),
        ("Misâk-ı Millî", "Agreement", "agreement/misak-i-milli"),
        ("Hariciye Komiseri", "Office", "office/disisleri-halk-komiseri"),
    ],
)
def test_a_spelling_leads_to_its_entry(name: str, kind: str, entry: str) -> None:
    assert found(name, kind) == {entry}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Bekir Sami", {"person/bekir-sami-kunduh", "person/bekir-sami-gunsav"}),
        ("Bekir Sami Bey", {"person/bekir-sami-kunduh", "person/bekir-sami-gunsav"}),
        ("Halil Paşa", {"person/halil-kut"}),
        ("Halil", {"person/halil-kut", "person/halil-mentese"}),
        ("Nuri", {"person/nuri-killigil", "person/nuri-conker"}),
        ("Moskova Antlaşması", {"agreement/moskova-antlasmasi", "agreement/sovyet-gurcu-antlasmasi"}),
        ("Rapallo Antlaşması", {"agreement/rapallo-antlasmasi", "agreement/rapallo-antlasmasi-1920"}),
        ("Ankara Antlaşması", {"agreement/ankara-itilafnamesi", "agreement/ankara-antlasmasi-1926"}),
    ],
)
def test_homonyms_stay_apart_and_are_nobodys_for_certain(name: str, ids: set[str]) -> None:
    assert ids <= shared(name)
    kinds = {KNOWN.entries[i].kind for i in ids}
    assert all(found(name, kind) == set() for kind in kinds)


def test_a_city_and_the_treaty_named_after_it_are_two() -> None:
    assert KNOWN.entries["place/kars"].kind == "Place"
    assert KNOWN.entries["agreement/kars-antlasmasi"].kind == "Agreement"
    assert found("Kars", "Agreement") == set()
