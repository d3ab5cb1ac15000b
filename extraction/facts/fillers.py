"""Fillers: from a phrase to the entities, dates or words that fill a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extraction.facts.frames import RoleSpec
from extraction.facts.slots import first_unit
from extraction.facts.story import Story, representatives
from extraction.language.clauses import Phrase
from extraction.language.units import Unit
from extraction.records import Filler, Mention, Passage

LONGEST = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """What is needed to turn phrases into fillers: the parsed passage, the story so far and the sentence's mentions."""

    passage: Passage
    doc: Doc
    story: Story
    mentions: Sequence[Mention]


def fillers(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return what a phrase gives to a role: its named members, else whom it stands for, else (where allowed) its words."""
    found = [f for unit in phrase.members for f in named(unit, spec)]
    if not found and spec.tags:
        found = stands_for(phrase, spec, setting)
    if not found and spec.text and phrase.head.tag != "DAT":
        found = worded(phrase, setting)
    return found


def named(unit: Unit, spec: RoleSpec) -> list[Filler]:
    """Return the entity that a unit names, if the role accepts its kind."""
    mention = unit.mention
    if mention is None or mention.tag not in spec.tags or mention.entity is None or spec.value != "entity":
        return []
    return [Filler("entity", mention.entity, mention.source)]


def stands_for(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return the named ones behind a common noun: the state it speaks for, or an antecedent."""
    if any(u.mention for u in phrase.members):
        return []
    head = phrase.head
    if head.lemma in representatives():
        inner = [u for p in (*phrase.owners, *phrase.modifiers) for u in p.members]
        spoken = [f for u in inner for f in named(u, spec)]
        if spoken:
            return spoken
    if phrase.owners or phrase.modifiers:
        return []
    before = [m for m in setting.mentions if m.end <= setting.doc[head.first].idx and m.tag != "DAT" and m.entity]
    return [Filler("entity", m.entity or "", m.source) for m in setting.story.antecedents(head, spec.tags, before)]


def worded(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the words of a phrase as a text filler, its case ending and far-off modifiers left away."""
    first = max(first_unit_token(phrase, setting), phrase.head.last - LONGEST + 1)
    span = setting.doc[first : phrase.head.last + 1]
    text = span.text.strip(" ,;:“”\"'")
    start = setting.passage.source_span(span.start_char, span.end_char)
    return [Filler("text", text, start)] if text else []


def first_unit_token(phrase: Phrase, setting: Setting) -> int:
    """Return the index of the phrase's first token, adjectives before it included."""
    inner = [first_unit_token(p, setting) for p in (*phrase.owners, *phrase.modifiers)]
    first = min([phrase.members[0].first, *inner])
    start = setting.doc[first].sent.start
    while first > start and setting.doc[first - 1].pos_ in {"ADJ", "NUM"}:
        first -= 1
    return first


__all__ = ["Setting", "fillers", "first_unit"]
