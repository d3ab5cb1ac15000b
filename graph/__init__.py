"""The graph: facts of several texts joined into events with claims and evidence; stored, checked, exported, explained."""

from graph.build import Build, build
from graph.refusal import LeftOut
from graph.store import StoreError, save
from graph.validation import Report, Violation, validate

__all__ = ["Build", "LeftOut", "Report", "StoreError", "Violation", "build", "save", "validate"]
