"""Read and check our own annotated sentences: ``python -m extraction.training.annotated [FILE …]``.

The format is described in ``sentences/README.md``: blocks of an ``S:`` line with names marked in place, ``C:`` lines for
clauses and ``F:`` lines for facts. Reading refuses what has no meaning; :func:`problems` finds what has one but cannot be right.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from extraction.language.letters import lower, plain
from extraction.records import Status, Tag
from ontology.loading import event_types

FOLDER = Path(__file__).parent / "sentences"
CASES = frozenset({"nom", "acc", "dat", "loc", "abl", "gen", "ins", "head"})
KINDS = {
    "Appointment": frozenset({"appointed", "dismissed", "resigned", "replaced", "elected", "credentials"}),
    "Founding": frozenset({"founded", "opened", "dissolved", "closed"}),
    "Life": frozenset({"birth", "death", "arrest", "execution", "exile", "education", "killed"}),
}
SOFTENED = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}
# Words by which a reader reckons a year that is not written.
RECKONED = ("ertesi", "sonra", "önce", "mali", "rumi", "hicri")

_MARK = re.compile(r"\[([A-Z]{3}):([^\[\]]+)\]")
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?~?"
_EDTF = re.compile(rf"{_DAY}(/{_DAY})?|(\.\./{_DAY})|({_DAY}/\.\.)|\d{{3}}X|\d{{2}}XX")
_SHORT = 3


class SentenceError(ValueError):
    """Say in one line which file and line cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name or date marked in a sentence: half-open offsets in ``Sentence.text``, its tag, and its words."""

    start: int
    end: int
    tag: Tag
    text: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A noun phrase of a clause: its case (:data:`CASES`) or its postposition as it stands, and its words without case suffix."""

    case: str
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate as it stands (a light verb with its noun) and its arguments, in the order written."""

    predicate: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role of a fact: a name as the sentence has it, an EDTF date, digits, or a short text."""

    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An event that a sentence states: its type and roles are those of the ontology."""

    type: str
    fillers: tuple[Filler, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated sentence, with the file and the 1-based line of its ``S:`` line."""

    file: str
    line: int
    text: str
    entities: tuple[Entity, ...]
    clauses: tuple[Clause, ...] = ()
    facts: tuple[Fact, ...] = ()


def read(folder: Path = FOLDER) -> tuple[Sentence, ...]:
    """Return the sentences of all ``*.txt`` files of ``folder``, by file name.

    Raises :class:`SentenceError` for a missing folder and for the first line that does not follow the format.
    """
    if not folder.is_dir():
        raise SentenceError(f"{folder}: no such folder; give one that holds sentence files (*.txt)")
    return tuple(sentence for path in sorted(folder.glob("*.txt")) for sentence in read_file(path))


def read_file(path: Path) -> tuple[Sentence, ...]:
    """Return the sentences of one file; raises :class:`SentenceError`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SentenceError(f"{path}: no such file; give the path of a sentence file") from error
    except UnicodeDecodeError as error:
        raise SentenceError(f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    return tuple(_sentence(path.name, block) for block in _blocks(text))


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield the numbered lines of each block between blank lines."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []


def _sentence(file: str, block: Sequence[tuple[int, str]]) -> Sentence:
    line, first = block[0]
    try:
        text, entities = _marked(_content(first, "S:"))
        clauses: list[Clause] = []
        facts: list[Fact] = []
        for number, content in block[1:]:
            line = number
            if content.startswith("C:") and not facts:
                clauses.append(_clause(_content(content, "C:")))
            else:
                facts.append(_fact(_content(content, "F:")))
    except SentenceError as error:
        raise SentenceError(f"{file}, line {line}: {error}") from None
    return Sentence(file, block[0][0], text, entities, tuple(clauses), tuple(facts))


def _content(line: str, mark: str) -> str:
    if not line.startswith(mark):
        raise SentenceError(f"{mark} expected, found {line[:30]!r}; a block is one S: line, then C: lines, then F: lines")
    if not unicodedata.is_normalized("NFC", line):
        raise SentenceError("not in Unicode normal form C")
    return line[len(mark) :].strip()


def _marked(marked: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the sentence without its marks, and the entities that were marked."""
    text, at = "", 0
    entities: list[Entity] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        entities.append(Entity(len(text), len(text) + len(match[2]), _tag(match[1]), match[2]))
        text, at = text + match[2], match.end()
    text += marked[at:]
    if re.search(r"[\[\]]", text):
        raise SentenceError("a bracket that is no mark like [PER:name]; marks do not nest")
    return text, tuple(entities)


def _tag(tag: str) -> Tag:
    if tag not in get_args(Tag):
        raise SentenceError(f"unknown tag {tag}; one of {', '.join(get_args(Tag))}")
    return cast(Tag, tag)


