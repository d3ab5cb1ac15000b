"""Morphological analysis of single Turkish words by stem lexicon and suffix table, with vowel harmony.

``suffixes.toml`` says which suffix may follow which and what it means, ``lexicon.tsv`` lists stems; this module walks the word
from left to right and returns every reading with a cost, the cheapest first. It is the two-level idea (Koskenniemi 1983;
Oflazer 1994 for Turkish) with the alternations worked into the forms of stems and suffixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple

from extraction.language.letters import VOICELESS, VOWELS, Ending, ending, high, low
from extraction.language.lexicon import Stem, irregular, shortest_stem, stems

SUFFIXES = Path(__file__).with_name("suffixes.toml")
LONGEST = 60
GUESSED = 5.0
LEXICAL = 1.5
FROZEN = 0.8
HOMONYM = 0.9
INFLECTED_ADJECTIVE = 0.3
OBLIQUE = {"Loc", "Dat", "Abl", "Ins"}
CASELESS = {"ADV", "INTJ", "DET", "CCONJ"}
OWNED = 2.0
KINDS = {"V": "V", "P": "P", "L": "C", "R": "C", "C": "C"}


class Suffix(NamedTuple):
    """A line of ``suffixes.toml``; ``after`` holds the kinds of letter it may follow, empty for any."""

    name: str
    form: str
    sources: frozenset[str]
    to: str
    feats: tuple[tuple[str, str], ...]
    cost: float
    pos: str
    after: str
    examples: tuple[str, ...]


class Tail(NamedTuple):
    """One reading of the letters behind a stem: what it costs, the suffixes in order, and the features of its last state."""

    cost: float
    suffixes: tuple[Suffix, ...]
    last: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word: lemma, UD part of speech, UD features, cost (lower is likelier) and the names of its suffixes.

    ``values`` and ``morph`` are the features once more, as a mapping and as UD writes them.
    """

    lemma: str
    pos: str
    feats: tuple[tuple[str, str], ...]
    cost: float
    suffixes: tuple[str, ...] = ()
    known: bool = True
    values: Mapping[str, str] = field(init=False, repr=False, compare=False)
    morph: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", dict(self.feats))
        object.__setattr__(self, "morph", "|".join(f"{k}={v}" for k, v in self.feats))

    def get(self, name: str) -> str:
        """Return the value of feature ``name``, or the empty string."""
        return self.values.get(name, "")


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Split ``"A=b|C=d"`` into pairs."""
    return tuple((k, v) for k, _, v in (part.partition("=") for part in text.split("|") if part))


@cache
def table() -> dict[str, Any]:
    """Return ``suffixes.toml`` as parsed."""
    return loads(SUFFIXES.read_text(encoding="utf-8"))


@cache
def suffixes() -> tuple[Suffix, ...]:
    """Return every suffix of the table, in its order."""
    groups = {k: v for k, v in table().items() if k not in {"final", "like"}}
    return tuple(read_suffix(name, line) for lines in groups.values() for name, line in lines.items())


def read_suffix(name: str, line: Mapping[str, Any]) -> Suffix:
    """Build a suffix from its line, with the states that are like one of its sources added."""
    sources = set(line["from"])
    if not line.get("plain"):
        sources |= {state for state, model in table()["like"].items() if model in sources}
    return Suffix(
        name=name,
        form=line["form"],
        sources=frozenset(sources),
        to=line["to"],
        feats=pairs(line.get("feats", "")),
        cost=float(line.get("cost", 0)),
        pos=line.get("pos", ""),
        after=line.get("after", ""),
        examples=tuple(line.get("examples", ())),
    )


def spellings(form: str, before: Ending) -> Iterator[tuple[str, str]]:
    """Yield the spellings of ``form`` behind ``before``, each with what must follow: "" anything, "V" a vowel, "C" no vowel."""
    text, vowel, kind = "", before.vowel, before.kind
    for optional, letter in re.findall(r"(\()?(\w)\)?", form):
        if optional and (kind == "V") == (letter in "IA"):
            continue
        written = low(vowel) if letter == "A" else high(vowel) if letter == "I" else letter
        written = written if letter not in "DC" else {"D": "dt", "C": "cç"}[letter][kind == "P"]
        text += written
        vowel = written if written in VOWELS else vowel
        kind = "V" if written in VOWELS else "P" if written in VOICELESS + "K" else "C"
    if text.endswith("K"):
        yield text[:-1] + "k", "C"
        yield text[:-1] + "ğ", "V"
    else:
        yield text.replace("K", "k"), ""


@lru_cache(maxsize=4096)
def options(state: str, before: Ending) -> tuple[tuple[str, str, Suffix, Ending], ...]:
    """Return what may follow ``state`` behind ``before``: spelling, what must come next, suffix, and the new ending."""
    found = []
    for suffix in suffixes():
        if state in suffix.sources and (not suffix.after or before.kind in suffix.after):
            for text, need in spellings(suffix.form, Ending(before.vowel, KINDS[before.kind])):
                found.append((text, need, suffix, ending(text, before.vowel)))
    return tuple(found)


@lru_cache(maxsize=100_000)
def tails(state: str, before: Ending, need: str, rest: str) -> tuple[Tail, ...]:
    """Return the readings of ``rest`` in ``state``, the cheapest eight first."""
    found: list[Tail] = []
    if need and (need == "V") != (rest[:1] in VOWELS and rest != ""):
        return ()
    final = table()["final"].get(state)
    if not rest:
        return (Tail(float(final.get("cost", 0)), (), pairs(final["feats"])),) if final is not None else ()
    for text, then, suffix, after in options(state, before):
        if rest.startswith(text):
            following = tails(suffix.to, after, then, rest[len(text) :])
            found += [Tail(t.cost + suffix.cost, (suffix, *t.suffixes), t.last) for t in following]
    return tuple(sorted(found, key=lambda t: t.cost)[:8])


def merged(first: tuple[tuple[str, str], ...], tail: Tail, pos: str) -> tuple[tuple[str, str], ...]:
    """Return the features of a stem and its suffixes together, sorted by name as UD wants them."""
    feats = dict(first)
    for suffix in tail.suffixes:
        for name, value in suffix.feats:
            feats[name] = feats.get(name, "") + value if name == "Voice" else value
        if suffix.pos == "NOUN":
            feats = dict(suffix.feats)  # a derived noun has no verb form and denies nothing: "anlaşmazlık"
        if suffix.name.startswith("related"):
            feats = {k: v for k, v in feats.items() if k == "Case"}
    for name, value in tail.last:
        feats.setdefault(name, value)
    return tuple(sorted(clean(feats, pos).items(), key=lambda item: item[0].lower()))


def clean(feats: dict[str, str], pos: str) -> dict[str, str]:
    """Drop what contradicts the verb form: finite verbs have no case, plain participles and converbs no person."""
    form = feats.get("VerbForm")
    if form == "Fin":
        if pos in {"VERB", "AUX"}:
            feats.pop("Case", None)
        else:
            feats.setdefault("Case", "Nom")
        feats.pop("Part", None)
        feats.pop("Vnoun", None)
        feats.pop("Conv", None)
    if pos in CASELESS:
        feats.pop("Case", None)
        feats.pop("Number", None)
    if form == "Conv":
        return {k: v for k, v in feats.items() if k in {"VerbForm", "Conv", "Voice", "Polarity", "Mood"}}
    return feats


def analysis(stem: Stem, tail: Tail, extra: float = 0.0) -> Analysis:
    """Join a stem and a tail to an analysis."""
    pos = next((s.pos for s in reversed(tail.suffixes) if s.pos), stem.pos)
    derived = max((n + 1 for n, s in enumerate(tail.suffixes) if s.pos and not s.name.startswith("related")), default=0)
    lemma = stem.surface + "".join(written(stem, tail.suffixes[:derived])) if derived else stem.lemma
    names = tuple(s.name for s in tail.suffixes)
    extra += INFLECTED_ADJECTIVE if stem.pos == "ADJ" and names else 0.0
    return Analysis(lemma, pos, merged(stem.feats, tail, pos), tail.cost + stem.cost + extra, names, stem.known)


def written(stem: Stem, chain: tuple[Suffix, ...]) -> Iterator[str]:
    """Yield the spellings of a derivation behind ``stem``."""
    before = stem.ending
    for suffix in chain:
        text = next(spellings(suffix.form, Ending(before.vowel, KINDS[before.kind])))[0]
        before = ending(text, before.vowel)
        yield text


@lru_cache(maxsize=200_000)
def analyse(word: str, capital: bool = False) -> tuple[Analysis, ...]:
    """Return the readings of lower-case ``word`` without circumflexes, cheapest first; empty where none is found.

    ``capital`` says that the text writes it with a capital, so that names are stems too.

    >>> analyse("gönderildiğini")[0].lemma, analyse("gönderildiğini")[0].get("Voice"), analyse("gönderildiğini")[0].get("Case")
    ('gönder', 'Pass', 'Acc')
    """
    if len(word) > LONGEST:
        return ()
    if word.startswith("'"):
        return ()
    if "'" in word:
        return after_apostrophe(*word.split("'", 1))
    found = [
        analysis(stem, tail)
        for end in range(shortest_stem(), len(word) + 1)
        for stem in stems(word[:end], capital)
        for tail in tails(stem.state, stem.ending, stem.need, word[end:])
    ]
    return best(found) or guesses(word, capital)


def best(found: list[Analysis]) -> tuple[Analysis, ...]:
    """Return the cheapest analysis of each distinct reading, cheapest first, at most twelve."""
    kept: dict[tuple[object, ...], Analysis] = {}
    if any(is_verbal(a) for a in found):
        found = [replace(a, cost=a.cost + HOMONYM) if is_homonym(a) else a for a in found]
    if any(is_transparent(a) for a in found):
        found = [replace(a, cost=a.cost + LEXICAL) if a.pos in {"ADJ", "ADV"} and not a.suffixes else a for a in found]
    for one in sorted(found, key=lambda a: (a.cost, -len(a.lemma), a.lemma, a.feats)):
        kept.setdefault((one.lemma, one.pos, one.feats), one)
    return tuple(kept.values())[:12]


def is_verbal(reading: Analysis) -> bool:
    """Say whether a reading is a plain -An participle or past tense, which nouns spelt alike (``alan``, ``bastı``) seldom are."""
    return reading.cost <= FROZEN + 0.2 and reading.suffixes[-1:] in {("who",), ("past",)}


def is_homonym(reading: Analysis) -> bool:
    """Say whether a reading is a bare noun of the lexicon, and not one that is to stay (``bakan``)."""
    return reading.pos == "NOUN" and not reading.suffixes and reading.lemma not in irregular()["lexical_nouns"]["words"]


def is_transparent(reading: Analysis) -> bool:
    """Say whether a reading is so regular that an adverb or adjective spelt alike is its frozen form (``hakkında``, ``gelen``)."""
    oblique = reading.get("Case") in OBLIQUE and reading.get("Person[psor]") == "3"
    limit = 2 * FROZEN if reading.get("VerbForm") == "Part" else FROZEN
    return bool(reading.suffixes) and reading.cost < limit and (oblique or bool(reading.get("VerbForm")))


def after_apostrophe(name: str, rest: str) -> tuple[Analysis, ...]:
    """Return the readings of a name with ``rest`` behind its apostrophe, harmony taken from either (``Lloyd George'a``)."""
    owned = any(a.get("Person[psor]") == "3" and a.suffixes for a in analyse(name)[:2]) if name[-1:] in VOWELS else False
    state, feats = "noun", pairs("")
    if owned and rest[:1] in "ny":
        state, feats = "poss3", pairs("Number[psor]=Sing|Person[psor]=3")
    kinds = (f for s in stems(name, True) for f in s.feats if f[0] == "NameType")
    feats += tuple(kinds)[:1]
    by_sound = tails(state, ending(name), "", rest) or tails("noun", ending(name), "", rest)
    heard = by_sound or tuple(t for v in "aeıiuüoö" for k in "CVPLR" for t in tails(state, Ending(v, k), "", rest))
    lemma = next((a.lemma for a in analyse(name)[:2] if a.get("Person[psor]") == "3" and a.suffixes), name) if state == "poss3" else name
    stem = Stem(name, lemma, "NUM" if name[0].isdigit() else "PROPN", ending(name), "", state, feats, 0.0, True)
    return best([analysis(stem, t, OWNED if "its" in {s.name for s in t.suffixes} else 0.0) for t in heard])


def guesses(word: str, capital: bool) -> tuple[Analysis, ...]:
    """Return readings of a word whose stem is in no list: a bare name where it has a capital, else every believable stem."""
    found = []
    for end in range(len(word), 2, -1):
        head, rest = word[:end], word[end:]
        if not any(c in VOWELS for c in head) or (rest and not is_safe(head, rest, capital)):
            continue
        stem = Stem(head, head, "PROPN" if capital else "NOUN", ending(head), "", "noun", (), GUESSED, False)
        found += [analysis(stem, t, -0.25 * len(rest)) for t in tails("noun", stem.ending, "", rest)]
    return best(found)


def is_safe(head: str, rest: str, capital: bool) -> bool:
    """Say whether ``rest`` is long enough to be believed as suffixes behind an unknown stem.

    A foreign name ends like a Turkish suffix too often (Çiçer-in, Mdivan-i), so names take only -lAr… and -DAn, long ones -yA, -ylA, -nIn.
    """
    if capital:
        return len(head) >= 4 and bool(
            re.match(r"l[ae]r|[dt][ae]n$" if len(head) < 6 else r"l[ae]r|[dt][ae]n$|y[ae]$|yl[ae]$|n[ıiuü]n$", rest)
        )
    return len(rest) >= 2 and len(head) >= 3
