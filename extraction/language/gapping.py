"""Gapping: one verb for several pairs ("Hariciye Vekâletine A, Dahiliye Vekâletine ise B seçildi", "A başbakan, B maliye bakanı
oldu"), read as one clause a pair, or for several stages of a journey ("önce Londra’ya, oradan 5 Mayıs’ta Paris’e geçti"), read as one
clause a stage, or for several days ("Bükreş’le 5 Mayıs’ta, Sofya’yla 7 Mayıs’ta imzalandı"), read as one clause a day.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extraction.language.clauses import Clause, motion
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class

PLACES = {"LOC", "GPE"}
SPEAKERS = {"PER", "GPE", "GRP"}
"""Who is spoken to is no goal: the letters of such pairs are told apart by their senders."""


def ungapped(clause: Clause) -> list[Clause]:
    """Return one clause a pair of person and goal where they alternate before the verb, one a stage of a journey, one a day where days
    and names take turns, or the clause itself.
    """
    persons = [p for p in clause.phrases if p.head.tag == "PER" and not p.relation and p.case in {"", "Acc"}]
    goals = [p for p in clause.phrases if p.case == "Dat" and not p.relation]
    alike = len(persons) == len(goals) > 1 and len({p.case for p in persons}) == 1
    places = [p for p in goals if p.head.tag in PLACES]
    if len(places) > 1 and clause.lemma in motion():
        return stages(clause, places)
    if days := by_turns(clause):
        return days
    if clause.lemma in word_class("making") and (offices := became(clause)):
        return one_each(clause, offices)
    if handed(clause, goals):
        return pairs(clause, goals)
    if not alike or any(p.head.tag in SPEAKERS for p in goals):
        return [clause]
    paired = sorted((*persons, *goals), key=lambda p: p.head.index)
    if any(is_goal(left) == is_goal(right) for left, right in pairwise(paired)):
        return [clause]
    return one_each(clause, paired)


def became(clause: Clause) -> list[Phrase]:
    """Return persons in turn with what each becomes ("A başbakan, B maliye bakanı oldu"); none where they do not take turns."""
    bare = [p for p in clause.phrases if p.bare and p.head.tag != "DAT" and p.head.pos != "NUM"]
    persons, posts = bare[::2], bare[1::2]
    fit = len(bare) > 2 and len(persons) == len(posts) and all(p.head.tag == "PER" for p in persons)
    return bare if fit and all(p.head.tag == "OFF" or not p.named for p in posts) else []


def by_turns(clause: Clause) -> list[Clause]:
    """Return one clause a day, with those of each row of like names or things that take turns with the days; none where nothing does."""
    days = [p for p in clause.phrases if p.head.tag == "DAT" and not p.dated]
    clause = closed_by_last(clause, days)
    kinds = {standing(p): None for p in clause.phrases if p.head.tag != "DAT"} if len(days) > 1 else {}
    rows = [[p for p in clause.phrases if p.head.tag != "DAT" and standing(p) == kind and not trailing(p, days)] for kind in kinds]
    turning = [row for row in rows if alike(row) and take_turns(row, days)]
    own = [days, *turning]
    parts = [[row[n] for row in own] for n in range(len(days))]
    return [without(clause, [p for part in parts if part is not mine for p in part]) for mine in parts] if turning else []


def closed_by_last(clause: Clause, days: list[Phrase]) -> Clause:
    """Return the clause with the case or postposition of the last day's name on the bare names behind the other days ("5 Mayıs’ta
    Macaristan ve 7 Mayıs’ta Romanya ile").
    """
    beside = [p for d, p in pairwise(clause.phrases) if any(d is day for day in days) and p.named]
    if len(beside) < 2 or len(beside) != len(days) or beside[-1].bare or not all(p.bare for p in beside[:-1]):
        return clause
    last = beside[-1]
    marked = {id(p): replace(p, relation=last.relation, members=cased(p.members, last.head.case)) for p in beside[:-1]}
    return replace(clause, phrases=[marked.get(id(p), p) for p in clause.phrases])


def cased(members: list[Unit], case: str) -> list[Unit]:
    """Return the members of a phrase with a case on the last one."""
    return [*members[:-1], replace(members[-1], case=case)]


def standing(phrase: Phrase) -> tuple[str, str]:
    """Return the case and postposition of a phrase; "X’le" and "X ile" are the same with a name."""
    return ("", "ile") if phrase.named and (phrase.case, phrase.relation) == ("Ins", "") else (phrase.case, phrase.relation)


def trailing(phrase: Phrase, days: list[Phrase]) -> bool:
    """Say whether a bare noun behind all days is part of what the verb says of each ("… 5 Mayıs’ta teslim edildi")."""
    post = phrase.head.lemma in word_class("become")
    return phrase.bare and not (phrase.named or post) and phrase.head.index > days[-1].head.index


def alike(row: list[Phrase]) -> bool:
    """Say whether phrases are all names, all posts, the same thing ("300 bin lirası …, 500 bin lirası …"), parts of one ("yarısı …"), or
    what each day's deed is done to ("… bir antlaşmayı, … protokolü").
    """
    posts = all(p.head.tag == "OFF" or (p.bare and not p.head.mention and p.head.lemma in word_class("become")) for p in row)
    parts = all(p.bare and p.head.owned for p in row)
    done_to = all(p.case == "Acc" and not p.relation for p in row)
    return posts or parts or done_to or all(p.named for p in row) or len({p.head.lemma for p in row}) == 1


def take_turns(row: list[Phrase], days: list[Phrase]) -> bool:
    """Say whether each phrase of a row stands beside a day of its own."""
    mixed = sorted([*((p.head.index, True) for p in row), *((p.head.index, False) for p in days)])
    return len(row) == len(days) and all(left[1] != right[1] for left, right in pairwise(mixed))


def one_each(clause: Clause, paired: list[Phrase]) -> list[Clause]:
    """Return one clause for each two neighbours in a row of pairs."""
    return [without(clause, [p for p in paired if not any(p is q for q in pair)]) for pair in zip(paired[::2], paired[1::2], strict=True)]


def handed(clause: Clause, goals: list[Phrase]) -> bool:
    """Say whether things go to several by turns before the verb ("Mora Venedik’e, Podolya Lehistan’a bırakıldı")."""
    return len(goals) > 1 and all(p.named for p in goals) and len(things(clause, goals)) == len(goals)


def things(clause: Clause, goals: list[Phrase]) -> list[Phrase]:
    """Return what stands right before each of the goals: bare where the verb is passive, otherwise in the accusative."""
    case = "" if clause.predicate.passive else "Acc"
    told = [p for p in clause.phrases if not p.relation and p.head.tag != "DAT" and (p in goals or p.case == case)]
    return [left for left, right in pairwise(told) if right in goals and left not in goals]


def pairs(clause: Clause, goals: list[Phrase]) -> list[Clause]:
    """Return one clause a thing and whom it goes to."""
    given = things(clause, goals)
    return one_each(clause, [p for pair in zip(given, goals, strict=True) for p in pair])


def stages(clause: Clause, places: list[Phrase]) -> list[Clause]:
    """Return one clause a place that somebody goes to: with its own days and origins, and with all that is no time or place."""
    ends = [p.head.index for p in places]
    own = [p for p in clause.phrases if p in places or p.head.tag == "DAT" or p.case == "Abl"]
    stage = {id(p): next((n for n, end in enumerate(ends) if p.head.index <= end), len(ends) - 1) for p in own}
    return [without(clause, [p for p in own if stage[id(p)] != n]) for n in range(len(places))]


def is_goal(phrase: Phrase) -> bool:
    """Say whether a phrase is the goal of its pair."""
    return phrase.case == "Dat"


def without(clause: Clause, left_out: list[Phrase]) -> Clause:
    """Return the clause without the phrases of the other pairs."""
    return replace(clause, phrases=[p for p in clause.phrases if not any(p is q for q in left_out)])
