"""Signs beside the words of a damaged text: years, stops, torn endings, lost blanks."""

import pytest

from extraction.reading.slips import Slips

TEXT = "Heyet 1934 ve 1937 yılında Batum Sancağı yolunda durdu. " * 5
SLIPS = Slips.of(TEXT, lambda word: word in {"durdu", "heyet", "yetkili", "olan", "sancağı"}, {"de", "da", "nin"}.__contains__)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Heyet ı934'te durdu", "Heyet 1934'te durdu"),
        ("Mayıs ı 937'de durdu", "Mayıs 1937'de durdu"),
        ("yıl 193S idi", "yıl 193S idi"),  # 1935 does not stand in the text, nor does another
        ("heyet yetkili. olan biri", "heyet yetkili olan biri"),
        ("heyet vb. olan biri", "heyet vb. olan biri"),  # an abbreviation
        ("eski Batum. Sancağı vardı", "eski Batum Sancağı vardı"),  # a pair of words that the text repeats
        ("orada durdu. Heyet vardı", "orada durdu. Heyet vardı"),
        ("1934 'de Batum 'da vardı", "1934'de Batum'da vardı"),
        ("o 'yana baktı", "o 'yana baktı"),
        ("vardığında,Batum sustu", "vardığında, Batum sustu"),
        ("vardı;1934 bitti", "vardı; 1934 bitti"),
    ],
)
def test_slips_are_mended(wrong: str, right: str) -> None:
    mended = wrong
    for edit, _ in sorted(SLIPS.edits(wrong), reverse=True):
        mended = mended[: edit.start] + edit.new + mended[edit.end :]
    assert mended == right
