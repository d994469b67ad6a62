"""The pages for users, in each language: what they tell to type, and the blocks they show."""

from __future__ import annotations

import re
from dataclasses import dataclass

import click

from tests.sites import ROOT
from vagen.cli import vagen

HEBREW = {
    "README.md": "README.he.md",
    "docs/start.md": "docs/he/start.md",
    "docs/day.md": "docs/he/day.md",
    "docs/recipes.md": "docs/he/recipes.md",
}
"""The pages that there are in Hebrew, too."""

_FENCED = r"^```(\w*)\n((?:.*\n)*?)```"
_INDENTED = r"((?:^ {4}.+\n(?:\n(?= {4}))*)+)"
_BLOCK = re.compile(f"{_FENCED}|{_INDENTED}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that a page shows as they are: fenced, with their language, or indented by four."""

    language: str
    lines: tuple[str, ...]

    @property
    def commands(self) -> tuple[str, ...]:
        """Where `$ ` stands before what is typed, the other lines are answers."""
        typed = tuple(line.removeprefix("$ ") for line in self.lines if line.startswith("$ "))
        return typed or tuple(filter(None, self.lines))


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def language_of(page: str) -> str:
    return "he" if page in HEBREW.values() else "en"


def blocks(text: str) -> list[Block]:
    return [
        Block(language or "sh", tuple(_lines(fenced, indented)))
        for language, fenced, indented in _BLOCK.findall(text)
    ]


def typed(page: str) -> list[str]:
    """The lines of a page's shell blocks, in order, without comments and what is answered."""
    shell = (one.commands for one in blocks(text_of(page)) if one.language == "sh")
    return [re.sub(r"\s+# .*", "", line) for commands in shell for line in commands]


def outline(line: str) -> str:
    """A command without its names and texts: which it is, and with which options."""
    words = re.sub(r'"[^"]*"', '""', line).split()
    command: click.Command | None = vagen if words[0] == "vagen" else None
    said = words[:1]
    for word in words[1:]:
        if isinstance(command, click.Group):
            command = command.get_command(click.Context(command), word)
            said.append(word)
        elif command and word.startswith("-"):
            said.append(word)
    return " ".join(said)


def _lines(fenced: str, indented: str) -> list[str]:
    if fenced:
        return fenced.splitlines()
    return [line.removeprefix("    ") for line in indented.rstrip("\n").splitlines()]
