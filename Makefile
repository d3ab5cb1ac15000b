# make graph [CORPUS=folder] [OUT=folder]   build the graph of a folder of texts (default: examples/texts into out/graph)
# make model [DATA=folder]                  train the language model again from open data (at most an hour on two cores)
# make test                                 ruff, mypy and pytest
# Both set up .venv first, only when pyproject.toml or constraints.txt changed.

PYTHON ?= python3
CORPUS ?= examples/texts
OUT ?= out/graph
DATA ?= ../shared/turkish
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help graph model test setup clean

help:
	@sed -n 's/^# //p' Makefile

setup: .venv/.ready

.venv/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Hariciye needs Python 3.11 or newer; name one: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt setuptools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --no-build-isolation --editable '.[dev,train]'
	@touch $@

graph: .venv/.ready
	$(BIN)/hariciye build '$(CORPUS)' --out '$(OUT)'

model: .venv/.ready
	$(BIN)/python -m extraction.training.train '$(DATA)'

test: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadscope

clean:
	rm -rf .venv out build hariciye.egg-info
