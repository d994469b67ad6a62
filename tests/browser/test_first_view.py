"""The first view of every kind of page: how much it fetches, and that nothing moves in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.slow import hosted
from tests.sites import Site
from vagen.pages.artifact import Html

pytestmark = pytest.mark.browser

MOST = 150_000
"""Bytes of the page, its styles, scripts, fonts and pictures, as a plain host sends them."""
WATCH = """
globalThis.moved = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) {
    const names = one.sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? node?.nodeName);
    globalThis.moved.push([one.value, ...names]);
  }
}).observe({ type: 'layout-shift', buffered: true });
"""
SETTLED = """() => document.fonts.ready
  .then(() => new Promise(requestAnimationFrame)).then(() => new Promise(requestAnimationFrame))"""


def kinds(site: Site) -> list[str]:
    """The heaviest page of every template and language."""
    heaviest: dict[tuple[str, str], tuple[int, str]] = {}
    for one in site.build(pdf=False).artifacts:
        if isinstance(one.content, Html):
            kind = (one.content.template, one.content.language)
            size = (site.folder / one.target).stat().st_size
            heaviest[kind] = max(heaviest.get(kind, (0, "")), (size, one.target))
    return [path for _, path in heaviest.values()]


@pytest.fixture(scope="module", params=[0, 1], ids=["he", "en"])
def host(request: pytest.FixtureRequest, both: tuple[Site, Site]) -> Iterator[tuple[str, Site]]:
    site = both[request.param]
    with hosted(site.folder) as address:
        yield address, site


def test_every_kind_of_page_is_light(host: tuple[str, Site], browser: Any) -> None:
    address, site = host
    heavy = []
    for path in kinds(site):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        fetched: list[Any] = []
        page.on("response", lambda one, found=fetched: found.append(one))
        page.goto(f"{address}/{path}", wait_until="load")
        page.evaluate(SETTLED)
        sizes = {Path(one.url).name: len(one.body()) for one in fetched}
        if sum(sizes.values()) > MOST:
            heavy.append(f"{path}: {sum(sizes.values())} {sizes}")
        assert path == "404.html" or {"vagen.css", "Heebo.woff2"} <= set(sizes), (path, sizes)
        context.close()
    assert heavy == [], "\n".join(heavy)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_fonts_pictures_and_scripts_come_late(
    host: tuple[str, Site], browser: Any, width: int
) -> None:
    address, site = host
    wrong = []
    for path in kinds(site):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{address}/{path}", wait_until="load")
        page.evaluate(SETTLED)
        wrong += [f"{path}: {one}" for one in page.evaluate("moved") if one[0] >= 0.001]
        context.close()
    assert wrong == [], "\n".join(wrong)


CONTROLS = "button, input, select, textarea, [contenteditable]"
PLAIN = "button[popovertarget], input[type=checkbox]"
"""What works without a script: a button that opens the menu, and a box that is ticked."""


def test_without_scripts_all_is_shown_and_no_control_is_idle(
    host: tuple[str, Site], browser: Any
) -> None:
    _, site = host
    contexts = [browser.new_context(java_script_enabled=one) for one in (True, False)]
    live, still = (context.new_page() for context in contexts)
    for path in kinds(site):
        for page in (live, still):
            page.goto((site.folder / path).as_uri())
        words = live.locator("main").inner_text()
        if live.locator("#ticks").count():
            words = words.replace(live.locator("#ticks").inner_text(), "")
        assert still.locator("main").inner_text().split() == words.split(), path
        shown = [one for one in still.locator(CONTROLS).all() if one.is_visible()]
        plain = [one for one in still.locator(PLAIN).all() if one.is_visible()]
        assert len(shown) == len(plain), path
        assert not any(one.is_visible() for one in still.locator("form").all()), path
    for context in contexts:
        context.close()
