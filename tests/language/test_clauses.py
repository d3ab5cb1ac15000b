"""The ten hard sentences: every predicate with its deep arguments, and small rules of phrases and units."""

from __future__ import annotations

from pathlib import Path
from tomllib import loads

import pytest

from extraction.language import clauses, pictures
from extraction.language.gapping import ungapped
from extraction.language.sample import sentence_of
from ontology.turkish import lower

DATA = Path(clauses.__file__).with_name("hard_sentences.toml")
SENTENCES = loads(DATA.read_text(encoding="utf-8"))["sentence"]


def parts(line: str) -> tuple[str, dict[str, str]]:
    lemma, _, rest = line.partition("|")
    return lemma.strip(), {k.strip(): v.strip() for k, _, v in (p.partition("=") for p in rest.split(";"))}


@pytest.mark.parametrize("raw", SENTENCES, ids=lambda r: r["id"])
def test_hard_sentence(raw: dict) -> None:
    read = sentence_of(raw["text"])
    for line in raw["clauses"]:
        lemma, wanted = parts(line)
        clause = next((c for c in read.clauses if c.lemma == lemma), None)
        assert clause is not None, f"no clause of {lemma!r}; there are {[c.lemma for c in read.clauses]}"
        for slot, text in wanted.items():
            found = " ".join(
                u.text for p in clause.slot(slot) for u in [*(m for q in p.modifiers for m in q.members if m.tag == "DAT"), *p.members]
            )
            assert all(word in found for word in text.split()), f"{lemma}.{slot}: wanted {text!r}, found {found!r}"


def test_a_participle_does_not_take_the_main_subject() -> None:
    read = sentence_of("Tevfik Rüştü Bey, Cenevre’den dönen Numan Bey’e bir telgraf gönderdi.")
    clause = next(c for c in read.clauses if c.lemma == "dön")
    assert "Tevfik" not in " ".join(u.text for p in clause.slot("subject") for u in p.members)


def test_two_names_with_only_a_comma_are_no_list() -> None:
    read = sentence_of("İsmet Paşa, Venizelos tarafından Atina’ya davet edildi.")
    clause = read.clauses[-1]
    assert [u.text for p in clause.slot("subject") for u in p.members] == ["Venizelos"]


@pytest.mark.parametrize(
    ("text", "subject", "other"),
    [
        ("Yunanistan, Selanik ve Üsküp’ü işgal etti.", "Yunanistan", ["Selanik", "Üsküp"]),
        ("Bulgaristan’dan gelen habere kızan Fransa, İngiltere ve İtalya’yı konferansa davet etti.", "Fransa", ["İngiltere", "İtalya"]),
    ],
)
def test_the_subject_before_a_list_of_objects_is_no_member_of_it(text: str, subject: str, other: list[str]) -> None:
    clause = sentence_of(text).clauses[-1]
    assert [u.text for p in clause.slot("subject") for u in p.members] == [subject]
    assert [u.text for p in clause.slot("object") for u in p.members if u.mention] == other


def test_brackets_hide_their_words_but_give_titles() -> None:
    read = sentence_of("Heyette Refik Bey (Trabzon Mebusu) de bulunuyordu.")
    phrase = next(p for p in read.phrases if p.head.tag == "PER")
    assert [u.text for t in phrase.titles for u in t.members] == ["Trabzon Mebusu"]


def test_company_is_read_as_the_person() -> None:
    read = sentence_of("Enver Paşa ve arkadaşları Berlin’e gitti.")
    assert [u.text for u in read.units if u.tag == "PER"] == ["Enver Paşa"]
    assert [p.members[0].tag for p in read.clauses[-1].slot("subject")] == ["PER"]


def test_two_participles_modify_one_noun() -> None:
    read = sentence_of("Litvinov’un Suriç’e gönderdiği ve ertesi gün imzaladığı mektup kısa sürede unutuldu.")
    assert [c.head.head.lemma for c in read.clauses if c.head] == ["mektup", "mektup"]


def test_an_adverb_with_olarak_is_no_clause() -> None:
    read = sentence_of("Litvinov raporlarını düzenli olarak Moskova’ya yolladı.")
    assert [c.lemma for c in read.clauses] == ["yolla"]
    assert [p.head.lemma for p in read.clauses[0].slot("object")] == ["rapor"]


def test_who_came_is_who_was_received() -> None:
    read = sentence_of("Karahan Ankara’ya gelmiş ve İsmet Paşa tarafından kabul edilmiştir.")
    assert "Karahan" in [u.text for p in read.clauses[-1].slot("object") for u in p.members]


