"""Take texts in: find the files, read and extract each in a process of its own, and say in one line what went wrong.

One bad file never costs another: each text ends as an :class:`Outcome`, with an extraction or with a problem. The order of
the outcomes is that of the file names, whichever process finishes first.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extraction.records import Extraction

ENDINGS = (".txt", ".pdf", ".docx", ".html", ".htm")
"""What is taken from a folder; a file named by itself is taken whatever its ending."""
CURATION = "curation.toml"
"""What a historian decided about new names: read where it lies beside a text (:func:`extraction.names.curation`)."""
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What libraries of linear algebra read, when they are loaded, to know how many threads to use."""
PULSE = 0.2
"""Seconds between two reports of progress."""


class IntakeError(ValueError):
    """Nothing to build from; the message is one line that names the path and says what to do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its extraction, or None and a one-line problem.

    ``seconds`` is what it took; ``process`` and ``memory`` (bytes) tell which process read it and its peak so far.
    """

    path: Path
    extraction: Extraction | None
    problem: str = ""
    seconds: float = 0.0
    process: int = 0
    memory: int = 0


Watcher = Callable[[Path, str], None]
"""Is told of each path that it is ``running`` (again and again), and then ``done`` or ``failed``."""


def unwatched(path: Path, state: str) -> None:
    """Watch nothing."""


def find(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """Return the texts that ``paths`` (files and folders) name, sorted, and a problem for each path that gives none.

    Raises IntakeError where no text is left. Two files of one name cannot both be in a graph; the second is a problem.
    """
    found: list[Path] = []
    problems: list[str] = []
    for path in paths:
        texts = _texts(path)
        found += [text for text in texts if text not in found]
        if not texts:
            problems.append(_nothing(path))
    unique: dict[str, Path] = {}
    for text in sorted(found, key=lambda p: (p.stem, str(p))):
        if unique.setdefault(text.stem, text) != text:
            problems.append(f"{text}: bears the same name as {unique[text.stem]}; rename one of them")
    if not unique:
        raise IntakeError("; ".join(problems) or "no texts given; name a file or a folder")
    return list(unique.values()), problems


def _texts(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS and not p.name.startswith(".") and p.is_file())
    return [path] if path.exists() else []


def _nothing(path: Path) -> str:
    if path.is_dir():
        return f"{path}: no texts in this folder; put {', '.join(ENDINGS[:-1])} files in it"
    return f"{path}: no such file or folder; check the path"


def extract(paths: Sequence[Path], workers: int = 2, watch: Watcher = unwatched) -> list[Outcome]:
    """Return the outcome of each of ``paths``, in their order, read by ``workers`` processes.

    Processes are spawned, not forked, so that no lock or thread of this one is copied; a script that calls this needs the usual
    ``if __name__ == "__main__":``. With one worker or one text everything happens in this process.
    """
    if workers < 2 or len(paths) < 2:
        return [_watched(path, watch) for path in paths]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(paths)), mp_context=context) as pool:
        try:
            return _collect(pool, paths, watch)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _watched(path: Path, watch: Watcher) -> Outcome:
    watch(path, "running")
    outcome = take(path)
    watch(path, "done" if outcome.extraction else "failed")
    return outcome


def _collect(pool: ProcessPoolExecutor, paths: Sequence[Path], watch: Watcher) -> list[Outcome]:
    """Hand out the longest files first, so that none of them is left for the end."""
    order = sorted(paths, key=lambda path: (-_size(path), str(path)))
    with _interrupts_held(), _one_thread_each():
        futures = {pool.submit(take, path): path for path in order}
    outcomes: dict[Path, Outcome] = {}
    open_: set[Future[Outcome]] = set(futures)
    while open_:
        done, open_ = wait(open_, timeout=PULSE, return_when=FIRST_COMPLETED)
        for future in done:
            path = futures[future]
            outcomes[path] = _result(future, path)
            watch(path, "done" if outcomes[path].extraction else "failed")
        for future in open_:
            if future.running():
                watch(futures[future], "running")
    return [outcomes[path] for path in paths]


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes start: they inherit that and leave it to this one, which then ends them itself."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let each process that starts multiply its matrices in one thread: the matrices are small, and the threads of two processes spend a
    third of the machine's time waiting for each other.
    """
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update({name: value or "1" for name, value in before.items()})
    try:
        yield
    finally:
        for name in (name for name, value in before.items() if value is None):
            del os.environ[name]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _result(future: Future[Outcome], path: Path) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return Outcome(path, None, f"{path}: the process that read it was killed, perhaps for want of memory; try again with --jobs 1")


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let the garbage collector run seldom: words and triples are millions of small objects that live to the end, and looking through them
    again and again takes a tenth of a build.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def take(path: Path) -> Outcome:
    """Read and extract one file; every failure becomes the outcome's problem."""
    started = time.perf_counter()
    with rare_collection():
        extraction, problem = _attempt(path)
    seconds = time.perf_counter() - started
    return Outcome(path, extraction, problem, seconds, os.getpid(), peak_memory())


def _attempt(path: Path) -> tuple[Extraction | None, str]:
    from extraction import extract as run
    from extraction import names, reading

    beside = path.parent / CURATION
    try:
        decisions = names.curation(beside) if beside.exists() else None
        document = reading.read(path)
        if not any(map(str.isalpha, "".join(passage.text for passage in document.passages if passage.sentences))):
            return None, f"{path}: holds no sentence; give a running text"
        return run(document, decisions), ""
    except (reading.ReadingError, names.CurationError) as error:
        return None, str(error)
    except OSError as error:
        return None, f"{path}: cannot be read ({error.strerror or error}); check the file and its rights"
    except MemoryError:
        return None, f"{path}: not enough memory to read it; close other programs or use --jobs 1"
    except Exception as error:
        return None, f"{path}: left out by an error of the program ({_brief(error)}); please report it"


def _brief(error: Exception) -> str:
    """Return what went wrong and in which line of which file, in one line."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}, {Path(where.filename).name}:{where.lineno}"


def peak_memory() -> int:
    """Return the most memory that this process has used so far, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
