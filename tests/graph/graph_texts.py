"""Hand-made extractions for the tests: sentences of our own, with facts and mentions found by their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from extraction.records import Entity, Extraction, Fact, Filler, Mention, Source, Span, Status, Tag, Work
from ontology.authority import Authority, Entry

ENTRIES = (
    Entry(
        "agreement/moskova-antlasmasi-1921",
        "Agreement",
        "Moskova Antlaşması (1921)",
        "Treaty of Moscow (1921)",
        ("16 Mart Antlaşması",),
        start="1921-03-16",
    ),
    Entry("agreement/kars-antlasmasi-1921", "Agreement", "Kars Antlaşması", "Treaty of Kars", start="1921-10-13"),
    Entry("conference/lozan-konferansi", "Conference", "Lozan Konferansı"),
    Entry("conflict/sakarya-muharebesi", "Conflict", "Sakarya Muharebesi"),
    Entry("state/turkiye", "State", "Türkiye", "Turkey", wikidata="Q43"),
    Entry("state/sovyet-rusya", "State", "Sovyet Rusya", "Soviet Russia", ("Rusya",)),
    Entry("person/bekir-sami-kunduh", "Person", "Bekir Sami Kunduh", start="1867", end="1933", of=("state/turkiye",)),
    Entry("person/yusuf-kemal-tengirsenk", "Person", "Yusuf Kemal Tengirşenk", variants=("Yusuf Kemal Bey",)),
    Entry("person/georgi-cicerin", "Person", "Georgi Çiçerin", "Georgy Chicherin"),
    Entry("person/mustafa-kemal-ataturk", "Person", "Mustafa Kemal Atatürk"),
    Entry("place/moskova", "Place", "Moskova", "Moscow", latitude=55.75, longitude=37.62, of=("place/rusya",)),
    Entry("place/rusya", "Place", "Rusya toprakları"),
    Entry("place/ankara", "Place", "Ankara"),
    Entry("office/disisleri-komiseri", "Office", "Dışişleri Komiseri"),
)
AUTHORITY = Authority({entry.id: entry for entry in ENTRIES})

SHORT = {entry.id.partition("/")[2]: entry.id for entry in ENTRIES}
DATES = frozenset({"date", "ratified", "inForce", "departed", "arrived", "start", "end"})
TEXTS = frozenset({"kind", "topic", "purpose", "outcome", "item", "amount", "size", "mission"})


def filler(role: str, value: str, text: str) -> Filler:
    """Return a filler: a date or text by its role, else an entity by its short id; “value@words” says where it stands."""
    value, _, words = value.partition("@")
    kind = "date" if role in DATES else "text" if role in TEXTS else "entity"
    start = text.index(words) if words else 0
    return Filler(kind, SHORT.get(value, value), Span(start, start + len(words)) if words else None)


def fact(
    text: str, type: str, sentence: str, status: Status = "asserted", confidence: float = 0.8, notes: Iterable[str] = (), **args: object
) -> Fact:
    """Return a fact whose evidence is ``sentence`` of ``text``; its roles are keywords, several values a list."""
    start = text.index(sentence)
    values = {role: value if isinstance(value, list) else [str(value)] for role, value in args.items()}
    fillers = {role: tuple(filler(role, v, text) for v in found) for role, found in values.items()}
    segments = (Span(start, start + len(sentence)),)
    return Fact(type, fillers, segments, " ".join(sentence.split()), status, confidence, f"{type}/test", tuple(notes), "12", "Giriş")


def mention(text: str, words: str, tag: Tag, entity: str | None = None, value: str | None = None) -> Mention:
    """Return the mention of ``words``, where they first stand in ``text``."""
    start = text.index(words)
    span = Span(start, start + len(words))
    return Mention(0, start, start + len(words), span, tag, words, SHORT.get(entity or "", entity), value, rule="test")


def extraction(
    doc: str, text: str, facts: Iterable[Fact], mentions: Iterable[Mention] = (), entities: Iterable[Entity] = (), **more: object
) -> Extraction:
    """Return what a text named ``doc`` gave."""
    source = Source(
        doc, f"{doc}.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8", {"title": f"{doc} denemesi", "authors": ["A. Yazar"]}
    )
    return Extraction(source, text, tuple(entities), tuple(mentions), tuple(facts), **more)  # type: ignore[arg-type]


TREATY = "Moskova Antlaşması 16 Mart 1921'de Yusuf Kemal Bey ile Çiçerin\ntarafından imzalandı.12"
MISSION = "Bekir Sami Bey başkanlığındaki heyet 19 Temmuz 1920'de Moskova'ya vardı."
PLAN = "Çiçerin'in Ankara'ya gelmesi düşünülüyordu."
TEXT_A = f"GİRİŞ\n\n{TREATY}\n{MISSION} {PLAN}\n"
WORKS: Mapping[str, tuple[Work, ...]] = {
    "12": (Work("yazar-hatiralar", "work", "Yazar, Hatıralar", "A. Yazar", "Hatıralar", "5", "", "A. Yazar, Hatıralar, s. 5", Span(0, 5)),)
}
A = extraction(
    "a_metni",
    TEXT_A,
    [
        fact(
            TEXT_A,
            "Agreement",
            TREATY,
            notes=["12"],
            agreement="moskova-antlasmasi-1921",
            date="1921-03-16",
            signatory=["yusuf-kemal-tengirsenk", "georgi-cicerin"],
        ),
        fact(TEXT_A, "Mission", MISSION, head="bekir-sami-kunduh", destination="moskova", arrived="1920-07-19"),
        fact(TEXT_A, "Movement", PLAN, "planned", actor="georgi-cicerin@Çiçerin", destination="ankara"),
    ],
    [mention(TEXT_A, "Moskova Antlaşması", "AGR", "moskova-antlasmasi-1921"), mention(TEXT_A, "16 Mart 1921", "DAT", value="1921-03-16")],
    citations=WORKS,
)
TREATY_B = "Mart 1921'de Türkiye ile Rusya arasında Moskova Antlaşması yapıldı."
MISSION_B = "Heyet, Bekir Sami Bey'in başkanlığında 11 Temmuz 1920'de Moskova'ya ulaştı."
NO_VISIT = "Atatürk Moskova'ya gitmedi."
NEW = "Ressam Şeref Bey 1922'de Ankara'ya geldi."
TEXT_B = f"{TREATY_B} {MISSION_B}\n\n{NO_VISIT} {NEW}"
B = extraction(
    "b_metni",
    TEXT_B,
    [
        fact(TEXT_B, "Agreement", TREATY_B, agreement="moskova-antlasmasi-1921", date="1921-03", party=["turkiye", "sovyet-rusya"]),
        fact(
            TEXT_B,
            "Mission",
            MISSION_B,
            confidence=0.6,
            head="bekir-sami-kunduh@Bekir Sami Bey",
            destination="moskova",
            arrived="1920-07-11",
        ),
        fact(TEXT_B, "Movement", NO_VISIT, "denied", actor="mustafa-kemal-ataturk", destination="moskova"),
        fact(TEXT_B, "Movement", NEW, actor="person/seref-bey", destination="ankara", date="1922"),
    ],
    [mention(TEXT_B, "Şeref Bey", "PER", "person/seref-bey")],
    [Entity("person/seref-bey", "Person", "Ressam Şeref Bey", ("Şeref Bey",))],
)
TEXT_C = "Rivayete göre heyet 20 Temmuz 1920'de Moskova'ya varmıştı. Bekir Sami Bey ise 19 Temmuz 1920'de oradaydı."
C = extraction(
    "c_metni",
    TEXT_C,
    [
        fact(
            TEXT_C,
            "Mission",
            "heyet 20 Temmuz 1920'de Moskova'ya varmıştı",
            "reported",
            head="bekir-sami-kunduh@Bekir Sami Bey",
            destination="moskova",
            arrived="1920-07-20",
        ),
        fact(
            TEXT_C,
            "Mission",
            "Bekir Sami Bey ise 19 Temmuz 1920'de oradaydı.",
            head="bekir-sami-kunduh",
            destination="moskova",
            arrived="1920-07-19",
        ),
    ],
)
ALL = (A, B, C)


def with_fact(base: Extraction, *facts: Fact) -> Extraction:
    """Return ``base`` with other facts."""
    return replace(base, facts=facts)
