"""Canaries in what the demo leaves empty, too, in prose, in file names, and a test of the test.

test_canaries.py marks the texts that the demo types. Here every record of one client, of the
practice's own and of the drafts is filled from its class: a text field that nobody typed, and a
record that nobody began, gets its canary all the same. So does a field that is added tomorrow.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic.fields import FieldInfo
from weasyprint import HTML

from tests.line.test_canaries import BIRDS, _all_said, _is_code, _record_in, _takes_words
from tests.sites import Site
from vagen.build import Outcome
from vagen.model.calendar import Day
from vagen.model.client import Client
from vagen.model.document import Discount, Document, Payment
from vagen.model.person import Person
from vagen.model.practice import Practice
from vagen.model.record import Record, key
from vagen.model.sop import Sop
from vagen.model.task import Task
from vagen.model.words import Words

pytestmark = pytest.mark.usefixtures("poppler")
_FOLDER = f"content/clients/{BIRDS}"
_USUAL = {
    "date": "2026-11-01",
    "on": "2026-11-01",
    "asked": "2026-11-01",
    "link": "https://drive.example/x",
}
"""Values for required keys that have no example."""
_MORE = {Discount: {"amount": "1"}}
"""What a record needs beside the keys that its class requires."""
_LEFT = {"retainer", "rounding", "exchange", "team"}
"""Records with no words of their own, or whose being there changes what a document adds up to."""
_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


class Marks:
    """Gives out words, and remembers whose each is: by file and key, and who sees it."""

    def __init__(self) -> None:
        self.of: dict[str, tuple[str, str, str]] = {}

    def new(self, path: str, at: str, seen: str) -> str:
        word = f"zqx{len(self.of):04}q"
        self.of[word] = (path, at, seen)
        return word


class Filler:
    """Fills a record's raw mapping: every text gets a word, every empty place is made."""

    def __init__(self, words: Marks, path: str, seen: str = "") -> None:
        self.words, self.path, self.seen = words, path, seen

    def filled(self, cls: type[Record], raw: dict, at: str = "", seen: str = "") -> dict:
        done = dict(raw)
        for name, info in _fields(cls):
            who = self.seen or (seen if seen in ("owner", "private") else _seen(info))
            inner = _record_in(info.annotation)
            if inner is not None and name not in _LEFT:
                done[name] = self.within(inner, raw.get(name), info, f"{at}{name}.", who)
            elif inner is None and _is_text(name, info):
                done[name] = self.marked(raw.get(name), info, f"{at}{name}", who)
        return done

    def within(self, cls: type[Record], raw: object, info: FieldInfo, at: str, who: str) -> object:
        many = "tuple" in str(info.annotation)
        if raw is None:
            new = self.filled(cls, _begun(cls), at, who)
            return [new] if many else new
        if isinstance(raw, list):
            return [self.filled(cls, one, at, who) for one in raw]
        return self.filled(cls, typing.cast("dict", raw), at, who)

    def marked(self, raw: object, info: FieldInfo, at: str, who: str) -> object:
        if isinstance(raw, list):
            return [self.marked(one, info, at, who) for one in raw]
        if isinstance(raw, dict):
            return {code: self.marked(one, info, at, who) for code, one in raw.items()}
        word = self.words.new(self.path, at, who)
        if raw is None:
            return [word] if "tuple" in str(info.annotation) else word
        return f"{raw} {word}"


def _fields(cls: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    for name, info in cls.model_fields.items():
        if name != "origin":
            yield info.alias or name, info


def _seen(info: FieldInfo) -> str:
    return typing.cast("dict[str, str]", info.json_schema_extra)["seen"]


def _is_text(name: str, info: FieldInfo) -> bool:
    return _takes_words(info.annotation, info.metadata) and not _is_code(name)


def _begun(cls: type[Record]) -> dict:
    """What a record must have, but its texts."""
    needs = [(name, info) for name, info in _fields(cls) if info.is_required()]
    return _MORE.get(cls, {}) | {
        name: (info.examples or [_USUAL.get(name)])[0]
        for name, info in needs
        if not _is_text(name, info) and _record_in(info.annotation) is None
    }


def _fill(site: Site, words: Marks, path: str, cls: type[Record], seen: str = "") -> None:
    raw = yaml.load(site.read(path), yaml.BaseLoader)  # noqa: S506 - it makes texts only
    filler = Filler(words, path, seen)
    done = [filler.filled(cls, one) for one in raw] if isinstance(raw, list) else None
    site.write(path, _dumped(done if done is not None else filler.filled(cls, raw)))


def _dumped(raw: object) -> str:
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=1000)


