"""Training examples: treebank trees and annotated names as spaCy Examples whose input side already has the rules' readings."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example, biluo_tags_to_spans, iob_to_biluo, offsets_to_biluo_tags

from extraction.language.letters import lower
from extraction.records import Tag
from extraction.training.annotated import Entity, Sentence, read
from extraction.training.swapping import more, pool
from extraction.training.treebanks import Tree, trees
from ontology import authority

TREEBANKS = {
    "BOUN": "UD_Turkish-BOUN/tr_boun-ud-dev.conllu",
    "PUD": "UD_Turkish-PUD/tr_pud-ud-test.conllu",
    "GB": "UD_Turkish-GB/tr_gb-ud-test.conllu",
    "OTA": "UD_Ottoman_Turkish-BOUN/ota_boun-ud-test.conllu",
    "OTA2": "UD_Ottoman_Turkish-BOUN/ota_boun-ud-train.conllu",
}
TEST = "UD_Turkish-BOUN/tr_boun-ud-test.conllu"
HELD = 200
WIKI = {"PERSON": "PER", "GPE": "GPE", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "GRP", "TITLE": "OFF", "DATE": "DAT"}
HISTR = {"PER": "PER", "LOC": "GPE"}
TITLES = {"Lord", "Prens", "Baron", "Kont", "Sör", "Sir", "Mistır", "Mister", "Mösyö", "Madam", "Sultan", "Şehzade"}
PLAIN, OTHERS = 5, 5


def doc_of(nlp: Language, found: Sequence[Tree]) -> Doc:
    """Return one gold Doc of several trees in a row."""
    words = [w for t in found for w in t.words]
    offsets = [sum(len(t.words) for t in found[:n]) for n in range(len(found))]
    heads = [at + w.head for t, at in zip(found, offsets, strict=True) for w in t.words]
    starts = [n == 0 for t in found for n in range(len(t.words))]
    doc = Doc(
        nlp.vocab, words=[w.text for w in words], spaces=[w.space for w in words], pos=[w.pos for w in words], heads=heads,
        morphs=["|".join(f"{k}={v}" for k, v in sorted(w.feats.items())) for w in words], deps=relations(found),
    )  # fmt: skip
    for token, start in zip(doc, starts, strict=True):
        assert bool(token.is_sent_start) == start, token.text
    return doc


def relations(found: Sequence[Tree]) -> list[str]:
    """Return the relation labels, ROOT at roots as spaCy wants it."""
    return ["ROOT" if w.head == n else w.relation for t in found for n, w in enumerate(t.words)]


def example(nlp: Language, gold: Doc) -> Example:
    """Return an Example whose predicted side has the gold tokens and what the rules read in them."""
    plain = Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])
    read = nlp.get_pipe("hariciye_rules")(plain)
    for token in read:
        token.pos_ = ""
        token.set_morph(None)  # type: ignore[attr-defined]
    return Example(read, gold)


def grouped(found: Sequence[Tree], sizes: Sequence[int], seed: int) -> Iterator[list[Tree]]:
    """Yield runs of neighbouring trees whose lengths are drawn from ``sizes``."""
    draw = random.Random(seed)
    at = 0
    while at < len(found):
        size = draw.choice(list(sizes))
        yield list(found[at : at + size])
        at += size


def syntax(nlp: Language, folder: Path, seed: int) -> tuple[list[Example], list[Example]]:
    """Return training and development examples of the treebanks; the last 200 sentences of BOUN dev are held out.

    BOUN's own sentences come three times, in groups of other sizes: its annotation is the one that is measured and the most careful one.
    """
    train: list[Example] = []
    dev: list[Example] = []
    for name, path in TREEBANKS.items():
        found = trees(folder / "treebank" / path, "OTA" if name == "OTA2" else name)
        if name == "BOUN":
            dev = [example(nlp, doc_of(nlp, g)) for g in grouped(found[-HELD:], [5], seed)]
            found = found[:-HELD]
        for turn in range(3 if name == "BOUN" else 1):
            train += [example(nlp, doc_of(nlp, g)) for g in grouped(found, [1, 1, 2, 3, 4, 6], seed + turn)]
    return train, dev


def columns(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the (word, IOB tag) rows of each sentence of a two-column file."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, _, tag = line.strip().rpartition(" ") if " " in line.strip() else line.strip().rpartition("\t")
            rows.append((word.strip(), tag))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def mapped(tag: str, labels: dict[str, str]) -> str:
    """Return an IOB tag in our labels, O where we have none for it."""
    prefix, _, label = tag.partition("-")
    return f"{prefix}-{labels[label]}" if label in labels else "O"


def names(nlp: Language, rows: Iterable[tuple[str, str]], labels: dict[str, str]) -> Doc:
    """Return a Doc of a sentence of a two-column file; words that hold punctuation are cut as the tokenizer would."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in rows:
        parts = [t.text for t in nlp.make_doc(word) if not t.is_space] or [word]
        first = mapped(tag, labels)
        inside = f"I-{first[2:]}" if first != "O" else "O"
        for n, part in enumerate(parts):
            outer = not any(c.isalnum() for c in part) and n == len(parts) - 1 and n > 0
            words.append(part)
            tags.append("O" if outer else first if n == 0 else inside)
    doc = Doc(nlp.vocab, words=words, spaces=spaces(words))
    doc.ents = biluo_tags_to_spans(doc, iob_to_biluo(repaired(tags)))
    return doc


