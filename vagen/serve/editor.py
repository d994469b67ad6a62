"""Links that open a person's editor at the place of a mistake.

They lead to the editor's own scheme: the browser asks the person, and the server starts no program,
so that no page of somebody else's can make it start one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath, PureWindowsPath
from urllib.parse import quote

EDITORS: Mapping[str, str] = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscode-insiders": "vscode-insiders://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "windsurf": "windsurf://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
}
"""What each editor listens to. Sublime Text needs a package for it."""

_PROGRAMS: Mapping[str, str] = {
    "code": "vscode",
    "code-insiders": "vscode-insiders",
    "codium": "vscodium",
    "cursor": "cursor",
    "windsurf": "windsurf",
    "zed": "zed",
    "idea": "idea",
    "idea64": "idea",
    "subl": "sublime",
    "sublime_text": "sublime",
    "mate": "textmate",
}
USUAL = "vscode"
"""Where nothing tells the editor: the one whose settings a workspace carries."""


def editor_of(environ: Mapping[str, str]) -> str:
    """The editor that $VISUAL or $EDITOR names.

    A link can't open one that runs in a terminal; then, too, it is the usual one.
    """
    for name in ("VISUAL", "EDITOR"):
        command = environ.get(name, "").split()
        program = PureWindowsPath(command[0]).stem.lower() if command else ""  # takes / and \
        if program in _PROGRAMS:
            return _PROGRAMS[program]
    return USUAL


def editor_link(editor: str, file: PurePath, line: int, column: int) -> str:
    """The link to a place (line and column from 1); empty for an editor that has none."""
    pattern = EDITORS.get(editor, "")
    path = file.as_posix()
    path = quote(path if path.startswith("/") else f"/{path}", safe="/:")
    return pattern.format(path=path, line=line, column=column)
