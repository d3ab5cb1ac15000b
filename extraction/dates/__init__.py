"""Dates in Turkish texts: found, given an EDTF value in the order of the narrative, and compared."""

from extraction.dates.edtf import agree, bounds, contains
from extraction.dates.narrative import find

__all__ = ["agree", "bounds", "contains", "find"]
