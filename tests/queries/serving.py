"""A SPARQL endpoint on the loopback address for the tests: the SPARQL 1.1 Protocol's POST over a pyoxigraph store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pyoxigraph as ox


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            answer = self.server.store.query(form["query"][0])  # type: ignore[attr-defined]
        except SyntaxError as error:
            self._send(400, "text/plain", str(error).encode())
            return
        if isinstance(answer, ox.QueryTriples):
            self._send(200, "text/turtle", answer.serialize(format=ox.RdfFormat.TURTLE))
        else:
            self._send(200, "application/sparql-results+json", answer.serialize(format=ox.QueryResultsFormat.JSON))

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(store: ox.Store) -> Iterator[str]:
    """Yield the URL of an endpoint over ``store``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.store = store  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()
