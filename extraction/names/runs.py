"""Stretches of words in which a person's name can stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extraction.names.candidates import Line
from extraction.names.forms import locative, stems
from extraction.names.lexicon import common, lexicon
from extraction.names.phrases import groups

_FROM = ("lı", "li", "lu", "lü")
_OURS = ("mız", "miz", "muz", "müz")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that could be one person's name: ``honorific`` is the folded one at the end, if any, ``plural`` if shared."""

    first: int
    last: int
    honorific: str = ""
    plural: bool = False


@cache
def _nouns() -> frozenset[str]:
    """Return head nouns of offices, bodies … which end the stretch in which a name can stand."""
    return frozenset(word for group in groups() for head in (*group.heads, *group.plural) for word in head.split())


def stretches(line: Line) -> Iterator[Run]:
    """Yield the stretches of a line in which a name can stand, each beginning where a known name does."""
    at = 0
    while at < len(line.words):
        run = _run(line, at)
        if run is None:
            at += 1
            continue
        yield _cut(line, run)
        at = run.last + 1


def _run(line: Line, first: int) -> Run | None:
    """Return the run that starts at word ``first``."""
    if not nameable(line, first) or _mere_word(line, first):
        return None
    words, last, i = line.words, -1, first
    while i < len(words) and (i == first or _joined(line, i)):
        word = words[i]
        honour = honorific(line, i)
        if honour and i > first:
            return Run(first, i, lexicon().honorifics.get(honour, honour), honour in lexicon().honorifics)
        if nameable(line, i):
            last, i = i, i + 1
            if word.tail:
                break
        elif (
            word.fold == "("
            and i + 2 < len(words)
            and words[i + 2].fold == ")"
            and words[i + 1].shape in "CU"
            and words[i + 1].fold not in lexicon().never
        ):
            if not _surname_in_brackets(line, i):
                break
            last, i = i + 2, i + 3
        elif _particle(line, i) or _hyphen(line, i) or (word.fold == "." and words[i - 1].fold in lexicon().title):
            i += 1
        else:
            break
    return Run(first, last) if last >= first else None


def _particle(line: Line, i: int) -> bool:
    """Return whether a small word joins two parts of a name; "de" is a Turkish word too, so the recogniser has to take all for a name."""
    word = line.words[i]
    if word.shape != "l" or i + 1 >= len(line.words) or not nameable(line, i + 1):
        return False
    return word.fold in lexicon().particle or (word.fold == "de" and line.recognised >= {i - 1, i, i + 1})


def _hyphen(line: Line, i: int) -> bool:
    """Return whether a hyphen joins two parts of a surname: "Loris-Melikov"."""
    words = line.words
    joins = words[i].fold == "-" and not words[i].gap and i + 1 < len(words) and not words[i + 1].gap
    return joins and words[i + 1].shape == "C" and nameable(line, i + 1) and i + 1 not in line.persons and not _belongs(line, i + 1)


def _behind_verb(line: Line, run: Run) -> Run:
    """Return a run without the end of a sentence whose full stop the scan lost: "vurgulamıştır Frunze"."""
    ends = tuple(ending for ending in lexicon().finite if len(ending) > 2)
    verbs = [i for i in range(run.first, run.last) if len(fold := line.words[i].fold) > 8 and fold.endswith(ends)]
    return replace(run, first=verbs[-1] + 1) if verbs else run


def _cut(line: Line, run: Run) -> Run:
    """Return a run that begins where a known person's name does, if what stands before is no part of a name: "Bunlara Enver Paşa"."""
    run = _behind_verb(line, run)
    end = run.last - bool(run.honorific)
    if run.last > run.first and _place_behind(line, run):
        return replace(run, last=run.last - 1)
    starts = [
        hit.first for hit in line.hits if run.first < hit.first < hit.last and end <= hit.last <= run.last and hit.first in line.persons
    ]
    if not starts or any(_belongs(line, at) for at in range(run.first, min(starts))):
        return run
    return replace(run, first=min(starts))


def _place_behind(line: Line, run: Run) -> bool:
    """Return whether the last word of a run is an unknown place: "Pellé İzmir’de"."""
    last = line.words[run.last]
    return not run.honorific and run.last not in line.persons and locative(last.tail) and line.words[run.last - 1].shape == "C"


