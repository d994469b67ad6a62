"""The recipes in each language, cooked: commands typed, texts put into their files, in order."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.pages import blocks, language_of, text_of
from tests.sites import ROOT

AT = {
    "new": "2026-11-23T09:00+00:00",
    "start": "2026-11-24T16:00+00:00",
    "stop": "2026-11-24T16:50+00:00",
    "build": "2026-12-12T12:00+00:00",
}
"""When a command is typed; else it is when the one before it was."""
WORDS = {
    "docs/recipes.md": ("E-mail", "Winter break", "The folders of your inbox", "The Monday round"),
    "docs/he/recipes.md": ("דואר", "חופשת חורף", "התיקיות בתיבת הדואר שלך", "הסבב של יום ראשון"),
}
"""A kind of work, a note, a file's title and a procedure, in the page's own words."""
BILLS = {"docs/recipes.md": ("INV-1", "CR-1"), "docs/he/recipes.md": ("2026-0001", "2026-9001")}
ZONES = {"en": "Europe/London", "he": "Asia/Jerusalem"}


@dataclass
class Kitchen:
    root: Path
    recipe: str
    now: str = ""

    def environment(self) -> dict[str, str]:
        language = language_of(self.recipe)
        own = {"LANGUAGE": language, "TZ": ZONES[language], "HOME": str(self.root.parent)}
        return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **own}

    def typed(self, line: str) -> str:
        words = shlex.split(line)
        ours = [sys.executable, "-m", "vagen", *words[1:], "--now", self.now]
        run = subprocess.run(
            ours if words[0] == "vagen" else words,
            cwd=self.root,
            env=self.environment(),
            capture_output=True,
            check=False,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert run.returncode == 0, f"{line}\n{run.stdout}{run.stderr}"
        assert "error" not in run.stderr
        return run.stdout

    def put(self, text: str) -> None:
        """What goes into a file: below what is there, or as a new one."""
        first, _, rest = text.partition("\n")
        path = self.root / first.removeprefix("# ")
        assert path.parent.is_dir(), path
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + rest, encoding="utf-8")

    def page(self, path: str) -> str:
        return (self.root / "site" / path).read_text(encoding="utf-8")


def cooked(place: Path, page: str) -> Kitchen:
    """A new practice, in which all of the page was done by one who pauses before stop."""
    kitchen = Kitchen(place / "desk", page)
    subprocess.run(
        [sys.executable, "-m", "vagen", "init", "desk", "--no-input", "--now", "2026-11-23"],
        cwd=place,
        env=kitchen.environment(),
        check=True,
        capture_output=True,
    )
    (kitchen.root / "folders.txt").write_text("Inbox, Waiting, Done", encoding="utf-8")
    for block in blocks(text_of(page)):
        if block.language == "yaml":
            kitchen.put("\n".join(block.lines) + "\n")
            continue
        for line in block.lines:
            kitchen.now = AT.get(line.split()[1], kitchen.now)
            kitchen.typed(line)
    return kitchen


@pytest.fixture(scope="module", params=WORDS)
def kitchen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kitchen:
    return cooked(tmp_path_factory.mktemp("recipes"), request.param)


def test_the_portal_tells_what_was_logged_billed_and_paid(kitchen: Kitchen) -> None:
    for number in BILLS[kitchen.recipe]:
        assert number in kitchen.page("c/ada-bell/invoices/index.html")
    assert list((kitchen.root / "site/c/ada-bell/invoices").glob("*.pdf"))
    assert WORDS[kitchen.recipe][0] in kitchen.page("c/ada-bell/time/index.html")


def test_the_portal_tells_the_days_off_and_holds_the_file(kitchen: Kitchen) -> None:
    _, note, title, _ = WORDS[kitchen.recipe]
    assert note in kitchen.page("c/ada-bell/work/index.html")
    assert title in kitchen.page("c/ada-bell/documents/index.html")
    assert (kitchen.root / "site/c/ada-bell/documents/folders.txt").is_file()


def test_what_is_the_owners_stays_hers(kitchen: Kitchen) -> None:
    pages = kitchen.root.glob("site/**/*.html")
    told = "".join(page.read_text(encoding="utf-8") for page in pages if "desk" not in page.parts)
    assert WORDS[kitchen.recipe][3] not in told


def test_all_is_saved(kitchen: Kitchen) -> None:
    git = ["git", "status", "--porcelain"]
    left = subprocess.run(git, cwd=kitchen.root, check=True, capture_output=True, text=True)
    assert left.stdout == ""
