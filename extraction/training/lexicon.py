"""Write extraction/language/lexicon.tsv from zemberek's word lists (Apache-2.0): ``python -m extraction.training.lexicon FOLDER``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from wordfreq import zipf_frequency

from extraction.language.letters import VOWELS, lower

TARGET = Path(__file__).parents[1] / "language" / "lexicon.tsv"
CLASSES = {
    "Adj": "A",
    "Adv": "D",
    "Interj": "I",
    "Conj": "C",
    "Det": "T",
    "Num": "U",
    "Pron": "R",
    "Postp": "P",
    "Verb": "V",
    "Ques": "Q",
    "Dup": "D",
}
MARKS = {
    "NoVoicing": "n",
    "Voicing": "v",
    "InverseHarmony": "h",
    "Doubling": "d",
    "LastVowelDrop": "x",
    "CompoundP3sg": "c",
    "ImplicitPlural": "p",
}
LONG = 13
SKIPPED = {"Punc"}


def entry(line: str) -> tuple[str, str, str] | None:
    """Return (word, class letter, marks) of one dictionary line, or None for comments and signs."""
    match = re.match(r"^([^\s\[#]+)\s*(?:\[(.*)\])?", line.strip())
    if not match:
        return None
    word, properties = match.group(1), match.group(2) or ""
    part = re.search(r"P:\s*(\w+)", properties)
    attributes = re.search(r"A:([\w, ]+)", properties)
    marks = "".join(sorted(MARKS[a.strip()] for a in attributes.group(1).split(",") if a.strip() in MARKS)) if attributes else ""
    if (part and part.group(1) in SKIPPED) or "NoSuffix" in properties:
        return None
    if part and part.group(1) == "Adv" and "Time" in properties:
        return word, "N", marks
    return classed(word, CLASSES.get(part.group(1), "N") if part else None, marks)


def classed(word: str, letter: str | None, marks: str) -> tuple[str, str, str]:
    """Return the entry with verbs cut to their stem; a word without a class is a verb if it ends in -mAk, else a noun."""
    if letter in (None, "V") and re.search("m[ae]k$", word) and len(word) > 4:
        return word[:-3], "V", marks
    return word, letter or "N", marks


def entries(folder: Path) -> set[tuple[str, str, str]]:
    """Return all entries of the word lists in ``folder``; names get class E (people) or X (places and the rest)."""
    lines = (folder / "master-dictionary.dict").read_text(encoding="utf-8").splitlines()
    found = {e for e in map(entry, lines) if e}
    for name, letter in (("person-names", "E"), ("proper-from-corpus", "X")):
        for line in (folder / f"{name}.dict").read_text(encoding="utf-8").splitlines():
            match = re.match(r"^([^\s\[#\-.]{3,})(?:\s|$)", line.strip())
            if match and is_name(match.group(1)):
                found.add((match.group(1), letter, ""))
    people = {w for w, c, _ in found if c == "E"}
    return {e for e in found if not (e[1] == "X" and e[0] in people)}


def is_name(word: str) -> bool:
    """Say whether ``word`` looks like a name that suffixes can follow: a capital, a vowel, letters only."""
    return word[0].isupper() and word.isalpha() and not word.isupper() and any(c in VOWELS for c in lower(word))


def rare(word: str, letter: str) -> str:
    """Return the mark of a word that wordfreq's Turkish list (frequent forms only) does not know; names and closed classes have none."""
    endings = ("mek", "mak", "di", "dı", "du", "dü", "ti", "tı") if letter == "V" else ("",)
    forms = [word + ending for ending in endings]
    known = any(zipf_frequency(lower(f), "tr") > 0 for f in forms)
    return "" if known or letter not in {"N", "A", "V", "D"} else "r"


def main(folder: str) -> None:
    """Write the lexicon, one ``word<TAB>class<TAB>marks`` a line, empty columns left off, sorted; long rare words are left out."""
    kept = [e for e in entries(Path(folder)) if len(e[0]) < LONG or not rare(e[0], e[1])]
    lines = sorted("\t".join((w, "" if c == "N" else c, m + rare(w, c))).rstrip("\t") for w, c, m in kept)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