def _belongs(line: Line, at: int) -> bool:
    word, known = line.words[at], lexicon()
    return word.shape in "ir" or word.fold in known.given or word.fold in known.title or byname(word.fold)


def byname(word: str) -> bool:
    """Return whether a folded word is a byname before a given name, by origin or by the list: "Menemenli Numan Bey", "Kara Vasıf"."""
    return word in lexicon().nickname or (word.endswith(_FROM) and word[:-2] in lexicon().places)


def _mere_word(line: Line, first: int) -> bool:
    """Return whether word ``first`` is an everyday word that begins no name: "Askeri Saffet Bey", but "Kara Vasıf", "Fahri Bey"."""
    word = line.words[first].fold
    if first in line.persons or byname(word) or word in lexicon().title or not common(word):
        return False
    return first + 1 >= len(line.words) or not honorific(line, first + 1) or word in lexicon().never


def _surname_in_brackets(line: Line, i: int) -> bool:
    """Return whether the brackets at ``i`` hold a surname: "Yusuf Kemal (Tengirşenk) Bey", not "Büyük Millet Meclisi (TBMM)"."""
    inner = line.words[i + 1]
    if inner.shape != "C" or line.words[i - 1].tail:
        return False
    return i + 1 not in line.covered or i + 1 in line.persons or (i + 3 < len(line.words) and honorific(line, i + 3) != "")


def _joined(line: Line, i: int) -> bool:
    """Return whether word ``i`` goes on from the word before: no full stop, comma or dash between."""
    before = line.words[i - 1]
    return not before.tail and not (line.opens(i) and before.shape != "i" and before.fold not in (".",))


def nameable(line: Line, at: int) -> bool:
    """Return whether word ``at`` may be part of a person's name."""
    word = line.words[at]
    if at in line.persons:
        return True
    if word.shape in "ir":
        return word.shape == "i" or _regnal(line, at)
    if word.shape not in "CU" or at in line.dates or word.fold in lexicon().never:
        return False
    return not _place(line, at) and not _noun(word.fold) and word.fold not in lexicon().rank and word.fold not in lexicon().bare_office


def _regnal(line: Line, at: int) -> bool:
    """Return whether the Roman numeral at ``at`` is a ruler's number or an initial: "II. Nikola", "G. V. Çiçerin"."""
    if at and line.words[at - 1].shape == "i":
        return len(line.words[at].text) == 2
    if at + 1 >= len(line.words) or line.words[at + 1].shape != "C":
        return False
    crowned = at > 0 and line.words[at - 1].fold in lexicon().crown
    given = line.words[at + 1].fold in lexicon().given
    return given or (not _place(line, at + 1) and (crowned or at + 1 in line.recognised - line.persons))


def _noun(word: str) -> bool:
    """Return whether a folded word says what somebody is: "Bakanı", "elçimiz", or names a language or people: "Fransızca", "Türkler"."""
    if any(stem.stem in _nouns() for stem in stems(word)):
        return True
    known = lexicon()
    return (
        word[:-3] in known.bare_office
        or word[:-2] in known.nation
        or word[:-3] in known.nation
        or (word[-3:] in _OURS and word[:-3] in known.attendant)
    )


def _place(line: Line, at: int) -> bool:
    """Return whether word ``at`` is in a name of the authority that is no person's, or in the list of places, and not part of a ruler's."""
    if at and line.words[at - 1].shape == "r" and line.words[at].fold in lexicon().given:
        return False  # "III. Selim" is no town
    if line.words[at].fold in lexicon().title and at + 1 < len(line.words) and line.words[at + 1].shape == "r":
        return False  # "Sultan II. Mahmud" is no mere office
    return at not in line.persons and (at in line.covered or line.words[at].fold in lexicon().places)


def honorific(line: Line, at: int) -> str:
    """Return the honorific that word ``at`` is a form of, or an empty string."""
    word = line.words[at]
    if word.shape not in "CU" and word.fold not in lexicon().honorifics:
        return ""
    known = lexicon()
    for stem in stems(word.fold) if not word.tail else stems(word.fold)[:1]:
        if stem.stem in known.honorific or stem.stem in known.honorifics:
            return stem.stem
    return ""
