"""Events that one sentence tells of together: letters to and from several, dates of a list, the talks of several pairs, and delegations
each with a head of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.facts.amounts import amount_of
from extraction.facts.match import Candidate
from extraction.facts.slots import DASHES
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

SERIES = {",", "ve"}
TALKING = {"PER", "GPE"}
"""Tags of names that a dash joins before the noun for their talks."""
SPEAKERS = {"PER", "GPE", "ORG"}
WRITTEN = "Communication"
DATED_APART = {"Communication", "Meeting"}
REACH = 8
"""Units before a body in which its people are counted."""


def pointed(unit: Unit) -> tuple[Filler, ...]:
    """Return the entity that a unit names as a filler."""
    mention = unit.mention
    return (Filler("entity", mention.entity, mention.source),) if mention and mention.entity else ()


def told_apart(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate for each event that is told together with others."""
    if candidate.type == "Meeting" and len(both := pairs(candidate)) > 1:
        for left, right in both:
            yield replace(candidate, args={**candidate.args, "participant": (*pointed(left), *pointed(right))})
    elif number := several(candidate):
        args = {role: told for role, told in candidate.args.items() if role != "size"}
        heads = args.get("head", ())
        for head in [(h,) for h in heads] if len(heads) == number else [heads]:
            yield replace(candidate, args=args | ({"head": head} if head else {}))
    else:
        yield candidate


def pairs(candidate: Candidate) -> list[tuple[Unit, Unit]]:
    """Return the pairs that dashes join before the noun for their talks ("A-B, C-D görüşmeleri")."""
    units, found = candidate.site.sentence.units, list[tuple[Unit, Unit]]()
    end = candidate.site.theme.head.index if candidate.site.theme else 0
    while end > 2 and units[end - 2].text in DASHES:
        left, right = units[end - 3], units[end - 1]
        if not {left.tag, right.tag} <= TALKING:
            break
        found.insert(0, (left, right))
        end -= 4
        if end < 0 or units[end].text not in SERIES:
            break
    return found


def several(candidate: Candidate) -> int:
    """Return how many delegations are counted and not their people ("iki heyet", not "iki kişilik heyet"), or 0."""
    theme = candidate.site.theme
    if theme is None or candidate.type != "Mission" or not lower(theme.head.text).split()[-1].startswith(tuple(word_class("mission"))):
        return 0
    before = candidate.site.sentence.units[max(0, theme.head.index - REACH) : theme.head.index]
    number = amount_of(theme, candidate.site.sentence) if not any(u.lemma.startswith("kişi") for u in before) else []
    return int(number[0].value) if number else 0


def corresponded(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a letter where a list tells who wrote to whom ("3 Mart’ta A’dan B’ye, 5 Mart’ta B’den A’ya yazı")."""
    theme = candidate.site.theme
    letters = exchanged(candidate.site.sentence.phrases, theme.head.index) if theme and candidate.type == WRITTEN else []
    if len(letters) < 2 or (candidate.site.clause is not None and candidate.site.clause.predicate.index > candidate.site.anchor):
        yield candidate
        return
    for day, sender, recipient in letters:
        ends = {"sender": pointed(sender), "recipient": pointed(recipient), "date": on_day(day)}
        kept = {role: found for role, found in candidate.args.items() if role not in ends}
        yield replace(candidate, args={**kept, **{role: found for role, found in ends.items() if found}})


def exchanged(phrases: Sequence[Phrase], end: int) -> list[tuple[Unit | None, Unit, Unit]]:
    """Return day, sender and recipient of each letter of a list that ends right before a noun."""
    found: list[tuple[Unit | None, Unit, Unit]] = []
    day: Unit | None = None
    sender: Unit | None = None
    for phrase in (p for p in phrases if p.head.index < end and not p.relation):
        head = phrase.head
        if head.tag == "DAT":
            day = head
        elif head.tag in SPEAKERS and phrase.case == "Abl":
            sender = head
        elif head.tag in SPEAKERS and phrase.case == "Dat" and sender is not None:
            found.append((day, sender, head))
            day = sender = None
        else:
            found, day, sender = [], None, None
    return found


def gapped(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a pair where senders and recipients alternate before one verb ("A, B’ye ve C de D’ye birer mesaj gönderdi",
    "A tarafından B’ye, C tarafından D’ye verildi").
    """
    pairs: list[tuple[Unit, Unit]] = []
    open_subject: Unit | None = None
    clause = candidate.site.clause
    for phrase in clause.phrases if clause and candidate.type == WRITTEN else []:
        if (phrase.bare or phrase.relation == "tarafından") and phrase.head.tag in SPEAKERS:
            open_subject = phrase.head
        elif open_subject and phrase.case == "Dat" and not phrase.relation and phrase.head.tag in SPEAKERS:
            pairs.append((open_subject, phrase.head))
            open_subject = None
    if len(pairs) < 2:
        yield candidate
        return
    for sender, recipient in pairs:
        yield replace(candidate, args=dict(candidate.args) | {"sender": pointed(sender), "recipient": pointed(recipient)})


def split(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a date where several dates are listed ("13 Kasım ve 2 Aralık’ta iki nota")."""
    dates = candidate.args.get("date", ())
    if len(dates) < 2 or candidate.type not in DATED_APART:
        yield candidate
        return
    for date in dates:
        yield replace(candidate, args=dict(candidate.args) | {"date": (date,)})


def on_day(unit: Unit | None) -> tuple[Filler, ...]:
    """Return the date that a unit names as a filler."""
    mention = unit.mention if unit else None
    return (Filler("date", mention.value, mention.source),) if mention and mention.value and "X" not in mention.value[:4] else ()
