"""Chromium for the tests of this folder, and axe-core to run in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.browser.english import english
from tests.sites import Site

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2's rule on the size of targets is off by default.
RUN = """axe.run(document, {
  resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}
})"""
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.demo(tmp_path_factory.mktemp("browser")).good(pdf=False)


@pytest.fixture(scope="module")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return english(tmp_path_factory.mktemp("english")).good(pdf=False)


@pytest.fixture(scope="module")
def both(site: Site, english_site: Site) -> tuple[Site, Site]:
    """A practice that speaks Hebrew, and one that speaks English to everyone."""
    return site, english_site


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = next((found for name in CHROMES if (found := shutil.which(name))), None)
    if path is None:
        assert not os.environ.get("CI"), "Chromium is missing in CI"
        pytest.skip("no Chromium or Chrome on PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def violations(page: Any) -> list[str]:
    """What axe-core finds on the page that is open."""
    page.evaluate(AXE)
    return [
        f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:120]}"
        for one in page.evaluate(RUN)["violations"]
    ]


def wide(page: Any) -> bool:
    """Whether the page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def pages_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def is_error(message: Any) -> bool:
    """Whether a page complains of more than that Chromium asks no disk early for a font."""
    early = message.location["url"].endswith("/fonts/Heebo.woff2") or (
        message.text.startswith("Access to font at 'file:")
    )
    return message.type == "error" and not early
