"""The stems that words are built on: ``lexicon.tsv`` (derived from zemberek-nlp, Apache-2.0) and ``irregular.toml``.

Each line of the lexicon is ``word<TAB>class<TAB>marks``. Classes: none noun, A adjective, D adverb, V verb stem, E person name, G place
name, X other name, U number, R pronoun, P postposition, C conjunction, T determiner, I interjection, Q question particle. Marks: n keeps
its last p ç t k, v softens it, h takes front suffixes, d doubles its last consonant, x drops its last vowel, c is a compound that
ends in -(s)I, p is plural by itself, r is rare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple

from extraction.language.letters import VOWELS, Ending, ending, fronted, lower, plain
from ontology import authority

LEXICON = Path(__file__).with_name("lexicon.tsv")
IRREGULAR = Path(__file__).with_name("irregular.toml")
SOFT = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}
POS = {
    "": "NOUN", "A": "ADJ", "D": "ADV", "V": "VERB", "E": "PROPN", "G": "PROPN", "X": "PROPN", "U": "NUM", "R": "PRON", "P": "ADP",
    "C": "CCONJ", "T": "DET", "I": "INTJ", "Q": "AUX",
}  # fmt: skip
STATE = {"VERB": "verb", "NUM": "number", "ADP": "bare", "CCONJ": "bare", "DET": "bare", "INTJ": "bare", "AUX": "bare"}
NAMES = {"E", "G", "X"}
NAME_TYPE = {"E": "Giv", "G": "Geo"}
NAMED_KINDS = {"Person": "E", "Place": "G", "State": "G", "Group": "X"}
RARE = 0.8
COST = {"E": 0.4, "G": 0.4, "X": 0.4, "D": 0.2, "I": 0.8}


class Stem(NamedTuple):
    """One spelling of a stem: what suffixes must begin with (``need`` V vowel, C consonant or nothing), and the state it opens."""

    surface: str
    lemma: str
    pos: str
    ending: Ending
    need: str
    state: str
    feats: tuple[tuple[str, str], ...]
    cost: float
    known: bool


@cache
def irregular() -> dict[str, Any]:
    """Return ``irregular.toml`` as parsed."""
    return loads(IRREGULAR.read_text(encoding="utf-8"))


@cache
def listed() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Return the lexicon by spelling: (word, class, marks) of each stem that may be spelt so, unbuilt so that loading is quick."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    skipped, dropped = set(irregular()["transparent"]["verbs"]), set(irregular()["dropped"]["words"])
    for line in entries():
        word, letter, marks = (*line.split("\t"), "", "")[:3]
        if (letter == "V" and word in skipped) or word in dropped or f"{word}/{letter}" in dropped:
            continue
        key = plain(lower(word))
        entry = (word, letter, marks)
        for surface in {key, *altered(key, letter, marks)}:
            found.setdefault(surface, []).append(entry)
    return {k: tuple(v) for k, v in found.items()}


def entries() -> Iterator[str]:
    """Yield the lines of the lexicon, those that ``irregular.toml`` adds, and the authority's names."""
    yield from own_entries()
    yield from authority_names()


def own_entries() -> Iterator[str]:
    """Yield the lines of the lexicon and those that ``irregular.toml`` adds."""
    yield from LEXICON.read_text(encoding="utf-8").splitlines()
    for letter, words in irregular()["added"].items():
        for word in words:
            stem, _, marks = word.partition("/")
            yield f"{stem}\t{'' if letter == 'N' else letter}\t{marks}"


@cache
def hatted() -> Mapping[str, tuple[str, ...]]:
    """Return the spellings of the lexicon with a circumflex by the one without, which data may use for both: ``ilan`` → ``ilân``."""
    found: dict[str, set[str]] = {}
    for word in (lower(line.partition("\t")[0]) for line in own_entries()):
        if plain(word) != word:
            found.setdefault(plain(word), set()).add(word)
    return {word: tuple(sorted(spellings)) for word, spellings in found.items()}


def spellings(word: str) -> tuple[str, ...]:
    """Return a word, or words with blanks between, with every spelling of its last one that has a circumflex.

    >>> spellings("ilan"), spellings("ateş kes")
    (('ilan', 'ilân'), ('ateş kes',))
    """
    before, _, last = word.rpartition(" ")
    return (word, *(f"{before} {other}".strip() for other in hatted().get(last, ())))


@cache
def authority_names() -> list[str]:
    """Return a lexicon line for each word of the authority's names of persons, places, states and groups that is no common word."""
    common = {lower(line.split("\t")[0]) for line in own_entries()}
    entries = (e for e in authority.load().entries.values() if e.kind in NAMED_KINDS)
    words = {(word, NAMED_KINDS[e.kind]) for e in entries for name in (e.tr, *e.variants) for word in name.split()}
    named = (w for w in words if re.fullmatch(r"[^\W\d_]{3,}", w[0]) and w[0][0].isupper() and w[0][1:].islower())
    return sorted(f"{word}\t{letter}" for word, letter in named if not bases(lower(word)) & common)


def bases(word: str) -> set[str]:
    """Return a word and what it may be the possessed form or the plural of (``elçisi``: ``elçi``)."""
    bare = re.sub(r"(?:s?[ıiuü]|l[ae]r[ıi]?)$", "", word)
    return {word, bare, re.sub("ğ$", "k", bare), bare[:-1] + "p", re.sub("d$", "t", bare)}


