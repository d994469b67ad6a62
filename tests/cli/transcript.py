"""Transcripts of a shell: `$ command` (`> ` goes on with it), what it prints, `[exit code]`.

A line `…` stands for any lines: what differs from one machine to the next. `#` begins a comment
above a command. All commands of a file run in one shell, in an empty folder that is shown as `~`.
`practice DIR` copies the small practice of the tests: scenery for commands that are about something
else.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.sites import PRACTICE

_OWN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS")
_END = "\x01"


@dataclass(slots=True)
class Step:
    """One command, with the comment above it, what it printed and its exit code."""

    lines: list[str] = field(default_factory=list)
    printed: str = ""

    @property
    def command(self) -> str:
        return "\n".join(line[2:] for line in self.lines if line.startswith(("$ ", "> ")))

    def matches(self, printed: str) -> bool:
        """Whether this was printed, `…` standing for any lines."""
        form = "".join(
            "(?:.*\n)*?" if line == "…\n" else re.escape(line)
            for line in self.printed.splitlines(keepends=True)
        )
        return re.fullmatch(form, printed) is not None


def read(text: str) -> list[Step]:
    """The steps of a file; a step ends at its `[exit code]`, a new one begins at its comment."""
    steps: list[Step] = []
    ended = True
    for line in text.splitlines():
        if ended and (line.startswith(("#", "$ ")) or not line):
            if not steps or steps[-1].command:
                steps.append(Step())
            steps[-1].lines.append(line)
            ended = not line.startswith("$ ")
        elif line.startswith("> ") and not steps[-1].printed:
            steps[-1].lines.append(line)
        else:
            steps[-1].printed += f"{line}\n"
            ended = re.fullmatch(r"\[\d+\]", line) is not None
    return steps


def written(steps: list[Step]) -> str:
    return "".join("\n".join(step.lines) + f"\n{step.printed}" for step in steps)


def run(steps: list[Step], home: Path) -> Iterator[str]:
    """What each command prints, with its exit code below; the folder `home` is empty."""
    work, programs = home / "work", home / "bin"
    work.mkdir()
    programs.mkdir()
    _program(programs / "vagen", f'exec "{sys.executable}" -m vagen "$@"')
    _program(programs / "practice", f'cp -R "{PRACTICE}" "$1"')
    script = "".join(f"{step.command}\nprintf '{_END}[%s]\\n{_END}' $?\n" for step in steps)
    done = subprocess.run(
        ["sh", "-c", f"exec 2>&1\n{script}"],
        cwd=work,
        env=_environment(programs, work),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=False,
    )
    parts = done.stdout.decode().replace(str(work), "~").split(_END)
    yield from (said + code for said, code in zip(parts[::2], parts[1::2], strict=False))


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(0o755)


def _environment(programs: Path, home: Path) -> dict[str, str]:
    """This machine's, but for language, colours, width and place."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    path = f"{programs}{os.pathsep}{kept.get('PATH', '')}"
    own = {"PATH": path, "HOME": str(home), "TZ": "Asia/Jerusalem", "GIT_CONFIG_NOSYSTEM": "1"}
    return kept | own
