"""What the server answers, asked by hand: bytes that no browser would send among them."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from tests.serve.served import CLIENT, LONG, TASK, TASKS, Reply, Served, practice, read, served
from vagen.publish.place import PREVIEW

HTML = b"<!doctype html><body><script>document.title = 'it ran'</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HEBREW_NAME = "%D7%94%D7%A1%D7%9B%D7%9D.pdf"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    site = practice(tmp_path_factory.mktemp("answering"))
    documents = site.root / CLIENT / "documents"
    documents.mkdir()
    for name, data in {"ours.html": HTML, "sign.svg": SVG, "הסכם.pdf": b"%PDF-1.7\n"}.items():
        (documents / name).write_bytes(data)
    with served(site, pdf=True) as found:
        found.until(lambda one: one.papers)
        yield found


def test_every_file_of_the_site_comes_as_it_is_and_pages_with_the_bar(here: Served) -> None:
    folder = here.site.root / PREVIEW
    paths = [path for path in folder.rglob("*") if path.is_file()]
    assert {".html", ".css", ".js", ".woff2", ".pdf", ".ics", ".svg"} <= {p.suffix for p in paths}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        reply = here.ask("/" + name.replace("הסכם.pdf", HEBREW_NAME))
        assert reply.status == 200, name
        data = path.read_bytes()
        if path.suffix == ".html" and "/documents/ours" not in name:
            assert b"<vagen-preview" in reply.body
            head, _, rest = data.partition(b"<body>")
            assert reply.body.startswith(head)
            assert reply.body.endswith(rest)
        else:
            assert reply.body == data


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/vagen.css", "text/css; charset=utf-8"),
        ("/assets/search.js", "text/javascript; charset=utf-8"),
        ("/assets/fonts/Heebo.woff2", "font/woff2"),
        ("/favicon.svg", "image/svg+xml"),
        ("/c/first-client/dates.ics", "text/calendar; charset=utf-8"),
        (f"/c/first-client/documents/{HEBREW_NAME}", "application/pdf"),
        ("/_vagen/preview.js", "text/javascript; charset=utf-8"),
        ("/_vagen/preview.css", "text/css; charset=utf-8"),
        ("/_vagen/Heebo.woff2", "font/woff2"),
    ],
)
def test_each_kind_has_its_type(here: Served, path: str, kind: str) -> None:
    if path.endswith(".ics"):
        (found,) = (here.site.root / PREVIEW / "c/first-client").rglob("*.ics")
        path = f"/{found.relative_to(here.site.root / PREVIEW).as_posix()}"
    reply = here.ask(path)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == kind
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Cache-Control"] == "no-store"


def test_head_is_get_without_its_body(here: Served) -> None:
    for path in ("/", "/nowhere", "/_vagen/problems", "/c/second"):
        whole, head = here.ask(path), here.ask(path, method="HEAD")
        assert head.body == b""
        assert (head.status, head.headers["Content-Type"], head.headers["Content-Length"]) == (
            whole.status,
            whole.headers["Content-Type"],
            str(len(whole.body)),
        )
    assert here.ask("/_vagen/events", method="HEAD").body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(here: Served, method: str) -> None:
    reply = here.ask("/", "Content-Length: 4", method=method)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")


def test_a_body_is_not_taken_for_a_next_request(here: Served) -> None:
    inside = f"GET /favicon.svg HTTP/1.1\r\nHost: 127.0.0.1:{here.server.port}\r\n\r\n"
    sent = (
        f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{here.server.port}\r\n"
        f"Content-Length: {len(inside)}\r\n\r\n{inside}"
    )
    assert here.said(sent.encode()).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "[::1]"])
def test_a_name_of_somebody_else_is_refused(here: Served, host: str) -> None:
    for path in ("/", "/c/first-client/index.html", "/_vagen/events", "/_vagen/problems"):
        reply = here.ask(path, host=host.format(port=here.server.port))
        assert (reply.status, reply.text) == (421, "421 Misdirected Request\n")


@pytest.mark.parametrize("asked", ["GET / HTTP/1.0\r\n\r\n", "GET /\r\n\r\n"])
def test_no_name_is_refused_too(here: Served, asked: str) -> None:
    assert b"Wren" not in here.said(asked.encode())


def test_two_names_are_refused(here: Served) -> None:
    assert here.ask("/", "Host: evil.example").status == 421


def test_another_site_can_embed_and_fetch_nothing(here: Served) -> None:
    for mode in ("no-cors", "cors", "websocket"):
        asked = here.ask("/", "Sec-Fetch-Site: cross-site", f"Sec-Fetch-Mode: {mode}")
        assert asked.status == 403
    led = here.ask("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
    assert led.status == 200
    assert led.headers["X-Frame-Options"] == "DENY"
    assert led.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in led.headers


@pytest.mark.parametrize(
    "target",
    [
        "/../../vagen.yaml", "/c/../../../vagen.yaml", "/%2e%2e/%2e%2e/vagen.yaml",
        "/..%2f..%2fvagen.yaml", "/..%5c..%5cvagen.yaml", "//../../vagen.yaml",
        "/....//....//vagen.yaml", "/%252e%252e/%252e%252e/vagen.yaml", "/../receipts.json",
        "/vagen.yaml", "/content/", "/_vagen/../vagen.yaml", "/_vagen/base.html.j2", "/%00",
        "/_vagen/fonts/../../preview.css",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_comes_out(here: Served, target: str) -> None:
    reply = here.ask(target)
    assert reply.status == 404
    assert b"timezone:" not in reply.body


def test_there_is_no_listing(here: Served) -> None:
    for folder in ("/c/", "/assets/", "/assets/fonts/", "/_vagen/"):
        reply = here.ask(folder)
        assert reply.status == 404
        assert b"OFL.txt" not in reply.body


def test_what_lies_in_the_folder_but_is_not_of_the_site_is_not_handed_out(here: Served) -> None:
    folder = here.site.root / PREVIEW
    (folder / "secret.txt").write_text("not of the site", encoding="utf-8")
    (folder / "led").symlink_to(here.site.root)
    assert here.ask("/secret.txt").status == 404
    assert here.ask("/led/vagen.yaml").status == 404
    page = folder / "handbook/index.html"
    kept = page.read_bytes()
    page.unlink()
    page.symlink_to(here.site.root / "vagen.yaml")
    assert b"timezone:" not in here.ask("/handbook/").body
    page.unlink()
    page.write_bytes(kept)
    (folder / "secret.txt").unlink()
    (folder / "led").unlink()


def test_a_folder_without_its_stroke_leads_to_the_folder(here: Served) -> None:
    reply = here.ask("/c/second?x=1")
    assert (reply.status, reply.headers["Location"]) == (302, "/c/second/")


def test_what_is_not_there_is_told_with_the_site_s_own_page(here: Served) -> None:
    reply = here.ask("/c/second/nowhere.html")
    assert reply.status == 404
    assert "This page is not here." in reply.text
    assert "Second &amp; Sons</bdi></b>" in reply.text  # whose portal it would have been


def test_what_a_client_sent_runs_no_script_here(here: Served) -> None:
    page = here.ask("/c/first-client/documents/ours.html")
    assert page.body == HTML
    sign = here.ask("/c/first-client/documents/sign.svg")
    for reply in (page, sign):
        policy = reply.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "sandbox;" in policy


def test_nonsense_is_refused_in_plain_words(here: Served) -> None:
    for sent in (b"\r\n\r\n", b"<b>/ /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET " + b"a" * 70000):
        said = here.said(sent if sent.endswith(b"\n") else sent + b"\r\n\r\n")
        assert b"<b>" not in said
        assert b"text/html" not in said
    assert here.ask("/").status == 200


def test_connections_are_kept_for_more_than_one_request(here: Served) -> None:
    host = f"Host: 127.0.0.1:{here.server.port}\r\n"
    first = f"GET /favicon.svg HTTP/1.1\r\n{host}\r\n"
    last = f"GET /favicon.svg HTTP/1.1\r\n{host}Connection: close\r\n\r\n"
    assert here.said((first + last).encode()).count(b"HTTP/1.1 200 ") == 2


def test_slow_lines_hold_nobody_up(here: Served) -> None:
    with socket.create_connection(("127.0.0.1", here.server.port)) as slow:
        slow.sendall(b"GET / HT")
        assert here.ask("/").status == 200


class Events:
    """A page that listens."""

    def __init__(self, here: Served, at: str) -> None:
        self.line = socket.create_connection(("127.0.0.1", here.server.port), LONG)
        head = f"GET /_vagen/events?at={at} HTTP/1.1\r\nHost: localhost:{here.server.port}\r\n\r\n"
        self.line.sendall(head.encode())
        self.data = b""

    def head(self) -> Reply:
        return read(self._until(b"\r\n\r\n") + b"\r\n\r\n")

    def state(self) -> dict[str, object]:
        while True:
            event = self._until(b"\n\n").decode()
            if event.startswith("event: state\ndata: "):
                return json.loads(event.removeprefix("event: state\ndata: "))

    def _until(self, end: bytes) -> bytes:
        while end not in self.data:
            more = self.line.recv(65536)
            assert more, "the server hung up"
            self.data += more
        found, _, self.data = self.data.partition(end)
        return found


def test_a_page_that_listens_is_told_of_its_own_changes(here: Served) -> None:
    board, other = Events(here, "/c/first-client/board/"), Events(here, "/c/second/")
    head = board.head()
    assert (head.status, head.headers["Content-Type"]) == (200, "text/event-stream")
    other.head()
    before, aside = board.state(), other.state()
    assert before["mark"] == ""
    assert f'data-print="{before["print"]}"' in here.ask("/c/first-client/board/").text
    here.site.write(TASKS, here.site.read(TASKS) + TASK.format(id="zebra", title="A zebra"))
    after = board.state()
    assert after["print"] != before["print"]
    assert after["run"] == before["run"] == aside["run"]
    assert "A zebra" in here.ask("/c/first-client/board/").text
    here.site.change(TASKS, "A zebra", "A zebra\n  stauts: doing")
    wrong, seen = board.state(), other.state()
    assert wrong == {**after, "mark": wrong["mark"], "failed": True, "label": "One mistake"}
    assert seen == {**aside, "mark": wrong["mark"], "failed": True, "label": "One mistake"}
    here.site.change(TASKS, "\n  stauts: doing", "")
    assert board.state() == after
    assert other.state() == aside
    board.line.close()
    other.line.close()


def test_a_page_with_hebrew_in_its_address_is_told_of_its_own(here: Served) -> None:
    at = "%252F%25D7%2594.html".replace("%252F", "/")  # as a browser writes /%D7%94.html
    events = Events(here, at)
    events.head()
    assert events.state()["print"]
    events.line.close()
