"""Name nodes: readable paths for what has a name, content hashes for events, claims, quotes and mentions.

A hash is the first 16 hex digits of SHA-256 over the parts as JSON: the same parts give the same IRI on every machine.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence

from ontology.turkish import lower

_ASCII = str.maketrans("ıİğĞşŞçÇöÖüÜâÂîÎûÛ", "iigGsScCoOuUaAiIuU")


def fingerprint(parts: Sequence[object]) -> str:
    """Return 16 hex digits that stand for ``parts`` (strings, numbers, None and lists of them)."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(text: str) -> str:
    """Return ``text`` in lower-case ASCII letters, digits and hyphens.

    >>> slug("Moskova Hatıraları, s. 12")
    'moskova-hatiralari-s-12'
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).translate(_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def fold(text: str) -> str:
    """Return ``text`` in Turkish lower case, NFC, with single blanks, for comparing free texts.

    >>> fold("İKİNCİ  Nota")
    'ikinci nota'
    """
    return " ".join(lower(unicodedata.normalize("NFC", text)).split())
