"""README.md's pictures show what is: each was taken of the pages as they are now."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from scripts.demo import demos
from tests.sites import ROOT

FOLDER = ROOT / "docs/pictures"
SHOWN = re.compile(r"!\[([^\]]*)\]\((docs/pictures/[\w-]+\.png)\)")
LARGEST = 120_000


def test_no_picture_is_stale() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/pictures.py", "--check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_what_a_picture_is_made_of_has_the_words_that_are_seen_on_it() -> None:
    """Else the hash would stand for something else, such as what went wrong."""
    with demos() as found:
        papers = b"".join(found["en"].invoiced())
        assert all(number in papers for number in (b"DI-0118", b"DI-0122", b"912.00"))
        for demo in found.values():
            assert b"deu" in b"".join(demo.mistaken())


def test_every_picture_is_known_and_small() -> None:
    found = sorted(FOLDER.glob("*.png"))
    known = json.loads((FOLDER / "made-of.json").read_text("utf-8"))
    assert {path.name for path in found} == set(known)
    assert {path.name: size for path in found if (size := path.stat().st_size) > LARGEST} == {}


@pytest.mark.parametrize("page", ["README.md", "README.he.md"])
def test_the_page_shows_pictures_and_says_what_is_on_them(page: str) -> None:
    shown = SHOWN.findall((ROOT / page).read_text(encoding="utf-8"))
    assert len(shown) > 3
    assert all((ROOT / path).is_file() for _, path in shown)
    assert all(len(words.split()) > 5 for words, _ in shown)
