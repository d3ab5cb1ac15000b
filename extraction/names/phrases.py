"""Find names by their head noun ("… Antlaşması", "… Kumandanı", "… Cemiyeti") after heads.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from extraction.names.candidates import Candidate, Line
from extraction.names.forms import VOWELS, case_of, stems
from extraction.names.lexicon import head_words, lexicon, rows
from extraction.records import Tag
from ontology.turkish import capital


@dataclass(frozen=True, slots=True)
class Group:
    """One [[group]] of heads.toml, its word lists as sets; see the remarks there."""

    name: str
    tag: Tag
    kind: str
    heads: frozenset[str]
    plural: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    start: frozenset[str] = frozenset()
    join: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    genitive: bool = False
    capital: bool = False
    place: bool = False
    numbers: bool = False
    year: bool = False
    only_number: bool = False
    person: bool = False
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def groups() -> tuple[Group, ...]:
    """Return the groups of heads.toml in their order."""
    sets = ("heads", "plural", "small", "start", "join", "never")
    found = []
    for row in rows("heads.toml", "group"):
        fields: dict[str, Any] = {key: frozenset(value) if key in sets else value for key, value in row.items()}
        found.append(Group(**fields))
    return tuple(found)


@cache
def _by_head() -> Mapping[str, tuple[tuple[Group, str, bool], ...]]:
    """Return last word of a head → (group, whole head, plural)."""
    found: dict[str, list[tuple[Group, str, bool]]] = {}
    for group in groups():
        for head in sorted(group.heads):
            found.setdefault(head.split()[-1], []).append((group, head, False))
        for head in sorted(group.plural):
            found.setdefault(head.split()[-1], []).append((group, head, True))
    return {head: tuple(items) for head, items in found.items()}


def find(line: Line) -> list[Candidate]:
    """Return the names of a line that end in a head noun."""
    found: list[Candidate] = []
    for at, word in enumerate(line.words):
        if word.shape in "Cl" or word.shape == "U":
            for group, head, plural in _heads(line, at):
                found.extend(_names(line, at, group, head, plural))
    return found


def _heads(line: Line, at: int) -> Iterator[tuple[Group, str, bool]]:
    word = line.words[at]
    table = _by_head()
    for stem in stems(word.fold) if not word.tail else stems(word.fold)[:1]:
        if stem.stem in table:
            for group, head, plural in table[stem.stem]:
                if _fits(line, at, group) and _whole(line, at, head):
                    yield group, head, plural
            return


def _fits(line: Line, at: int, group: Group) -> bool:
    """Return whether word ``at`` may be a head of the group: a small one may need a person's name after it."""
    word = line.words[at]
    if word.fold in group.never or (word.fold in group.small and _goes_on(line, at)):
        return False
    if word.text[0].isupper():
        return True
    if group.capital:
        return False
    return not group.person or (word.fold in group.heads and _name_follows(line, at)) or _serves(line, at)


