"""The person's own editor, opened on a file at a line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

_WAITS = {"code": "--wait", "codium": "--wait", "cursor": "--wait", "subl": "--wait"}
"""Editors that return at once unless they are told to wait, and how they are told."""
_GOTO = frozenset({"code", "codium", "cursor"})
_WITH_COLON = frozenset({"subl", "hx", "helix", "zed", "micro"})
_WITH_PLUS = frozenset(
    ["vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "joe",
     "ne", "jed", "mg", "mcedit", "gedit", "ed"]
)  # fmt: skip


def chosen_editor(environ: Mapping[str, str], *, windows: bool = os.name == "nt") -> list[str]:
    """The words of $VISUAL, else of $EDITOR; Notepad on Windows, none elsewhere."""
    typed = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    if windows and not typed:
        return ["notepad"]
    try:
        words = shlex.split(typed, posix=not windows)
    except ValueError:
        return [typed]
    return [word.strip('"') for word in words] if windows else words


def command(editor: list[str], path: str, line: int) -> list[str]:
    """What to run so that the editor opens `path` at `line` and is waited for.

    An editor that we do not know gets the path alone: every one of them understands that.
    """
    name = PurePath(editor[0]).stem.casefold()
    waits = _WAITS.get(name)
    given = [*editor, *([waits] if waits and not {waits, "-w"} & set(editor) else [])]
    if name in _GOTO:
        return [*given, "--goto", f"{path}:{line}"]
    if name in _WITH_COLON:
        return [*given, f"{path}:{line}"]
    if name in _WITH_PLUS:
        return [*given, f"+{line}", path]
    return [*given, path]


def at_a_terminal() -> bool:
    """Whether somebody sits there who can answer and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def edit(editor: list[str], path: Path, line: int) -> str:
    """Open the file and wait until the editor ends; what the system said where it could not.

    The program is looked for as a shell does: Windows has `code` as `code.cmd`.
    """
    name, *words = command(editor, str(path), line)
    try:
        subprocess.run([shutil.which(name) or name, *words], check=False)  # noqa: S603 - their own editor
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""
