"""Which of the open phrases on its left a predicate takes, and what it leaves for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.language.clause import ACTING, Clause
from extraction.language.phrases import Phrase
from extraction.language.unit import Unit
from extraction.language.words import collective, intransitive, times, word_class
from ontology.turkish import lower

NEAR = 3


def take(stack: list[Phrase], verb: Unit, on_the_way: bool = False, content: bool = False) -> list[Phrase]:
    """Pop the phrases that belong to a predicate; what stays on the stack waits for a later one, as does the letter that has the
    predicate for its ``content`` ("mektubunda asker gönderilmesini istedi").
    """
    start = len(stack)
    if verb.form == "Fin":
        start = 0
    elif (suite := suited(stack, verb)) is not None:
        start = suite
    elif adverbial(verb):
        start = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].case == "Gen" and not stack[n].relation), 0)
    else:
        genitive = verb.kind not in {"An", "Mak"}
        while start and (belongs(stack[start - 1], verb, genitive) or inside(stack[:start], verb, genitive) or turns(stack, start)):
            if not turns(stack, start) and repeats(stack[start - 1], stack[start:], verb):
                break
            if (on_the_way and sent(stack[start - 1], verb)) or (content and carrier(stack[start - 1])):
                break
            if verb.kind == "An" and own_letter(stack[start - 1]):
                break
            if (stays(verb, stack[start:]) and not dated(stack[start - 1])) or redated(verb, stack[start - 1], stack[start:]):
                break
            start -= 1
            if stack[start].case == "Gen" and not stack[start].relation and genitive:
                start -= start > 0 and verb.kind in {"Dik", "Acak"} and head_owns(stack[start - 1])
                start = 0 if verb.kind == "Dik" and not verb.case and all(setting(p) for p in stack[:start]) else start
                break
        else:
            start = beyond_asides(stack, start) if genitive else start
    taken = stack[start:]
    del stack[start:]
    if not adverbial(verb):
        return taken
    left = passing_over(taken, verb)
    taken = [p for p in taken if all(p is not q for q in left)]
    stack += [*([taken.pop(0)] if waits(taken, verb) else shared(taken, verb)), *left]
    return taken


def inside(stack: Sequence[Phrase], verb: Unit, genitive: bool) -> bool:
    """Say whether the last open phrase stands between a nominalised verb or participle and what must be its own: an adverbial behind its
    genitive, or "X’e göre" behind its object ("isteğini, kurala göre elçiye ileten A").
    """
    measure = len(stack) > 1 and stack[-1].relation == "göre" and not stack[-1].comma
    return (genitive and set_off(stack)) or (measure and stack[-2].case == "Acc" and belongs(stack[-2], verb, genitive))


def waits(taken: Sequence[Phrase], verb: Unit) -> bool:
    """Say whether the first name is only the later verb's subject, as this verb has one of its own ("Troçki, Lenin ölünce …")."""
    names = [p for p in taken if p.bare and p.named]
    one = verb.lemma in intransitive() and verb.kind not in {"Ip", "Arak"}
    return one and len(names) > 1 and names[0] is taken[0] and names[0].comma


def passing_over(taken: Sequence[Phrase], verb: Unit) -> list[Phrase]:
    """Return the objects before a converb that are those of a later verb: it takes none ("teklifi, Roma’ya dönünce reddetti"), or has one
    of its own behind a comma ("kenti, köprüleri yıktıktan sonra teslim etti").
    """
    if verb.passive:
        return []
    if verb.lemma not in intransitive():
        objects = [(p, q) for p, q in pairwise(taken) if verb.kind == "Dikten" and p.comma and q.case == "Acc"]
        return [p for p, _ in objects if p.case in {"", "Acc"} and not (p.relation or p.named)]
    subject = any(p.bare and p.named and p.head.tag != "DAT" for p in taken)
    return [p for p in taken if p.case == "Acc" and not p.relation and (subject or not may_be_possessed(p))]


def suited(stack: Sequence[Phrase], verb: Unit) -> int | None:
    """Return where a clause begins that tells who goes with somebody ("maiyetinde A ve B olduğu halde", "refakatinde A bulunan B")."""
    if verb.lemma not in {"ol", "bulun"} or verb.form != "Part" or verb.case:
        return None
    return next((n for n, p in enumerate(stack) if in_suite(p)), None)


def in_suite(phrase: Phrase) -> bool:
    """Say whether a phrase says that somebody goes with another one ("maiyetinde", "beraberinde")."""
    return phrase.case == "Loc" and not phrase.relation and lower(phrase.head.text).startswith(tuple(sorted(word_class("suite"))))


def beyond_asides(stack: Sequence[Phrase], start: int) -> int:
    """Return where a nominalised verb's clause begins whose parts commas set off from its genitive ("A’nın, B’ye, bir nota vermesi")."""
    at = start
    while at and stack[at - 1].comma and stack[at - 1].case not in {"", "Gen"}:
        at -= 1
    subject = stack[at - 1] if at else None
    return at - 1 if subject is not None and subject.comma and subject.case == "Gen" and not subject.relation else start