def _serves(line: Line, at: int) -> bool:
    """Return whether a small head follows at once the people or place that its holder serves: "Rus murahhası", "Dersim mebusu".

    A state's own name stays a mention by itself: "Ukrayna temsilcisi".
    """
    if not at or line.words[at - 1].tail or line.words[at - 1].shape not in "CU" or line.words[at - 1].fold in lexicon().state_adjective:
        return False
    hit = line.places.get(at - 1)
    if hit is None:
        return line.words[at - 1].fold in lexicon().nation
    nation = line.words[at - 1].fold in lexicon().nation
    return nation or (hit.case == "Nom" and any(r.entry.startswith(("place/", "organization/")) for r in hit.readings))


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a head noun follows a word that may also be a modifier: "Dışişleri Halk Komiserliği"."""
    return any(stem.stem in _by_head() for word in line.words[at + 1 : at + 3] for stem in stems(word.fold))


def _name_follows(line: Line, at: int) -> bool:
    if line.words[at].tail or at + 1 >= len(line.words):
        return False
    return line.words[at + 1].shape in "CUir" and at + 1 not in line.dates and line.words[at + 1].fold not in lexicon().never


def _whole(line: Line, at: int, head: str) -> bool:
    before = head.split()[:-1]
    return at >= len(before) and all(line.words[at - len(before) + n].fold == part for n, part in enumerate(before))


def _names(line: Line, at: int, group: Group, head: str, plural: bool) -> Iterator[Candidate]:
    first_of_head = at - head.count(" ")
    if group.tag != "OFF" and not plural and _named_before(line, first_of_head, at):
        return
    first = grow(line, first_of_head, group)
    if first is None:
        return
    found = _candidate(line, first, at, group, _dictionary(line, first, at, head, plural and group.tag != "GRP"), head.split()[-1])
    yield _with_rank(line, found) if group.tag == "OFF" else found
    if plural and group.tag in ("AGR", "CNF", "WAR", "GPE"):
        yield from _items(line, first, group, singular(head))


def _named_before(line: Line, first: int, at: int) -> bool:
    """Return whether a name of the authority of several words ends with this head: it is the whole name, whatever stands before."""
    hit = line.places.get(at)
    return hit is not None and hit.first < first and any(not reading.short for reading in hit.readings)


def _candidate(line: Line, first: int, last: int, group: Group, name: str, head: str, weight: int = 0) -> Candidate:
    words = line.words
    span = words[first].start, words[last].end
    return Candidate(first, last, *span, group.tag, group.name, name, group.kind, case=case_of(words[last], head), weight=weight)


def _with_rank(line: Line, office: Candidate) -> Candidate:
    """Return an office with the rank that follows it: "61. Fırka Kumandanı Miralay" before a name."""
    at = office.last + 1
    if at < len(line.words) and not line.words[at - 1].tail and line.words[at].fold in lexicon().rank and line.words[at].shape == "C":
        return replace(office, last=at, end=line.words[at].end)
    return office


def _dictionary(line: Line, first: int, at: int, head: str, plural: bool) -> str:
    """Return the name with its head noun in dictionary form, capitalised."""
    base = singular(head) if plural else head
    before = line.text(first, at - head.count(" ") - 1)
    gap = " " if line.words[at - head.count(" ")].gap else ""
    return before + gap + " ".join(capital(part) for part in base.split())


def singular(head: str) -> str:
    """Return the possessive singular of a possessive plural.

    >>> singular("antlaşmaları"), singular("kongreleri"), singular("harpleri")
    ('antlaşması', 'kongresi', 'harbi')
    """
    if not head.endswith(("ları", "leri")):
        return head
    stem = head[:-4]
    round_ = next((letter in "oöuü" for letter in reversed(stem) if letter in VOWELS), False)
    ending = ("u" if round_ else "ı") if head.endswith("ları") else ("ü" if round_ else "i")
    stem = stem[:-1] + "b" if stem.endswith("p") else stem
    return stem + ("s" if stem[-1] in VOWELS else "") + ending


def grow(line: Line, at: int, group: Group) -> int | None:
    """Return the first word of the name whose head noun starts at word ``at``, or None where no modifier makes it a name."""
    i = at
    while i > 0:
        step = _step(line, i, at, group)
        if not step:
            break
        i -= step
    return _trim(line, i, at, group)


def _step(line: Line, i: int, at: int, group: Group) -> int:
    """Return how many words to the left of ``i`` belong to the name: 0, 1, or 2 with a hyphen or "ve" between."""
    words = line.words
    before = words[i - 1]
    if _glued(line, i):
        return 2
    if before.fold == "ve" and i >= 2 and not words[i - 2].tail:
        pair = words[i - 2].fold, words[i].fold
        allowed = group.small | group.join
        return 2 if pair[0] in allowed and (pair[1] in allowed or group.join) else 0
    if before.fold == "," and i >= 2 and {words[i - 2].fold, words[i].fold} <= group.small:
        return 2
    return int(_modifier(line, i - 1, i, at, group))


def _glued(line: Line, i: int) -> bool:
    """Return whether a hyphen joins words ``i - 2`` and ``i``, both with capitals: "Türk-Afgan", the known "Türkiye – Irak"."""
    words = line.words
    if i < 2 or (words[i - 1].fold != "-" and words[i - 1].text != "—"):
        return False
    pair = words[i - 2], words[i]
    if words[i - 1].gap and i - 2 not in line.covered:
        return False
    return all(w.shape in "CUn" and len(w.text) > 1 for w in pair) and not pair[0].tail and i - 2 not in line.persons


def _modifier(line: Line, m: int, i: int, at: int, group: Group) -> bool:
    """Return whether word ``m``, left of ``i``, is a modifier of the head at ``at``."""
    word = line.words[m]
    if m in line.persons or line.words[i].start - word.stop > 3:
        return False
    if m in line.dates and word.shape in "nCol":
        return group.year and i == at and not word.tail and word.shape in "nC"
    if group.only_number and word.fold in lexicon().ordinal and word.shape == "C":
        return True
    if word.shape in "or":
        return group.numbers and not (m == 0 and word.shape == "o" and line.passage.kind == "heading")
    if word.shape == "n":
        return group.numbers and m > 0 and line.words[m - 1].fold == "-"
    if line.words[i].tail and _country(line, i) and line.places[i].first == i:
        return False  # "Falih Rıfkı Ukrayna’nın temsilcisi": who owns the office is named whole
    if word.tail or _inflected(line, m):
        return group.genitive and i > at - 5 and _owner(line, m) and word.fold not in lexicon().never
    if _foreign(line, m, i, at, group):
        return False
    if word.shape in "CU":
        return word.fold in group.small or not (word.fold in lexicon().never or word.fold in lexicon().honorific or line.weak(m))
    return word.shape == "l" and word.fold in group.small


def _foreign(line: Line, m: int, i: int, at: int, group: Group) -> bool:
    """Return whether a state's own name at ``m`` stands beside the name, not in it: "Sovyetler barış antlaşmasını bozdu"."""
    if group.tag in ("AGR", "CNF", "WAR"):
        return line.words[i].shape == "l" and (_country(line, m) or _body(line, m))
    if group.tag == "GPE":
        return any(stem.stem in head_words("OFF") for stem in stems(line.words[m].fold))
    forms = {stem.stem for stem in stems(line.words[at].fold)}
    return group.tag == "GRP" and ((bool(forms & group.plural) and _country(line, m)) or ("halkı" in forms and _town(line, m)))


