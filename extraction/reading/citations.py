"""Works and archive folios cited in notes and in brackets of the text.

A note is taken apart at semicolons and sentence ends; each part that has pages, a volume, a folio or a word such as *a.g.e.* is a
citation. *A.g.e.* and a bare author are resolved to the work meant: the last one cited, the last one of that author.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from extraction.reading.damaged import ODD
from extraction.reading.rules import table
from extraction.records import Passage, Span, Work
from ontology.turkish import lower

PART = re.compile(r"[^;]+")
NAME = re.compile(r"(?:[A-ZÇĞİÖŞÜ][\w’'.-]*|ve|–|-|&|v[oa]n|de|vd\.?)(?:\s(?:[A-ZÇĞİÖŞÜ][\w’'.-]*|ve|–|-|&|v[oa]n|de|vd\.?)){0,7}")
INITIALS = re.compile(r"(?:[A-ZÇĞİÖŞÜ]\.\s?)+(?=[A-ZÇĞİÖŞÜ])")
INTEXT = re.compile(
    r"\((?P<author>[A-ZÇĞİÖŞÜ][^\W\d_]+(?:[ -](?:ve |& |vd\.? ?)?[A-ZÇĞİÖŞÜ][^\W\d_]+){0,2}),?\s"
    r"(?:(?P<year>1[6-9]\d\d|20\d\d)(?:[:,]\s?(?:s\.\s?)?))?"
    r"(?P<pages>\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s?\d{1,4}(?:[-–]\d{1,4})?)*)\)"
)
MONTHS = frozenset(["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"])
BRACKET = re.compile(r"\([^()]{8,200}\)")
GENITIVE = re.compile(r"[’'][a-zçğıöşü]")
AUTHOR = re.compile(r"(?:^|[.:]\s?|için\s|\bbkz?\.\s?)(?:[A-ZÇĞİÖŞÜ][\w’'-]*\.?\s?|ve\s|&\s){1,6}$")
MIXED = r"[A-ZÇĞİÖŞÜ]{2}[a-zçğıöşü]+[A-ZÇĞİÖŞÜ]|[a-zçğıöşü][A-ZÇĞİÖŞÜ]|[/;]|\w\.[a-zçğıöşü]|\d[^\W\d_]|[^\W\d_]\d"
GARBLED = re.compile(f"{ODD.pattern}|{MIXED}")
YEAR = re.compile(r"1[6-9]\d\d|20\d\d")


class Field(NamedTuple):
    """A stretch between commas, with its place in the part."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Shelf:
    """The works met so far, in the order cited: what *a.g.e.* and bare surnames are looked up in."""

    last: Work | None = None
    authors: dict[str, list[Work]] = field(default_factory=dict)

    def put(self, work: Work) -> Work:
        """Remember a work and return it."""
        self.last = work
        for name in _surnames(work.author):
            self.authors.setdefault(name, []).append(work)
        if not work.author:
            self.authors.setdefault(lower(work.title), []).append(work)
        return work

    def by(self, author: str) -> Work | None:
        """Return the work last cited of an author: by surname, and by the first letter of the first name where both are given."""
        if lower(author) in self.authors and not self.authors[lower(author)][-1].author:
            return self.authors[lower(author)][-1]
        works = next((self.authors[name] for name in _surnames(author) if name in self.authors), [])
        fitting = [work for work in works if _fits(author, work.author)]
        return fitting[-1] if fitting else None


def _fits(short: str, full: str) -> bool:
    """Return whether two spellings can name one author: one is a bare surname, or the first letters agree."""
    one_word = min(len(re.findall(r"[^\W\d_]+", name)) for name in (short, full)) == 1
    return one_word or short[:1] == full[:1]


def cited(passages: Iterable[Passage]) -> dict[str, tuple[Work, ...]]:
    """Return the works that each note cites, by note number, and those cited in brackets of the text, by ``@`` and source offset.

    The key of an in-text citation is "@" and the source offset of its bracket; ``Work.span`` counts source code points.
    """
    shelf = Shelf()
    found: dict[str, tuple[Work, ...]] = {}
    for passage in passages:
        if passage.kind == "note":
            works = tuple(_note(passage, shelf))
            if works and passage.number:
                found[passage.number] = works
        elif passage.kind in ("body", "quotation"):
            found.update((f"@{work.span.start}", (work,)) for work in _in_text(passage, shelf))
    return found


def _note(passage: Passage, shelf: Shelf) -> Iterator[Work]:
    for start, end in _parts(passage):
        lead = max((match.end() for pattern in _patterns("lead") for match in pattern.finditer(passage.text, start, end)), default=start)
        work = _citation(passage, lead, end, shelf)
        if work:
            yield work


