"""A built-in layout becomes the practice's own: byte for byte, inside layouts/, over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from vagen.edit.layout import copy
from vagen.edit.writing import carry_out
from vagen.render.layouts import read_layouts
from vagen.source.glance import Glance

BUILT_IN = read_layouts().files
BOARD = "portal/board.html.j2"


def copied(root: Path, name: str, *, dry: bool = False) -> list[str]:
    edit = carry_out(root, lambda glance: copy(glance, name, BUILT_IN), dry=dry)
    return [problem.code for problem in edit.problems]


@pytest.mark.parametrize("name", ["assets/fonts/Heebo.woff2", BOARD, "print/tokens.css"])
def test_a_copy_is_the_same_bytes_and_then_the_one_that_is_used(name: str, tmp_path: Path) -> None:
    assert copied(tmp_path, name) == []
    assert (tmp_path / "layouts" / name).read_bytes() == BUILT_IN[name]
    brought = read_layouts(tmp_path)
    assert brought.own == {name}
    assert brought.files == BUILT_IN


def test_the_folder_may_be_typed_too(tmp_path: Path) -> None:
    assert copied(tmp_path, f"layouts/{BOARD}") == []
    assert (tmp_path / "layouts" / BOARD).is_file()


def test_it_is_never_written_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "layouts/portal").mkdir(parents=True)
    (tmp_path / "layouts" / BOARD).symlink_to("nowhere")
    assert copied(tmp_path, BOARD) == ["already-there"]
    assert (tmp_path / "layouts" / BOARD).is_symlink()


@pytest.mark.parametrize("name", ["", "board", "../vagen.yaml", "/etc/passwd", "portal/", "סידור"])
def test_what_is_no_layout_writes_nothing(name: str, tmp_path: Path) -> None:
    assert copied(tmp_path, name) == ["no-layout"]
    assert not (tmp_path / "layouts").exists()


def test_a_slip_is_told_with_the_name_that_was_meant() -> None:
    glance = Glance(Path())
    (problem,) = copy(glance, "portal/bord.html.j2", BUILT_IN).problems
    assert problem.replacement == BOARD
    (problem,) = copy(glance, "sitemap", BUILT_IN).problems
    assert problem.replacement == "public/sitemap.xml.j2"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert copied(tmp_path, BOARD, dry=True) == []
    assert not list(tmp_path.iterdir())
