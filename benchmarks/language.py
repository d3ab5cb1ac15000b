"""Measure the Turkish pipeline: ``python benchmarks/language.py ../shared/turkish [--model FOLDER] [--set test|dev]``.

On BOUN test (never trained on; raw text in, one sentence a document): tokens, POS, UAS, LAS, and the features Case, Voice, Polarity,
VerbForm … for the rules alone, the model alone, and both together; sentence ends on groups of ten sentences; names on the test files
of HisTR and Wiki-NER.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).parents[1]))
from extraction.language import pipeline, readings
from extraction.language.letters import lower
from extraction.training import annotated, corpora
from extraction.training.treebanks import Tree, Word, trees

FEATURES = ("Case", "Number", "Person[psor]", "Voice", "Polarity", "VerbForm", "Tense")
OWN = Path(__file__).parents[1] / "extraction" / "training" / "sentences"
CASES = {"acc", "dat", "loc", "abl", "gen", "ins"}
PLACES = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "DATE": "DAT"}
PLAIN = {("VerbForm", "Fin"), ("Polarity", "Pos")}
DIVIDED = re.compile("^değil.|m[ae]d[ae]n$")
Offsets = tuple[int, int]
Tagged = tuple[Tree, Sequence[tuple[str, dict[str, str]]]]


def offsets(texts: Iterable[str]) -> list[Offsets]:
    """Return the span of each token among the characters that are not blank."""
    found, at = [], 0
    for text in texts:
        size = len("".join(text.split()))
        found.append((at, at + size))
        at += size
    return found


class Score:
    """True positives, guesses and gold of one figure."""

    def __init__(self) -> None:
        self.right = self.guessed = self.gold = 0

    def add(self, right: int, guessed: int, gold: int) -> None:
        """Add counts."""
        self.right, self.guessed, self.gold = self.right + right, self.guessed + guessed, self.gold + gold

    @property
    def f(self) -> float:
        """Return the F1 score in percent."""
        return 200 * self.right / max(1, self.guessed + self.gold)

    def __str__(self) -> str:
        precision, recall = 100 * self.right / max(1, self.guessed), 100 * self.right / max(1, self.gold)
        return f"P {precision:5.1f}  R {recall:5.1f}  F {self.f:5.1f}  ({self.gold})"


def same(name: str, gold: str | None, guess: str | None) -> bool:
    """Say whether a value is right; BOUN notes one voice of a causative passive, and either counts."""
    return gold is not None and guess is not None and (gold == guess or (name == "Voice" and gold in guess))


def syntax(nlp: Language, found: Sequence[Tree]) -> dict[str, Score]:
    """Return tokens, POS, UAS, LAS against gold trees."""
    scores = {name: Score() for name in ("tokens", "POS", "UAS", "LAS")}
    for tree, doc in zip(found, nlp.pipe(t.text for t in found), strict=True):
        tokens = [t for t in doc if not t.is_space]
        place = dict(zip(offsets(t.text for t in tokens), tokens, strict=True))
        gold = offsets(w.text for w in tree.words)
        for span, word in zip(gold, tree.words, strict=True):
            token = place.get(span)
            if token is None:
                continue
            head = next(s for s, t in place.items() if t.i == token.head.i) == gold[word.head]
            label = "root" if token.dep_ == "ROOT" else token.dep_
            for name, right in (("tokens", True), ("POS", token.pos_ == word.pos), ("UAS", head), ("LAS", head and label == word.relation)):
                scores[name].add(int(right), 0, 0)
        for score in scores.values():
            score.add(0, len(tokens), len(gold))
    return scores


def features(pairs: Iterable[Tagged]) -> dict[str, Score]:
    """Return the score of each feature; Case on nouns and names only (gold POS), the others on every token."""
    scores = {name: Score() for name in FEATURES}
    for word, guess in aligned(pairs):
        for name, score in scores.items():
            if name == "Case" and word.pos not in {"NOUN", "PROPN"}:
                continue
            gold, mine = (value(name, feats) for feats in (word.feats, guess))
            score.add(int(same(name, gold, mine)), int(mine is not None), int(gold is not None))
    return scores


def value(name: str, feats: dict[str, str]) -> str | None:
    """Return a feature's value, None where it is absent or says nothing (finite, positive)."""
    found = feats.get(name)
    return None if found is None or (name, found) in PLAIN else found


