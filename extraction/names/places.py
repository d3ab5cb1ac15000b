"""Read the authority's names that are no persons: their tag, and whether a capital means its government (government.toml)."""

from __future__ import annotations

from collections.abc import Set

from extraction.names.bodies import ship
from extraction.names.candidates import Candidate, Line
from extraction.names.forms import Word, case_of, fold, locative, stems
from extraction.names.gazetteer import Hit, Reading
from extraction.names.government import clause, means
from extraction.names.lexicon import common, head_words, lexicon
from extraction.records import Tag

TAGS: dict[str, Tag] = {
    "person": "PER",
    "place": "LOC",
    "state": "GPE",
    "government": "ORG",
    "organization": "ORG",
    "publication": "ORG",
    "group": "GRP",
    "agreement": "AGR",
    "conference": "CNF",
    "conflict": "WAR",
    "office": "OFF",
}
KINDS = {
    tag: kind
    for kind, tag in (
        ("Person", "PER"),
        ("Place", "LOC"),
        ("State", "GPE"),
        ("Organization", "ORG"),
        ("Group", "GRP"),
        ("Agreement", "AGR"),
    )
}


def find(line: Line, vocabulary: Set[str] = frozenset()) -> list[Candidate]:
    """Return the candidates for the authority's names in a line; ``vocabulary`` holds the folded name parts of the document's persons."""
    hits = (_trimmed(line, hit) for hit in line.hits)
    return [
        _candidate(line, hit, vocabulary)
        for hit in hits
        if not any(no(line, hit) for no in (_mere_word, _adjective, _loose, _given, _afloat))
    ]


def _trimmed(line: Line, hit: Hit) -> Hit:
    """Return a hit without the date at its head or the small noun at its end: "1921 Moskova Antlaşması", "Vakit gazetesi"."""
    first = hit.first
    while first < hit.last and first in line.dates:
        first += 1
    last = hit.last
    if last > first and line.words[last].shape == "l" and line.words[last].fold.startswith(tuple(lexicon().paper_noun)):
        return hit._replace(last=last - 1, case="Nom")
    return hit._replace(first=first) if first < last else hit


def _loose(line: Line, hit: Hit) -> bool:
    """Return whether a name of several words stands with its last word in small letters that is no head noun: "Anadolu hareketi"."""
    if hit.first == hit.last or not line.words[hit.last].text[0].islower():
        return False
    if line.words[hit.last].fold.startswith(tuple(lexicon().role_plural)):
        return True
    if any(r.entry.startswith("conflict/") for r in hit.readings):
        return not any(stem.stem in head_words("WAR") for stem in stems(line.words[hit.last].fold))
    return line.words[hit.first].fold in lexicon().land


def _paper_follows(line: Line, hit: Hit) -> bool:
    """Return whether the noun for newspapers follows, perhaps after more names: "Vakit, İkdam ve Akşam gazeteleri"."""
    if not all(r.entry.startswith(("organization/", "publication/")) for r in hit.readings):
        return False
    for word in line.words[hit.last + 1 : hit.last + 9]:
        if word.fold.startswith(tuple(lexicon().paper_noun)):
            return True
        if word.shape == "l" and word.fold != "ve":
            return False
    return False


def _adjective(line: Line, hit: Hit) -> bool:
    """Return whether a hit is the bare adjective of a state or people ("Türk", "Bolşevik") or stands in a compound ("Türk-Sovyet")."""
    word = line.words[hit.first]
    if hit.first != hit.last or word.tail or hit.case != "Nom":
        return False
    if word.fold in lexicon().state_adjective:
        return _hyphened(line, hit.first) or _before_people(line, hit.first)
    return word.fold in lexicon().nation


def _before_people(line: Line, at: int) -> bool:
    """Return whether those who act for a state follow its adjective: "Sovyet yetkilileri"."""
    after = line.words[at + 1].fold if at + 1 < len(line.words) else ""
    return after.startswith(tuple(lexicon().role_plural)) and ("ler" in after or "lar" in after)


def _hyphened(line: Line, at: int) -> bool:
    """Return whether a hyphen joins word ``at`` to the word before or after it."""
    around = [line.words[i] for i in (at - 1, at + 1) if 0 <= i < len(line.words)]
    return any(word.fold == "-" and not word.gap for word in around)


def _plural(word: str) -> bool:
    return word.endswith(("lar", "ler"))


