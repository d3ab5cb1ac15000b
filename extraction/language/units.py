"""Units of a sentence: the words of a mention merged into one, every other word by itself, with the grammar that clauses need.

A parse tree attaches single words; a historian's sentence is built of names ("Doktor İbrahim Tali (Öngören) Bey’e") that behave
as one word with the case of their last part. Merging them first is what makes the clause rules short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from extraction.language.settling import active, done_to, of_state, settled
from extraction.language.unit import Unit, feature, unit_of
from extraction.language.words import auxiliaries, word_class
from extraction.records import Mention
from ontology.turkish import lower

VERBAL = {"VERB", "AUX"}
AORIST = re.compile("[aeıiuü]r$")
NO_AORIST = re.compile("m[ae]z$")
COPULA = re.compile("(?:[dt][ıiuü]r(?:l[ae]r)?|y?[dt][ıiuü](?:l[ae]r)?|y?m[ıiuü]ş)$")
NAMED = {
    "adlı",
    "isimli",
    "unvanlı",
    "ünvanlı",
    "namlı",
    "adında",
    "isminde",
    "namında",
    "adındaki",
    "ismindeki",
    "namındaki",
    "adıyla",
    "ismiyle",
    "namıyla",
}
"""Words between a name and the noun that it is the name of."""
LEADING = "başkanlığındaki"
CLOSING = {"”", "»", "’’"}
MODIFIERS = 5
WILLY_NILLY = ("ister", "istemez")
"""Two verbs that make an adverb."""
BARE = re.compile("(?:m[ıiuü]ş|[ae]c[ae]k)$")
"""Words at most from a name to the noun, the name included ("Karakol adlı yeni bir gizli cemiyet")."""


def units(sentence: SentenceSpan, mentions: Sequence[Mention]) -> list[Unit]:
    """Return the units of a sentence; ``mentions`` are those of its passage, in order and without overlaps.

    A mention that starts or ends inside a token takes the whole token, so the suffix behind an apostrophe gives the case.
    """
    return merged(single(sentence, mentions))


def single(sentence: SentenceSpan, mentions: Sequence[Mention]) -> list[Unit]:
    """Return the words and merged mentions of a sentence, verbs still apart from their auxiliaries."""
    covering = {i: m for m in mentions for i in tokens_of(sentence, m)}
    found: list[Unit] = []
    tokens = list(sentence)
    at = 0
    while at < len(tokens):
        mention = covering.get(tokens[at].i)
        end = at
        while mention and end + 1 < len(tokens) and covering.get(tokens[end + 1].i) is mention:
            end += 1
        if not tokens[at].is_space:
            text = mention.text if mention else tokens[at].text
            found.append(unit_of(len(found), tokens[at], tokens[end], mention, text))
            found += copula(len(found), tokens[end]) if mention and mention.tag != "DAT" else []
        at = end + 1
    return found


def copula(index: int, last: Token) -> list[Unit]:
    """Return the "to be" that ends a name and makes it what is said of the subject ("X, Dışişleri Komiseriydi"), if there is one."""
    said = feature(last, "VerbForm") == "Fin" and feature(last, "Case") == "Nom"
    ending = COPULA.search(lower(last.text)) if said else None
    if ending is None:
        return []
    person, tense = feature(last, "Person"), feature(last, "Tense")
    return [Unit(index, last.i, last.i, ending.group(), "i", "AUX", form="Fin", person=person, tense=tense)]


def tokens_of(sentence: SentenceSpan, mention: Mention) -> list[int]:
    """Return the indices of the sentence's tokens that a mention touches."""
    if mention.end <= sentence.start_char or mention.start >= sentence.end_char:
        return []
    return [t.i for t in sentence if t.idx < mention.end and mention.start < t.idx + len(t)]


def merged(words: Sequence[Unit]) -> list[Unit]:
    """Merge a verb with the auxiliary that carries its form ("yapmış olan"), and take deverbal nouns before a light verb as nouns.

    A bare future or -mIş before a number or determiner describes what follows ("verilecek 200 tüfek", "sürülmüş birçok köylü").
    """
    found: list[Unit] = []
    raw: Unit | None = None
    for at, unit in enumerate(words):
        last = found[-1] if found else None
        verb, raw = raw, unit
        back = 2 if len(found) < 3 or found[-1].lemma == "ve" or found[-1].pos != "NUM" else 3
        name = so_called(found, unit, words[at + 1 : at + 2])
        if name:
            # A demonym before the noun makes a compound, whose ending looks like a case ("Ali adında bir Rus uzmanı").
            compound = unit.case == "Acc" and not unit.owned and last is not None and last.pos == "PROPN"
            found[-name:] = [replace(found[-name], case="" if compound else unit.case)]
        elif (
            last is not None
            and last.lemma == "ve"
            and len(found) > 1
            and found[-2].tag == "PER"
            and lower(unit.text) in word_class("with-him")
        ):
            found[-1] = replace(unit, index=last.index, text=LEADING, lemma=LEADING)
        elif len(found) >= back and found[1 - back].lemma == "ve" and companion(found[-back], unit):
            case = "" if unit.case == "Acc" and not unit.owned else unit.case
            found[-back:] = [replace(found[-back], last=unit.last, case=case)]
        elif last is not None and (lower(last.text), lower(unit.text)) == WILLY_NILLY:
            found[-1] = replace(last, last=unit.last, text=f"{last.text} {unit.text}", pos="ADV", form="", kind="")
        elif last is not None and verb is not None and no_sooner(verb, unit):
            found[-1] = replace(last, last=unit.last, text=f"{last.text} {unit.text}", form="Conv", kind="Ince")
            raw = found[-1]
        elif last is not None and verb is not None and carries(verb, unit):
            found[-1] = carried(last, unit)
        else:
            if last is not None and (describing(last, unit) or paired(last, unit, words[at + 1 : at + 2])):
                found[-1] = replace(last, form="Part", kind="Mis" if last.evident else "Acak")
            bodied = unit.case == "Acc" and of_state(unit, found)
            read = replace(unit, case="", owned=True) if bodied else settled(done_to(unit, found), last)
            found.append(replace(active(read, found), index=len(found)))
    return found


