"""Sifting: what the candidates of one sentence say about each other, before they become facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.facts.apart import corresponded, gapped, split, told_apart
from extraction.facts.fillers import values
from extraction.facts.instalments import instalments
from extraction.facts.match import Candidate, richness
from extraction.language.words import word_class
from ontology.turkish import lower

REPEATABLE = {"Communication"}
RATIFIED = ("ratified", "inForce")
WISH, WISHED = "iste", "istiyor"
"""Who asks is told in the past or aorist; going on, the verb tells a wish."""


def sifted(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates of a sentence: weak ones absorbed by strong ones, references to told events left out, dates split."""
    kept = newly_told(candidates)
    for step in (answered, ratified_only, one_a_noun, without_contents, absorbed, one_delivery):
        kept = step(kept)
    for part in (corresponded, gapped, split, told_apart, instalments):
        kept = [each for candidate in kept for each in part(candidate)]
    yield from kept


def newly_told(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that point back, that another one tells already, or that tell of what does not happen."""
    sent = {c.site.anchor for c in candidates if c.type == "Mission" and c.pattern.verbs}
    decided = {id(c.site.clause) for c in candidates if c.type == "Decision"}
    new = [c for c in candidates if not (refers(c) or (c.type == "Movement" and c.site.anchor in sent) or within(c, decided))]
    became = {id(c.site.clause) for c in new if c.type == "Appointment" and c.site.clause and c.site.clause.lemma == "ol"}
    done = {c.site.theme.head.index for c in new if c.type == "Decision" and c.site.clause and c.site.theme}
    said = {c.site.theme.head.index for c in new if c.type == "Communication" and c.site.theme}
    again = (c for c in new if not (named_again(c, done) or assured(c, said) or (c.type == "Office" and id(c.site.clause) in became)))
    return [c for c in again if not (absent(c) or unsaid(c))]


def ratified_only(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with no treaty signed on the day that the sentence tells of its ratification or entry into force."""
    later = {f.source for c in candidates for role in RATIFIED for f in c.args.get(role, ())}
    kept: list[Candidate] = []
    for candidate in candidates:
        wrong = candidate.type == "Agreement" and any(f.source in later for f in candidate.args.get("date", ()))
        args = {role: told for role, told in candidate.args.items() if role != "date"} if wrong else candidate.args
        if not wrong or sum(map(len, args.values())) > 1:
            kept.append(replace(candidate, args=args))
    return kept


def answered(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, what was asked before an answer told with the one who gave it ("talep etti ve A’dan cevap aldı")."""
    answers = [c for c in candidates if c.type in REPEATABLE and values(c.args, "kind") & word_class("reply") and c.args.get("recipient")]
    found: list[Candidate] = []
    for one in candidates:
        asked = one.type in REPEATABLE and "recipient" not in one.args and "sender" in one.args and one.site.clause is not None
        later = [a for a in answers if a.site.anchor > one.site.anchor and a.args["recipient"] == one.args.get("sender")] if asked else []
        given = later[0].args.get("sender", ()) if later else ()
        found.append(replace(one, args={**one.args, "recipient": given}) if given else one)
    return found


def within(candidate: Candidate, decided: set[int]) -> bool:
    """Say whether a deed is only what another one decides on ("… aday gösterilmesini kararlaştırdı")."""
    clause = candidate.site.clause
    return candidate.type == "Decision" and clause is not None and clause.relation in {"that", "for"} and id(clause.parent) in decided


def named_again(candidate: Candidate, done: set[int]) -> bool:
    """Say whether a noun alone names the deed that its clause tells already ("katılma kararı aldı")."""
    theme = candidate.site.theme
    return candidate.type == "Decision" and candidate.site.clause is None and theme is not None and theme.head.index in done


def assured(candidate: Candidate, said: set[int]) -> bool:
    """Say whether a deed is only the assurance that somebody gives another one ("güvence verdi"), which is told as what he said."""
    theme = candidate.site.theme
    return candidate.type == "Decision" and theme is not None and theme.head.lemma in word_class("assurance") and theme.head.index in said


def absent(candidate: Candidate) -> bool:
    """Say whether a candidate only tells who was not asked to a conference, which denies no conference ("konferansa çağrılmadı")."""
    clause = candidate.site.clause
    asked = clause is not None and (clause.passive or clause.lemma == "çağrıl")
    return (
        candidate.type == "Conference" and candidate.status == "denied" and asked and set(candidate.args) <= {"conference", "participant"}
    )


def unsaid(candidate: Candidate) -> bool:
    """Say whether a candidate is what somebody did not say ("haber vermeden çekildi") or only wished ("katılmasını istiyorlardı"); what
    is wished in a letter ("notasında … istiyordu") or of somebody named is asked.
    """
    clause = candidate.site.clause
    if candidate.type not in REPEATABLE or clause is None:
        return False
    wished = clause.lemma == WISH and WISHED in lower(clause.predicate.text) and candidate.site.theme is None
    wished = wished and not any(f.value.startswith("person/") for f in candidate.args.get("recipient", ()))
    return clause.relation == "without" or wished


def one_delivery(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the verbs told of the same goods made one ("gönderdiği 300 tüfek Sinop’a ulaştı")."""
    kept: list[Candidate] = []
    for candidate in candidates:
        host = next((n for n, c in enumerate(kept) if same_goods(c, candidate)), None)
        if host is None:
            kept.append(candidate)
        else:
            kept[host] = filled_up(*sorted((kept[host], candidate), key=richness, reverse=True))
    return kept


def filled_up(candidate: Candidate, other: Candidate) -> Candidate:
    """Return a candidate with the roles that it lacks from another one, where their fillers stand in no other role of it."""
    lacking = {role: found for role, found in other.args.items() if role not in candidate.args and not taken(found, candidate)}
    return replace(candidate, args={**candidate.args, **lacking})


def same_goods(told: Candidate, candidate: Candidate) -> bool:
    """Say whether two verbs of a sentence tell of one thing on its way: no other giver, taker or day, and not denied by one of them."""
    themes = (told.site.theme, candidate.site.theme)
    if told.type != "Transfer" or candidate.type != "Transfer" or told.site.anchor == candidate.site.anchor or not all(themes):
        return False
    one = {u.index for u in themes[0].members} & {u.index for u in themes[1].members} if themes[0] and themes[1] else set()
    pairs = [(values(told.args, role), values(candidate.args, role)) for role in ("giver", "recipient", "date", "amount")]
    return bool(one) and told.status == candidate.status and all(not a or not b or a & b for a, b in pairs)


def one_a_noun(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with only the fullest one for each noun that evokes a repeatable event ("gönderdiği mektubunda … yazdı")."""
    best: dict[tuple[str, int], Candidate] = {}
    for candidate in candidates:
        if candidate.type in REPEATABLE and candidate.site.theme is not None:
            key = (candidate.type, candidate.site.theme.head.index)
            if key not in best or fullness(candidate) > fullness(best[key]):
                best[key] = candidate
    kept = {id(c) for c in best.values()}
    return [c for c in candidates if c.type not in REPEATABLE or c.site.theme is None or id(c) in kept]


def without_contents(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without what a letter told here says itself ("işbirliğine vurgu yapan bir nota gönderdi")."""
    told = {c.site.theme.head.index for c in candidates if c.type in REPEATABLE and c.site.theme is not None}
    return [c for c in candidates if c.type not in REPEATABLE or not says_itself(c, told)]


def says_itself(candidate: Candidate, told: set[int]) -> bool:
    """Say whether a candidate's clause is a relative one whose noun, its subject, tells an event of its own."""
    clause = candidate.site.clause
    noun = clause.head if clause is not None and clause.predicate.kind == "An" else None
    own = candidate.site.theme.head.index if candidate.site.theme else -1
    return noun is not None and noun.head.index in told - {own}


def fullness(candidate: Candidate) -> tuple[int, bool, bool]:
    """Return how much a candidate tells: its roles, then whether it is a strong pattern's, then whether a verb says it."""
    return len(candidate.args), not candidate.pattern.weak, bool(candidate.pattern.verbs)


def refers(candidate: Candidate) -> bool:
    """Say whether a candidate's noun only points back ("bu mektubu") to an event that was told before."""
    theme = candidate.site.theme
    if theme is None or theme.named or candidate.type not in REPEATABLE:
        return False
    before = candidate.site.sentence.units[max(0, theme.head.index - 2) : theme.head.index]
    return any(lower(u.text) in word_class("referring") for u in before)


def absorbed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the strong candidates, with roles that they lack from weak ones of the same type, and weak ones that stand alone."""
    strong = [c for c in candidates if not c.pattern.weak]
    kept = list(strong)
    for weak in (c for c in candidates if c.pattern.weak):
        host = next((n for n, c in enumerate(kept) if agree(c, weak)), None)
        if host is None:
            kept.append(weak)
        else:
            kept[host] = filled_up(kept[host], weak)
    return kept


def agree(strong: Candidate, weak: Candidate) -> bool:
    """Say whether two candidates can tell one event: same type, and neither sender nor recipient is another one."""
    pairs = [(values(strong.args, role), values(weak.args, role)) for role in ("sender", "recipient")]
    same = strong.type == weak.type and all(not left or not right or bool(left & right) for left, right in pairs)
    return same and not each_with_content(strong, weak)


def each_with_content(one: Candidate, other: Candidate) -> bool:
    """Say whether two verbs that each govern a content of their own say two things ("geleceğini bildirdi ve kaldığını vurguladı")."""
    left, right = (contents(c) for c in (one, other))
    return one.site.clause is not other.site.clause and bool(left) and bool(right) and not left & right


def contents(candidate: Candidate) -> set[int]:
    """Return where the contents stand that the verb of a candidate without a letter governs."""
    clause, theme = candidate.site.clause, candidate.site.theme
    letter = theme is not None and theme.case in {"Loc", "Ins"}
    if clause is None or letter or clause.predicate.form not in {"Fin", "Conv"}:
        return set()
    return {c.predicate.index for c in candidate.site.sentence.clauses if c.parent is clause and c.relation == "that"}


def taken(values: tuple[object, ...], candidate: Candidate) -> bool:
    """Say whether a filler stands in another role of the candidate already."""
    return any(f in values for fillers in candidate.args.values() for f in fillers)
