"""Fillers: from a phrase to the entities, dates or words that fill a role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extraction.facts.contents import ARTICLE, DEEDS_IN_WRITING, LAWS, about, named_by
from extraction.facts.endings import PLURAL_CASE, holder, trimmed, uncased
from extraction.facts.frames import RoleSpec
from extraction.facts.states import States, states
from extraction.facts.story import Story, anaphors, many, passing, people, representatives
from extraction.facts.wording import says_nothing
from extraction.language.phrases import DATED, Phrase
from extraction.language.unit import Unit
from extraction.language.words import times, word_class
from extraction.records import Filler, Mention, Passage
from ontology.turkish import lower

LONGEST = 8
SERVED = 2
"""States that one office can serve."""
RULING = {"yetkili", "yönetici", "makam"}
"""Nouns in the plural for those who act for the one state named before them."""
PRONOUNS = {"kendi", "kendisi", "o"}
PAIR = {"iki", "her", "bu", "söz", "adı"}
OF_STATE = {"devlet", "dışişleri", "hariciye"}
"""Words before a noun for persons that two of them may share ("iki devlet adamı")."""
TWO = {"iki", "her"}
SIDES = {"taraf", "ülke", "devlet"}
PARTY_REACH = 2
ARTICLE_REACH = 14
SIDE = "taraf"
PLACES = {"LOC", "GPE"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is needed to turn phrases into fillers: the parsed passage, the story so far and the sentence's mentions."""

    passage: Passage
    doc: Doc
    story: Story
    mentions: Sequence[Mention]
    states: States

    def told(self, state: str) -> Filler | None:
        """Return a state as filler with the place where the text last named it; None where it has not."""
        known = [m for _, m in self.story.told] + [m for m in self.mentions if m.entity]
        last = next((m for m in reversed(known) if m.entity == state), None)
        return Filler("entity", state, last.source) if last else None


def fillers(phrase: Phrase, spec: RoleSpec, setting: Setting, taken: frozenset[str] = frozenset()) -> list[Filler]:
    """Return what a phrase gives to a role: its named members, else whom it stands for, else (where allowed) its words."""
    found = [f for unit in (*phrase.members, *settled_in(phrase)) for f in named(unit, spec)]
    if not found and spec.tags:
        found = in_office(phrase, spec, setting) or stands_for(phrase, spec, setting, taken) or seated(phrase, spec, setting)
    if not found and spec.common and unnamed(phrase):
        found = in_their_words(phrase, setting)
    if not found and spec.text and phrase.head.tag != "DAT" and not says_nothing(phrase) and headed_by(phrase, spec):
        found = plainly(phrase, spec, setting) if spec.plain else worded(phrase, setting, post="OFF" in spec.tags)
    return found


def settled_in(phrase: Phrase) -> list[Unit]:
    """Return the names that a noun for a town or region only explains ("Lozan kenti", "Kars ve Ardahan sancakları")."""
    head = phrase.head
    if head.mention or not head.owned or head.lemma not in word_class("settlement"):
        return []
    return [u for p in phrase.modifiers for u in p.members if u.tag in {"LOC", "GPE"} and not u.case]


def unnamed(phrase: Phrase) -> bool:
    """Say whether a phrase speaks of people or a body by a common noun, without a name of its own ("elçilikler", "konferans başkanı")."""
    told = people(alone=not (phrase.owners or phrase.modifiers))
    return all(u.tag == "OFF" or (not u.mention and lower(u.lemma) in told) for u in phrase.members)


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


def values(args: Mapping[str, tuple[Filler, ...]], role: str) -> set[str]:
    """Return the values of what fills a role, none where it is open."""
    return {f.value for f in args.get(role, ())}


def headed_by(phrase: Phrase, spec: RoleSpec) -> bool:
    """Say whether a phrase's head, or the last word of the name that is its head, is one that the role takes as words."""
    if not spec.heads or not phrase.head.mention:
        return not spec.heads or phrase.head.lemma in spec.heads
    return lower(phrase.head.text).split()[-1].startswith(tuple(sorted(spec.heads)))


