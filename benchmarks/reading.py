"""Measure the reading against what was judged by reading (``reading_gold.toml``) and list every failure.

    python benchmarks/reading.py [--corpus ../shared/corpus] [--gold ../shared/gold] [--failures 20]

The gold file holds source offsets and verdicts, no words of the texts. The figures go to ``benchmarks/reading.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
import time
import tomllib
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from extraction.reading import hyphens, lexicon, paragraphs, read, reader
from extraction.reading.cutting import CLEAN
from extraction.reading.rules import layout
from extraction.records import Document
from ontology.turkish import lower

ROOT = Path(__file__).resolve().parent.parent
GOLD = tomllib.loads((ROOT / "benchmarks" / "reading_gold.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[([A-Z]{3}):([^\]]*)\]")
NEAR = 3


def main() -> None:
    """Print every figure and the failures behind it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    arguments.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    arguments.add_argument("--failures", type=int, default=20)
    options = arguments.parse_args()
    files = sorted(options.corpus.glob("*.txt"))
    if not files:
        sys.exit(f"{options.corpus}: holds no .txt file; name the corpus with --corpus")
    documents = {path.stem: read(path) for path in files}
    for title, rows in (
        ("Line-end hyphens", hyphen_rows(documents)),
        ("Notes and markers", note_rows(documents)),
        ("Sentences", sentence_rows(documents)),
        ("Repairs", repair_rows(documents)),
        ("Names in the annotated passage of the OCR text", name_rows(documents, options.gold)),
        ("Speed and memory", speed_rows(files)),
    ):
        report(title, rows, options.failures)


def report(title: str, rows: Iterator[tuple[str, list[str]]], most: int) -> None:
    """Print a section: a line a figure, its failures indented below it."""
    print(f"\n## {title}\n")
    for line, failures in rows:
        print(f"- {line}")
        for failure in failures[:most]:
            print(f"    - {failure}")
        if len(failures) > most:
            print(f"    - … and {len(failures) - most} more")


def around(text: str, offset: int) -> str:
    """Return the words around an offset on one line, a bar at the offset."""
    return f"{offset}: " + " ".join((text[max(0, offset - 25) : offset] + "|" + text[offset : offset + 20]).split())


def hyphen_rows(documents: dict[str, Document]) -> Iterator[tuple[str, list[str]]]:
    """Yield the share of line-end hyphens that are joined, kept or parted as they should be."""
    for doc, verdicts in GOLD["hyphens"].items():
        text = documents[doc].text
        wanted = {offset: how for how, offsets in verdicts.items() for offset in offsets}
        decided = _joints(text)
        wrong = [offset for offset, how in wanted.items() if decided.get(offset) != how]
        right = len(wanted) - len(wrong)
        yield f"{doc}: {right} of {len(wanted)} right ({right / len(wanted):.2%})", [around(text, offset) for offset in wrong]


def _joints(text: str) -> dict[int, str]:
    sheet = reader.lay_out(text, {})
    vocabulary, words = hyphens.Vocabulary.of(line.text for line in sheet.lines), lexicon.load()
    blocks = paragraphs.body([line for line in sheet.lines if line.role == "body"], layout())
    blocks += paragraphs.notes([line for line in sheet.lines if line.role == "note"])
    pairs = ((line, after) for block in blocks for line, after in zip(block.lines, block.lines[1:], strict=False))
    return {line.end - 1: hyphens.joint(line.text, after.text, vocabulary, words) for line, after in pairs if line.text.endswith("-")}


def note_rows(documents: dict[str, Document]) -> Iterator[tuple[str, list[str]]]:
    """Yield the notes found from 1 to the last, and those with a marker that leads to them."""
    for doc, document in documents.items():
        numbers = [int(line.number) for line in reader.lay_out(document.text, {}).lines if line.number]
        last = max(numbers, default=0)
        lost = [str(number) for number in range(1, last + 1) if number not in numbers]
        yield f"{doc}: {len(set(numbers))} of {last} numbers found", [f"not found: {', '.join(lost)}"] if lost else []
        yield _linked(doc, document, numbers)
    for doc, verdict in GOLD["notes"].items():
        found = {line.start: int(line.number) for line in reader.lay_out(documents[doc].text, {}).lines if line.number}
        wrong = [number for number, start in enumerate(verdict["starts"], 1) if found.get(start) != number]
        yield (
            f"{doc}: {len(verdict['starts']) - len(wrong)} of {len(verdict['starts'])} notes begin where they do by reading",
            [str(wrong)] if wrong else [],
        )


def _linked(doc: str, document: Document, numbers: list[int]) -> tuple[str, list[str]]:
    markers = {int(mark.number): passage.origins[mark.at - 1] for passage in document.passages for mark in passage.markers if mark.at}
    places = GOLD["markers"].get(doc, {}).get("places")
    if places:
        right = [number for number, place in enumerate(places, 1) if abs(markers.get(number, -99) - place) <= NEAR]
    else:
        right = [number for number in numbers if _figure_follows(document.text, markers.get(number), number)]
    lost = [number for number in sorted(set(numbers)) if number not in right]
    return f"{doc}: {len(right)} of {len(set(numbers))} markers linked ({len(right) / max(1, len(set(numbers))):.1%})", [
        str(lost)
    ] if lost else []


