"""The graph: facts of several texts joined into events with claims and evidence; stored, checked, exported, explained."""

from graph.build import Build, build
from graph.explanation import Explanation, explain
from graph.formats import export
from graph.network import network
from graph.refusal import LeftOut
from graph.store import StoreError, save
from graph.validation import Report, Violation, validate

__all__ = [
    "Build",
    "Explanation",
    "LeftOut",
    "Report",
    "StoreError",
    "Violation",
    "build",
    "explain",
    "export",
    "network",
    "save",
    "validate",
]
