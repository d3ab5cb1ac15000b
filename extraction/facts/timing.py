"""Which date belongs to which event of a sentence.

A date belongs to the clause that took it, or to the noun that it modifies ("18 Mayıs 1921 tarihli nota"); a clause without one
shares the date of the clauses it is chained to. A sentence's only date serves what follows it up to the next finite verb. Between
a relative clause and its main clause the subject decides: "A, 19 Ekim’de gelen B ile görüştü" dates the talks,
"19 Ekim’de gelen A, B ile görüştü" and "gelen A, B ile 19 Ekim’de görüştü" date one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.facts.slots import Site, first_unit
from extraction.language.clauses import Clause, Sentence
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit, postposition
from extraction.records import Filler
from ontology.turkish import lower

DATED = {"tarihli", "günlü", "tarihini"}
CHAINED = {"and", "by", "when", "while", "which", "without"}
CORE = {"", "Acc", "Loc"}
"""Cases of a noun that the next verb tells of; "A’nın talebi üzerine 3 Mart’ta …" dates no request."""
WINDOW = 7
SUPPORTS = {"tarihinde", "günü", "gecesi", "sabahı", "akşamı"}
"""Nouns that carry the case of a date."""
DAYS = {"tarih", "gün", "yıl", "ay"}
ORDINALS = {"birinci", "ikinci", "ilk", "biri", "diğeri"}


def date_of(site: Site, close: bool = False, own: bool = False, last: bool = False) -> list[Filler]:
    """Return the date of the event that matched at ``site`` as zero or more date fillers (several for "13 Kasım ve 2 Aralık’ta").

    ``close`` takes only dates of the noun itself: "… tarihli", right before it, or in its relative clause; ``own`` in a relative clause
    only the dates that stand in it ("Tahran’a atanan X, 1925’te Moskova’ya gitti"); ``last`` prefers the date nearest before the verb.
    """
    groups = close_by(site) if close else within(site) if own and relative(site) else candidates(site)
    nearest = [own_dates(site.clause)] if last and site.clause else []
    for group in (*nearest, *groups):
        units = [u for u in group if u.mention and u.mention.value and "X" not in u.mention.value[:4]]
        if units:
            return [Filler("date", u.mention.value or "", u.mention.source) for u in units if u.mention]
    return []


def candidates(site: Site) -> Iterator[list[Unit]]:
    """Yield groups of date units, the closest to the event first."""
    if site.theme:
        yield list(attributive(site.sentence, site.theme))
    if site.clause:
        yield listed(site)
        yield behind(site)
        yield own_dates(site.clause) or opening(site)
    for clause in site.theme.clauses if site.theme else []:
        if not earlier(clause, site):
            yield own_dates(clause)
    if site.clause is None:
        yield before(site)
    yield from shared(site)
    yield left_of(site)
    only = [u for u in site.sentence.units if u.tag == "DAT"]
    yield only if len(only) == 1 and not relative(site) and serves(only[0], site) else []
    yield of_twin(site)


def of_twin(site: Site) -> list[Unit]:
    """Return the date of the finite verb that "ve" joins to the event's own, for one doer ("2 Mart’ta imzalanıp 5 Nisan’da onaylandı
    ve yürürlüğe girdi").
    """
    clause = site.clause
    if clause is None or clause.predicate.form != "Fin" or clause.subject_phrases():
        return []
    mains = [c for c in site.sentence.clauses if c.predicate.form == "Fin" and c.predicate.index < clause.predicate.index]
    joined = [c for c in mains[-1:] if lower("".join(u.text for u in site.sentence.units[c.predicate.index + 1 :][:1])) == "ve"]
    return [u for c in joined for u in own_dates(c)]


def serves(date: Unit, site: Site) -> bool:
    """Say whether the sentence's only date counts for an event: it stands before it, with no finite verb between but one that "ve" joins
    to the event's own.
    """
    units = site.sentence.units
    finite = [c for c in site.sentence.clauses if c.predicate.form == "Fin" and date.index < c.predicate.index < site.anchor]
    ends = [c for c in finite if lower("".join(u.text for u in units[c.predicate.index + 1 :][:1])) != "ve"]
    owners = [c for c in site.sentence.clauses if date in own_dates(c)]
    joins = site.clause is not None and site.clause.predicate.form == "Fin" and all(finite[0] in chain(c) for c in owners if finite)
    apart = any(aside(c, date, site) for c in owners) or bracketed(date, site.sentence)
    return date.index < site.anchor and not ends and (joins or not finite) and not apart and not taken(date, site)


def chain(clause: Clause) -> list[Clause]:
    """Return a clause and those that it leads to one by one ("toplanıp … görüşerek … karar verdi")."""
    found = [clause]
    while found[-1].parent is not None and found[-1].relation in CHAINED - {"which"}:
        found.append(found[-1].parent)
    return found


def aside(clause: Clause, date: Unit, site: Site) -> bool:
    """Say whether a clause with a date tells another event: what happened before ("A’nın 3 Mart’ta ölümü üzerine …"), a content whose
    doer stands before the date, or the relative clause of a noun beside the content told ("3 Mart’ta gelen A, B’nin döneceğini bildirdi").
    """
    content = site.clause is not None and site.clause.relation == "that" and clause.parent is not site.clause
    beside = content and clause.relation in {"which", "by"} and not (site.clause and clause.head in site.clause.phrases)
    doer = any(p.case == "Gen" and not p.relation and p.head.index < date.index for p in clause.phrases)
    return beside or clause.relation in {"after", "hakkında"} or (clause.relation == "that" and clause.predicate.case != "Ins" and doer)


def relative(site: Site) -> bool:
    """Say whether the event is told in a relative clause."""
    return site.clause is not None and site.clause.relation == "which"


def within(site: Site) -> Iterator[list[Unit]]:
    """Yield the dates of the event's own clause and of those that lead to it."""
    if site.clause:
        yield behind(site)
        yield own_dates(site.clause)
        for clause in site.sentence.clauses:
            if clause.parent is site.clause and clause.relation in CHAINED:
                yield own_dates(clause)
        yield day_of(site)


