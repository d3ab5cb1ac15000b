"""Lists: phrases joined by commas, "ve", "ile" and dashes made one, postpositions put on what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from extraction.language.phrases import CLOSING, DATED, LISTED, QUOTES, Phrase, governs, kin, postposition
from extraction.language.unit import Unit, unknown_name
from extraction.language.words import collective, postpositions, times
from ontology.turkish import lower

CONCERNING = {"ilgili", "alakalı", "alâkalı", "bağlantılı"}
"""Words that say with "ile" what something is about ("konuyla ilgili olarak görüştü")."""


ONLY = {"yalnız", "yalnızca", "sadece", "salt"}


def joined(items: list[Phrase | Unit], units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Join the members of lists into one phrase and put postpositions on the phrase before them."""
    held: Phrase | None = None
    n = 0
    while n < len(items):
        item = items[n]
        if isinstance(item, Unit):
            if held and (item.text == "," or contrasted(items, n)):
                held.comma = True
            if held and lower(item.text) in DATED:
                held.dated = True
            if held and item.text in QUOTES and quoted_by(items, n, held):
                n += 1
                continue
            if held and lower(item.text) in CONCERNING and (held.relation == "ile" or (held.case == "Ins" and not held.relation)):
                held.relation = "hakkında"
                n += 1 + adverbial(items[n + 1 : n + 2])
                continue
            role = postposition(item)
            if held and governs(role, held) and adjoins(held, item, units) and not adverb(held, item):
                held.relation = role
                n += 1
                continue
            if held:
                yield held
                held = None
            yield item
        elif held and (role := under(held, item)):
            held = held.owners[-1]
            held.relation = role
        elif held and examples(held, item):
            # "A ve B gibi kişilerle görüştü": with A and B.
            held.relation = ""
            held.members[-1] = replace(held.head, case=item.case, index=item.head.index)
        else:
            if held:
                yield held
            held = item
            n = extend(held, items, n)
        n += 1
    if held:
        yield held


