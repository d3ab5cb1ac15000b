"""Rebuild the word lists of the OCR repair: ``extraction/reading/data/stems.txt`` and ``suffixes.tsv``.

Stems come from the Apache-2.0 lexicon of zemberek-nlp (``../shared/turkish/lexicon``), suffixes are counted over the Turkish
dictionary that simplemma brings. Run from the repository root: ``python benchmarks/reading_lexicon.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import wordfreq
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

ROOT = Path(__file__).parent.parent
LEXICON = ROOT.parent / "shared" / "turkish" / "lexicon"
DATA = ROOT / "extraction" / "reading" / "data"
WORD = re.compile(r"[a-zçğıöşüâîû]+")
FEWEST = 25


def stems() -> list[str]:
    """Return the lower-case stems of the dictionary: infinitives without their ending."""
    found = set()
    for row in (LEXICON / "master-dictionary.dict").read_text(encoding="utf-8").splitlines():
        word, _, tags = row.partition(" ")
        if WORD.fullmatch(word) and len(word) >= 2:
            infinitive = word.endswith(("mak", "mek")) and len(word) >= 5 and ("P:" not in tags or "Verb" in tags)
            found.add(word[:-3] if infinitive else word)
    return sorted(found)


def suffixes() -> list[tuple[str, int]]:
    """Return what inflection adds to lemmas, with counts in which forms that wordfreq lists weigh more."""
    forms = DefaultDictionaryFactory().get_dictionary("tr")
    common = wordfreq.get_frequency_dict("tr", "best")
    counts: Counter[str] = Counter()
    for form in forms:
        lemma = forms[form]
        if WORD.fullmatch(form):
            shared = next((at for at, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
            if shared >= max(2, len(lemma) - 1):
                counts[form[shared:]] += 31 if form in common else 1
    return sorted((suffix, count) for suffix, count in counts.items() if count >= FEWEST and suffix)


def main() -> None:
    """Write both files."""
    head = "# Stems of Turkish words from zemberek-nlp (Apache-2.0, ahmetaa/zemberek-nlp ae2fbe3), by benchmarks/reading_lexicon.py.\n"
    (DATA / "stems.txt").write_text(head + "\n".join(stems()) + "\n", encoding="utf-8")
    head = "# Endings of inflected Turkish words with counts, from simplemma (MIT) and wordfreq, by benchmarks/reading_lexicon.py.\n"
    rows = "".join(f"{suffix}\t{count}\n" for suffix, count in suffixes())
    (DATA / "suffixes.tsv").write_text(head + "ending\tcount\n" + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