def test_a_converb_of_time_may_have_a_subject_of_its_own() -> None:
    read = sentence_of("Litvinov Ankara’dan dönerken Titulescu Paris’e gitti.")
    assert [p.head.text for c in read.clauses for p in c.slot("subject")] == ["Litvinov", "Titulescu"]


def test_every_unit_is_in_at_most_one_clause_argument_list() -> None:
    for raw in SENTENCES:
        read = sentence_of(raw["text"])
        finite = [c for c in read.clauses if c.predicate.form == "Fin"]
        taken = [id(p) for c in finite for p in c.phrases]
        assert len(taken) == len(set(taken)), raw["id"]


def test_pictures_draw_an_arc_for_each_argument() -> None:
    read = sentence_of(SENTENCES[5]["text"])
    labels = {arc["label"] for arc in pictures.arcs(read)}
    assert {"subject", "object", "after"} <= labels
    assert pictures.picture(read).startswith("<svg")


def test_turkish_lower_case() -> None:
    assert lower("İLKIŞIK") == "ilkışık"


@pytest.mark.parametrize(
    ("text", "lemma", "slot", "words"),
    [
        ("Üç gün sonra heyet Tahran’a geldi.", "gel", "subject", "heyet"),
        ("Rıza Şah Pehlevi Türkiye’ye geldi ve Ankara’da karşılandı.", "karşıla", "object", "Rıza Şah Pehlevi"),
        ("Bakü’den Moskova’ya giden ve antlaşmayı imzalayan Yusuf Kemal Bey 1921’de döndü.", "git", "head", "Yusuf Kemal Bey"),
        ("İsmet Paşa’nın Londra’dan ayrılıp Lozan’a gitmesi gecikti.", "ayrıl", "subject", "İsmet Paşa"),
        ("Batum’dan gelen iki bin kişilik kafile Trabzon’da kaldı.", "gel", "head", "kafile"),
        ("Amanullah Han eşiyle birlikte İstanbul’a geldi.", "gel", "subject", "Amanullah Han"),
        ("Atatürk, 1933’te geldiği Bursa’da kaldı.", "gel", "scene", "Bursa"),
        ("Enver Paşa, Anadolu’ya yardıma geleceğini bildirdi.", "gel", "subject", "Enver Paşa"),
        ("Trieste’den gelecek olan cihazlar bekleniyordu.", "gel", "subject", "cihazlar"),
        ("Moskova’ya giden ve kendi başına hareket ederek yararlı olmaya çalışan Cemal Paşa burada kaldı.", "git", "subject", "Cemal Paşa"),
        ("Ankara’ya gelen üst düzeydeki bir yetkili bir mektup verdi.", "gel", "subject", "yetkili"),
        ("Komisyon önce Londra’ya gitti.", "git", "subject", "Komisyon"),
        ("Çiçerin, Karahan’ı aracılık etmesi için Ankara’ya gönderdi.", "gönder", "object", "Karahan"),
        ("Türk heyeti döndükten sonra Rauf Bey Moskova’da kaldı.", "kal", "subject", "Rauf Bey"),
    ],
)
def test_who_moves(text: str, lemma: str, slot: str, words: str) -> None:
    clause = next(c for c in sentence_of(text).clauses if c.lemma == lemma)
    assert [u.text for p in clause.slot(slot) for u in p.members] == [words]


def test_a_list_ends_behind_its_last_joiner() -> None:
    read = sentence_of("Rauf Bey ile Fethi Bey, İsmet Paşa başkanlığındaki heyete katıldı.")
    assert [len(p.members) for p in read.phrases if p.named] == [2, 1]


def test_a_postposition_stands_behind_a_deed() -> None:
    read = sentence_of("Enver Paşa’nın Moskova’ya gelişi üzerine Cemal Paşa Kabil’e gitti.")
    assert next(c for c in read.clauses if c.lemma == "gel").relation == "after"


def test_the_stages_of_a_journey_are_told_apart() -> None:
    read = sentence_of("İsmet Paşa önce Odesa’ya, oradan 29 Nisan 1932’de Moskova’ya gitti.")
    parts = ungapped(next(c for c in read.clauses if c.lemma == "git"))
    assert [[u.text for p in c.slot("dat") for u in p.members] for c in parts] == [["Odesa"], ["Moskova"]]
    assert [any(p.head.tag == "DAT" for p in c.phrases) for c in parts] == [False, True]


