"""The graph of three made-up texts: golden, the same bytes always, every statement led back to its words."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import rdflib
from graph_texts import ALL, AUTHORITY, TEXT_B, A, B, C, fact, with_fact
from rdflib.compare import graph_diff, to_isomorphic

import graph
from extraction.records import Extraction
from graph import archive
from graph.turtle import turtle

GOLDEN = Path(__file__).with_name("golden.ttl")
H = "https://w3id.org/hariciye/ontology#"
BASE = "https://w3id.org/hariciye/"


def build(*texts: Extraction, check: bool = False) -> graph.Build:
    return graph.build(texts, AUTHORITY, check=check)


def ask(built: graph.Build, where: str) -> bool:
    store = pyoxigraph.Store()
    store.bulk_extend(pyoxigraph.Quad(*triple) for triple in built.triples)
    names = {
        "h": H,
        "r": BASE,
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "prov": "http://www.w3.org/ns/prov#",
    }
    return bool(store.query(f"ASK {{ {where} }}", prefixes={**names, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}))


def test_the_graph_is_the_golden_one() -> None:
    """After a wanted change: look at the difference, then run with HARICIYE_ACCEPT=1."""
    dump = turtle(build(*ALL).triples)
    if os.environ.get("HARICIYE_ACCEPT"):
        GOLDEN.write_bytes(dump)
    old, new = (to_isomorphic(rdflib.Graph().parse(data=data, format="turtle")) for data in (GOLDEN.read_bytes(), dump))
    _, lost, gained = graph_diff(old, new)
    assert old == new, f"lost:\n{lost.serialize(format='nt')}\ngained:\n{gained.serialize(format='nt')}"


def test_it_conforms_and_leaves_nothing_out() -> None:
    built = build(*ALL, check=True)
    assert built.report == graph.Report(True) and built.left_out == ()


DUMP = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import graph_texts, graph
texts = [getattr(graph_texts, name) for name in sys.argv[2]]
graph.save(graph.build(texts, graph_texts.AUTHORITY, check=False), Path(sys.argv[3]))
"""


