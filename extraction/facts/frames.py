"""Frames: how a type of event is worded in scholarly Turkish, read from ``extraction/frames/TYPE.toml``.

A frame is data that a historian can edit; ``extraction/frames/README.md`` documents the format. This module turns the files into
frozen records and refuses, in one line that names file and key, what the engine could not use. Frame semantics after Fillmore (1982).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from typing import Any

from extraction.language.lexicon import spellings

FOLDER = Path(__file__).parent.parent / "frames"
TAGS = {"PER", "LOC", "GPE", "ORG", "GRP", "AGR", "CNF", "WAR", "OFF", "DAT"}
GOODS, PARTNER = "goods", "partner"
"""Slots of their own kind: the counted things of a list, and the other one of the two states that a passage is about."""
PATTERN_KEYS = {
    "name", "weak", "again", "verbs", "nouns", "but", "tags", "theme", "voice", "roles", "constant", "status", "needs", "told", "unless",
    "beside", "abroad", "bars", "complement", "stands", "we", "examples", "counter_examples",
}  # fmt: skip


class FrameError(ValueError):
    """A frame file that cannot be used: one line with file, key, what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """What may fill a role in all patterns of a frame.

    ``tags`` are the mention tags accepted (names that end in one of ``refuse`` are not), ``text`` that words may stand in for a name
    (only those whose head is one of ``heads``, if any are given; ``plain`` without the numbers and adjectives before them), ``common``
    that a common noun for people or a body may ("elçiliklere"), ``followers`` that the party stands there whose followers are named,
    ``value`` "date", "amount" or "entity", ``many`` that every filler found counts and not only the first phrase's.
    """

    name: str
    tags: frozenset[str] = frozenset()
    text: bool = False
    heads: frozenset[str] = frozenset()
    refuse: frozenset[str] = frozenset()
    value: str = "entity"
    many: bool = False
    common: bool = False
    plain: bool = False
    followers: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to word an event: verbs, nouns or tags that evoke it, and where each role stands.

    With ``verbs`` the pattern is about a clause; ``nouns`` and ``tags`` then name the phrase that must stand in one of the ``theme``
    slots; the noun "*" is any common noun except those of ``but``. Without ``verbs`` it is about a noun phrase. ``verbs`` and ``nouns``
    map a lemma to the wording of its kind, which the slots "verb" and "noun" give; a verb may be an idiom ("serbest bırak"), and ``idioms``
    are the last words of those, ``lasts`` those of all. ``roles`` maps a role to slots in order of trust,
    ``constant`` to fixed words; ``needs`` lists roles of which all must be filled ("recipient|place": one of the two; "participant:2":
    with two fillers), ``told`` those of a frame that must be when the story has filled what it can, ``unless`` lemmas whose presence in
    the clause forbids it, ``beside`` lemmas of which one must stand in it; ``abroad`` names two roles, a place and a state that it must
    not lie in; ``bars`` names by slot the lemmas and mention tags that must not stand there ("elçiyi kabul etti" tells a reception);
    ``complement`` the suffixes (Mak, Ma, Dik, Acak; "" for none) that the clause's complement may end in, ``stands`` the cases or
    postpositions that a noun alone must have. ``weak`` marks wordings that only go on about an event of the same type in the sentence, if
    there is one ("… belirtti" beside a letter), ``again`` those that only speak of one told before, whose roles the story fills;
    ``we`` those told in the first person plural too, by the delegation told before ("Batum’a vardık"). ``goods`` marks those that tell
    goods, of which every counted thing of a list is a fact; ``musts`` are the roles without whose slots' fillers nothing can be told.
    """

    name: str
    verbs: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    but: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    theme: tuple[str, ...] = ("object",)
    voice: str = ""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constant: Mapping[str, str] = field(default_factory=dict)
    status: str = ""
    weak: bool = False
    again: bool = False
    we: bool = False
    needs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    abroad: tuple[str, ...] = ()
    complement: frozenset[str] = frozenset()
    stands: frozenset[str] = frozenset()
    bars: Mapping[str, frozenset[str]] = field(default_factory=dict)
    idioms: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    goods: bool = False
    musts: frozenset[str] = frozenset()
    examples: tuple[Mapping[str, Any], ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """All patterns of one event type, and what its roles accept.

    ``by_verb`` gives the numbers of the patterns that a predicate's lemma may evoke, ``by_noun`` of those without verbs that a noun's
    lemma, a mention's tag or "*" may.
    """

    type: str
    roles: Mapping[str, RoleSpec]
    patterns: tuple[Pattern, ...]
    by_verb: Mapping[str, tuple[int, ...]] = field(init=False)
    by_noun: Mapping[str, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Number the patterns by what may evoke them."""
        nouns = (p.tags | set(p.nouns) | ({"ORG"} if p.nouns else set()) if not p.verbs else set() for p in self.patterns)
        object.__setattr__(self, "by_verb", numbered(p.lasts for p in self.patterns))
        object.__setattr__(self, "by_noun", numbered(nouns))

    def within_reach(self, verbs: Iterable[str], nouns: Iterable[str]) -> list[Pattern]:
        """Return the patterns that a sentence with these predicates, and these nouns and tags of mentions, may evoke, in their order.

        Most patterns have no verb or no noun of a sentence: asked once, it saves a look at every clause and phrase.
        """
        told = {n for verb in verbs for n in self.by_verb.get(verb, ())} | {n for noun in nouns for n in self.by_noun.get(noun, ())}
        return [self.patterns[n] for n in sorted(told)]


