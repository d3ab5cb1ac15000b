"""What the tests of the command line share: where things are, and how to call it."""

from pathlib import Path

from typer.testing import CliRunner

import hariciye

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "examples" / "texts"


def run(*words, **more):
    """Return what the command line answers to ``words``."""
    return CliRunner().invoke(hariciye.app, [str(word) for word in words], **more)
