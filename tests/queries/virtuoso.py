"""Virtuoso, the SPARQL server that Debian packages (virtuoso-opensource-7-bin), started on free loopback ports for the tests."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
LiteMode = 0
DisableUnixSocket = 1
NumberOfBuffers = 5000
DirsAllowed = {folder}

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}

[SPARQL]
ResultSetMaxRows = 100000
"""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serve(turtle: Path, folder: Path) -> Iterator[str]:
    """Yield the URL of an endpoint that holds ``turtle``; ``folder`` is the server's own."""
    sql, http = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(INI.format(folder=folder, sql=sql, http=http))
    shutil.copy(turtle, folder / "graph.ttl")
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"], cwd=folder, stdout=output, stderr=output)
    try:
        _load(sql, folder, server)
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        server.terminate()
        server.wait(30)


def _load(port: int, folder: Path, server: subprocess.Popen[bytes]) -> None:
    statement = f"DB.DBA.TTLP_MT(file_to_string_output('{folder}/graph.ttl'), '', 'urn:hariciye');"
    for _ in range(120):
        done = subprocess.run(["isql-vt", f"127.0.0.1:{port}", "dba", "dba", f"exec={statement}"], capture_output=True, text=True)
        if done.returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.5)
    raise RuntimeError(f"Virtuoso did not start or load: {done.stdout} {done.stderr} {(folder / 'output').read_text()[-2000:]}")
