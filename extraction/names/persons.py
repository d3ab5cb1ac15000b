"""Find names of persons: titles, honorifics, initials, surnames in brackets, lists that share an honorific, names after an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cache, partial

from extraction.names.candidates import Candidate, Line
from extraction.names.forms import Word, case_of, locative, stems
from extraction.names.lexicon import common, lexicon
from extraction.names.phrases import groups
from ontology.turkish import lower

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


def find(line: Line, offices: Iterable[Candidate], vocabulary: Set[str] = frozenset()) -> list[Candidate]:
    """Return the persons named in a line; ``vocabulary`` holds folded words known as names from elsewhere in the document."""
    ends = {office.last for office in offices}
    found: list[Candidate] = []
    for run in map(partial(_cut, line), runs(line)):
        rule = _evidence(line, run, ends, vocabulary)
        if rule:
            found.append(person(line, run, rule))
            found.extend(_rank(line, run))
            if run.plural:
                found.extend(_sharers(line, run))
    return [*found, *_cited(line)]


def _rank(line: Line, run: Run) -> Iterator[Candidate]:
    """Yield the rank or bare office before a name: "General Pellé", "Vali Haydar Bey", "reisülküttap Pertev Efendi"."""
    at = run.first - 1
    known = lexicon()
    if at >= 0 and line.words[at].shape in "CUl" and line.words[at].fold in known.rank | known.bare_office and not line.words[at].tail:
        word = line.words[at]
        yield Candidate(at, at, word.start, word.end, "OFF", "rank before a name", word.text, "Office")


def _cited(line: Line) -> list[Candidate]:
    """Return the authors of citations in the running text: "(Kocatürk 221)", "(Sonyel, 1986: 40)"."""
    found = []
    for at, word in enumerate(line.words[:-2]):
        last = at + 1
        while word.fold == "(" and last < len(line.words) - 2 and line.words[last].shape in "Ci" and last not in line.covered:
            last += 1
        number = line.words[last] if line.words[last].fold != "," else line.words[last + 1]
        if (
            last - 1 > at
            and last - at < 5
            and number.shape == "n"
            and last - 1 not in line.dates
            and line.words[last - 1].fold not in lexicon().never
        ):
            found.append(person(line, Run(at + 1, last - 1), "author of a citation"))
    return found


def runs(line: Line) -> Iterator[Run]:
    """Yield the stretches of a line in which a name can stand."""
    at = 0
    while at < len(line.words):
        run = _run(line, at)
        if run is None:
            at += 1
            continue
        yield run
        at = run.last + 1


def _run(line: Line, first: int) -> Run | None:
    """Return the run that starts at word ``first``."""
    if not nameable(line, first) or _mere_word(line, first):
        return None
    words, last, i = line.words, -1, first
    while i < len(words) and (i == first or _joined(line, i)):
        word = words[i]
        honour = _honorific(line, i)
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
        elif (word.fold in lexicon().particle and word.shape == "l" and i + 1 < len(words) and nameable(line, i + 1)) or (
            word.fold == "." and words[i - 1].fold in lexicon().title
        ):
            i += 1
        else:
            break
    return Run(first, last) if last >= first else None


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
    return word.shape in "ir" or word.fold in known.given or word.fold in known.title or word.fold in known.nickname


def _mere_word(line: Line, first: int) -> bool:
    """Return whether word ``first`` is an everyday word that begins no name: "Askeri Saffet Bey", but "Kara Vasıf", "Fahri Bey"."""
    word = line.words[first].fold
    if first in line.persons or word in lexicon().nickname or word in lexicon().title or not common(word):
        return False
    return first + 1 >= len(line.words) or not _honorific(line, first + 1) or word in lexicon().never


def _surname_in_brackets(line: Line, i: int) -> bool:
    """Return whether the brackets at ``i`` hold a surname: "Yusuf Kemal (Tengirşenk) Bey", not "Büyük Millet Meclisi (TBMM)"."""
    inner = line.words[i + 1]
    if inner.shape != "C" or line.words[i - 1].tail:
        return False
    return i + 1 not in line.covered or i + 1 in line.persons or (i + 3 < len(line.words) and _honorific(line, i + 3) != "")


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
    return (
        at + 1 < len(line.words)
        and line.words[at + 1].shape == "C"
        and not _place(line, at + 1)
        and line.words[at + 1].fold in lexicon().given
    )


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
    """Return whether word ``at`` is in a name of the authority that is no person's, or in the list of places."""
    return at not in line.persons and (at in line.covered or line.words[at].fold in lexicon().places)


def _honorific(line: Line, at: int) -> str:
    """Return the honorific that word ``at`` is a form of, or an empty string."""
    word = line.words[at]
    if word.shape not in "CU" and word.fold not in lexicon().honorifics:
        return ""
    known = lexicon()
    for stem in stems(word.fold) if not word.tail else stems(word.fold)[:1]:
        if stem.stem in known.honorific or stem.stem in known.honorifics:
            return stem.stem
    return ""


