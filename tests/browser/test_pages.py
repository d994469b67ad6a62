"""The demo's pages in Chromium: no axe violation, no sideways scroll, nothing from elsewhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from tests.sites import Site

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.demo(tmp_path_factory.mktemp("browser")).good(pdf=False)


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


def _pages(site: Site) -> list[Path]:
    return sorted(site.folder.rglob("*.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_whole_and_open_to_all(
    site: Site, browser: Any, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith("file:") else wrong.append(one.url))
    for file in _pages(site):
        name = file.relative_to(site.folder).as_posix()
        page.goto(file.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append(f"{name}: scrolls sideways")
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
        wrong += [f"{name}: {one['id']}: {one['help']}" for one in found["violations"]]
    context.close()
    assert wrong == [], "\n".join(wrong)


def test_the_calendar_is_downloaded_and_read_back(site: Site, browser: Any) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    for client in ("efroni", "fennel-street"):
        page.goto((site.folder / f"c/{client}/deadlines/index.html").as_uri())
        with page.expect_download() as waiting:
            page.locator(f'a[href$="{client}.ics"]').click()
        data = Path(waiting.value.path()).read_bytes()
        assert data == (site.folder / f"c/{client}/deadlines/{client}.ics").read_bytes()
        events = Calendar.from_ical(data).walk("VEVENT")
        assert [one for one in events if "RRULE" in one]
        assert len(vobject.readOne(data.decode()).vevent_list) == len(events) > 3
    context.close()


def test_a_day_of_a_month_leads_to_its_words(site: Site, browser: Any) -> None:
    """In a later month these are folded: following the link unfolds them."""
    page = browser.new_page()
    page.goto((site.folder / "c/fennel-street/deadlines/index.html").as_uri())
    links = page.locator(".month-of:last-of-type a.d")
    assert links.count() > 0
    words = page.locator(links.first.get_attribute("href"))
    assert not words.is_visible()
    links.first.click()
    words.wait_for(state="visible")
    page.close()


def test_pages_say_all_without_javascript(site: Site, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for file in _pages(site):
        page.goto(file.as_uri())
        assert page.locator("h1").count() == 1, file
        assert page.locator("main").first.inner_text().strip(), file
    context.close()
