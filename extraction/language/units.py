"""Units of a sentence: the words of a mention merged into one, every other word by itself, with the grammar that clauses need.

A parse tree attaches single words; a historian's sentence is built of names ("Doktor İbrahim Tali (Öngören) Bey’e") that behave
as one word with the case of their last part. Merging them first is what makes the clause rules short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from extraction.language.words import attributives, auxiliaries, causatives, deverbal, event_nouns, frozen, leagues, nominals, word_class
from extraction.records import Mention
from ontology.authority import fold
from ontology.authority import load as load_authority
from ontology.turkish import lower

WORDS = Path(__file__).with_name("words.toml")
VERBAL = {"VERB", "AUX"}
AORIST = re.compile("[aeıiuü]r$")
NO_AORIST = re.compile("m[ae]z$")
PARTICLES = {"ise", "da", "de", "dahi", "bile", "ki", "mi", "mı", "oldukça"}
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
OWNED = re.compile(r"[ıiuü](?:n[ae]|nd[ae]n?)$")
"""How a possessed noun ends in an oblique case."""
MODIFIERS = 5
"""Words at most from a name to the noun, the name included ("Karakol adlı yeni bir gizli cemiyet")."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or one mention taken as a word.

    ``first`` and ``last`` are token indices in the Doc (inclusive); ``case`` a UD Case value or "" for a bare form; ``owned``
    says that a third-person possessive ends it ("elçisi"); ``form`` is UD VerbForm, ``kind`` the suffix behind it (Ip, Dik, Ma …);
    ``linking`` that -ki hangs a place or time on the noun that follows ("Ankara’daki elçi").
    """

    index: int
    first: int
    last: int
    text: str
    lemma: str
    pos: str
    case: str = ""
    owned: bool = False
    form: str = ""
    kind: str = ""
    voice: str = ""
    negative: bool = False
    tense: str = ""
    evident: bool = False
    person: str = ""
    mention: Mention | None = None
    linking: bool = False

    @property
    def tag(self) -> str:
        """Return the mention's tag, or the empty string."""
        return self.mention.tag if self.mention else ""

    @property
    def nominal(self) -> bool:
        """Say whether the unit can head a noun phrase."""
        noun = (self.pos in {"NOUN", "PROPN", "PRON", "NUM", "X"} and not self.attributive) or self.lemma in nominals()
        return self.mention is not None or (noun and not self.form)

    @property
    def attributive(self) -> bool:
        """Say whether the unit is a bare word that only stands before a noun ("ilk", "yeni"), whatever a tagger made of it."""
        return not self.case and not self.owned and self.lemma in attributives()

    @property
    def ours(self) -> bool:
        """Say whether the verb stands in the first person plural ("vardık", "gidiyoruz")."""
        return self.person == "1" and lower(self.text).endswith(("k", "z"))

    @property
    def passive(self) -> bool:
        """Say whether the verb is passive, so that its grammatical subject is what the deed was done to."""
        return "Pass" in self.voice


def complete(unit: Unit) -> bool:
    """Say whether a treaty's, conference's or league's name has its own modifier, so that a state before it is a subject."""
    words = lower(unit.text).split()
    return len(words) > 1 and (unit.tag in {"AGR", "CNF"} or (unit.tag == "ORG" and words[-1] in leagues()))


def sort_of_person(unit: Unit) -> bool:
    """Say whether a people's or movement's name is singular, so that before a person's name it says what he is ("İttihatçı Halil Paşa")."""
    return unit.tag == "GRP" and " " not in unit.text and not lower(unit.text).endswith(("lar", "ler"))


def feature(token: Token, name: str) -> str:
    """Return the first value of a morphological feature, or the empty string."""
    values = token.morph.get(name, [])
    return values[0] if values else ""


