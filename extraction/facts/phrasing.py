"""Phrasing: what is told by a phrase without a name, in the words of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from extraction.facts.contents import ARTICLE, about, named_by
from extraction.facts.endings import PLURAL_CASE, holder, trimmed, uncased
from extraction.facts.frames import RoleSpec
from extraction.facts.story import passing
from extraction.language.phrases import DATED, Phrase
from extraction.language.unit import Unit
from extraction.language.words import times, word_class
from extraction.records import Filler
from ontology.turkish import lower

if TYPE_CHECKING:
    from extraction.facts.fillers import Setting

LONGEST = 8
"""Tokens that words may have as a filler."""


def in_their_words(phrase: Phrase, setting: Setting) -> list[Filler]:
    """Return the words that speak of people as a text filler, in their number but without case ("bütün elçiliklere": "elçilikler")."""
    head = phrase.head
    inner = [p for p in (*phrase.owners, *phrase.modifiers) if p.head.tag != "PER" and p.head.pos != "NUM"]
    first = min([phrase.members[0].first, *(first_unit_token(p, setting) for p in inner)])
    before = setting.doc[max(0, first - 1)]
    first -= before.pos_ == "ADJ" and not before.is_sent_end and not said(before, setting) and lower(before.text) not in passing()
    span = setting.doc[max(first, head.last - LONGEST + 1) : head.last + 1]
    plural = re.sub(PLURAL_CASE, "", span.text)
    text = plural if not head.owned and plural != span.text else trimmed(span.text, head)
    return [Filler("text", text.strip(" ,;:“”\"'’"), setting.passage.source_span(span.start_char, span.end_char))]


def worded(phrase: Phrase, setting: Setting, post: bool = False) -> list[Filler]:
    """Return the words of a phrase as a text filler, its case ending, far-off modifiers and "… tarihli" left away.

    A ``post`` is called by its holder.
    """
    first = max(after_infinitive(phrase, first_unit_token(phrase, setting), setting), phrase.head.last - LONGEST + 1)
    first = about(first, setting.doc, LONGEST) if phrase.head.lemma in word_class("treaty") | word_class("law") else first
    first = max([first, *(t.i + 1 for t in setting.doc[first : phrase.head.last] if lower(t.text) in DATED)])
    span = setting.doc[first : phrase.head.last + 1]
    text = trimmed(span.text.strip(" ,;:“”\"'"), phrase.head)
    text = holder(text) if post else text
    text = re.sub(ARTICLE, " ", text).strip() if phrase.head.lemma in word_class("treaty") else text
    start = setting.passage.source_span(span.start_char, span.end_char)
    return [Filler("text", text, start)] if text else []


def after_infinitive(phrase: Phrase, first: int, setting: Setting) -> int:
    """Return where a treaty's words begin that an infinitive with its object opens ("sınır çizme protokolü")."""
    before = setting.doc[first - 1] if first else None
    if not phrase.head.owned or phrase.owners or before is None or before.is_sent_end or before.morph.get("VerbForm", []) != ["Vnoun"]:
        return first
    plain = before.morph.get("Case", []) in ([], ["Nom"]) and not before.morph.get("Person[psor]", [])
    bare = plain and lower(before.text).endswith(("ma", "me"))
    left = setting.doc[before.i - 1] if before.i > before.sent.start else before
    return first if not bare else left.i if left.pos_ == "NOUN" and left.morph.get("Case", []) in ([], ["Nom"]) else before.i


def plainly(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return groups as text fillers: what names them, without how many they are ("iki bin Rum göçmeni" gives "Rum göçmeni").

    Of a list every member whose noun the role takes counts ("askerler ve göçmenler"); somebody's company does not ("ailesiyle").
    """
    if phrase.head.case == "Ins" and phrase.head.owned and not (phrase.owners or phrase.modifiers):
        return []
    listed = [u for u in phrase.members if u.lemma in spec.heads and not u.mention] if len(phrase.members) > 1 else []
    parts = [(u.first, u) for u in listed] or [(min(u.first for u in uncounted(phrase)), phrase.head)]
    return [group(first, head, setting) for first, head in parts]


def group(first: int, head: Unit, setting: Setting) -> Filler:
    """Return the words from a token to a group's noun, without its case ending."""
    span = setting.doc[max(first, head.last - LONGEST + 1) : head.last + 1]
    text = trimmed(span.text, head) if head.mention else span.text[: -len(head.text)] + uncased(head)
    return Filler("text", text, setting.passage.source_span(span.start_char, span.end_char))


def uncounted(phrase: Phrase) -> list[Unit]:
    """Return the units of a phrase, its owners and modifiers, without numbers and times ("her yıl öğrenciler")."""
    inner = [u for p in (*phrase.owners, *phrase.modifiers) for u in uncounted(p)]
    return [u for u in (*phrase.members, *inner) if u.pos != "NUM" and u.lemma not in times()] or phrase.members


def first_unit_token(phrase: Phrase, setting: Setting) -> int:
    """Return the index of the phrase's first token, adjectives before it included."""
    inner = [first_unit_token(p, setting) for p in (*phrase.owners, *phrase.modifiers)]
    first = min([phrase.members[0].first, *inner])
    start = setting.doc[first].sent.start
    while first > start and setting.doc[first - 1].pos_ in {"ADJ", "NUM"} and not said(setting.doc[first - 1], setting):
        first -= 1
    return first


def said(token: Token, setting: Setting) -> bool:
    """Say whether a token is part of a person’s name or has a name's apostrophe, so that it is no adjective of what follows."""
    return named_by(token) or any(m.start <= token.idx < m.end and m.tag == "PER" for m in setting.mentions)
