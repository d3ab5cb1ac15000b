"""Tables of deliveries: each row a transfer, its sides from the paragraph before, its date from the heading above."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_documents import facts_of

from extraction import extract, read
from extraction.facts.tables import row
from extraction.records import Fact

LEAD = "İsveç, Letonya’ya 1924 ve 1925’te ordusu için yardım gönderdi. "
ROWS = (
    "1924 Yılında Verilenler\n\n3.200 adet süvari tüfeği 2,50 kron 8.000\n\n450.000 kron 1,00 450.000\n\nToplam 458.000\n\n"
    "1925 Yılında Verilenler\n\n12 adet top 900,00 kron 10.800\n\nToplam 10.800\n\n"
)
TAIL = "Bundan sonra iki ülke arasındaki alışveriş durmuştur. İsveç hükümeti yeni bir yardım için söz vermemiştir.\n"


def rows_of(folder: Path, lead: str) -> tuple[str, list[Fact]]:
    path = folder / "metin.txt"
    path.write_text(f"Yardımlar\n\n{lead}\n\n{ROWS}{TAIL}", encoding="utf-8")
    found = extract(read(path))
    return found.text, [f for f in found.facts if f.frame == "Transfer/table"]


def test_each_row_is_a_transfer_with_its_heading_as_evidence(tmp_path: Path) -> None:
    text, found = rows_of(tmp_path, LEAD + "İsveç’in Letonya’ya gönderdiği yardımlar şu tabloda gösterilmiştir:")
    told = [[f.args[role][0].value for role in ("giver", "recipient", "amount", "item", "date")] for f in found]
    assert told == [
        ["state/isvec", "state/letonya", "3200", "süvari tüfeği", "1924"],
        ["state/isvec", "state/letonya", "450000", "kron", "1924"],
        ["state/isvec", "state/letonya", "12", "top", "1925"],
    ]
    assert [text[s.start : s.end] for s in found[2].segments] == ["1925 Yılında Verilenler", "12 adet top 900,00 kron 10.800"]


def test_a_table_that_no_transfer_announces_tells_nothing(tmp_path: Path) -> None:
    assert not rows_of(tmp_path, "Ordunun mevcudu aşağıdaki tabloda gösterilmiştir:")[1]


@pytest.mark.parametrize("text", ["Toplam 13.086", "0,75 DM 750", "1924 Yılında Verilenler Birim Fiyatı ve Genel Tutarı", "Tutarı (kron)"])
def test_sums_prices_and_headings_are_no_rows(text: str) -> None:
    assert row(text) is None


def test_a_list_counted_over_measures_and_adjectives_is_one_list() -> None:
    text = (
        "Letonya 1925’te İsveç’ten 1.870 adet süvari tüfeği, 56 sandık çeşitli havan mermisi, 24 adet eski ve yeni makineli tüfek, "
        "15 kasa Alman el bombası ve 7 sandık kara barut aldı."
    )
    told = {(f.args["amount"][0].value, f.args["item"][0].value) for f in facts_of(text) if f.type == "Transfer"}
    wanted = {("1870", "süvari tüfeği"), ("56", "havan mermisi"), ("24", "makineli tüfek"), ("15", "el bombası"), ("7", "barut")}
    assert told == wanted


def test_what_a_noun_of_aid_is_exemplified_by_is_what_was_given() -> None:
    text = "Polonya Romanya’ya kırk bin altın, iki yüz bin altın leva ve üç top gibi hatırı sayılır miktarda nakdî yardımda bulundu."
    told = {(f.args["amount"][0].value, f.args["item"][0].value) for f in facts_of(text) if f.type == "Transfer"}
    assert told == {("40000", "altın"), ("200000", "altın leva"), ("3", "top")}
