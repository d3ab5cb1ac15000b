"""What every package needs to know of Turkish letters."""

from __future__ import annotations

_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})


def lower(text: str) -> str:
    """Return Turkish lower case: I gives ı and İ gives i.

    >>> lower("IĞDIR İZMİR")
    'ığdır izmir'
    """
    return text.translate(_CAPITALS).lower()