def by_rules(found: Sequence[Tree]) -> Iterator[Tagged]:
    """Yield each tree with the features that the rules alone give its tokens."""
    nlp = pipeline.blank()
    for tree in found:
        texts = [t.text for t in nlp.make_doc(tree.text)]
        yield tree, [(t, dict(r.feats)) for t, r in zip(texts, readings.read(texts), strict=True)]


def by_pipeline(nlp: Language, found: Sequence[Tree]) -> Iterator[Tagged]:
    """Yield each tree with the features that a pipeline gives its tokens, and their lemmas as one more."""
    for tree, doc in zip(found, nlp.pipe(t.text for t in found), strict=True):
        yield tree, [(t.text, {**t.morph.to_dict(), "Lemma": t.lemma_}) for t in doc]


def aligned(pairs: Iterable[Tagged]) -> Iterator[tuple[Word, dict[str, str]]]:
    """Yield each word of the trees with the features of the token at its place."""
    for tree, guesses in pairs:
        place = dict(zip(offsets(t for t, _ in guesses), (f for _, f in guesses), strict=True))
        yield from ((word, place.get(span, {})) for span, word in zip(offsets(w.text for w in tree.words), tree.words, strict=True))


def taken_apart(pairs: Iterable[Tagged]) -> dict[tuple[str, str | None], str | None]:
    """Return the voice that BOUN mostly gives a lemma and voice of ours, where it is another one (``çekil``: Pass, ``bitir`` Cau: none)."""
    seen: dict[tuple[str, str | None], Counter[str | None]] = {}
    for word, feats in aligned(pairs):
        if "Lemma" in feats:
            seen.setdefault((feats["Lemma"], value("Voice", feats)), Counter())[value("Voice", word.feats)] += 1
    most = {key: max(voices, key=lambda v: (voices[v], str(v))) for key, voices in seen.items()}
    clear = {key: voice for key, voice in most.items() if seen[key][voice] > 0.6 * seen[key].total()}
    return {key: voice for key, voice in clear.items() if voice != key[1] and not same("Voice", voice, key[1])}


def by_convention(pairs: Iterable[Tagged], apart: dict[tuple[str, str | None], str | None]) -> dict[str, Score]:
    """Return Voice with BOUN's own division of verbs, and Polarity without the two kinds of word on which BOUN is divided."""
    scores = {"Voice": Score(), "Polarity": Score()}
    for word, feats in aligned(pairs):
        mine = value("Voice", feats)
        mine, gold = apart.get((feats.get("Lemma", ""), mine), mine), value("Voice", word.feats)
        scores["Voice"].add(int(same("Voice", gold, mine)), int(mine is not None), int(gold is not None))
        if not DIVIDED.search(lower(word.text)):
            mine, gold = value("Polarity", feats), value("Polarity", word.feats)
            scores["Polarity"].add(int(same("Polarity", gold, mine)), int(mine is not None), int(gold is not None))
    return scores


def sentence_ends(nlp: Language, found: Sequence[str], size: int = 10) -> Score:
    """Return the F1 of sentence spans on groups of sentences run together."""
    score = Score()
    groups = [found[n : n + size] for n in range(0, len(found), size)]
    for group, doc in zip(groups, nlp.pipe(" ".join(g) for g in groups), strict=True):
        gold = set(offsets(group))
        mine = set(offsets(s.text for s in doc.sents))
        score.add(len(gold & mine), len(mine), len(gold))
    return score


def names(nlp: Language, gold: Sequence[Doc], fold: dict[str, str]) -> dict[str, Score]:
    """Return the F1 of each label of gold names; ``fold`` brings the pipeline's labels to those of the gold."""
    labels = sorted({e.label_ for d in gold for e in d.ents})
    scores = {label: Score() for label in ["all", *labels]}
    for doc in gold:
        made = nlp(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]))
        mine = {(e.start, e.end, fold.get(e.label_, e.label_)) for e in made.ents}
        theirs = {(e.start, e.end, e.label_) for e in doc.ents}
        for label in labels:
            a, b = {x for x in mine if x[2] == label}, {x for x in theirs if x[2] == label}
            scores[label].add(len(a & b), len(a), len(b))
            scores["all"].add(len(a & b), len(a), len(b))
    return scores


