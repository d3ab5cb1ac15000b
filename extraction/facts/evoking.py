"""Where a sentence evokes a pattern: a clause with its verb and theme, or a noun phrase alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extraction.facts.amounts import amount_of
from extraction.facts.complements import complements
from extraction.facts.frames import Pattern
from extraction.facts.goods import lots, whole
from extraction.facts.slots import Site, fits, phrases
from extraction.language.clauses import Clause, Sentence
from extraction.language.gapping import ungapped
from extraction.language.lists import counted
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import halves, intransitive
from ontology.turkish import lower

ANYTHING = "*"
PERSONS = frozenset({"PER"})
QUOTES = {"“", "”", '"', "«", "»", "‘‘", "’’"}
ASIDE = {"göre", "üzerine", "sonra", "önce", "rağmen", "dolayı", "itibaren"}
"""Roles of what only led to a deed, whose nouns forbid no pattern ("bu karara göre … ödedi")."""


def sites(pattern: Pattern, sentence: Sentence) -> Iterator[Site]:
    """Yield where a pattern's words stand."""
    if not pattern.verbs:
        told = sentence.phrases if pattern.tags != PERSONS else [q for p in sentence.phrases for q in within(p)]
        yield from (
            Site(sentence, None, s)
            for p in told
            if evokes(pattern, p) and stands(pattern, p) and not half_of_verb(p, sentence)
            for s in singled(pattern, p)
        )
        return
    for clause in sentence.clauses:
        if (
            clause.lemma in pattern.lasts
            and evoked_by(pattern, clause, sentence)
            and (clause.predicate.person in {"", "3"} or (pattern.we and clause.predicate.ours))
            and voiced(pattern, clause)
            and not (forbidden(pattern, clause, sentence) or in_title(clause, sentence))
            and complemented(pattern, Site(sentence, clause, None))
        ):
            for part in parts(clause):
                yield from clause_sites(pattern, sentence, part)


def parts(clause: Clause) -> list[Clause]:
    """Return a clause taken apart by `ungapped`, which is done once for all patterns."""
    if not clause.gapped:
        clause.gapped = ungapped(clause)
    return clause.gapped


def in_title(clause: Clause, sentence: Sentence) -> bool:
    """Say whether a verbal noun or participle is written like a word of a work's title ("… Ölümüne Kadar …")."""
    verb = clause.predicate
    before = sentence.units[verb.index - 1] if verb.index else None
    inside = before is not None and (before.text[:1].isalpha() or before.text[:1].isdigit())
    return inside and verb.form in {"Vnoun", "Part"} and verb.text[:1].isupper() and verb.text[1:].islower()


def evocative(sentence: Sentence) -> set[str]:
    """Return what may evoke a pattern without verbs: the tags of all mentions and the lemmas of all other words in the phrases."""
    inside = [u for phrase in sentence.phrases for p in within(phrase) for u in p.members]
    return {u.tag if u.mention else u.lemma for u in inside}


def evoked_by(pattern: Pattern, clause: Clause, sentence: Sentence) -> str:
    """Return the verb of the pattern that a clause has: an idiom with the words right before it ("serbest bırak"), or its lemma alone."""
    last = clause.lemma
    if last in pattern.idioms:
        near, far = ((u.lemma, lower(u.text)) for u in before(clause, sentence))
        found = [f"{w} {v} {last}" for v in near for w in far] + [f"{v} {last}" for v in near]
        idiom = next((words for words in found if words in pattern.verbs), "")
        if idiom:
            return idiom
    return last if last in pattern.verbs else ""


def before(clause: Clause, sentence: Sentence) -> tuple[Unit, Unit]:
    """Return the last two words before a predicate, the nearest first, particles left out ("izin de verdi")."""
    words = [
        u for u in sentence.units[max(0, clause.predicate.index - 4) : clause.predicate.index] if u.pos != "PART" and u.text not in QUOTES
    ]
    padded = [*([clause.predicate] * 2), *words]
    return padded[-1], padded[-2]


def half(pattern: Pattern, clause: Clause, sentence: Sentence) -> Phrase | None:
    """Return the phrase that an idiom’s noun stands in ("önlem" of "yeni önlemler aldı")."""
    if " " not in evoked_by(pattern, clause, sentence):
        return None
    noun = before(clause, sentence)[0]
    return next((p for p in clause.phrases if noun in p.members), None)


def half_of_verb(phrase: Phrase, sentence: Sentence) -> bool:
    """Say whether a noun only makes a verb with the light one behind it ("ilhak etti"), so that it is no noun of its own."""
    verb = next((u for u in sentence.units[phrase.head.index + 1 :][:1] if u.form), None)
    light = verb is not None and verb.lemma == "et"
    return light and phrase.bare and not (phrase.named or phrase.head.owned) and phrase.head.lemma in halves()


