"""What the documents promise exists: commands, options, questions, files, targets, versions and exact pins."""

import re
import shlex
import subprocess
import tomllib
from itertools import chain

import nbformat
import pytest
import typer
from commandline import ROOT, run
from nbclient import NotebookClient
from rdflib import Graph

import hariciye
import queries

README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CALLS = sorted(set(re.findall(r"^(?:\$ )?(?:\.venv/bin/)?hariciye (.+)$", README, re.M)))


def test_readme_calls_every_command():
    assert {shlex.split(call, comments=True)[0] for call in CALLS} == set(typer.main.get_command(hariciye.app).commands)


@pytest.mark.parametrize("call", CALLS)
def test_call_in_the_readme_parses(call):
    words = shlex.split(re.split(r" [<>|] ", call)[0], comments=True)
    command = typer.main.get_command(hariciye.app).commands[words[0]]
    context = command.make_context(words[0], words[1:])
    if words[0] == "query" and not context.params["endpoint"] and len(context.params["words"]) > 1:
        _, name, *pairs = context.params["words"]
        assert name in (*queries.names(), "-") or (ROOT / name).is_file()
        if name in queries.names():
            assert {pair.split("=")[0] for pair in pairs} <= queries.load(name).parameters.keys()


def test_options_in_the_readme_exist():
    known = {o for c in typer.main.get_command(hariciye.app).commands.values() for p in c.params for o in p.opts} | {"--help"}
    assert set(re.findall(r"`(--[a-z-]+)", README)) <= known


def test_links_of_the_readme_lead_somewhere():
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_make_targets_of_the_readme_exist():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^\$? ?make ([a-z]+)", README, re.M))
    assert {"graph", "test"} <= targets
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []


def test_make_hands_folders_on_even_with_blanks():
    told = subprocess.run(["make", "-n", "graph", "CORPUS=my texts", "OUT=my graph"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "hariciye build 'my texts' --out 'my graph'" in told.stdout


def test_questions_of_the_readme_exist():
    table = re.findall(r"^\| `([a-z-]+)` \|", README, re.M)
    assert sorted(table) == sorted(queries.names())


def test_versions_agree():
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M)
    assert cited
    assert cited[1] == PROJECT["project"]["version"]


def test_every_dependency_is_pinned_exactly():
    lines = (ROOT / "constraints.txt").read_text("utf-8").split()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    pinned = {re.sub(r"[-_.]+", "-", line.split("==")[0]).lower() for line in lines}
    wanted = [*PROJECT["project"]["dependencies"], *chain(*PROJECT["project"]["optional-dependencies"].values())]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=~ \[]", want)[0]).lower() for want in wanted}
    assert names <= pinned


def test_no_registry_host_or_machine_path_is_in_the_set_up_files():
    for name in ("pyproject.toml", "constraints.txt", "Makefile", ".ci/run"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"index-url|https?://|/(home|root|work|opt)/", text), name


def test_notebook_runs_and_draws(built, monkeypatch):
    monkeypatch.setenv("HARICIYE_GRAPH", str(built))
    notebook = nbformat.read(ROOT / "examples" / "network.ipynb", as_version=4)
    assert all(not cell.outputs for cell in notebook.cells if cell.cell_type == "code"), "keep the outputs out of the repository"
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(ROOT / "examples")}}).execute()
    kinds = {kind for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs for kind in output.get("data", {})}
    assert "image/png" in kinds


BLOCKS = {}
for _kind, _block in re.findall(r"^```(\w+)\n(.*?)^```", README, re.M | re.S):
    BLOCKS.setdefault(_kind, []).append(_block)


@pytest.fixture(scope="module")
def first_screen(tmp_path_factory):
    """The graph of the sentence that the README opens with."""
    folder = tmp_path_factory.mktemp("sentence")
    (folder / "cumle.txt").write_text(BLOCKS["text"][0], encoding="utf-8")
    assert run("build", folder, "--out", folder / "graph", "--jobs", "1").exit_code == 0
    return folder / "graph"


def test_triples_of_the_readme_come_out_of_its_sentence(first_screen):
    text = (first_screen / "graph.ttl").read_text("utf-8")
    prefixes = "\n".join(line for line in text.splitlines() if line.startswith("@prefix"))
    shown = Graph().parse(data=f"{prefixes}\n{BLOCKS['turtle'][0]}", format="turtle")
    assert len(shown) > 10
    assert set(shown) - set(Graph().parse(data=text, format="turtle")) == set()


def test_answer_in_the_readme_is_that_of_its_question(first_screen):
    result = run("query", first_screen, "-", input=BLOCKS["sparql"][0])
    assert [line.rstrip() for line in result.output.splitlines()] == BLOCKS["text"][1].splitlines()
