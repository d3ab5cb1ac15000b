"""Own sentences with their names swapped for others of the same kind, so that the name finder learns the wording and not the names.

Other names come from the authority, from the sentences themselves and from the borrowed name data. A name is swapped only for one that
takes the same suffix letters (``Rusya’ya``: ``Romanya’ya``); a suffix without an apostrophe stays, and so does its name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extraction.language.letters import APOSTROPHES, ending, lower
from extraction.records import Tag
from extraction.training.annotated import Entity, Sentence
from ontology import authority

Kind = str
Pool = Mapping[tuple[Kind, str], Sequence[str]]

KINDS = {
    "Person": "PER", "State": "State", "Place": "LOC", "Agreement": "AGR", "Conference": "CNF", "Conflict": "WAR", "Organization": "ORG",
}  # fmt: skip
SWAPPED: frozenset[Tag] = frozenset({"PER", "LOC", "GPE", "AGR", "CNF", "WAR", "ORG"})
SHARE = 0.7
_NAME = re.compile(r"[^\W\d_][^\d()\[\],;:/]*")


@cache
def state_names() -> frozenset[str]:
    """Return the names by which the authority calls states."""
    found = (e for e in authority.load().entries.values() if e.kind == "State")
    return frozenset(name for e in found for name in (e.tr, *e.variants) if _NAME.fullmatch(name))


def kind_of(entity: Entity) -> Kind:
    """Return what an entity may be swapped within: its tag; states and governments under either tag; persons by one or more names apart."""
    if entity.text in state_names():
        return rule_or_state(entity.text)
    return f"{entity.tag}{min(2, len(entity.text.split()))}" if entity.tag == "PER" else entity.tag


def rule_or_state(name: str) -> Kind:
    """Return whether a state's name is that of its government."""
    return "Rule" if re.search(r"(?:meti|rejimi|dare|daresi)$", name) else "State"


def harmony(name: str) -> str:
    """Return what the suffixes behind ``name`` depend on: its last vowel, its last letter's kind, and whether it has a possessive."""
    last = ending(lower(name))
    owned = " " in name and bool(re.search(r"[ıiuü]$", name))
    return f"{last.vowel}{'C' if last.kind in 'LR' else last.kind}{owned}"


def pool(sentences: Iterable[Sentence], borrowed: Iterable[str] = ()) -> Pool:
    """Return the names that may stand in for others, by kind and harmony; ``borrowed`` are full names of persons."""
    found = {(kind_of(e), e.text) for s in sentences for e in s.entities if e.tag in SWAPPED and not is_glued(s, e)}
    for entry in authority.load().entries.values():
        if entry.kind in KINDS:
            kind = KINDS[entry.kind]
            written = (name for name in (entry.tr, *entry.variants) if _NAME.fullmatch(name))
            found |= {(rule_or_state(name) if kind == "State" else kind, name) for name in written}
    people = {name for kind, name in found if kind == "PER"} | {name for name in borrowed if _NAME.fullmatch(name)}
    found -= {("PER", name) for name in people}
    found |= {("PER2", name) for name in people if " " in name} | {("PER1", name.split()[-1]) for name in people}
    made: dict[tuple[Kind, str], list[str]] = {}
    for kind, name in sorted(found):
        made.setdefault((kind, harmony(name)), []).append(name)
        made.setdefault((kind, ""), []).append(name)
    return made


def is_glued(sentence: Sentence, entity: Entity) -> bool:
    """Say whether letters go on behind the name without an apostrophe."""
    return sentence.text[entity.end : entity.end + 1].isalnum()


def swapped(sentence: Sentence, names: Pool, draw: random.Random) -> Sentence:
    """Return the sentence with most of its names swapped; clauses and facts are left out, as they no longer hold."""
    text, at = "", 0
    entities: list[Entity] = []
    given: dict[tuple[Kind, str], str] = {}
    for entity in sentence.entities:
        text += sentence.text[at : entity.start]
        name = other(sentence, entity, names, draw, given)
        entities.append(Entity(len(text), len(text) + len(name), entity.tag, name))
        text, at = text + name, entity.end
    return Sentence(sentence.file, sentence.line, text + sentence.text[at:], tuple(entities))


def other(sentence: Sentence, entity: Entity, names: Pool, draw: random.Random, given: dict[tuple[Kind, str], str]) -> str:
    """Return another name for an entity, the same for the same name of a sentence; its own where it is to stay."""
    kind = kind_of(entity)
    if entity.tag not in SWAPPED or is_glued(sentence, entity) or draw.random() > SHARE:
        return entity.text
    suffixed = sentence.text[entity.end : entity.end + 1] in set(APOSTROPHES)
    choices = names.get((kind, harmony(entity.text) if suffixed else ""), ())
    if not choices:
        return entity.text
    found = given.setdefault((kind, entity.text), draw.choice(choices))
    return found if not suffixed or harmony(found) == harmony(entity.text) else entity.text


def more(sentences: Sequence[Sentence], names: Pool, times: int, seed: int) -> Iterator[Sentence]:
    """Yield every sentence ``times`` times, each with other names."""
    draw = random.Random(seed)
    return (swapped(s, names, draw) for _ in range(times) for s in sentences)
