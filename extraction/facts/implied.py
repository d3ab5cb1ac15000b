"""Fillers that a phrase implies: the state of a minister, the office of a seat, the treaty of an article, a king's crown."""

from __future__ import annotations

from extraction.facts.endings import holder
from extraction.facts.fillers import Setting, fillers
from extraction.facts.frames import RoleSpec
from extraction.facts.inside import states_named, states_served
from extraction.facts.phrasing import worded
from extraction.facts.story import anaphors
from extraction.language.phrases import Phrase
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

TREATY = RoleSpec("treaty", frozenset({"AGR"}))


def states_ministered(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the state served by somebody whose title is an office of state ("Hariciye Vekili X"); a general's or a governor's is none."""
    offices = [lower(u.text).split()[-1] for t in phrase.titles for u in t.members]
    high = tuple(sorted(word_class("minister")))
    return states_served(phrase, setting) if any(o.startswith(high) for o in offices) else []


def states_of_ministers(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the states of those who are called by their office alone ("Romanya ve Yugoslavya Dışişleri Bakanları")."""
    nameless = not phrase.head.mention and phrase.head.lemma in word_class("minister")
    return states_named(phrase, setting) if nameless else []


def posts_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the office whose seat a phrase names, as a body or in common nouns ("Moskova Büyükelçiliğine" gives "Moskova Büyükelçisi")."""
    head = phrase.head
    if not head.mention and holder(head.lemma) != head.lemma:
        whole = not head.owned or phrase.owners or phrase.modifiers
        return worded(phrase, setting, post=True) if whole else []
    bodies = [u.mention for u in phrase.members if u.mention and u.tag == "ORG"]
    named = [(holder(m.text), m) for m in bodies]
    return [Filler("text", text, m.source) for text, m in named if text != m.text]


def crowned(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the crown that the first word of a person's name says he wears ("Kral Aleksandr" gives "Kral")."""
    names = [u.mention for u in phrase.members if u.mention and u.tag == "PER" and " " in u.mention.text]
    words = [(m, m.text.split()[0]) for m in names]
    return [
        Filler("text", word, setting.passage.source_span(m.start, m.start + len(word)))
        for m, word in words
        if lower(word) in word_class("crown")
    ]


def treaties_named(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the treaty that a phrase names or takes from the story, or whose article it is ("antlaşmanın ikinci maddesi").

    The article reaches further back than the bare "antlaşma" that owns it.
    """
    own = fillers(phrase, TREATY, setting)
    known = all(not u.mention and u.lemma in anaphors() for owner in phrase.owners for u in owner.members)
    if not own and known and phrase.head.lemma in word_class("article"):
        told = setting.story.antecedents(phrase.head, TREATY.tags, [m for m in setting.mentions if m.entity])
        own = [Filler("entity", m.entity or "", m.source) for m in told]
    return own or [f for owner in phrase.owners for f in fillers(owner, TREATY, setting)][:1]