def _mere_word(line: Line, hit: Hit) -> bool:
    """Return whether a one-word name is an everyday word: at the head of its sentence, or for a body, treaty … ("Konferans", "Akşam")."""
    word = line.words[hit.first]
    if hit.first == hit.last and any(stem.stem in lexicon().never for stem in stems(word.fold) if len(stem.stem) > 4):
        return True
    if hit.first != hit.last or not all(r.short for r in hit.readings) or not common(word.fold) or _paper_follows(line, hit):
        return False
    generic = all(r.entry.startswith(_BODIES) for r in hit.readings)
    return generic or (line.opens(hit.first) and not word.tail)


def _afloat(line: Line, hit: Hit) -> bool:
    """Return whether the name of a place or person is a ship's: "Ege vapuru"."""
    return ship(line, hit.last) and all(r.entry.startswith(("place/", "person/", "state/")) for r in hit.readings) and hit.case == "Nom"


def _given(line: Line, hit: Hit) -> bool:
    """Return whether a hit is the given name that known persons are called by, before a surname that is none of theirs: "Rauf Denktaş"."""
    after = hit.last + 1
    if hit.first != hit.last or hit.case != "Nom" or line.words[hit.first].fold not in lexicon().given or after >= len(line.words):
        return False
    word = line.words[after]
    if line.words[hit.first].tail or line.opens(after) or not word.gap or len(word.fold) < 4 or not word.text[1:].islower():
        return False
    if after in line.covered or after in line.persons or common(word.fold) or word.fold in lexicon().honorific:
        return False
    return word.text[0].isupper() and all(r.short and r.entry.startswith("person/") for r in hit.readings)


def _candidate(line: Line, hit: Hit, vocabulary: Set[str]) -> Candidate:
    readings = _surname(line, hit, vocabulary) or meant(line, hit)
    words = line.words
    kind = readings[0].entry.partition("/")[0]
    tag = tag_of(readings[0])
    if tag == "GPE" and readings[0].short and _plural(fold(readings[0].name)) and readings[0].name != "Sovyetler":
        tag = "GRP"
    return Candidate(
        hit.first,
        hit.last,
        words[hit.first].start,
        words[hit.last].end,
        tag,
        "authority",
        readings[0].name,
        kind.capitalize(),
        readings=readings,
        case=hit.case,
    )


def _surname(line: Line, hit: Hit, vocabulary: Set[str]) -> tuple[Reading, ...]:
    """Return the persons that a place's name means where the document names one so, or it heads a sentence: "Aras, …", not "Özalp’ta"."""
    if hit.first != hit.last or _of_the_place(line, hit):
        return ()
    if line.words[hit.first].fold not in vocabulary and not (line.opens(hit.first) and hit.case == "Nom"):
        return ()
    persons = tuple(r for r in hit.readings if r.entry.startswith("person/"))
    return persons if any(r.entry.startswith("place/") for r in hit.readings) else ()


def _of_the_place(line: Line, hit: Hit) -> bool:
    """Return whether a name that is a person's too is the place's: "Özalp’ta", "Aras kıyısında", "II. Özalp-Aras"."""
    after = hit.last + 1
    beside = after < len(line.words) and line.words[after].fold.startswith(tuple(lexicon().beside))
    return beside or hit.case in ("Loc", "Abl") or _numbered(line, hit.first)


def _numbered(line: Line, at: int) -> bool:
    """Return whether an ordinal stands before word ``at``, which then names a battle: "Birinci İnönü", in a bad scan "ı. İnönü"."""
    before = line.words[max(0, at - 2) : at]
    if not before:
        return False
    broken = len(before) == 2 and before[1].fold == "." and not before[1].gap and before[0].fold in ("ı", "i", "l")
    return broken or before[-1].shape in "ro" or before[-1].fold in lexicon().ordinal


def tag_of(reading: Reading) -> Tag:
    """Return the mention tag of an entry: a government that bears the word is marked like its state."""
    kind = reading.entry.partition("/")[0]
    if kind == "group" and fold(reading.name).split()[-1] in lexicon().delegation:
        return "ORG"
    if kind == "government" and reading.entry.endswith(("hukumeti", "hukumet")):
        return "GPE"
    return TAGS[kind]


