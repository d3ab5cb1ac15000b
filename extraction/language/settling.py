"""The reading of a word that its place calls for, where its form alone allows another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.language.unit import Unit
from extraction.language.words import deverbal, event_nouns, frozen, word_class
from ontology.turkish import lower

OWNED = re.compile(r"[ıiuü](?:n[ae]|nd[ae]n?)$")
"""How a possessed noun ends in an oblique case."""

MEASURES = {
    "kişi",
    "madde",
    "gün",
    "ay",
    "yıl",
    "sene",
    "hafta",
    "saat",
    "dakika",
    "sayfa",
    "metre",
    "kilometre",
    "satır",
    "cümle",
    "cilt",
    "parça",
    "kalem",
    "ton",
    "hektar",
}
"""What -lIk behind a number makes an adjective of."""


def done_to(unit: Unit, before: Sequence[Unit]) -> Unit:
    """Return a noun of deed as possessed where an accusative, an agent or a genitive before it calls for that ("Tuna’yı ilhakı",
    "A tarafından reddi", "Bosna’nın Avusturya’ya ilhakı", "krallığın 1928’de ilanından sonra").
    """
    if not unit.case or unit.owned or unit.form or unit.mention or not before or unit.lemma not in deverbal():
        return unit
    if unit.case != "Acc":
        return replace(unit, owned=OWNED.search(lower(unit.text)) is not None and owner_waits(before))
    last = before[-1]
    sure = last.case == "Acc" or lower(last.text) == "tarafından" or (last.case in {"Dat", "Loc"} and owner_waits(before))
    return replace(unit, case="", owned=True) if sure else unit


def active(unit: Unit, before: Sequence[Unit]) -> Unit:
    """Return a noun of deed without its passive voice where an accusative waits for it ("A’nın Tuna’yı 1914’te ilhakı")."""
    if unit.kind != "Is" or unit.voice != "Pass":
        return unit
    cases: list[str] = []
    for word in reversed(before):
        if word.form:
            break
        cases.append(word.case)
    waits = "Acc" in cases and "Gen" in cases[cases.index("Acc") :]
    return replace(unit, voice="") if waits or cases[:1] == ["Acc"] else unit


def owner_waits(before: Sequence[Unit]) -> bool:
    """Say whether a genitive stands open: no verb and nothing possessed but a time came since."""
    for unit in reversed(before):
        if unit.case == "Gen":
            return True
        if unit.form or (unit.owned and not unit.mention and unit.lemma not in {*word_class("time"), "taraf"}):
            return False
    return False


def of_state(body: Unit, before: Sequence[Unit]) -> bool:
    """Say whether a body stands behind a state's bare name and an adjective, so that it is the state's ("Polonya askerî heyeti")."""
    if len(before) < 2 or body.mention or body.lemma not in word_class("delegation"):
        return False
    state, adjective = before[-2:]
    return state.tag == "GPE" and not state.case and adjective.pos == "ADJ" and not adjective.case and lower(adjective.text) != "bir"


def settled(unit: Unit, last: Unit | None) -> Unit:
    """Return a unit with the reading that its place calls for: -mAktA alone is finite, a bare -Iş is a noun ("dönüş yaptı"), "geleceğini"
    behind a goal is a verb, "20 bin altını" is gold, "haftalardır" and "yüz kişilik" say how long and how many, "kalanı" what is left,
    "delegelerince" who did it.

    A lone "ise" only sets its noun against another one ("Litvinov ise … gitti"); behind a verb it was merged with it before.
    """
    if unit.pos == "PART" and unit.form:
        return replace(unit, form="", kind="")
    if not unit.mention and lower(unit.text) in frozen():
        return replace(unit, form="", kind="", case="", owned=False, pos="NOUN", lemma=lower(unit.text))
    if unit.case == "Equ" and not unit.mention and unit.lemma in word_class("agent"):
        return replace(unit, pos="NOUN")
    if lower(unit.text) in {"kurmayı", "kurmaya"} and last is not None and last.pos == "NOUN" and not last.case:
        return replace(unit, form="Vnoun", kind="Ma", pos="VERB", lemma="kur")
    if unit.kind == "Mak" and unit.case == "Loc":
        return replace(unit, form="Fin", kind="", case="")
    if unit.lemma == "gelecek" and unit.owned and last is not None and last.case in {"Dat", "Abl"}:
        return replace(unit, form="Part", kind="Acak", lemma="gel", pos="VERB")
    if unit.form == "Fin" and unit.pos == "NOUN" and how_long(unit, last):
        return replace(unit, form="", pos="ADV")
    if lower(unit.text) == "onunla":
        return replace(unit, form="", kind="", case="Ins", pos="PRON", lemma="o")
    if measured(unit, last):
        return replace(unit, pos="ADJ")
    if (
        unit.lemma == "alt"
        and unit.case == "Acc"
        and unit.owned
        and last is not None
        and (last.pos == "NUM" or last.lemma in word_class("measure"))
    ):
        return replace(unit, lemma="altın", owned=False)
    if unit.kind == "An" and unit.owned and unit.lemma == "kal":
        return replace(unit, form="", kind="", pos="NOUN", lemma="kalan")
    if unit.form and not unit.mention and lower(unit.text) == "ise":
        return replace(unit, form="", kind="", pos="PART" if unit.pos == "PART" else "NOUN")
    if unit.kind in {"Dik", "Acak"} and unit.case == "Acc" and not unit.owned:
        return replace(unit, case="", owned=True)
    if unit.kind == "Is" and ((not unit.case and not unit.owned) or (last is not None and last.nominal and not last.case)):
        return replace(unit, form="", kind="", pos="NOUN", lemma=lower(unit.text))
    if lower(unit.text) == "yazı" and not unit.mention and not (last and (last.case == "Gen" or last.tag == "DAT" or last.pos == "NUM")):
        return replace(unit, lemma="yazı", case="", owned=False)
    noun = event_nouns().get(unit.lemma, "") if unit.kind == "Ma" else ""
    if noun and (last is None or last.case not in {"Acc", "Dat"}):
        return replace(unit, form="", kind="", pos="NOUN", lemma=noun)
    compound = last is not None and last.tag in {"LOC", "GPE"} and not last.case and unit.lemma in {"ziyaret"}
    verb = deverbal().get(unit.lemma, "") if unit.owned and not unit.form and not unit.mention and not compound else ""
    if verb:
        lemma, _, voice = verb.partition("+")
        return replace(unit, form="Vnoun", kind="Is", pos="VERB", lemma=lemma, voice=voice)
    return unit


def measured(unit: Unit, last: Unit | None) -> bool:
    """Say whether a noun in -lIk behind a number says how much of what follows ("yüz kişilik heyet", "7 maddelik liste")."""
    bare = not (unit.mention or unit.form or unit.case or unit.owned) and unit.pos == "NOUN"
    return bare and last is not None and last.pos == "NUM" and lower(unit.text)[:-3] in MEASURES


def how_long(unit: Unit, last: Unit | None) -> bool:
    """Say whether a noun of time in -DIr says since when something goes on ("haftalardır", "uzun zamandır") and is no predicate."""
    text = lower(unit.text)
    counted = last is not None and last.pos in {"NUM", "ADJ", "DET"} and re.fullmatch(".*[dt][ıiuü]r", text) is not None
    return unit.lemma in {*word_class("time"), "süre", "sene", "asır"} and (counted or text.endswith(("lardır", "lerdir")))
