"""Reading: files to documents of clean passages in which every character knows its place in the file."""

from extraction.reading.errors import ReadingError
from extraction.reading.metadata import metadata
from extraction.reading.reader import read

__all__ = ["ReadingError", "metadata", "read"]
