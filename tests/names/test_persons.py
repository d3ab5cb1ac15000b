"""The grammar of persons' names."""

from __future__ import annotations

import pytest
from marked_names import find, marked, unmark


@pytest.mark.parametrize(
    "sentence",
    [
        "Salonda [PER:Nebizade Hamdi Bey] konuştu.",
        "Heyete [PER:Hamdi], [PER:Cemil], [PER:Sadri] ve [PER:Mahmut Nedim Beyler] de katıldı.",
        "Toplantıyı [PER:Hasan (Saka) Bey] açtı.",
        "Mektubu [PER:Ahmet Ferit (Tek)]’e verdi.",
        "[PER:N. V. Kuybişev] trenle geldi.",
        "Kapıda [PER:Lord Kinross]’u karşıladılar.",
        "[OFF:Roma Elçisi] [PER:Nikola Batzaria] yazdı.",
        "Ertesi gün [OFF:elçi] [PER:Rasinger] ile görüştüler.",
        "[OFF:Başkan] [PER:Tolmark] konuştu.",
        "[OFF:Avusturya kapı kethüdası] [PER:Rasinger] yola çıktı.",
        "Sonra elçi Perşembe günü geldi.",
        "O sırada [OFF:General] [PER:Pellé] [LOC:İzmir]’de kaldı.",
        "Emri [PER:Refet Paşaya] bildirdi.",
        "[PER:Yakov Zinovyeviç Suriç] sustu.",
        "Bunu [PER:Kara Vasıf Bey] de bilir.",
        "Orada [PER:Mösyö Briand]’ı gördü.",
        "Bu görüş yaygındır ([PER:Gönlübol] 34-36).",
    ],
)
def test_found(sentence: str) -> None:
    text, expected = unmark(sentence)
    found = marked(text, find(text))
    assert [s for s in unmark(found)[1] if s[2] in ("PER", "OFF")] == [s for s in expected if s[2] in ("PER", "OFF")], found


@pytest.mark.parametrize(
    "text",
    [
        "Böylece yeni bir dönem başladı.",
        "Paşa bunu kabul etmedi.",
        "B. Stratejik İşbirliği",
        "Bu Bey kimdir?",
        "Sayın Başkan söz aldı.",
        "Antlaşma (Madde 12) bunu söyler.",
        "Ankara Hükümeti sustu.",
    ],
)
def test_refused(text: str) -> None:
    found = find(text)
    assert not [m for m in found.mentions[0] if m.tag == "PER"], marked(text, found)


def test_a_name_found_for_sure_is_known_in_the_whole_document() -> None:
    found = find("Kürsüde Vasili Petroviç Gajevski vardı.", "Ertesi gün Gajevski döndü.")
    assert [(m.text, m.entity) for m in found.mentions[1]] == [("Gajevski", "person/vasili-petrovic-gajevski")]


def test_suffix_stands_outside_after_an_apostrophe_and_inside_without() -> None:
    found = find("Refet Paşa’nın emri, Refet Paşaya ulaştı.").mentions[0]
    assert [(m.text, m.suffix) for m in found] == [("Refet Paşa", "nın"), ("Refet Paşaya", "")]


def test_an_entry_names_its_person_by_the_headword_and_later_by_the_given_name() -> None:
    found = find("GEREDE, Hüsrev (Edirne, 1884 – İstanbul, 1962). Diplomat.", "Hüsrev Bey elçi oldu.")
    assert [m.entity for names in found.mentions for m in names if m.tag == "PER"] == ["person/husrev-gerede"] * 2
