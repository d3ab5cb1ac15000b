"""Hariciye: Turkish texts on Turkish–Soviet diplomacy as a knowledge graph whose every fact leads to its exact words.

The command line, and the few names that a notebook needs::

    from hariciye import build, open_graph

    build(["examples/texts"], "out/graph")
    graph = open_graph("out/graph")
    graph.ask("signatories", agreement="Kars Antlaşması")
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

if TYPE_CHECKING:
    import networkx as nx

    from graph.explanation import Explanation
    from graph.making import Summary
    from queries import Result


__all__ = ["Opened", "build", "main", "open_graph"]

OK, WRONG, FAILED, STOPPED = 0, 1, 2, 130

out = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else 140)
err = Console(stderr=True, highlight=False)
app = typer.Typer(
    name="hariciye",
    help="Turkish texts on Turkish–Soviet diplomacy, 1917–1938, as a knowledge graph whose every fact leads to its exact words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


# ---------------------------------------------------------------- for notebooks


@dataclass(frozen=True, slots=True)
class Opened:
    """A built graph."""

    directory: Path

    def ask(self, query: str, **parameters: object) -> list[dict[str, str]]:
        """Return the rows that a question (a name of the catalogue or a ``.rq`` file) gives, each as column to text."""
        import queries
        from queries.formats import brief

        result = queries.run(query, self.directory, {name: str(value) for name, value in parameters.items()})
        return [{c: brief(t) for c, t in zip(result.columns, row, strict=True)} for row in result.rows]

    def network(self) -> nx.MultiDiGraph:
        """Return actors and what ties them, as a network."""
        import graph

        return graph.network(self.directory)

    def explain(self, iri: str, *, names: bool = False) -> Explanation:
        """Return what an event, claim or entity rests on; with ``names`` also how the names in the words were read."""
        import graph

        return graph.explain(self.directory, iri, names=names)


def open_graph(directory: str | Path) -> Opened:
    """Return the graph that ``build`` wrote to ``directory``; raise ``StoreError`` where there is none."""
    from graph.store import open_store

    open_store(Path(directory))
    return Opened(Path(directory))


def build(paths: Iterable[str | Path], directory: str | Path, *, jobs: int = 2) -> Summary:
    """Build the graph of texts (files and folders) into ``directory``, together with the texts that it holds already.

    Raises ``ValueError``, in one line, where no text could be read or the folder cannot be written; a graph that is there
    already then stays as it was.
    """
    from graph import making

    return making.build([Path(path) for path in paths], Path(directory), jobs=jobs)


# ---------------------------------------------------------------- command line

Directory = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `hariciye build` wrote.", show_default=False)]


class Form(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


class Export(StrEnum):
    """What a graph can be exported to."""

    turtle = "turtle"
    trig = "trig"
    jsonld = "jsonld"
    ntriples = "ntriples"
    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"


@contextmanager
def _plain_errors(interrupted: str = "stopped") -> Iterator[None]:
    """Turn what a user can mend into one line each and exit code 2; Ctrl-C into 130."""
    try:
        yield
    except KeyboardInterrupt:
        err.print(interrupted, style="yellow")
        raise typer.Exit(STOPPED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(OK) from None
    except (ValueError, OSError) as error:
        for line in str(error).splitlines():
            err.print(line, style="red", markup=False, soft_wrap=True)
        raise typer.Exit(FAILED) from None


@app.command("build")
def build_command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help="Texts (.txt .pdf .docx .html) or folders of them.", show_default=False)
    ],
    directory: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the graph goes; a graph there is added to.")],
    jobs: Annotated[int, typer.Option(min=1, help="How many texts to read at the same time.")] = 2,
) -> None:
    """Build a graph from texts, or add texts to one.

    What is known of a text (title, authors, year …) stands in a `sources.toml` beside it. A text that DIR holds already is replaced.
    Exit code 0: every text is in the graph; 1: some are not; 2: nothing was built.

    Example: `hariciye build examples/texts --out out/graph`
    """
    from graph import making
    from graph.reporting import Progress, summarize

    with _plain_errors(f"stopped; {directory} is as it was before"):
        with Progress(err) as progress:
            summary = making.build(paths, directory, jobs=jobs, watch=progress.watch)
        summarize(summary, out)
    raise typer.Exit(WRONG if summary.problems else OK)


@app.command()
def query(
    words: Annotated[list[str], typer.Argument(metavar="[DIR] NAME [name=value]…", show_default=False)] = [],  # noqa: B006
    form: Annotated[Form, typer.Option("--format", help="How to write the answer.")] = Form.table,
    endpoint: Annotated[str | None, typer.Option(metavar="URL", help="Ask this SPARQL endpoint; then leave out DIR.")] = None,
) -> None:
    """Ask a question: a NAME of the catalogue, a FILE.rq, or - for SPARQL from standard input.

    Without NAME all questions of the catalogue are listed.

    Example: `hariciye query out/graph signatories "agreement=Kars Antlaşması" --format csv`
    """
    import queries
    from queries import formats

    with _plain_errors():
        target, *rest = [endpoint, *words] if endpoint else words or [""]
        if not rest:
            formats.catalogue(out)
            return
        question: str | queries.Query = queries.parse("-", sys.stdin.read()) if rest[0] == "-" else rest[0]
        result = queries.run(question, target or "", _values(rest[1:]))
        _print(result, form)


def _print(result: Result, form: Form) -> None:
    from queries import formats

    if form is Form.table:
        formats.show(result, out)
    else:
        typer.echo(formats.write(result, form.value), nl=False)


def _values(pairs: Iterable[str]) -> dict[str, str]:
    odd = next((pair for pair in pairs if "=" not in pair), None)
    if odd is not None:
        raise ValueError(f'{odd}: not a parameter; write name=value, with quotes around blanks: "agreement=Kars Antlaşması"')
    return dict(pair.split("=", 1) for pair in pairs)


@app.command()
def validate(
    path: Annotated[Path, typer.Argument(metavar="DIR|FILE.ttl", help="A built folder or a Turtle file.", show_default=False)],
) -> None:
    """Check a graph against the SHACL shapes. Exit code 0: it conforms; 1: it does not; 2: it could not be checked.

    Example: `hariciye validate out/graph`
    """
    import graph

    with _plain_errors():
        report = graph.validate(path)
        for violation in report.violations:
            out.print(f"[red]{violation.node}[/] {violation.path}", soft_wrap=True)
            out.print(f"  {violation.message('tr')}\n  {violation.message('en')}", markup=False, soft_wrap=True)
            out.print(
                f"  “{violation.sentence}”" if violation.sentence else "  (no sentence stands behind it)", markup=False, soft_wrap=True
            )
        count = len(report.violations)
        out.print(f"{path}: conforms" if report.conforms else f"{path}: {count} violation{'s' if count != 1 else ''}", soft_wrap=True)
    raise typer.Exit(OK if report.conforms else WRONG)


@app.command()
def export(
    directory: Directory,
    form: Annotated[
        Export,
        typer.Option("--format", help="graphml and gexf hold the network of actors, csv one row a claim, the others all."),
    ],
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")],
) -> None:
    """Write a graph in another format.

    Example: `hariciye export out/graph --format gexf -o network.gexf`
    """
    import graph

    with _plain_errors():
        graph.export(directory, form.value, file)
        out.print(f"{file} written", soft_wrap=True)


@app.command()
def explain(
    directory: Directory,
    iri: Annotated[
        str,
        typer.Argument(
            metavar="IRI", help="An event or claim: a whole IRI, a path such as agreement/kars-antlasmasi, or a name.", show_default=False
        ),
    ],
    names: Annotated[bool, typer.Option("--names", help="Say how each name in the words was read, and which readings lost.")] = False,
) -> None:
    """Show what an event or claim rests on: source, exact words, page or line, frame, and what other sources say.

    Example: `hariciye explain out/graph "Kars Antlaşması"`
    """
    import graph
    import queries

    with _plain_errors():
        node = iri if re.match(r"https?://|[a-z]+[/:]", iri) else queries.resolve(iri, directory)
        out.print(str(graph.explain(directory, node, names=names)), markup=False, highlight=False, soft_wrap=True)


@app.command()
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text.", show_default=False)],
    html: Annotated[bool, typer.Option("--html", help="Write a page that sets the text beside its reading.")] = False,
) -> None:
    """Show how a text is read: passages, notes, mended words.

    Example: `hariciye show examples/texts/02-moskova-antlasmasi.txt --html > page.html`
    """
    from extraction import reading
    from graph.reporting import passages

    with _plain_errors():
        document = reading.read(file)
        if html:
            from extraction.reading.show import page

            typer.echo(page(document), nl=False)
        else:
            passages(document, out)


@app.command()
def names(
    directory: Directory,
    tag: Annotated[str, typer.Option(metavar="TAG", help="Only names of this tag: PER, LOC, GPE, ORG, GRP, AGR, CNF, WAR or OFF.")] = "",
    form: Annotated[Form, typer.Option("--format", help="How to write the list.")] = Form.table,
) -> None:
    """List who and what the texts name that the authority does not know, with the words where each is first named.

    Example: `hariciye names out/graph --tag PER`
    """
    import queries

    with _plain_errors():
        _print(_with_words(queries.run("new-names", directory, {"tag": tag}), directory), form)


def _with_words(result: Result, directory: Path) -> Result:
    """Return the answer of ``new-names`` with the words around each place instead of its offset."""
    from rdflib import Literal

    from graph import archive
    from queries import Result

    texts: dict[str, str] = {}
    rows = []
    for *row, doc, at in result.rows:
        text = texts.get(str(doc)) or archive.read(directory / "texts" / f"{doc}.json").text
        texts[str(doc)] = text
        place = int(str(at))
        rows.append((*row, doc, Literal(" ".join(text[max(0, place - 40) : place + 60].split()))))
    return Result((*result.columns[:-1], "words"), tuple(rows))


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
