"""Machines with a practice under git, and the remote between them: real folders, real git."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from vagen.locale import catalog
from vagen.repository.git import Author, Git
from vagen.repository.saving import Saved, save
from vagen.repository.undoing import Undone, undo

WORDS = catalog("en")
TASKS = "content/clients/ada/tasks.yaml"
LOG = "content/clients/ada/time/2026-11.yaml"


@dataclass(frozen=True)
class Machine:
    root: Path

    @classmethod
    def new(cls, root: Path) -> Machine:
        root.mkdir(parents=True)
        machine = cls(root)
        machine.write("vagen.yaml", "name: Ada's desk\n")
        machine.write(".gitignore", "site/\npreview/\n.vagen/\n*.vagen-part\n")
        return machine

    @property
    def git(self) -> Git:
        return Git(self.root, Author("Ada", "ada@desk.example"))

    def run(self, *words: str) -> str:
        return self.git.does(*words)

    def write(self, path: str, text: str) -> Machine:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return self

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def save(self, message: str = "", **how: bool) -> Saved:
        return save(self.git, message, WORDS, **how)

    def undo(self, **how: bool) -> Undone:
        return undo(self.git, WORDS, **how)

    def subjects(self) -> list[str]:
        return self.run("log", "--format=%s").splitlines()

    def is_clean(self) -> bool:
        return self.run("status", "--porcelain") == ""


def remote(place: Path) -> Path:
    """An empty place to send to."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", place], check=True)
    return place


def two_machines(place: Path) -> tuple[Machine, Machine]:
    """Two machines that have the same practice, and the remote that both know."""
    between = remote(place / "remote.git")
    one = Machine.new(place / "one")
    one.write(TASKS, "- id: calendar\n  title: Calendar\n  status: todo\n")
    one.save()
    one.run("remote", "add", "origin", str(between))
    one.save()
    subprocess.run(["git", "clone", "-q", between, place / "two"], check=True)
    return one, Machine(place / "two")
