"""The tokenizer: Turkish text to tokens, by the patterns of ``tokens.toml``; every character of the text is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

PATTERNS = Path(__file__).with_name("tokens.toml")


@cache
def patterns() -> dict[str, Any]:
    """Return ``tokens.toml`` as parsed."""
    return loads(PATTERNS.read_text(encoding="utf-8"))


@cache
def scanner() -> re.Pattern[str]:
    """Return the patterns as one, each a named group, with white space first."""
    data = patterns()
    words = "|".join(re.escape(a) for a in sorted(data["abbreviations"], key=len, reverse=True))
    parts = [f"(?P<{name}>{p['form'].replace('{abbreviations}', words)})" for name, p in data["pattern"].items()]
    return re.compile(r"(?P<space>\s+)|" + "|".join(parts))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the tokens of ``text`` in order, each with whether one blank follows it; other white space is a token of its own."""
    held: str | None = None
    for match in scanner().finditer(text):
        part = match.group()
        if match.lastgroup != "space":
            if held is not None:
                yield held, False
            held = part
            continue
        if held is not None and part.startswith(" "):
            yield held, True
            part = part[1:]
        elif held is not None:
            yield held, False
        held = None
        if part:
            yield part, False
    if held is not None:
        yield held, False


class Tokenizer:
    """Cut a text into the tokens of a Doc; it has no state, so there is nothing to save with a model."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``; ``doc.text == text`` always holds."""
        found = list(pieces(text))
        return Doc(self.vocab, words=[p for p, _ in found], spaces=[s for _, s in found])

    def pipe(self, texts: Iterator[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Yield the Doc of each text."""
        return (self(text) for text in texts)

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the patterns are part of the program."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> Tokenizer:
        """Return itself."""
        return self

    def to_disk(self, _: Path, **__: Any) -> None:
        """Write nothing."""

    def from_disk(self, _: Path, **__: Any) -> Tokenizer:
        """Return itself."""
        return self


@registry.tokenizers("hariciye.tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return what spaCy calls to build the tokenizer of a pipeline."""
    return lambda nlp: Tokenizer(nlp.vocab)
