"""Realis: did it happen, as the text has it? Read from the predicate's own form and from what governs its clause."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from extraction.language.clauses import Clause, Sentence
from extraction.language.phrases import Phrase
from extraction.records import Status
from ontology.turkish import lower

DATA = Path(__file__).with_name("realis.toml")
PAST_FUTURE = re.compile(r"(?:ecekti|acaktı)(?:ler|lar)?$")
COMPLEMENT = {"that", "for"}


@cache
def words() -> dict[str, dict[str, Any]]:
    """Return ``realis.toml``."""
    return loads(DATA.read_text(encoding="utf-8"))


def status_of(clause: Clause | None, sentence: Sentence) -> Status:
    """Return the status of what a clause tells; a noun phrase outside every clause is asserted."""
    if clause is None:
        return "asserted"
    if clause.predicate.negative:
        return "denied"
    if past_future(clause):
        return "planned"
    return governed(clause) or hinted(sentence)


def past_future(clause: Clause) -> bool:
    """Say whether the predicate is a future seen from the past ("gidecekti"), which tells an intention."""
    return bool(PAST_FUTURE.search(lower(clause.predicate.text)))


def governed(clause: Clause) -> Status | None:
    """Return the status that the governing clauses impose, the nearest first; None when they impose none."""
    inner, parent = clause, clause.parent
    if inner.relation in words()["planned"]["relations"] and inner.predicate.kind in {"Mak", "Ma", ""}:
        return "planned"
    while parent is not None and inner.relation != "which":
        if inner.relation in COMPLEMENT:
            status = imposed(inner, parent)
            if status:
                return status
        if inner.relation not in COMPLEMENT and parent.relation == "for":
            # What came before somebody set out to do something is no part of the purpose ("A öldükten sonra … almak için çalıştı").
            return None
        inner, parent = parent, parent.parent
    return None


def imposed(inner: Clause, parent: Clause) -> Status | None:
    """Return what a governing clause says of its complement."""
    lemmas = {parent.lemma, *(p.head.lemma for p in parent.phrases if not p.named)}
    if parent.predicate.negative and inner.predicate.kind in {"Ma", "Mak"} and parent.lemma in words()["planned"]["governors"]:
        return "denied"
    if lemmas & set(words()["denied"]["governors"]):
        return "denied"
    if inner.predicate.kind in {"Ma", "Mak", "Acak"} and lemmas & set(words()["planned"]["governors"]):
        return "planned"
    if inner.predicate.kind in {"Dik", "Acak", "Ma"} and lemmas & set(words()["reported"]["governors"]):
        return "planned" if inner.predicate.kind == "Acak" else "reported"
    return None


def hinted(sentence: Sentence) -> Status:
    """Return reported where a word of hearsay stands in the sentence, else asserted."""
    hints = set(words()["reported"]["hints"])
    told = any(lower(u.text) in hints and not u.mention for u in sentence.units)
    return "reported" if told or any(p.relation == "göre" and speaks(p) for p in sentence.phrases) else "asserted"


def speaks(phrase: Phrase) -> bool:
    """Say whether what stands before "göre" can say something: a person, a body, or a report."""
    return phrase.head.tag in {"PER", "ORG"} or phrase.head.lemma in words()["reported"]["speakers"]