def _fill_front(site: Site, words: Marks, path: str, more: dict, seen: str) -> None:
    """An SOP: all of its front matter, a picture with its words, a heading, a step."""
    filler = Filler(words, path, seen)
    front = _dumped(filler.filled(Sop, {"title": "SOP"} | more))
    marks = [words.new(path, at, seen) for at in ("prose", "heading", "step", "picture")]
    body = (
        f"{marks[0]}\n\n## {marks[1]}\n\n- [ ] {marks[2]}\n\n![{marks[3]}](files/{marks[3]}.svg)\n"
    )
    site.write(path, f"---\n{front}---\n{body}")
    site.write(f"{path.rpartition('/')[0]}/files/{marks[3]}.svg", _DOT)


def _released(place: Path) -> tuple[Marks, dict[str, str], Outcome]:
    site, words = Site.demo(place), Marks()
    _fill(site, words, "vagen.yaml", Practice)
    _fill(site, words, f"{_FOLDER}/client.yaml", Client)
    _fill(site, words, f"{_FOLDER}/tasks.yaml", Task)
    _fill(site, words, f"{_FOLDER}/payments.yaml", Payment)
    _fill(site, words, "content/team/roni.yaml", Person, "team")
    for path in sorted((site.root / "content/clients").glob("*/invoices/*.yaml")):
        name = path.relative_to(site.root).as_posix()
        draft = "number:" not in site.read(name)
        if draft or BIRDS in name:
            _fill(site, words, name, Document, "owner" if draft else "")
    hidden = {"id": "hidden", "title": "Hidden", "private": "yes"}
    raw = yaml.load(site.read(f"{_FOLDER}/tasks.yaml"), yaml.BaseLoader)  # noqa: S506
    secret = Filler(words, f"{_FOLDER}/tasks.yaml", "private").filled(Task, hidden)
    site.write(f"{_FOLDER}/tasks.yaml", _dumped([*raw, secret]))
    _fill_front(site, words, "content/sops/one/theirs.md", {"audience": [BIRDS]}, "client")
    _fill_front(site, words, "content/sops/two/mine.md", {"audience": "owner"}, "owner")
    _write_words(site, words)
    outcome = site.build()
    pages = {path: _all_said(path, data) for path, data in site.tree().items()}
    return words, pages, outcome


def _write_words(site: Site, words: Marks) -> None:
    """Notes, a meeting, an update, documents, words of the log that the client reads."""
    for path, seen in (
        (f"{_FOLDER}/notes/more.md", "private"),
        (f"{_FOLDER}/meetings/2026-11-02.md", "owner"),
        (f"{_FOLDER}/updates/2026-11-02.md", "client"),
    ):
        mark = words.new(path, "prose", seen)
        front = f"---\ntitle: {words.new(path, 'title', seen)}\n---\n" if "updates" in path else ""
        site.write(path, f"{front}# {mark}\n\n[{mark}](../documents/open.txt)\n")
    site.write(f"{_FOLDER}/documents/open.txt", words.new("documents", "content", "client"))
    name = words.new("documents", "file name", "client")
    site.write(f"{_FOLDER}/documents/{name}.txt", name)
    log = f"{_FOLDER}/time/2026-08.yaml"
    site.write(log, f"2026-08-03: |\n  30m {words.new(log, 'entry', 'client')} #content\n")
    client = site.read(f"{_FOLDER}/client.yaml")
    site.write(f"{_FOLDER}/client.yaml", re.sub(r"(?m)^time: .*$", "time: detail", client))


def _leaks(marks: Marks, pages: dict[str, str]) -> list[str]:
    """Every word on a page whose audience may not read it."""
    return [
        f"{path}: {' '.join(marks.of[word])}"
        for path, said in pages.items()
        for word in sorted(set(re.findall(r"zqx\d{4}q", said)) & marks.of.keys())
        if not (
            _may_the_owner(*marks.of[word][:2])
            if path.startswith("desk/")
            else _may(path, *marks.of[word])
        )
    ]


