"""HTML to text through Beautiful Soup: paragraphs parted by empty lines, notes after them.

A note is what a link inside the text points to by its ``id`` (``<sup><a href="#fn1">1</a></sup>``). Menus, scripts and footers
are left out.
"""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag

from extraction.reading.errors import ReadingError

RULE = " " * 40
LEFT_OUT = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "head")
BLOCKS = (
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "li",
    "blockquote",
    "td",
    "th",
    "dd",
    "dt",
    "pre",
    "figcaption",
    "div",
    "section",
    "article",
)
FIGURE = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")


def text(path: Path, data: bytes) -> str:
    """Return the text of an HTML page; raise :class:`ReadingError` where it holds none."""
    soup = BeautifulSoup(data, "html.parser")
    for tag in soup.find_all(LEFT_OUT):
        tag.decompose()
    notes = _notes(soup)
    paragraphs = [paragraph for block in soup.find_all(BLOCKS) if (paragraph := _own(block))]
    if not paragraphs and not soup.get_text(strip=True):
        raise ReadingError(path, "holds no text", "save the whole page, or give its text")
    body = "\n\n".join(paragraphs or [_flat(soup)])
    return body + (f"\n{RULE}\n" + "\n".join(f"{number} {note}" for number, note in notes) if notes else "") + "\n"


def _notes(soup: BeautifulSoup) -> list[tuple[str, str]]:
    """Take the notes out of the page and put their plain numbers where they are referred to."""
    found: list[tuple[str, str]] = []
    for link in soup.find_all("a", href=re.compile(r"^#.")):
        if link.decomposed:
            continue
        figure = FIGURE.fullmatch(link.get_text())
        target = soup.find(id=str(link["href"])[1:])
        if not figure or not isinstance(target, Tag) or target.find_parent("sup") is not None or target.name == "sup":
            continue
        block = target if target.name in BLOCKS else target.find_parent(BLOCKS)
        if not isinstance(block, Tag) or block in link.parents:
            continue
        words = re.sub(rf"^\s*[\[(]?{figure[1]}[\]).]*\s*|[↩↑^]\ufe0e?", "", _flat(block)).strip()
        found.append((figure[1], words))
        block.decompose()
        link.replace_with(figure[1])
    return found


def _own(block: Tag) -> str:
    """Return the words of a block that stand in no smaller block."""
    if block.find(BLOCKS):
        return ""
    return _flat(block)


def _flat(tag: Tag) -> str:
    for line in tag.find_all("br"):
        line.replace_with(" ")
    return " ".join(tag.get_text().split())
