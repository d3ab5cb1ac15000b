"""What every package needs to know of Turkish letters."""

from __future__ import annotations

from functools import lru_cache

_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})


@lru_cache(maxsize=1 << 15)
def lower(text: str) -> str:
    """Return Turkish lower case: I gives ı and İ gives i.

    >>> lower("IĞDIR İZMİR")
    'ığdır izmir'
    """
    return text.translate(_CAPITALS).lower()


def capital(text: str) -> str:
    """Return text with a Turkish capital at its head.

    >>> capital("itilafı"), capital("antlaşması")
    ('İtilafı', 'Antlaşması')
    """
    return text[:1].replace("i", "İ").upper() + text[1:]