def test_days_and_names_take_turns() -> None:
    read = sentence_of("Rauf Bey’in 1930’da Odesa’da, 1931’de Tiflis’te yaptığı görüşmeler uzun sürdü.")
    parts = ungapped(next(c for c in read.clauses if c.lemma == "yap"))
    assert [[u.text for p in c.slot("loc") for u in p.members] for c in parts] == [["1930", "Odesa"], ["1931", "Tiflis"]]


def test_the_last_name_beside_a_day_gives_its_postposition_to_the_others() -> None:
    read = sentence_of("Bulgaristan, 3 Mart 1924’te Macaristan ve 5 Mayıs 1925’te Avusturya ile birer ticaret anlaşması imzaladı.")
    parts = ungapped(read.clauses[-1])
    assert [[p.head.text for p in c.slot("subject")] for c in parts] == [["Bulgaristan"], ["Bulgaristan"]]
    assert [[p.head.text for p in c.slot("ile")] for c in parts] == [["Macaristan"], ["Avusturya"]]


def test_a_verb_of_time_with_its_own_subject_leaves_the_first_name_to_the_main_verb() -> None:
    died, went = sentence_of("Troçki, Frunze ölünce Kafkasya’ya gitti.").clauses
    assert [[p.head.text for p in c.slot("subject")] for c in (died, went)] == [["Frunze"], ["Troçki"]]


def test_a_future_before_a_number_describes() -> None:
    read = sentence_of("Kabil’e verilecek 200 tüfek Odesa’da bekliyordu.")
    assert next(c for c in read.clauses if c.lemma == "ver").relation == "which"


@pytest.mark.parametrize(
    "text",
    [
        "Heyet, barışa zarar verecek hiçbir madde bulunmadığını bildirdi.",
        "Litvinov, Odesa’da tutuklanmış birçok işçinin bırakılmasını istedi.",
        "Litvinov, Odesa’da tutuklanmış 30 kadar işçinin bırakılmasını istedi.",
    ],
)
def test_a_bare_future_or_past_before_a_number_or_determiner_describes(text: str) -> None:
    assert sentence_of(text).clauses[0].relation == "which"


def test_a_clause_in_the_ablative_is_the_content_of_some_verbs() -> None:
    told = sentence_of("Litvinov, heyetin Roma’ya gittiğinden söz etti.").clauses[0]
    reason = sentence_of("Litvinov, heyet Roma’ya gittiğinden Sofya’da kaldı.").clauses[0]
    assert (told.relation, reason.relation) == ("that", "because")


def test_a_clause_in_the_locative_tells_when_and_leaves_the_subject() -> None:
    signed, said = sentence_of("Litvinov Roma’ya vardığında Aras ile görüştü.").clauses
    assert signed.relation == "when" and [p.head.text for p in said.slot("subject")] == ["Litvinov"]


def test_a_calling_in_the_plural_is_not_that_of_one_person() -> None:
    (came,) = sentence_of("Roma’dan temsilciler Litvinov’a geldi.").clauses
    assert [p.head.text for p in came.slot("subject")] == ["temsilciler"]


def test_what_a_converb_is_about_hangs_on_it() -> None:
    about = sentence_of("Litvinov, kredinin verileceği konusunda Politis’e söz vererek Roma’ya gitti.").clauses[0]
    assert about.relation == "hakkında" and about.parent is not None and about.parent.predicate.text == "vererek"


def test_a_colon_before_a_quotation_is_a_verb_of_saying() -> None:
    read = sentence_of("Titulescu yaptığı açıklamada: “Görüşmeler Cenevre’de olumlu başladı” demiştir.")
    colon = next(c for c in read.clauses if c.predicate.text == ":")
    assert (colon.lemma, [p.head.text for p in colon.slot("subject")], [p.head.lemma for p in colon.slot("loc")]) == (
        "de",
        ["Titulescu"],
        ["açıklama"],
    )


