"""Read names through the damage of optical character recognition: "Fnınze" is Frunze where the text names Frunze elsewhere.

Recognition confuses letters that are made of like strokes: "nı", "m", "ru", "ıu" all are three upright strokes. The skeleton of a
word writes each letter as its strokes, so that damaged and sound spellings fall together; in a bad scan one more wrong letter is
allowed in long words. Only words that are no Turkish words and no names are touched, and only names that stand undamaged in the same
text are restored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from extraction.names.forms import Word, stems
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