def own_grammar(nlp: Language, held: Sequence[annotated.Sentence]) -> dict[str, Score]:
    """Return how often a name that is an argument has the case annotated, and a one-word predicate a verb form.

    A bare name may be annotated as an object or as a member of a list whose last one has the case; only marked cases are counted.
    """
    scores = {"case": Score(), "predicates": Score()}
    for sentence, doc in zip(held, nlp.pipe(s.text for s in held), strict=True):
        last = {e.text: next(t for t in doc if t.idx < e.end <= t.idx + len(t)) for e in sentence.entities}
        for clause in sentence.clauses:
            tokens = [t for t in doc if t.text == clause.predicate.split()[-1]]
            scores["predicates"].add(int(any(t.morph.get("VerbForm") for t in tokens)), 1, int(bool(tokens)))
            for argument in clause.arguments:
                token = last.get(argument.text)
                if token is not None and argument.case in CASES and len(token.text) > len(argument.text.split()[-1]):
                    right = token.morph.get("Case") == [argument.case.capitalize()]
                    scores["case"].add(int(right), 1, 1)
    return scores


def speed(nlp: Language, text: str, without: Sequence[str] = ()) -> str:
    """Return words a second and memory on a text, ten lines a passage, in the batches that ``parse`` uses."""
    lines = [line for line in text.split("\n") if line.strip()]
    parts = [" ".join(lines[n : n + 10]) for n in range(0, len(lines), 10)]
    begun = time.process_time()
    docs = nlp.pipe(parts, batch_size=pipeline.BATCH, disable=without)
    count = sum(token.text[0].isalnum() for doc in docs for token in doc)
    spent = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{count} words, {count / spent:.0f} words/s, {memory:.0f} MB"


def show(title: str, scores: dict[str, Score]) -> None:
    """Print scores under a title."""
    print(f"\n{title}")
    for name, score in scores.items():
        print(f"  {name:14}{score}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=pipeline.MODEL)
    parser.add_argument("--text", type=Path, help="a text for speed and memory")
    parser.add_argument("--set", default="test", choices=["test", "dev"])
    given = parser.parse_args()
    path = corpora.TEST if given.set == "test" else corpora.TREEBANKS["BOUN"]
    found = trees(given.data / "treebank" / path)
    found = found if given.set == "test" else found[-corpora.HELD :]
    begun = time.monotonic()
    nlp = pipeline.opened(given.model)
    print(f"load {time.monotonic() - begun:.2f} s; {nlp.pipe_names}")
    if given.text:
        text = given.text.read_text(encoding="utf-8")
        print("first time:", speed(nlp, text), "| again:", speed(nlp, text), "| without names:", speed(nlp, text, ("ner",)))
    show(f"BOUN {given.set}", syntax(nlp, found))
    show("features, rules alone", features(by_rules(found)))
    choosing: Any = nlp.get_pipe("morphologizer")
    choosing.alone = True
    show("features, model alone", features(by_pipeline(nlp, found)))
    choosing.alone = False
    show("features, as shipped", features(by_pipeline(nlp, found)))
    developed = trees(given.data / "treebank" / corpora.TREEBANKS["BOUN"])
    apart = taken_apart(by_pipeline(nlp, developed))
    show(f"by BOUN's conventions ({len(apart)} verbs taken apart as in its dev file)", by_convention(by_pipeline(nlp, found), apart))
    print("\nsentence ends on groups of 10:", sentence_ends(nlp, [t.text for t in found]))
    held = [s for s in annotated.read(OWN) if corpora.is_held(s)]
    print(f"sentence ends, our own {len(held)} held sentences run together by tens:", sentence_ends(nlp, [s.text for s in held]))
    show("case of named arguments and verb form of predicates, our own held sentences", own_grammar(nlp, held))
    if "ner" in nlp.pipe_names:
        for title, name, labels, fold in (
            ("HisTR test", "HisTR/test.txt", {"PER": "PER", "LOC": "LOC"}, {"GPE": "LOC"}),
            ("Wiki-NER test", "Turkish-Wiki-NER-Dataset/test.conll", PLACES, {"GPE": "LOC"}),
        ):
            gold = [corpora.names(nlp, rows, labels) for rows in corpora.columns(given.data / "names" / name)]
            show(title, names(nlp, gold, fold))
            if name.startswith("HisTR"):
                show(
                    title + ", titles counted to the name, as in our guide",
                    names(nlp, [*map(corpora.titled, gold)], fold),
                )
        show("names on our own held sentences", names(nlp, list(corpora.own_sentences(nlp, held)), {}))


if __name__ == "__main__":
    main()
