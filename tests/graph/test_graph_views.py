"""Exports, the network of actors, validation of files, and explanations."""

import csv
import json
import re
from pathlib import Path

import networkx
import pyoxigraph
import pytest
import rdflib
from graph_texts import ALL, AUTHORITY, A

import graph
from graph.formats import WRITERS
from graph.store import read_triples

BASE = "https://w3id.org/hariciye/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("out") / "graph"
    graph.save(graph.build(ALL, AUTHORITY), directory)
    return directory


@pytest.mark.parametrize(("format", "suffix"), [("turtle", "ttl"), ("ntriples", "nt"), ("jsonld", "jsonld"), ("trig", "trig")])
def test_rdf_formats_hold_the_same_triples(folder: Path, tmp_path: Path, format: str, suffix: str) -> None:
    out = tmp_path / f"g.{suffix}"
    graph.export(folder, format, out)
    quads = pyoxigraph.parse(path=str(out), format=pyoxigraph.RdfFormat.from_extension(suffix))
    assert {q.triple for q in quads if isinstance(q.graph_name, pyoxigraph.DefaultGraph)} == set(read_triples(folder))
    assert len(rdflib.Dataset().parse(out)) > 0, "rdflib reads it as well"


def test_turtle_is_the_dump(folder: Path, tmp_path: Path) -> None:
    graph.export(folder, "turtle", tmp_path / "g.ttl")
    assert (tmp_path / "g.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()


def test_every_format_is_the_same_bytes_twice(folder: Path, tmp_path: Path) -> None:
    for format in WRITERS:
        outs = [tmp_path / f"{i}.{format}" for i in range(2)]
        for out in outs:
            graph.export(folder, format, out)
        assert outs[0].read_bytes() == outs[1].read_bytes(), format


def test_the_table_has_a_row_for_each_claim(folder: Path, tmp_path: Path) -> None:
    graph.export(folder, "csv", tmp_path / "g.csv")
    with (tmp_path / "g.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["claim"] for row in rows}) == 27
    row = next(r for r in rows if r["doc"] == "a_metni" and r["role"] == "signatory" and r["value_label"] == "Georgi Çiçerin")
    assert row["event"] == f"{BASE}agreement/moskova-antlasmasi-1921" and row["status"] == "asserted" and row["works"] == "Yazar, Hatıralar"
    assert (row["page"], row["line"], row["section"], row["start"], row["frame"]) == ("12", "3", "Giriş", "7", "Agreement/test")


def test_the_network_joins_actors_by_event(folder: Path) -> None:
    actors = graph.network(folder)
    edges = {
        (a.removeprefix(BASE), b.removeprefix(BASE), d["type"], d["date"], d["roles"], d["sources"]) for a, b, d in actors.edges(data=True)
    }
    assert (
        "person/georgi-cicerin",
        "person/yusuf-kemal-tengirsenk",
        "Agreement",
        "1921-03-16",
        "signatory → signatory",
        "a_metni",
    ) in edges
    assert ("person/georgi-cicerin", "state/turkiye", "Agreement", "1921-03-16", "signatory → party", "a_metni; b_metni") in edges
    assert len(edges) == 6, "the treaty ties two signatories and two parties; a mission of one man ties nobody"
    assert actors.nodes[f"{BASE}state/turkiye"] == {"label": "Türkiye", "kind": "State"}
    assert f"{BASE}person/mustafa-kemal-ataturk" not in actors, "a denied journey ties nobody"


def test_other_programs_read_the_network(folder: Path, tmp_path: Path) -> None:
    actors = graph.network(folder)
    for format, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        graph.export(folder, format, tmp_path / f"g.{format}")
        found = read(tmp_path / f"g.{format}")
        assert set(found.nodes) == set(actors.nodes) and found.number_of_edges() == actors.number_of_edges()


def test_wrong_exports_are_one_line(folder: Path, tmp_path: Path) -> None:
    for directory, format, out, said in (
        (folder, "xlsx", tmp_path / "x", "xlsx: no such format; known: turtle, trig"),
        (tmp_path, "csv", tmp_path / "x", "no graph here"),
        (folder, "csv", tmp_path / "none" / "x", "cannot be written"),
    ):
        with pytest.raises(graph.StoreError, match=said):
            graph.export(directory, format, out)
    assert list(tmp_path.iterdir()) == []


def test_a_graph_that_violates_its_shapes_is_not_exported(tmp_path: Path) -> None:
    graph.save(graph.build([A], AUTHORITY, check=False), tmp_path / "g", report={"conforms": False})
    with pytest.raises(graph.StoreError, match="violates its shapes"):
        graph.export(tmp_path / "g", "csv", tmp_path / "x.csv")


def test_a_folder_and_its_dump_conform(folder: Path) -> None:
    assert graph.validate(folder) == graph.validate(folder / "graph.ttl") == graph.Report(True)


def test_a_violation_names_node_path_message_and_sentence(folder: Path, tmp_path: Path) -> None:
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace("h:status h:planned", 'h:status "planned"', 1), encoding="utf-8")
    report = graph.validate(broken)
    (violation,) = report.violations
    assert not report.conforms and violation.node.startswith(f"{BASE}claim/") and violation.path.endswith("#status")
    assert violation.message("en").startswith("The status of a claim must be") and violation.message().startswith("İddianın durumu")
    assert violation.sentence == "Çiçerin'in Ankara'ya gelmesi düşünülüyordu."


def test_violations_of_shapes_over_the_whole_graph_name_the_node_and_speak_both_languages(folder: Path, tmp_path: Path) -> None:
    """A role that the event's type lacks is found by a query of the vocabulary's own; the claim is to blame, not the vocabulary."""
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace("rdf:predicate h:signatory", "rdf:predicate h:member", 1), encoding="utf-8")
    report = graph.validate(broken)
    blamed = next(v for v in report.violations if "no such role" in v.message("en"))
    assert blamed.node.startswith(f"{BASE}claim/") and "rol" in blamed.message("tr")
    assert blamed.sentence.startswith("Moskova Antlaşması 16 Mart 1921'de")


