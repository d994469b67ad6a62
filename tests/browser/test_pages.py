"""The demo's pages in Chromium: no axe violation, no sideways scroll, nothing from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import pages_below, violations, wide
from tests.sites import Site

pytestmark = pytest.mark.browser

OVERVIEWS = ("c/efroni/index.html", "c/fennel-street/index.html")


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
    for file in pages_below(site.folder):
        name = file.relative_to(site.folder).as_posix()
        page.goto(file.as_uri())
        if wide(page):
            wrong.append(f"{name}: scrolls sideways")
        wrong += [f"{name}: {one}" for one in violations(page)]
    context.close()
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    "taste",
    [
        {"contrast": "more"},
        {"contrast": "more", "color_scheme": "dark"},
        {"forced_colors": "active"},
        {"forced_colors": "active", "color_scheme": "dark"},
    ],
)
def test_pages_follow_what_the_reader_asks_of_colours(
    site: Site, browser: Any, taste: dict[str, str]
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", **taste
    )
    page = context.new_page()
    wrong = []
    for file in pages_below(site.folder / "c/efroni"):
        page.goto(file.as_uri())
        wrong += [f"{file.parent.name}: {one}" for one in violations(page)]
    context.close()
    assert wrong == [], "\n".join(wrong)


FOCUS = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
  return {
    tag: here.tagName + ' ' + here.textContent.trim().slice(0, 40),
    body: here === document.body,
    ring: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none',
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left >= -1 && box.right <= innerWidth + 1,
  };
}"""  # noqa: E501


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", [*OVERVIEWS, "handbook/social/content-cycle/index.html"])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(
    site: Site, browser: Any, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((site.folder / name).as_uri())
    controls = "a[href], button, summary, input"
    count = page.evaluate(
        f"[...document.querySelectorAll({controls!r})].filter(one => one.checkVisibility()).length"
    )
    reached = []
    for _ in range(count):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUS))
    page.close()
    assert len(reached) > len(OVERVIEWS)
    assert [one["tag"] for one in reached if one["body"] or not (one["ring"] and one["seen"])] == []


@pytest.mark.parametrize("name", OVERVIEWS)
def test_the_menu_of_a_phone_opens_by_keyboard(site: Site, browser: Any, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto((site.folder / name).as_uri())
    menu = page.locator("nav [popover], [popover] nav, nav[popover]").first
    assert not menu.is_visible()
    page.locator("button[popovertarget]").first.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    page.close()


def test_pages_say_all_without_javascript(site: Site, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for file in pages_below(site.folder):
        page.goto(file.as_uri())
        assert page.locator("h1").count() == 1, file
        assert page.locator("main").first.inner_text().strip(), file
    context.close()


def test_ticks_stay_on_the_device_and_tell_nothing(site: Site, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site.folder / "c/efroni/welcome/index.html").as_uri())
    box = page.locator("input[type=checkbox]").first
    box.check()
    page.reload()
    assert page.locator("input[type=checkbox]").first.is_checked()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert kept != "{}"
    for word in ("efroni", "עפרוני", "needs", "welcome", box.locator("xpath=..").inner_text()):
        assert word not in kept
    context.close()
