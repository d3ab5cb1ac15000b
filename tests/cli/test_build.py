"""Building: what comes out, adding and replacing, the same bytes in any order, and bad input."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from commandline import TEXTS, run

from graph import intake

FIRST = "Moskova Antlaşması 16 Mart 1921’de Moskova’da imzalandı. Heyet Ankara’ya döndü.\n"
SECOND = "Frunze 13 Aralık 1921’de Ankara’ya geldi. Mustafa Kemal Paşa Frunze ile görüştü.\n"
EXACT = ("graph.ttl", "facts.jsonl", "mentions.jsonl")


def digest(directory):
    return {name: hashlib.sha256((directory / name).read_bytes()).hexdigest() for name in EXACT}


def texts(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.txt").write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def build(*paths, out):
    return run("build", *paths, "--out", out, "--jobs", "1")


def flat(result):
    return " ".join(result.output.split())


def test_build_writes_all_files_and_tells_what_came_of_it(built):
    assert {path.name for path in built.iterdir()} == {"store", "graph.ttl", "facts.jsonl", "mentions.jsonl", "report.json", "texts"}
    report = json.loads((built / "report.json").read_text("utf-8"))
    assert {"counts", "seconds", "peak_memory", "problems", "left_out", "conforms"} <= report.keys()
    assert report["counts"]["texts"] == 2
    assert report["peak_memory"] > 1e6


def test_summary_is_complete(tmp_path):
    result = build(texts(tmp_path / "t", a=FIRST, b=SECOND), out=tmp_path / "g")
    assert result.exit_code == 0
    for word in ("Texts", "Sentences", "Mentions", "Facts", "Claims that disagree", "Triples", "SHACL", "conforms", "Seconds", "Files"):
        assert word in result.output
    assert "a.txt: read" in result.output


def test_order_of_texts_and_hash_seed_leave_the_bytes_alone(tmp_path):
    folder = texts(tmp_path / "t", a=FIRST, b=SECOND)
    runs = {"1": [["a.txt", "b.txt"]], "2": [["b.txt"], ["a.txt"]], "3": [["a.txt"], ["b.txt", "a.txt"]]}
    digests = []
    for seed, steps in runs.items():
        for names in steps:
            command = [
                sys.executable,
                "-m",
                "hariciye",
                "build",
                *(str(folder / n) for n in names),
                "--out",
                str(tmp_path / seed),
                "--jobs",
                "1",
            ]
            subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        digests.append(digest(tmp_path / seed))
    assert digests[0] == digests[1] == digests[2]


def test_the_same_text_replaces_itself_under_another_name_too(tmp_path):
    out = tmp_path / "g"
    build(texts(tmp_path / "t", a=FIRST), out=out)
    build(texts(tmp_path / "u", renamed=FIRST), out=out)
    assert [path.name for path in (out / "texts").iterdir()] == ["renamed.json"]


BAD = {
    "empty": (b"", "empty.txt: is empty; "),
    "binary": (bytes(range(256)) * 40, "binary.txt: is "),
    "wordless": (b"* * *\n\n---\n", "wordless.txt: "),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_in_one_line_and_the_others_are_built(name, tmp_path):
    content, message = BAD[name]
    result = build(texts(tmp_path / "t", good=FIRST, **{name: content}), out=tmp_path / "g")
    assert result.exit_code == 1
    assert sum(message in line and line.startswith("! ") for line in result.output.splitlines()) == 1
    assert [path.name for path in (tmp_path / "g" / "texts").iterdir()] == ["good.json"]
    assert any(message in problem for problem in json.loads((tmp_path / "g" / "report.json").read_text("utf-8"))["problems"])


@pytest.mark.parametrize("encoding", ["cp1254", "utf-16"])
def test_other_encodings_are_read_and_told(encoding, tmp_path):
    result = build(texts(tmp_path / "t", old=(FIRST * 3).encode(encoding)), out=tmp_path / "g")
    assert result.exit_code == 0
    assert "! old.txt: " in result.output
    assert "Moskova Antlaşması" in (tmp_path / "g" / "graph.ttl").read_text("utf-8")


def test_nothing_to_build_is_told_and_nothing_is_written(tmp_path):
    (tmp_path / "void").mkdir()
    for path, message in ((tmp_path / "none", "no such file or folder"), (tmp_path / "void", "no texts in this folder")):
        result = build(path, out=tmp_path / "g")
        assert result.exit_code == 2
        assert f"{path}: {message}" in flat(result)
        assert not (tmp_path / "g").exists()


def test_where_every_text_is_bad_the_graph_stays_as_it_was(tmp_path):
    build(texts(tmp_path / "t", a=FIRST), out=tmp_path / "g")
    before = digest(tmp_path / "g")
    result = build(texts(tmp_path / "u", b=b""), out=tmp_path / "g")
    assert result.exit_code == 2
    assert "b.txt: is empty" in result.output
    assert digest(tmp_path / "g") == before


def test_two_files_of_one_name_are_told(tmp_path):
    one, two = texts(tmp_path / "one", a=FIRST), texts(tmp_path / "two", a=SECOND)
    result = build(one, two, out=tmp_path / "g")
    assert result.exit_code == 1
    assert f"{two / 'a.txt'}: bears the same name as {one / 'a.txt'}" in flat(result)


def test_a_folder_of_other_things_is_not_built_into(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.doc").write_text("dear")
    result = build(texts(tmp_path / "t", a=FIRST), out=tmp_path / "home")
    assert result.exit_code == 2
    assert "letter.doc" in result.output
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["letter.doc"]


def test_a_full_disk_leaves_the_graph_as_it_was(tmp_path, monkeypatch):
    build(texts(tmp_path / "t", a=FIRST), out=tmp_path / "g")
    before = digest(tmp_path / "g")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("graph.archive.write", full)
    result = build(texts(tmp_path / "u", b=SECOND), out=tmp_path / "g")
    assert result.exit_code == 2
    assert f"{tmp_path / 'g'}: cannot be written (No space left on device)" in flat(result)
    assert digest(tmp_path / "g") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g", "t", "u"]


def test_an_error_of_the_program_costs_one_text(tmp_path, monkeypatch):
    import extraction

    real = extraction.extract

    def failing(document, decisions=None):
        if document.source.doc == "bad":
            raise KeyError("surprise")
        return real(document, decisions)

    monkeypatch.setattr(extraction, "extract", failing)
    result = build(texts(tmp_path / "t", bad=SECOND, good=FIRST), out=tmp_path / "g")
    assert result.exit_code == 1
    assert "left out by an error of the program (KeyError: 'surprise', test_build.py:" in flat(result)
    assert [path.name for path in (tmp_path / "g" / "texts").iterdir()] == ["good.json"]


def test_a_killed_process_costs_its_text():
    future = Future()
    future.set_exception(BrokenProcessPool())
    outcome = intake._result(future, Path("a.txt"))
    assert outcome.extraction is None
    assert "a.txt: the process that read it was killed" in outcome.problem


def test_two_processes_read_as_one_does(tmp_path):
    folder = texts(tmp_path / "t", a=FIRST, b=SECOND)
    paths, problems = intake.find([folder])
    assert not problems
    states = []
    two = intake.extract(paths, 2, lambda path, state: states.append((path.name, state)))
    assert [o.extraction for o in two] == [o.extraction for o in intake.extract(paths, 1)]
    assert {("a.txt", "done"), ("b.txt", "done")} <= set(states)


@pytest.mark.slow
def test_ctrl_c_leaves_the_graph_as_it_was(tmp_path):
    out = tmp_path / "g"
    build(texts(tmp_path / "t", a=FIRST), out=out)
    before = digest(out)
    # So much to read that no machine is done when it is interrupted.
    many = {
        f"{path.stem}-{n}": f"{path.read_text(encoding='utf-8')}\n\n{n}. metin burada biter.\n"
        for path in TEXTS.glob("*.txt")
        for n in range(9)
    }
    command = [sys.executable, "-m", "hariciye", "build", str(texts(tmp_path / "many", **many)), "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "as it was before" in " ".join(told.split())
    assert "Traceback" not in told
    assert digest(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g", "many", "t"]