def set_off(stack: Sequence[Phrase]) -> bool:
    """Say whether the last open phrase is an adverbial between a genitive with a comma and its verb ("A’nın, buna göre, gelmesi")."""
    if len(stack) < 2:
        return False
    subject, phrase = stack[-2:]
    adverb = bool(phrase.relation) or phrase.case in {"Loc", "Ins", "Abl"}
    return adverb and subject.case == "Gen" and subject.comma and not subject.relation


def turns(stack: Sequence[Phrase], start: int) -> bool:
    """Say whether the open phrases end in one more name with its day ("1930’da A ile, 1936’da B ile yaptığı")."""
    day, name, taken = stack[start - 2 : start - 1], stack[start - 1], stack[start:]
    like = [p for p in taken if p.named and p is not name and (p.case, p.relation) == (name.case, name.relation)]
    return name.named and bool(like) and all(any(p.head.tag == "DAT" for p in part) for part in (day, taken))


def carrier(phrase: Phrase) -> bool:
    """Say whether a phrase names a letter or speech as what something is told in or by ("raporunda", "telgrafla", "nota ile")."""
    told = phrase.case in {"Loc", "Ins"} and not phrase.relation
    return (told or phrase.relation == "ile") and not phrase.named and phrase.head.lemma in word_class("carrier")


def own_letter(phrase: Phrase) -> bool:
    """Say whether somebody speaks in a letter of his own, so that a later verb tells of him ("A, mektubunda barışı öven sözler
    söyledi").
    """
    return carrier(phrase) and phrase.case == "Loc" and phrase.head.owned and not phrase.owners


def stays(verb: Unit, taken: Sequence[Phrase]) -> bool:
    """Say whether a participle only tells where its noun is, so that it takes no more than the place and a time ("Bakü’de bulunan A")."""
    place = taken[0] if len(taken) == 1 else None
    named = place is not None and place.case == "Loc" and not place.relation and place.head.tag in {"LOC", "GPE"}
    return named and verb.kind == "An" and verb.lemma in {"bulun", "ol"}


def redated(verb: Unit, phrase: Phrase, taken: Sequence[Phrase]) -> bool:
    """Say whether a date stands before another one of a participle, so that it is a later verb's ("9 Mayıs’ta 1925’te imzalanan pakt
    uzatıldı"); in a list parted by commas both are its own.
    """
    days = [n for n, p in enumerate((phrase, *taken)) if on_a_day(p)]
    return verb.form == "Part" and len(days) > 1 and days[0] == 0 and not any(p.comma for p in (phrase, *taken)[: days[1]])


def on_a_day(phrase: Phrase) -> bool:
    """Say whether a phrase tells in or on which time something happened."""
    day = phrase.head.tag == "DAT" or (phrase.head.lemma == "tarih" and any(m.head.tag == "DAT" for m in phrase.modifiers))
    return day and phrase.case == "Loc" and not phrase.relation and not phrase.dated


def dated(phrase: Phrase) -> bool:
    """Say whether a phrase tells a time."""
    return phrase.head.tag == "DAT" or phrase.head.lemma in times()


def sent(phrase: Phrase, verb: Unit) -> bool:
    """Say whether a phrase before a purpose is the goal of the journey, or whom somebody sends there to do it ("etmesi için")."""
    goal = phrase.case == "Dat" and phrase.head.tag in {"LOC", "GPE"}
    return goal or (verb.kind == "Ma" and phrase.case == "Acc" and phrase.head.tag == "PER")


def adverbial(verb: Unit) -> bool:
    """Say whether a verb form makes an adverbial clause with a subject of its own: a converb, -DIktAn before "sonra", or -DIğIndA."""
    return verb.form == "Conv" or verb.kind in {"Dikten", "Diginda"}


def shared(taken: Sequence[Phrase], verb: Unit) -> list[Phrase]:
    """Return the subject that an adverbial clause leaves for the clause it depends on: its genitive, or its first bare name.

    Two deeds told with -Ip and -ArAk have one subject, so that there a common noun away from the verb goes on too ("heyet gidip görüştü").
    """
    if taken and taken[0].case == "Gen":
        return list(taken[:1])
    named = [p for p in taken if p.bare and p.named]
    one = verb.kind in {"Ip", "Arak"} and not verb.passive
    first = next((p for p in taken if p.bare and p.head.tag != "DAT" and p.head.pos == "NOUN" and p.head.lemma not in times()), None)
    far = first is not None and (verb.index - first.head.index > 2 or verb.lemma in intransitive())
    acting = first is not None and first.head.lemma in collective()
    return named[:1] or ([first] if first is not None and (one or acting) and far else [])


def setting(phrase: Phrase) -> bool:
    """Say whether a phrase tells only when, where or for whom, so that before a genitive subject it belongs to the subject's verb."""
    return not (phrase.comma or carrier(phrase)) and (
        phrase.head.tag == "DAT" or phrase.relation in {"adına", "arasında"} or (phrase.case == "Loc" and not phrase.relation)
    )


