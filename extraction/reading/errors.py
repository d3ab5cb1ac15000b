"""The one error that a reader of texts raises for input that cannot be read."""

from __future__ import annotations

from pathlib import Path


class ReadingError(ValueError):
    """Say in one line which file cannot be read, what is wrong with it and what to do."""

    def __init__(self, path: Path, wrong: str, remedy: str) -> None:
        super().__init__(f"{path}: {wrong}; {remedy}")
        self.path = path
