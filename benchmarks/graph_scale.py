"""Measure the graph side alone, on made-up extractions of the size of the five articles.

    python benchmarks/graph_scale.py [--facts 1500] [--mentions 10000] [--texts 5]

Prints seconds for building, validating, saving and each export, and peak memory. The sentences are generated, no corpus is needed.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import graph
import ontology
from extraction.records import Extraction, Fact, Filler, Mention, Source, Span, Work
from ontology.authority import Authority, Entry

KINDS = ("Person", "State", "Government", "Organization", "Group", "Place", "Agreement", "Conference", "Conflict", "Office")
AUTHORITY = Authority(
    {
        f"{k.lower()}/{k.lower()}-{n}": Entry(f"{k.lower()}/{k.lower()}-{n}", k, f"{k} {n}", f"{k} {n} (en)", (f"{n}. {k}",))
        for k in KINDS
        for n in range(60)
    }
)


def text(number: int, facts: int, mentions: int) -> Extraction:
    """Return an extraction with so many facts and mentions, the same for the same ``number``."""
    chance = random.Random(number)
    words = "\n".join(
        f"Cümle {i} şunu anlatır: bir heyet bir kente gitti ve orada bir antlaşma yapıldı, sonra geri döndü.{i}" for i in range(facts)
    )
    names = sorted(ontology.event_types())
    works = {
        str(i): (Work(f"eser-{i}", "work", f"Eser {i}", "Yazar", f"Eser {i}", "5", "", f"Yazar, Eser {i}, s. 5", Span(0, 5)),)
        for i in range(200)
    }
    made = tuple(fact(chance, chance.choice(names), i * 90) for i in range(facts))
    met = tuple(mention(chance, i * 7) for i in range(mentions))
    return Extraction(
        Source(f"metin_{number}", f"metin_{number}.txt", f"{number:064x}", "utf-8", {"title": f"Metin {number}"}),
        words,
        (),
        met,
        made,
        works,
    )


def fact(chance: random.Random, name: str, start: int) -> Fact:
    """Return a fact of type ``name`` with four or so roles filled."""
    roles = ontology.event_types()[name].roles
    chosen = chance.sample(sorted(roles), min(4, len(roles)))
    dates = (r for r in chosen if roles[r].kind != "date" or r == next(x for x in chosen if roles[x].kind == "date"))
    args = {role: (filler(chance, roles[role]),) for role in dates}
    return Fact(
        name,
        args,
        (Span(start, start + 80),),
        f"Okunan sözler {start}",
        "asserted",
        0.8,
        f"{name}/x",
        (str(chance.randrange(200)),),
        "3",
        "Giriş",
    )


def filler(chance: random.Random, role: ontology.Role) -> Filler:
    """Return something that may fill ``role``."""
    if role.kind == "date":
        return Filler("date", f"19{chance.randrange(17, 39)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}")
    if role.kind in ("text", "number"):
        return Filler("text", str(chance.randrange(100)))
    kind = chance.choice(role.classes).lower()
    return Filler("entity", f"{kind}/{kind}-{chance.randrange(60)}" if kind != "publication" else "person/person-1")


def mention(chance: random.Random, start: int) -> Mention:
    """Return a mention of somebody, or of a date."""
    if chance.random() < 0.3:
        return Mention(0, start, start + 4, Span(start, start + 4), "DAT", "1921", None, "1921", rule="year")
    return Mention(
        0,
        start,
        start + 6,
        Span(start, start + 6),
        "PER",
        "Person",
        f"person/person-{chance.randrange(60)}",
        rule="authority",
        reasons=("long form",),
    )


def timed(name: str, work: Callable[[], object]) -> object:
    """Run ``work``, print how long it took, and return what it gave."""
    start = time.perf_counter()
    result = work()
    print(f"{name:12s} {time.perf_counter() - start:7.2f} s")
    return result


def main() -> None:
    """Build, validate, save and export, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("facts", 1500), ("mentions", 10000), ("texts", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    texts = [text(n, options.facts // options.texts, options.mentions // options.texts) for n in range(options.texts)]
    built = timed("build", lambda: graph.build(texts, AUTHORITY, check=False))
    assert isinstance(built, graph.Build)
    print({key: built.counts[key] for key in ("facts", "events", "claims", "mentions", "triples")}, "left out", len(built.left_out))
    report = timed("validate", lambda: graph.validate(built.triples))
    assert isinstance(report, graph.Report)
    print("conforms", report.conforms, [v.message("en") for v in report.violations[:5]])
    with tempfile.TemporaryDirectory() as folder:
        timed("save", lambda: graph.save(built, Path(folder) / "out"))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