def sharpened(doc: Doc, dates_known: bool) -> Doc:
    """Bring the names of a borrowed Doc to our tags: states are GPE and other places LOC, peoples in the plural GRP.

    What cannot be told is left open, not taken for "no name": bare adjectives of peoples, and digits where dates are not annotated.
    """
    kept, unknown = [], []
    for span in doc.ents:
        if span.label_ in {"GPE", "LOC"}:
            kept.append(Span(doc, span.start, span.end, "GPE" if is_state(span.text) else "LOC"))
        elif span.label_ == "GRP" and not re.search(r"l[ae]r", span.text):
            unknown.append(span)
        else:
            kept.append(span)
    doc.set_ents(kept, missing=unknown if dates_known else [*unknown, *digits(doc)], default="outside")
    return doc


def digits(doc: Doc) -> list[Span]:
    """Return the tokens of a Doc that begin with a digit and are in no name."""
    taken = {t.i for span in doc.ents for t in span}
    return [doc[t.i : t.i + 1] for t in doc if t.text[0].isdigit() and t.i not in taken]


def undated(doc: Doc) -> Doc:
    """Leave open what the digits of a Doc are."""
    doc.set_ents(list(doc.ents), missing=digits(doc), default="outside")
    return doc


@cache
def states() -> frozenset[str]:
    """Return the names of states that the authority knows, in lower case, less those of places: a capital may stand for its state."""
    known = authority.load().entries.values()
    found = {k: {lower(n) for e in known if e.kind == k for n in (e.tr, *e.variants, *e.short)} for k in ("State", "Place")}
    return frozenset(found["State"] - found["Place"] | {"abd", "amerika"})


def is_state(name: str) -> bool:
    """Say whether a name, less the suffix behind its apostrophe, is a state's."""
    bare = re.split("['’]", lower(name))[0]
    return bare in states() or bool(re.search(r"(?:istan|devleti|cumhuriyeti|krallığı|imparatorluğu|birliği)$", bare))


def spaces(words: Sequence[str]) -> list[bool]:
    """Guess where blanks stood: everywhere but before closing and behind opening punctuation."""
    after = [*words[1:], ""]
    return [not re.match(r"^[.,;:!?)\]”»’]+$", b) and not re.match(r"^[(\[“«]$", a) for a, b in zip(words, after, strict=True)]


def repaired(tags: Sequence[str]) -> list[str]:
    """Turn I- tags that continue nothing into B- tags."""
    found: list[str] = []
    for tag in tags:
        begun = found and found[-1][2:] == tag[2:] and found[-1] != "O"
        found.append("B" + tag[1:] if tag.startswith("I-") and not begun else tag)
    return found