def close_by(site: Site) -> Iterator[list[Unit]]:
    """Yield the dates of the evoking noun phrase itself."""
    if site.theme:
        yield list(attributive(site.sentence, site.theme))
        yield [u for inner in site.theme.modifiers for u in dates_in(inner)]
        for clause in site.theme.clauses:
            yield own_dates(clause) or left_of(Site(site.sentence, clause, None))
        first = first_unit(site.theme)
        yield [u for u in site.sentence.units[max(0, first - 1) : first] if u.tag == "DAT" and not u.case]
        aside = site.sentence.units[site.theme.head.index + 1 : site.theme.head.index + 3]
        # Behind a noun in another case it is the verb's ("Antlaşmaya 1938’de katıldı"), unless brackets hold it.
        own = site.theme.case in {"", "Gen"} or (bool(aside) and aside[0].text == "(")
        close = own and bool(aside) and (aside[0].tag == "DAT" or not (aside[0].nominal or postposition(aside[0])))
        close = close and not (aside[0].text == "," and aside[-1].case)
        yield [u for u in aside if u.tag == "DAT" and close]


def attributive(sentence: Sentence, theme: Phrase) -> Iterator[Unit]:
    """Yield dates that stand as modifiers right before a noun: "… tarihli", or a date inside the noun phrase."""
    units = sentence.units
    head = theme.members[0].index
    for unit in units[max(0, head - WINDOW) : head]:
        following = units[unit.index + 1] if unit.index + 1 < len(units) else None
        between = units[unit.index + 2 : head]
        if unit.tag == "DAT" and following and lower(following.text) in DATED and not far_from(between):
            yield unit


def far_from(between: list[Unit]) -> bool:
    """Say whether words between "… tarihli" and a noun make it another one’s date ("3 Mart tarihli yasası ile açılan kongre")."""
    other = any(u.nominal and u.owned for u in between) and any(u.kind in {"An", "Dik"} for u in between)
    return other or any(u.case and u.nominal for u in between)


def left_of(site: Site) -> list[Unit]:
    """Return a date that stands right before the event's clause, where its subject hides it ("4 Ekim’de, A’nın … yazdığı")."""
    if site.clause is None or not site.clause.phrases:
        return []
    start = min(first_unit(p) for p in site.clause.phrases)
    return [u for u in site.sentence.units[max(0, start - 3) : start] if u.tag == "DAT" and not taken(u, site)]


