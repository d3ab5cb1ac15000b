import shutil
from pathlib import Path

import pytest
from commandline import TEXTS, run


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
