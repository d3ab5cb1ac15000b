"""Every list that says it derives from another project is named, with its origin, in LICENSE-data."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Lists without room for a comment.
BARE = ("extraction/language/lexicon.tsv",)


def derived() -> list[str]:
    """Return the data files below extraction that name zemberek in their first lines."""
    lists = sorted(path for ending in ("txt", "tsv") for path in (ROOT / "extraction").rglob(f"*.{ending}"))
    heads = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")[:400] for path in lists}
    return [*BARE, *(name for name, head in heads.items() if "zemberek" in head)]


def test_origin_of_every_derived_list_is_named() -> None:
    licence = (ROOT / "LICENSE-data").read_text(encoding="utf-8")
    assert len(derived()) >= 4
    assert not [name for name in derived() if name not in licence]
    assert "https://github.com/ahmetaa/zemberek-nlp" in licence
    assert "extraction/training/sentences" in licence
