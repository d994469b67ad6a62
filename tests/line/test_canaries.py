"""Nothing reaches a page that its audience may not read: canaries, made from the records.

Every free text of the records, in every file of a client and in vagen.yaml, gets a word of its
own. The words are found by walking the record classes beside the YAML, so that a field which is
added tomorrow has its canary tomorrow. Then the site is built and every byte of it is searched.
"""

from __future__ import annotations

import posixpath
import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.sites import Site, pdf_details, pdf_text
from vagen.model.client import Client
from vagen.model.document import Document, Payment
from vagen.model.enclosure import Enclosure
from vagen.model.practice import Practice
from vagen.model.record import Record
from vagen.model.service import Update
from vagen.model.task import Task
from vagen.model.words import Texts
from vagen.source.nodes import Mapping, Node, Scalar, Sequence, read_yaml

BIRDS = "efroni"
"""The client that carries the canaries."""


@dataclass(frozen=True)
class Canary:
    word: str
    path: str
    key: str
    seen: str


class Aviary:
    """Puts a word into every free text, and remembers where."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.canaries: list[Canary] = []

    def release(self, path: str, cls: type[Record], *, seen: str = "") -> None:
        text = self.site.read(path)
        node, problems = read_yaml(text, path)
        assert not problems
        found = list(_free_texts(cls, node, seen=seen))
        lines = text.split("\n")
        for scalar, key, who in sorted(found, key=lambda one: one[0].at, reverse=True):
            word = self._word(path, key, who)
            row, end = scalar.at.line - 1, scalar.at.column - 1 + scalar.at.width
            end -= 1 if scalar.style in ("'", '"') else 0
            if scalar.block:  # its words begin on the line below
                lines[row + 1] += f" {word}"
            else:
                lines[row] = f"{lines[row][:end]} {word}{lines[row][end:]}"
        self.site.write(path, "\n".join(lines))

    def release_log(self, path: str, seen: str) -> None:
        """A word in the text of every entry: before its markers, which come last."""
        lines = self.site.read(path).split("\n")
        for row, line in enumerate(lines):
            found = re.match(r"(  \S+ )(.*)$", line)
            if found:
                lines[row] = f"{found[1]}{self._word(path, 'entry', seen)} {found[2]}"
        self.site.write(path, "\n".join(lines))

    def release_letter(self, path: str) -> None:
        """Words into the front matter and into the prose below it."""
        front = self.site.read(path).partition("\n---\n")[0]
        node, problems = read_yaml(front.removeprefix("---\n"), path, 2)
        assert not problems
        lines = self.site.read(path).split("\n")
        for scalar, key, who in _free_texts(Update, node):
            lines[scalar.at.line - 1] += f" {self._word(path, key, who)}"
        self.site.write(path, "\n".join(lines))
        self.release_prose(path, "client")

    def release_prose(self, path: str, seen: str) -> None:
        self.site.write(path, self.site.read(path) + f"\n{self._word(path, 'prose', seen)}\n")

    def _word(self, path: str, key: str, seen: str) -> str:
        word = f"zqw{len(self.canaries):04}q"
        self.canaries.append(Canary(word, path, key, seen))
        return word


def _free_texts(
    cls: type[Record], node: Node | None, *, seen: str = "", at: str = ""
) -> Iterator[tuple[Scalar, str, str]]:
    """Every scalar whose field takes free words, its key, and who sees it by the record."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _free_texts(cls, item, seen=seen, at=at)
    if not isinstance(node, Mapping):
        return
    fields = {info.alias or name: info for name, info in cls.model_fields.items()}
    for name, value in node.values.items():
        info = fields[name]
        extra = typing.cast("dict[str, str]", info.json_schema_extra)
        who = seen or extra["seen"]
        who = who if who in ("owner", "private") else extra["seen"]
        key = f"{at}{name}"
        inner = _record_in(info.annotation)
        if cls is Task and _is_hidden(node):
            who = "private"
        if inner is not None:
            passed = who if who in ("owner", "private") else seen
            yield from _free_texts(inner, value, seen=passed, at=f"{key}.")
        elif _takes_words(info.annotation, info.metadata) and not _is_code(key):
            yield from ((scalar, key, who) for scalar in _scalars(value))


