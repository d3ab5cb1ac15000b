"""Slots: where in a clause or noun phrase a frame looks for a role.

A slot expression is ``BASE`` or ``BASE.PART``. Bases on a clause: ``subject object dat loc abl ins gen head persons`` and every
postposition role of ``extraction/language/words.toml`` (``tarafından ile arasında adına …``); ``each`` is
everybody named in the clause, whoever does it to whom ("Türkiye’yi A, Fransa’yı B temsil etti"); ``theme`` is the phrase that evoked the
pattern, ``assembly`` the body that somebody speaks in ("TBMM’de"), ``law`` the article that the sentence opens with ("Onuncu
maddeye göre …"), ``met`` whom the doer meets on the occasion, ``suite`` those who go with the doer ("maiyetinde A olduğu halde").
Prefixes lead elsewhere: ``parent:SLOT`` the governing clause,
``rel:SLOT`` the relative clauses on the theme, ``inner:SLOT`` its complements ("… imzalamak için"), ``about:SLOT`` the relative clauses
on its subject ("A ile B arasında başlayan görüşmeler …"), ``came:SLOT`` the motion that led to it ("Ankara’ya gelip …"),
``chain:SLOT`` all converbs that lead to it, ``near:SLOT`` the phrases (``left:SLOT`` only the last, ``right`` the one behind the
theme, ``dash:SLOT`` one that a dash joins to it) between the theme and the predicate before it,
``bound:SLOT`` the infinitive right before it ("katılma kararı"),
``around:SLOT`` the clause that the theme stands in (``own:SLOT`` only if the theme is its doer's: "cevabında …"),
``next:SLOT`` the clause that
follows in a chain of converbs, ``before:SLOT`` the main clause before in the sentence. Parts, one behind the other: ``owner modifier
title`` of the phrase found, ``site`` where it is said to be, ``goal`` where it goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from extraction.facts.occasions import assembly, law, left_inside, met, suite
from extraction.language.clauses import Clause, Sentence, motion
from extraction.language.phrases import Phrase
from extraction.language.unit import is_predicate
from ontology.turkish import lower

DASHES = {"-", "–", "—"}
CAME = {"and", "by", "when", "after"}
ON_THE_WAY = re.compile("m[ae]kt[ae] ")
"""Who is still going there is not there yet ("Roma’ya dönmekte olan A")."""
CASES = {"dat": "Dat", "loc": "Loc", "abl": "Abl", "ins": "Ins", "acc": "Acc", "bare": "", "gen": "Gen"}


@dataclass(frozen=True, slots=True)
class Site:
    """Where a pattern matched: the sentence, the clause (None for a noun phrase alone) and the phrase that evoked it."""

    sentence: Sentence
    clause: Clause | None
    theme: Phrase | None

    @property
    def anchor(self) -> int:
        """Return the index of the unit that evokes the event."""
        if self.clause:
            return self.clause.predicate.index
        assert self.theme is not None
        return self.theme.head.index


def phrases(site: Site, slot: str) -> list[Phrase]:
    """Return the phrases that a slot expression names, nearest to the anchor last.

    ``after`` is what follows the theme's colon, ``chair`` of that who presides.
    """
    base, *inner = slot.split(".")
    where, _, name = base.rpartition(":")
    found = list(located(site, where, name))
    for part in inner:
        found = [p for phrase in found for p in parts(phrase, part)]
    return found


def located(site: Site, where: str, name: str) -> Iterator[Phrase]:
    """Yield the phrases of a slot without its part."""
    if name in {"after", "chair"}:
        yield from after(site, name == "chair")
    elif where in {"near", "left", "dash"}:
        yield from (p for p in near(site, name) if stands_so(p, site, where))
    elif name in OF_SITE:
        yield from OF_SITE[name](site)
    elif not (where == "parent" and name == "subject" and suffers(site)):
        for clause in clauses(site, where):
            yield from (p for p in within(clause, name, site.sentence) if p is not site.theme)


def within(clause: Clause, name: str, sentence: Sentence) -> list[Phrase]:
    """Return the phrases of a slot in a clause."""
    match name:
        case "bare":
            return [p for p in clause.phrases if p.bare]
        case "assembly":
            return [b for p in (*left_inside(clause, sentence), *clause.phrases) for b in assembly(p)]
        case _:
            return clause.slot(name)


def stands_so(phrase: Phrase, site: Site, where: str) -> bool:
    """Say whether a phrase stands as near before the theme as ``where`` asks: "left" right there, "dash" with a dash between."""
    if where == "dash":
        return dashed(site, phrase)
    return where == "near" or (adjoins(phrase, site) and not crowd(phrase))


def behind(site: Site) -> list[Phrase]:
    """Return the phrase that begins right behind the theme."""
    return [p for p in site.sentence.phrases if site.theme and first_unit(p) == site.theme.head.index + 1]


def adjoins(phrase: Phrase, site: Site) -> bool:
    """Say whether a phrase ends right before the theme; a comma may part a group from one of it ("Jön Türklerden, X’in amcası Y")."""
    gap = (first_unit(site.theme) if site.theme else 0) - phrase.head.index - bool(phrase.relation)
    apart = gap == 2 and phrase.head.tag == "GRP" and phrase.case == "Abl" and site.sentence.units[phrase.head.index + 1].text == ","
    return gap == 1 or apart


def suffers(site: Site) -> bool:
    """Say whether the subject of the governing clause is who suffers the deed of a passive converb ("pakt onaylanarak yürürlüğe girdi")."""
    return site.clause is not None and site.clause.passive and site.clause.relation in {"and", "by"}


def dashed(site: Site, phrase: Phrase) -> bool:
    """Say whether a dash joins a phrase to the theme ("Rauf Bey-Aralov görüşmeleri")."""
    first = first_unit(site.theme) if site.theme else 0
    return phrase.head.index == first - 2 and site.sentence.units[first - 1].text in DASHES


def clauses(site: Site, where: str) -> list[Clause]:
    """Return the clauses that a prefix leads to."""
    match where:
        case "rel":
            return site.theme.clauses if site.theme else []
        case "about":
            return [c for p in (site.clause.subject_phrases() if site.clause else []) for c in p.clauses]
        case "parent":
            return [site.clause.parent] if site.clause and site.clause.parent else []
        case "inner":
            return [c for c in site.sentence.clauses if site.clause and c.parent is site.clause and c.relation in {"for", "that"}]
        case "bound":
            return bound(site)
        case "came":
            return [
                c for c in site.sentence.clauses if site.clause and c.parent is site.clause and c.lemma in motion() and c.relation in CAME
            ]
        case "chain":
            return [c for c in site.sentence.clauses if site.clause and c.parent is site.clause and c.relation in {"and", "by"}]
        case "next":
            return [c for c in site.sentence.clauses if site.clause and c is site.clause.parent and site.clause.relation in {"and", "by"}]
        case "before":
            mains = [c for c in site.sentence.clauses if c.predicate.form == "Fin" and site.clause and c.predicate.index < site.anchor]
            return mains[-1:]
        case "own" if site.theme is None or not site.theme.head.owned or site.theme.owners:
            return []
        case "around" | "own":
            return [c for c in site.sentence.clauses if site.theme is not None and any(holds(p, site.theme) for p in c.phrases)]
        case _:
            return [site.clause] if site.clause else []


def bound(site: Site) -> list[Clause]:
    """Return the infinitive right before the theme, which says what it is to do ("konferansa katılma kararı")."""
    before = first_unit(site.theme) - 1 if site.theme else -1
    return [c for c in site.sentence.clauses if c.predicate.index == before and c.predicate.kind in {"Ma", "Mak"} and not c.predicate.case]


def crowd(phrase: Phrase) -> bool:
    """Say whether a bare phrase is a plural that no one person before it can be ("temsilciler Litvinov’a geldi")."""
    return phrase.bare and not phrase.named and not phrase.head.owned and lower(phrase.head.text).endswith(("lar", "ler"))


def holds(phrase: Phrase, wanted: Phrase) -> bool:
    """Say whether a phrase is, or contains, another one."""
    return phrase is wanted or any(holds(p, wanted) for p in (*phrase.owners, *phrase.modifiers, *phrase.titles))


def parts(phrase: Phrase, part: str) -> list[Phrase]:
    """Return the owners, modifiers or titles of a phrase."""
    match part:
        case "owner":
            return phrase.owners
        case "modifier":
            return phrase.modifiers
        case "goal":
            return [p for c in phrase.clauses for p in c.slot("dat")]
        case "site":
            there = (c for c in phrase.clauses if not ON_THE_WAY.search(lower(c.predicate.text)))
            return [p for c in there for p in c.slot("dat" if c.lemma in motion() else "loc")]
        case _:
            return phrase.titles


def after(site: Site, chair: bool = False) -> Iterator[Phrase]:
    """Yield the phrases behind the theme's colon ("Üyeler: A, B ve C", "üyeleri şunlardı: …"), of ``chair`` only those behind "Başkan:"."""
    units = site.sentence.units
    at = site.theme.head.index if site.theme else len(units)
    at += lower("".join(u.text for u in units[at + 1 : at + 2])).startswith("şunlar")
    if [u.text for u in units[at + 1 : at + 2]] == [":"]:
        later = (p for p in site.sentence.phrases if p.members[0].index > at)
        yield from (p for p in later if not chair or [u.lemma for u in units[p.members[0].index - 2 :][:1]] in (["başkan"], ["reis"]))


