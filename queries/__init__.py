"""The catalogue of questions to a graph: ``names()`` lists them, ``load`` shows one, ``run`` asks it of a folder or an endpoint."""

from queries.asking import Result, resolve, run
from queries.catalogue import Parameter, Query, QueryError, load, load_file, names, parse

__all__ = ["Parameter", "Query", "QueryError", "Result", "load", "load_file", "names", "parse", "resolve", "run"]
