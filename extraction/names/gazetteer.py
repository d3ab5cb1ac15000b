"""Find the names of the authority in a passage, in every inflection and spelling that folding brings together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extraction.names.forms import Word, fold, stems, tails, words
from extraction.names.lexicon import lexicon, office_words
from ontology.authority import Authority, Entry


class Reading(NamedTuple):
    """An entry that a name may mean; ``short`` where the form is shared and needs more evidence. ``name`` as the authority writes it."""

    entry: str
    short: bool
    name: str


class Hit(NamedTuple):
    """A stretch of words, ``first`` to ``last`` included, that is a name of the authority, and the case it stands in."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    case: str


@dataclass(slots=True)
class Node:
    """A state of the word trie: where the next folded word leads, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names of an authority, ready to be looked up word by word."""

    root: Node
    entries: dict[str, Entry]
    by_name: dict[str, tuple[Reading, ...]]
    name_words: frozenset[str]

    def named(self, name: str) -> tuple[Reading, ...]:
        """Return what a whole name (any spelling) may mean."""
        return self.by_name.get(key(name), ())

    def hits(self, line: Sequence[Word]) -> list[Hit]:
        """Return every name that starts at a word, the longest first; a name may lie inside another."""
        return [hit for at in range(len(line)) if line[at].shape != "p" for hit in reversed(self._from(line, at))]

    def _from(self, line: Sequence[Word], at: int) -> list[Hit]:
        """Return the names that start at word ``at``, the shortest first."""
        node, found, i = self.root, list[Hit](), at
        while i < len(line):
            hit = self._ends(node, line, at, i)
            if hit:
                found.append(hit)
            following = node.next.get(line[i].fold)
            if following is None or line[i].tail:
                break
            node, i = following, i + 1
        return found

    def state_of(self, name: str) -> tuple[Reading, ...]:
        """Return the state that the first words of a government's name mean: "Ermeni tarafı", "Sovyetler Birliği yönetimi"."""
        parts = [word.text for word in words(name)][:-1]
        for end in range(len(parts), 0, -1):
            states = tuple(r for r in self.named(" ".join(parts[:end])) if r.entry.startswith(("state/", "government/")))
            if states:
                also = {r.entry for part in parts[end:] for r in self.named(part)}
                return tuple(r for r in states if r.entry in also) or states
        return ()

    def _ends(self, node: Node, line: Sequence[Word], first: int, last: int) -> Hit | None:
        """Return the hit whose last word is a form of a word that ends a name after ``node``."""
        word = line[last]
        if not node.next:
            return None
        for stem, ending, case in stems(word.fold) if not word.tail else stems(word.fold)[:1]:
            target = node.next.get(stem)
            if target and target.readings:
                readings = tuple(r for r in target.readings if _same_letters(r, line[first : last + 1], ending))
                if readings:
                    return Hit(first, last, readings, _case(word, case))
        return None


def _case(word: Word, case: str) -> str:
    return tails().get(word.tail, case) if word.tail else case


def _same_letters(reading: Reading, found: Sequence[Word], ending: str) -> bool:
    """Return whether capitals agree well enough: a name needs one at its head, an abbreviation needs all, a party's followers none."""
    head, name = found[0].text, reading.name
    if head[0].islower() and reading.entry.startswith("group/") and fold(name).endswith(lexicon().small_group):
        return True
    if name.isupper() and len(name) <= 5:
        return head.isupper() or (bool(ending) and head[: len(head) - len(ending)].isupper())
    return head[0].isupper() or head[0].isdigit()


def key(name: str) -> str:
    """Return the folded words of a name, as the trie holds them."""
    return " ".join(word.fold for word in words(name))


def build(authority: Authority, extra: Iterable[tuple[str, str, bool]] = ()) -> Gazetteer:
    """Return the gazetteer of an authority; ``extra`` adds names as (entry id, name, short)."""
    root, by_name = Node(), dict[str, list[Reading]]()
    nobody, offices = lexicon().title | lexicon().honorific | lexicon().bare_office, office_words()
    for entry, name, short in (*_names(authority), *extra):
        node, folded = root, [word.fold for word in words(name)]
        reading, whole = Reading(entry, short, name), " ".join(folded)
        if reading.entry not in {r.entry for r in by_name.setdefault(whole, [])}:
            by_name[whole].append(reading)
        if entry.startswith("person/") and whole in nobody:
            continue  # a bare "Paşa" or "Sultan" names nobody by itself
        if entry.startswith("person/") and not offices.isdisjoint(folded):
            continue  # "Afgan Elçisi Sultan Ahmed Han" is an office and a name
        for word in folded:
            node = node.next.setdefault(word, Node())
        if reading.entry not in {r.entry for r in node.readings}:
            node.readings.append(reading)
    name_words = frozenset(word for name in by_name for word in name.split())
    return Gazetteer(root, dict(authority.entries), {name: tuple(items) for name, items in by_name.items()}, name_words)


def _names(authority: Authority) -> Iterator[tuple[str, str, bool]]:
    for entry in authority.entries.values():
        for name in entry.names:
            yield entry.id, name, False
        for name in entry.short:
            yield entry.id, name, True
        if entry.kind == "Group":
            for name in (entry.tr, *entry.variants):
                if " " not in name and name.endswith(("lar", "ler")):
                    yield entry.id, name[:-3], True