def meant(line: Line, hit: Hit) -> tuple[Reading, ...]:
    """Return the readings of a hit that its surroundings allow: place or government for a capital, the sure ones before the shared."""
    kinds = {reading.entry.partition("/")[0] for reading in hit.readings}
    land = line.words[hit.first].fold in lexicon().land and "place" in kinds
    if land or (kinds == {"place", "person"} and _of_the_place(line, hit)):
        return tuple(r for r in hit.readings if r.entry.startswith("place/"))
    if "place" in kinds and kinds & {"state", "government"}:
        wanted = ("place",) if means(line, hit) == "place" else ("state", "government")
        return tuple(r for r in hit.readings if r.entry.startswith(wanted))
    first = min(hit.readings, key=lambda r: (r.short, _ORDER.get(r.entry.partition("/")[0], 9)))
    kind = first.entry.partition("/")[0]
    return tuple(r for r in hit.readings if r.entry.startswith(kind + "/"))


_BODIES = ("conference/", "agreement/", "government/", "organization/", "publication/", "office/", "conflict/")
# Languages and doctrines are no places: "Rusça’da", "Bolşevizm’de".
_THINGS = ("ça", "çe", "ca", "ce", "izm", "lık", "lik", "luk", "lük")
_ORDER = {"person": 4, "group": 0, "state": 1, "place": 2, "organization": 3}


def unknown(line: Line, taken: set[int]) -> list[Candidate]:
    """Return places that no list knows: "Güney Doğu Asya", "Huser kasabası", "Yenihan’da"."""
    found = []
    for at, word in enumerate(line.words):
        if word.shape not in "CU" or at in line.dates or at in line.covered or word.fold in lexicon().never or ship(line, at):
            continue
        listed = "" if word.shape == "U" else _listed(word)
        rule = "list of places" if listed else "" if at in taken else _place_evidence(line, at)
        if rule:
            first = at
            while (
                first > 0
                and line.words[first - 1].shape == "C"
                and line.words[first - 1].fold in lexicon().direction
                and not line.words[first - 1].tail
            ):
                first -= 1
            name = line.text(first, at) if not listed else (line.text(first, at - 1) + " " if first < at else "") + word.text[: len(listed)]
            found.append(Candidate(first, at, line.words[first].start, word.end, "LOC", rule, name, "Place", case=case_of(word, listed)))
    return found


def _listed(word: Word) -> str:
    """Return the place of place-names.txt that a word is a form of, or an empty string."""
    return next((s.stem for s in (stems(word.fold) if not word.tail else stems(word.fold)[:1]) if s.stem in lexicon().places), "")


def _place_evidence(line: Line, at: int) -> str:
    word, following = line.words[at], line.words[at + 1] if at + 1 < len(line.words) else None
    if (
        line.weak(at)
        or len(word.fold) < 3
        or word.fold.endswith(lexicon().surname_ending)
        or word.shape == "U"
        or word.fold in lexicon().nation
        or word.fold.endswith(_THINGS)
    ):
        return ""
    if word.tail and not common(word.fold) and locative(word.tail):
        return "unknown name in the locative"
    if word.tail in ("a", "e", "ya", "ye") and not common(word.fold) and _moves(line, at):
        return "unknown name that somebody goes to"
    if following and not word.tail and following.fold.startswith(tuple(lexicon().place_noun)) and not common(word.fold):
        return "before the noun of a place"
    return ""


def _moves(line: Line, at: int) -> bool:
    """Return whether a verb of motion follows within a few words."""
    return any(word.shape == "l" and word.fold.startswith(lexicon().motion) for word in clause(line.words[at + 1 : at + 6]))


def directions(line: Line) -> list[Candidate]:
    """Return places with a direction before them: "Doğu Anadolu", "Şimali Kafkasya"."""
    found = []
    for hit in line.hits:
        first = hit.first
        while (
            first > 0 and line.words[first - 1].shape == "C" and line.words[first - 1].fold in lexicon().direction and line.words[first].gap
        ):
            first -= 1
        if first < hit.first and any(r.entry.startswith("place/") for r in hit.readings):
            words = line.words
            name = line.text(first, hit.first - 1) + " " + next(r.name for r in hit.readings if r.entry.startswith("place/"))
            found.append(
                Candidate(
                    first, hit.last, words[first].start, words[hit.last].end, "LOC", "direction and place", name, "Place", case=hit.case
                )
            )
    return found