def _is_hidden(task: Mapping) -> bool:
    """Whether no client sees a task: marked as private, or still in the inbox."""
    said = {name: one.text for name, one in task.values.items() if isinstance(one, Scalar)}
    return said.get("private") == "yes" or said.get("status") == "inbox"


def _is_code(key: str) -> bool:
    """Texts that mean something to vagen: names of things, files and numbers."""
    last = key.rpartition(".")[2]
    return last in {
        "to",
        "file",
        "signed",
        "number",
        "document",
        "waiting_for",
        "sop",
        "logo",
        "pattern",
        "country",
        "original",
        "run",
    }


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for inner in typing.get_args(annotation):
        found = _record_in(inner)
        if found is not None:
            return found
    return None


def _takes_words(annotation: object, metadata: list[object]) -> bool:
    """A plain str or a text in several languages; values with a form of their own (Id, Email,
    Zone …) are `Annotated[str, …]`."""
    if metadata and annotation is not Texts:
        return False
    if annotation in (str, Texts):
        return True
    if typing.get_origin(annotation) is typing.Annotated:
        return typing.get_args(annotation)[0] is Texts
    return any(_takes_words(inner, []) for inner in typing.get_args(annotation))


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    inner = node.items if isinstance(node, Sequence) else list(node.values.values())
    for one in inner:
        yield from _scalars(one)


_HIDDEN = """
- {id: idea, title: An idea, status: inbox, due: 2026-11-27, note: Not yet}
- {id: late, title: Late, status: doing, due: 2026-11-01, private: yes, note: Mine}
"""
"""Two more tasks that no list of dates may show."""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Canary], dict[str, str]]:
    site = Site.demo(tmp_path_factory.mktemp("aviary"))
    aviary = Aviary(site)
    folder = f"content/clients/{BIRDS}"
    site.write(f"{folder}/tasks.yaml", site.read(f"{folder}/tasks.yaml") + _HIDDEN)
    aviary.release("vagen.yaml", Practice)
    aviary.release(f"{folder}/client.yaml", Client)
    aviary.release(f"{folder}/tasks.yaml", Task)
    aviary.release(f"{folder}/payments.yaml", Payment)
    for path in sorted((site.root / folder / "invoices").glob("*.yaml")):
        draft = "number:" not in path.read_text(encoding="utf-8")
        aviary.release(
            path.relative_to(site.root).as_posix(), Document, seen="owner" if draft else ""
        )
    for path in sorted((site.root / "content/clients/fennel-street/invoices").glob("draft*.yaml")):
        aviary.release(path.relative_to(site.root).as_posix(), Document, seen="owner")
    for path in sorted((site.root / folder / "time").glob("*.yaml")):
        aviary.release_log(path.relative_to(site.root).as_posix(), "owner")
    for path in sorted((site.root / folder / "notes").glob("*.md")):
        aviary.release_prose(path.relative_to(site.root).as_posix(), "private")
    aviary.release(f"{folder}/documents/documents.yaml", Enclosure)
    for path in sorted((site.root / folder / "updates").glob("*.md")):
        aviary.release_letter(path.relative_to(site.root).as_posix())
    ahead = f"{folder}/updates/2026-11-24.md"
    site.write(ahead, "---\ntitle: Tomorrow\n---\n")
    aviary.release_prose(ahead, "owner")
    outcome = site.build()
    assert not outcome.failed, [one.message for one in outcome.problems]
    return aviary.canaries, {path: _all_said(path, data) for path, data in site.tree().items()}


def _all_said(path: str, data: bytes) -> str:
    """Name, raw bytes, and for a PDF its words and metadata."""
    said = f"{path}\n{data.decode('utf-8', errors='replace')}"
    if path.endswith(".pdf"):
        said += pdf_text(data) + pdf_details(data)
    if path.endswith(".ics"):
        said += re.sub("\r\n[ ]", "", data.decode("utf-8"))
    return said


DESK = "desk/"
"""The owner's page. All clients stand on it; notes for one's own eyes are on no page at all."""


