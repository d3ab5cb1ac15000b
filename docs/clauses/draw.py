"""Draw the hard sentences of ``extraction/language/hard_sentences.toml`` as SVG files beside this script, and ``README.md`` for them.

.venv/bin/python docs/clauses/draw.py
"""

from __future__ import annotations

from pathlib import Path
from tomllib import loads

from extraction.language.pictures import picture
from extraction.language.sample import sentence_of

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "extraction" / "language" / "hard_sentences.toml"


def main() -> None:
    """Write the pictures and the page that shows them."""
    page = [
        "# Clauses of hard sentences",
        "",
        "Drawn by `docs/clauses/draw.py`; do not edit. Each word is a unit (a whole name counts as one).",
        "",
    ]
    for raw in loads(DATA.read_text(encoding="utf-8"))["sentence"]:
        (HERE / f"{raw['id']}.svg").write_text(picture(sentence_of(raw["text"])) + "\n", encoding="utf-8")
        page += [f"## {raw['id']}", "", raw["habit"], "", f"> {raw['text']}", "", f"![{raw['id']}]({raw['id']}.svg)", ""]
    (HERE / "README.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
