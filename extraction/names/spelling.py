"""Read names through the damage of optical character recognition: "Fnınze" is Frunze where the text names Frunze elsewhere.

Recognition confuses letters that are made of like strokes: "nı", "m", "ru", "ıu" all are three upright strokes. The skeleton of a
word writes each letter as its strokes, so that damaged and sound spellings fall together; in a bad scan one more wrong letter is
allowed in long words. Only words that are no Turkish words and no names are touched, and only names that stand undamaged in the same
text are restored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from extraction.names.forms import VOWELS, Word, stems
from extraction.names.lexicon import common, lexicon

# Letters as strokes: upright strokes are "i", round ones "c".
_STROKES = str.maketrans(
    {
        "m": "iii",
        "n": "ii",
        "u": "ii",
        "ü": "ii",
        "h": "ii",
        "r": "i",
        "ı": "i",
        "l": "i",
        "j": "i",
        "1": "i",
        "w": "iii",
        "e": "c",
        "ç": "c",
        "ğ": "g",
        "ş": "s",
        "ö": "o",
    }
)
SHORTEST = 4
LONG = 8
# So many different damaged names make a bad scan.
MANY = 10


def skeleton(word: str) -> str:
    """Return a folded word as strokes.

    >>> skeleton("fnınze") == skeleton("frunze"), skeleton("erzunım") == skeleton("erzurum")
    (True, True)
    """
    return word.translate(_STROKES)


def restored(lines: Sequence[Sequence[Word]], names: frozenset[str]) -> list[list[Word]]:
    """Return the lines with the folds of damaged names mended; ``names`` are the folded words of all known names."""
    counts = Counter(
        word.fold for line in lines for word in line if word.shape in "CU" and word.fold in names and len(word.fold) >= SHORTEST
    )
    sound: dict[str, str] = {}
    for name, count in sorted(counts.items()):
        if count >= 2:
            sound.setdefault(skeleton(name), name)
    found = {word.fold for line in lines for word in line if word.shape == "C"}
    mended = _mended(found, sound, names, near=False)
    if len(mended) >= MANY:  # a bad scan, in which one more wrong letter is likelier than another name
        mended |= _mended(found - set(mended), sound, names, near=True)
    return [
        [word._replace(fold=mended[word.fold]) if word.shape == "C" and word.fold in mended else word for word in line] for line in lines
    ]


def damaged(raw: Sequence[Sequence[Word]], mended: Sequence[Sequence[Word]]) -> bool:
    """Return whether a text is a bad scan: many different words had to be restored."""
    pairs = zip((w for line in raw for w in line), (w for line in mended for w in line), strict=True)
    return len({old.fold for old, new in pairs if old.fold != new.fold}) >= MANY


def likeness(parts: Sequence[str], honorifics: Set[str], name: Sequence[str]) -> float:
    """Return how much (0 to 100) a name looks like scan damage to ``name``, 0 where it is clearly another; ``honorifics`` go with ``name``.

    Strokes are compared, part by part and as a whole, and half of the letters have to agree as well. A part that is a given name is not
    damaged: Ahmet Rıza is not Mehmet Rıza. Splinters of one or two letters are left out, and "Bcy" behind a name is its honorific.

    >>> likeness(("ali", "fuar", "pıı"), {"paşa"}, ("ali", "fuat")) > 82, likeness(("ahmet", "rıza"), set(), ("mehmet", "rıza"))
    (True, 0.0)
    """
    parts = [part for part in parts if len(part) > 2 or part.endswith(".")]
    if len(parts) == len(name) + 1 and len(parts[-1]) <= SHORTEST and parts[-1][0] in {h[0] for h in honorifics}:
        parts = parts[:-1]
    if len(parts) != len(name) or len(name) == sum(part.endswith(".") for part in parts):
        return 0.0
    pairs = [(p, p if p.endswith(".") and p[0] == o[0] else o) for p, o in zip(parts, name, strict=True)]
    if any(_another(*pair) for pair in pairs):
        return 0.0
    bare = [pair for pair in pairs if not pair[0].endswith(".")]
    letters = ratio(*map(" ".join, zip(*bare, strict=True)))
    return ratio(*(skeleton(" ".join(row)) for row in zip(*pairs, strict=True))) if letters >= (50 if bare == pairs else 40) else 0.0


def _another(part: str, other: str) -> bool:
    """Return whether a part of a name is no damaged form of ``other``."""
    return part != other and (part in lexicon().given or ratio(skeleton(part), skeleton(other)) < 65)


def one_stroke(one: str, other: str) -> bool:
    """Return whether two words of three letters and more are one wrong letter apart, like strokes being no difference."""
    return min(len(one), len(other)) >= 3 and len(skeleton(other)) > SHORTEST and Levenshtein.distance(skeleton(one), skeleton(other)) <= 1


def oddity(name: str) -> tuple[bool, int]:
    """Return a sort key that puts sound spellings of a name first: damage breaks letters into several, or into letters not Turkish.

    >>> sorted(["Mihwov", "Milıailov", "Mihailov"], key=oddity)
    ['Mihailov', 'Milıailov', 'Mihwov']
    """
    return any(c in "qwxQWX" for c in name) or any(not word.isupper() and word[1:] != word[1:].lower() for word in name.split()), len(name)


def _mended(words: Iterable[str], sound: Mapping[str, str], names: frozenset[str], near: bool) -> dict[str, str]:
    """Return damaged word → name for those of ``words`` that are neither words nor names nor forms of them."""
    found = {}
    for word in sorted(words):
        if len(word) >= SHORTEST - 1 and not _known(word, names):
            name = (_nearest if near else _same)(skeleton(word), sound)
            if name:
                found[word] = name
    return found


def _known(word: str, names: frozenset[str]) -> bool:
    return common(word) or any(stem.stem in names or stem.stem in lexicon().given for stem in stems(word))


def _same(shape: str, sound: Mapping[str, str]) -> str | None:
    """Return the name with this skeleton, where it has at least two letters that are no mere strokes."""
    return sound.get(shape) if len(shape.replace("i", "")) >= 2 else None


def _nearest(shape: str, sound: Mapping[str, str]) -> str | None:
    """Return the only long name at one wrong letter."""
    if len(shape) < LONG:
        return None
    near = [
        name
        for other, name in sound.items()
        if abs(len(other) - len(shape)) <= 1 and len(other) >= LONG and Levenshtein.distance(shape, other, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 else None


def illegible(parts: Sequence[str]) -> bool:
    """Return whether a name in a bad scan is debris: letters that Turkish lacks, a part of two letters or without vowel, or none of four.

    >>> illegible(("u.", "xgun")), illegible(("yüy",)), illegible(("mihailov",))
    (True, True, False)
    """
    bare = [part for part in parts if not part.endswith(".")]
    return all(len(part) < 4 for part in bare) or any(len(part) < 3 or set(part) & set("qwx") or not set(part) & VOWELS for part in bare)