def _parts(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the parts of a note between semicolons and sentence ends; a bare "s. 5" after a semicolon belongs to what is before it."""
    start = end = -1
    for sentence in passage.sentences:
        for match in PART.finditer(passage.text, *sentence):
            bare = re.match(r"\s*(?:ss?|c)\.\s?\d", match[0])
            if start >= 0 and match.start() - end <= 1 and (bare or AUTHOR.search(passage.text[start:end])):
                end = match.end()
                continue
            if start >= 0:
                yield start, end
            start, end = match.span()
    if start >= 0:
        yield start, end


def _citation(passage: Passage, start: int, end: int, shelf: Shelf) -> Work | None:
    text = passage.text[start:end]
    lead = len(text) - len(text.lstrip(' ,.“"'))
    text, start = text.strip(), start + lead
    text = text.lstrip(" ,.")
    span = passage.source_span(start, max(start + 1, end))
    if not text:
        return None
    if _is_archive(text):
        return shelf.put(_archive(text, span))
    again = _again(text, span, shelf)
    if again:
        return shelf.put(again)
    pages, volume = _first("pages", text), _first("volume", text)
    if not pages and not volume and not _dated(text):
        return None
    work = _work(text, pages, volume, span, shelf)
    return shelf.put(work) if work else None


def _is_archive(text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns("archive", "names")) and bool(_folios(text))


def _folios(text: str) -> list[re.Match[str]]:
    return sorted(
        (match for pattern in _patterns("archive", "folios") for match in pattern.finditer(text)), key=lambda match: match.start()
    )


def _archive(text: str, span: Span) -> Work:
    first = _folios(text)[0].start()
    title = text[:first].strip(" ,(:") or text.split(",")[0]
    folio = text[first:].strip(" ,.)")
    return Work(_key(title, folio), "archive", f"{title}, {folio}", "", title, _first("pages", text), folio, text, span)


def _again(text: str, span: Span, shelf: Shelf) -> Work | None:
    """Resolve *a.g.e.* and *aynı yer* to the work meant."""
    low = lower(text)
    for word in table("citations")["again"]["words"] + table("citations")["again"]["place"]:
        match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low)
        if not match:
            continue
        author = text[: match.start()].strip(" ,.")
        meant = (shelf.by(author) if author else None) or (None if author and NAME.fullmatch(author) else shelf.last)
        if meant is None:
            return Work(_key(author), "work", author, author, "", _first("pages", text), "", text, span) if author else None
        same = word in table("citations")["again"]["place"]
        pages = meant.pages if same else _first("pages", text)
        return Work(meant.key, meant.kind, meant.label, meant.author, meant.title, pages, meant.folio, text, span)
    return None


def _work(text: str, pages: str, volume: str, span: Span, shelf: Shelf) -> Work | None:
    fields = _fields(text)
    first = fields[0].text
    second = fields[1].text if len(fields) > 1 else ""
    if not second or _counts(second):
        meant = shelf.by(first) if NAME.fullmatch(first) and len(first.split()) <= 3 else None
        if meant:
            return Work(meant.key, meant.kind, meant.label, meant.author, meant.title, pages, meant.folio, text, span)
        author, title = "", _untailed(first)
    elif (
        NAME.fullmatch(first) and not _of_edition(second) and not GENITIVE.search(first) and not first.isupper() and len(first.split()) <= 6
    ):
        author, title = first, _title(fields[1:])
    else:
        author, title = "", _title(fields)
    if not re.search(r"[^\W\d_]{2}", author + title):
        return None
    known = _same(author, title, volume, text, shelf)
    if known:
        return Work(known.key, "work", known.label, known.author, known.title, pages, "", text, span)
    if GARBLED.search(title):
        if not author or GARBLED.search(author):
            return None
        title, volume = "", ""
    label = ", ".join(part for part in (author, title, f"C. {volume}" if volume else "") if part)
    surname = next(iter(_surnames(author)), "")
    return Work(_key(surname, title, volume), "work", label, author, title, pages, "", text, span)


def _same(author: str, title: str, volume: str, text: str, shelf: Shelf) -> Work | None:
    """Return the work cited before whose title is nearly this one, spelled otherwise or misread; volumes are works of their own."""
    least = 60 if ODD.search(text) else 90
    works = [work for name in _surnames(author) for work in shelf.authors.get(name, ())]
    alike = [work for work in works if not volume and work.title and ratio(lower(work.title), lower(title)) >= least]
    return alike[-1] if alike and _fits(author, alike[-1].author) and " C. " not in alike[-1].label else None


def _title(fields: list[Field]) -> str:
    """Return the title: the first field and those after it up to the edition, the volume or the pages."""
    parts = [fields[0].text]
    for entry in fields[1:]:
        if _counts(entry.text) or _of_edition(entry.text):
            break
        parts.append(entry.text)
    return _untailed(", ".join(parts))


def _of_edition(text: str) -> bool:
    """Return whether a field belongs to the edition: publisher, place, year; an article's title in quotation marks does not."""
    return not text.startswith(("“", '"')) and any(pattern.search(text) for pattern in _patterns("imprint"))


def _counts(text: str) -> bool:
    """Return whether a field is pages, a volume, a number or a date and not a title."""
    for section in ("pages", "volume"):
        for pattern in _patterns(section):
            match = pattern.match(text)
            if match:
                return True
    return bool(re.match(r"(?:[Nn]o|[Nn]r|[Ss]ayı|[Bb]elge)\b|\(?\d[\d\s./–-]*\)?$|\d{1,2} [^\W\d_]+ \d{4}", text))


def _untailed(title: str) -> str:
    """Return a title without the pages or volume that follow it without a comma, and without quotation marks."""
    for section in ("pages", "volume"):
        for pattern in _patterns(section):
            match = pattern.search(title)
            if match and match.start() > 3:
                title = title[: match.start()]
    return title.strip(" ,.“”\"'")


def _fields(text: str) -> list[Field]:
    """Take a citation apart at commas, and at semicolons used as commas, outside quotation marks and brackets."""
    found = []
    depth = start = 0
    for at, ch in enumerate(text):
        depth += (ch in "(“") - (ch in ")”")
        if ch in ",;" and depth <= 0:
            found.append(Field(start, at, text[start:at].strip()))
            start = at + 1
    found.append(Field(start, len(text), text[start:].strip()))
    return [entry for entry in found if entry.text] or [Field(0, len(text), text)]


def _dated(text: str) -> bool:
    """Return whether a part cites a newspaper or a book without pages: a name, a comma, and a year at the end."""
    return bool(re.fullmatch(r"[A-ZÇĞİÖŞÜ“\"][^.]{3,160},[^.]{0,60}\b(?:1[6-9]\d\d|20\d\d)\)?\.?", text)) and text.count(",") >= 2


def _in_text(passage: Passage, shelf: Shelf) -> Iterator[Work]:
    """Yield the works in brackets: “(Kurat 376)”, “(RGASPİ, Fon 159, Dosya 57)”."""
    for match in BRACKET.finditer(passage.text):
        inner = match[0][1:-1]
        if _is_archive(inner):
            yield shelf.put(_archive(inner, passage.source_span(*match.span())))
    for match in INTEXT.finditer(passage.text):
        author = match["author"]
        if author.split()[0] in MONTHS or (YEAR.fullmatch(match["pages"]) and not match["year"]):
            continue
        span = passage.source_span(*match.span())
        known = shelf.by(author) if not match["year"] else None
        key, label, title = (known.key, known.label, known.title) if known else (_key(author, match["year"] or ""), author, "")
        yield shelf.put(Work(key, "work", label, known.author if known else author, title, match["pages"], "", match[0], span))


def _surnames(author: str) -> list[str]:
    """Return the surnames of the authors named, in lower case."""
    bare = INITIALS.sub("", author).strip(" ,.")
    names = [part.strip() for part in re.split(r"\s(?:ve|&|-|–)\s", bare) if part.strip()]
    return [lower(name.split()[-1]).strip(".") for name in names if name.split()[-1][0].isalpha()]


def _key(*parts: str) -> str:
    """Return a readable key: the parts in ASCII, words joined by hyphens, at most eight words.

    >>> _key("Kurat", "Türkiye ve Rusya")
    'kurat-turkiye-ve-rusya'
    """
    text = unicodedata.normalize("NFKD", lower(" ".join(part for part in parts if part)).replace("ı", "i"))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f’']", "", text))
    return "-".join(words[:12]) or "unnamed"


def _first(section: Literal["pages", "volume"], text: str) -> str:
    for pattern in _patterns(section):
        match = pattern.search(text)
        if match:
            return next(value for value in match.groupdict().values() if value).strip(" ,.")
    return ""


@cache
def _patterns(section: str, key: str = "patterns") -> tuple[re.Pattern[str], ...]:
    rows: Mapping[str, list[str]] = table("citations")[section]
    return tuple(re.compile(pattern) for pattern in rows[key])