def without_passed(phrases: list[Phrase], before: Sequence[Clause]) -> list[Phrase]:
    """Return phrases without the subject of a converb of time where another name takes its place ("A dönerken B bir nota verdi")."""
    for clause in (c for c in before if c.predicate.kind in {"Ken", "Ince", "Dikten", "Diginda"}):
        passed = next((p for p in clause.subject_phrases() if any(p is q for q in phrases)), None)
        later = [p for p in phrases if p.bare and p.members[0].index > clause.predicate.index]
        new = [p for p in later if (p.named and p.head.tag in ACTING) or p.head.lemma in collective()]
        if passed and new:
            return [p for p in phrases if p is not passed]
    return phrases


def not_accusative(clause: Clause) -> None:
    """Read a noun in -I as possessed where its verb has no object, so that it is the subject ("kılıcı elinden alındı")."""
    verb = clause.predicate
    participle = verb.kind == "An" and verb.passive
    if not (participle or ((verb.form in {"Fin", "Conv"} or adverbial(verb)) and (verb.passive or verb.lemma in intransitive()))):
        return
    for phrase in clause.phrases:
        if phrase.case == "Acc" and may_be_possessed(phrase):
            phrase.members[-1] = replace(phrase.head, case="", owned=True)


def may_be_possessed(phrase: Phrase) -> bool:
    """Say whether a common noun read as an accusative may as well be possessed ("ilişkileri kesilen devlet")."""
    unit = phrase.head
    return not (unit.mention or unit.owned or phrase.relation) and unit.pos == "NOUN" and len(phrase.members) == 1


def repeats(phrase: Phrase, taken: Sequence[Phrase], verb: Unit) -> bool:
    """Say whether a verb already has a phrase in this case, of which it takes only one ("A’ya B’ye giden heyeti").

    A place and what one goes there for are two ("Ankara’ya görüşmeye giden").
    """
    errand = phrase.case == "Dat" and phrase.named and verb.lemma in word_class("motion")
    rivals = [p for p in taken if p.case == phrase.case and not p.relation and not (errand and not p.named)]
    return phrase.case in {"Dat", "Acc", "Abl"} and not phrase.relation and bool(rivals)


def head_owns(phrase: Phrase) -> bool:
    """Say whether an object's possessor can only be the noun that the relative clause modifies ("başkanlığını A’nın yaptığı heyet")."""
    return phrase.case == "Acc" and phrase.head.owned and not (phrase.named or phrase.relation or phrase.owners or phrase.modifiers)


def belongs(phrase: Phrase, verb: Unit, genitive: bool) -> bool:
    """Say whether an open phrase is part of a participle's or nominalised verb's clause, and not of the clause around it.

    "X’e göre" away from the verb opens the whole sentence ("maddeye göre iki ülke arasında yapılmış anlaşmalar iptal edildi").
    """
    if phrase.comma and phrase.case != "Gen" and phrase.head.tag != "DAT" and phrase.head.lemma not in times():
        return False
    if phrase.relation == "göre" and verb.index - phrase.head.index > NEAR:
        return False
    if phrase.case == "Gen" and not phrase.relation:
        return genitive
    if phrase.case == "Dat" and not phrase.relation and verb.lemma in word_class("composing"):
        return False
    if phrase.bare and phrase.head.tag == "OFF" and verb.lemma in word_class("being"):
        return True
    if phrase.case == "Acc" and verb.passive:
        return verb.kind == "An" and verb.index - phrase.head.index == 1 and may_be_possessed(phrase)
    if verb.kind == "An" and phrase.bare and apart(phrase, verb):
        return False
    named = phrase.named or (speaks(phrase) and verb.index - phrase.head.index > 2)
    # Whom a nominalised deed was done to is in the genitive where it has a name: "A, sınırın çizilmesini istedi".
    suffered = verb.passive and verb.form == "Vnoun" and phrase.head.tag not in ACTING
    return not (phrase.bare and named and not suffered)


def apart(phrase: Phrase, verb: Unit) -> bool:
    """Say whether a bare noun stands away from a participle, where no indefinite object can stand, so that it is a later verb's subject
    ("delegeler Gdansk’ta oturan bir armatörün konağında toplandı"); a singular one may be what a passive is about, a list may not.
    """
    unit = phrase.head
    common = not unit.mention and not unit.owned and unit.pos == "NOUN" and unit.lemma not in times()
    many = len(phrase.members) > 1 or lower(unit.text).endswith(("lar", "ler"))
    return common and verb.index - unit.index > (1 if many else 2) and (many or not verb.passive)


def speaks(phrase: Phrase) -> bool:
    """Say whether a common noun has a name before it ("Türk heyeti") or acts like one, so that away from the verb it is a subject."""
    return any(p.named for p in phrase.modifiers) or phrase.head.lemma in collective()