_NOT_HERE = {
    # Documents show the details copied in when they were issued, before those of today.
    "client.yaml address", "client.yaml legal_name", "client.yaml tax_number", "vagen.yaml address",
    # A page greets by the first word of a name.
    "client.yaml contacts.name",
    # For e-invoices (EN 16931, BT-49); paper has no need of it.
    *(f"DI-{number}.yaml buyer.email" for number in ("0118", "0120", "0122")),
    # The account of another currency.
    "vagen.yaml bank.sort_code",
}  # fmt: skip
pytestmark = pytest.mark.usefixtures("poppler")


def _leaks(canaries: list[Canary], pages: dict[str, str]) -> list[str]:
    words = {one.word: one for one in canaries}
    return [
        f"{path}: {words[word].path} {words[word].key} ({words[word].seen})"
        for path, said in pages.items()
        for word in sorted(set(re.findall(r"zqw\d{4}q", said)) & words.keys())
    ]


def test_there_are_canaries_of_every_kind(released: tuple[list[Canary], dict[str, str]]) -> None:
    canaries, _ = released
    seen = {one.seen for one in canaries}
    assert {"everyone", "client", "owner", "private", "public"} <= seen
    assert len(canaries) > 150


def test_no_other_audience_reads_a_word_of_the_client(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    canaries, pages = released
    of_client = [one for one in canaries if one.path.startswith(f"content/clients/{BIRDS}/")]
    seers = (f"c/{BIRDS}/", DESK)
    others = {path: said for path, said in pages.items() if not path.startswith(seers)}
    assert _leaks(of_client, others) == []


def test_the_clients_own_id_and_name_reach_nobody_else(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    _, pages = released
    told = [path for path, said in pages.items() if BIRDS in said]
    assert [path for path in told if not path.startswith((f"c/{BIRDS}/", DESK))] == []


def test_what_is_the_owners_reaches_nobody_else(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    canaries, pages = released
    mine = [one for one in canaries if one.seen in ("owner", "private")]
    assert mine
    assert (
        _leaks(mine, {path: said for path, said in pages.items() if not path.startswith(DESK)})
        == []
    )


def test_the_desk_shows_private_tasks_and_no_notes_for_ones_own_eyes(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    """A page that is printed may lie on a table."""
    canaries, pages = released
    desk = "".join(said for path, said in pages.items() if path.startswith(DESK))
    shown = {
        f"{one.path.rpartition('/')[2]} {one.key}"
        for one in canaries
        if one.seen in ("owner", "private") and one.word in desk
    }
    assert "tasks.yaml title" in shown
    assert shown <= {"tasks.yaml title"}


def test_no_page_leads_to_the_desk(released: tuple[list[Canary], dict[str, str]]) -> None:
    _, pages = released
    assert any(path.startswith(DESK) for path in pages)
    links = [
        (path, posixpath.normpath(posixpath.join(posixpath.dirname(path), address)))
        for path, said in pages.items()
        if not path.startswith(DESK)
        for address in re.findall(r'(?:href|src|data-\w+)="([^":#]+)', said)
    ]
    assert len(links) > len(pages)
    assert [one for one in links if one[1].startswith(DESK)] == []
    others = {path: said for path, said in pages.items() if not path.startswith(DESK)}
    assert [path for path, said in others.items() if "desk/index" in said] == []


def test_what_only_clients_read_is_on_no_public_page(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    canaries, pages = released
    clients = [one for one in canaries if one.seen == "client"]
    seers = ("c/", "handbook/", DESK)
    public = {path: said for path, said in pages.items() if not path.startswith(seers)}
    assert _leaks(clients, public) == []


def test_what_the_records_say_a_client_sees_is_there(
    released: tuple[list[Canary], dict[str, str]],
) -> None:
    """The audience of a key is a promise both ways; a key that no view names is the owner's."""
    canaries, pages = released
    portal = "".join(said for path, said in pages.items() if path.startswith(f"c/{BIRDS}/"))
    shown = {
        f"{one.path.rpartition('/')[2]} {one.key}"
        for one in canaries
        if one.seen in ("client", "everyone") and one.word in portal
    }
    meant = {
        f"{one.path.rpartition('/')[2]} {one.key}"
        for one in canaries
        if one.seen in ("client", "everyone")
    }
    assert sorted(meant - shown - _NOT_HERE) == []
