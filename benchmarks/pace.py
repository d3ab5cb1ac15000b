"""Words a second on one core: every text of a folder read and extracted in one process.

    OPENBLAS_NUM_THREADS=1 .venv/bin/python benchmarks/pace.py [FOLDER]

Prints words, CPU seconds (start-up and the first text's tables included in the total) and words a second for each text, by default of
``../shared/corpus``, and the peak memory.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from time import process_time

from facts import SHARED

from extraction import extract, read


def main() -> None:
    """Read, extract, print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpus"
    total = 0
    for path in sorted(folder.glob("*.txt")):
        words, start = len(path.read_text(encoding="utf-8").split()), process_time()
        extract(read(path))
        seconds = process_time() - start
        total += words
        print(f"{path.stem}  {words} words  {seconds:.1f} s  {words / seconds:.0f} words/s")
    print(f"all  {total} words  {process_time():.1f} s  {total / process_time():.0f} words/s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
