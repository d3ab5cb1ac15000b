"""Fillers: from a phrase to the entities, dates or words that fill a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extraction.facts.frames import RoleSpec
from extraction.facts.inside import states_named
from extraction.facts.phrasing import in_their_words, plainly, worded
from extraction.facts.states import States, states
from extraction.facts.story import Story, anaphors, people, representatives
from extraction.facts.wording import says_nothing
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, many
from extraction.language.words import word_class
from extraction.records import Filler, Mention, Passage
from ontology.turkish import lower

PARTY_REACH = 2
ARTICLE_REACH = 14
SIDE = "taraf"
BEGINNING = {"ver", "çık", "başla", "kop", "başlat"}
"""Verbs that tell how a war or a rising begins ("patlak verdi")."""
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
    if mention is None or mention.tag not in spec.tags or spec.value != "entity":
        return []
    if mention.entity is None:
        # A body called by its noun alone, which no name before tells, stands with its word.
        return [Filler("text", mention.text, mention.source)] if mention.tag == "ORG" and spec.common else []
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


def stands_for(phrase: Phrase, spec: RoleSpec, setting: Setting, taken: frozenset[str]) -> list[Filler]:
    """Return the named ones behind a common noun: the state it speaks for, or an antecedent."""
    if any(u.mention for u in phrase.members):
        return []
    head = phrase.head
    if head.lemma in spec.refuse:
        return []
    if spoken := acting_for(phrase, spec, setting):
        return spoken
    alone = len(phrase.owners) == 1 and not phrase.modifiers and not phrase.owners[0].named
    if head.lemma in representatives() and alone and many(phrase.head):
        return stands_for(phrase.owners[0], spec, setting, taken)
    paired = of_two(phrase, setting)
    indefinite = bool(head.first) and lower(setting.doc[head.first - 1].text) == "bir"
    if describes(phrase, paired) or indefinite or breaks_out(phrase):
        return []
    before = [m for m in setting.mentions if m.end <= setting.doc[head.first].idx and m.tag != "DAT" and m.entity and m.entity not in taken]
    if head.lemma in word_class("anaphor") and "PER" in spec.tags and (subject := spoken_of(head, before, setting, taken)):
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


def acting_for(phrase: Phrase, spec: RoleSpec, setting: Setting) -> list[Filler]:
    """Return the states for which a common noun speaks: the one named before it, or several whose people act ("Rumen, Leh ve Fin …")."""
    spoken = [f for u in inner_units(phrase) for f in named(u, spec)] if speaks_for_state(phrase) else []
    senders = [] if spoken else sent_by(phrase, spec, setting)
    theirs = len(senders) > 1 or statesmen(phrase) or phrase.head.lemma in word_class("ruling")
    return spoken or (senders if theirs else [])


def of_two(phrase: Phrase, setting: Setting) -> bool:
    """Say whether a word right before a phrase makes it mean two ("iki ülke", "her iki taraf")."""
    first = min([phrase.head.first, *(u.first for p in phrase.modifiers for u in p.members)])
    return bool(first) and bool({lower(setting.doc[i].text) for i in (first - 1, first)} & word_class("both"))


def describes(phrase: Phrase, paired: bool) -> bool:
    """Say whether a phrase says more of whom it means than that he was told before, so that it is another one."""
    plain = word_class("pointing") | word_class("of-state") if paired else word_class("pointing")
    owned = bool(phrase.owners) and phrase.head.lemma != "kendi"
    return owned or any(u.tag or u.lemma not in plain for p in phrase.modifiers for u in p.members)


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
    if in_turn(head, setting):
        persons = [m for m in before if m.tag == "PER" and m.entity and m.entity not in taken][::-1] or persons
    return None if many(head) or not persons else Filler("entity", persons[0].entity or "", persons[0].source)


def breaks_out(phrase: Phrase) -> bool:
    """Say whether a relative clause tells when something began, so that it is a new one ("3 Mart’ta patlak veren isyan")."""
    return any(c.lemma in BEGINNING and any(u.tag == "DAT" for p in c.phrases for u in p.members) for c in phrase.clauses)


def in_turn(head: Unit, setting: Setting) -> bool:
    """Say whether "o da" passes on to who was named last ("yerine Y geldi, o da istifa etti")."""
    behind = [lower(t.text) for t in setting.doc[head.last + 1 : head.last + 2]]
    return lower(head.text) == "o" and behind[:1] in (["da"], ["de"])


def party_to(head: Unit, spec: RoleSpec, setting: Setting, paired: bool) -> tuple[Filler, ...]:
    """Return the parties of the treaty told just before, for its "taraflar", or for "iki ülke" where the sentence tells what an article
    of it lays down.
    """
    number, parties = setting.story.parties
    both = head.lemma in word_class("side") and (paired or (many(head) and not head.owned))
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