def named(unit: Unit, spec: RoleSpec) -> list[Filler]:
    """Return the entity that a unit names, if the role accepts its kind."""
    mention = unit.mention
    if mention is None or mention.tag not in spec.tags or mention.entity is None or spec.value != "entity":
        return []
    if spec.refuse and refused(mention, spec):
        return []
    followed = states().followed(mention.entity) if spec.followers else ""
    return [Filler("entity", followed or mention.entity, mention.source)]


def refused(mention: Mention, spec: RoleSpec) -> bool:
    """Say whether a name is, or ends in, a word that the role refuses ("Türk heyeti", "Hint Müslümanları"); a state or person never."""
    body = mention.tag in {"ORG", "GRP"}
    return lower(mention.text) in spec.refuse or (body and lower(mention.text).split()[-1].startswith(tuple(sorted(spec.refuse))))


def in_office(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return the person told before to hold the office that stands in the place of a name ("Hariciye Komiseri bir nota verdi")."""
    offices = [u.mention.entity for u in phrase.members if u.mention and u.tag == "OFF" and u.mention.entity] if "PER" in spec.tags else []
    persons = [setting.story.holders[o] for o in offices if o in setting.story.holders]
    return [Filler("entity", p.entity, p.source) for p in persons if p.entity]


def seated(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return the state whose town the phrase names, where a role takes states and no places ("Ankara’ya bir nota verdi")."""
    if "GPE" not in spec.tags or "LOC" in spec.tags:
        return []
    towns = [u.mention.entity for u in phrase.members if u.mention and u.tag == "LOC" and u.mention.entity]
    return [f for town in towns for state in setting.states.of(town) if (f := setting.told(state))]


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


def stands_for(phrase: Phrase, spec: RoleSpec, setting: Setting, taken: frozenset[str]) -> list[Filler]:
    """Return the named ones behind a common noun: the state it speaks for, or an antecedent."""
    if any(u.mention for u in phrase.members):
        return []
    head = phrase.head
    if head.lemma in spec.refuse:
        return []
    if speaks_for_state(phrase):
        spoken = [f for u in inner_units(phrase) for f in named(u, spec)]
        if spoken:
            return spoken
    senders = sent_by(phrase, spec, setting)
    if len(senders) > 1 or (senders and (statesmen(phrase) or head.lemma in RULING)):
        return senders
    alone = len(phrase.owners) == 1 and not phrase.modifiers and not phrase.owners[0].named
    if head.lemma in representatives() and alone and many(phrase.head):
        return stands_for(phrase.owners[0], spec, setting, taken)
    first = min([head.first, *(u.first for p in phrase.modifiers for u in p.members)])
    paired = bool(first) and bool({lower(setting.doc[i].text) for i in (first - 1, first)} & TWO)
    plain = PAIR | OF_STATE if paired else PAIR
    if (phrase.owners and head.lemma != "kendi") or any(u.tag or u.lemma not in plain for p in phrase.modifiers for u in p.members):
        return []
    before = [m for m in setting.mentions if m.end <= setting.doc[head.first].idx and m.tag != "DAT" and m.entity and m.entity not in taken]
    if head.first and lower(setting.doc[head.first - 1].text) == "bir":
        return []
    if head.lemma in PRONOUNS and "PER" in spec.tags and (subject := spoken_of(head, before, setting, taken)):
        return [subject]
    if bound := party_to(head, spec, setting, paired):
        return [f for f in bound if f.value not in taken]
    acting = paired and head.lemma == SIDE and bool(spec.tags - PLACES)
    sides = both_sides(head, spec, setting, paired) if acting else []
    if sides:
        return sides
    found = setting.story.antecedents(head, spec.tags, before, paired, taken)
    told = [Filler("entity", m.entity or "", m.source) for m in found] or both_sides(head, spec, setting, paired)
    return told or ([] if "PER" not in spec.tags else setting.story.delegates(head, taken))


def speaks_for_state(phrase: Phrase) -> bool:
    """Say whether a common noun is for those who act for the state named before them ("Leh yetkilileri", "Leh devlet adamları")."""
    return statesmen(phrase) or phrase.head.lemma in representatives()


def statesmen(phrase: Phrase) -> bool:
    """Say whether a phrase speaks of a state's men ("Leh devlet adamları")."""
    return phrase.head.lemma == "adam" and any(p.head.lemma == "devlet" for p in phrase.modifiers)


def sent_by(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return the states whose people a list of adjectives or names speaks of ("Rumen, Leh ve Fin temsilcileri")."""
    head = phrase.head
    if "GPE" not in spec.tags or not many(head) or not (speaks_for_state(phrase) or head.lemma in people(alone=False)):
        return []
    return states_named(phrase, setting)


def spoken_of(head: Unit, before: list[Mention], setting: Setting, taken: frozenset[str]) -> Filler | None:
    """Return whom a pronoun for one person means: who stands first in its own sentence, else the subject of the sentence before.

    Who fills another role of the event is not meant ("Rauf Bey kendisine bir mektup gönderdi").
    """
    told = setting.story.subject.members if setting.story.subject else []
    persons = [m for m in (*before, *(u.mention for u in told if u.mention)) if m.tag == "PER" and m.entity and m.entity not in taken]
    return None if many(head) or not persons else Filler("entity", persons[0].entity or "", persons[0].source)


def party_to(head: Unit, spec: RoleSpec, setting: Setting, paired: bool) -> tuple[Filler, ...]:
    """Return the parties of the treaty told just before, for its "taraflar", or for "iki ülke" where the sentence tells what an article
    of it lays down.
    """
    number, parties = setting.story.parties
    both = head.lemma in SIDES and (paired or (many(head) and not head.owned))
    if not both or "GPE" not in spec.tags:
        return ()
    article = any(lower(t.text).startswith("madde") for t in setting.doc[head.first].sent)
    reach = ARTICLE_REACH if article else PARTY_REACH if head.lemma == "taraf" else 0
    return parties if setting.story.sentence - number <= reach else ()


def both_sides(head: Unit, spec: RoleSpec, setting: Setting, paired: bool) -> list[Filler]:
    """Return the two states that the whole text is about, for "taraflar" or "iki ülke" where the sentences before name no two."""
    two = (paired or (many(head) and not head.owned)) and any(a.plural and a.tags & spec.tags for a in anaphors().get(head.lemma, ()))
    told = [setting.told(state) for state in setting.story.pair] if two else []
    return [f for f in told if f] if all(told) else []


def inner_units(phrase: Phrase) -> list[Unit]:
    """Return the heads of a phrase's owners and modifiers, and of theirs ("Romanya kurmay subayları")."""
    return [u for p in (*phrase.owners, *phrase.modifiers) for u in (*inner_units(p), *p.members)]


def worded(phrase: Phrase, setting: Setting, post: bool = False) -> list[Filler]:
    """Return the words of a phrase as a text filler, its case ending, far-off modifiers and "… tarihli" left away.

    A ``post`` is called by its holder.
    """
    first = max(after_infinitive(phrase, first_unit_token(phrase, setting), setting), phrase.head.last - LONGEST + 1)
    first = about(first, setting.doc, LONGEST) if phrase.head.lemma in DEEDS_IN_WRITING | LAWS else first
    first = max([first, *(t.i + 1 for t in setting.doc[first : phrase.head.last] if lower(t.text) in DATED)])
    span = setting.doc[first : phrase.head.last + 1]
    text = trimmed(span.text.strip(" ,;:“”\"'"), phrase.head)
    text = holder(text) if post else text
    text = re.sub(ARTICLE, " ", text).strip() if phrase.head.lemma in DEEDS_IN_WRITING else text
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
