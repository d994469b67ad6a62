"""Running git: the one place that starts it, in the workspace, whatever the caller's own git is."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""Variables that would point git at another repository; hooks and other tools set them."""


_TIMES = ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE")
_PLAIN = {
    "LC_ALL": "C",  # words that can be read again
    "GIT_LITERAL_PATHSPECS": "1",  # a file's name is never a pattern
    "GIT_EDITOR": "true",
    "GIT_MERGE_AUTOEDIT": "no",
}


class GitError(Exception):
    """git refused; `words` is what it said."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of git gave: its exit code, its output and its words."""

    code: int
    out: str
    words: str


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves, where git has not been told: the practice's owner and address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Git:
    """git in one workspace. `asks` says whether it may ask for a password at a terminal; `index`
    is a file that takes the place of the repository's own index, where one only looks; `when` is
    the time of a save, else it is the machine's.
    """

    root: Path
    author: Author
    asks: bool = False
    index: Path | None = None
    when: datetime | None = None
    settings: tuple[str, ...] = field(default=("core.quotePath=false", "advice.statusHints=false"))

    def tries(self, *words: str) -> Ran:
        """One run that may fail."""
        flags = [part for one in self.settings for part in ("-c", one)]
        done = subprocess.run(  # noqa: S603 - git itself, with arguments that are no shell's
            [str(shutil.which("git") or "git"), *flags, *words],
            cwd=self.root,
            env=self._environment(os.environ),
            stdin=None if self.asks else subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        out, said = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
        return Ran(done.returncode, out, said.strip())

    def does(self, *words: str) -> str:
        """One run that must not fail; its output. Raises GitError."""
        ran = self.tries(*words)
        if ran.code:
            raise GitError(ran.words or ran.out.strip())
        return ran.out

    def asked(self, *words: str) -> str:
        """A question's answer on one line; empty where git has none."""
        ran = self.tries(*words)
        return "" if ran.code else ran.out.strip()

    def _environment(self, environ: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in environ.items() if name not in _OURS}
        if not self.asks:
            kept |= {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": _quiet(kept)}
        if self.index:
            kept["GIT_INDEX_FILE"] = str(self.index)
        if self.when:
            kept |= dict.fromkeys(_TIMES, self.when.isoformat())
        return kept | _PLAIN


def is_there() -> bool:
    """Whether this machine has git."""
    return shutil.which("git") is not None


def signed(git: Git) -> Git:
    """The same git, saving in the practice's name where nobody told git another."""
    lacking = [
        f"user.{key}={value}"
        for key, value in (
            ("name", git.author.name or "vagen"),
            ("email", git.author.email or "vagen@localhost"),
        )
        if not git.asked("config", f"user.{key}")
    ]
    return replace(git, settings=(*git.settings, *lacking))


def _quiet(environ: Mapping[str, str]) -> str:
    """A connection that fails rather than waits for a person who is not there."""
    return environ.get("GIT_SSH_COMMAND", "ssh") + " -o BatchMode=yes"
