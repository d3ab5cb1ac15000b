"""Who is meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from marked_names import find

from extraction import names
from extraction.names import Names
from extraction.names.candidates import Candidate
from extraction.names.people import People
from extraction.names.spelling import likeness, oddity
from ontology.authority import Authority, Entry


def entities(found: Names) -> list[tuple[str, str | None]]:
    return [(m.text, m.entity) for row in found.mentions for m in row if m.tag != "DAT"]


def test_short_form_follows_its_long_form() -> None:
    found = find("Semyon İvanoviç Aralov geldi. Aralov mektubu verdi.")
    assert {entity for _, entity in entities(found)} == {"person/semyon-ivanovic-aralov"}


def test_new_person_has_an_id_that_rests_on_the_name_alone() -> None:
    alone, beside = find("Kürsüye Mehmet Cemil Uybadin çıktı."), find("Anthony Eden sustu.", "Kürsüye Mehmet Cemil Uybadin çıktı.")
    assert [e.id for e in alone.entities] == [e.id for e in beside.entities] == ["person/mehmet-cemil-uybadin"]


def test_new_person_with_a_known_first_name_stays_apart() -> None:
    found = find("Anthony Eden geldi. Ardından Anthony Nutting konuştu.")
    assert [entity for _, entity in entities(found)] == ["person/anthony-eden", "person/anthony-nutting"]


def test_time_keeps_homonyms_apart() -> None:
    early, late = find("1885 yılında Halil Paşa istifa etti."), find("1920 yılında Halil Paşa yola çıktı.")
    assert entities(early) == [("Halil Paşa", "person/halil-rifat-pasa")]
    assert entities(late) == [("Halil Paşa", "person/halil-kut")]


PASHAS = Authority(
    MappingProxyType(
        {
            e.id: e
            for e in (
                Entry(
                    "person/kavalali-mehmet-ali-pasa", "Person", "Kavalalı Mehmet Ali Paşa", "", ("Mehmet Ali Paşa",), (), "1769", "1849"
                ),
                Entry("person/abdulmecit-efendi", "Person", "Abdülmecit Efendi", "", ("Abdülmecit",), (), "1868", "1944"),
                Entry("person/ahmet-riza", "Person", "Ahmet Rıza", "", (), (), "1858", "1930"),
            )
        }
    )
)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("1837 yılında Mehmet Ali Paşa direndi.", "person/kavalali-mehmet-ali-pasa"),
        # dead for 29 years: somebody else of that name
        ("1878 yılında Mehmet Ali Paşa yola çıktı.", "person/mehmet-ali-pasa"),
        # one date of the sentence fits
        ("1837 ve 1878 yılında Mehmet Ali Paşa anıldı.", "person/kavalali-mehmet-ali-pasa"),
        # the dead are spoken of
        ("1878 yılında Mehmet Ali Paşa’nın torunu yola çıktı.", "person/kavalali-mehmet-ali-pasa"),
        # a name of his own, not one that many bear
        ("1878 yılında Kavalalı Mehmet Ali Paşa anıldı.", "person/kavalali-mehmet-ali-pasa"),
        # named in full where nothing contradicts: the text looks back at him
        ("Kavalalı Mehmet Ali Paşa direndi. Torunu 1878 yılında Mehmet Ali Paşa diye anıldı.", "person/kavalali-mehmet-ali-pasa"),
        # not yet born
        ("1847 yılında Abdülmecit elçiyi kabul etti.", "person/abdulmecit"),
        ("1868 yılında doğan Abdülmecit elçiyi kabul etti.", "person/abdulmecit-efendi"),
        ("1953 yılında Ahmet Rıza anıldı.", "person/ahmet-riza"),
    ],
)
def test_nobody_acts_before_birth_or_long_after_death(sentence: str, meant: str) -> None:
    found = find(sentence, authority=PASHAS)
    assert [entity for _, entity in entities(found) if entity and entity.startswith("person/")][-1] == meant


def test_company_keeps_homonyms_apart() -> None:
    found = find("Halil (Kut) Paşa cepheden döndü. Halil Paşa ertesi gün konuştu.")
    assert {entity for _, entity in entities(found)} == {"person/halil-kut"}


def test_honorific_keeps_homonyms_apart() -> None:
    found = find("Ali Fuat Paşa telgrafı okudu. Sonra Ali Fuat Bey içeri girdi.")
    first, second = (entity for _, entity in entities(found))
    assert first != second or first is None


def test_undecided_given_name_is_somebody_of_its_text() -> None:
    found = find("Halil Paşa konuştu. Halil Paşa gitti.")
    [(_, first), (_, second)] = entities(found)
    assert first == second
    assert (first or "").startswith("person/halil-pasa-")
    assert [e.label for e in found.entities] == ["Halil Paşa"]
    assert "undecided" in found.mentions[0][0].reasons[0]


def test_initials_and_surname() -> None:
    assert entities(find("Mektubu S. İ. Aralov yazdı.")) == [("S. İ. Aralov", "person/semyon-ivanovic-aralov")]
    assert entities(find("Mektubu A. Eden yazdı.")) == [("A. Eden", "person/anthony-eden")]


def test_misspelt_given_name() -> None:
    assert entities(find("Sonra Semyen İvanoviç Aralov geldi.")) == [("Semyen İvanoviç Aralov", "person/semyon-ivanovic-aralov")]


def test_nearest_treaty_in_time() -> None:
    found = find("1898 yılında Paris Antlaşması imzalandı.")
    assert entities(found) == [("Paris Antlaşması", "agreement/paris-antlasmasi-1898")]


def test_government_of_a_known_state() -> None:
    found = find("Karar Romanya Hükümeti’ne bildirildi. Yunan tarafı sustu.")
    assert [entity for _, entity in entities(found)] == ["state/romanya", "state/yunanistan"]


def test_damaged_spelling_of_a_name_in_the_text() -> None:
    found = find("Aralov geldi. Aralov konuştu. Sonra Aıalov sustu.")
    assert [entity for _, entity in entities(found)] == ["person/semyon-ivanovic-aralov"] * 3


def test_curation_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_text(
        'same = [["person/anthony-nutting", "person/sir-harold-nutting"]]\ndifferent = [["Halil Paşa", "person/halil-kut"]]\n'
        '[name]\n"person/mehmet-cemil-uybadin" = "Cemil Uybadin"\n[kind]\n"organization/mavi-alay" = "Group"\n',
        encoding="utf-8",
    )
    decisions = names.curation(path)
    assert entities(find("Anthony Nutting geldi.", curation=decisions)) == [("Anthony Nutting", "person/sir-harold-nutting")]
    assert entities(find("1920 yılında Halil Paşa yola çıktı.", curation=decisions)) != [("Halil Paşa", "person/halil-kut")]
    assert [e.label for e in find("Kürsüye Mehmet Cemil Uybadin çıktı.", curation=decisions).entities] == ["Cemil Uybadin"]


def test_an_entity_merged_by_curation_keeps_its_record(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_text('same = [["person/anthony-nutting", "person/sir-harold-nutting"]]\n', encoding="utf-8")
    found = find("Anthony Nutting geldi.", curation=names.curation(path))
    assert [(e.id, e.label) for e in found.entities] == [("person/sir-harold-nutting", "Anthony Nutting")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("sames = []", "sames"),
        ("same = [1]", "pairs"),
        ('[kind]\n"person/a" = "Hero"', "Hero"),
        ("same = [", "cannot be read"),
        ('name = "x"', "lines such as"),
    ],
)
def test_a_broken_curation_file_is_named(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "curation.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(names.CurationError, match=word) as problem:
        names.curation(path)
    assert str(path) in str(problem.value)
    assert "\n" not in str(problem.value).strip()


def test_a_mention_tells_which_readings_lost_its_words() -> None:
    mention = find("Lozan Antlaşması imzalandı.").mentions[0][0]
    assert mention.tag == "AGR"
    assert "not LOC “Lozan” (authority)" in mention.reasons


def test_passages_in_another_language_keep_their_dates_only() -> None:
    from marked_names import AUTHORITY, dates, document

    made = document("Anthony Eden spoke on 4 Mart 1936.")
    found = names.find([None], made, dates(made), AUTHORITY)
    assert [(m.tag, m.text) for m in found.mentions[0]] == [("DAT", "4 Mart 1936")]


def test_names_in_a_citation_are_authors_and_titles() -> None:
    import dataclasses

    from marked_names import AUTHORITY, NLP, dates, document

    made = document("Bu sözleri Anthony Eden söylemiştir. Bkz. Anthony Eden, Paris Antlaşması Üzerine, İstanbul 1960, s. 12")
    note = dataclasses.replace(made, passages=tuple(dataclasses.replace(p, kind="note") for p in made.passages))
    found = names.find([NLP.make_doc(p.text) for p in note.passages], note, dates(note), AUTHORITY)
    assert [(m.text, m.start < 36) for m in found.mentions[0] if m.tag != "DAT"] == [("Anthony Eden", True)]


def test_a_document_that_a_note_describes_names_its_sender() -> None:
    import dataclasses

    from marked_names import AUTHORITY, NLP, dates, document

    made = document("Anthony Eden’in 4 Mart 1936 tarihli mektubu: Paris Antlaşması Üzerine, İstanbul 1960, s. 12")
    note = dataclasses.replace(made, passages=tuple(dataclasses.replace(p, kind="note") for p in made.passages))
    found = names.find([NLP.make_doc(p.text) for p in note.passages], note, dates(note), AUTHORITY)
    assert [m.text for m in found.mentions[0] if m.tag != "DAT"] == ["Anthony Eden"]


def test_the_day_beside_a_treaty_decides() -> None:
    found = find("24 Temmuz 1923 tarihinde imzalanan Lozan Antlaşması yürürlüğe girdi.")
    assert entities(found) == [("Lozan Antlaşması", "agreement/lozan-antlasmasi")]


def test_a_state_named_by_two_words_is_the_one_that_both_mean() -> None:
    from ontology import authority

    found = find("Nota Rusya Federatif Sovyet Cumhuriyeti’nden geldi.", authority=authority.load())
    assert entities(found) == [("Rusya Federatif Sovyet Cumhuriyeti", "state/sovyet-rusya")]


def test_dotted_abbreviation_is_the_plain_one() -> None:
    from ontology import authority

    found = find("S.S.C.B. ile T.B.M.M. Hükümeti anlaştı.", authority=authority.load())
    assert [entity for _, entity in entities(found)] == ["state/sovyet-rusya", "state/turkiye"]


def test_one_odd_name_in_a_sound_text_stays_itself() -> None:
    found = find("Aralov geldi. Aralov konuştu. Sonra Ellison sustu. Ardından Nikola Aramov söz aldı.")
    assert ("Nikola Aramov", "person/nikola-aramov") in entities(found)


@pytest.fixture
def bad_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text count as a bad scan."""
    monkeypatch.setattr("extraction.names.spelling.damaged", lambda raw, mended: True)


