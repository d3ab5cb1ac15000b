"""Files of every format become the same document: the tests typeset their own."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from extraction.reading import ReadingError, metadata, read

PROSE = (
    "Heyet baharda yola çıktı ve uzun bir yolculuktan sonra Moskova’ya vardı. Görüşmeler üç hafta sürdü. "
    "Sonunda iki taraf bir metin üzerinde anlaştı. Metin aynı gün imzalandı ve Ankara’ya gönderildi."
)


def _text(path: Path) -> str:
    return " ".join(passage.text for passage in read(path).passages)


@pytest.mark.parametrize(
    ("encoding", "named", "remark"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-8-sig", "utf-8", "byte order mark"),
        ("cp1254", "cp1254", "Windows-1254"),
        ("utf-16", "utf-16-le", "UTF-16-LE"),
    ],
)
def test_a_text_is_read_in_its_encoding_and_says_so(tmp_path: Path, encoding: str, named: str, remark: str) -> None:
    path = tmp_path / "metin.txt"
    path.write_bytes((PROSE + "\nŞimdi ığdır ÇĞİÖŞÜ.").encode(encoding))
    document = read(path)
    assert PROSE.split(".")[0] in document.passages[0].text
    assert document.source.encoding == named
    assert bool(document.source.problems) == bool(remark) and remark in "".join(document.source.problems)


def test_utf16_without_a_mark_is_told_by_its_zero_bytes(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    path.write_bytes(PROSE.encode("utf-16-be"))
    assert read(path).source.encoding == "utf-16-be"


def test_a_byte_order_mark_and_windows_newlines_count(tmp_path: Path) -> None:
    path = tmp_path / "metin.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Elçi geldi.\r\nNota verdi.".encode())
    document = read(path)
    assert document.text == "\ufeffElçi geldi.\r\nNota verdi."
    assert document.text[document.passages[0].origins[0]] == "E"


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("bos.txt", b"", "is empty"),
        ("bosluk.txt", b"  \n\n \t", "holds no text"),
        ("ikili.txt", bytes(range(256)) * 40, "binary"),
        ("sayi.txt", b"12 34 56\n", "no sentence"),
        ("sahte.pdf", b"%PDF-1.4 nothing", "not a PDF"),
        ("sahte.docx", b"PK nothing", "not a DOCX"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, wrong: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadingError) as caught:
        read(path)
    message = str(caught.value)
    assert name in message and wrong in message and "\n" not in message and "; " in message


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"yok\.txt"):
        read(tmp_path / "yok.txt")
    with pytest.raises(ReadingError, match="folder"):
        read(tmp_path)


LEFT = [
    "Heyet mayıs ayında yola çık-",
    "mış ve yedi hafta sonra Mos-",
    "kova’ya varmıştır.1 Orada iyi",
    "karşılanan üyeler aynı akşam",
    "Türk-",
]
RIGHT = [
    "Sovyet ilişkileri üzerine ilk gö-",
    "rüşmeyi yapmışlardır.2 Elçi de",
    "bir nota vermiş ve cevabı bek-",
    "lemiştir. Cevap geç gelmiştir.",
]
FONT = "DejaVu"


@pytest.fixture(scope="module")
def font() -> str:
    """Return the name of a font with Turkish letters that the machine has, else skip."""
    import matplotlib
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    if not path.exists():
        pytest.skip("no font with Turkish letters")
    pdfmetrics.registerFont(TTFont(FONT, str(path)))
    return FONT


def _typeset(pages: list[list[tuple[float, float, float, str]]], font: str) -> bytes:
    """Return a PDF with strings at (x, y from the top, size)."""
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4)
    for page in pages:
        for x, down, size, words in page:
            sheet.setFont(font, size)
            sheet.drawString(x, A4[1] - down, words)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def _two_columns(number: int) -> list[tuple[float, float, float, str]]:
    page = [(60.0, 40.0, 10.0, f"ÖRNEK DERGİ {number}")]
    for x, lines in ((60.0, LEFT), (320.0, RIGHT)):
        for at, words in enumerate(lines):
            bare, _, mark = words.partition(".1") if ".1" in words else words.partition(".2")
            page.append((x, 80 + 14 * at, 10, bare + "." if mark else words))
            if mark:
                sign = ".1" if ".1" in words else ".2"
                from reportlab.pdfbase import pdfmetrics

                edge = x + pdfmetrics.stringWidth(bare + ".", FONT, 10)
                page.append((edge, 80 + 14 * at - 4, 6, sign[1]))
                page.append((edge + 4 + pdfmetrics.stringWidth(" ", FONT, 10), 80 + 14 * at, 10, mark.strip()))
    page += [(60, 700, 7, "1 Ahmet Kaya, Elçilik Yılları, s. 12."), (320, 700, 7, "2 Veli Ak, Notalar, s. 3-4.")]
    return page


def test_a_pdf_in_two_columns_with_notes_and_broken_words(tmp_path: Path, font: str) -> None:
    path = tmp_path / "iki.pdf"
    path.write_bytes(_typeset([_two_columns(7)], font))
    document = read(path)
    body = [passage for passage in document.passages if passage.kind == "body"]
    assert len(body) == 1
    assert "yola çıkmış ve yedi hafta sonra Moskova’ya varmıştır. Orada" in body[0].text
    assert "Türk-Sovyet ilişkileri üzerine ilk görüşmeyi yapmışlardır. Elçi de" in body[0].text
    assert [mark.number for mark in body[0].markers] == ["1", "2"]
    assert {passage.number for passage in document.passages if passage.kind == "note"} == {"1", "2"}
    assert document.citations["2"][0].author == "Veli Ak"


def test_pages_of_a_pdf_are_kept_as_evidence(tmp_path: Path, font: str) -> None:
    words = ["Heyet önce limana inmiştir.", "Gemi üç gün sonra kalkmıştır.", "Elçi yolda hastalanmıştır."]
    pages = [[(60.0, 80.0, 10.0, f"{line[:-1]} ve konu budur.")] for line in words]
    path = tmp_path / "uc.pdf"
    path.write_bytes(_typeset(pages, font))
    assert [passage.page for passage in read(path).passages] == ["1", "2", "3"]


def test_a_scanned_pdf_gets_a_clear_message(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4)
    sheet.rect(50, 50, 300, 300, fill=1)
    sheet.showPage()
    sheet.save()
    path = tmp_path / "tarama.pdf"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(ReadingError, match=r"tarama\.pdf: is a scan.*ocrmypdf"):
        read(path)


def test_docx_paragraphs_become_passages(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Giriş")
    document.add_paragraph(PROSE)
    paragraph = document.add_paragraph("Elçi o gün ")
    paragraph.add_run().add_break()
    paragraph.add_run("görevine başladı ve ilk notasını verdi.")
    path = tmp_path / "belge.docx"
    document.save(str(path))
    passages = read(path).passages
    assert [passage.kind for passage in passages] == ["heading", "body", "body"]
    assert passages[1].section == "Giriş" and passages[1].text == PROSE
    assert passages[2].text == "Elçi o gün görevine başladı ve ilk notasını verdi."


def test_docx_footnotes_are_linked(tmp_path: Path) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    paragraph = document.add_paragraph("Heyet uzun bir yolculuktan sonra kente vardı.")
    run = paragraph.add_run()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "5")
    run._r.append(reference)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f'<w:footnotes {space}><w:footnote w:id="5"><w:p><w:r><w:t>Veli Ak, Notalar, s. 9.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    path = tmp_path / "notlu.docx"
    document.save(str(path))
    found = read(path)
    assert found.passages[0].text.endswith("kente vardı.") and found.passages[0].markers[0].number == "1"
    assert found.citations["1"][0].title == "Notalar"


def test_html_with_notes_and_a_menu(tmp_path: Path) -> None:
    page = f"""<html><head><title>x</title><script>var a = 1;</script></head><body><nav><p>Ana sayfa</p></nav>
    <h1>Elçilik Yılları</h1><p>{PROSE}<sup><a href="#n1" id="r1">1</a></sup> Sonra <b>elçi</b><br>geri döndü.</p>
    <ol><li id="n1">Veli Ak, Notalar, s. 9. <a href="#r1">↩</a></li></ol><footer>Telif</footer></body></html>"""
    path = tmp_path / "sayfa.html"
    path.write_text(page, encoding="utf-8")
    document = read(path)
    kinds = [(passage.kind, passage.number) for passage in document.passages]
    assert kinds == [("heading", None), ("body", None), ("note", "1")]
    assert document.passages[1].text.endswith("gönderildi. Sonra elçi geri döndü.")
    assert document.passages[1].markers[0].number == "1" and "Ana sayfa" not in document.text


def test_metadata_beside_a_text_wins_over_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('["a.txt"]\ntitle = "Genel"\nyear = 1999\n["b"]\ntitle = "B"\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text('title = "Özel"\n', encoding="utf-8")
    assert metadata(tmp_path / "a.txt") == {"title": "Özel", "year": 1999}
    assert metadata(tmp_path / "b.pdf") == {"title": "B"}
    assert metadata(tmp_path / "c.txt") == {}
    (tmp_path / "a.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"a\.toml.*TOML"):
        metadata(tmp_path / "a.txt")
    path = tmp_path / "b.txt"
    path.write_text(PROSE, encoding="utf-8")
    assert read(path).source.metadata["title"] == "B"
    assert read(path, {"title": "Verilen"}).source.metadata["title"] == "Verilen"