def test_a_clause_in_quotation_marks_takes_nothing_from_outside() -> None:
    read = sentence_of("Titulescu, “Görüşmeler Cenevre’de olumlu başladı” diyerek salondan ayrıldı.")
    subjects = {c.lemma: [p.head.text for p in c.slot("subject")] for c in read.clauses}
    assert subjects["başla"] == ["Görüşmeler"]
    assert subjects["ayrıl"] == ["Titulescu"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Titulescu, bu görüşü açıklarken “Lehlerin, Vilno’da, bir komite kurduklarını” bildiğini ifade etti.", "et", "Titulescu"),
        ("Titulescu, bu görüşü açıklarken “Lehlerin, Vilno’da, bir komite kurduklarını” bildiğini ifade etti.", "kur", "Lehlerin"),
        ("Titulescu, “Milletler Cemiyeti” unvanını taşıyan bir kurulun kurulmasına onay verdi.", "ver", "Titulescu"),
        ("Titulescu, Roma-Paris yakınlaşmasına dair bir nota verdi.", "ver", "Titulescu"),
        ("Görüşmeler, Rıza Nur ve Hasan Saka başta olmak üzere birçok üyenin kaygısını gösterdi.", "göster", "Görüşmeler"),
        ("Konuşmalar, başta Romanya olmak üzere birçok devleti rahatsız etti.", "et", "Konuşmalar"),
        ("5 maddelik ayrıntılı bir plan ile heyet Londra’ya ulaştı.", "ulaş", "heyet"),
        ("Polonya, Letonya ve Estonya eksenli bir birliği İngiltere destekledi.", "destekle", "İngiltere"),
        ("Başkan, bu amaçla, Letonya ve Estonya yetkilileriyle görüştü.", "görüş", "Başkan"),
    ],
)
def test_who_acts_where_names_stand_beside(text: str, verb: str, subject: str) -> None:
    clause = next(c for c in sentence_of(text).clauses if c.lemma == verb)
    assert [p.head.text for p in clause.slot("subject")] == [subject]


@pytest.mark.parametrize(
    ("text", "slot", "names"),
    [
        ("Hükümet, Rıza Nur ile Doktor Adnan Bey’i görevlendirdi.", "object", ["Rıza Nur", "Doktor Adnan Bey"]),
        ("Kurul, Doktor Adnan ve Hasan Saka Beyleri Londra’ya gönderdi.", "object", ["Doktor Adnan", "Hasan Saka Beyleri"]),
        ("Toplantıda Rıza Nur ve Hasan Saka gibi deneyimli ve ünlü isimler konuştu.", "subject", ["Rıza Nur", "Hasan Saka"]),
        ("Bursa’nın İttifak Devletleri tarafından işgal edilmesi gecikti.", "subject", ["İttifak Devletleri"]),
        ("Çağrı “Letonya” ve “Estonya’da” yankı buldu.", "loc", ["Letonya", "Estonya"]),
    ],
)
def test_names_of_one_list(text: str, slot: str, names: list[str]) -> None:
    assert names in [[u.text for p in c.slot(slot) for u in p.members] for c in sentence_of(text).clauses]


def test_who_goes_with_somebody_is_not_who_goes() -> None:
    read = sentence_of("Refakatinde Salih Bozok bulunan Atatürk 15 Ocak 1930’da Eskişehir’e geldi.")
    subjects = {c.lemma: [p.head.text for p in c.slot("subject")] for c in read.clauses}
    assert subjects["gel"] == ["Atatürk"]


def test_under_somebodys_presidency_is_one_postposition() -> None:
    read = sentence_of("İsmet Paşa’nın başkanlığı altında bir heyet Londra’ya gitti.")
    assert [u.text for p in read.clauses[-1].slot("başkanlığında") for u in p.members] == ["İsmet Paşa"]


def test_a_body_behind_a_state_and_an_adjective_is_the_states() -> None:
    read = sentence_of("Polonya askerî heyeti Londra’da bir protokol imzaladı.")
    subject = read.clauses[-1].subject_phrases()[0]
    assert (subject.head.text, [p.head.text for p in subject.modifiers]) == ("heyeti", ["Polonya"])


def test_a_letter_goes_with_the_verb_that_says_what_stands_in_it() -> None:
    read = sentence_of("Rauf Bey telgrafında asker gönderilmesini istedi.")
    assert [p.head.lemma for p in read.clauses[-1].slot("loc")] == ["telgraf"]


def test_an_old_passive_is_one_of_its_base() -> None:
    read = sentence_of("Nota, Rauf Bey’e tevdi olundu.")
    assert (read.clauses[-1].lemma, read.clauses[-1].passive) == ("et", True)


def test_gelir_gelmez_is_a_converb_of_time() -> None:
    read = sentence_of("Rauf Bey, Ankara’ya gelir gelmez bir telgraf çekti.")
    assert [(c.lemma, c.relation) for c in read.clauses] == [("gel", "when"), ("çek", "")]
    assert [p.head.text for p in read.clauses[-1].slot("subject")] == ["Rauf Bey"]


