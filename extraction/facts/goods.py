"""Goods: what a list of things given holds, lot by lot, and who stands on the other side where only one state can."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extraction.facts.amounts import amount_of, is_number
from extraction.facts.endings import trimmed
from extraction.facts.fillers import Setting
from extraction.facts.frames import Pattern
from extraction.facts.slots import Site
from extraction.language.clauses import Sentence
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Filler, Mention
from ontology.turkish import lower

REACH = 2
LEADING = 3
SIDES = ("giver", "recipient")
CONCRETE = {"amount", "date", "place", "via"}


def whole(phrase: Phrase) -> Phrase:
    """Return what a phrase names a part or a quantity of ("altının kalanı", "yiyecek miktarı"), or the phrase itself."""
    if phrase.head.lemma in word_class("quantity") and phrase.modifiers and not counting(phrase.modifiers[-1].head):
        return phrase.modifiers[-1]
    return phrase.owners[-1] if phrase.owners and phrase.head.lemma in word_class("part") else phrase


def is_given(phrase: Phrase, site: Site) -> bool:
    """Say whether a phrase is what is given, or counts a part of it."""
    given = {u.index for u in site.theme.members} if site.theme else set()
    return any(u.index in given for p in (phrase, *phrase.owners) for u in p.members) or phrase.head.lemma in word_class("part")


def counted_in(phrase: Phrase, sentence: Sentence) -> list[Unit]:
    """Return the members of a list that are told with a number."""
    return [u for u in phrase.members if amount_of(Phrase([u]), sentence)]


def lots(phrase: Phrase, sentence: Sentence) -> Iterator[Phrase]:
    """Yield each counted thing of a list by itself, and the rest together ("5 milyon altın, silah ve cephane")."""
    counted = counted_in(phrase, sentence) if len(phrase.members) > 1 else []
    for unit in counted:
        yield replace(phrase, members=[unit], modifiers=[m for m in phrase.modifiers if m.head.index == unit.index - 1])
    rest = [u for u in phrase.members if u not in counted]
    if rest:
        inside = [m for m in phrase.modifiers if m.head.index + 1 not in {u.index for u in counted}]
        yield replace(phrase, members=rest, modifiers=inside) if counted else phrase


def beside_counted(site: Site) -> bool:
    """Say whether what is given stands in a list with a counted thing, whose sides are its own ("5 milyon altın, silah ve cephane")."""
    given = {u.index for u in site.theme.members} if site.theme else set()
    around = [p for p in site.sentence.phrases if given < {u.index for u in p.members}]
    return any(counted_in(p, site.sentence) for p in around)


def goods(site: Site, pattern: Pattern) -> list[Filler]:
    """Return what is given: every unnamed thing of the list, with the noun that modifies it ("para yardımı"), or the land named."""
    theme = site.theme
    given = [u for u in theme.members if (not u.mention or u.tag in pattern.tags) and not backed(u, site)] if theme else []
    return [Filler("text", u.text if u.mention else called(u, theme, pattern.nouns, site.sentence)) for u in given if theme]


def backed(unit: Unit, site: Site) -> bool:
    """Say whether aid is only backing for a deed ("geri dönmesine destek verdi"), so that nothing is given."""
    inner = [c for c in site.sentence.clauses if c.parent is site.clause and c.relation == "that" and c.predicate.case == "Dat"]
    return unit.lemma in word_class("aid") and site.clause is not None and bool(inner)


def called(unit: Unit, theme: Phrase, nouns: Mapping[str, str], sentence: Sentence) -> str:
    """Return the wording of one thing, with the coin that counts it or the metal or noun before it ("altın lira", "para yardımı")."""
    near = [m for m in theme.modifiers if m.head.index == unit.index - 1]
    coins = [m.head for m in near if coin(m.head) and any(counting(n.head) for n in m.modifiers)]
    if coins:
        return coin(coins[0])
    if unit.lemma in word_class("aid") and near and coin(near[-1].head):
        return called(near[-1].head, Phrase([near[-1].head]), nouns, sentence)
    served = [
        m.head
        for m in near
        if unit.lemma in word_class("aid") and m.head.lemma not in word_class("measure") and any(counting(n.head) for n in m.modifiers)
    ]
    if served:
        return served[0].lemma
    beside = [m.head for m in near]
    word = nouns.get(unit.lemma, unit.lemma)
    if beside and not beside[0].mention and beside[0].pos == "NOUN" and not counting(beside[0]):
        return f"{lower(beside[0].text)} {lower(trimmed(unit.text, unit)) if unit.owned else word}"
    if beside and beside[0].tag == "LOC":
        named = next(m for m in near if m.head is beside[0])
        return f"{' ve '.join(u.text for u in named.members)} {word}"
    before = lower(sentence.units[unit.index - 1].text) if unit.index else ""
    return f"{before} {word}" if before in word_class("self-acting") or (before in word_class("metal") and coin(unit)) else word


def coin(unit: Unit) -> str:
    """Return the coin that a noun names ("sterlin", "sterlinlik"), or the empty string."""
    word = re.sub(r"l[iıuü]k$", "", unit.lemma)
    return word if word in word_class("coin") else ""


def counting(unit: Unit) -> bool:
    """Say whether a word counts or measures."""
    return is_number(lower(unit.text)) or unit.lemma in word_class("measure")


def partner(setting: Setting, taken: set[str]) -> list[Filler]:
    """Return the one state besides those of the fillers ``taken`` that the text has just spoken of; none where there are more."""
    sides = {s for t in taken for s in ([t] if t.startswith("state/") else setting.states.of(t))}
    recent = [m for n, m in setting.story.told if setting.story.sentence - n < REACH] + list(setting.mentions)
    states = {m.entity: m for m in recent if m.tag == "GPE" and m.entity and m.entity.startswith("state/")}
    others = [m for entity, m in states.items() if entity not in sides]
    return [Filler("entity", others[0].entity or "", others[0].source)] if sides and len(others) == 1 else []


def pair(mentions: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """Return the two states that a text is about, the one told most first; nothing where a third is told nearly as often."""
    told = Counter(m.entity for named in mentions for m in named if m.entity and m.entity.startswith("state/")).most_common(3)
    known = len(told) > 1 and told[1][1] >= LEADING * max([n for _, n in told[2:]], default=1)
    return tuple(state for state, _ in told[:2]) if known else ()


def along(setting: Setting, args: Mapping[str, tuple[Filler, ...]], whole: bool) -> dict[str, tuple[Filler, ...]]:
    """Return the side that a transfer leaves open in a text about two states: the state across from the side told, or from where the
    goods arrive; where it tells neither, the one that gives most and the other. A transfer that is not ``whole`` by its own words must
    be told with a number, a date or a place.
    """
    if len(setting.story.pair) != len(SIDES) or not args.get("item") or not (whole or CONCRETE & set(args)):
        return {}
    told = [role for role in SIDES if role in args]
    if len(told) == len(SIDES):
        return {}
    if told:
        found = {next(r for r in SIDES if r not in told): across(setting, args[told[0]])}
    else:
        most = [state for state, _ in setting.story.givers.most_common(1)]
        giver = across(setting, args.get("place", ())) or next(iter(most), "")
        found = {"giver": giver, "recipient": other(setting, giver)} if giver else {}
    return {role: (filler,) for role, state in found.items() if (filler := setting.told(state))}


def other(setting: Setting, state: str) -> str:
    """Return the other state of the pair that a text is about."""
    return next(s for s in setting.story.pair if s != state)


def across(setting: Setting, side: tuple[Filler, ...]) -> str:
    """Return the state across from who stands on one side: the other of the pair, where all of that side are of one state of it."""
    states = [{f.value, *setting.states.of(f.value)} & set(setting.story.pair) for f in side if f.kind == "entity"]
    one = set.union(*states) if states and all(states) else set()
    return other(setting, one.pop()) if len(one) == 1 else ""
