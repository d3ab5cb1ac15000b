"""Find names of persons: titles, honorifics, initials, surnames in brackets, lists that share an honorific, names after an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from extraction.names.candidates import Candidate, Line
from extraction.names.forms import Word, case_of, fold, stems
from extraction.names.lexicon import common, lexicon
from extraction.names.overlaps import WEAK
from extraction.names.runs import Run, honorific, nameable, stretches
from ontology.turkish import lower

RECOGNISED = "trained recogniser"
HEADWORD = "head of an entry"
_DOCTRINE = "izm"
# Marks that open a quotation, signs of a bad scan, and small words of Russian phrases.
_OPEN = frozenset('"“«„')
_DEBRIS = frozenset("\\|{}<>~^")
_BREAKING = _DEBRIS | frozenset('!;:/"')
_FOREIGN = frozenset({"i", "po", "na", "dlya"})


def find(line: Line, offices: Iterable[Candidate], vocabulary: Set[str] = frozenset()) -> list[Candidate]:
    """Return the persons named in a line; ``vocabulary`` holds folded words known as names from elsewhere in the document."""
    ends = {office.last for office in offices}
    found: list[Candidate] = []
    for run in stretches(line):
        rule = _evidence(line, run, ends, vocabulary)
        if not rule and (seen := _recognised(line, run)):
            run, rule = seen, RECOGNISED
        if surname := _entry(line, run):
            found.append(_turned(line, person(line, run, HEADWORD), surname))
        elif rule and not _in_words_of_another(line, run, rule):
            found.append(_with_surname(line, person(line, run, rule)))
            found.extend(_rank(line, run))
            if run.plural:
                found.extend(_sharers(line, run))
    return [*found, *_cited(line)]


def _in_words_of_another(line: Line, run: Run, rule: str) -> bool:
    """Return whether a guess is a surname in brackets behind "Bey’in", opens a quotation, or stands in a foreign phrase or debris."""
    if rule not in WEAK or not run.first or run.last in line.persons:
        return False
    before = line.words[run.first - 1]
    if before.fold == "(":
        return run.first > 1 and honorific(line, run.first - 2) != ""
    glued = before.fold in _DEBRIS and not line.words[run.first].gap
    return glued or before.fold in _OPEN or (before.fold in _FOREIGN and before.shape == "l")


def _with_surname(line: Line, found: Candidate) -> Candidate:
    """Return a person with the surname that stands in brackets behind the honorific: "Zekâi Bey (Apaydın)"."""
    words, at = line.words, found.last + 1
    if not found.honorific or words[found.last].tail or at + 2 >= len(words) or words[at].fold != "(" or words[at + 2].fold != ")":
        return found
    inner = words[at + 1]
    place = at + 1 in line.covered and at + 1 not in line.persons
    if inner.shape != "C" or place or common(inner.fold) or at + 1 in line.dates:
        return found
    name, titled = f"{found.name} {inner.text}", f"{found.titled} {inner.fold}"
    parts = (*found.parts, inner.fold)
    return replace(found, last=at + 2, end=words[at + 2].end, name=name, parts=parts, titled=titled, case=case_of(words[at + 2]))


def _entry(line: Line, run: Run) -> str:
    """Return the surname in capitals that opens a passage before a comma and given names: "GEREDE, Hüsrev (1884-1962)"."""
    words = line.words
    if run.first != 2 or words[1].fold != "," or words[0].shape != "U" or words[0].tail or len(words[0].fold) < 3:
        return ""
    given = [word.fold for word in words[2 : run.last + 1 - bool(run.honorific)]]
    return _title(words[0].text) if given and all(name in lexicon().given for name in given) else ""


def _turned(line: Line, found: Candidate, surname: str) -> Candidate:
    """Return the person of an entry with the surname behind the given names."""
    name, folded = f"{found.name} {surname}", line.words[0].fold
    titled = f"{found.titled} {folded}"
    return replace(found, first=0, start=line.words[0].start, name=name, parts=(*found.parts, folded), titled=titled)


def beside(line: Line, found: Candidate, offices: Mapping[int, Candidate]) -> Candidate:
    """Return a person with what stands beside the name: a surname in brackets, the office before it or in brackets, a broken word.

    ``offices`` are those of the line by their first and last words.
    """
    at = found.last + 1
    bracketed = at + 1 < len(line.words) and line.words[at].fold == "("
    office = offices.get(found.first - 1) or (offices.get(at + 1) if bracketed else None)
    surname = line.words[at + 1].fold if bracketed and _bracketed_surname(line, at + 1) else ""
    return replace(found, surname=surname, office=fold(office.name) if office else "", broken=_broken(line, found.first))


def _bracketed_surname(line: Line, at: int) -> bool:
    """Return whether a surname stands at word ``at``, behind a bracket: "Cavit Bey’in (Tunalıgil)", "Seyfi (Düzgören – Kaymakam)"."""
    word = line.words[at]
    closed = at + 1 < len(line.words) and line.words[at + 1].fold in (")", "-")
    return closed and word.shape == "C" and not word.tail and nameable(line, at) and not common(word.fold)


def _broken(line: Line, first: int) -> str:
    """Return the letters before word ``first`` up to a blank, if they begin with a capital and are broken by signs: "F!R.Y"."""
    start = first
    while start and not (start < first and line.words[start].gap):
        start -= 1
    chunk = line.words[start:first]
    if first == start or not line.words[first].gap or chunk[0].shape not in "CUir" or not any(word.fold in _BREAKING for word in chunk):
        return ""
    return "".join(word.fold for word in chunk if word.shape != "p").replace(".", "")


def _recognised(line: Line, run: Run) -> Run | None:
    """Return the part of a run that the trained recogniser takes for a person, unless it is an everyday word or a doctrine."""
    words = [at for at in range(run.first, run.last + 1) if at in line.recognised]
    if not words or _DOCTRINE in line.words[words[-1]].fold or not _proper(line, replace(run, last=words[-1]), line.words[words[-1]]):
        return None
    return Run(words[0], words[-1])


def _rank(line: Line, run: Run) -> Iterator[Candidate]:
    """Yield the rank or bare office before a name: "General Pellé", "Vali Haydar Bey", "reisülküttap Pertev Efendi"."""
    at = run.first - 1
    known = lexicon()
    if at >= 0 and line.words[at].shape in "CUl" and line.words[at].fold in known.rank | known.bare_office and not line.words[at].tail:
        first = _rank_start(line, at)
        yield Candidate(first, at, line.words[first].start, line.words[at].end, "OFF", "rank before a name", line.text(first, at), "Office")


def _rank_start(line: Line, at: int) -> int:
    """Return the first word of a rank that ends at word ``at``: "Kurmay Albay", "Fransız General", "Vali Mareşal"."""
    known = lexicon()
    while at > 0 and not (before := line.words[at - 1]).tail and line.words[at].gap:
        part = before.fold in known.rank_modifier or (before.shape == "C" and before.fold in known.nation | known.rank | known.bare_office)
        if not part:
            break
        at -= 1
    return at


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
            and (number.shape == "n" or number.fold in _OPEN)
            and last - 1 not in line.dates
            and line.words[last - 1].fold not in lexicon().never
            and not _lifetime(line, at)
        ):
            found.append(person(line, Run(at + 1, last - 1), "author of a citation"))
    return found


def _lifetime(line: Line, at: int) -> bool:
    """Return whether the bracket at a word tells where and when somebody was born and died: "(Kandiye, 1895 – Moskova, 1935)"."""
    end = next((n for n in range(at, len(line.words)) if line.words[n].fold == ")"), at)
    dashes = [n for n in range(at, end) if line.words[n].fold in ("-", "–", "—")]
    return any(line.words[n + 1].shape == "C" and any(w.shape == "n" for w in line.words[n + 1 : end]) for n in dashes)


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
    if words[0].shape == "r" and len(names) == 1:
        return "number of a ruler"
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
    honour = honorific(line, candidate.last) if candidate.last > candidate.first else ""
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
