"""Which editor is opened, and how it is told where to go and to wait."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vagen.cli.editor import chosen_editor, command, edit


@pytest.mark.parametrize(
    ("environ", "windows", "words"),
    [
        ({"VISUAL": "code -w", "EDITOR": "vi"}, False, ["code", "-w"]),
        ({"VISUAL": " ", "EDITOR": "vi"}, False, ["vi"]),
        ({"EDITOR": "'/my editors/vim' -n"}, False, ["/my editors/vim", "-n"]),
        ({"EDITOR": "it's"}, False, ["it's"]),  # a quote that never closes is a name
        ({}, False, []),
        ({}, True, ["notepad"]),
        ({"EDITOR": r'"C:\Program Files\Vim\vim.exe" -n'}, True,
         [r"C:\Program Files\Vim\vim.exe", "-n"]),
    ],
)  # fmt: skip
def test_visual_comes_before_editor(
    environ: dict[str, str], words: list[str], *, windows: bool
) -> None:
    assert chosen_editor(environ, windows=windows) == words


@pytest.mark.parametrize(
    ("editor", "asked"),
    [
        (["code"], ["code", "--wait", "--goto", "a.md:7"]),
        (["code", "-w"], ["code", "-w", "--goto", "a.md:7"]),
        (["code", "--wait", "-n"], ["code", "--wait", "-n", "--goto", "a.md:7"]),
        (["subl"], ["subl", "--wait", "a.md:7"]),
        (["hx"], ["hx", "a.md:7"]),
        (["/usr/bin/vim", "-n"], ["/usr/bin/vim", "-n", "+7", "a.md"]),
        (["nano"], ["nano", "+7", "a.md"]),
        (["notepad"], ["notepad", "a.md"]),
        (["my-own"], ["my-own", "a.md"]),
    ],
)
def test_an_editor_gets_the_line_in_its_own_way(editor: list[str], asked: list[str]) -> None:
    assert command(editor, "a.md", 7) == asked


def test_what_the_system_says_where_there_is_no_such_editor(tmp_path: Path) -> None:
    assert edit(["no-such-editor"], tmp_path / "a.md", 1) == "No such file or directory"
    assert edit([sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "a.md", 1) == ""
