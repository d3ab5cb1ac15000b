"""Score the clause reader on our own annotated sentences: (predicate, case or postposition, argument) triples.

    .venv/bin/python benchmarks/clauses.py [--file PREFIX]… [--show N]

Entities are given as annotated, so that only tokens, grammar and clauses are judged. A found argument counts when the predicate is the
annotated one, the case or postposition is the same, and the annotated argument's last word begins like one of the found phrase's heads
or like its base form ("şehri" is "şehir"; a surname in brackets is left away). A subject that a clause shares with a neighbour counts
too; the annotation gives it to a nominalised verb now as ``gen``, now as ``nom``, so either is right. A date without case is ``loc`` and
a predicate noun ``nom``, an agent in -CA and what hangs on a noun ("X’teki elçi, Y başkanlığındaki heyet") no argument, as in the
annotation. A word that the annotation counts to the predicate ("yürürlüğe girmiştir") is no argument; a nominalised clause bears the
postposition that stands behind it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator

from extraction.language import load, parse
from extraction.language.clauses import Clause, Sentence, read
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, postposition
from extraction.language.units import units
from extraction.language.words import times, word_class
from extraction.records import Document, Mention, Passage, Source, Span
from extraction.training import annotated
from ontology.turkish import lower

CASES = {"": "nom", "Acc": "acc", "Dat": "dat", "Loc": "loc", "Abl": "abl", "Gen": "gen", "Ins": "ins", "Equ": "equ"}
VERBS = """
et ol ver al yap bulun koy çek kur gör getir çık kıl eyle düzenle geç gir duy göster tut bul taşı yürüt sun çıkar gönder yaz iste başla
kazan uğra ulaş var
"""
LIGHT = frozenset(VERBS.split())
"""Verbs whose bare noun the annotation may count to the predicate ("kabul etti")."""
BACK = {"for": "için", "after": "sonra", "before": "önce", "despite": "rağmen", "according": "göre"}
BACK |= {"since": "itibaren", "until": "kadar"}
ADVERBIAL = {"when", "because"}
ASIDE = re.compile(r"\s*\([^)]*\)$")
Triple = tuple[str, str, str]


def sentences_of(sentence: annotated.Sentence) -> list[Sentence]:
    """Return what we read in a sentence whose entities are given."""
    text = sentence.text
    passage = Passage(text, tuple(range(len(text))), "body", (Span(0, len(text)),))
    document = Document(Source("s", "s.txt", "0" * 64, "utf-8"), text, (passage,))
    (doc,) = parse(load(), document)
    assert doc is not None
    mentions = [
        Mention(0, e.start, e.end, Span(e.start, e.end), e.tag, text[e.start : e.end], entity=f"x/{e.start}") for e in sentence.entities
    ]
    return [read(units(span, mentions)) for span in doc.sents]


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


def head_key(unit: Unit, wanted: set[str]) -> str:
    """Return the key of an argument's head: its word's or its base form's, whichever is annotated."""
    keys = [key(ASIDE.sub("", unit.text)), key(unit.lemma)]
    keys += [w for w in wanted if not unit.mention and len(w) < len(keys[0]) and keys[0].startswith(w)]
    return next((k for k in keys if k in wanted), keys[0])


