"""Sifting: what the candidates of one sentence say about each other, before they become facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.facts.amounts import amount_of
from extraction.facts.apart import pointed, told_apart
from extraction.facts.fillers import values
from extraction.facts.match import Candidate, richness
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import word_class
from extraction.records import Filler
from ontology.turkish import lower

REPEATABLE = {"Communication"}
SPEAKERS = {"PER", "GPE", "ORG"}
SERIES = {",", "ve", ";"}
SMALL = 1000
"""Smaller numbers of a series may leave the scale to the last one."""
RATIFIED = ("ratified", "inForce")
WISH, WISHED = "iste", "istiyor"
"""Who asks is told in the past or aorist; going on, the verb tells a wish."""
DATED_APART = {"Communication", "Meeting"}


def sifted(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates of a sentence: weak ones absorbed by strong ones, references to told events left out, dates split."""
    sent = {c.site.anchor for c in candidates if c.type == "Mission" and c.pattern.verbs}
    decided = {id(c.site.clause) for c in candidates if c.type == "Decision"}
    new = [c for c in candidates if not refers(c) and not (c.type == "Movement" and c.site.anchor in sent) and not within(c, decided)]
    done = {c.site.theme.head.index for c in new if c.type == "Decision" and c.site.clause and c.site.theme}
    became = {id(c.site.clause) for c in new if c.type == "Appointment" and c.site.clause and c.site.clause.lemma == "ol"}
    new = [c for c in new if c.type != "Office" or id(c.site.clause) not in became]
    said = {c.site.theme.head.index for c in new if c.type == "Communication" and c.site.theme}
    new = [c for c in new if not (absent(c) or unsaid(c) or named_again(c, done) or assured(c, said))]
    for candidate in one_delivery(absorbed(without_contents(one_a_noun(ratified_only(answered(new)))))):
        for one in (each for told in corresponded(candidate) for each in gapped(told)):
            yield from (each for part in split(one) for event in told_apart(part) for each in instalments(event))


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


def gapped(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a pair where senders and recipients alternate before one verb ("A, B’ye ve C de D’ye birer mesaj gönderdi",
    "A tarafından B’ye, C tarafından D’ye verildi").
    """
    pairs: list[tuple[Unit, Unit]] = []
    open_subject: Unit | None = None
    clause = candidate.site.clause
    for phrase in clause.phrases if clause and candidate.type in REPEATABLE else []:
        if (phrase.bare or phrase.relation == "tarafından") and phrase.head.tag in SPEAKERS:
            open_subject = phrase.head
        elif open_subject and phrase.case == "Dat" and not phrase.relation and phrase.head.tag in SPEAKERS:
            pairs.append((open_subject, phrase.head))
            open_subject = None
    if len(pairs) < 2:
        yield candidate
        return
    for sender, recipient in pairs:
        yield replace(candidate, args=dict(candidate.args) | {"sender": pointed(sender), "recipient": pointed(recipient)})


def corresponded(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a letter where a list tells who wrote to whom ("3 Mart’ta A’dan B’ye, 5 Mart’ta B’den A’ya yazı")."""
    theme = candidate.site.theme
    letters = exchanged(candidate.site.sentence.phrases, theme.head.index) if theme and candidate.type in REPEATABLE else []
    if len(letters) < 2 or (candidate.site.clause is not None and candidate.site.clause.predicate.index > candidate.site.anchor):
        yield candidate
        return
    for day, sender, recipient in letters:
        ends = {"sender": pointed(sender), "recipient": pointed(recipient), "date": on_day(day)}
        kept = {role: found for role, found in candidate.args.items() if role not in ends}
        yield replace(candidate, args={**kept, **{role: found for role, found in ends.items() if found}})


def exchanged(phrases: Sequence[Phrase], end: int) -> list[tuple[Unit | None, Unit, Unit]]:
    """Return day, sender and recipient of each letter of a list that ends right before a noun."""
    found: list[tuple[Unit | None, Unit, Unit]] = []
    day: Unit | None = None
    sender: Unit | None = None
    for phrase in (p for p in phrases if p.head.index < end and not p.relation):
        head = phrase.head
        if head.tag == "DAT":
            day = head
        elif head.tag in SPEAKERS and phrase.case == "Abl":
            sender = head
        elif head.tag in SPEAKERS and phrase.case == "Dat" and sender is not None:
            found.append((day, sender, head))
            day = sender = None
        else:
            found, day, sender = [], None, None
    return found


def on_day(unit: Unit | None) -> tuple[Filler, ...]:
    """Return the date that a unit names as a filler."""
    mention = unit.mention if unit else None
    return (Filler("date", mention.value, mention.source),) if mention and mention.value and "X" not in mention.value[:4] else ()


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


def instalments(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a number where the thing counted is told once ("Nisan’da 400 bin, Mayıs’ta 600 bin lira", "A üç, B beş top")."""
    theme, clause = candidate.site.theme, candidate.site.clause
    counted = theme is not None and clause is not None and "amount" in candidate.args
    before = [p for p in clause.phrases if p.head.index < theme.head.index] if counted and clause and theme else []
    numbers = [p for p in before if p.bare and p.head.pos == "NUM" and not p.named and p.head.tag != "DAT"]
    ends = [p.head.index for p in numbers]
    units = candidate.site.sentence.units
    if not ends or any(units[end + 1].text not in SERIES for end in ends):
        yield candidate
        return
    for n, end in enumerate([*ends, theme.head.index if theme else 0]):
        start = ends[n - 1] if n else -1
        own = [p for p in before if start < p.head.index < end]
        number = amount_of(Phrase([units[end + 1]]), candidate.site.sentence) if n < len(ends) else list(candidate.args["amount"])
        told = {"amount": scaled(number, candidate), **its_own(own)}
        yield replace(candidate, args={**candidate.args, **{role: found for role, found in told.items() if found}})


def its_own(own: Sequence[Phrase]) -> dict[str, tuple[Filler, ...]]:
    """Return the day, giver and recipient that stand before one number of a series."""
    days = [p.head.mention for p in own if p.head.tag == "DAT" and p.head.mention and "X" not in (p.head.mention.value or "X")[:4]]
    givers = [p.head for p in own if p.bare and p.head.tag in SPEAKERS]
    takers = [p.head for p in own if p.case == "Dat" and not p.relation and p.head.tag in SPEAKERS]
    return {
        "date": tuple(Filler("date", m.value or "", m.source) for m in days[:1]),
        "giver": pointed(givers[0]) if givers else (),
        "recipient": pointed(takers[0]) if takers else (),
    }


def scaled(number: Sequence[Filler], candidate: Candidate) -> tuple[Filler, ...]:
    """Return a number of a series in the scale of the last one, which is told once ("üç, beş ve on bin")."""
    last = int(candidate.args["amount"][0].value)
    scale = next((s for s in (10**9, 10**6, 1000) if last >= s and last % s == 0), 1)
    return tuple(replace(f, value=str(int(f.value) * scale)) if int(f.value) < SMALL else f for f in number)


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


def split(candidate: Candidate) -> Iterator[Candidate]:
    """Yield one candidate a date where several dates are listed ("13 Kasım ve 2 Aralık’ta iki nota")."""
    dates = candidate.args.get("date", ())
    if len(dates) < 2 or candidate.type not in DATED_APART:
        yield candidate
        return
    for date in dates:
        yield replace(candidate, args=dict(candidate.args) | {"date": (date,)})
