"""A built folder is whole or not there; its files come from the store."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from graph_texts import ALL, AUTHORITY, TREATY, A, B, fact, mention

import graph
from graph import store


@pytest.fixture(scope="module")
def built() -> graph.Build:
    return graph.build(ALL, AUTHORITY)


@pytest.fixture(scope="module")
def folder(built: graph.Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("out") / "graph"
    graph.save(built, directory, report={"seconds": {"graph": 1}})
    return directory


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_holds_what_it_should(folder: Path) -> None:
    assert {p.name for p in folder.iterdir()} == store.OWN
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert report["conforms"] is True and report["left_out"] == [] and report["seconds"] == {"graph": 1}
    assert report["counts"]["events"] == 5 and report["counts"]["contested"] == 1


def test_the_report_counts_the_lines(tmp_path: Path) -> None:
    """Two facts that one sentence states of one agreement are one line; a fact that names two agreements is two."""
    two = ["agreement/moskova-antlasmasi-1921", "agreement/kars-antlasmasi-1921"]
    facts = [
        fact(A.text, "Agreement", TREATY, agreement=two[0], date="1921-03-16"),
        fact(A.text, "Agreement", TREATY, agreement=two[0], date="1922-05-01"),
        fact(A.text, "Agreement", TREATY, agreement=two, party=["state/turkiye", "state/sovyet-rusya"], status="reported"),
    ]
    built = graph.build([replace(A, facts=tuple(facts))], AUTHORITY)
    graph.save(built, tmp_path / "g")
    assert built.counts["facts"] == built.counts["facts Agreement"] == len(lines(tmp_path / "g" / "facts.jsonl")) == 3


def test_a_line_of_facts(folder: Path) -> None:
    found = lines(folder / "facts.jsonl")
    assert [(line["doc"], line["type"], line["status"]) for line in found] == [
        ("a_metni", "Agreement", "asserted"), ("a_metni", "Mission", "asserted"), ("a_metni", "Movement", "planned"),
        ("b_metni", "Agreement", "asserted"), ("b_metni", "Mission", "asserted"), ("b_metni", "Movement", "denied"),
        ("b_metni", "Movement", "asserted"), ("c_metni", "Mission", "reported"), ("c_metni", "Mission", "asserted"),
    ]  # fmt: skip
    assert found[0] == {
        "doc": "a_metni",
        "type": "Agreement",
        "args": {
            "agreement": [
                {
                    "id": "https://w3id.org/hariciye/agreement/moskova-antlasmasi-1921",
                    "label": "Moskova Antlaşması (1921)",
                    "aliases": ["16 Mart Antlaşması"],
                }
            ],
            "date": ["1921-03-16"],
            "signatory": [
                {"id": "https://w3id.org/hariciye/person/georgi-cicerin", "label": "Georgi Çiçerin", "aliases": []},
                {
                    "id": "https://w3id.org/hariciye/person/yusuf-kemal-tengirsenk",
                    "label": "Yusuf Kemal Tengirşenk",
                    "aliases": ["Yusuf Kemal Bey"],
                },
            ],
        },
        "start": 7,
        "end": 7 + len(TREATY),
        "quote": TREATY,
        "status": "asserted",
        "confidence": 0.8,
    }


def test_a_shared_name_is_an_alias_where_the_text_means_one_thing_by_it(tmp_path: Path) -> None:
    short = ("Moskova Antlaşması",)
    twins = [replace(AUTHORITY.entries[f"agreement/{name}-antlasmasi-1921"], short=short) for name in ("moskova", "kars")]
    authority = replace(AUTHORITY, entries={**AUTHORITY.entries, **{entry.id: entry for entry in twins}})

    def aliases(*meant: str) -> set[str]:
        mentions = tuple(mention(A.text, "Moskova Antlaşması", "AGR", f"agreement/{name}-antlasmasi-1921") for name in meant)
        directory = tmp_path / "-".join(meant)
        graph.save(graph.build([replace(A, mentions=mentions)], authority), directory)
        return set(lines(directory / "facts.jsonl")[0]["args"]["agreement"][0]["aliases"])  # type: ignore[index]

    assert aliases("moskova") == {"16 Mart Antlaşması", "Moskova Antlaşması"}
    assert aliases("kars") == aliases("moskova", "kars") == {"16 Mart Antlaşması"}


def test_a_line_of_mentions(folder: Path) -> None:
    iri = "https://w3id.org/hariciye/agreement/moskova-antlasmasi-1921"
    assert lines(folder / "mentions.jsonl")[:2] == [
        {"doc": "a_metni", "start": 7, "end": 25, "tag": "AGR", "text": "Moskova Antlaşması", "id": iri},
        {"doc": "a_metni", "start": 26, "end": 38, "tag": "DAT", "text": "16 Mart 1921", "id": None},
    ]


def test_the_run_stands_outside_the_dump(folder: Path) -> None:
    opened = store.open_store(folder)
    runs = {
        quad.graph_name.value for quad in opened.quads_for_pattern(None, None, None) if not isinstance(quad.graph_name, store.DefaultGraph)
    }  # type: ignore[union-attr]
    assert runs == {"https://w3id.org/hariciye/runs"}
    assert "prov:Activity" not in (folder / "graph.ttl").read_text(encoding="utf-8")
    assert opened.query("ASK { GRAPH ?g { ?run a <http://www.w3.org/ns/prov#Activity> } }")


def test_the_store_and_the_dump_say_the_same(folder: Path, built: graph.Build) -> None:
    assert set(store.read_triples(folder)) == set(store.read_triples(folder / "graph.ttl")) == set(built.triples)


FAILURES = {
    "disk full": OSError(28, "No space left on device"),
    "Ctrl-C": KeyboardInterrupt(),
    "a fault of ours": RuntimeError("bug"),
}


@pytest.mark.parametrize("step", ["turtle", "write_lines", "_take_place", "run_quads"])
@pytest.mark.parametrize("error", FAILURES.values(), ids=list(FAILURES))
def test_an_existing_folder_survives_any_failure(tmp_path: Path, step: str, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = tmp_path / "g"
    graph.save(graph.build([A], AUTHORITY, check=False), directory)
    before = {p.name: p.read_bytes() for p in directory.glob("*.*")}

    def fail(*_: object) -> object:
        raise error

    monkeypatch.setattr(store, step, fail)
    with pytest.raises(graph.StoreError if isinstance(error, OSError) else type(error)) as raised:
        graph.save(graph.build([A, B], AUTHORITY, check=False), directory)
    if isinstance(error, OSError):
        assert str(raised.value).startswith(f"{directory}: cannot be written (No space left on device)")
    assert {p.name: p.read_bytes() for p in directory.glob("*.*")} == before
    assert [p.name for p in tmp_path.iterdir()] == ["g"], "nothing is left lying about"


def test_an_existing_folder_survives_a_failing_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = tmp_path / "g"
    graph.save(graph.build([A], AUTHORITY, check=False), directory)
    before = (directory / "graph.ttl").read_bytes()
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name.endswith(".building"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(graph.StoreError, match="nothing was changed"):
        graph.save(graph.build([A, B], AUTHORITY, check=False), directory)
    monkeypatch.undo()
    assert (directory / "graph.ttl").read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["g"]


def test_files_that_no_build_wrote_are_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "tez.docx").write_text("my thesis", encoding="utf-8")
    with pytest.raises(graph.StoreError, match=r"holds files that no build wrote \(tez\.docx\)"):
        graph.save(graph.build([A], AUTHORITY, check=False), tmp_path)
    with pytest.raises(graph.StoreError, match="is a file"):
        graph.save(graph.build([A], AUTHORITY, check=False), tmp_path / "tez.docx")
    assert (tmp_path / "tez.docx").read_text(encoding="utf-8") == "my thesis"


def test_what_is_no_graph_is_said_in_one_line(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "x.ttl").write_text("a b", encoding="utf-8")
    for path, said in (
        (tmp_path, "no graph here"),
        (tmp_path / "y.ttl", "no built folder and no RDF file"),
        (tmp_path / "x.ttl", "not valid Turtle"),
    ):
        with pytest.raises(graph.StoreError, match=said) as raised:
            list(store.read_triples(path))
        assert "\n" not in str(raised.value)
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    for file in (broken / "store").iterdir():
        file.write_bytes(b"x")
    with pytest.raises(graph.StoreError, match="the store cannot be opened"):
        list(store.read_triples(broken))