@pytest.mark.usefixtures("bad_scan")
@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        # the damaged form stands before the sound one
        ("Önce Rıza SaıTıi Bey konuştu. Ardından Rıza Sami Tekin geldi.", "Rıza SaıTıi Bey", "person/riza-sami-tekin"),
        ("Rıza Sami Bey geldi. Elçi Rıza Sami Bcy konuştu.", "Rıza Sami Bcy", "person/riza-sami-bey"),
        ("Halil Kut Paşa durdu. Sonra HaW Paşa yürüdü.", "HaW Paşa", "person/halil-kut"),
        # no honorific in common, and a given name that is another
        ("Halil Kut Paşa durdu. Sonra HaW Bey yürüdü.", "HaW Bey", "person/haw-bey"),
        ("Halil Kut Paşa durdu. Sonra Celal Paşa yürüdü.", "Celal Paşa", "person/celal-pasa"),
        ("Ahmet Rıza Tekin durdu. Sonra Mehmet Rıza Tekin yürüdü.", "Mehmet Rıza Tekin", "person/mehmet-riza-tekin"),
        # of two names with one skeleton the sound spelling is the label
        ("Kâtip Milıailov geldi. Kâtip Mihailov sustu.", "Milıailov", "person/mihailov"),
        # a given name is no damaged surname
        ("Mihail Frunze geldi. Kâtip Mihailov sustu.", "Mihailov", "person/mihailov"),
        ("Kâtip Narimanov geldi. Kâtip Mihailov sustu.", "Mihailov", "person/mihailov"),
    ],
)
def test_damaged_names_of_a_bad_scan(text: str, name: str, meant: str) -> None:
    assert (name, meant) in entities(find(text))


