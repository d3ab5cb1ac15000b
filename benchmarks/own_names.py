"""Score the names and dates of our own annotated sentences (other subjects than the corpus): F1 by group of files and tag.

    .venv/bin/python benchmarks/own_names.py

Each file is one document, each sentence a passage of it. ``b*`` is held out: look at its figures alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from extraction import dates, names
from extraction.language import load, parse
from extraction.records import Document, Passage, Source, Span, Tag
from extraction.training import annotated
from ontology import authority

Mark = tuple[int, int, str]
GROUPS = {"a*": ("a",), "b*": ("b",), "c*": ("c",), "a03, b03": ("a03", "b03"), "all": ("",)}


def document(name: str, sentences: Sequence[annotated.Sentence]) -> Document:
    """Return the sentences of a file as a document."""
    passages, at = [], 0
    for sentence in sentences:
        size = len(sentence.text)
        passages.append(Passage(sentence.text, tuple(range(at, at + size)), "body", (Span(0, size),)))
        at += size + 2
    return Document(Source(name, f"{name}.txt", "0" * 64, "utf-8"), "\n\n".join(s.text for s in sentences), tuple(passages))


def marks(name: str, sentences: Sequence[annotated.Sentence]) -> Iterator[tuple[set[Mark], set[Mark]]]:
    """Yield the marks by hand and the mentions found of each sentence of a file."""
    made = document(name, sentences)
    found = names.find(parse(load(), made), made, dates.find(made), authority.load()).mentions
    for sentence, mentions in zip(sentences, found, strict=True):
        yield {(e.start, e.end, e.tag) for e in sentence.entities}, {(m.start, m.end, m.tag) for m in mentions}


def f1(pairs: Iterable[tuple[set[Mark], set[Mark]]]) -> tuple[float, float, int]:
    """Return exact F1, overlap F1 and the number of marks by hand."""
    exact = touched = touching = by_hand = found = 0
    for gold, made in pairs:
        exact += len(gold & made)
        touched += sum(any(_touch(mark, other) for other in made) for mark in gold)
        touching += sum(any(_touch(mark, other) for other in gold) for mark in made)
        by_hand, found = by_hand + len(gold), found + len(made)
    return _mean(exact, found, exact, by_hand), _mean(touching, found, touched, by_hand), by_hand


def _touch(one: Mark, other: Mark) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def _mean(right: int, found: int, met: int, wanted: int) -> float:
    precision, recall = right / max(1, found), met / max(1, wanted)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Print a line for each group of files, exact / overlap F1 of all tags and of each."""
    sentences = annotated.read()
    pairs = {name: list(marks(name, [s for s in sentences if s.file == name])) for name in sorted({s.file for s in sentences})}
    for title, starts in GROUPS.items():
        chosen = [pair for name, row in pairs.items() if name.startswith(starts) for pair in row]
        exact, overlap, by_hand = f1(chosen)
        cells = [f"ALL {exact:.3f} / {overlap:.3f} of {by_hand} marks"]
        for tag in get_args(Tag):
            exact, overlap, by_hand = f1(({m for m in g if m[2] == tag}, {m for m in f if m[2] == tag}) for g, f in chosen)
            cells += [f"{tag} {exact:.3f} / {overlap:.3f}"] if by_hand else []
        print(f"{title:9}", " · ".join(cells))


if __name__ == "__main__":
    main()
