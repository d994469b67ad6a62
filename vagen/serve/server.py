"""The server: on 127.0.0.1 alone, a thread a connection, and none of them outlives it."""

from __future__ import annotations

import os
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from typing import Any, Final

from vagen.serve.answering import Answer, Preview

HOST: Final = "127.0.0.1"
_NEIGHBOURS: Final = 20  # ports that are tried after one that can't be had


class Server(ThreadingHTTPServer):
    """Serves a preview at a port; 0 takes any that is free. Raises OSError where it is taken."""

    daemon_threads = False  # so that closing waits for them
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port
    request_queue_size = 64

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        self._lines: set[socket.socket] = set()
        super().__init__((HOST, port), Answer)

    @property
    def port(self) -> int:
        """The port that it has."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """What to type into a browser. By number: at `localhost` some look at ::1 first, where
        another program may answer.
        """
        return f"http://{HOST}:{self.port}/"

    def server_bind(self) -> None:
        """Without asking a name server who 127.0.0.1 is, which may take its time."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.port

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """A new connection. Runs in the thread that accepts them, `close_request` in its own."""
        self._lines.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:  # noqa: ANN401 - as inherited
        """A connection is over."""
        self._lines.discard(request)
        super().close_request(request)

    def hang_up(self) -> None:
        """Ends every connection: those that wait for a browser's next request, too."""
        for line in tuple(self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """A browser that goes away in the middle is worth no word; a bug is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def opened(port: int, preview: Preview) -> Server:
    """The server at this port, else at the next that is free."""
    for one in range(port, min(port + _NEIGHBOURS, 65536) if port else 0):
        try:
            return Server(one, preview)
        except OSError:
            continue
    return Server(0, preview)


@contextmanager
def answering(server: Server) -> Iterator[None]:
    """Answers, in threads of its own, as long as the context lasts; then all of them have ended."""
    loop = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    loop.start()
    try:
        yield
    finally:
        server.preview.stage.close()
        server.shutdown()
        loop.join()
        server.hang_up()
        server.server_close()