def unit_of(index: int, first: Token, last: Token, mention: Mention | None, text: str) -> Unit:
    """Build a unit from its first and last token; the grammar is that of the last one."""
    case = feature(last, "Case")
    named = mention is not None
    return Unit(
        index=index,
        first=first.i,
        last=last.i,
        text=text,
        lemma=mention.text if mention else verb_stem(lower(last.lemma_), feature(last, "Voice")),
        pos="PROPN" if named else "PART" if lower(last.text) in PARTICLES else last.pos_,
        case=""
        if case == "Nom" or (mention and (bare_name(mention, last) or too(mention, case))) or lower(last.text) in PARTICLES
        else "Acc"
        if several(mention, last)
        else case,
        owned=not several(mention, last) and feature(last, "Person[psor]") == "3",
        form="" if named else feature(last, "VerbForm"),
        kind="" if named else feature(last, "Conv") or feature(last, "Part") or feature(last, "Vnoun"),
        voice=feature(last, "Voice"),
        negative=feature(last, "Polarity") == "Neg" and feature(last, "Conv") not in {"Meden", "Madan"},
        tense=feature(last, "Tense"),
        evident=feature(last, "Evident") == "Nfh",
        person="" if named else feature(last, "Person"),
        mention=mention,
        linking=case == "Loc" and lower(last.text).endswith("ki"),
    )


def verb_stem(lemma: str, voice: str) -> str:
    """Return the stem with its causative where that is a word of its own ("bilgilen" with Voice=Cau to "bilgilendir").

    "olun" is an old passive of "et" ("tebliğ olundu", "kaydolundu"), "eyle" an old word for it.
    """
    if voice == "Pass" and lemma.endswith("ol"):
        return f"{lemma[:-2]}et"
    if lemma == "eyle":
        return "et"
    if "Cau" in voice and lemma in causatives():
        return causatives()[lemma]
    if "Cau" not in voice or lemma[-3:] not in {"len", "lan", "leş", "laş"}:
        return lemma
    return lemma + ("t" if lemma.endswith("ş") else "d") + ("ir" if lemma[-2] == "e" else "ır")


def bare_name(mention: Mention, last: Token) -> bool:
    """Say whether a mention is a known name as it stands, so that an ending which looks like a case is its own ("Kuvâ-yı Milliye")."""
    return mention.end >= last.idx + len(last) and fold(mention.text) in names_of(mention.entity or "")


def several(mention: Mention | None, last: Token) -> bool:
    """Say whether the title behind several persons' names is a plural object, not possessed ("Cemal ve Enver Paşaları gönderdi")."""
    return mention is not None and mention.tag == "PER" and lower(last.text) in {"beyleri", "paşaları", "efendileri", "hanımları"}


def too(mention: Mention, case: str) -> bool:
    """Say whether an ending that looks like a locative is the word "de" written together: nobody is in a person ("Rauf Bey’de geldi")."""
    return mention.tag == "PER" and case == "Loc"


@cache
def names_of(entity: str) -> frozenset[str]:
    """Return the folded names of an authority entry."""
    entry = load_authority().entries.get(entity)
    return frozenset(fold(n) for n in (entry.tr, *entry.variants, *entry.short)) if entry else frozenset()


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
        at = end + 1
    return found


def tokens_of(sentence: SentenceSpan, mention: Mention) -> list[int]:
    """Return the indices of the sentence's tokens that a mention touches."""
    if mention.end <= sentence.start_char or mention.start >= sentence.end_char:
        return []
    return [t.i for t in sentence if t.idx < mention.end and mention.start < t.idx + len(t)]


