"""Make a graph of texts from first to last: take them in, join them with those already there, check, write."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph import archive, intake
from graph.build import Build
from graph.build import build as join
from graph.intake import Outcome, Watcher
from graph.store import StoreError, save
from ontology import authority


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    ``built`` is the graph, ``problems`` one line for each text that is not in it, ``remarks`` one for each that was read with a guess,
    ``seconds`` go by stage, ``memory`` is the peak of all processes together in bytes.
    """

    directory: Path
    built: Build
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    seconds: Mapping[str, float]
    memory: int


def build(paths: Sequence[Path], directory: Path, *, jobs: int = 2, watch: Watcher = intake.unwatched) -> Summary:
    """Build the graph of texts (files and folders) into ``directory``, together with the texts that it holds already.

    ``watch`` is told how each text fares. Raises ``IntakeError`` where no text could be read and ``StoreError`` where the
    folder cannot be written; a graph that is there already then stays as it was.
    """
    started, begin = datetime.now(UTC), time.perf_counter()
    texts, problems = intake.find(paths)
    outcomes = intake.extract(texts, jobs, watch)
    problems += [outcome.problem for outcome in outcomes if outcome.problem]
    fresh = [outcome.extraction for outcome in outcomes if outcome.extraction]
    if not fresh:
        raise intake.IntakeError("\n".join([*problems, "no text could be read; nothing was built"]))
    remarks = [f"{e.source.name}: {remark}" for e in fresh for remark in e.source.problems]
    read, while_reading = time.perf_counter(), _memory(outcomes)
    with intake.rare_collection():
        built = join(archive.merge(archive.read_all(directory), fresh), authority.load())
    if not built.report.conforms:
        raise StoreError(f"{directory}: not written, the graph breaks its shapes: {built.report.violations[0].message('en')}")
    seconds = {"extraction": read - begin, "graph": time.perf_counter() - read}
    # The readers are gone by now, so their memory and the graph's were never in use together.
    memory = max(while_reading, intake.peak_memory())
    save(built, directory, report=_report(outcomes, seconds, memory, problems, remarks), started=started)
    seconds["writing"] = time.perf_counter() - read - seconds["graph"]
    return Summary(directory, built, tuple(problems), tuple(remarks), seconds, memory)


def _report(
    outcomes: Sequence[Outcome], seconds: Mapping[str, float], memory: int, problems: Sequence[str], remarks: Sequence[str]
) -> dict[str, object]:
    """Return what ``report.json`` holds of the run itself; it is the one file that is not the same for the same texts."""
    return {
        "seconds": {stage: round(value, 2) for stage, value in seconds.items()},
        "seconds_by_text": {outcome.path.name: round(outcome.seconds, 2) for outcome in outcomes},
        "peak_memory": memory,
        "problems": list(problems),
        "remarks": list(remarks),
    }


def _memory(outcomes: Sequence[Outcome]) -> int:
    """Return the peaks of this process and the readers so far together: no more than this was in use at any time."""
    peaks = {os.getpid(): intake.peak_memory()}
    for outcome in outcomes:
        peaks[outcome.process] = max(peaks.get(outcome.process, 0), outcome.memory)
    return sum(peaks.values())
