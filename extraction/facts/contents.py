"""Contents: the words before a treaty that say what it is about, which are part of how it is called."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from extraction.language.words import word_class
from ontology.turkish import lower

ARTICLE = re.compile(r"(?:^| )bir(?:er)? ", re.IGNORECASE)


def about(first: int, doc: Doc, longest: int) -> int:
    """Return where the words begin that say what a treaty is about ("suçluların iadesine dair bir sözleşme"), or ``first``."""
    at = first - 1 - (lower(doc[max(0, first - 1)].text) == "bir")
    start = doc[first].sent.start
    regarding = at > start and lower(doc[at].text) in word_class("regarding")
    if not regarding or "Dat" not in doc[at - 1].morph.get("Case", []) or named_by(doc[at - 1]):
        return first
    at -= 1
    while at > start and first - at < longest and compounded(doc[at - 1]):
        at -= 1
    return at


def compounded(token: Token) -> bool:
    """Say whether a word before a noun belongs to it: a genitive, or a bare noun or adjective that is no name."""
    return token.pos_ in {"NOUN", "ADJ"} and token.morph.get("Case", []) in ([], ["Nom"], ["Gen"]) and not named_by(token)


def named_by(token: Token) -> bool:
    """Say whether a word has a name's apostrophe."""
    return bool(set(token.text) & set("’'"))
