"""Score the clause reader on our own annotated sentences: (predicate, case or postposition, argument) triples.

    .venv/bin/python benchmarks/clauses.py [--file PREFIX]… [--show N]

Entities are given as annotated, so that only tokens, grammar and clauses are judged. A found argument counts when the predicate is the
annotated one, the case or postposition is the same, and the annotated argument's last word begins like one of the found phrase's heads.
``nom`` and ``gen`` subjects that a clause shares with a neighbour count too, as they are annotated.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from extraction.language import load, parse
from extraction.language.clauses import Clause, read
from extraction.language.phrases import Phrase, postposition, times
from extraction.language.units import units, word_classes
from extraction.records import Document, Mention, Passage, Source, Span
from extraction.training import annotated
from ontology.turkish import lower

CASES = {"": "nom", "Acc": "acc", "Dat": "dat", "Loc": "loc", "Abl": "abl", "Gen": "gen", "Ins": "ins", "Equ": "equ"}
LIGHT = frozenset(word_classes()["light"]["verbs"])  # type: ignore[call-overload]
BACK = {"for": "için", "after": "sonra", "before": "önce", "despite": "rağmen", "because": "dolayı", "according": "göre"}
Triple = tuple[str, str, str]


def clauses_of(sentence: annotated.Sentence) -> list[Clause]:
    """Return the clauses that we read in a sentence whose entities are given."""
    text = sentence.text
    passage = Passage(text, tuple(range(len(text))), "body", (Span(0, len(text)),))
    document = Document(Source("s", "s.txt", "0" * 64, "utf-8"), text, (passage,))
    (doc,) = parse(load(), document)
    assert doc is not None
    mentions = [
        Mention(0, e.start, e.end, Span(e.start, e.end), e.tag, text[e.start : e.end], entity=f"x/{e.start}") for e in sentence.entities
    ]
    return [c for span in doc.sents for c in read(units(span, mentions)).clauses]


def annotated_triples(sentence: annotated.Sentence) -> Counter[Triple]:
    """Return (last word of predicate, role, last word of argument) as annotated."""
    return Counter((key(c.predicate), role(a.case), key(a.text)) for c in sentence.clauses for a in c.arguments)


def role(name: str) -> str:
    """Return the common name of a role: its postposition's role, or the case."""
    fake = type("W", (), {"mention": None, "text": name, "lemma": name, "pos": "ADP", "nominal": False})
    return postposition(fake) or name  # type: ignore[arg-type]


def key(text: str) -> str:
    """Return the beginning of the last word, by which an inflected form and its base are one."""
    return lower(text.split()[-1].split("’")[0].strip("()“”,."))[:4] if text.split() else ""


def found_triples(clauses: list[Clause]) -> Iterator[Triple]:
    """Yield the triples that we read; the noun of a light verb ("davet ettiler") is part of the predicate, not an argument."""
    for clause in clauses:
        predicate = key(clause.predicate.text)
        shared = [clause.inherited] if clause.inherited and not clause.subject_phrases() else []
        for phrase in [*(p for p in clause.phrases if argues(p, clause)), *shared]:
            yield from ((predicate, name(phrase, clause), key(u.text)) for u in phrase.members)
        if clause.head is not None:
            yield from ((predicate, "head", key(u.text)) for u in clause.head.members)
        if clause.parent is not None and clause.predicate.form in {"Vnoun", "Part"} and clause.relation != "which":
            own = CASES.get(clause.predicate.case, "nom") if clause.relation == "that" else BACK.get(clause.relation, clause.relation)
            yield key(clause.parent.predicate.text), own, predicate


def argues(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase is an argument: no light noun, no noun of time, no date that only modifies."""
    light = phrase.bare and not phrase.named and clause.is_adjacent(phrase) and clause.lemma in LIGHT
    return not (light or phrase.dated or (phrase.bare and phrase.head.lemma in times()) or (phrase.bare and phrase.head.tag == "DAT"))


def name(phrase: Phrase, clause: Clause) -> str:
    """Return the role name of a phrase: its postposition, its case, gen for the shared subject of a nominalised verb."""
    if phrase.relation:
        return phrase.relation
    if phrase is clause.inherited and phrase not in clause.phrases:
        return "gen" if clause.predicate.kind in {"Dik", "Acak", "Ma", "Is"} and clause.predicate.kind != "Mak" else "nom"
    if phrase.bare and not clause.passive and phrase in clause.slot("object"):
        return "acc"
    return CASES.get(phrase.case, phrase.case.lower())


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = {"hit": Counter(), "gold": Counter(), "found": Counter()}
    shown = 0
    for sentence in annotated.read():
        if options.file and not sentence.file.startswith(tuple(options.file)):
            continue
        gold = annotated_triples(sentence)
        predicates = {p for p, _, _ in gold}
        found = Counter(t for t in found_triples(clauses_of(sentence)) if t[0] in predicates)
        hit = gold & found
        for kind, counts in (("hit", hit), ("gold", gold), ("found", found)):
            for (_, r, _), n in counts.items():
                totals[kind][r] += n
        if shown < options.show and gold - hit:
            shown += 1
            print(sentence.text, f"   missed {sorted(gold - hit)}", f"   extra {sorted(found - hit)}", sep="\n", file=sys.stderr)
    report(totals)


def report(totals: dict[str, Counter[str]]) -> None:
    """Print precision, recall and F1 over all, and for the commoner roles."""
    rows = [("ALL", {k: sum(c.values()) for k, c in totals.items()})]
    rows += [(r, {k: c[r] for k, c in totals.items()}) for r, n in totals["gold"].most_common(14)]
    for title, n in rows:
        p, r = n["hit"] / max(1, n["found"]), n["hit"] / max(1, n["gold"])
        print(f"{title:14s} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  gold {n['gold']} found {n['found']}")


if __name__ == "__main__":
    main()
