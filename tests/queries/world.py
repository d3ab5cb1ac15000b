"""A small made-up graph for the questions: two texts, every type of event that a question asks for, one disagreement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from extraction.records import Entity, Extraction, Fact, Filler, Mention, Source, Span, Status, Work
from ontology.authority import Authority, Entry

ENTRIES = (
    Entry("agreement/kars-antlasmasi", "Agreement", "Kars Antlaşması", "Treaty of Kars", start="1921-10-13"),
    Entry("agreement/paris-antlasmasi", "Agreement", "Paris Antlaşması", "Treaty of Paris", start="1925-12-17"),
    Entry("conference/kars-konferansi", "Conference", "Kars Konferansı"),
    Entry("office/moskova-buyukelcisi", "Office", "Moskova büyükelçisi"),
    Entry("office/hariciye-vekili", "Office", "Hariciye Vekili"),
    Entry("person/ali-fuat-cebesoy", "Person", "Ali Fuat Cebesoy", variants=("Ali Fuat Paşa",), of=("state/turkiye",)),
    Entry("person/bekir-sami-gunsav", "Person", "Bekir Sami Günsav", short=("Bekir Sami Bey",)),
    Entry("person/bekir-sami-kunduh", "Person", "Bekir Sami Kunduh", short=("Bekir Sami Bey",), of=("state/turkiye",)),
    Entry("person/georgi-cicerin", "Person", "Georgi Çiçerin", "Georgy Chicherin", ("Chicherin",), of=("state/sovyet-rusya",)),
    Entry("person/kazim-karabekir", "Person", "Kâzım Karabekir", of=("state/turkiye",)),
    Entry("person/mihail-frunze", "Person", "Mihail Frunze"),
    Entry("person/mustafa-kemal-ataturk", "Person", "Mustafa Kemal Atatürk"),
    Entry("person/yakov-ganetski", "Person", "Yakov Ganetski", of=("state/sovyet-rusya",)),
    Entry("person/yusuf-kemal-tengirsenk", "Person", "Yusuf Kemal Tengirşenk", variants=("Yusuf Kemal Bey",)),
    Entry("place/ankara", "Place", "Ankara", "Ankara"),
    Entry("place/kars", "Place", "Kars", "Kars"),
    Entry("place/moskova", "Place", "Moskova", "Moscow", of=("place/rusya",)),
    Entry("place/rusya", "Place", "Rusya", "Russia"),
    Entry("state/sovyet-rusya", "State", "Sovyet Rusya", "Soviet Russia"),
    Entry("state/turkiye", "State", "Türkiye", "Turkey"),
)
AUTHORITY = Authority({entry.id: entry for entry in ENTRIES})
_IDS: Mapping[str, str] = {entry.id.partition("/")[2]: entry.id for entry in ENTRIES}
_DATES = {"date", "start", "end", "departed", "arrived", "ratified", "inForce"}
_WORDS = {"kind", "topic", "item", "amount", "purpose"}

Row = tuple[str, str, Status, str, dict[str, str | list[str]]]

FIRST: tuple[Row, ...] = (
    ("Agreement", "Kars Antlaşması’nı Kâzım Karabekir ile Ganetski imzaladı.", "asserted", "1",
     {"agreement": "kars-antlasmasi", "date": "1921-10-13", "signatory": ["kazim-karabekir", "yakov-ganetski"], "place": "kars"}),
    ("Agreement", "Antlaşmanın tarafları Türkiye ile Sovyet Rusya idi.", "asserted", "",
     {"agreement": "kars-antlasmasi", "party": ["turkiye", "sovyet-rusya"]}),
    ("Mission", "Bekir Sami Bey’in heyeti Yusuf Kemal Bey ile Moskova’ya 19 Temmuz 1920’de vardı.", "asserted", "2",
     {"head": "bekir-sami-kunduh", "member": "yusuf-kemal-tengirsenk", "destination": "moskova", "arrived": "1920-07-19",
      "sender": "turkiye"}),
    ("Communication", "Mustafa Kemal Paşa 26 Nisan 1920’de Çiçerin’e bir mektup yazdı.", "asserted", "",
     {"kind": "mektup", "sender": "mustafa-kemal-ataturk", "recipient": "georgi-cicerin", "date": "1920-04-26"}),
    ("Communication", "Çiçerin 3 Haziran 1920’de mektupla cevap verdi.", "asserted", "",
     {"kind": "mektup", "sender": "georgi-cicerin", "recipient": "mustafa-kemal-ataturk", "date": "1920-06-03",
      "topic": "diplomatik ilişki"}),
    ("Appointment", "Ali Fuat Paşa Kasım 1920’de Moskova’ya büyükelçi atandı.", "asserted", "",
     {"person": "ali-fuat-cebesoy", "office": "moskova-buyukelcisi", "represents": "turkiye", "kind": "appointed", "start": "1920-11"}),
    ("Office", "Hariciye Vekili Bekir Sami Bey de oradaydı.", "asserted", "",
     {"person": "bekir-sami-kunduh", "office": "hariciye-vekili", "represents": "turkiye"}),
    ("Transfer", "Sovyet Rusya Nisan 1921’de Türkiye’ye dört milyon altın ruble verdi.", "asserted", "",
     {"giver": "sovyet-rusya", "recipient": "turkiye", "item": "Altın ruble", "amount": "4000000", "date": "1921-04"}),
    ("Meeting", "Frunze ile Mustafa Kemal Paşa 4 Ocak 1922’de Ankara’da görüştü.", "asserted", "",
     {"participant": ["mihail-frunze", "mustafa-kemal-ataturk"], "date": "1922-01-04", "place": "ankara"}),
    ("Movement", "Frunze 13 Aralık 1921’de Ankara’ya geldi.", "asserted", "",
     {"actor": "mihail-frunze", "destination": "ankara", "date": "1921-12-13"}),
    ("Conference", "Kars Konferansı 26 Eylül 1921’de açıldı, Türkiye de katıldı.", "asserted", "",
     {"conference": "kars-konferansi", "start": "1921-09-26", "place": "kars", "participant": "turkiye"}),
)  # fmt: skip
SECOND: tuple[Row, ...] = (
    ("Mission", "Bekir Sami Bey’in heyeti 11 Temmuz 1920’de Moskova’ya ulaştı.", "asserted", "",
     {"head": "bekir-sami-kunduh", "destination": "moskova", "arrived": "1920-07-11"}),
    ("Movement", "Çiçerin’in Ankara’ya gelmesi düşünüldü.", "planned", "",
     {"actor": "georgi-cicerin", "destination": "ankara"}),
    ("Movement", "Mustafa Kemal Paşa Moskova’ya gitmedi.", "denied", "",
     {"actor": "mustafa-kemal-ataturk", "destination": "moskova"}),
    ("Agreement", "Paris Antlaşması’nı 17 Aralık 1925’te Çiçerin ile Şeref Bey imzaladı.", "asserted", "1",
     {"agreement": "paris-antlasmasi", "date": "1925-12-17", "signatory": ["georgi-cicerin", "person/seref-bey"]}),
)  # fmt: skip
WORKS = {
    "1": Work(
        "karabekir", "work", "Karabekir, İstiklal Harbimiz", "Kâzım Karabekir", "İstiklal Harbimiz", "9", "", "Karabekir, s. 9", Span(0, 5)
    ),
    "2": Work("bca-030", "archive", "BCA 030.10/1.2.3", "", "", "", "030.10/1.2.3", "BCA 030.10/1.2.3", Span(0, 5)),
}


def _filler(role: str, value: str) -> Filler:
    return Filler("date" if role in _DATES else "text" if role in _WORDS else "entity", _IDS.get(value, value))


def _fact(text: str, row: Row) -> Fact:
    kind, sentence, status, note, args = row
    start = text.index(sentence)
    fillers = {role: tuple(_filler(role, v) for v in ([value] if isinstance(value, str) else value)) for role, value in args.items()}
    return Fact(kind, fillers, (Span(start, start + len(sentence)),), sentence, status, 0.8, f"{kind}/deneme", (note,) if note else ())


def _extraction(doc: str, title: str, rows: Iterable[Row]) -> Extraction:
    text = "\n".join(row[1] for row in rows)
    source = Source(doc, f"{doc}.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8", {"title": title, "authors": ["A. Yazar"]})
    at = text.find("Şeref Bey")
    named = (Mention(0, at, at + 9, Span(at, at + 9), "PER", "Şeref Bey", "person/seref-bey"),) if at >= 0 else ()
    strangers = (Entity("person/seref-bey", "Person", "Şeref Bey"),) if named else ()
    return Extraction(source, text, strangers, named, tuple(_fact(text, row) for row in rows), {k: (w,) for k, w in WORKS.items()})


TEXTS = (_extraction("birinci", "Birinci Deneme", FIRST), _extraction("ikinci", "İkinci Deneme", SECOND))
