"""Turkish: tokens, the grammar of every word, sentences and entities; see README.md."""

from __future__ import annotations

from extraction.language.pipeline import load, parse

__all__ = ["load", "parse"]