def test_the_same_bytes_whatever_the_hash_seed_and_the_order(tmp_path: Path) -> None:
    here = Path(__file__).parent
    for seed, order in (("0", "ABC"), ("1", "CAB")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(here.parent.parent)}
        subprocess.run([sys.executable, "-c", DUMP, str(here), order, str(tmp_path / seed)], check=True, env=environment)
    for name in ("graph.ttl", "facts.jsonl", "mentions.jsonl", "texts/a_metni.json"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name


def test_the_order_of_facts_and_mentions_does_not_matter() -> None:
    chance = random.Random(5)
    mixed = [replace(e, facts=tuple(chance.sample(e.facts, len(e.facts))), mentions=tuple(reversed(e.mentions))) for e in reversed(ALL)]
    assert build(*mixed).triples == build(*ALL).triples


def test_adding_a_text_equals_building_all_at_once(tmp_path: Path) -> None:
    graph.save(build(A, C), tmp_path / "g")
    graph.save(build(*archive.merge(archive.read_all(tmp_path / "g"), [B])), tmp_path / "g")
    graph.save(build(*ALL), tmp_path / "all")
    for name in ("graph.ttl", "facts.jsonl", "mentions.jsonl"):
        assert (tmp_path / "g" / name).read_bytes() == (tmp_path / "all" / name).read_bytes()


def test_sources_that_say_the_same_make_one_event() -> None:
    built = build(*ALL)
    treaty = "r:agreement\\/moskova-antlasmasi-1921"
    assert ask(
        built,
        f"{treaty} a h:Agreement ; h:signatory r:person\\/georgi-cicerin ; h:party r:state\\/turkiye ; h:date '1921-03-16'^^edtf:EDTF",
    )
    assert not ask(built, f"{treaty} h:date '1921-03'^^edtf:EDTF"), "the month is in the day"
    assert not ask(built, f"{treaty} h:contested ?role")


def test_a_disagreement_is_visible() -> None:
    built = build(*ALL)
    assert ask(built, "?mission a h:Mission ; h:arrived '1920-07-19'^^edtf:EDTF ; h:contested h:arrived")
    for value, status in (("1920-07-11", "asserted"), ("1920-07-20", "reported")):
        assert not ask(built, f"?mission h:arrived '{value}'^^edtf:EDTF")
        assert ask(
            built, f"?claim rdf:predicate h:arrived ; rdf:object '{value}'^^edtf:EDTF ; h:status h:{status} ; sem:accordingTo ?source"
        )


def test_what_is_planned_or_denied_never_looks_like_something_that_happened() -> None:
    built = build(*ALL)
    for status in ("planned", "denied"):
        assert ask(
            built,
            f"?claim h:status h:{status} ; rdf:predicate h:actor ; rdf:subject ?event . ?event sem:eventType h:MovementType",
        )
        assert not ask(built, f"?claim h:status h:{status} ; rdf:predicate ?role ; rdf:subject ?event . ?event ?role ?anything")
        assert not ask(built, f"?claim h:status h:{status} ; rdf:subject ?event . ?event sem:hasEarliestBeginTimeStamp ?day")


def test_a_label_says_that_an_event_is_only_planned() -> None:
    labels = {t.object.value for t in build(A).triples if t.predicate.value.endswith("#label") and t.object.language == "tr"}  # type: ignore[union-attr]
    assert "Yolculuk: Georgi Çiçerin – Ankara [planlanan]" in labels


def test_every_claim_leads_to_the_exact_words_of_the_file() -> None:
    built = build(*ALL)
    texts = {e.source.doc: e.text for e in ALL}
    store = pyoxigraph.Store()
    store.bulk_extend(pyoxigraph.Quad(*triple) for triple in built.triples)
    query = """PREFIX h: <https://w3id.org/hariciye/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?doc ?exact ?prefix ?suffix ?start ?end ?line WHERE { ?claim a h:Claim ; (prov:wasDerivedFrom|h:antecedent) ?quote .
            ?quote oa:hasSource/h:doc ?doc ; oa:hasSelector ?w , ?p ; h:line ?line .
            ?w oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix . ?p oa:start ?start ; oa:end ?end }"""
    rows = list(store.query(query))  # type: ignore[call-overload]
    assert len(rows) == built.counts["claims"] + 2, "two claims have an antecedent too"
    for row in rows:
        text, start, end = texts[row["doc"].value], int(row["start"].value), int(row["end"].value)
        assert (
            text[start:end] == row["exact"].value
            and text[:start].endswith(row["prefix"].value)
            and text[end:].startswith(row["suffix"].value)
        )
        assert text[:start].count("\n") + 1 == int(row["line"].value)


def test_the_words_around_a_note_are_one_quote() -> None:
    sentence = fact(TEXT_B, "Movement", "Ressam Şeref Bey 1922'de Ankara'ya geldi.", actor="person/seref-bey", destination="ankara")
    (span,) = sentence.segments
    middle = (replace(sentence, segments=(type(span)(span.start, span.start + 6), type(span)(span.start + 17, span.end))),)
    exact = {t.object.value for t in build(with_fact(B, *middle)).triples if t.predicate.value.endswith("#exact")}  # type: ignore[union-attr]
    assert exact == {"Ressam […] 1922'de Ankara'ya geldi."}


def test_the_note_of_a_fact_names_the_work_it_cites() -> None:
    assert ask(
        build(A),
        "?claim prov:hadPrimarySource r:work\\/a-metni\\/yazar-hatiralar . r:work\\/a-metni\\/yazar-hatiralar a h:CitedWork",
    )


def test_two_readings_of_the_same_words_leave_one_claim_each_and_the_surer_confidence() -> None:
    twice = [replace(A.facts[0], confidence=c, frame=f) for c, f in ((0.4, "Agreement/x"), (0.9, "Agreement/y"))]
    built = build(with_fact(A, *twice), check=True)
    assert built.report.conforms and built.counts["claims"] == 4
    assert ask(built, "?c h:confidence 0.9 ; h:frame 'Agreement/y'") and not ask(built, "?c h:frame 'Agreement/x'")


def test_no_blank_node_and_no_label_from_nowhere() -> None:
    built = build(*ALL)
    assert not any(isinstance(term, pyoxigraph.BlankNode) for triple in built.triples for term in (triple.subject, triple.object))
    assert {"person/seref-bey", "place/rusya"} <= {t.subject.value.removeprefix(BASE) for t in built.triples}, (
        "met in a text, container of a place"
    )
    assert not any("kars-antlasmasi" in t.subject.value for t in built.triples), "an entry that no text names"