@pytest.mark.parametrize(
    ("text", "lemma", "slot", "wanted"),
    [
        # What a body is made up of has no goal.
        ("Romanya, Sofya’ya üç kişiden oluşan bir heyet gönderdi.", "gönder", "dat", "Sofya"),
        # -CA tells who does what is done to the genitive before it.
        ("Atina, Sofya’nın Bulgar birliklerince boşaltılmasını istedi.", "boşalt", "object", "Sofya"),
        # A people right before a noun of deed did it.
        ("Sofya 1878’de Osmanlı işgaline uğradı.", "işgal", "subject", "Osmanlı"),
        # An office and a leaning stand like adjectives between a participle and its noun.
        ("Ankara’yı ziyaret eden Titulescu başkanlığındaki bir Romen heyeti karşılandı.", "et", "subject", "heyeti"),
        # What was expected is only said in passing.
        ("İkinci haber beklendiği gibi Sofya’dan geldi.", "gel", "subject", "haber"),
        # Behind a reference a note begins a sentence of its own.
        ("Pravda, No: 17; Litvinov, raporunu Sofya’da sundu.", "sun", "subject", "Litvinov"),
        # What happened all the same has the doer of the clause that it leads to.
        ("Titulescu Sofya’ya geldiği halde Atina’ya geçemedi.", "gel", "subject", "Titulescu"),
        # A person does not own the papers that he sends.
        ("Rauf Bey raporları Litvinov’a verdi.", "ver", "subject", "Rauf"),
        ("Sofya Antlaşması sonrası Titulescu Atina’ya gitti.", "git", "sonra", "Antlaşması"),
        # An object set off by a comma before the object of an adverbial clause is the later verb's.
        ("Politis, kenti, köprülerini yıktıktan sonra Romanya’ya verdi.", "ver", "object", "kenti"),
        # "X’e göre" behind an object belongs to the participle that has the object.
        ("Nota isteğini kurala göre Litvinov’a ileten Titulescu Atina’ya gitti.", "ilet", "object", "isteğini"),
        # Two capitals that a dash joins describe what is between them.
        ("Roma-Sofya hattına zarar veren Titulescu sustu.", "sus", "subject", "Titulescu"),
    ],
)
def test_what_takes_what(text: str, lemma: str, slot: str, wanted: str) -> None:
    clause = next(c for c in sentence_of(text).clauses if c.lemma == lemma)
    assert wanted in " ".join(u.text for p in clause.slot(slot) for u in p.members)


def heads(text: str, lemma: str, slot: str) -> list[str]:
    clause = next(c for c in sentence_of(text).clauses if c.lemma == lemma)
    return [u.text for p in clause.slot(slot) for u in p.members]


def test_being_at_a_place_takes_the_place_only() -> None:
    text = "Rauf Bey, Litvinov ile İzmir’de bulunan gemiler hakkında bir görüşme yaptı."
    assert heads(text, "yap", "ile") == ["Litvinov"]


def test_whose_name_has_no_genitive_does_not_suffer_a_nominalised_deed() -> None:
    assert heads("Litvinov bu çalışmalara son verilmesini Türkiye’den rica etti.", "et", "subject") == ["Litvinov"]


def test_a_date_before_another_one_is_the_later_verbs() -> None:
    text = "17 Ekim 1931’de 1924’te imzalanan Dostluk Antlaşması uzatıldı."
    read = sentence_of(text)
    signed, prolonged = (next(c for c in read.clauses if c.lemma == lemma) for lemma in ("imzala", "uzat"))
    assert len([p for p in signed.phrases if p.case == "Loc"]) == 1
    assert len([p for p in prolonged.phrases if p.case == "Loc"]) == 1


def test_a_deed_that_something_is_has_its_doer_in_the_genitive() -> None:
    assert heads("Dikkat çeken nokta, Litvinov’un Politis’e bunu sormasıdır.", "sor", "subject") == ["Litvinov"]


def test_whom_somebody_has_is_no_compound_with_his_name() -> None:
    assert heads("Titulescu rakiplerini alt ederek komisyonu feshetti.", "et", "subject") == ["Titulescu"]


def test_names_given_as_examples_stand_for_their_noun() -> None:
    assert heads("Romanya, Fransa ve İtalya gibi ülkelerle görüştü.", "görüş", "ins") == ["Fransa", "İtalya"]


def test_a_relative_clause_goes_with_the_subject_that_only_seems_part_of_a_compound() -> None:
    read = sentence_of("Japonya’nın desteklediği Mihver Devletleri teklifi reddetti.")
    backing = next(c for c in read.clauses if c.lemma == "destekle")
    assert [p.head.text for p in backing.slot("head")] == ["Mihver Devletleri"]


