"""html-validate and the Nu HTML checker: what they say of many pages, in one run each."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
_MODULES = HERE / "node_modules"
_NU = _MODULES / "vnu-jar/build/dist/vnu.jar"
_BEYOND = re.compile(
    r"Cannot invoke"  # an exception of the checker itself, at color-mix() within light-dark()
    r"|at-rule “@container”|Property “container(-type|-name)?” doesn't exist"
)
"""What the checker does not know: CSS of the last years, which the browsers we name all do."""
_VALIDATE = _MODULES / "html-validate/bin/html-validate.mjs"


@dataclass(frozen=True)
class Readers:
    """The two programs, by the paths of `java` and `node`."""

    java: str
    node: str

    def nu(self, pages: Sequence[Path], *options: str) -> list[str]:
        """All that the Nu HTML checker says, its hints too."""
        command = [self.java, "-jar", str(_NU), "--format", "json", "--stdout", *options]
        said = json.loads(_run([*command, *map(str, pages)]))["messages"]
        told = [one for one in said if not _BEYOND.search(one["message"])]
        return [
            f"{_name(one['url'])}:{one.get('lastLine')}: {one['message']} {one.get('extract')}"
            for one in told
        ]

    def html_validate(self, pages: Sequence[Path]) -> list[str]:
        """What html-validate says by .htmlvalidate.mjs, warnings too."""
        command = [self.node, str(_VALIDATE), "--config", str(HERE / ".htmlvalidate.mjs")]
        said = _run([*command, "--formatter", "json", *map(str, pages)])
        return [
            f"{_name(page['filePath'])}:{one['line']}: {one['ruleId']}: {one['message']}"
            for page in json.loads(said)
            for one in page["messages"]
        ]


def readers() -> Readers:
    """Both, or the test is skipped; in CI they must be there."""
    java, node = _program("java", "-version"), _program("node", "--version")
    if java and node and _NU.is_file() and _VALIDATE.is_file():
        return Readers(java, node)
    assert not os.environ.get("CI"), "java, node or tests/html/node_modules is missing in CI"
    pytest.skip("no java, no node, or `scripts/setup test` has not run")


def _program(name: str, question: str) -> str | None:
    """Where a program is; a stub that answers nothing is none."""
    path = shutil.which(name)
    answers = path and subprocess.run([path, question], capture_output=True, check=False)
    return path if answers and answers.returncode == 0 else None


def _run(command: list[str]) -> str:
    """What is printed; 1 is how both end when there is something to say.

    It goes through a file: node ends before a pipe has taken all.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        run = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False, text=True)
        assert run.returncode in (0, 1), run.stderr
        out.seek(0)
        return out.read()


def _name(path: str) -> str:
    """A page by the last four parts of its path: enough to find it."""
    return "/".join(Path(path.removeprefix("file:")).parts[-4:])
