"""States, bodies and places named inside the words of a phrase ("Türk-Afgan Dostluk Antlaşması"), or served by whom it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.facts.phrasing import first_unit_token
from extraction.language.phrases import Phrase
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

if TYPE_CHECKING:
    from extraction.facts.fillers import Setting

SERVED = 2
"""States that one office can serve."""


def states_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the states named inside a phrase's own words ("Türk-Afgan Dostluk Antlaşması"), at their place in the file; a state that
    itself is the goal is none ("Türkiye’ye atandı").
    """
    if phrase.head.tag == "GPE" and phrase.case == "Dat":
        return []
    base, end = own_words(phrase, setting)
    told = {m.entity or "" for _, m in setting.story.told} | {m.entity or "" for m in setting.mentions}
    found = setting.states.within(setting.passage.text[base:end], told)
    return [Filler("entity", state, setting.passage.source_span(base + a, base + b)) for state, a, b in found]


def bodies_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the party, society or assembly named inside a phrase's own words ("Karakol Cemiyeti lideri"), not in a state's name."""
    base, end = own_words(phrase, setting)
    text = setting.passage.text[base:end]
    states = setting.states.within(text)
    found = [(i, a, b) for i, a, b in setting.states.within(text, bodies=True) if not any(x <= a and b < y for _, x, y in states)]
    return [Filler("entity", body, setting.passage.source_span(base + a, base + b)) for body, a, b in found][:1]


def places_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the places named inside a phrase's own words ("Moskova Büyükelçiliğine")."""
    if phrase.head.tag == "PER":
        return []
    base, end = own_words(phrase, setting)
    found = setting.states.places(setting.passage.text[base:end])
    return [Filler("entity", place, setting.passage.source_span(base + a, base + b)) for place, a, b in found][:1]


def venues_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the town named inside a conference's name; a sea or a land there says what it is about ("Balkan Konferansı")."""
    entries = setting.states.entries
    return [f for f in places_named(phrase, setting) if f.value not in entries or lower(entries[f.value].tr) not in word_class("land")]


def own_words(phrase: Phrase, setting: Setting) -> tuple[int, int]:
    """Return the clean span of a phrase's members and modifiers, a mention's own bounds where it is one."""
    mentions = [u.mention for u in phrase.members if u.mention]
    if mentions:
        return mentions[0].start, mentions[-1].end
    last = setting.doc[phrase.head.last]
    return setting.doc[first_unit_token(phrase, setting)].idx, last.idx + len(last)


def states_served(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the state or two that the authority says a named one belongs to, if the text has named them: of Lozan's nine none is told."""
    ids = [u.mention.entity for u in phrase.members if u.mention and u.mention.entity]
    told = [setting.told(state) for i in ids for state in setting.states.of(i)]
    return [f for f in told if f] if all(told) and len(told) <= SERVED else []