def _pairs(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for part in parts:
        name, equals, value = (p.strip() for p in part.partition("="))
        if not (name and equals and value):
            raise SentenceError(f"name=value expected between bars, found {part!r}")
        yield name, value


def _clause(line: str) -> Clause:
    predicate, *rest = (part.strip() for part in line.split("|"))
    return Clause(predicate, tuple(Argument(case, text) for case, text in _pairs(rest)))


def _fact(line: str) -> Fact:
    kind, *rest = (part.strip() for part in line.split("|"))
    if kind not in event_types():
        raise SentenceError(f"unknown event type {kind!r}; one of {', '.join(event_types())}")
    pairs = list(_pairs(rest))
    fillers = tuple(Filler(role, value) for role, value in pairs if role != "status")
    if unknown := {f.role for f in fillers} - set(event_types()[kind].roles):
        raise SentenceError(f"{kind} has no role {', '.join(sorted(unknown))}")
    return Fact(kind, fillers, _status([value for role, value in pairs if role == "status"]))


def _status(values: Sequence[str]) -> Status:
    if not values:
        return "asserted"
    if len(values) > 1 or values[0] not in get_args(Status):
        raise SentenceError(f"unknown status {', '.join(values)}; one of {', '.join(get_args(Status))}")
    return cast(Status, values[0])


def problems(sentence: Sentence) -> Iterator[str]:
    """Yield one line for everything in ``sentence`` that its own words do not bear out."""
    where = f"{sentence.file}, line {sentence.line}"
    words = _plain(sentence.text)
    for entity in sentence.entities:
        if entity.text != entity.text.strip() or entity.text[-1:] in "’'":
            yield f"{where}: the mark on {entity.text!r} is too wide"
    for clause in sentence.clauses:
        yield from (f"{where}: {each}" for each in _clause_problems(clause, words))
    for fact in sentence.facts:
        yield from (f"{where}: {fact.type}: {each}" for each in _fact_problems(fact, words))


def _plain(text: str) -> str:
    """Return lower-case ``text`` with single blanks, a blank in front, and no quotation marks or commas."""
    return " " + re.sub(r"[\s\"“”«»(),;:]+", " ", plain(lower(text))).strip()


def _clause_problems(clause: Clause, words: str) -> Iterator[str]:
    if not clause.arguments:
        yield f"clause {clause.predicate!r} has no argument"
    if f"{_plain(clause.predicate)} " not in re.sub(r"[.?!…]", " ", words) + " ":
        yield f"no predicate {clause.predicate!r}"
    for argument in clause.arguments:
        if argument.case not in CASES and f" {plain(lower(argument.case))}" not in words:
            yield f"{argument.case!r} is neither a case nor a postposition of the sentence"
        if not _stands(argument.text, words):
            yield f"no argument {argument.text!r}"


def _stands(phrase: str, words: str) -> bool:
    """Say whether ``phrase`` stands in the sentence, its last two letters aside (``kitap`` in ``kitabı``, ``metin`` in ``metni``)."""
    wanted = _plain(phrase)
    softened = wanted[:-1] + SOFTENED.get(wanted[-1], wanted[-1])
    return any(len(stem.strip()) > 1 and stem in words for stem in (wanted, softened, wanted[:-1], wanted[:-2]))


def _fact_problems(fact: Fact, words: str) -> Iterator[str]:
    if len({filler.role for filler in fact.fillers}) < 2 and len(fact.fillers) < 2:
        yield "fewer than two roles"
    for filler in fact.fillers:
        problem = _filler_problem(fact.type, filler, words)
        if problem:
            yield f"{filler.role}={filler.value}: {problem}"


def _filler_problem(event: str, filler: Filler, words: str) -> str:
    kind = event_types()[event].roles[filler.role].kind
    if filler.role == "kind":
        return "unknown kind" if filler.value not in KINDS.get(event, {filler.value}) else ""
    if kind == "date":
        return _date_problem(filler.value, words)
    if filler.role in {"amount", "size"}:
        return "" if filler.value.isdigit() else "digits expected"
    share = _share(filler.value, words)
    loose = kind == "text" or filler.role in {"office", "object"}
    return "" if share == 1 or (loose and share >= 0.5) else "not in the sentence"


def _date_problem(value: str, words: str) -> str:
    if not _EDTF.fullmatch(value):
        return "not EDTF"
    year = re.sub(r"[^\d].*", "", value.removeprefix("../"))
    reckoned = any(f" {word}" in words for word in RECKONED)
    return "" if len(year) < 4 or year in words or reckoned else "its year is not in the sentence"


def _share(value: str, words: str) -> float:
    """Return the share of the words of ``value`` that begin as a word of the sentence does (``Yunanistan`` in ``Yunan``)."""
    parts = re.split(r"[\s–-]+", _plain(value).strip())
    known = re.sub(r"[–-]", " ", words)
    return sum(f" {part[:_SHORT]}" in known for part in parts) / len(parts)


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong in the files given (ours by default) and how much there is; return 1 if anything is wrong."""
    paths = [Path(each) for each in arguments] or sorted(FOLDER.glob("*.txt"))
    sentences: list[Sentence] = []
    found: list[str] = []
    for path in paths:
        try:
            sentences += read_file(path)
        except SentenceError as error:
            found.append(str(error))
    found += [each for sentence in sentences for each in problems(sentence)]
    print(*found, sep="\n", end="\n" if found else "")
    counts = {name: sum(len(getattr(s, name)) for s in sentences) for name in ("entities", "clauses", "facts")}
    print(f"{len(sentences)} sentences, " + ", ".join(f"{n} {name}" for name, n in counts.items()) + f", {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
