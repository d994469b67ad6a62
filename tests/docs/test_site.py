"""docs/ as a site: every page is built, and every link of it leads somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.links import unfound
from tests.sites import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/docs.py", folder],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def test_every_page_of_docs_is_there_and_in_the_list_of_all(built: Path) -> None:
    names = {f"{path.stem}.html" for path in (ROOT / "docs").glob("*.md")}
    names |= {"index.html", "contributing.html", "changelog.html"}
    assert {path.name for path in built.glob("*.html")} == names
    hebrew = {f"he/{path.stem}.html" for path in (ROOT / "docs/he").glob("*.md")}
    assert hebrew <= {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    for name in names:
        text = (built / name).read_text("utf-8")
        assert names <= set(re.findall(r'href="([\w.]+)"', text)), name
        assert text.count(' aria-current="page"') == 1, name
        assert text.count("<h1") == 1, name


def test_every_link_leads_to_a_page_and_to_a_name_on_it(built: Path) -> None:
    assert unfound(built) == []


def test_nothing_is_fetched_from_elsewhere(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert re.findall(r'src="(?!\.{0,2}/?files/)([^"]*)"', text) == []
        assert re.findall(r'<link [^>]*href="(https?:[^"]*)"', text) == []


def test_what_was_typed_is_shown_and_not_run(built: Path) -> None:
    assert "content/clients/&lt;id&gt;/client.yaml" in (built / "format.html").read_text("utf-8")
    assert "&lt;!-- " not in (built / "format.html").read_text("utf-8")


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<p id="x"><a href="b.html#y">b</a><a href="#x">x</a>', "utf-8"
    )
    assert unfound(tmp_path) == ["a.html: b.html#y leads nowhere"]
    (tmp_path / "b.html").write_text('<p id="z"><a href="https://a.example/#q">a</a>', "utf-8")
    assert unfound(tmp_path) == ["a.html: b.html#y leads nowhere"]
    (tmp_path / "b.html").write_text('<p id="y"><a href="a.html#x">a</a>', "utf-8")
    assert unfound(tmp_path) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    command = [sys.executable, ROOT / "scripts/docs.py", tmp_path]
    run = subprocess.run(command, capture_output=True, check=False, text=True)
    assert run.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
