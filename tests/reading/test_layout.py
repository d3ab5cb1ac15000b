"""Pages, heads, notes, headings, quotations, citations: texts laid out here as journals do it."""

import unicodedata
from pathlib import Path

import pytest

from extraction.reading import read, show
from extraction.reading.citations import _key
from extraction.reading.damaged import aligned, damaged
from extraction.reading.repair import Repairer, misreadings
from extraction.reading.rules import table
from extraction.records import Document, Passage

RULE = " " * 50
JOURNAL = f"""Giriş

Heyet bahar aylarında uzun bir yolculuğa çıkmış ve yedi hafta sonra Mos-
kova’ya varmıştır.1 Orada iyi karşılanan üyeler, Türk-
Sovyet dostluğunun ilk adımlarını atmak isterken bir  sorunla karşılaşmış ve

{RULE}
1 Ahmet Kaya, Elçilik Yılları, Ak Yayınları, Ankara 1950, s. 12-14.
 bunu merkeze bildirmişlerdir.2 Cevap iki gün sonra gelmiş, görüşmeler yeniden
başlamış ve taraflar bir metin üzerinde anlaşmıştır. Metni Dr. Veli Ak yaz-
mış,3 elçi de imzalamıştır.

A. Yeni Bir Dönem

Elçi o akşam yazdığı mektupta şunları söylüyordu:

“Dostluğumuz kalıcıdır. Bunu herkes bilmelidir.”

Mektup üç ay sonra yayımlandı (Kaya 15).

{RULE}
2 A.g.e., s. 20; Veli Ak, Notalar, C. II, s. 3.
3 Ak, s. 9; Dışişleri Arşivi, Dosya No: 12, Karton: 4.



ÖRNEK DERGİSİ • 43

Son bölümde sonuçlar sıralanmıştır ve konu burada kapanmaktadır, bu kadar.
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("dergi") / "dergi.txt"
    path.write_text(JOURNAL, encoding="utf-8")
    return read(path, {})


def _kind(document: Document, kind: str) -> list[Passage]:
    return [passage for passage in document.passages if passage.kind == kind]


def test_a_sentence_over_a_page_and_its_notes_is_one(document: Document) -> None:
    first = _kind(document, "body")[0]
    texts = [first.text[start:end] for start, end in first.sentences]
    assert texts[1].startswith("Orada iyi karşılanan") and texts[1].endswith("bunu merkeze bildirmişlerdir.")
    assert "Türk-Sovyet" in texts[1] and "bir sorunla" in texts[1] and "Moskova’ya" in texts[0]


def test_notes_are_apart_numbered_and_linked(document: Document) -> None:
    assert [passage.number for passage in _kind(document, "note")] == ["1", "2", "3"]
    marks = [(mark.number, passage.text[mark.at - 6 : mark.at]) for passage in _kind(document, "body") for mark in passage.markers]
    assert marks == [("1", "mıştır."), ("2", "lerdir."), ("3", "azmış,")] or [mark[0] for mark in marks] == ["1", "2", "3"]


def test_heads_are_out_and_headings_known(document: Document) -> None:
    assert "ÖRNEK" not in " ".join(passage.text for passage in document.passages)
    assert [passage.text for passage in _kind(document, "heading")] == ["Giriş", "A. Yeni Bir Dönem"]
    last = _kind(document, "body")[-1]
    assert last.section == "A. Yeni Bir Dönem" and last.page == "43"


def test_a_block_quotation_is_kept_after_its_lead(document: Document) -> None:
    at = [passage.kind for passage in document.passages].index("quotation")
    assert document.passages[at - 1].text.endswith("söylüyordu:")
    assert len(document.passages[at].sentences) == 2


def test_works_are_resolved(document: Document) -> None:
    first, again = document.citations["1"][0], document.citations["2"][0]
    assert (first.author, first.title, first.pages) == ("Ahmet Kaya", "Elçilik Yılları", "12-14")
    assert again.key == first.key and again.pages == "20"
    volume, bare = document.citations["2"][1], document.citations["3"][0]
    assert volume.label.endswith("C. II") and bare.key == volume.key and bare.pages == "9"
    folio = document.citations["3"][1]
    assert folio.kind == "archive" and "Dosya No: 12" in folio.folio and folio.title == "Dışişleri Arşivi"


def test_a_citation_in_the_text_is_keyed_by_its_place(document: Document) -> None:
    [(key, works)] = [(key, works) for key, works in document.citations.items() if key.startswith("@")]
    assert document.text[int(key[1:])] == "(" and works[0].author == "Ahmet Kaya" and works[0].pages == "15"
    assert document.text[works[0].span.start : works[0].span.end] == "(Kaya 15)"


@pytest.mark.parametrize("words", ["(Mart 1921)", "(madde 27)", "(1919-1922)", "(TBMM)", "(Ankara 1921)"])
def test_brackets_that_cite_nothing(tmp_path: Path, words: str) -> None:
    path = tmp_path / "metin.txt"
    path.write_text(f"Heyet o yıl {words} yola çıktı ve geri döndü.", encoding="utf-8")
    assert not read(path, {}).citations


def test_figures_that_are_no_markers_stay(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    text = f"Heyet 1 Mayıs 1920’de, 2 gün sonra geldi.1 Yanında 1,2 milyon ruble vardı.\n\n{RULE}\n1 Veli Ak, Notalar, s. 3.\n"
    path.write_text(text, encoding="utf-8")
    body = read(path, {}).passages[0]
    assert body.text == "Heyet 1 Mayıs 1920’de, 2 gün sonra geldi. Yanında 1,2 milyon ruble vardı."
    assert [mark.at for mark in body.markers] == [body.text.index(" Yanında")]


def test_a_numbered_heading_is_no_note(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    path.write_text(f"1. Elçinin Gelişi\n\nElçi kente geldi ve görevine başladı.1\n\n{RULE}\n1 Veli Ak, Notalar, s. 3.\n", encoding="utf-8")
    kinds = [(passage.kind, passage.number) for passage in read(path, {}).passages]
    assert kinds == [("heading", None), ("body", None), ("note", "1")]


def test_an_english_abstract_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    english = "Abstract: In this study the relations of the two countries are examined and the role of the envoy is described."
    path.write_text(
        f"Özet: Bu çalışmada iki ülkenin ilişkileri ele alınmıştır.\n\n{english}\n\nGiriş\n\nElçi geldi ve nota verdi.\n", encoding="utf-8"
    )
    found = [(passage.kind, passage.language) for passage in read(path, {}).passages]
    assert found == [("abstract", "tr"), ("abstract", "en"), ("heading", "tr"), ("body", "tr")]


def test_a_bibliography_and_keywords_are_no_body(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    path.write_text(
        "Özet: Bu çalışmada iki ülkenin ilişkileri ele alınmıştır.\n\nAnahtar Kelimeler: Elçi, nota\n\nGiriş\n\n"
        "Elçi geldi ve nota verdi.\n\nKaynakça\n\nAk, Veli, Notalar, Ankara 1950.\n\nKaya, Ahmet, Elçilik Yılları, Ankara 1951.\n",
        encoding="utf-8",
    )
    kinds = [passage.kind for passage in read(path, {}).passages]
    assert kinds == ["abstract", "front", "heading", "body", "heading", "front", "front"]


def test_column_heads_of_a_table_are_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    rows = "\n\n".join(["Yıl ve Tutar", "1920 1.500.000", "1921 2.750.000", "Toplam 4.250.000"])
    after = "Yardım sonra kesildi ve bir daha başlamadı."
    path.write_text(f"Yardımlar\n\nYardım tutarları aşağıda sıralanmıştır.\n\n{rows}\n\n{after}\n", encoding="utf-8")
    passages = read(path, {}).passages
    assert [passage.kind for passage in passages] == ["heading", "body", *["table"] * 4, "body"]
    assert passages[-1].section == "Yardımlar"


def test_the_page_shows_every_character_and_is_self_contained(document: Document) -> None:
    page = show.page(document)
    assert page == show.page(document) and "http" not in page.replace("https://w3id", "")
    assert 'class="out"' in page and 'class="note"' in page and 'class="join"' in page and "<sup>2</sup>" in page
    assert "$" not in page.split("</style>")[1]


SCAN = (
    "Heyet'in gelişi ile ilgili görü~meler ba~ladı. İki taraf dostluk antla~ması imzala~mak ist\\yor ve k{arşılıklı adım at|yordu.\n"
    "Heyet bu s[raçta bir çok a<dım atmı~tır.\n"
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sonınları", "sorunları"),
        ("yapılıruş", "yapılmış"),
        ("başlanuştır", "başlamıştır"),
        ("ilişkilerı", "ilişkileri"),
        ("tarafıııdan", "tarafından"),
        ("anla~malar", "anlaşmalar"),
        ("ilc", "ile"),
        ("Sovyct", "Sovyet"),
        ("i\\nkara'da", "Ankara'da"),
        ("Prunze", "Frunze"),
        ("Fnınze'nin", "Frunze'nin"),
        ("bağımsızW<", "bağımsızlık"),
        ("oluşturmakve", "oluşturmak ve"),
        ("çıkarılınış", "çıkarılmış"),
        ("konferansınınaçılacağını", "konferansının açılacağını"),
        ("Ankara'ıun", "Ankara'nın"),  # the ending that a vowel takes
        ("Fru:ze", "Frunze"),  # a name that the text repeats
        ("TPMM", "TBMM"),
        ("T'BM1vI", "TBMM"),
        ("YeniSovyet", "Yeni Sovyet"),
        ("Sovyetgörüşmeleri", "Sovyet görüşmeleri"),
        ("!isede", "lisede"),
    ],
)
def test_misread_words_are_mended(wrong: str, right: str) -> None:
    text = "Frunze Ankara Sovyet oluşturmak ve Frunze’nin Ankara’da Frunze, Frunze. Ankara'nın TBMM. " * 12
    repairer = Repairer.of(text, ("Frunze", "Ankara", "Sovyet"))
    edits = repairer.edits(f"yeni {wrong} vardı")
    assert [edit.new for edit, _ in edits] == [right]


@pytest.mark.parametrize(
    "word", ["Natsarenus", "sulhnâme", "1.500", "M.", "III.", "TBMM’nin", "Kâzım", "gelmiştir", "ruznâmesi", "www.ornek.org", "Upmal’ın"]
)
def test_right_and_unknown_words_are_left_alone(word: str) -> None:
    repairer = Repairer.of("Frunze Ankara Sovyet Frunze. Sovyet, Frunze. Frunze. ", ("Frunze", "Ankara", "Sovyet"))
    assert not repairer.edits(f"yeni {word} vardı")


def test_only_damaged_texts_are_mended(tmp_path: Path) -> None:
    assert damaged(SCAN) and not damaged(JOURNAL)
    path = tmp_path / "temiz.txt"
    path.write_text("Heyetin sonınları vardı. Sovyct elçisi geldi ve gitti.", encoding="utf-8")
    assert all(not passage.repairs for passage in read(path, {}).passages)


def test_a_repair_keeps_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "tarama.txt"
    path.write_text(SCAN, encoding="utf-8")
    document = read(path, {}, names=())
    found = [(repair.original, passage.text[repair.start : repair.end]) for passage in document.passages for repair in passage.repairs]
    assert ("ba~ladı", "başladı") in found
    for passage in document.passages:
        for repair in passage.repairs:
            start, end = passage.source_span(repair.start, repair.end)
            assert document.text[start:end] == repair.original


@pytest.mark.parametrize("rule", [row for where in ("head", "inner") for row in table("misread")[where]], ids=lambda row: row["read"])
def test_every_misreading_has_an_example_that_it_explains(rule: dict[str, object]) -> None:
    patterns = {pattern.pattern: pattern for where in ("head", "inner") for pattern, _ in misreadings(where)}
    assert rule["examples"]
    for example in rule["examples"]:  # type: ignore[attr-defined]
        wrong, _, right = example.partition(" = ")
        assert patterns[str(rule["read"])].search(wrong) and str(rule["is"])[0].lower() in right.lower()


@pytest.mark.parametrize(("token", "figure"), [("l2", "12"), ("iR", "18"), ("6~", "64"), ("(,", "6"), ("S1", "51")])
def test_a_misread_figure_is_nearer_to_itself_than_to_another(token: str, figure: str) -> None:
    assert aligned(token, figure) > aligned(token, str(int(figure) + 20))


def test_keys_are_plain() -> None:
    assert _key("Çağrı", "İlk Yıllar’ın Öyküsü") == "cagri-ilk-yillarin-oykusu"


def _pages(tmp_path: Path, *pages: str) -> Document:
    path = tmp_path / "sayfalar.txt"
    path.write_text("\f".join(pages), encoding="utf-8")
    return read(path, {})


PROSE = "Heyet yola çıktı ve uzun bir yolculuktan sonra kente vardı. Görüşmeler orada üç hafta sürdü."


@pytest.mark.parametrize(
    "head",
    ["12 Örnek Dergisi", "Örnek Dergisi 12", "12 • ÖRNEK DERGİSİ", "ÖRNEK DERGİSİ12", "- 12 -", "12\nÖrnek Dergisi XII / 2020"],
)
def test_heads_in_many_shapes_are_left_out(tmp_path: Path, head: str) -> None:
    document = _pages(tmp_path, f"{PROSE}\n", f"{head}\n\n{PROSE}\n", f"{PROSE}\n")
    assert [passage.text for passage in document.passages] == [PROSE] * 3
    assert document.passages[1].page == "12"


@pytest.mark.parametrize("line", ["16 Mart 1921 günü iki taraf buluştu.", "2. İkinci Bölüm", "Komşular, 1925", "12 Kaya, a.g.e., s. 5."])
def test_lines_with_figures_that_are_no_heads(tmp_path: Path, line: str) -> None:
    document = _pages(tmp_path, f"{PROSE}\n", f"{line}\n\n{PROSE}\n", f"{PROSE}\n")
    assert line.split()[-1] in " ".join(passage.text for passage in document.passages)


def test_a_running_title_recurs(tmp_path: Path) -> None:
    pages = [f"Elçiler ve Notalar\n{PROSE} Bu {number}. sayfadır.\n" for number in ("birinci", "ikinci", "üçüncü", "dördüncü")]
    assert "Elçiler" not in " ".join(passage.text for passage in _pages(tmp_path, *pages).passages)


def test_a_note_that_runs_over_its_page_goes_on_below_the_next(tmp_path: Path) -> None:
    first = f"{PROSE}1\n\n{RULE}\n1 Kaya bu konuda uzun uzun yazar ve şunu da eklemeyi\n"
    second = f"Elçi sonra döndü.2\n\n{RULE}\nunutmaz: kimse beklemedi, s. 3.\n2 Ak, Notalar, s. 9.\n"
    notes = {passage.number: passage.text for passage in _pages(tmp_path, first, second).passages if passage.kind == "note"}
    assert set(notes) >= {"1", "2"} and notes["2"] == "Ak, Notalar, s. 9."
    assert "unutmaz" not in " ".join(p.text for p in _pages(tmp_path, first, second).passages if p.kind == "body")


def test_endnotes_are_linked_and_a_numbered_list_is_none(tmp_path: Path) -> None:
    texts = "\n\n".join(f"{PROSE}[{number}]" for number in (1, 2, 3))
    notes = "\n".join(f"[{number}] Kaya, Elçilik Yılları, s. {number}." for number in (1, 2, 3))
    document = _pages(tmp_path, f"Giriş\n\n{texts}\n\nNotlar\n\n{notes}\n")
    kinds = [passage.kind for passage in document.passages]
    assert kinds == ["heading", *["body"] * 3, "heading", *["note"] * 3]
    assert [[mark.number for mark in passage.markers] for passage in document.passages[1:4]] == [["1"], ["2"], ["3"]]
    assert document.passages[1].text == PROSE
    points = "\n".join(f"{number}. Taraflar {number}. maddeyi kabul etti." for number in (1, 2, 3))
    listed = _pages(tmp_path, f"{PROSE}\n\n{points}\n")
    assert "note" not in {passage.kind for passage in listed.passages}


def test_decomposed_letters_are_composed_and_no_damage(tmp_path: Path) -> None:
    document = _pages(tmp_path, unicodedata.normalize("NFD", PROSE))
    assert document.passages[0].text == PROSE and not document.passages[0].repairs
    assert len(document.text) > len(PROSE)
