"""Sentences with marked names, and a small authority, for the tests of names."""

from __future__ import annotations

import itertools
import re
from types import MappingProxyType

import spacy

from extraction import names
from extraction.names import Names
from extraction.records import Document, Mention, Passage, Source, Span
from ontology.authority import Authority, Entry

NLP = spacy.blank("tr")
MARK = re.compile(r"\[(PER|LOC|GPE|ORG|GRP|AGR|CNF|WAR|OFF|DAT):([^\[\]]*)\]")
DAY = re.compile(r"\b\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık) \d{4}\b|\b1[89]\d\d\b")


def _entry(entry: str, kind: str, tr: str, variants: str = "", short: str = "", start: str = "", end: str = "") -> Entry:
    split = [tuple(filter(None, cell.split("|"))) for cell in (variants, short)]
    return Entry(entry, kind, tr, variants=split[0], short=split[1], start=start, end=end)


AUTHORITY = Authority(
    MappingProxyType(
        {
            e.id: e
            for e in (
                _entry("person/anthony-eden", "Person", "Anthony Eden", "Eden", start="1897", end="1977"),
                _entry(
                    "person/semyon-ivanovic-aralov", "Person", "Semyon İvanoviç Aralov", "Aralov|S. İ. Aralov", start="1880", end="1969"
                ),
                _entry("person/halil-kut", "Person", "Halil Kut", "", "Halil Paşa|Halil", "1882", "1957"),
                _entry("person/halil-rifat-pasa", "Person", "Halil Rifat Paşa", "", "Halil Paşa", "1820", "1901"),
                _entry("person/ismet-inonu", "Person", "İsmet İnönü", "İsmet Paşa|İnönü", "İsmet", "1884", "1973"),
                _entry("place/ankara", "Place", "Ankara"),
                _entry("place/atina", "Place", "Atina"),
                _entry("place/cenevre", "Place", "Cenevre"),
                _entry("place/kirim", "Place", "Kırım"),
                _entry("place/londra", "Place", "Londra"),
                _entry("place/lozan", "Place", "Lozan"),
                _entry("place/paris", "Place", "Paris"),
                _entry("place/roma", "Place", "Roma"),
                _entry("place/van", "Place", "Van"),
                _entry("state/almanya", "State", "Almanya", short="Berlin|Alman|Almanlar"),
                _entry("state/fransa", "State", "Fransa", "Fransız Hükümeti", "Paris|Fransız|Fransızlar"),
                _entry("state/ingiltere", "State", "İngiltere", "İngiliz Hükümeti", "Londra|İngiliz|İngilizler"),
                _entry("state/romanya", "State", "Romanya"),
                _entry("state/turkiye", "State", "Türkiye", "Türk tarafı", "Ankara|Türk|Türkler"),
                _entry("state/yunanistan", "State", "Yunanistan", "Yunan Hükümeti", "Atina|Yunan|Yunanlılar"),
                _entry("agreement/lozan-antlasmasi", "Agreement", "Lozan Antlaşması", "Lozan Barış Antlaşması", start="1923-07-24"),
                _entry("agreement/paris-antlasmasi-1856", "Agreement", "Paris Antlaşması (1856)", "", "Paris Antlaşması", "1856"),
                _entry("agreement/paris-antlasmasi-1898", "Agreement", "Paris Antlaşması (1898)", "", "Paris Antlaşması", "1898"),
            )
        }
    )
)


def unmark(sentence: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a marked sentence's plain text and the spans with their tags."""
    plain, spans, at = "", [], 0
    for match in MARK.finditer(sentence):
        plain += sentence[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        at = match.end()
    return plain + sentence[at:], spans


def document(*texts: str) -> Document:
    """Return a document whose passages are ``texts``, a sentence ending at each full stop that a blank and a capital follow."""
    passages = []
    for text in texts:
        ends = [m.end() for m in re.finditer(r"(?<=[^\W\dA-ZÇĞİÖŞÜ_]{2})[.!?](?=\s+[A-ZÇĞİÖŞÜ])", text)]
        cuts = [0, *ends, len(text)]
        sentences = tuple(Span(a, b) for a, b in itertools.pairwise(cuts) if b > a)
        passages.append(Passage(text, tuple(range(len(text))), "body", sentences))
    return Document(Source("test", "test.txt", "0", "utf-8"), "\n".join(texts), tuple(passages))


def dates(made: Document) -> list[list[Mention]]:
    """Return plain dates only, so that these tests rest on no other part of the extraction."""
    months = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"]
    rows: list[list[Mention]] = []
    for number, passage in enumerate(made.passages):
        row = []
        for match in DAY.finditer(passage.text):
            parts = match.group().split()
            value = parts[-1] if len(parts) == 1 else f"{parts[2]}-{months.index(parts[1]) + 1:02}-{int(parts[0]):02}"
            row.append(Mention(number, match.start(), match.end(), Span(*match.span()), "DAT", match.group(), value=value))
        rows.append(row)
    return rows


def find(*texts: str, **options: object) -> Names:
    """Return the names found in ``texts`` with the small authority."""
    made = document(*texts)
    docs = [NLP.make_doc(p.text) for p in made.passages]
    return names.find(docs, made, dates(made), options.pop("authority", AUTHORITY), **options)  # type: ignore[arg-type]


def spans(found: Names) -> list[tuple[int, int, str]]:
    """Return the spans found in the first passage, dates left out."""
    return [(m.start, m.end, m.tag) for m in found.mentions[0] if m.tag != "DAT"]


def marked(text: str, found: Names) -> str:
    """Return ``text`` with the mentions found in it marked, for readable failures."""
    for mention in sorted(found.mentions[0], key=lambda m: -m.start):
        if mention.tag != "DAT":
            text = f"{text[: mention.start]}[{mention.tag}:{text[mention.start : mention.end]}]{text[mention.end :]}"
    return text
