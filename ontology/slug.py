"""Turn a name into the last part of a readable IRI."""

from __future__ import annotations

import re
import unicodedata

_TABLE = str.maketrans("ıİşŞğĞçÇöÖüÜâÂîÎûÛæÆøØłŁđĐß", "iissggccoouuaaiiuuaaoolldds")
_MARKS = re.compile(r"(?<=\w)['’ʼ‘´`](?=\w)")
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Return ``name`` in small ASCII letters and digits, Turkish letters folded, everything else one hyphen; ``"x"`` if nothing is left.

    >>> slug("Kâzım Özalp"), slug("Türk-Afgan Dostluk Antlaşması"), slug("Şer’iye Vekili")
    ('kazim-ozalp', 'turk-afgan-dostluk-antlasmasi', 'seriye-vekili')
    """
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", name).translate(_TABLE))
    return _OTHER.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-") or "x"
