"""Say on the terminal how a build goes, what came of it, and what a statement rests on."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from extraction.records import Document
from graph.build import Build
from graph.making import Summary

SHOWN = 20
"""How many problems the summary prints; all of them are in ``report.json``."""


class Progress:
    """A bar for each text, moving while it is read and full when it is done; on a pipe one line a text."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bars = Bars(
            TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TextColumn("{task.fields[state]}"), console=console
        )
        self._tasks: dict[Path, TaskID] = {}

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bars.stop()

    def watch(self, path: Path, state: str) -> None:
        """Show that the text at ``path`` is ``running``, ``done`` or ``failed``."""
        if path not in self._tasks:
            self._tasks[path] = self._bars.add_task(path.name, total=None, state="")
        if state == "running":
            return
        self._bars.update(
            self._tasks[path], total=1, completed=1 if state == "done" else 0, state="" if state == "done" else "[red]left out"
        )
        self._bars.stop_task(self._tasks[path])
        if not self._console.is_terminal:
            self._console.print(f"{path.name}: {'read' if state == 'done' else 'left out'}", soft_wrap=True)


def summarize(summary: Summary, console: Console) -> None:
    """Print what a build gave: counts, disagreements, SHACL's word, time, where the files are, and what went wrong."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    for name, value in [*_counts(summary.built, summary.directory), *_run(summary)]:
        grid.add_row(name, value)
    console.print()
    console.print(grid)
    problems = [*summary.problems, *summary.remarks]
    for problem in problems[:SHOWN]:
        console.print(Text(f"! {problem}", style="yellow"), soft_wrap=True)
    if len(problems) > SHOWN:
        console.print(f"! … and {len(problems) - SHOWN} more in {summary.directory / 'report.json'}", style="yellow", soft_wrap=True)


def _counts(built: Build, directory: Path) -> list[tuple[str, str]]:
    counts = built.counts
    named = {name.removeprefix("facts "): n for name, n in counts.items() if name.startswith("facts ")}
    facts = ", ".join(f"{name} {n:,}" for name, n in sorted(named.items(), key=lambda pair: (-pair[1], pair[0])))
    contested = f"{counts['contested']:,}" + (f" (hariciye query {directory} disagreements)" if counts["contested"] else "")
    return [
        ("Texts", f"{counts['texts']:,}"),
        ("Sentences", f"{sum(text.counts.get('sentences', 0) for text in built.extractions):,}"),
        ("Mentions", f"{counts['mentions']:,}"),
        ("Facts", f"{counts['facts']:,}" + (f": {facts}" if facts else "")),
        ("Left out", f"{len(built.left_out):,} facts or fillers that the ontology does not allow; report.json says why"),
        ("Claims that disagree", contested),
        ("Triples", f"{counts['triples']:,}"),
        ("SHACL", "conforms" if built.report.conforms else f"{len(built.report.violations):,} violations"),
    ]


def _run(summary: Summary) -> list[tuple[str, str]]:
    stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in summary.seconds.items())
    return [
        ("Seconds", f"{sum(summary.seconds.values()):.1f} ({stages})"),
        ("Memory", f"{summary.memory / 2**20:,.0f} MB at most"),
        ("Files", f"{summary.directory}: store, graph.ttl, facts.jsonl, mentions.jsonl, report.json"),
    ]


def passages(document: Document, console: Console) -> None:
    """Print the passages of a text as they were read, each with its kind, and the words that were mended."""
    for passage in document.passages:
        number_ = f" {passage.number}" if passage.number else ""
        console.print(Text(f"── {passage.kind}{number_}", style="dim"))
        console.print(Text(passage.text))
        for repair in passage.repairs:
            mended = passage.text[repair.start : repair.end]
            console.print(Text(f"   {repair.original!r} read as {mended!r} ({repair.rule})", style="yellow"))