def merged(words: Sequence[Unit]) -> list[Unit]:
    """Merge a verb with the auxiliary that carries its form ("yapmış olan"), and take deverbal nouns before a light verb as nouns.

    A future before a number describes what is counted ("verilecek 200 tüfek").
    """
    found: list[Unit] = []
    raw: Unit | None = None
    for at, unit in enumerate(words):
        last = found[-1] if found else None
        verb, raw = raw, unit
        back = 2 if len(found) < 3 or found[-1].lemma == "ve" or found[-1].pos != "NUM" else 3
        name = so_called(found, unit, words[at + 1 : at + 2])
        if name:
            found[-name:] = [replace(found[-name], case=unit.case)]
        elif len(found) >= back and found[1 - back].lemma == "ve" and companion(found[-back], unit):
            case = "" if unit.case == "Acc" and not unit.owned else unit.case
            found[-back:] = [replace(found[-back], last=unit.last, case=case)]
        elif last is not None and verb is not None and no_sooner(verb, unit):
            found[-1] = replace(last, last=unit.last, text=f"{last.text} {unit.text}", form="Conv", kind="Ince")
            raw = found[-1]
        elif last is not None and verb is not None and carries(verb, unit):
            found[-1] = carried(last, unit)
        else:
            counted = unit.pos == "NUM" or lower(unit.text) in word_class("degree")
            if last is not None and last.tense == "Fut" and last.form == "Fin" and counted:
                found[-1] = replace(last, form="Part", kind="Acak")
            bodied = unit.case == "Acc" and of_state(unit, found)
            read = replace(unit, case="", owned=True) if bodied else settled(done_to(unit, found), last)
            found.append(replace(active(read, found), index=len(found)))
    return found


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


def so_called(before: Sequence[Unit], unit: Unit, behind: Sequence[Unit]) -> int:
    """Return how many units before a common noun give its name, which stands for both ("Karakol adlı gizli bir cemiyeti"), or 0."""
    compound = any(u.owned and u.pos == "NOUN" and not (u.mention or u.form) for u in behind) and not unit.case
    if unit.mention or unit.form or unit.pos != "NOUN" or compound or lower(unit.text) in NAMED:
        return 0
    for n in range(2, min(len(before), MODIFIERS) + 1):
        word, name = before[1 - n], before[-n]
        if lower(word.text) in NAMED:
            known = name.tag in {"ORG", "PER", "GRP"} or (not name.mention and name.owned and name.text[:1].isupper())
            return n if known and not name.case and name.pos != "DET" else 0
        plain = word.pos in {"DET", "ADJ", "NUM"} or (word.pos == "NOUN" and unit.owned and not word.owned and not word.case)
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


def of_state(body: Unit, before: Sequence[Unit]) -> bool:
    """Say whether a body stands behind a state's bare name and an adjective, so that it is the state's ("Polonya askerî heyeti")."""
    if len(before) < 2 or body.mention or body.lemma not in word_class("delegation"):
        return False
    state, adjective = before[-2:]
    return state.tag == "GPE" and not state.case and adjective.pos == "ADJ" and not adjective.case and lower(adjective.text) != "bir"


def settled(unit: Unit, last: Unit | None) -> Unit:
    """Return a unit with the reading that its place calls for: -mAktA alone is finite, a bare -Iş is a noun ("dönüş yaptı"), "geleceğini"
    behind a goal is a verb, "20 bin altını" is gold, "haftalardır" and "yüz kişilik" say how long and how many, "yayılmacı" and "hatırı
    sayılır" are adjectives, "kalanı" what is left.

    A lone "ise" only sets its noun against another one ("Litvinov ise … gitti"); behind a verb it was merged with it before.
    """
    if unit.pos == "PART" and unit.form:
        return replace(unit, form="", kind="")
    if not unit.mention and lower(unit.text) in frozen():
        return replace(unit, form="", kind="", case="", owned=False, pos="NOUN", lemma=lower(unit.text))
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
    if lower(unit.text) == "sayılır" and last is not None and last.lemma in {"hatır", "hatırı"}:
        return replace(unit, form="", kind="", pos="ADJ")
    if unit.lemma == "kişilik" and last is not None and last.pos == "NUM":
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


def how_long(unit: Unit, last: Unit | None) -> bool:
    """Say whether a noun of time in -DIr says since when something goes on ("haftalardır", "uzun zamandır") and is no predicate."""
    text = lower(unit.text)
    counted = last is not None and last.pos in {"NUM", "ADJ", "DET"} and re.fullmatch(".*[dt][ıiuü]r", text) is not None
    return unit.lemma in {*word_class("time"), "süre", "sene", "asır"} and (counted or text.endswith(("lardır", "lerdir")))