def contrasted(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether "değil" and a comma stand at item ``n``, which part what is before them from what is said instead."""
    return [lower(i.text) if isinstance(i, Unit) else "" for i in items[n : n + 2]] == ["değil", ","]


def instead(items: Sequence[Phrase | Unit]) -> Iterator[Phrase | Unit]:
    """Leave out the name that another one is said instead of ("A’ya değil, B’ye bir nota verdi"); with "yalnız" both are meant."""
    dropped: set[int] = set()
    for n, item in enumerate(items):
        if isinstance(item, Phrase) and item.named and contrasted(items, n + 1):
            only = any(isinstance(i, Unit) and lower(i.text) in ONLY for i in items[max(0, n - 2) : n])
            later = (i for i in items[n + 3 :] if isinstance(i, Phrase))
            if not only and any(p.named and (p.case, p.relation) == (item.case, item.relation) for p in later):
                dropped |= {n, n + 1, n + 2}
    yield from (i for n, i in enumerate(items) if n not in dropped)


def adverbial(following: Sequence[Phrase | Unit]) -> bool:
    """Say whether "olarak" follows ("konuyla ilgili olarak")."""
    return any(isinstance(i, Unit) and lower(i.text) == "olarak" for i in following)


def examples(held: Phrase, item: Phrase) -> bool:
    """Say whether the names of a list are given as examples of the common noun that follows ("A, B ve C gibi önemli kişiler")."""
    names = held.relation == "gibi" and len(held.members) > 1 and all(u.mention for u in held.members)
    return names and not item.named and item.head.pos == "NOUN" and (many(item) or item.head.owned)


def many(phrase: Phrase) -> bool:
    """Say whether a common noun is plural."""
    text = lower(phrase.head.text)
    return "lar" in text[-8:] or "ler" in text[-8:]


def under(held: Phrase, item: Phrase) -> str:
    """Return the role of an owner before "altında", worded as one noun ("A’nın başkanlığı altında" as "A’nın başkanlığında")."""
    below = (
        lower(item.head.text) in {"altında", "altındaki"} and not item.modifiers and held.owners and held.head.owned and not held.head.case
    )
    word = lower(held.head.text)
    return (postpositions().get(f"{word}nda", "") or postpositions().get(f"{word}nde", "")) if below else ""


def quoted_by(items: Sequence[Phrase | Unit], n: int, held: Phrase) -> bool:
    """Say whether the quotation mark at item ``n`` only closes a name before its postposition ("“Çiçerin” imzalı mektup")."""
    behind = items[n + 1] if n + 1 < len(items) else None
    return held.named and isinstance(behind, Unit) and governs(postposition(behind), held)


def adjoins(phrase: Phrase, item: Unit, units: Sequence[Unit]) -> bool:
    """Say whether a word follows a phrase, with nothing or an aside in brackets between ("Yusuf Kemal (Tengirşenk) ile")."""
    between = [u for u in units[phrase.head.index + 1 : item.index] if u.text not in QUOTES]
    return not between or (between[0].text == "(" and between[-1].text == ")")


def adverb(phrase: Phrase, item: Unit) -> bool:
    """Say whether "önce" or "sonra" behind a bare noun that names no time is an adverb of its own ("heyet önce Londra’ya gitti")."""
    timed = phrase.head.tag == "DAT" or phrase.head.pos == "NUM" or phrase.head.lemma in times()
    return lower(item.text) in {"önce", "sonra", "evvel"} and phrase.bare and not timed


def extend(phrase: Phrase, items: list[Phrase | Unit], n: int) -> int:
    """Add to ``phrase`` the list members that follow item ``n``; return the index of the last item used.

    A list of names is closed by "ve" or "ile" or has three members; two names with only a comma between are subject and something else.
    """
    found, at, closed = [phrase], n, False
    while True:
        word, nearest = listed(items, at)
        other = items[nearest] if nearest < len(items) and not (closed and word == ",") else None
        if not isinstance(other, Phrase) or not same_kind(found[-1], other, word, items[nearest + 1 : nearest + 2]):
            break
        found.append(other)
        at, closed = nearest, closed or word in CLOSING
    if len(found) == 1 or not (closed or (len(found) > 2 and not owning(found))):
        return n
    for other in found[1:]:
        phrase.members += other.members
        phrase.owners += other.owners
        phrase.modifiers += other.modifiers
        phrase.titles += other.titles
    return at


def owning(found: Sequence[Phrase]) -> bool:
    """Say whether several names bear the genitive without a "ve", so that each has its own place ("Roma, Londra’nın, Mısır’ın …")."""
    return sum(p.case == "Gen" and p.named for p in found) > 1


def listed(items: list[Phrase | Unit], n: int) -> tuple[str, int]:
    """Return the joiner behind item ``n`` and the index of what may be the next member; the index is past the end where there is none."""
    joiner = items[n + 1] if n + 1 < len(items) else None
    if not isinstance(joiner, Unit) or lower(joiner.text) not in LISTED:
        return "", len(items)
    at = n + 2
    while at < len(items) and isinstance(items[at], Unit) and cast(Unit, items[at]).pos in {"ADJ", "DET", "NUM", "ADV", "CCONJ"}:
        at += 1
    return lower(joiner.text), at


def same_kind(left: Phrase, right: Phrase, word: str, after: Sequence[Phrase | Unit]) -> bool:
    """Say whether two phrases are members of one list: alike in case (the last one's counts for all) and in kind of name."""
    if left.case and left.case != right.case:
        return False
    if word == "ile":
        follows = after[0] if after else None
        between = isinstance(follows, Unit) and postposition(follows) == "arasında"
        alike = left.named == right.named and kin(left.head, right.head) and (left.named or (counted(left) and counted(right)))
        return between or (alike and not right.relation and (not left.named or right.case in {"Gen", ""}))
    if word in {",", "–", "-"}:
        together = (left.head.lemma in collective()) == (right.head.lemma in collective())
        named = left.named == right.named or unknown_name(left.head) or unknown_name(right.head)
        return named and kin(left.head, right.head) and together and (word == "," or left.named)
    return kin(left.head, right.head)


def counted(phrase: Phrase) -> bool:
    """Say whether a number stands before a common noun, so that "ile" beside another such noun makes a list ("on top ile iki uçak")."""
    return any(u.pos == "NUM" or counted(p) for p in phrase.modifiers for u in p.members)