def _figure_follows(text: str, place: int | None, number: int) -> bool:
    """Return whether the figure itself stands behind ``place`` in the file."""
    return place is not None and str(number) in text[place + 1 : place + 6]


def sentence_rows(documents: dict[str, Document]) -> Iterator[tuple[str, list[str]]]:
    """Yield the boundary F1 over the consecutive sentences that were judged."""
    for doc, verdict in GOLD["sentences"].items():
        document = documents[doc]
        gold = set(verdict["starts"])
        found = {start for start in _starts(document) if min(gold) <= start < verdict["end"]}
        right = len(gold & found)
        score = 2 * right / (len(gold) + len(found))
        failures = [f"not found {around(document.text, at)}" for at in sorted(gold - found)]
        failures += [f"too many {around(document.text, at)}" for at in sorted(found - gold)]
        yield f"{doc}: F1 {score:.3f} on {len(gold)} sentences", failures


def _starts(document: Document) -> Iterator[int]:
    for passage in document.passages:
        if passage.kind not in ("note", "front") and passage.language == "tr":
            yield from (passage.origins[start] for start, _ in passage.sentences)


def repair_rows(documents: dict[str, Document]) -> Iterator[tuple[str, list[str]]]:
    """Yield how many words were mended, and how many wrongly, per thousand words."""
    for doc, document in documents.items():
        words = sum(len(passage.text.split()) for passage in document.passages)
        verdicts = GOLD["repairs"].get(doc, {"right": [], "wrong": []})
        wrong, unread = [], []
        total = 0
        for passage in document.passages:
            for repair in passage.repairs:
                total += 1
                offset = passage.source_span(repair.start, max(repair.end, repair.start + 1)).start
                mended = passage.text[repair.start : repair.end]
                key = hashlib.sha256(f"{offset}|{repair.original}|{mended}".encode()).hexdigest()[:10]
                if key not in verdicts["right"]:
                    (wrong if key in verdicts["wrong"] else unread).append(f"{repair.original} → {mended}")
        share = f"{len(wrong)} wrong ({1000 * len(wrong) / words:.2f} in 1,000), {len(unread)} never judged"
        yield f"{doc}: {total} repairs in {words} words, {share}", wrong + unread


def name_rows(documents: dict[str, Document], gold: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield how many person and place names of the annotated passage are readable before and after repair.

    A name is readable if each of its words is a word of the authority's names or a Turkish word.
    """
    path = gold / "004a.mentions.txt"
    if not path.exists():
        return
    document = next(document for doc, document in documents.items() if doc.startswith("004"))
    known = set(reader.known_names())
    before = after = total = 0
    unread = []
    for tag, start, end in _mentions(path.read_text(encoding="utf-8"), document.text):
        if tag in ("PER", "LOC", "GPE"):
            total += 1
            raw, clean = document.text[start:end], _clean(document, start, end)
            before += _readable(raw, known)
            after += _readable(clean, known)
            if not _readable(clean, known):
                unread.append(f"{start}: {' '.join(raw.split())} → {clean}")
    yield f"{total} person and place names: {before} readable in the file, {after} after repair", unread


def _mentions(marked: str, text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the marked names of a passage with their offsets in the file."""
    plain = MARKED.sub(r"\2", marked)
    squeezed = [(at, ch) for at, ch in enumerate(text) if not ch.isspace()]
    begin = "".join(ch for _, ch in squeezed).find("".join(plain.split())[:200])
    if begin < 0:
        return
    at = 0
    seen = begin
    for match in MARKED.finditer(marked):
        seen += len("".join(MARKED.sub(r"\2", marked[at : match.start()]).split()))
        size = len("".join(match[2].split()))
        yield match[1], squeezed[seen][0], squeezed[seen + size - 1][0] + 1
        seen += size
        at = match.end()


def _clean(document: Document, start: int, end: int) -> str:
    for passage in document.passages:
        inside = [at for at, origin in enumerate(passage.origins) if start <= origin < end]
        if inside:
            return passage.text[inside[0] : inside[-1] + 1]
    return ""


def _readable(name: str, known: set[str]) -> bool:
    words = [word for word in re.split(r"[^\w’']+", name) if word]
    stems = [re.split(r"[’']", word)[0] for word in words]
    return all(len(stem) < 3 or (CLEAN.fullmatch(stem) and (stem in known or lexicon.load().known(lower(stem)))) for stem in stems)


def speed_rows(files: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield characters a second of processor time on one core, lexicon loaded, and the memory at two lengths."""
    for path in files:
        started = time.process_time()
        size = len(read(path).text)
        yield f"{path.stem}: {size / (time.process_time() - started):,.0f} characters a second", []
    longest = files[0].read_text(encoding="utf-8")
    for times in (1, 4):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.txt"
            copy.write_text(longest * times, encoding="utf-8")
            tracemalloc.start()
            read(copy, {})
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        yield f"{times} × {files[0].stem}: peak {peak / len(longest) / times:.0f} bytes a character", []


if __name__ == "__main__":
    main()
