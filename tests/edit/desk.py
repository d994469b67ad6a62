"""A small practice on the disk, and the daily commands on it without a command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vagen.edit import log as logs
from vagen.edit import tasks
from vagen.edit.change import Edit
from vagen.edit.log import Stop
from vagen.edit.writing import carry_out
from vagen.locale import catalog
from vagen.source.glance import Glance

PRACTICE = """\
name: Practice
language: en
timezone: {zone}
kinds:
  - {{id: email, label: E-mail}}
  - {{id: design, label: Design}}
"""
NOW = datetime.fromisoformat("2026-11-23T12:00+02:00")
ENGLISH = catalog("en")


def at(clock: str, day: str = "2026-11-23") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}" + ("" if "+" in clock else "+02:00"))


@dataclass
class Desk:
    """`root` holds two clients, ada and bob, and noam of the team."""

    root: Path

    @classmethod
    def at(cls, place: Path, zone: str = "Asia/Jerusalem") -> Desk:
        desk = cls(place / "practice")
        desk.write("vagen.yaml", PRACTICE.format(zone=zone))
        desk.write("content/team/noam.yaml", "name: Noam\n")
        for client in ("ada", "bob"):
            desk.write(f"content/clients/{client}/client.yaml", f"name: {client}\n")
        return desk

    def write(self, path: str, text: str | bytes) -> Desk:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def month(self, text: str, client: str = "ada", month: str = "2026-11") -> Desk:
        return self.write(f"content/clients/{client}/time/{month}.yaml", text)

    def logged(self, client: str = "ada", month: str = "2026-11") -> str:
        return self.read(f"content/clients/{client}/time/{month}.yaml")

    def log(
        self,
        line: str,
        now: date | datetime = NOW,
        *,
        client: str = "ada",
        on: date | None = None,
        dry: bool = False,
    ) -> Edit:
        return carry_out(self.root, lambda glance: logs.log(glance, client, line, now, on), dry=dry)

    def start(
        self,
        words: str = "",
        now: date | datetime = NOW,
        *,
        client: str = "ada",
        begun: str = "",
        switch: bool = False,
    ) -> Edit:
        return carry_out(
            self.root,
            lambda glance: logs.start(glance, client, words, now, begun, switch=switch),
        )

    def stop(self, now: date | datetime = NOW, **how: object) -> Edit:
        return carry_out(self.root, lambda glance: logs.stop(glance, now, Stop(**how)))

    def status(self, now: date | datetime = NOW):
        return logs.status(Glance(self.root), now)

    def add(self, title: str, client: str = "ada", **options: str | bool) -> Edit:
        return carry_out(
            self.root, lambda glance: tasks.add(glance, client, title, list(options.items()), NOW)
        )

    def move(self, name: str, status: str, **to: object) -> Edit:
        step = tasks.Move(status=status, **to)
        return carry_out(self.root, lambda glance: tasks.move(glance, name, step, NOW))


def codes(edit: Edit) -> list[str]:
    return [problem.code for problem in edit.problems]


def told(edit: Edit) -> list[tuple[str, str]]:
    """Each problem's words and hint."""
    return [
        (one.message.spoken(ENGLISH), one.hint.spoken(ENGLISH) if one.hint else "")
        for one in edit.problems
    ]
