"""Pages of both languages in Chromium: no axe violation, no sideways scroll, nothing from afar."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
import vobject
from icalendar import Calendar

from tests.browser.conftest import is_error, pages_below, violations, wide
from tests.sites import ROOT, Site
from vagen.locale import LANGUAGES
from vagen.pages.artifact import Html

pytestmark = pytest.mark.browser

TEMPLATES = [
    path.relative_to(ROOT / "layouts").as_posix()
    for folder in ("desk", "handbook", "portal", "public")
    for path in sorted((ROOT / "layouts" / folder).glob("*.html.j2"))
]
OVERVIEWS = ("c/efroni/index.html", "c/fennel-street/index.html")


def test_every_kind_of_page_is_there_in_both_languages(both: tuple[Site, Site]) -> None:
    found = {
        (one.content.template, one.content.language)
        for site in both
        for one in site.build(pdf=False).artifacts
        if isinstance(one.content, Html)
    }
    assert {template for template, _ in found} == set(TEMPLATES)
    assert found == {(template, language) for template in TEMPLATES for language in LANGUAGES}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_whole_and_open_to_all(
    both: tuple[Site, Site], browser: Any, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda one: wrong.append(one.text) if is_error(one) else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda one: None if one.url.startswith("file:") else wrong.append(one.url))
    for file in (file for site in both for file in pages_below(site.folder)):
        name = "/".join(file.parts[file.parts.index("practice") - 1 :])
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
    for file in (*pages_below(site.folder / "c/efroni"), site.folder / "desk/index.html"):
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
@pytest.mark.parametrize(
    "name", [*OVERVIEWS, "handbook/social/content-cycle/index.html", "desk/index.html"]
)
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


ROLES = {"table": "table", "tr": "row", "tbody th": "rowheader", "thead th": "columnheader"}


@pytest.mark.parametrize(
    "name",
    ["desk/index.html", "c/efroni/invoices/index.html", "handbook/social/comments/index.html"],
)
def test_a_table_that_folds_on_a_phone_stays_a_table_for_ears(
    site: Site, browser: Any, name: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto((site.folder / name).as_uri())
    assert page.locator(".table-fold tr").first.evaluate(
        "one => getComputedStyle(one).display"
    ) in (
        "grid",
        "block",
    )
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    told = Counter(one["role"]["value"] for one in tree["nodes"] if not one["ignored"])
    for elements, role in ROLES.items():
        shown = page.locator(f"main :is({elements})").all()
        assert told[role] == sum(one.evaluate("one => one.checkVisibility()") for one in shown), (
            role
        )
    assert told["cell"] > told["table"]
    page.close()


def test_pages_say_all_without_javascript(both: tuple[Site, Site], browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for file in (file for site in both for file in pages_below(site.folder)):
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


def test_on_paper_the_foot_stands_beside_the_name_on_the_first_page(
    site: Site, browser: Any
) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    for file in ("c/fennel-street/time/index.html", "c/efroni/index.html", "handbook/index.html"):
        page.goto((site.folder / file).as_uri())
        foot, main = (page.locator(one).bounding_box() for one in (".foot", ".main"))
        assert foot["y"] + foot["height"] < main["y"] + 40
    page.close()


@pytest.mark.parametrize(("paper", "width"), [("A4", 210), ("Letter", 216)])
def test_a_page_is_printed_on_the_paper_that_is_in_the_printer(
    site: Site, browser: Any, paper: str, width: int
) -> None:
    page = browser.new_page()
    page.goto((site.folder / "c/efroni/index.html").as_uri())
    sheets = pypdf.PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=True))).pages
    assert {round(float(one.mediabox.width) / 72 * 25.4) for one in sheets} == {width}
    page.close()
