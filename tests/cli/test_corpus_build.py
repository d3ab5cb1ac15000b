"""The five real articles from first to last; skipped where they are not beside the checkout."""

import json

import pytest
from commandline import ROOT, run

CORPUS = ROOT.parent / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus beside the checkout"),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    directory = tmp_path_factory.mktemp("corpus") / "graph"
    result = run("build", CORPUS, "--out", directory)
    assert result.exit_code == 0, result.output
    return directory


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_all_five_are_in_the_graph_and_it_conforms(graph):
    report = json.loads((graph / "report.json").read_text("utf-8"))
    assert report["counts"]["texts"] == 5
    assert report["conforms"]
    assert report["problems"] == []


def test_every_quote_stands_at_its_place_in_the_original_file(graph):
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in CORPUS.glob("*.txt")}
    facts = lines(graph / "facts.jsonl")
    assert len(facts) > 100
    for fact in facts:
        pieces = fact["quote"].split(" […] ")
        stretch = texts[fact["doc"]][fact["start"] : fact["end"]]
        assert stretch.startswith(pieces[0])
        assert stretch.endswith(pieces[-1])
        assert all(piece in stretch for piece in pieces)


def test_every_mention_stands_at_its_place_in_the_original_file(graph):
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in CORPUS.glob("*.txt")}
    for mention in lines(graph / "mentions.jsonl"):
        assert 0 <= mention["start"] < mention["end"] <= len(texts[mention["doc"]])


def test_the_texts_disagree_and_the_graph_says_where(graph):
    result = run("query", graph, "disagreements", "--format", "json")
    assert len(json.loads(result.output)["results"]["bindings"]) > 1
