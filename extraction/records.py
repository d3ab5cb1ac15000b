"""The values that the stages of the extraction hand to each other, and to the graph.

Three layers, never mixed: a *mention* is a stretch of text, an *entity* or *date* is what it stands for, a *fact* is what
the text says of them. Every record is frozen and knows the code points of the original file that it rests on.

Two kinds of offsets occur. *Clean* offsets count the characters of ``Passage.text``. *Source* offsets count the code
points of ``Document.text``, the original file as decoded; only these leave the extraction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PassageKind = Literal["body", "heading", "quotation", "note", "abstract", "table", "front"]
Status = Literal["asserted", "reported", "planned", "denied"]
Tag = Literal["PER", "LOC", "GPE", "ORG", "GRP", "AGR", "CNF", "WAR", "OFF", "DAT"]


class Span(NamedTuple):
    """Half-open stretch of code points, ``start`` included and ``end`` not."""

    start: int
    end: int


class Marker(NamedTuple):
    """A footnote marker cut out of a passage: it stood before clean offset ``at``."""

    at: int
    number: str


class Repair(NamedTuple):
    """A word that was mended: clean offsets of the mended word, what stood in the file, and the rule's name."""

    start: int
    end: int
    original: str
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it lies on disk, and what is known of it.

    ``doc`` is the file's name without its ending; ``metadata`` holds title, authors, year, journal … as given in
    ``sources.toml`` or ``NAME.toml``; ``problems`` are one-line remarks for the user (an encoding that was guessed, …).
    """

    doc: str
    name: str
    sha256: str
    encoding: str
    metadata: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, note, … as clean text in which every character knows its place in the original file.

    ``origins[i]`` is the source offset of clean character ``i`` (an inserted blank has the offset of the character it
    replaces); ``origins`` never decreases. ``sentences`` are clean spans that cover every word. ``number`` is the number of a note,
    ``section`` the heading that the passage stands under, ``page`` the printed or PDF page where it starts.
    """

    text: str
    origins: tuple[int, ...]
    kind: PassageKind
    sentences: tuple[Span, ...]
    language: str = "tr"
    page: str | None = None
    section: str = ""
    number: str | None = None
    markers: tuple[Marker, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span that clean characters ``start`` to ``end`` (``end > start``) stand in."""
        return Span(self.origins[start], self.origins[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Work:
    """A work or an archive folio that a note or an in-text citation cites.

    ``key`` is stable within the source and names the work meant (``a.g.e.`` is resolved); ``cited`` is the wording of this
    citation, at ``span``; ``pages``, ``folio`` as printed, empty where not given.
    """

    key: str
    kind: Literal["work", "archive"]
    label: str
    author: str
    title: str
    pages: str
    folio: str
    cited: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A source read: its text as decoded, its passages in reading order, and the works each note cites (by note number)."""

    source: Source
    text: str
    passages: tuple[Passage, ...]
    citations: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)

    def line(self, offset: int) -> int:
        """Return the 1-based line that holds source offset ``offset``."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named in texts: an authority entry, or one met for the first time.

    ``id`` is the path of the IRI below ``https://w3id.org/hariciye/``, such as ``person/ali-fuat-cebesoy``; ``kind`` a class
    of the ontology: Person State Government Organization Group Place Agreement Conference Conflict Office Publication.
    """

    id: str
    kind: str
    label: str
    variants: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, office or date in a passage: clean offsets, source offsets, and what it stands for.

    ``entity`` is an ``Entity.id`` (or None where nobody can be told); ``value`` the EDTF string of a date, with ``context`` the source
    span that gave a part of it that does not stand in the mention (a year two sentences back). ``rule`` names what found it
    and ``reasons`` why it was linked so. ``suffix`` is the case ending outside the span ("nın" of "Kemal’nın").
    """

    passage: int
    start: int
    end: int
    source: Span
    tag: Tag
    text: str
    entity: str | None = None
    value: str | None = None
    confidence: float = 1.0
    rule: str = ""
    reasons: tuple[str, ...] = ()
    context: Span | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: an entity (``value`` is its id), a date (EDTF), or a text; ``source`` is where it stands."""

    kind: Literal["entity", "date", "text"]
    value: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What one place of a text states: event type, role fillers, and the exact words.

    ``segments`` are the source spans of the evidence in reading order (more than one where a page's notes stand between);
    ``reading`` is the same words after layout and OCR repair. ``frame`` names the frame and pattern that read it, ``notes`` the keys of
    ``Extraction.citations`` that its sentence cites (note numbers, "@offset" for works in brackets), ``section`` its heading.
    """

    type: str
    args: Mapping[str, tuple[Filler, ...]]
    segments: tuple[Span, ...]
    reading: str
    status: Status = "asserted"
    confidence: float = 0.5
    frame: str = ""
    notes: tuple[str, ...] = ()
    page: str | None = None
    section: str = ""

    @property
    def span(self) -> Span:
        """Return the source span from the first to the last word of the evidence."""
        return Span(self.segments[0].start, self.segments[-1].end)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text gave: what the graph is built from. ``text`` is the original file as decoded.

    ``entities`` lists every entity that mentions or facts of this text refer to and that is not in the authority.
    """

    source: Source
    text: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    citations: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