def test_the_others_of_whom_somebody_is_one_are_a_list_with_him() -> None:
    assert heads("Litvinov ve diğer komiserlerin istifa etmesi bekleniyordu.", "et", "subject") == ["Litvinov", "komiserlerin"]


def test_the_genitive_before_kendisine_is_a_subject() -> None:
    assert heads("Titulescu, Litvinov’un kendisine bilgi verdiğini söyledi.", "ver", "subject") == ["Litvinov"]


def test_a_participle_before_two_with_ile_is_of_the_first() -> None:
    text = "Bükreş’e gelen Litvinov ile Titulescu arasında bir görüşme yapıldı."
    assert heads(text, "gel", "head") == ["Litvinov"]
    assert heads(text, "yap", "arasında") == ["Litvinov", "Titulescu"]


def test_an_agent_before_an_active_verb_is_that_of_the_passive_inside() -> None:
    text = "Titulescu, Litvinov tarafından Mısır gibi sıcak ülkelerde kullanılmasını uygun gördü."
    assert heads(text, "gör", "subject") == ["Titulescu"]
    assert heads(text, "kullan", "subject") == ["Litvinov"]


def test_ister_istemez_is_no_verb() -> None:
    assert [c.lemma for c in sentence_of("Titulescu ister istemez Bükreş’e döndü.").clauses] == ["dön"]


def test_the_first_of_two_participles_of_one_verb_is_no_main_verb() -> None:
    read = sentence_of("Titulescu, imzalanmış ve imzalanacak belgeleri Bükreş’e götürdü.")
    assert [c.lemma for c in read.clauses if c.predicate.form == "Fin"] == ["götür"]


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Litvinov’un, barıştan yana olan bu yeni tavrı Roma’da olumlu karşılandı.", "tavrı"),
        ("Litvinov’un, Fransa’nın konferansa gelmesi yönündeki isteği Roma’da olumlu karşılandı.", "isteği"),
    ],
)
def test_a_genitive_far_before_its_noun_owns_it(text: str, owned: str) -> None:
    phrase = next(p for c in sentence_of(text).clauses for p in c.phrases if p.head.text == owned)
    assert [o.head.text for o in phrase.owners] == ["Litvinov"]


def test_two_told_apart_by_pronouns_are_a_list() -> None:
    text = "İlki Titulescu’nun, ikincisi ise Litvinov’un başkanlığında iki heyet Roma’ya gitti."
    assert heads(text, "git", "başkanlığında") == ["Titulescu", "Litvinov"]


def test_who_is_named_instead_takes_the_place_of_another_one() -> None:
    assert heads("İsmet Paşa, Fransa’ya değil, İtalya’ya bir nota verdi.", "ver", "dat") == ["İtalya"]
    both = "Litvinov, yalnızca Fransa tarafından değil, geçen ay tanıdığı İtalya tarafından da desteklenmedi."
    assert heads(both, "destekle", "subject") == ["Fransa", "İtalya"]


def test_a_participles_object_leaves_its_owner_to_the_noun_behind() -> None:
    read = sentence_of("Titulescu’nun barışı öven konuşması Bükreş’te yankı uyandırdı.")
    speech = next(p for p in read.phrases if p.head.lemma == "konuşma")
    assert [o.head.text for o in speech.owners] == ["Titulescu"]


def test_a_noun_read_as_possessed_is_the_object_of_a_verb_without_one() -> None:
    read = sentence_of("Litvinov toplantıdan çekildi ve haberi üç hafta sakladı.")
    hid = next(c for c in read.clauses if c.lemma == "sakla")
    assert [u.text for p in hid.slot("subject") for u in p.members] == ["Litvinov"]
    assert "haberi" in [u.text for p in hid.slot("object") for u in p.members]


def test_what_describes_an_attitude_is_done_by_whoever_takes_it() -> None:
    read = sentence_of("Titulescu, paktı reddeden bir tavır sergiledi.")
    refused = next(c for c in read.clauses if c.predicate.kind == "An")
    assert [u.text for p in refused.slot("subject") for u in p.members] == ["Titulescu"]


def test_ones_own_letter_waits_for_the_main_verb() -> None:
    read = sentence_of("Titulescu, cevabî mektubunda barışı öven sözlere yer verdi.")
    assert any(p.head.lemma == "mektup" for p in read.clauses[-1].phrases)