def describing(verb: Unit, unit: Unit) -> bool:
    """Say whether a verb read as finite is a participle, by the number, the determiner or the word of degree right behind it."""
    bare = verb.form == "Fin" and verb.pos == "VERB" and BARE.search(lower(verb.text)) is not None
    counted = unit.pos in {"NUM", "DET"} and unit.mention is None
    return bare and (counted or (verb.tense == "Fut" and lower(unit.text) in word_class("degree")))


def paired(verb: Unit, joiner: Unit, behind: Sequence[Unit]) -> bool:
    """Say whether a verb read as finite is the first of two participles of one verb ("yapılmış ve yapılacak görüşmeler")."""
    bare = verb.form == "Fin" and verb.pos == "VERB" and BARE.search(lower(verb.text)) is not None
    return bare and joiner.lemma in {"ve", "veya"} and any(u.form == "Part" and not u.case and u.lemma == verb.lemma for u in behind)


def so_called(before: Sequence[Unit], unit: Unit, behind: Sequence[Unit]) -> int:
    """Return how many units before a common noun give its name, which stands for both ("Karakol adlı gizli bir cemiyeti"), or 0."""
    compound = any(u.owned and u.pos == "NOUN" and not (u.mention or u.form) and not (unit.owned and u.case) for u in behind)
    compound = compound and not unit.case
    if unit.mention or unit.form or unit.pos != "NOUN" or compound or lower(unit.text) in NAMED:
        return 0
    for n in range(2, min(len(before), MODIFIERS) + 1):
        word, name = before[1 - n], before[-n]
        if lower(word.text) in NAMED and name.text in CLOSING and n < len(before):
            n, name = n + 1, before[-n - 1]
        if lower(word.text) in NAMED:
            known = name.tag in {"ORG", "PER", "GRP"} or (not name.mention and name.owned and name.text[:1].isupper())
            return n if known and not name.case and name.pos != "DET" else 0
        plain = (
            word.pos in {"DET", "ADJ", "NUM"}
            or (word.pos == "PROPN" and not word.case)
            or (word.pos == "NOUN" and unit.owned and not word.owned and not word.case)
        )
        if not plain or word.form or word.mention:
            return 0
    return 0


def companion(name: Unit, unit: Unit) -> bool:
    """Say whether a noun after "ve" only adds a person's nameless company ("Enver Paşa ve arkadaşları", "Mustafa Suphi ve 15 arkadaşı")."""
    return name.tag == "PER" and unit.lemma in word_class("companion") and not unit.mention


def no_sooner(verb: Unit, again: Unit) -> bool:
    """Say whether two forms of one verb make a converb of time ("gelir gelmez", "alınır alınmaz")."""
    same = verb.pos in VERBAL and again.pos in VERBAL and (verb.lemma, verb.voice) == (again.lemma, again.voice)
    return same and again.negative and not verb.negative and bool(AORIST.search(lower(verb.text)) and NO_AORIST.search(lower(again.text)))


def carries(verb: Unit, auxiliary: Unit) -> bool:
    """Say whether the second verb only carries the form of the first."""
    if auxiliary.mention or verb.mention or auxiliary.lemma not in auxiliaries():
        return False
    going_on = verb.form == "Fin" and lower(verb.text).endswith("yor") and auxiliary.lemma == "ol"
    open_form = (
        going_on or verb.evident or verb.tense == "Fut" or verb.kind in {"Mis", "Acak", "Ar"} or (verb.kind == "Mak" and verb.case == "Loc")
    )
    return bool(verb.form) and open_form and bool(auxiliary.form)


def carried(verb: Unit, auxiliary: Unit) -> Unit:
    """Return one predicate: meaning and voice of the verb, form of the auxiliary."""
    return replace(
        verb, last=auxiliary.last, text=f"{verb.text} {auxiliary.text}", form=auxiliary.form, kind=auxiliary.kind, case=auxiliary.case,
        owned=auxiliary.owned, tense=auxiliary.tense, negative=verb.negative or auxiliary.negative,
    )  # fmt: skip
