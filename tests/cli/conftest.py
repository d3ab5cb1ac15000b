import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hariciye

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "examples" / "texts"


def run(*words, **more):
    """Return what the command line answers to ``words``."""
    return CliRunner().invoke(hariciye.app, [str(word) for word in words], **more)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A graph of two sample texts that disagree."""
    texts = tmp_path_factory.mktemp("texts")
    for name in ("03-gumru-ve-kars.txt", "04-altin-ve-silah.txt", "sources.toml"):
        shutil.copy(TEXTS / name, texts)
    directory = tmp_path_factory.mktemp("built") / "graph"
    result = run("build", texts, "--out", directory, "--jobs", "1")
    assert result.exit_code == 0, result.output
    return directory