def test_likeness_of_damaged_names() -> None:
    assert likeness(("ibrahim", "a."), set(), ("ibrahim", "abilov")) == 100
    assert likeness(("a.", "b."), set(), ("ibrahim", "abilov")) == 0
    assert likeness(("mihailov",), set(), ("narimanov",)) == 0
    assert likeness(("yusuf", "kemal", "re"), set(), ("yusuf", "kemal")) == 100
    assert oddity("Mihailov") < oddity("Milıailov") < oddity("Mihwov")


def test_verb_before_a_name_is_no_part_of_it() -> None:
    assert ("Aralov", "person/semyon-ivanovic-aralov") in entities(find("Aralov geldi. Bunu Vurgulamıştır Aralov sustu."))


def test_a_number_tells_rulers_of_one_name_apart() -> None:
    tsar = Entry("person/ii-nikola", "Person", "II. Nikola", variants=("Nikola",), start="1868", end="1918")
    known = Authority(MappingProxyType({tsar.id: tsar}))
    found = find("Yazıda I. Nikola ile II. Nikola karşılaştırılır.", authority=known)
    assert [entity for _, entity in entities(found)] == ["person/i-nikola", "person/ii-nikola"]


def test_the_years_of_the_passage_speak_where_the_sentence_has_none() -> None:
    found = find("Halil Paşa sefere çıktı. Kuşatma 12 Mart 1801 günü başladı.")
    assert entities(found)[0] == ("Halil Paşa", "person/halil-pasa")


