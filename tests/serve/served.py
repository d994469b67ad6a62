"""A small practice with two clients, and a preview of it that runs in threads of this process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.sites import DEMO_DAY, Site
from tests.watch.watched import LONG, Rounds
from vagen.build import Choices
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files
from vagen.publish.place import PREVIEW
from vagen.serve.answering import Preview
from vagen.serve.server import Server, answering, opened
from vagen.serve.shell import Shell
from vagen.serve.stage import Stage
from vagen.watch.changes import Changes
from vagen.watch.sight import sight_of
from vagen.watch.watching import Round, Watching

HEBREW = Beginning("אביגיל צור", "he", "Asia/Jerusalem", "ILS", "IL")
ENGLISH = Beginning("Wren Hale", "en", "Europe/London", "GBP", "GB")
CLIENT = "content/clients/first-client"
TASKS = f"{CLIENT}/tasks.yaml"
TASK = "\n- id: {id}\n  title: {title}\n  status: doing\n"


def practice(place: Path, beginning: Beginning = ENGLISH) -> Site:
    """What `vagen init` writes, and a second client, whose board is empty."""
    root = place / "practice"
    assert begin(root, starter_files(beginning, DEMO_DAY)).problems == ()
    site = Site(root, root / PREVIEW)
    first = site.read(f"{CLIENT}/client.yaml").split("\n")
    second = ["name: Second & Sons" if one.startswith("name:") else one for one in first]
    return site.write("content/clients/second/client.yaml", "\n".join(second))


@dataclass
class Served:
    """A preview that runs. `get` speaks HTTP with it by hand, as no browser would."""

    site: Site
    server: Server
    rounds: Rounds

    @property
    def url(self) -> str:
        return self.server.address

    def said(self, data: bytes) -> bytes:
        """All that comes back for some bytes, until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.server.port), LONG) as line:
            line.sendall(data)
            return b"".join(iter(lambda: line.recv(65536), b""))

    def ask(self, target: str, *headers: str, method: str = "GET", host: str = "") -> Reply:
        host = host or f"127.0.0.1:{self.server.port}"
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
        return read(self.said("\r\n".join([*lines, "", ""]).encode("latin-1")))

    def until(self, wanted: Callable[[Round], bool], after: int = 0) -> Round:
        return self.rounds.until(wanted, after)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


def read(data: bytes) -> Reply:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return Reply(int(first.split()[1]), {name: value for name, _, value in pairs}, body)


@contextmanager
def served(site: Site, *, pdf: bool = False, port: int = 0) -> Iterator[Served]:
    """Serves until the context ends; then no thread of it is left."""
    changes, rounds, stage = Changes(), Rounds(), Stage()
    shell = Shell(site.root, stage.run, "vscode")
    server = opened(port, Preview(site.root / PREVIEW, stage, shell, changes.wake))

    def tell(done: Round) -> None:
        stage.turn(done)
        rounds.tell(done)

    before = set(threading.enumerate())
    with answering(server):
        sight = sight_of(site.root, changes)
        choices = Choices(site.root / PREVIEW, pdf=pdf)
        loop = Watching(site.root, choices, lambda: DEMO_DAY, changes, sight, tell)
        thread = threading.Thread(target=loop.run)
        thread.start()
        try:
            rounds.until(lambda _: True)
            yield Served(site, server, rounds)
        finally:
            changes.close()
            thread.join(LONG)
            sight.close()
    after = {one for one in threading.enumerate() if not one.name.startswith("asyncio")}
    assert after <= before  # but for Playwright's
