"""A tiny practice that is a function of its dials: turn one, and files change, move, come or go."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from vagen.publish import artifacts
from vagen.publish.key import Key

SMALL = Path(__file__).parents[1] / "problems" / "workspace"
_CLIENT = "content/clients/ada"


@dataclass(frozen=True)
class Dial:
    """`old` in the file at `path` becomes one of `turns`; without `old`, turns are whole files,
    and None is no file at all. The first turn is the practice as it is.
    """

    path: str
    turns: tuple[str | None, ...]
    old: str = ""


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>'
_LOGO = "brand:\n  logo: content/brand/logo.svg\n"
_SOP = "---\ntitle: {}\naudience: {}\n---\n{}\n"
_BOARD = '<h1>{{{{ view.frame.practice }}}} {}</h1>{{% include "parts/own.html.j2" %}}\n'
_PRINT = "<html lang=en><title>{{ view.frame.practice }}</title><h1>own</h1></html>\n"


def _in(path: str, old: str, *turns: str) -> Dial:
    return Dial(path, (old, *turns), old)


DIALS: dict[str, Dial] = {
    # The practice.
    "name": _in("vagen.yaml", "en: Dana Peled, he: דנה פלד}\nowner", "en: D & P, he: ד׳}\nowner"),
    "language": _in("vagen.yaml", "language: he", "language: en"),
    "zone": _in("vagen.yaml", "timezone: Asia/Jerusalem", "timezone: America/New_York"),
    "colour": _in("vagen.yaml", 'colour: "#125d72"', 'colour: "#992211"'),
    "logo": _in("vagen.yaml", "brand:\n", _LOGO),
    "hours": _in("vagen.yaml", "mon: 09:00-15:00", "tue: 10:00-12:00"),
    "away": _in("vagen.yaml", "from: 2026-12-06", "from: 2026-11-22"),
    "url": _in("vagen.yaml", "currency: ILS\n", "currency: ILS\nurl: https://peled.example/\n"),
    "tax": _in("vagen.yaml", "rate: 18%", "rate: 17%"),
    "bank": _in("vagen.yaml", "bank: Harbour Bank", "bank: Quay Bank"),
    "kind": _in("vagen.yaml", "en: Inbox, he", "en: Mail, he"),
    # The client.
    "client name": _in(f"{_CLIENT}/client.yaml", "name: Ada Studio\n", "name: 'Ada <&> Co'\n"),
    "client language": _in(f"{_CLIENT}/client.yaml", "language: en", "language: he"),
    "client zone": _in(f"{_CLIENT}/client.yaml", "Europe/London", "Asia/Tokyo"),
    "goal": _in(f"{_CLIENT}/client.yaml", "An empty inbox", "A quiet inbox"),
    "retainer": _in(f"{_CLIENT}/client.yaml", "hours: 10h", "hours: 2h"),
    "call": _in(f"{_CLIENT}/client.yaml", "every: week on tue", "every: month on 2nd wed"),
    "sections": _in(
        f"{_CLIENT}/client.yaml", "currency: GBP\n", "currency: GBP\nportal: {sections: [board]}\n"
    ),
    "closed": _in(
        f"{_CLIENT}/client.yaml", "country: GB\n", "country: GB\nportal: {closed: 2026-11-24}\n"
    ),
    "detail": _in(f"{_CLIENT}/client.yaml", "goals:", "time: detail\ngoals:", "time: none\ngoals:"),
    "secret": _in(f"{_CLIENT}/client.yaml", "goals:", "culture: brisk\ngoals:"),
    "task": _in(f"{_CLIENT}/tasks.yaml", "status: doing", "status: approval", "status: inbox"),
    "due": _in(f"{_CLIENT}/tasks.yaml", "due: 2026-11-30", "due: 2026-11-20"),
    "private": _in(f"{_CLIENT}/tasks.yaml", "- id: diary", "- id: diary\n  private: yes"),
    "entry": _in(f"{_CLIENT}/time/2026-11.yaml", "45m A call", "1h30m A call"),
    "month": Dial(f"{_CLIENT}/time/2026-10.yaml", (None, "2026-10-05: |\n  2h Drafts #email\n")),
    "line": _in(f"{_CLIENT}/invoices/2026-0001.yaml", "price: 380", "price: 390.55"),
    "issued": _in(
        f"{_CLIENT}/invoices/draft.yaml", "lines:", "number: 2026-0002\nissued: 2026-11-20\nlines:"
    ),
    "issued PDF": Dial(f"{_CLIENT}/invoices/2026-0001.pdf", (None, "%PDF issued", "%PDF again")),
    "payment": _in(f"{_CLIENT}/payments.yaml", "amount: 100", "amount: 380"),
    "update": Dial(f"{_CLIENT}/updates/2026-11-20.md", (None, "---\ntitle: News\n---\nGood.\n")),
    "note": _in(f"{_CLIENT}/notes/first-call.md", "short answers", "long answers"),
    "document": Dial(f"{_CLIENT}/documents/list.txt", (None, "one", "two")),
    "client folder": Dial(_CLIENT, ("content/clients/ada", "content/clients/bea", None)),
    "second client": Dial(
        "content/clients/zoe/client.yaml",
        (None, "name: Zoe\ncountry: IL\nlanguage: he\ntimezone: Asia/Jerusalem\ncurrency: ILS\n"),
    ),
    # What is written once and read by many.
    "service": _in("content/services/inbox.md", "price: 380", "price: 400"),
    "service hidden": _in("content/services/inbox.md", "unit: month", "unit: month\npublic: no"),
    "page": Dial(
        "content/pages/begin.md",
        (
            None,
            "---\ntitle: Begin\n---\n## One\n\n[See](#one) ![A dot](files/dot.svg)\n",
            "---\ntitle: Begin\n---\nNo picture.\n",
        ),
    ),
    "page renamed": Dial(
        "content/pages/about.md", ("content/pages/about.md", "content/pages/me.md")
    ),
    "picture": Dial("content/pages/files/dot.svg", (_SVG.format(1), _SVG.format(2))),
    "logo file": Dial("content/brand/logo.svg", (_SVG.format(3), _SVG.format(4))),
    "sop": Dial(
        "content/sops/money/bills.md",
        (
            None,
            _SOP.format("Bills", "team", "- [ ] Write [[office/inbox]]"),
            _SOP.format("Bills", "public", "- [ ] Send"),
            _SOP.format("Bills", "owner", "- [ ] Send"),
            _SOP.format("Bills", "[zoe]", "- [ ] Send"),
        ),
    ),
    "sop title": _in("content/sops/office/inbox.md", "reviewed: 2026-10-01", "tags: [mail]"),
    "person": _in("content/team/noam.yaml", "name: נועם", "name: Noam"),
    # Own layouts.
    "own board": Dial(
        "layouts/portal/board.html.j2", (None, _BOARD.format("a"), _BOARD.format("b"))
    ),
    "own part": Dial("layouts/parts/own.html.j2", ("<p>own</p>\n", "<p>{{ lang }}</p>\n")),
    "own 404": Dial("layouts/public/404.html.j2", (None, "<h1>{{ view.practice }}</h1>\n")),
    "own style": Dial("layouts/assets/vagen.css", (None, "body { color: red }\n")),
    "own asset": Dial("layouts/assets/extra.js", (None, "// one\n", "// two\n")),
    "own brand": Dial("layouts/assets/brand.css", (None, ":root { --brand: #000 }\n")),
    "own print": Dial("layouts/print/invoice.html.j2", (None, _PRINT)),
    "own print style": Dial(
        "layouts/print/invoice.css", (None, "h1 { color: red }\n", "h1 { margin: 1cm }\n")
    ),
    # Mistakes, each of which stops a build at another stage: reading, checking, planning, drawing.
    "broken YAML": Dial("content/team/odd.yaml", (None, "name: [\n")),
    "broken record": Dial("content/services/odd.md", (None, "---\ntitel: Odd\n---\n")),
    "broken reference": Dial(
        f"{_CLIENT}/tasks/2025.yaml", (None, "- {id: odd, title: Odd, goal: nowhere}\n")
    ),
    "broken link": Dial(
        "content/pages/odd.md", (None, "---\ntitle: Odd\n---\n[x](../notes/x.md)\n")
    ),
    "broken template": Dial(
        "layouts/portal/work.html.j2", (None, "{{ view.nothing }}\n", "{{ view.frame.zone }}\n")
    ),
    "broken paper": Dial("layouts/print/kit.html.j2", (None, "{{ view.nothing }}\n")),
}
"""By name. Whole-file dials whose first turn is text stand in the practice from the start."""

_MOVES = ("client folder", "page renamed")


@dataclass
class Practice:
    """The workspace at `root`, as its dials stand."""

    root: Path
    turned: dict[str, int] = field(default_factory=dict)

    def turn(self, name: str, to: int) -> None:
        """Turns one dial and lays the files out."""
        self.turned[name] = to % len(DIALS[name].turns)
        self.lay_out()

    def lay_out(self) -> None:
        """Writes what changed, and deletes what is no longer there."""
        wanted = self.files()
        for folder in (self.root / "content", self.root / "layouts"):
            for path in [one for one in folder.rglob("*") if one.is_file()]:
                if path.relative_to(self.root).as_posix() not in wanted:
                    path.unlink()
            for path in sorted(folder.rglob("*"), reverse=True):
                if path.is_dir() and not any(path.iterdir()):
                    path.rmdir()
        for name, data in wanted.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)

    def copy(self, to: Path) -> Path:
        """The same workspace where nothing was ever built."""
        shutil.rmtree(to, ignore_errors=True)
        Practice(to, self.turned).lay_out()
        return to

    def files(self) -> dict[str, bytes]:
        """The whole workspace, by path."""
        found = {
            path.relative_to(SMALL).as_posix(): path.read_bytes()
            for path in SMALL.rglob("*")
            if path.is_file()
        }
        for name, dial in DIALS.items():
            if name not in _MOVES:
                self._set(found, dial, dial.turns[self.turned.get(name, 0)])
        for name in _MOVES:
            dial = DIALS[name]
            found = _moved(found, dial.path, dial.turns[self.turned.get(name, 0)])
        return found

    def _set(self, found: dict[str, bytes], dial: Dial, turn: str | None) -> None:
        if turn is None:
            found.pop(dial.path, None)
        elif dial.old:
            text = found[dial.path].decode()
            # A dial before may have changed what stands beside the old words, not the words.
            assert dial.old in text, (dial.path, dial.old)
            found[dial.path] = text.replace(dial.old, turn, 1).encode()
        else:
            found[dial.path] = turn.encode()

    def __repr__(self) -> str:
        return json.dumps({name: to for name, to in self.turned.items() if to}, ensure_ascii=False)


def _moved(found: dict[str, bytes], old: str, new: str | None) -> dict[str, bytes]:
    """The files with one path, or all below it, moved or gone; what names a client follows."""
    if new == old:
        return found
    inside = {path for path in found if path == old or path.startswith(f"{old}/")}
    kept = {path: data for path, data in found.items() if path not in inside}
    if old.startswith("content/clients/"):
        name = b"ada" if new is None else new.rpartition("/")[2].encode()
        week = b"client: ada, " if new is None else b"client: ada"
        other = b"" if new is None else b"client: " + name
        kept["vagen.yaml"] = kept["vagen.yaml"].replace(week, other)
    if new is not None:
        kept |= {path.replace(old, new, 1): found[path] for path in inside}
    return kept


def forget(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """Drops one part of every key: the mutation that the tests must find."""
    whole = artifacts.key_of

    def forgetful(*given: object) -> Key:
        key = whole(*given)
        return Key(tuple(pair for pair in key.parts if pair[0] != part))

    monkeypatch.setattr(artifacts, "key_of", forgetful)
