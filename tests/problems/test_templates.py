"""A mistake in a template of the workspace's own layouts/, as `vagen check` prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.problems.cases import Case, checked, printed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Case("good", "as it is").lay_out(tmp_path / "practice")
    return tmp_path / "practice"


def _own_board(root: Path, text: str) -> str:
    path = root / "layouts/portal/board.html.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return printed(checked(root), root)


def test_a_name_that_the_view_has_not_is_told_at_its_line(root: Path) -> None:
    text = _own_board(root, "<p>\n{{ view.everything }}\n</p>\n")
    assert text.startswith("layouts/portal/board.html.j2:2:1: error: ")
    assert "[template-error]" in text
    assert "hint: " in text


def test_a_brace_that_is_never_closed_is_told_at_its_line(root: Path) -> None:
    text = _own_board(root, "<p>\n{{ view.frame\n</p>\n")
    assert "layouts/portal/board.html.j2:" in text
    assert "[template-error]" in text
