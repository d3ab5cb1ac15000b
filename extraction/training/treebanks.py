"""Treebanks in one annotation: CoNLL-U read, multiword tokens merged, features and relations harmonised, cyclic trees dropped.

The treebanks disagree in many features (see shared notes on the experiment); what they agree on, or can be brought to by rule, is
kept: Case, Number, Person of verbs, the possessive, Tense, Voice, VerbForm, Mood and Polarity=Neg.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extraction.language.readings import read

COPULA = {"Tense", "Aspect", "Mood", "Evident", "VerbForm", "Polarity", "Voice"}
KEPT = {"Case", "Number", "Person", "Number[psor]", "Person[psor]", "Tense", "Voice", "VerbForm", "Mood", "Polarity"}
DROPPED_VALUES = {("Mood", "Ind"), ("Mood", "Gen"), ("Polarity", "Pos"), ("VerbForm", "Fin")}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
FOLDED = {
    "obl:tmod": "obl", "nmod:tmod": "obl", "obl:agent": "obl", "nsubj:cop": "nsubj", "nsubj:pass": "nsubj", "nsubj:outer": "nsubj",
    "csubj:cop": "csubj", "csubj:outer": "csubj", "nmod:part": "nmod", "nmod:comp": "nmod", "aux:q": "discourse:q", "mark": "advmod:emph",
    "list": "conj", "goeswith": "flat", "dislocated": "nsubj", "reparandum": "dep",
}  # fmt: skip


@dataclass(slots=True)
class Word:
    """A token of a treebank: ``head`` is the index of the governor in the sentence, its own index at the root."""

    text: str
    lemma: str
    pos: str
    feats: dict[str, str]
    head: int
    relation: str
    space: bool = True


@dataclass(slots=True)
class Tree:
    """A sentence of a treebank."""

    text: str
    words: list[Word] = field(default_factory=list)


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each sentence of a CoNLL-U file."""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def features(text: str) -> dict[str, str]:
    """Split a FEATS column."""
    return {} if text == "_" else dict(part.split("=", 1) for part in text.split("|"))


def tree(lines: Sequence[str]) -> Tree:
    """Build a tree from the lines of a sentence, with each multiword token as one word."""
    text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    ranges = [joined(r) for r in rows if "-" in r[0]]
    rows = [r for r in rows if r[0].isdigit()]
    words = [Word(r[1], r[2], r[3], features(r[5]), int(r[6]) - 1, r[7], "SpaceAfter=No" not in r[9]) for r in rows]
    return merge(Tree(text, words), ranges)


def joined(row: Sequence[str]) -> tuple[int, int, str, bool]:
    """Return first and last word, form and following blank of a multiword token's row."""
    first, _, last = row[0].partition("-")
    return int(first), int(last), row[1], "SpaceAfter=No" not in row[9]


def merge(found: Tree, ranges: Sequence[tuple[int, int, str, bool]]) -> Tree:
    """Merge each range of words into the one whose head lies outside it; a copula adds only the features that are missing."""
    owner = list(range(len(found.words)))
    for first, last, form, space in ranges:
        ids = range(first - 1, last)
        outside = [i for i in ids if found.words[i].head not in ids]
        kept = outside[0] if outside else first - 1
        for i in ids:
            owner[i] = kept
            if i != kept:
                extra = {k: v for k, v in found.words[i].feats.items() if k in COPULA}
                found.words[kept].feats = finite({**extra, **found.words[kept].feats})
        found.words[kept].text, found.words[kept].space = form, space
    keep = sorted(set(owner))
    place = {old: new for new, old in enumerate(keep)}
    words = [found.words[i] for i in keep]
    for word, old in zip(words, keep, strict=True):
        word.head = place[old] if word.head < 0 else place[owner[word.head]]
    return Tree(found.text, words)


def finite(feats: dict[str, str]) -> dict[str, str]:
    """Return the features of a verb joined with its copula: ``gitmiş|ti`` is a participle and a copula, ``gitmişti`` is finite."""
    if feats.get("VerbForm") == "Part" and feats.get("Case", "Nom") == "Nom":
        return {k: v for k, v in feats.items() if k not in {"VerbForm", "Case"}}
    return feats


def is_tree(found: Tree) -> bool:
    """Say whether every word leads to a root without a cycle and there is just one root."""
    heads = [w.head for w in found.words]
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


def harmonised(found: Tree, treebank: str) -> Tree:
    """Bring a tree's features and relations to the common annotation."""
    guessed = read([w.text for w in found.words])
    for n, word in enumerate(found.words):
        feats = word.feats
        if treebank in {"PUD"} and word.pos in {"NOUN", "PROPN", "PRON"} and "Number" in feats:
            feats.setdefault("Case", "Nom")
        if treebank != "BOUN" and word.pos in {"VERB", "AUX"}:
            by_rule = guessed[n].get("VerbForm")
            if by_rule in {"Part", "Conv", "Vnoun"} and feats.get("VerbForm") != by_rule:
                feats["VerbForm"] = by_rule
        if treebank == "GB" and word.relation == "nmod":
            word.relation = "nmod:poss" if "Person[psor]" in found.words[word.head].feats else "nmod"
        if word.pos not in {"VERB", "AUX"}:
            feats.pop("Person", None)
        if feats.get("Person") == "3":
            feats.pop("Person")
        word.feats = {k: v for k, v in feats.items() if k in KEPT and (k, v) not in DROPPED_VALUES}
        word.relation = FOLDED.get(word.relation, word.relation)
    return found


def trees(path: Path, treebank: str = "") -> list[Tree]:
    """Return the sound trees of a file, harmonised if ``treebank`` names it."""
    found = [t for t in map(tree, blocks(path)) if t.words and is_tree(t)]
    return [harmonised(t, treebank) for t in found] if treebank else found
