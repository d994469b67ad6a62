"""What each request is answered with: a page with its bar, a file, what is wrong, or a refusal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, quote, urlsplit

from vagen.serve.asked import OWN, file_for, folder_for, is_near, is_ours, page_of, wanted
from vagen.serve.shell import Shell, own_file
from vagen.serve.shown import Shown
from vagen.serve.stage import Stage

if TYPE_CHECKING:
    from vagen.serve.server import Server

_HEARTBEAT: Final = 15.0  # seconds; a closed tab is found out at the next one
_PAPER: Final = 60.0  # seconds that somebody waits for a PDF which is being made
_SLOW: Final = 20.0  # seconds after which a connection that neither asks nor takes is let go
_NO_FRAME = "frame-ancestors 'none'"
_STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
    f"img-src data:; base-uri 'none'; form-action 'none'; {_NO_FRAME}"
)
_STILL = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    f"sandbox; {_NO_FRAME}"
)
"""For what may hold a script and was brought by a person: a client's HTML or SVG runs none here."""
_LIVELY = {".html", ".svg", ".xml"}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What the answers are made of: the folder of the site, what is shown, how it is drawn.

    `ask_papers` has the PDFs made now that are still to be made.
    """

    folder: Path
    stage: Stage
    shell: Shell
    ask_papers: Callable[[], None]


class Answer(BaseHTTPRequestHandler):
    """One connection, and its requests one after another."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "vagen"
    sys_version = ""
    timeout = _SLOW
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """Answers; a HEAD gets the same without its body."""
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # what was sent along is not read as a next request
        hosts = self.headers.get_all("Host") or []
        site, mode = self.headers.get("Sec-Fetch-Site"), self.headers.get("Sec-Fetch-Mode")
        path = wanted(self.path)
        if not is_ours(hosts, self.server.port):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif not is_near(site, mode):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif path is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif path.startswith(OWN):
            self._own(path)
        else:
            self._site(path)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def do_POST(self) -> None:
        """Nothing here can be changed from a browser."""
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"})

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal tells of builds."""

    @property
    def _preview(self) -> Preview:
        return self.server.preview

    def _site(self, path: str) -> None:
        shown = self._preview.stage.now
        if shown.pending and path.endswith(".pdf"):
            self._preview.ask_papers()
            shown = self._preview.stage.settled(_PAPER)
        if not shown.files:
            page = self._preview.shell.problems(shown, page_of(path))
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, page, ".html", policy=_STRICT)
            return
        name = file_for(path, shown.files)
        folder = folder_for(path, shown.files)
        data = self._read(name) if name else None
        if name and data is not None:
            self._file(name, data, shown)
        elif folder and name is None:
            self._send(HTTPStatus.FOUND, b"", ".txt", {"Location": f"/{quote(folder)}"})
        else:
            self._missing(path, shown)

    def _file(self, name: str, data: bytes, shown: Shown) -> None:
        suffix = PurePosixPath(name).suffix.lower()
        brought = name in shown.copies
        if suffix == ".html" and not brought:
            data = self._preview.shell.on_page(data, shown, name)
        policy = _STILL if brought and suffix in _LIVELY else _NO_FRAME
        self._send(HTTPStatus.OK, data, suffix, policy=policy)

    def _missing(self, path: str, shown: Shown) -> None:
        if path.endswith(".pdf") and path in shown.files:
            page = self._preview.shell.problems(shown, path, unmade=True)
            self._send(HTTPStatus.NOT_FOUND, page, ".html", policy=_STRICT)
            return
        own = self._read("404.html") if "404.html" in shown.files else None
        if own is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        data = self._preview.shell.on_page(own, shown, page_of(path), over=True)
        self._send(HTTPStatus.NOT_FOUND, data, ".html")

    def _read(self, name: str) -> bytes | None:
        """A file of the site; None where it is gone, or a link leads out of the folder."""
        folder = os.path.realpath(self._preview.folder)
        file = os.path.realpath(self._preview.folder / name)
        if os.path.commonpath((folder, file)) != folder:
            return None
        try:
            return Path(file).read_bytes()
        except OSError:
            return None

    def _own(self, path: str) -> None:
        data = own_file(path)
        if path == f"{OWN}events":
            self._events()
        elif path == f"{OWN}problems":
            page = self._preview.shell.problems(self._preview.stage.now, path)
            self._send(HTTPStatus.OK, page, ".html", policy=_STRICT)
        elif data is not None:
            self._send(HTTPStatus.OK, data, PurePosixPath(path).suffix)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _events(self) -> None:
        """Tells one page of every build, until its tab is closed or the server ends."""
        asked = parse_qs(urlsplit(self.path).query).get("at", ["/"])[0]
        path = page_of(wanted(asked) or "")
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        number, told, stage = -1, "", self._preview.stage
        while not stage.closed and self.command == "GET":
            shown = stage.after(number, _HEARTBEAT)
            state = json.dumps(self._preview.shell.state(shown, path))
            event = f"event: state\ndata: {state}\n\n" if state != told else ": still here\n\n"
            self.wfile.write(event.encode())
            number, told = shown.number, state

    def _refuse(self, status: HTTPStatus, more: dict[str, str] | None = None) -> None:
        self.close_connection = True  # a body that was sent along is not read
        self._send(status, f"{status.value} {status.phrase}\n".encode(), ".txt", more)

    def _send(
        self,
        status: HTTPStatus,
        data: bytes,
        suffix: str,
        more: dict[str, str] | None = None,
        *,
        policy: str = _NO_FRAME,
    ) -> None:
        kind = _TYPES.get(suffix, "application/octet-stream")
        headers = {"Content-Length": str(len(data)), "Content-Security-Policy": policy}
        self._head(status, kind, headers | (more or {}))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _head(self, status: HTTPStatus, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        always = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if self.close_connection:
            always["Connection"] = "close"
        for name, value in (always | more).items():
            self.send_header(name, value)
        self.end_headers()
