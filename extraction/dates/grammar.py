"""Find the forms of dates in a text: the longest form of rules.toml at each place, unless refusals.toml says that it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extraction.dates import values, vocabulary

REACH = 100  # characters before a date that a refusal or cue may look at


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of dates: its compiled pattern, how its groups are read, and its confidence; ``weak`` where only the digits speak for it."""

    name: str
    reads: str
    pattern: re.Pattern[str]
    confidence: float
    weak: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found: its rule, what it says, the clean span of the mention, and the effects of the cues beside it."""

    rule: Rule
    reading: values.Reading
    start: int
    end: int
    cues: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A refusal or cue: what stands before and after, where it holds (rules, kinds of passage), and its name or effect."""

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    rules: frozenset[str] = frozenset(["all"])
    passages: frozenset[str] = frozenset()

    def fits(self, text: str, start: int, end: int) -> bool:
        """Tell whether the words beside ``text[start:end]`` are these."""
        if self.after is not None and not self.after.match(text, end):
            return False
        return self.before is None or self.before.search(text, max(0, start - REACH), start) is not None

    def concerns(self, rule: Rule, kind: str) -> bool:
        """Tell whether this holds for a rule in a kind of passage."""
        return (not self.passages or kind in self.passages) and not self.rules.isdisjoint(("all", rule.name, "weak" if rule.weak else ""))


def _fragments() -> dict[str, str]:
    named = {**vocabulary.fragments(), **vocabulary.read("rules.toml")["fragments"]}
    return {name: _fill(text, named) for name, text in named.items()}


def _fill(pattern: str, named: dict[str, str]) -> str:
    def piece(match: re.Match[str]) -> str:
        text, number = named[match.group(1)], match.group(2)
        return _fill(re.sub(r"\(\?P<(\w+?)>", rf"(?P<\g<1>{number}>", text), named)

    return re.sub(r"\{([A-Za-z]+)(\d?)\}", piece, pattern)


FRAGMENTS = _fragments()


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    return None if pattern is None else re.compile(_fill(pattern, FRAGMENTS))


def _rule(entry: dict[str, Any]) -> Rule:
    try:
        pattern = re.compile(_fill(entry["pattern"], FRAGMENTS))
        return Rule(entry["name"], entry["reads"], pattern, float(entry["confidence"]), bool(entry.get("weak")))
    except (re.error, KeyError) as error:
        raise ValueError(f"rules.toml: rule {entry.get('name')!r}: {error!r}; give name, reads, confidence and a valid pattern") from error


def _surroundings(entry: dict[str, Any]) -> Surroundings:
    side = {entry["side"]: entry["pattern"]} if "side" in entry else entry
    return Surroundings(
        entry.get("name") or entry["effect"],
        _compile(side.get("before")),
        _compile(side.get("after")),
        frozenset(entry.get("rules", ["all"])),
        frozenset(entry.get("passages", [])),
    )


RULES = tuple(_rule(entry) for entry in vocabulary.read("rules.toml")["rule"])
REFUSALS = tuple(_surroundings(entry) for entry in vocabulary.read("refusals.toml")["refusal"])
CUES = tuple(_surroundings(entry) for entry in vocabulary.read("cues.toml")["cue"])
STARTS = vocabulary.read("rules.toml")["starts"]
ANCHOR = re.compile(rf"(?<!\w)(?<!\d[.,/–-])(?:{vocabulary.anchors()}|(?i:{'|'.join(STARTS)}))")


def scan(text: str, kind: str = "body") -> Iterator[Hit]:
    """Yield the forms of dates in ``text`` (of a passage of ``kind``) from left to right; they never overlap."""
    at = 0
    while anchor := ANCHOR.search(text, at):
        hit = _longest(text, anchor.start(), kind)
        if hit is not None:
            yield hit
        at = hit.end if hit is not None else anchor.end()


def _longest(text: str, at: int, kind: str) -> Hit | None:
    found = [(rule, match) for rule in RULES if (match := rule.pattern.match(text, at))]
    for rule, match in sorted(found, key=lambda pair: -pair[1].end()):
        start, end = match.span("span" if "span" in match.re.groupindex else 0)
        reading = values.read(rule.reads, match.groupdict())
        if reading is not None and not any(refusal.concerns(rule, kind) and refusal.fits(text, start, end) for refusal in REFUSALS):
            return Hit(rule, reading, start, end, frozenset(cue.name for cue in CUES if cue.fits(text, start, end)))
    return None