@pytest.mark.parametrize("text", ["O yıl “Mihaylov institut” açıldı.", "Komiserlik poçt i telegrafov diye anıldı."])
def test_a_guess_inside_other_words_is_no_new_person(text: str) -> None:
    assert not [e.id for e in find(text).entities if e.kind == "Person"]


def namesakes(*entries: Entry) -> Authority:
    return Authority(MappingProxyType({e.id: e for e in sorted(entries, key=lambda e: e.id)}))


CAVITS = namesakes(
    Entry("person/cavit-orhan", "Person", "Cavit Orhan", "", ("Cavit Orhan Bey", "Doktor Cavit"), ("Cavit Bey",)),
    Entry("person/cavit-sezer", "Person", "Cavit Sezer", "", ("Cavit Sezer Bey", "Yozgat Mebusu Cavit Bey"), ("Cavit Bey",)),
)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Doktor Cavit sustu. Sonra Cavit Bey konuştu.", "person/cavit-orhan"),
        # a surname in brackets behind the ending
        ("Doktor Cavit sustu. Sonra Cavit Bey’in (Sezer) sözü kesildi.", "person/cavit-sezer"),
        # a surname in brackets that no known bearer of the name has
        ("Doktor Cavit sustu. Sonra Cavit Bey’in (Tunalıgil) sözü kesildi.", "person/cavit-tunaligil"),
        # the office beside the name, in either word for a deputy
        ("Doktor Cavit sustu. Sonra Yozgat Milletvekili Cavit Bey konuştu.", "person/cavit-sezer"),
        ("Doktor Cavit sustu. Sonra Cavit Bey (Yozgat Mebusu) konuştu.", "person/cavit-sezer"),
    ],
)
def test_surname_and_office_beside_a_name_tell_namesakes_apart(sentence: str, meant: str) -> None:
    found = entities(find(sentence, authority=CAVITS))
    assert [entity for text, entity in found if text == "Cavit Bey"] == [meant]


