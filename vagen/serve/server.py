"""The server: on 127.0.0.1 alone, a thread a connection, and none of them keeps it from ending."""

from __future__ import annotations

import os
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from typing import Any, Final

from vagen.serve.answering import Answer, Preview

HOST: Final = "127.0.0.1"
_NEIGHBOURS: Final = 20  # ports that are tried after one that is taken


class Server(ThreadingHTTPServer):
    """Serves a preview at a port; 0 takes any that is free. Raises OSError where it is taken."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port
    request_queue_size = 64

    def __init__(self, port: int, preview: Preview) -> None:
        super().__init__((HOST, port), Answer)
        self.preview = preview

    @property
    def port(self) -> int:
        """The port that it has."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Without asking a name server who 127.0.0.1 is, which may take its time."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.port

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
    """Answers, in threads of its own, as long as the context lasts."""
    loop = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    loop.start()
    try:
        yield
    finally:
        server.preview.stage.close()
        server.shutdown()
        server.server_close()
        loop.join()