def _may_the_owner(source: str, at: str) -> bool:
    """Whether a word may stand on the desk: notes for one's own eyes are on no page at all."""
    return at not in ("culture", "notes") and "/notes/" not in source


def _may(path: str, source: str, at: str, seen: str) -> bool:
    """Whether a word may stand in a file of the site, by where it was typed and its key."""
    del at
    if seen in ("owner", "private"):
        return False
    if path.startswith(f"c/{BIRDS}/"):
        return seen != "team"
    if source.startswith("content/sops/"):  # the team does what a client reads
        return path.startswith("handbook/")
    if source.startswith((f"{_FOLDER}/", "documents")):
        return False
    if path.startswith(("c/", "handbook/")):
        return seen != "team" or path.startswith("handbook/")
    return seen in ("everyone", "public")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Marks, dict[str, str], Outcome]:
    return _released(tmp_path_factory.mktemp("all"))


def test_everything_that_can_be_filled_is_a_good_practice(released) -> None:
    marks, _, outcome = released
    assert [p for p in outcome.problems if p.severity == "error"] == []
    assert len(marks.of) > 250


def test_no_word_is_where_its_audience_is_not(released) -> None:
    marks, pages, _ = released
    assert _leaks(marks, pages) == []


def test_what_a_client_may_read_is_in_their_portal(released) -> None:
    """Else the test above would be kept by pages that say nothing."""
    marks, pages, _ = released
    portal = "".join(said for path, said in pages.items() if path.startswith(f"c/{BIRDS}/"))
    shown = {mark[:2] for word, mark in marks.of.items() if word in portal}
    log, sop = f"{_FOLDER}/time/2026-08.yaml", "content/sops/one/theirs.md"
    assert {(log, "entry"), *((sop, at) for at in ("prose", "heading", "step", "picture"))} <= shown
    assert {("vagen.yaml", "bank.bank"), (f"{_FOLDER}/tasks.yaml", "note")} <= shown


@pytest.mark.parametrize(
    ("page", "leak"),
    [
        ("index.html", b"<p>{}</p>"),
        ("c/fennel-street/index.html", b"<!-- {} -->"),
        ("handbook/index.html", b"<p>{}</p>"),
        ("assets/vagen.css", b"/* {} */"),
        ("assets/{}.svg", b""),
        ("c/efroni/index.html", b"<p>{}</p>"),
        ("desk/index.html", b"<p>{}</p>"),
    ],
)
def test_a_planted_leak_is_found(released, page: str, leak: bytes) -> None:
    """Of the client's notes, which nobody but the owner reads."""
    marks, pages, _ = released
    word = next(one for one, mark in marks.of.items() if mark[1] == "notes")
    path = page.replace("{}", word)
    planted = _all_said(path, leak.replace(b"{}", word.encode()))
    found = _leaks(marks, pages | {path: pages.get(path, "") + planted})
    assert found == [f"{path}: {_FOLDER}/client.yaml notes private"]


def test_a_leak_in_a_pdf_is_found_in_its_words_and_in_its_metadata(released) -> None:
    marks, _, _ = released
    word = next(one for one, mark in marks.of.items() if mark[1] == "notes")
    for html in (f"<p>{word}</p>", f"<title>{word}</title>", f"<h1 id='{word}'>x</h1>"):
        said = _all_said("handbook/handbook.pdf", HTML(string=html).write_pdf())
        assert len(_leaks(marks, {"handbook/handbook.pdf": said})) == 1, html


def test_a_field_that_is_added_is_covered_the_day_it_is_added() -> None:
    class Quirk(Record):
        words: Words = key("Words.", seen="owner")
        at: Day = key("When.", seen="owner", example="2026-11-01")

    class Tomorrow(Client):
        motto: str | None = key("A motto.", seen="private", default=None)
        quirks: tuple[Quirk, ...] = key("Quirks.", seen="client", default=())

    marks = Marks()
    done = Filler(marks, "client.yaml").filled(Tomorrow, {"name": "Efroni"})
    assert marks.of[done["motto"]] == ("client.yaml", "motto", "private")
    assert marks.of[done["quirks"][0]["words"]] == ("client.yaml", "quirks.words", "owner")
    assert done["quirks"][0]["at"] == "2026-11-01"
