"""docs/layouts.md: its reference is the views' own, and its examples do what they say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.views import filled, views
from tests.sites import ROOT, Site
from vagen.render.environment import environment_of
from vagen.render.layouts import read_layouts

PAGE = (ROOT / "docs/layouts.md").read_text(encoding="utf-8")
BOARD = "layouts/portal/board.html.j2"


def example(language: str, holding: str) -> str:
    blocks = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return next(one for one in blocks if holding in one)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.demo(tmp_path)


def test_the_reference_is_that_of_the_views() -> None:
    assert filled(PAGE) == PAGE


def test_every_template_of_a_page_has_its_view() -> None:
    pages = {name for name in read_layouts().files if name.endswith(".j2")}
    whole = {name for name in pages if not name.startswith(("parts/", "serve/"))}
    inserted = {f"print/{part}.html.j2" for part in ("money", "paper", "parts", "prose", "time")}
    assert set(views()) == whole - inserted


def test_the_board_of_the_page_is_drawn(site: Site) -> None:
    site.write(BOARD, example("html", "Nothing is planned yet"))
    site.good(pdf=False)
    board = (site.folder / "c/efroni/board/index.html").read_text(encoding="utf-8")
    assert board.count("<li>") >= 3
    assert 'class="board"' not in board


def test_its_slip_is_told_as_the_page_says(site: Site) -> None:
    site.write(BOARD, example("html", "Nothing is planned yet").replace("waiting", "wating"))
    told = subprocess.run(
        [sys.executable, "-m", "vagen", "check", "--now", "2026-11-23"],
        cwd=site.root,
        env={"PYTHONPATH": str(ROOT), "LANG": "en"},
        capture_output=True,
        check=False,
        text=True,
    ).stdout
    shown = example("text", "wating")
    assert shown in told


def test_the_tokens_of_the_page_reach_the_style(site: Site) -> None:
    site.write("layouts/public/brand.css.j2", example("css", "--r-2: 0"))
    site.good(pdf=False)
    style = (site.folder / "assets/brand.css").read_text(encoding="utf-8")
    assert "--r-2: 0" in style
    assert "{{" not in style


def test_every_token_of_the_examples_is_one() -> None:
    style = read_layouts().files["assets/vagen.css"].decode()
    for name in set(
        re.findall(r"^ {2}(--[\w-]+):", "".join(example("css", "--r-2")), re.MULTILINE)
    ):
        assert f"{name}:" in style


def test_every_filter_of_the_page_is_one() -> None:
    known = environment_of(read_layouts(), "he", "screen").filters
    table = PAGE.partition("| filter |")[2].partition("\n\n")[0]
    named = {
        name for row in table.splitlines() for name in re.findall(r"`(\w+)", row.split("|")[1])
    }
    assert len(named) > 15
    assert named <= set(known)