def found_triples(read_here: Sentence, gold: Counter[Triple], worded: list[str]) -> Iterator[Triple]:
    """Yield the triples that we read; the noun of a compound verb ("davet ettiler") is part of the predicate, not an argument."""
    for clause in read_here.clauses:
        predicate = key(clause.predicate.text)
        wanted = {a for p, _, a in gold if p == predicate}
        within = {w for text in worded if key(text) == predicate for w in text.split()[:-1]}
        shared = [clause.inherited] if clause.inherited and not clause.subject_phrases() else []
        for phrase in [*(p for p in clause.phrases if argues(p, clause) and not attributive(p, read_here)), *shared]:
            own = [u for u in phrase.members if u.text not in within or u.mention]
            for key_of in (head_key(u, wanted) for u in own):
                yield predicate, role_of(phrase, clause, {r for p, r, a in gold if (p, a) == (predicate, key_of)}), key_of
        if clause.head is not None:
            yield from ((predicate, "head", head_key(u, wanted)) for u in clause.head.members)
        if clause.complement is not None:
            yield predicate, "nom", head_key(clause.complement, wanted)
        named = content(clause.predicate, read_here.units)
        if clause.parent is not None and clause.predicate.form in {"Vnoun", "Part"} and clause.relation != "which" and not named:
            above = key(clause.parent.predicate.text)
            told = {r for p, r, a in gold if (p, a) == (above, predicate)}
            yield from ((above, r, predicate) for r in [hangs(clause, read_here, told)] if r not in ADVERBIAL)


def hangs(clause: Clause, read_here: Sentence, annotated_here: set[str]) -> str:
    """Return the role of a nominalised clause in the one that governs it: the postposition behind it, or its case; "when" is none."""
    behind = read_here.units[clause.predicate.index + 1 : clause.predicate.index + 2]
    if clause.relation == "that":
        return subject_case(CASES.get(clause.predicate.case, "nom"), annotated_here)
    return next((postposition(u) for u in behind), "") or BACK.get(clause.relation, clause.relation)


def content(verb: Unit, among: list[Unit]) -> bool:
    """Say whether a nominalised verb only names the content of the noun behind it ("gönderilmesi isteği"), which is the argument."""
    behind = among[verb.index + 1 : verb.index + 2]
    return not verb.case and any(u.lemma != "zor" and u.nominal and u.owned and not u.mention and not postposition(u) for u in behind)


def attributive(phrase: Phrase, read_here: Sentence) -> bool:
    """Say whether a postposition puts a phrase on the noun behind it ("başkanlığındaki heyet", "sınıra dair karar")."""
    behind = read_here.units[phrase.head.index + 1 : phrase.head.index + 2]
    return bool(phrase.relation) and any(u.text.endswith("ki") or u.text in {"dair", "ilişkin", "imzalı"} for u in behind)


def argues(phrase: Phrase, clause: Clause) -> bool:
    """Say whether a phrase is an argument: no light noun, no noun of time, no date that only modifies."""
    light = phrase.bare and not phrase.named and clause.is_adjacent(phrase) and clause.lemma in LIGHT
    return not (light or phrase.dated or phrase.head.linking or phrase.case == "Equ" or (phrase.bare and phrase.head.lemma in times()))


def role_of(phrase: Phrase, clause: Clause, annotated_here: set[str]) -> str:
    """Return the role name of a phrase: its postposition, its case, or nom and gen for a shared subject, whichever is annotated."""
    if phrase.relation:
        return phrase.relation
    if phrase is clause.inherited and all(p is not phrase for p in clause.phrases):
        return subject_case("gen" if phrase.case == "Gen" else "nom", annotated_here)
    if phrase.bare and phrase.head.tag == "DAT":
        return "loc"
    if phrase.bare and not clause.passive and clause.lemma not in word_class("being") and any(p is phrase for p in clause.slot("object")):
        return "acc"
    own = CASES.get(phrase.case, phrase.case.lower())
    return subject_case(own, annotated_here) if phrase.bare and clause.predicate.kind in {"Ma", "Dik", "Acak", "Is"} else own


def subject_case(own: str, annotated_here: set[str]) -> str:
    """Return nom or gen, whichever is annotated of what may be both: a shared or bare subject of a nominalised verb."""
    either = {"nom", "gen"}
    return next(iter(annotated_here & either), own) if own in either - annotated_here else own


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
        worded = [c.predicate for c in sentence.clauses]
        told = (t for here in sentences_of(sentence) for t in found_triples(here, gold, worded))
        found = Counter(t for t in told if t[0] in predicates)
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
