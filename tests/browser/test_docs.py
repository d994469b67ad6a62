"""docs/ as a site, in Chromium: open to all, whole on a phone, in light and dark."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import violations, wide
from tests.sites import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    subprocess.run([sys.executable, ROOT / "scripts/docs.py", folder], check=True)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_are_whole_and_open_to_all(
    built: Path, browser: Any, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda one: None if one.url.startswith("file:") else wrong.append(one.url))
    hebrew = sorted(one.relative_to(built).as_posix() for one in built.glob("he/*.html"))
    for name in ("index.html", "start.html", "format.html", "performance.html", *hebrew[:2]):
        page.goto((built / name).as_uri())
        wrong += [f"{name} scrolls sideways"] if wide(page) else []
        wrong += [f"{name}: {one}" for one in violations(page)]
    context.close()
    assert [one for one in wrong if not one.startswith("data:")] == [], "\n".join(wrong)


def test_a_wide_table_scrolls_by_itself_and_by_keys(built: Path, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((built / "format.html").as_uri())
    table = page.locator(".scroll").last
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    page.close()


def test_the_list_of_pages_opens_on_a_phone_without_a_script(built: Path, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "start.html").as_uri())
    assert not page.get_by_role("link", name="Problems", exact=True).is_visible()
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Problems", exact=True).click()
    assert page.url.endswith("/problems.html")
    context.close()