def _evidence(line: Line, run: Run, ends: Set[int], vocabulary: Set[str]) -> str:
    """Return the rule by which a run is a person's name, or an empty string."""
    words, known = line.words[run.first : run.last + 1], lexicon()
    names = [word for word in words if word.shape in "CU" and word.fold not in known.title]
    if not names:
        return ""
    if run.honorific:
        return "honorific"
    if words[0].shape == "i" and len(names) <= 3 and not _numbering(line, run) and _proper(line, run, names[-1]):
        return "initials"
    if words[0].fold in known.title and len(words) > 1:
        return "title"
    if _after_office(line, run, ends) and len(names) <= 4:
        return "after an office"
    return _by_words(line, run, [word.fold for word in names], vocabulary)


def _proper(line: Line, run: Run, name: Word) -> bool:
    """Return whether the last word of a run can be a surname: a known one, or no everyday word."""
    return run.last in line.persons or (len(name.fold) > 2 and not common(name.fold))


def _numbering(line: Line, run: Run) -> bool:
    """Return whether the initial at the head of a passage is the letter of a heading or list: "B. Stratejik İşbirliği"."""
    return run.first == 0 and line.passage.kind == "heading" and run.last not in line.persons


def _after_office(line: Line, run: Run, ends: Set[int]) -> bool:
    """Return whether an office or rank stands right before a run, in small letters before a word that can only be a name: "elçi Diez"."""
    before = run.first - 1
    if before < 0 or before in ends:
        return before in ends
    word = line.words[before]
    told = word.fold in lexicon().bare_office | lexicon().rank and not word.tail
    return told and (word.shape in "CU" or not common(line.words[run.first].fold))


def _by_words(line: Line, run: Run, names: list[str], vocabulary: Set[str]) -> str:
    known = lexicon()
    if 2 <= len(names) <= 3 and run.last in line.persons and not _complete(line, run.first):
        return "known surname with given names"
    if len(names) >= 2 and names[0] in known.given and len(names) <= 4:
        return "given name and surname"
    if surname_like(names[-1]) and len(names) <= 3:
        return "form of a surname"
    if len(names) <= 3 and names[-1] in vocabulary and (len(names) == 1 or names[0] in vocabulary):
        return "named before"
    return ""


def _complete(line: Line, first: int) -> bool:
    """Return whether a person's name that needs no more starts at word ``first``."""
    return any(
        hit.first == first and not reading.short for hit in line.hits for reading in hit.readings if reading.entry.startswith("person/")
    )


def surname_like(word: str) -> bool:
    """Return whether a folded word has the ending of a surname and is no Turkish word.

    >>> surname_like("suritskiy"), surname_like("görev")
    (True, False)
    """
    return len(word) > 4 and word.endswith(lexicon().surname_ending) and not any(common(stem.stem) for stem in stems(word))


def person(line: Line, run: Run, rule: str) -> Candidate:
    """Return the candidate of a run: its name without title and honorific, and its parts."""
    words, known = line.words, lexicon()
    end = run.last - bool(run.honorific)
    kept = [i for i in range(run.first, end + 1) if words[i].shape in "CUir" and words[i].fold not in known.title]
    parts, shown = [], []
    for i in kept:
        nickname = words[i - 1].fold == "(" and i + 2 <= end
        if not nickname:
            parts.append(words[i].fold)
            shown.append(_title(words[i].text))
    last = words[run.last]
    case = case_of(last, run.honorific) if run.honorific else case_of(last)
    return Candidate(
        run.first,
        run.last,
        words[run.first].start,
        last.end,
        "PER",
        rule,
        " ".join(shown),
        "Person",
        tuple(parts),
        run.honorific,
        case=case,
        titled=" ".join(words[i].fold for i in range(run.first, end + 1) if words[i].shape in "CUir"),
    )


def parted(line: Line, candidate: Candidate) -> Candidate:
    """Return a person that the authority's names found with the parts that the grammar of names gives it."""
    honour = _honorific(line, candidate.last) if candidate.last > candidate.first else ""
    run = Run(candidate.first, candidate.last, lexicon().honorifics.get(honour, honour))
    made = person(line, run, candidate.rule)
    return replace(made, readings=candidate.readings, case=candidate.case)


def _title(text: str) -> str:
    return text if not text.isupper() or len(text) < 3 else text[0] + lower(text[1:])


def _sharers(line: Line, run: Run) -> Iterator[Candidate]:
    """Yield the names before a shared honorific: "Kâzım, Muhtar ve" before "Mahmut Şevket Beyler"."""
    end = run.first - 1
    while end > 0 and line.words[end].fold in (",", "ve", "ile") and not line.words[end - 1].tail:
        start = end
        while (
            start > 0 and end - start < 4 and nameable(line, start - 1) and line.words[start - 1].shape in "CU" and not line.weak(start - 1)
        ):
            start -= 1
            if line.opens(start):
                break
        if start == end:
            return
        found = person(line, Run(start, end - 1), "list with one honorific")
        yield Candidate(
            found.first, found.last, found.start, found.end, "PER", found.rule, found.name, "Person", found.parts, run.honorific
        )
        end = start - 1
