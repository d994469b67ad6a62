"""Cases of tests/problems/cases/: a good workspace, what is changed in it, and what check prints.

A case begins with `=== title`. Its parts begin with `--- write PATH` (a whole file),
`--- edit PATH` (lines, `=>`, the lines that replace them), `--- delete PATH` and `--- prints`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from vagen.build import Outcome, check
from vagen.cli.report import report

HERE = Path(__file__).parent
GOOD = HERE / "workspace"
NOW = date(2026, 11, 23)
CODE = re.compile(r": (error|warning): .* \[([a-z0-9-]+)\]$", re.MULTILINE)


@dataclass(slots=True)
class Case:
    """One change of the good workspace and the problems that it makes."""

    area: str
    title: str
    steps: list[tuple[str, str, str]] = field(default_factory=list)
    prints: str = ""

    @property
    def name(self) -> str:
        return f"{self.area}: {self.title}"

    def lay_out(self, root: Path) -> None:
        """The good workspace with this case's changes."""
        shutil.copytree(GOOD, root)
        for verb, path, text in self.steps:
            _change(root / path, verb, text)


def _change(path: Path, verb: str, text: str) -> None:
    if verb == "delete":
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if verb == "edit":
        old, new = text.split("=>\n")
        before = path.read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{path}: {old!r} stands there {before.count(old)} times"
        text = before.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="")


def cases() -> Iterator[Case]:
    for path in sorted((HERE / "cases").glob("*.txt")):
        yield from read(path.read_text(encoding="utf-8"), path.stem)


def read(text: str, area: str) -> Iterator[Case]:
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        case = Case(area, title)
        for part in re.split(r"^--- ", rest, flags=re.MULTILINE)[1:]:
            head, _, body = part.partition("\n")
            verb, _, path = head.partition(" ")
            if verb == "prints":
                case.prints = body.rstrip("\n") + "\n"
            else:
                # The empty line above the next part is for the eye, not for the file.
                case.steps.append((verb, path, re.sub(r"\n\n$", "\n", body)))
        yield case


def checked(root: Path) -> Outcome:
    return check(root, NOW)


def printed(outcome: Outcome, root: Path, environ: Mapping[str, str] | None = None) -> str:
    """What `vagen check` prints in the workspace's folder; in English unless `environ` says."""
    to = StringIO()
    before = Path.cwd()
    os.chdir(root)
    try:
        with patch.dict(os.environ, {"LANGUAGE": "en", "LC_ALL": "", **(environ or {})}):
            report(outcome, root, to)
    finally:
        os.chdir(before)
    return to.getvalue()


def mended(outcome: Outcome, root: Path) -> None:
    """Types every replacement over its span, the last one first."""
    for problem in sorted(outcome.problems, key=lambda one: one.at, reverse=True):
        if problem.replacement is None:
            continue
        path = root / problem.at.path
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        line, start = lines[problem.at.line - 1], problem.at.column - 1
        lines[problem.at.line - 1] = (
            line[:start] + problem.replacement + line[start + problem.at.width :]
        )
        path.write_text("\n".join(lines), encoding="utf-8", newline="")
