"""Lists: phrases joined by commas, "ve", "ile" and dashes made one, postpositions put on what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.language.clause import ACTING
from extraction.language.compounds import QUOTES
from extraction.language.phrases import CLOSING, DATED, LISTED, Phrase, governs, introduces, kin
from extraction.language.unit import Unit, many, postposition, unknown_name
from extraction.language.words import collective, postpositions, times, word_class
from ontology.turkish import lower

BETWEEN = {"ADJ", "DET", "NUM", "ADV", "CCONJ"}
OPENING = {"“", "«", "‘‘"}


def joined(items: list[Phrase | Unit], units: Sequence[Unit]) -> Iterator[Phrase | Unit]:
    """Join the members of lists into one phrase and put postpositions on the phrase before them."""
    held: Phrase | None = None
    n = 0
    while n < len(items):
        item = items[n]
        if isinstance(item, Unit):
            if held and (width := taken_in(held, items, n, item, units)):
                n += width
                continue
            if held:
                yield held
                held = None
            yield item
        elif held and (role := under(held, item)):
            held = held.owners[-1]
            held.relation = role
        elif held and (width := foremost(held, items, n)):
            held = held if held.named else item
            held.relation = "gibi"
            n += width
            continue
        elif held and examples(held, item):
            give_examples(held, item)
        else:
            if held:
                yield held
            held = item
            n = extend(held, items, n)
        n += 1
    if held:
        yield held


def taken_in(held: Phrase, items: Sequence[Phrase | Unit], n: int, word: Unit, units: Sequence[Unit]) -> int:
    """Note on a phrase what the word behind it, item ``n``, says of it; return how many items are thereby read, 0 for a word of its own."""
    held.comma = held.comma or word.text == "," or contrasted(items, n)
    held.dated = held.dated or lower(word.text) in DATED
    if word.text in QUOTES and quoted_by(items, n, held):
        return 1
    with_it = held.relation == "ile" or (held.case == "Ins" and not held.relation)
    if with_it and lower(word.text) in word_class("concerning"):
        held.relation = "hakkında"
        return 1 + adverbial(items[n + 1 : n + 2])
    if noun := exemplified(held, items, n):
        return noun - n
    role = postposition(word)
    if governs(role, held) and adjoins(held, word, units) and not adverb(held, word):
        held.relation = role
        return 1
    return 0


def give_examples(held: Phrase, noun: Phrase) -> None:
    """Put a list of names in the place of the noun that it gives examples of ("A ve B gibi kişilerle görüştü": with A and B)."""
    held.relation = ""
    held.members[-1] = replace(held.head, case=noun.case, index=noun.head.index)
    held.titles += [replace(noun, bearer=u) for u in held.members if introduces(noun.head)]


def contrasted(items: Sequence[Phrase | Unit], n: int) -> bool:
    """Say whether "değil" and a comma stand at item ``n``, which part what is before them from what is said instead."""
    return [lower(i.text) if isinstance(i, Unit) else "" for i in items[n : n + 2]] == ["değil", ","]


def instead(items: Sequence[Phrase | Unit]) -> Iterator[Phrase | Unit]:
    """Leave out the name that another one is said instead of ("A’ya değil, B’ye bir nota verdi"); with "yalnız" both are meant."""
    dropped: set[int] = set()
    for n, item in enumerate(items):
        if isinstance(item, Phrase) and item.named and contrasted(items, n + 1):
            only = any(isinstance(i, Unit) and lower(i.text) in word_class("only") for i in items[max(0, n - 2) : n])
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
    return names and not item.named and item.head.pos == "NOUN" and (many(item.head) or item.head.owned)


def exemplified(held: Phrase, items: Sequence[Phrase | Unit], n: int) -> int:
    """Return where behind adjectives the noun stands that a list of names gives examples of ("A ve B gibi ünlü ve deneyimli kişiler")."""
    at = n
    while at < len(items) and isinstance(unit := items[at], Unit) and unit.pos in {"ADJ", "DET", "CCONJ"} and not unit.form:
        at += 1
    noun = items[at] if n < at < len(items) else None
    return at if isinstance(noun, Phrase) and examples(held, noun) else 0


def foremost(held: Phrase, items: Sequence[Phrase | Unit], n: int) -> int:
    """Return how many items from ``n`` say that names stand first among others ("A ve B başta olmak üzere", "başta A olmak üzere")."""
    item, behind = items[n], items[n + 1 : n + 3]
    words = [lower(i.text) for i in behind if isinstance(i, Unit)]
    if not isinstance(item, Phrase) or words != ["olmak", "üzere"]:
        return 0
    first, name = (item, held) if held.named else (held, item)
    return 3 if lower(first.head.text) == "başta" and name.named and name.bare else 0


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
        if not isinstance(other, Phrase):
            break
        if not (
            same_kind(found[-1], other, word, items[nearest + 1 : nearest + 2]) or with_others(found[-1], other, items[at + 1 : nearest])
        ):
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
    n += 1 + any(isinstance(i, Unit) and i.text in QUOTES for i in items[n + 1 : n + 2])
    joiner = items[n] if n < len(items) else None
    if not isinstance(joiner, Unit) or lower(joiner.text) not in LISTED:
        return "", len(items)
    at = n + 1
    while at < len(items) and isinstance(unit := items[at], Unit) and (unit.pos in BETWEEN or unit.text in OPENING):
        at += 1
    return lower(joiner.text), at


def same_kind(left: Phrase, right: Phrase, word: str, after: Sequence[Phrase | Unit]) -> bool:
    """Say whether two phrases are members of one list: alike in case (the last one's counts for all) and in kind of name."""
    if (left.case and left.case != right.case) or purposive(right):
        return False
    follows = after[0] if after else None
    if (
        word in CLOSING
        and left.head.tag == "PER"
        and not right.named
        and isinstance(follows, Unit)
        and follows.lemma in word_class("composing")
    ):
        # "A, B ve bir kâtipten oluşan heyet": the last member has no name.
        return right.case == "Abl"
    if word == "ile":
        between = isinstance(follows, Unit) and postposition(follows) == "arasında"
        alike = left.named == right.named and kin(left.head, right.head) and (left.named or (counted(left) and counted(right)))
        cased = right.case in {"Gen", ""} or (
            right.case == "Acc" and isinstance(follows, Unit) and follows.lemma in word_class("commissioning")
        )
        return between or (alike and not right.relation and (not left.named or cased))
    if word in {",", "–", "-"}:
        together = (left.head.lemma in collective()) == (right.head.lemma in collective())
        named = left.named == right.named or unknown_name(left.head) or unknown_name(right.head)
        return named and kin(left.head, right.head) and together and (word == "," or left.named)
    return kin(left.head, right.head)


def purposive(phrase: Phrase) -> bool:
    """Say whether a phrase tells why or how, so that between commas it is no member of a list ("lider, bu amaçla, …")."""
    alone = not (phrase.owners or phrase.modifiers or phrase.relation)
    return alone and phrase.case == "Ins" and phrase.head.lemma in word_class("motive")


def with_others(left: Phrase, right: Phrase, between: Sequence[Phrase | Unit]) -> bool:
    """Say whether the second phrase tells of the others of whom the first one is one ("Litvinov ve diğer komiserlerin")."""
    words = {lower(i.text) for i in between if isinstance(i, Unit)}
    open_end = not left.case and not left.relation and left.head.tag in ACTING and not right.named and many(right.head)
    return open_end and "ve" in words and bool(words & word_class("others"))


def counted(phrase: Phrase) -> bool:
    """Say whether a number stands before a common noun, so that "ile" beside another such noun makes a list ("on top ile iki uçak")."""
    return any(u.pos == "NUM" or counted(p) for p in phrase.modifiers for u in p.members)
