"""The links that open an editor at a place."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from vagen.serve.editor import EDITORS, editor_link, editor_of


@pytest.mark.parametrize(
    ("environ", "editor"),
    [
        ({}, "vscode"),
        ({"EDITOR": "vim"}, "vscode"),
        ({"EDITOR": "code --wait"}, "vscode"),
        ({"EDITOR": "vim", "VISUAL": "/usr/local/bin/subl -w"}, "sublime"),
        ({"VISUAL": "", "EDITOR": "zed --wait"}, "zed"),
        ({"VISUAL": "vi", "EDITOR": "code-insiders"}, "vscode-insiders"),
        ({"EDITOR": r"C:\Programs\Codium\bin\codium.exe"}, "vscodium"),
    ],
)
def test_the_editor_is_the_one_that_the_environment_names(
    environ: dict[str, str], editor: str
) -> None:
    assert editor_of(environ) == editor


def test_a_link_names_file_line_and_column() -> None:
    file = Path("/home/ada/my practice/content/הסכם.yaml")
    assert editor_link("vscode", file, 5, 3) == (
        "vscode://file/home/ada/my%20practice/content/%D7%94%D7%A1%D7%9B%D7%9D.yaml:5:3"
    )
    for editor in EDITORS:
        link = editor_link(editor, file, 5, 3)
        assert "my%20practice" in link
        assert "5" in link


@pytest.mark.parametrize("editor", EDITORS)
def test_nothing_of_a_file_name_reaches_out_of_the_link(editor: str) -> None:
    link = editor_link(editor, Path("/p/a\"&line=9#?<b>'x.yaml"), 1, 1)
    assert not set("\"<>'# ") & set(link)
    assert "%26line%3D9" in link


def test_a_drive_is_part_of_the_path() -> None:
    file = PureWindowsPath("C:/practice/vagen.yaml")
    assert editor_link("vscode", file, 1, 1) == "vscode://file/C:/practice/vagen.yaml:1:1"


def test_no_editor_no_link() -> None:
    assert editor_link("none", Path("/p/vagen.yaml"), 1, 1) == ""