def _body(line: Line, m: int) -> bool:
    """Return whether the name of a body in several words ends at word ``m``: "Büyük Millet Meclisi paktı onayladı"."""
    hit = line.places.get(m)
    return hit is not None and hit.first < m and all(r.entry.startswith(("government/", "organization/")) for r in hit.readings)


def _town(line: Line, m: int) -> bool:
    """Return whether word ``m`` names a mere place: "Musul halkı" are no people."""
    hit = line.places.get(m)
    if hit is None:
        return line.words[m].fold in lexicon().places
    return hit.case == "Nom" and all(r.entry.startswith("place/") for r in hit.readings)


def _country(line: Line, m: int) -> bool:
    """Return whether a state's own name ends at word ``m``, which is no adjective: "Sovyetler barış antlaşmasını" is no treaty's name."""
    hit = line.places.get(m)
    if hit is None or line.words[m].fold in lexicon().nation | lexicon().state_adjective:
        return False
    return any(reading.entry.startswith("state/") for reading in hit.readings) and not any(
        r.entry.startswith("place/") for r in hit.readings
    )


def _inflected(line: Line, m: int) -> bool:
    """Return whether a name of the authority ends at word ``m`` with a case ending that has no apostrophe."""
    hit = line.places.get(m)
    return hit is not None and hit.case not in ("Nom", "Acc") and not line.words[m].tail


def _owner(line: Line, m: int) -> bool:
    """Return whether word ``m`` owns what follows ("Cemiyeti’nin") or locates it ("Türkiye’deki")."""
    word = line.words[m]
    if word.tail:
        known = m in line.covered or word.shape == "U" or any(stem.stem in _by_head() for stem in stems(word.fold))
        return known and word.shape in "CU" and (case_of(word) == "Gen" or word.tail.endswith("ki"))
    return line.places[m].case == "Gen" or word.fold.endswith("ki")


def _trim(line: Line, i: int, at: int, group: Group) -> int | None:
    """Return the first word from ``i`` on that may begin the name; None where no modifier is left that makes it one."""
    while i < at and not _may_open(line, i, group):
        i += 1
    if i >= at or not any(_strong(line, m, at, group) for m in range(i, at)):
        return None
    return i


def _may_open(line: Line, i: int, group: Group) -> bool:
    word = line.words[i]
    if word.shape == "l":
        return word.fold in group.start
    return word.shape in "CUorn"


def _strong(line: Line, m: int, at: int, group: Group) -> bool:
    """Return whether modifier ``m`` makes the phrase a name: a capital of its own, a numeral, a place."""
    word = line.words[m]
    if group.only_number:
        return word.shape in "or" or word.fold in lexicon().ordinal
    if group.place:
        near = all(word.fold in group.small for word in line.words[m + 1 : at])
        return near and m in line.places and any(r.entry.startswith("place/") for r in line.places[m].readings)
    if group.tag == "OFF" and word.fold in group.start:
        return True
    if word.shape in "CU" and group.tag in ("AGR", "CNF", "WAR", "GRP"):
        return not line.weak(m)
    return word.shape in "CUorn"


def _item(line: Line, at: int) -> bool:
    word = line.words[at]
    return word.shape in "CU" and not word.tail and word.fold not in lexicon().never


def _items(line: Line, first: int, group: Group, head: str) -> Iterator[Candidate]:
    """Yield the items that share a plural head: "Paris, Ayastefanos ve" before "Berlin Antlaşmaları"."""
    end = first - 1
    while end > 0 and line.words[end].fold in (",", "ve", "ile") and _item(line, end - 1):
        start = end - 1
        while start > 0 and _item(line, start - 1) and not line.weak(start - 1) and line.words[start].gap:
            start -= 1
        if any(m in line.persons for m in range(start, end)):
            return
        name = f"{line.text(start, end - 1)} {' '.join(capital(part) for part in head.split())}"
        made = _candidate(line, start, end - 1, group, name, line.words[end - 1].fold, weight=1)
        hit = line.places.get(end - 1)
        yield replace(made, readings=tuple(r for r in hit.readings if r.entry.startswith("state/"))) if hit and group.tag == "GPE" else made
        end = start - 1