def within(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a phrase and the owners and modifiers inside it ("Komiser Çiçerin’in isteği")."""
    yield phrase
    for inner in (*phrase.owners, *phrase.modifiers):
        yield from within(inner)


def singled(pattern: Pattern, phrase: Phrase) -> list[Phrase]:
    """Return the phrase, or one for each name of a list, with the titles that belong to it; who bears two titles is told with each."""
    if not pattern.tags or (len(phrase.members) == 1 and (len(phrase.titles) < 2 or pattern.tags != PERSONS)):
        return [phrase]
    own = [u for u in phrase.members if u.tag in pattern.tags]
    borne = [(u, [t for t in phrase.titles if t.bearer in (u, None)]) for u in own]
    each = [(u, [t]) for u, titles in borne for t in titles] if pattern.tags == PERSONS else []
    bare = [(u, titles) for u, titles in borne if not each or not titles]
    return [replace(phrase, members=[u], titles=titles) for u, titles in (*bare, *each)]


def clause_sites(pattern: Pattern, sentence: Sentence, clause: Clause) -> Iterator[Site]:
    """Yield one site a theme phrase, or one without a theme where the pattern asks for none."""
    if not pattern.nouns and not pattern.tags:
        yield Site(sentence, clause, half(pattern, clause, sentence))
        return
    bare = Site(sentence, clause, None)
    seen: list[Phrase] = []
    for slot in pattern.theme if not carrying(pattern, clause) else [t for t in pattern.theme if t != "head"]:
        if slot == "subject" and seen and pattern.goods and not clause.passive:
            continue
        for phrase in (whole(p) if pattern.goods else p for p in phrases(bare, slot)):
            if evokes(pattern, phrase) and phrase not in seen:
                seen.append(phrase)
                told = itemised(phrase, clause, pattern) if pattern.goods else phrase
                every = [*with_it(phrase, bare, pattern), *lots(told, sentence)] if pattern.goods else [told]
                yield from (Site(sentence, clause, part) for part in every)


def with_it(phrase: Phrase, site: Site, pattern: Pattern) -> list[Phrase]:
    """Return the counted goods that "ile" puts before others ("12 kasa fişek ile 400 süngü")."""
    first = min([u.index for p in (phrase, *phrase.modifiers) for u in p.members])
    listed = [p for p in (site.clause.phrases if site.clause else []) if p.relation == "ile" and p.head.index < first]
    return [replace(p, relation="") for p in listed if evokes(pattern, p) and amount_of(p, site.sentence)]


def itemised(phrase: Phrase, clause: Clause, pattern: Pattern) -> Phrase:
    """Return the counted goods that a clause gives as examples of a noun ("otuz bin lira, iki bin tüfek gibi yardımlar"), or the noun."""
    listed = [p for p in clause.phrases if p.relation == "gibi" and p is not phrase and counted(p) and evokes(pattern, p)]
    return listed[0] if listed else phrase


def carrying(pattern: Pattern, clause: Clause) -> bool:
    """Say whether the noun of a relative clause is who gives or carries, and not the goods ("heyeti taşıyan vapur")."""
    return pattern.goods and clause.predicate.kind == "An" and not clause.passive and clause.lemma not in intransitive()


def evokes(pattern: Pattern, phrase: Phrase) -> bool:
    """Say whether a phrase has the pattern's noun as head, or a mention of one of its tags."""
    if any(u.tag in pattern.tags for u in phrase.members if u.mention):
        return True
    if ANYTHING in pattern.nouns:
        return all(u.pos == "NOUN" and not u.mention and len(u.lemma) > 1 and u.lemma not in pattern.but for u in phrase.members)
    return any(u.lemma in pattern.nouns if not u.mention else u.tag == "ORG" and ends_in(u, pattern) for u in phrase.members)


def stands(pattern: Pattern, phrase: Phrase) -> bool:
    """Say whether a noun has one of the cases or postpositions that the pattern asks for ("önerisi üzerine", "emriyle"), and one of the
    words beside it that must stand there ("açılış konuşması").
    """
    beside = not pattern.beside or any(u.lemma in pattern.beside for p in phrase.modifiers for u in p.members)
    return beside and (not pattern.stands or any(fits(phrase, name) for name in pattern.stands))


def ends_in(unit: Unit, pattern: Pattern) -> bool:
    """Say whether a body's name ends in one of the pattern's nouns, whatever its case ("Türk heyeti", "Türk heyetinde")."""
    return bool(pattern.nouns) and bool(inflected(tuple(pattern.nouns)).fullmatch(lower(unit.text).split()[-1]))


@cache
def inflected(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches each of some nouns with a possessive, in the plural or in any case."""
    stems = "|".join(re.sub("k$", "[kğ]", noun) for noun in nouns)
    return re.compile(rf"(?:{stems})(?:l[ae]r)?s?[ıiuü]?(?:n?(?:[ıiuü]n?|[ae]|d[ae]n?)|yl[ae])?")


def voiced(pattern: Pattern, clause: Clause) -> bool:
    """Say whether the clause has the voice that the pattern asks for."""
    return not pattern.voice or (pattern.voice == "passive") == clause.predicate.passive


def forbidden(pattern: Pattern, clause: Clause, sentence: Sentence) -> bool:
    """Say whether a word of the clause forbids the pattern, or a word that must stand in it is missing.

    The latter may also describe the last noun ("olumsuz cevap verdi").
    """
    if not pattern.unless and not pattern.beside:
        return False
    at = clause.predicate.index
    last = {u.lemma for u in sentence.units[max(0, at - 1) : at] if not u.mention}
    done_to = {u.lemma for p in clause.phrases if p.relation not in ASIDE for q in (p, *p.modifiers) for u in q.members}
    heads = {u.lemma for p in clause.phrases for q in (p, *p.modifiers) for u in q.members}
    before_it = [u for u in sentence.units[max(0, at - 3) : at] if lower(u.text) != "bir"][-2:]
    described = {u.lemma for u in before_it if not u.mention}
    return bool((done_to | last) & pattern.unless) or bool(pattern.beside and not (heads | last | described) & pattern.beside)


def complemented(pattern: Pattern, site: Site) -> bool:
    """Say whether the clause has a complement of the sort that the pattern asks for ("gelmesini istedi", not "gelmek istedi")."""
    if not pattern.complement:
        return True
    kinds = {c.predicate.kind for c in complements(site) if c.relation == "that"}
    return bool((kinds or {""}) & pattern.complement)