def taken(date: Unit, site: Site) -> bool:
    """Say whether a date belongs to a relative clause on a phrase of the event's clause, or on the subject that it shares; one that a
    comma parts from it does not.
    """
    shared = site.clause.shared_subject() if site.clause else []
    about = [c for c in site.sentence.clauses if c.relation == "which"]
    inner = [c for c in about if c.parent is site.clause or any(c.head is p for p in shared)]
    return any(date in own_dates(c) for c in inner) and not opens(date, site.sentence)


def opens(date: Unit, sentence: Sentence) -> bool:
    """Say whether a date opens the sentence and a comma sets it apart ("3 Mart 1934 tarihinde, A’nın yönettiği heyet …"), alone or
    behind another adverbial with a comma ("Bu sırada, 3 Mart 1934’te, …").
    """
    behind = [u.text for u in sentence.units[date.index + 1 : date.index + 3] if lower(u.text) not in SUPPORTS]
    before = [u for u in sentence.units[: date.index] if u.nominal]
    return behind[:1] == [","] and (not before or adverb_before(date, sentence))


def adverb_before(date: Unit, sentence: Sentence) -> bool:
    """Say whether a common noun in an adverbial case, with a comma behind it, is all that stands between the sentence's opening or its
    first clause and a date.
    """
    if not date.index or sentence.units[date.index - 1].text != ",":
        return False
    left = [p for p in sentence.phrases if p.head.index < date.index and date not in p.members]
    return bool(left) and not left[-1].named and (bool(left[-1].relation) or left[-1].case in {"Loc", "Abl", "Ins"})


def opening(site: Site) -> list[Unit]:
    """Return the date that opens the sentence, for its first main clause."""
    mains = [c for c in site.sentence.clauses if c.predicate.form == "Fin"]
    dates = [u for u in site.sentence.units if u.tag == "DAT" and mains[:1] == [site.clause]]
    return [u for u in dates if opens(u, site.sentence)][:1]


def bracketed(date: Unit, sentence: Sentence) -> bool:
    """Say whether a date stands in brackets, so that it tells of the words before them only."""
    return date.index > 0 and sentence.units[date.index - 1].text == "("


def behind(site: Site) -> list[Unit]:
    """Return the date in brackets right behind the verb ("görevinden ayrıldı (7 Nisan)")."""
    units = site.sentence.units[site.anchor + 1 : site.anchor + 3] if site.clause else []
    return [u for u in units if u.tag == "DAT" and bracketed(u, site.sentence)]


def before(site: Site) -> list[Unit]:
    """Return the date nearest before a noun in the same stretch, unless a relative clause on another noun has it."""
    dates = [u for u in site.sentence.units[max(0, site.anchor - 12) : site.anchor] if u.tag == "DAT"]
    inner = [c for c in site.sentence.clauses if c.relation == "which" and c.head is not None]
    elsewhere = [c for c in inner if site.theme is None or not (c.head is site.theme or c.head in site.theme.owners)]
    return [u for u in dates[-1:] if not any(u in own_dates(c) for c in elsewhere)]


def own_dates(clause: Clause, before: int | None = None) -> list[Unit]:
    """Return the last dates among the phrases that a clause took, list members in order; ``before`` a unit where that says so.

    An earlier date belongs to a clause inside ("2 Mart’ta A’nın imzaladığı pakt 5 Nisan’da onaylandı").
    """
    for phrase in reversed(clause.phrases):
        found = [u for u in dates_in(phrase) if before is None or u.index < before]
        if found:
            return found
    return []


def listed(site: Site) -> list[Unit]:
    """Return the dates of a list of several events ("birincisi 3 Mart’ta ve ikincisi 9 Mart’ta olmak üzere iki nota", "birincisi 3 Mart
    ve ikincisi 9 Mart’ta yapılan görüşmeler").
    """
    inner = [c for c in site.sentence.clauses if c.parent is site.clause and any(p.head.lemma in ORDINALS for p in c.phrases)]
    if site.clause and sum(p.head.lemma in ORDINALS for p in site.clause.phrases) > 1:
        inner.append(site.clause)
    return [u for c in inner for p in c.phrases for u in dates_in(p)]


