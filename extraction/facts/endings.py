"""Endings: words of the text without the case that their place gave them, and an office named by who holds it."""

from __future__ import annotations

import re

from extraction.language.letters import ending, high
from extraction.language.unit import Unit
from ontology.turkish import lower

OWNED_CASE = re.compile(r"n(?:[ıiuü]n?|[ae]|d[ae]n?|[ae])$|yl[ae]$")
SUFFIX = re.compile(r"[’'](?:[ns]?[ıiuüae]|n?[ıiuü]n|[dt][ae]n?|n[dt][ae]n?|y?l[ae])$")
PLURAL_CASE = re.compile(r"(?<=l[ae]r)(?:[ıi]n?|[ae]|d[ae]n?|l[ae])$")
HOLDERS = (
    r"\w*elçi|komiser|\w*başkan|bakan|(?:millet)?vekil|temsilci|mümessil|k(?:o|u)mandan|komutan|vali|ataşe(?:militer)?|\w*konsolos|sefir"
    r"|maslahatgüzar|muavin|yardımcı|nai[pb]|kaymakam|mutasarrıf|müfettiş|murahhas|rektör|dekan|müsteşar|delege|arabulucu"
    r"|sekreter|müdür|reis|kâtip|katib|katip|sadrazam|nazır|müşavir|danışman|üye|hakem|mebus|raportör|patrik"
)
"""Those whose posts are named by -lIk."""


def uncased(unit: Unit) -> str:
    """Return a common noun without its case ending, its plural kept ("göçmenlerin" to "göçmenler")."""
    plural = re.match(r".*?l[ae]r(?=[ıie]|d[ae]|l[ae]|$)", lower(unit.text)[max(0, len(unit.lemma) - 1) :]) if not unit.owned else None
    return unit.text[: max(0, len(unit.lemma) - 1) + plural.end()] if plural else trimmed(unit.text, unit)


def trimmed(text: str, head: Unit) -> str:
    """Return a phrase's words with the case ending of its head cut off ("dostluk antlaşmasını" to "dostluk antlaşması")."""
    if head.mention:
        bare = re.sub(SUFFIX, "", text)
        return bare if bare != text or not head.case else re.sub(OWNED_CASE, "", text)
    if not head.case:
        return text
    if head.owned:
        return re.sub(OWNED_CASE, "", text) or text
    if not head.lemma or not lower(head.text).startswith(head.lemma[:2]):
        return text
    many = lower(head.text)[len(head.lemma) :][:3]
    return text[: len(text) - len(head.text)] + head.lemma + (many if many in {"lar", "ler"} else "")


def holder(text: str) -> str:
    """Name the office by its holder where the text names the post ("Moskova Büyükelçiliği" to "Moskova Büyükelçisi")."""
    post = re.fullmatch(
        rf"(.*\b(?:baş)?(?:{HOLDERS}))l[iıuü](ğ[iıuü]|k)(?:n?(?:[iıuüea]|[dt][ea]n?))?(?: (?:görev|makam)\w*)?", text, re.IGNORECASE
    )
    if not post:
        text = re.sub(r"\b(Başv)ek[aâ]let(?:e|i|ine|ten|te)?$", r"\1ekil", text, flags=re.IGNORECASE)
        return re.sub(r"\bVek[aâ]let(?:i(?:n?[ea]|ni|nde|nden)?)?(?: (?:görev|makam)\w*)?$", "Vekili", text, flags=re.IGNORECASE)
    stem = post.group(1) + ("i" if post.group(1).endswith("etvekil") else "")
    if (" " not in stem and not stem.endswith("rbaşkan")) or text.endswith(("lik", "lık", "luk", "lük")) or stem.endswith("letvekili"):
        return stem
    last = ending(stem.lower())
    return stem + ("s" if last.kind == "V" else "") + high(last.vowel)