def mission(folder: Path) -> str:
    return next(t.subject.value for t in read_triples(folder) if "/event/mission/" in t.subject.value)  # type: ignore[union-attr]


def test_an_event_is_explained(folder: Path) -> None:
    found = graph.explain(folder, mission(folder))
    assert found.kind == "event" and found.label == "Heyet: Bekir Sami Kunduh – Moskova (1920-07-19)"
    first = found.sayings[0]
    assert (first.doc, first.line, first.page, first.frame, first.confidence, first.status) == (
        "a_metni",
        5,
        "12",
        "Mission/test",
        0.8,
        "asserted",
    )
    assert first.exact == "Bekir Sami Bey başkanlığındaki heyet 19 Temmuz 1920'de Moskova'ya vardı." and first.suffix.startswith(
        " Çiçerin'in"
    )
    against = {(v.value, v.doc, v.status) for v in found.others if not v.agrees}
    assert against == {("1920-07-11", "b_metni", "asserted"), ("1920-07-20", "c_metni", "reported")}
    assert "≠ arrived: 1920-07-11  [b_metni, asserted]" in str(found)


def test_a_claim_is_explained_by_its_words_and_by_what_others_say(folder: Path) -> None:
    claim = next(
        t.subject.value
        for t in read_triples(folder)
        if t.predicate.value.endswith("#object") and getattr(t.object, "value", "") == "1920-07-11"
    )  # type: ignore[union-attr]
    found = graph.explain(folder, claim)
    assert found.kind == "claim" and found.label.endswith("arrived = 1920-07-11")
    assert [s.doc for s in found.sayings] == ["b_metni"]
    assert {(v.value, v.doc, v.agrees) for v in found.others} == {
        ("1920-07-19", "a_metni", False),
        ("1920-07-19", "c_metni", False),
        ("1920-07-20", "c_metni", False),
    }


def test_an_entity_is_explained_by_all_it_takes_part_in(folder: Path) -> None:
    found = graph.explain(folder, "person/bekir-sami-kunduh")
    assert found.kind == "entity" and found.label == "Bekir Sami Kunduh" and len(found.sayings) == 4 and found.others == ()
    assert found == graph.explain(folder, "person:bekir-sami-kunduh") == graph.explain(folder, f"{BASE}person/bekir-sami-kunduh")


def test_a_treaty_names_the_works_that_its_notes_cite(folder: Path) -> None:
    found = graph.explain(folder, "agreement/moskova-antlasmasi-1921")
    assert found.kind == "event" and found.sayings[0].works == ("Yazar, Hatıralar",)


def test_an_unknown_name_is_answered_with_near_ones(folder: Path) -> None:
    with pytest.raises(graph.StoreError, match=r"person/bekir-sami: not in this graph; near: person/bekir-sami-kunduh"):
        graph.explain(folder, "person/bekir-sami")
    with pytest.raises(graph.StoreError, match="is neither event nor claim nor entity"):
        graph.explain(folder, "source/a-metni")


def test_the_card_counts_the_graph(folder: Path) -> None:
    triples = list(read_triples(folder))
    card = {t.predicate.value.rpartition("#")[2]: t.object.value for t in triples if t.subject.value == f"{BASE}dataset"}  # type: ignore[union-attr]
    assert int(card["triples"]) == len(triples)
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["counts"]["triples"] == len(triples)


@pytest.mark.parametrize("query", sorted(Path(graph.__file__).parent.glob("*.rq")), ids=lambda path: path.stem)
def test_queries_ask_for_what_everything_has_before_what_is_optional(query: Path) -> None:
    """After an OPTIONAL the store joins patterns apart: on five articles that paired all selectors and took minutes."""
    where = (
        re.sub(r"^\s*(#|PREFIX).*$", "", query.read_text(encoding="utf-8"), flags=re.MULTILINE)
        .partition("WHERE")[2]
        .partition("GROUP BY")[0]
    )
    rest = re.sub(r"OPTIONAL\s*\{[^{}]*\}|FILTER\s*\(.*\)", "", where[where.find("OPTIONAL") :] if "OPTIONAL" in where else "")
    assert not rest.strip(" \n}"), rest