def own_sentences(nlp: Language, found: Iterable[Sentence]) -> Iterator[Doc]:
    """Yield the Docs of our own sentences, each name widened to whole tokens."""
    for sentence in found:
        doc = nlp.make_doc(sentence.text)
        tags = offsets_to_biluo_tags(doc, widened(doc, sentence.entities))
        doc.ents = tuple(biluo_tags_to_spans(doc, [t if t != "-" else "O" for t in tags]))
        yield doc


def is_held(sentence: Sentence) -> bool:
    """Say whether a sentence of our own is for tests only: the third file of each writer is."""
    return sentence.file[1:3] == "03"


def widened(doc: Doc, entities: Iterable[Entity]) -> list[tuple[int, int, str]]:
    """Widen entities to whole tokens, so that a case suffix behind an apostrophe is part of the span that is trained on."""
    found: list[tuple[int, int, str]] = []
    for entity in entities:
        tokens = [t for t in doc if t.idx < entity.end and entity.start < t.idx + len(t)]
        if tokens and (not found or found[-1][1] <= tokens[0].idx):
            found.append((tokens[0].idx, tokens[-1].idx + len(tokens[-1]), entity.tag))
    return found


def titled(doc: Doc) -> Doc:
    """Widen the persons of a borrowed Doc by the foreign titles before them, which HisTR leaves outside and our guide does not."""
    found = [doc[s.start - 1 : s.end] if s.label_ == "PER" and s.start and doc[s.start - 1].text in TITLES else s for s in doc.ents]
    doc.ents = tuple(Span(doc, s.start, s.end, old.label_) for s, old in zip(found, doc.ents, strict=True))
    return doc


def sentence_of(doc: Doc) -> Sentence:
    """Return a Doc as a sentence whose names end before the suffix behind an apostrophe, as in our own."""
    bare = ((span, re.split("['’]", span.text)[0]) for span in doc.ents)
    entities = (Entity(span.start_char, span.start_char + len(text), cast(Tag, span.label_), text) for span, text in bare if text)
    return Sentence("", 0, doc.text, tuple(entities))


def persons(found: Iterable[Doc]) -> Iterator[str]:
    """Yield the names of persons in Docs, less the suffix behind an apostrophe."""
    return (re.split("['’]", span.text)[0] for doc in found for span in doc.ents if span.label_ == "PER")


def entities(nlp: Language, folder: Path, own: Path, seed: int) -> tuple[list[Example], list[Example]]:
    """Return training and development examples of names: Wiki-NER once, HisTR and our own sentences several times.

    Those two come ``PLAIN`` times as they are and ``OTHERS`` times with other names. Held out for development: 400 sentences of Wiki-NER,
    every eighth of HisTR train and every twelfth of our own. The test files of HisTR and Wiki-NER and our own held sentences are never
    read here.
    """
    files = folder / "names" / "Turkish-Wiki-NER-Dataset"
    wiki = [sharpened(names(nlp, rows, WIKI), True) for rows in columns(files / "train.conll")]
    held = [sharpened(names(nlp, rows, WIKI), True) for rows in columns(files / "dev.conll")][:400]
    histr = [sharpened(titled(names(nlp, rows, HISTR)), False) for rows in columns(folder / "names" / "HisTR" / "train.txt")]
    read_here = [s for s in read(own) if not is_held(s)]
    ours, old = [s for n, s in enumerate(read_here) if n % 12], [d for n, d in enumerate(histr) if n % 8]
    stand_ins = pool(ours, persons([*wiki, *old]))
    train = wiki + PLAIN * [*own_sentences(nlp, ours), *old] + list(own_sentences(nlp, more(ours, stand_ins, OTHERS, seed)))
    train += map(undated, own_sentences(nlp, more([sentence_of(d) for d in old], stand_ins, OTHERS, seed)))
    dev = held + histr[::8] * 3 + list(own_sentences(nlp, read_here[::12])) * 3
    return [example(nlp, d) for d in train], [example(nlp, d) for d in dev]
