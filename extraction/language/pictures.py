"""Pictures of clauses: displaCy arcs from each predicate to its arguments, for documentation and for debugging a sentence."""

from __future__ import annotations

from typing import Any

from spacy import displacy

from extraction.language.clauses import Clause, Sentence
from extraction.language.phrases import Phrase

SLOTS = ("subject", "object", "dat", "loc", "abl", "ins")


def picture(sentence: Sentence) -> str:
    """Return an SVG of a sentence: a word a unit, an arc an argument, labelled with its deep slot or postposition."""
    words = [{"text": u.text, "tag": u.tag or u.form or u.case} for u in sentence.units]
    options = {"compact": True, "distance": 95, "word_spacing": 30, "font": "sans-serif"}
    drawing = displacy.render(
        {"words": words, "arcs": arcs(sentence)}, style="dep", manual=True, options=options, page=False, jupyter=False
    )
    return str(drawing)


def arcs(sentence: Sentence) -> list[dict[str, Any]]:
    """Return displaCy arcs for all clauses, each pair of units once."""
    found = {(start, end): label for clause in sentence.clauses for start, end, label in clause_arcs(clause)}
    return [
        {"start": min(pair), "end": max(pair), "label": label, "dir": "left" if pair[1] < pair[0] else "right"}
        for pair, label in sorted(found.items())
        if pair[0] != pair[1]
    ]


def clause_arcs(clause: Clause) -> list[tuple[int, int, str]]:
    """Return (predicate, argument head, label) for the arguments of a clause and (governor, predicate, relation) for the clause itself."""
    named = [(phrase, slot) for slot in SLOTS for phrase in clause.slot(slot)]
    named += [(p, p.relation) for p in clause.phrases if p.relation and p.relation != "tarafından"]
    own = [(clause.predicate.index, head(p), slot) for p, slot in named]
    parent = (
        [(clause.parent.predicate.index, clause.predicate.index, clause.relation)] if clause.parent and clause.relation != "which" else []
    )
    return own + parent


def head(phrase: Phrase) -> int:
    """Return the index of a phrase's first member."""
    return phrase.members[0].index