def test_who_signed_a_treaty_is_meant_where_its_day_stands() -> None:
    treaty = Entry("agreement/sivas-antlasmasi", "Agreement", "Sivas Antlaşması", start="1922-05-04")
    signer = Entry("person/kerim-aksu", "Person", "Kerim Aksu", "", (), ("Kerim Bey",), of=("agreement/sivas-antlasmasi",))
    known = namesakes(treaty, signer, Entry("person/kerim-balci", "Person", "Kerim Balcı", "", (), ("Kerim Bey",)))
    found = entities(find("Metin 4 Mayıs 1922 günü hazırdı. Kerim Bey antlaşmayı imzaladı.", authority=known))
    assert found == [("Kerim Bey", "person/kerim-aksu")]
    assert entities(find("Kerim Bey antlaşmayı imzaladı.", authority=known)) == [("Kerim Bey", "person/kerim-bey-tes")]


def test_parties_before_a_treaty_tell_which_is_meant() -> None:
    known = namesakes(
        Entry("state/isvec", "State", "İsveç"),
        Entry("state/norvec", "State", "Norveç"),
        Entry("agreement/isvec-antlasmasi", "Agreement", "İsveç Antlaşması", "", (), ("Dostluk Antlaşması",), of=("state/isvec",)),
        Entry("agreement/norvec-antlasmasi", "Agreement", "Norveç Antlaşması", "", (), ("Dostluk Antlaşması",), of=("state/norvec",)),
    )
    found = entities(find("İsveç Antlaşması bitti. Norveç ile bir Dostluk Antlaşması imzalandı, İsveç sustu.", authority=known))
    assert dict(found)["Dostluk Antlaşması"] == "agreement/norvec-antlasmasi"


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("İsmet İnönü geldi. İnönü’ye göre karar doğruydu.", "PER"),
        ("İsmet İnönü geldi. Ordu İnönü’de durdu.", "LOC"),
        ("İsmet İnönü geldi. Ordu ikinci kez İnönü mevzilerine döndü.", "LOC"),
        ("İsmet İnönü geldi. Birinci İnönü sonrasında konferans toplandı.", "LOC"),
    ],
)
def test_a_battle_place_is_not_the_person_named_after_it(sentence: str, tag: str) -> None:
    place = Entry("place/inonu", "Place", "İnönü", short=("İnönü",))
    person = Entry("person/ismet-inonu", "Person", "İsmet İnönü", "", ("İsmet Paşa", "İnönü"))
    found = find(sentence, authority=namesakes(place, person))
    assert [m.tag for m in found.mentions[0]][-1] == tag


def test_only_a_state_owns_an_embassy() -> None:
    known = namesakes(Entry("office/ankara-buyukelcisi", "Office", "Ankara Büyükelçisi"), Entry("state/isvec", "State", "İsveç"))
    embassy = entities(find("İsveç’in Ankara Büyükelçisi geldi.", authority=known))
    bank = entities(find("ATT’nin Ankara Büyükelçisi geldi.", authority=known))
    assert embassy[-1][1] == "office/ankara-buyukelcisi" != bank[-1][1]


def test_first_name_that_the_scan_has_broken() -> None:
    candidate = Candidate(0, 0, 0, 5, "PER", "", "Kemal", parts=("kemal",), broken="yui")
    met = People({"person/mustafa-kemal": {("mustafa", "kemal")}, "person/yusuf-kemal": {("yusuf", "kemal")}})
    assert met.broken(candidate) == "person/yusuf-kemal"
    assert met.broken(replace(candidate, broken="mmtaa")) == "person/mustafa-kemal"
    assert met.broken(replace(candidate, broken="ankara")) is None