@cache
def frames(folder: Path = FOLDER) -> tuple[Frame, ...]:
    """Return the frames of a folder, sorted by type.

    Raises
    ------
    FrameError
        A file is not TOML, or holds a key, tag or role that does not exist.

    """
    return tuple(frame(path) for path in sorted(folder.glob("*.toml")))


def frame(path: Path) -> Frame:
    """Read one frame file."""
    try:
        data = loads(path.read_text(encoding="utf-8"))
    except TOMLDecodeError as error:
        raise FrameError(f"{path.name}: not valid TOML ({error}); mend the line it names") from None
    groups: dict[str, list[str]] = data.get("words", {})
    roles = {name: role_spec(path, name, spec, groups) for name, spec in data.get("roles", {}).items()}
    also: dict[str, list[str]] = data.get("also", {})
    patterns = tuple(
        pattern(path, raw | {"roles": also | raw.get("roles", {}), "told": raw.get("told", data.get("told", []))}, groups, roles)
        for raw in data.get("pattern", [])
    )
    return Frame(path.stem, roles, patterns)


def numbered(words: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the sets that each word stands in."""
    found: dict[str, tuple[int, ...]] = {}
    for n, each in enumerate(words):
        for word in each:
            found[word] = (*found.get(word, ()), n)
    return found


def role_spec(path: Path, name: str, spec: Mapping[str, Any], groups: Mapping[str, list[str]]) -> RoleSpec:
    """Read ``[roles.NAME]``."""
    tags = frozenset(spec.get("tags", ()))
    if tags - TAGS:
        raise FrameError(f"{path.name}: roles.{name}.tags: {sorted(tags - TAGS)} unknown; allowed are {sorted(TAGS)}")
    heads = lemmas(f"{path.name}: roles.{name}", spec.get("heads", ()), groups)
    refuse = lemmas(f"{path.name}: roles.{name}", spec.get("refuse", ()), groups)
    text, many, common, plain, followers = (bool(spec.get(key, False)) for key in ("text", "many", "common", "plain", "followers"))
    return RoleSpec(name, tags, text, heads, refuse, spec.get("value", "entity"), many, common, plain, followers)


def pattern(path: Path, raw: Mapping[str, Any], groups: Mapping[str, list[str]], roles: Mapping[str, RoleSpec]) -> Pattern:
    """Read one ``[[pattern]]``; ``@group`` in a word list stands for the words of ``[words]``."""
    where = f"{path.name}: pattern {raw.get('name', '?')}"
    unknown = set(raw) - PATTERN_KEYS
    if unknown or "name" not in raw:
        raise FrameError(f"{where}: unknown keys {sorted(unknown)}; allowed are {sorted(PATTERN_KEYS)} and name is required")
    needed = {choice.partition(":")[0] for need in (*raw.get("needs", ()), *raw["told"]) for choice in need.split("|")}
    strangers = (set(raw.get("roles", {})) | set(raw.get("constant", {})) | needed) - set(roles)
    if strangers:
        raise FrameError(f"{where}: roles {sorted(strangers)} are not declared; declared are {sorted(roles)}")
    verbs = noun_kinds(expand(where, raw.get("verbs", ()), groups))
    slots = {role: tuple(given) for role, given in raw.get("roles", {}).items()}
    goods = any(GOODS in given for given in slots.values())
    return Pattern(
        name=f"{path.stem}/{raw['name']}",
        verbs=verbs,
        idioms=frozenset(v.rpartition(" ")[2] for v in verbs if " " in v),
        lasts=frozenset(v.rpartition(" ")[2] for v in verbs),
        nouns=noun_kinds(expand(where, raw.get("nouns", ()), groups)),
        but=lemmas(where, raw.get("but", ()), groups),
        tags=frozenset(raw.get("tags", ())),
        theme=tuple(raw.get("theme", ("object",))),
        voice=raw.get("voice", ""),
        roles=slots,
        goods=goods,
        musts=frozenset() if goods else musts(raw, slots),
        constant=dict(raw.get("constant", {})),
        status=raw.get("status", ""),
        weak=bool(raw.get("weak", False)),
        again=bool(raw.get("again", False)),
        we=bool(raw.get("we", False)),
        needs=tuple(raw.get("needs", ())),
        told=tuple(raw["told"]),
        unless=lemmas(where, raw.get("unless", ()), groups),
        beside=lemmas(where, raw.get("beside", ()), groups),
        abroad=tuple(raw.get("abroad", ())),
        complement=frozenset(raw.get("complement", ())),
        stands=frozenset(raw.get("stands", ())),
        bars={slot: lemmas(where, words, groups) for slot, words in raw.get("bars", {}).items()},
        examples=tuple(raw.get("examples", ())),
        counter_examples=tuple(raw.get("counter_examples", ())),
    )


def musts(raw: Mapping[str, Any], slots: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the roles that a pattern needs and that nothing but their slots can fill: no choice of two, no fixed words, no state on the
    other side. Of goods, who gives and who gets may be known from the story, so that their patterns have none.
    """
    alone = {need.partition(":")[0] for need in raw.get("needs", ()) if "|" not in need}
    return frozenset(r for r in alone - set(raw.get("constant", ())) if PARTNER not in slots.get(r, ()))


def expand(where: str, words: list[str] | tuple[str, ...], groups: Mapping[str, list[str]]) -> list[str]:
    """Replace ``@group`` by the group's words."""
    found: list[str] = []
    for word in words:
        if word.startswith("@") and word[1:] not in groups:
            raise FrameError(f"{where}: word group {word} is not in [words]; there are {sorted(groups)}")
        found += groups[word[1:]] if word.startswith("@") else [word]
    return found


def lemmas(where: str, words: list[str] | tuple[str, ...], groups: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the words of a list in all their spellings."""
    return frozenset(spelling for word in expand(where, words, groups) for spelling in spellings(word))


def noun_kinds(words: list[str]) -> dict[str, str]:
    """Split "nota=nota" entries into lemma and the wording that fills a ``kind`` role; without "=" the lemma serves."""
    pairs = [word.partition("=") for word in words]
    kinds = {spelling: kind or lemma for lemma, _, kind in pairs for spelling in spellings(lemma)}
    return kinds | {lemma: kind or lemma for lemma, _, kind in pairs}
