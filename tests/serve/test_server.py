"""The server's life: the address it takes, threads that end, builds that fail at the beginning."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from tests.serve.served import LONG, TASKS, Served, practice, served
from vagen.publish.place import PREVIEW
from vagen.serve.answering import Preview
from vagen.serve.server import Server, answering, opened
from vagen.serve.shell import Shell
from vagen.serve.stage import Stage


def _preview(folder: Path) -> Preview:
    stage = Stage()
    return Preview(folder, stage, Shell(folder, stage.run, "vscode"), lambda: None)


def test_it_listens_on_this_computer_alone(tmp_path: Path) -> None:
    with opened(0, _preview(tmp_path)) as server:
        assert server.server_address == ("127.0.0.1", server.port)
        assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_port_that_is_taken_gives_way_to_the_next_that_is_free(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            Server(port, _preview(tmp_path))
        with opened(port, _preview(tmp_path)) as server:
            assert server.port != port


def test_the_last_port_has_no_next(tmp_path: Path) -> None:
    with opened(65535, _preview(tmp_path)) as server, opened(65535, _preview(tmp_path)) as other:
        assert server.port != other.port


def test_all_connections_end_with_it(tmp_path: Path) -> None:
    server = opened(0, _preview(tmp_path))
    before = threading.active_count()
    with answering(server):
        lines = [socket.create_connection(("127.0.0.1", server.port), LONG) for _ in range(9)]
        host = f"Host: 127.0.0.1:{server.port}\r\n\r\n"
        asked = ["", "GET / HTTP/1.1", f"GET /_vagen/events?at=/ HTTP/1.1\r\n{host}"]
        for nth, line in enumerate(lines):
            line.sendall(asked[nth % 3].encode())
        for line in lines[2::3]:
            assert line.recv(5) == b"HTTP/"
    assert threading.active_count() == before
    for line in lines:
        while line.recv(65536):
            pass
        line.close()


def test_before_the_first_build_it_says_that_the_site_is_being_made(tmp_path: Path) -> None:
    server = opened(0, _preview(tmp_path))
    with answering(server):
        here = Served(None, server, None)  # type: ignore[arg-type]
        reply = here.ask("/c/anyone/")
        assert reply.status == 503
        assert "The site is being made." in reply.text
        assert "script-src 'self'" in reply.headers["Content-Security-Policy"]


def test_a_first_build_that_fails_shows_why_and_then_turns_into_the_site(tmp_path: Path) -> None:
    site = practice(tmp_path).change("vagen.yaml", "country: GB", "cuontry: GB")
    with served(site) as here:
        reply = here.ask("/c/first-client/")
        assert reply.status == 503
        assert "One mistake keeps the site from being made." in reply.text
        assert "<mark>cuontry</mark>" in reply.text
        site.change("vagen.yaml", "cuontry: GB", "country: GB")
        here.until(lambda one: not one.failed)
        assert here.ask("/c/first-client/").status == 200


def test_a_folder_without_a_practice_is_served_too(tmp_path: Path) -> None:
    site = practice(tmp_path)
    away = site.root / "vagen.yaml"
    kept = away.read_bytes()
    away.unlink()
    with served(site) as here:
        assert here.ask("/").status == 503
        away.write_bytes(kept)
        here.until(lambda one: not one.failed)
        assert here.ask("/").status == 200


def test_site_is_left_alone(tmp_path: Path) -> None:
    site = practice(tmp_path)
    before = {path for path in site.root.rglob("*") if ".vagen" not in path.parts}
    with served(site, pdf=True) as here:
        here.until(lambda one: one.papers)
    assert {path for path in site.root.rglob("*") if ".vagen" not in path.parts} == before
    assert (site.root / PREVIEW / "index.html").is_file()


def test_a_pdf_that_is_still_to_be_made_is_waited_for(tmp_path: Path) -> None:
    with served(practice(tmp_path), pdf=True) as here:
        here.until(lambda one: one.papers)
        files = here.server.preview.stage.now.files
        kit = next(f"/{one}" for one in sorted(files) if one.endswith(".pdf"))
        before, told = here.ask(kit), len(here.rounds.told)
        assert before.body.startswith(b"%PDF")
        here.site.change("vagen.yaml", "Wren Hale", "Wren Vale")
        here.until(lambda one: one.pending, after=told)
        after = here.ask(kit)
        assert after.body.startswith(b"%PDF")
        assert after.body != before.body


def test_a_pdf_that_nothing_makes_is_told_to_be_unmade(tmp_path: Path) -> None:
    with served(practice(tmp_path)) as here:
        files = here.server.preview.stage.now.files
        reply = here.ask(next(f"/{one}" for one in sorted(files) if one.endswith(".pdf")))
        assert reply.status == 404
        assert "This PDF has not been made." in reply.text
        assert "--no-pdf" in reply.text
        assert "has not been made" not in here.ask("/c/first-client/nothing.pdf").text


def test_a_mistake_ends_nothing(tmp_path: Path) -> None:
    with served(practice(tmp_path)) as here:
        board = here.site.root / TASKS
        kept = board.read_bytes()
        for broken in (b"\xff\xfe\x00", b"- {", b"&a [*a]", b"", b"[" * 5000):
            told = len(here.rounds.told)
            board.write_bytes(broken)
            here.until(lambda _: True, after=told)
            assert here.ask("/c/first-client/board/").status == 200
        told = len(here.rounds.told)
        board.write_bytes(kept)
        here.until(lambda one: not one.failed, after=told)
        assert here.server.preview.stage.now.mark == ""
