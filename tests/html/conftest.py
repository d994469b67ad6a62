"""Pages to be read: every practice of the tests, the demo, docs/ and what a preview shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.english import english
from tests.html.reading import Readers, readers
from tests.serve.served import HEBREW, TASKS, practice, served
from tests.sites import ROOT, Site

TYPO = ("status: doing", "statsu: doing")


@pytest.fixture(scope="session")
def reading() -> Readers:
    return readers()


@pytest.fixture(scope="session")
def sites(reading: Readers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every site that the tests and the demo have, in a folder; none where nothing can read it."""
    assert reading
    place = tmp_path_factory.mktemp("html")
    Site.demo(place / "hebrew").good(pdf=False)
    english(place / "english").good(pdf=False)
    demo = Site(ROOT, place / "demo/site").build(pdf=False)
    assert not demo.failed
    subprocess.run([sys.executable, ROOT / "scripts/docs.py", place / "docs"], check=True)
    previewed(place / "served")
    return place


@pytest.fixture(scope="session")
def pages(sites: Path) -> list[Path]:
    found = sorted(sites.rglob("*.html"))
    kinds = {one.relative_to(sites).parts[0] for one in found}
    assert kinds == {"hebrew", "english", "demo", "docs", "served"}
    return found


@pytest.fixture(scope="session")
def styles(sites: Path) -> list[Path]:
    """The styles of screens. Those of PDFs speak of bookmarks and running heads, as no browser."""
    found = sorted(sites.rglob("*.css"))
    assert {"vagen.css", "desk.css", "brand.css", "docs.css"} <= {one.name for one in found}
    return [*found, ROOT / "layouts/serve/preview.css"]


def previewed(place: Path) -> None:
    """What `vagen serve` shows of a good site and of one broken since, in both languages."""
    for name, beginning in (("he", {"beginning": HEBREW}), ("en", {})):
        with served(practice(place / name, **beginning)) as here:
            keep(place / f"{name}-good", here, "index.html", "c/first-client/", "_vagen/problems")
            here.site.change(TASKS, *TYPO)
            here.until(lambda done: done.failed)
            keep(place / f"{name}-bad", here, "index.html", "404.html", "_vagen/problems")


def keep(folder: Path, here, *paths: str) -> None:
    folder.mkdir(parents=True)
    for number, path in enumerate(paths):
        (folder / f"{number}.html").write_bytes(here.ask(f"/{path}").body)