def altered(key: str, letter: str, marks: str) -> Iterator[str]:
    """Yield the other spellings of a stem before suffixes: softened, without its last vowel, doubled."""
    if letter == "V":
        if key[-1] in "ae":
            yield key[:-1]
        if "v" in marks:
            yield key[:-1] + "d"
        if "x" in marks:
            yield key[:-2] + key[-1]
        return
    if "c" in marks:
        yield re.sub("s?[ıiuü]$", "", key)
    if is_soft(key, letter, marks):
        yield key[:-1] + softened(key)
    if "x" in marks and len(key) > 2:
        yield key[:-2] + (SOFT.get(key[-1], key[-1]) if "v" in marks else key[-1])
    if "d" in marks:
        yield key + SOFT.get(key[-1], key[-1]) if "v" not in marks else key[:-1] + SOFT[key[-1]] * 2
        yield key + key[-1]


def is_soft(key: str, letter: str, marks: str) -> bool:
    """Say whether the last p ç t k of a stem softens: always when marked, never when marked so, else in words of two syllables."""
    if key[-1] not in SOFT or set("nxh") & set(marks) - ({"h"} if "v" in marks else set()) or letter in NAMES or letter == "V":
        return False
    return "v" in marks or sum(c in VOWELS for c in key) > 1


def softened(key: str) -> str:
    """Return what the last consonant of a stem becomes before a vowel."""
    return "g" if key.endswith("nk") else SOFT[key[-1]]


@cache
def shortest_stem() -> int:
    """Return the length of the shortest stem."""
    return 1


def stems(surface: str, capital: bool) -> tuple[Stem, ...]:
    """Return the stems spelt ``surface``; names only where the word has a capital."""
    return tuple(s for s in built(surface) if capital or s.pos != "PROPN")


@cache
def built(surface: str) -> tuple[Stem, ...]:
    """Return every stem spelt ``surface``, irregular ones included."""
    regular = (s for entry in listed().get(surface, ()) for s in stems_of(surface, *entry))
    return (*irregular_stems(surface), *regular)


@cache
def verbs() -> frozenset[str]:
    """Return the verb stems."""
    found = (line.split("\t") for line in entries())
    return frozenset(plain(lower(parts[0])) for parts in found if parts[1:2] == ["V"])


@cache
def is_causative(key: str) -> bool:
    """Say whether a listed verb stem is the causative of another one (``öldür`` of ``öl``), so that it has that voice by itself."""
    if key in irregular()["plain_verbs"]["verbs"]:
        return False
    match = re.match(r"^(.+?)(?:([dt][ıiuü]r)|(?<=[aeıioöuürl])t|[ıiuüae]r|[ıiuü]t)$", key)
    bases = {key[:-3], key[:-2], key[:-1]} if match else set()
    return any(len(b) > 1 and b in verbs() and re.fullmatch(b + r"(?:[dt][ıiuü]r|[ıiuüae]r|[ıiuü]?t)", key) for b in bases)


def irregular_stems(surface: str) -> Iterator[Stem]:
    """Yield the stems that ``irregular.toml`` lists under ``surface``."""
    for line in irregular()["stem"].get(surface, ()):
        parts = (part.partition("=") for part in line.get("feats", "").split("|") if part)
        feats = tuple((name, value) for name, _, value in parts)
        need, cost = line.get("need", ""), float(line.get("cost", 0))
        yield Stem(surface, line["lemma"], line["pos"], ending(surface), need, line["state"], feats, cost, True)


def stems_of(surface: str, word: str, letter: str, marks: str) -> Iterator[Stem]:
    """Yield the stems of one lexicon entry that are spelt ``surface``."""
    key, pos = plain(lower(word)), POS[letter]
    lemma = word if letter in NAMES else lower(word)
    last = ending(surface)
    if "h" in marks:
        last = Ending(fronted(last.vowel), last.kind)
    state = "poss3" if "c" in marks else STATE.get(pos, "noun")
    feats: tuple[tuple[str, str], ...] = (("Number", "Plur"),) if "p" in marks else ()
    feats += (("Number[psor]", "Sing"), ("Person[psor]", "3")) if "c" in marks else ()
    if surface != key:
        need = "C" if "c" in marks else "V"
        state = "compound" if "c" in marks else state
        feats = () if "c" in marks else feats
        state = "verb_yor" if letter == "V" and key[-1] in VOWELS else "verb_short" if letter == "V" and "x" in marks else state
    else:
        need = "C" if is_soft(key, letter, marks) or (set("xd") & set(marks) and letter != "V") or (letter == "V" and "v" in marks) else ""
    feats += (("NameType", NAME_TYPE[letter]),) if letter in NAME_TYPE else ()
    feats += (("Voice", "Cau"),) if letter == "V" and is_causative(key) else ()
    cost = COST.get(letter, 0.0) + (RARE if "r" in marks else 0.0)
    yield Stem(surface, lemma, pos, last, need, state, feats, cost, True)
    if ("â" in word[-3:] or "û" in word[-3:]) and pos != "VERB":
        yield Stem(surface, lemma, pos, Ending(fronted(ending(surface).vowel), last.kind), need, state, feats, cost + 0.1, True)