def near(site: Site, name: str) -> Iterator[Phrase]:
    """Yield phrases with a case or postposition that stand before the theme with no predicate between."""
    if site.theme is None:
        return
    end = first_unit(site.theme)
    start = max((u.index for u in site.sentence.units if u.index < end and (is_predicate(u) or u.text == ";")), default=-1)
    for phrase in site.sentence.phrases:
        if start < phrase.head.index < site.theme.head.index and phrase is not site.theme and fits(phrase, name):
            yield phrase


def fits(phrase: Phrase, name: str) -> bool:
    """Say whether a phrase has the case or postposition role of that name."""
    if name in CASES:
        return phrase.case == CASES[name] and not phrase.relation
    return phrase.relation == name


def first_unit(phrase: Phrase) -> int:
    """Return the index of a phrase's first unit, its owners and modifiers included."""
    inner = [first_unit(p) for p in (*phrase.owners, *phrase.modifiers, *phrase.titles)]
    return min([phrase.members[0].index, *inner])


OF_SITE: Mapping[str, Callable[[Site], Iterable[Phrase]]] = {
    "right": behind,
    "theme": lambda site: [site.theme] if site.theme else [],
    "law": law,
    "met": lambda site: met(site, clauses(site, "inner")),
    "suite": suite,
}
"""Slots that no clause has by itself."""