def dates_in(phrase: Phrase) -> Iterator[Unit]:
    """Yield the dates of a phrase, as head ("1921’de") or modifier ("4 Nisan 1923 günü")."""
    yield from (u for u in phrase.members if u.tag == "DAT" and not phrase.dated)
    if lower(phrase.head.lemma) in {"tarih", "gün", "yıl", "ay", "sıra", "akşam", "sabah", "gece", "ara"}:
        for inner in (*phrase.modifiers, *phrase.owners):
            yield from dates_in(inner)


def shared(site: Site) -> Iterator[list[Unit]]:
    """Yield the dates of the clauses whose date the event shares: those it is chained to, nearest first."""
    clause = site.clause
    if clause is None:
        core = site.theme is None or (not site.theme.relation and site.theme.case in CORE)
        following = [c for c in site.sentence.clauses if c.predicate.index > site.anchor]
        yield from (own_dates(c) for c in following[: int(core)])
        return
    if clause.relation == "which" and clause.predicate.kind == "Acak":
        return
    for inner in (c for c in site.sentence.clauses if c.parent is clause and c.relation in CHAINED and not earlier(c, site)):
        yield own_dates(inner) if inner.relation != "which" else passed_on(inner, site)
    yield from (own_dates(c) for c in site.sentence.clauses if c.parent is clause and (by_doing(c) or outside(c)))
    yield day_of(site)
    while clause.parent is not None and clause.relation in CHAINED | {"that"}:
        inner, clause = clause, clause.parent
        yield own_dates(clause, start(inner)) or (own_dates(clause) if inner.relation != "which" else [])
    if site.clause and site.clause.head is not None:
        yield from (own_dates(c, start(site.clause)) for c in site.sentence.clauses if site.clause.head in c.phrases)
        yield list(dates_in(site.clause.head))


def by_doing(clause: Clause) -> bool:
    """Say whether a clause tells by what deed its main clause came about ("A’nın 3 Mart’ta çekilmesiyle sona erdi")."""
    return clause.relation == "that" and clause.predicate.kind == "Ma" and clause.predicate.case == "Ins"


def outside(clause: Clause) -> bool:
    """Say whether the date that an infinitive took stands before all else in it, so that it is its main clause's ("1928’de A’yı
    kutlamak bahanesiyle gitti").
    """
    dates = own_dates(clause)
    infinitive = clause.relation in {"that", "for"} and clause.predicate.kind in {"Mak", "Ma"}
    return infinitive and bool(dates) and dates[0].index <= start(clause) + 1 and not clause.subject_phrases()


def day_of(site: Site) -> list[Unit]:
    """Return the date of which a sentence says that it is the day of the event ("3 Mart 1924, halifeliğin kaldırıldığı gündür")."""
    if site.clause is None or site.clause.relation != "which" or site.clause.head is not None:
        return []
    behind = [c for c in site.sentence.clauses if c.predicate.index == site.anchor + 1 and c.lemma in DAYS]
    return [u for c in behind for u in own_dates(c)]


def earlier(clause: Clause, site: Site) -> bool:
    """Say whether a relative clause tells what became of the theme before the passive on it ("3 Mart’ta kurulan parti kapatıldı")."""
    if site.clause is None or site.theme is None or clause.head is not site.theme or clause.predicate.kind != "An":
        return False
    both = clause.predicate.passive and site.clause.passive and site.clause.predicate.form == "Fin"
    return both and site.theme.bare


def passed_on(inner: Clause, site: Site) -> list[Unit]:
    """Return the dates of a relative clause that serve its main clause too: behind its subject ("A, 3 Mart’ta gelen B ile görüştü"),
    or where the sentence opens with them; not of who does it ("3 Mart’ta gelen A, B ile görüştü").
    """
    assert site.clause is not None
    if relative(site):
        return []
    subjects = [p.head.index for p in site.clause.subject_phrases()]
    phrases = site.sentence.phrases
    return [
        u
        for u in own_dates(inner)
        if not any(u.index < s < site.anchor for s in subjects) or all(first_unit(p) >= u.index for p in phrases if u not in p.members)
    ]


def start(clause: Clause) -> int:
    """Return the index of a clause's first unit."""
    return min([first_unit(p) for p in clause.phrases] + [clause.predicate.index])


__all__ = ["date_of", "first_unit"]
