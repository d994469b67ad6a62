"""Two looks at a workspace differ exactly when something that is read has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vagen.watch.stamp import stamp


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/sops").mkdir(parents=True)
    (tmp_path / "content/sops/a.md").write_text("a")
    (tmp_path / "vagen.yaml").write_text("name: x")
    return tmp_path


def test_nothing_happens_and_nothing_differs(root: Path) -> None:
    before = stamp(root)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("x")
    (root / "content/sops/.a.md.swp").write_text("x")
    assert stamp(root) == before


def test_a_save_by_renaming_differs_though_time_and_size_are_kept(root: Path) -> None:
    before, file = stamp(root), root / "content/sops/a.md"
    times = file.stat()
    (root / "new").write_text("b")
    os.utime(root / "new", ns=(times.st_atime_ns, times.st_mtime_ns))
    (root / "new").replace(file)
    assert stamp(root) != before


@pytest.mark.parametrize("change", ["write", "new", "gone", "folder", "all gone", "practice"])
def test_a_change_differs(root: Path, change: str) -> None:
    before = stamp(root)
    match change:
        case "write":
            (root / "content/sops/a.md").write_text("longer")
        case "new":
            (root / "content/b.md").write_text("b")
        case "gone":
            (root / "content/sops/a.md").unlink()
        case "folder":
            (root / "layouts").mkdir()
        case "all gone":
            (root / "content").rename(root / "elsewhere")
        case "practice":
            (root / "vagen.yaml").unlink()
    assert stamp(root) != before


def test_links_that_lead_round_in_a_ring_end(root: Path) -> None:
    (root / "content/ring").symlink_to(root / "content", target_is_directory=True)
    assert "content/ring/sops/a.md" not in stamp(root)


def test_a_workspace_that_is_not_there_has_an_empty_look(tmp_path: Path) -> None:
    assert stamp(tmp_path / "none") == {}
