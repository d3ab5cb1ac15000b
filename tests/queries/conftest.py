from pathlib import Path

import pytest
import world

import graph


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built folder of the made-up texts."""
    directory = tmp_path_factory.mktemp("made") / "graph"
    built = graph.build(world.TEXTS, world.AUTHORITY)
    assert not built.left_out, built.left_out
    graph.save(built, directory)
    return directory
