"""The preview as a person sees it: files are edited on the disk, a real browser shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import violations, wide
from tests.serve.served import HEBREW, TASK, TASKS, Served, practice, served

pytestmark = pytest.mark.browser

BOARD = "c/first-client/board/index.html"
MANY = "".join(TASK.format(id=f"task-{n}", title=f"Task number {n}") for n in range(40))
NOTE = "#panel"
TYPO = ("status: doing", "statsu: doing")
EVIL = "<script>document.title = 'it ran'</script>"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Served]:
    site = practice(tmp_path)
    site.write(TASKS, site.read(TASKS) + MANY)
    with served(site) as found:
        yield found


@pytest.fixture
def page(browser: Any, here: Served) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = _opened(context, f"{here.url}{BOARD}")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    yield page
    context.close()


def _opened(context: Any, url: str) -> Any:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
    page.goto(url)
    return page


def _scroll(page: Any) -> float:
    return page.evaluate("scrollY")


def _is_back_at(page: Any, before: float) -> None:
    """A page has its full height, and so its old place, when its fonts have come."""
    page.wait_for_function("(y) => document.readyState === 'complete' && scrollY === y", arg=before)


def _loads(page: Any) -> None:
    """Counts from now on how often the page is loaded."""
    page.evaluate("sessionStorage.loads = 0")
    page.add_init_script("sessionStorage.loads = 1 + Number(sessionStorage.loads || 0)")


def _hidden(page: Any) -> None:
    page.locator(NOTE).wait_for(state="hidden")


def test_an_edit_on_the_disk_is_seen_where_the_page_was(page: Any, here: Served) -> None:
    page.get_by_text("Task number 30", exact=True).scroll_into_view_if_needed()
    before = _scroll(page)
    assert before > 200
    _loads(page)
    here.site.change(TASKS, "title: Task number 29", "title: A zebra crosses")
    page.get_by_text("A zebra crosses").wait_for()
    _is_back_at(page, before)
    here.site.change(TASKS, "title: A zebra crosses", "title: Two zebras cross")
    page.get_by_text("Two zebras cross").wait_for()
    _is_back_at(page, before)
    assert page.evaluate("sessionStorage.loads") == "2"


def test_a_page_that_looks_the_same_is_not_loaded_again(page: Any, here: Served) -> None:
    other = _opened(page.context, f"{here.url}c/second/index.html")
    _loads(other)
    other.evaluate("window.same = true")
    here.site.change(TASKS, "title: Task number 29", "title: A zebra crosses")
    page.get_by_text("A zebra crosses").wait_for()
    # What the other tab was told came to it in the same order: a mistake is the next it hears of.
    here.site.change(TASKS, *TYPO)
    other.locator(NOTE).wait_for()
    assert other.evaluate("window.same") is True
    assert other.evaluate("sessionStorage.loads") == "0"


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(page: Any, here: Served) -> None:
    _loads(page)
    kept = here.site.read(TASKS)
    here.site.change(TASKS, *TYPO)
    note = page.locator(NOTE)
    note.wait_for()
    text = note.inner_text()
    assert "One mistake keeps the pages as they were." in text
    assert '"statsu" is not a key here' in text
    assert 'did you mean "status"?' in text
    assert f"{TASKS}:3:3" in text
    assert note.locator("mark").inner_text() == "statsu"
    link = note.get_by_role("link", name="Open in the editor").get_attribute("href")
    assert link == f"vscode://file{here.site.root.as_posix()}/{TASKS}:3:3"
    assert page.get_by_text("Task number 30", exact=True).count() == 1  # the page is still below
    here.site.write(TASKS, kept)
    _hidden(page)
    assert page.evaluate("sessionStorage.loads") == "0"  # and looks as it did
    assert not page.locator("#pill").is_visible()


def test_what_is_mended_and_changed_shows_the_change(page: Any, here: Served) -> None:
    here.site.change(TASKS, *TYPO)
    page.locator(NOTE).wait_for()
    here.site.write(
        TASKS, here.site.read(TASKS).replace("statsu", "status").replace("30", "thirty")
    )
    page.get_by_text("Task number thirty").wait_for()
    assert not page.locator(NOTE).is_visible()


def test_a_note_that_was_closed_stays_closed_until_it_is_another(page: Any, here: Served) -> None:
    here.site.change(TASKS, *TYPO)
    page.locator(NOTE).wait_for()
    page.keyboard.press("Escape")
    _hidden(page)
    page.reload()
    page.locator("#pill").get_by_text("One mistake").wait_for()
    assert not page.locator(NOTE).is_visible()
    page.locator("#pill a").click()
    page.locator(NOTE).wait_for()
    page.get_by_role("button", name="Close").click()
    _hidden(page)
    here.site.change(TASKS, "title: Task number 29", "titel: Task number 29")
    page.locator(NOTE).wait_for()
    assert "2 mistakes" in page.locator(NOTE).inner_text()


def test_the_same_mistake_made_again_is_told_again(page: Any, here: Served) -> None:
    for _ in range(2):
        kept = here.site.read(TASKS)
        here.site.change(TASKS, *TYPO)
        page.locator(NOTE).wait_for()
        page.keyboard.press("Escape")
        here.site.write(TASKS, kept)
        page.locator("#pill").wait_for(state="hidden")


def test_two_tabs_are_told_of_the_same(page: Any, here: Served) -> None:
    other = _opened(page.context, f"{here.url}handbook/index.html")
    kept = here.site.read(TASKS)
    here.site.change(TASKS, *TYPO)
    for tab in (page, other):
        tab.locator(NOTE).wait_for()
    here.site.write(TASKS, kept.replace("Task number 30", "A zebra crosses"))
    page.get_by_text("A zebra crosses").wait_for()
    for tab in (page, other):
        _hidden(tab)


def test_a_first_build_that_fails_says_so_and_turns_into_the_page(
    browser: Any, tmp_path: Path
) -> None:
    site = practice(tmp_path, HEBREW).change(TASKS, *TYPO)
    with served(site) as here:
        page = _opened(browser.new_context(), f"{here.url}{BOARD}")
        assert page.locator("h1").inner_text() == "טעות אחת מעכבת את בניית האתר."
        assert page.locator("html").get_attribute("dir") == "rtl"
        site.write(TASKS, site.read(TASKS).replace("statsu", "status"))
        page.locator(".bar").wait_for()
        assert page.url == f"{here.url}{BOARD}"
        page.context.close()


def test_the_menu_shows_the_site_with_the_eyes_of_each(page: Any, here: Served) -> None:
    def chosen(name: str) -> str:
        page.locator(".as").click()
        page.locator(".menu").get_by_role("link", name=name).click()
        page.wait_for_load_state()
        return page.url.removeprefix(here.url)

    page.locator(".as").click()
    links = page.locator(".menu a").all_inner_texts()
    assert links == ["Visitors", "First Client", "Second & Sons", "The team", "My desk"]
    assert page.locator('.menu a[aria-current="true"]').inner_text() == "First Client"
    page.keyboard.press("Escape")
    assert chosen("Second & Sons") == "c/second/board/index.html"
    assert chosen("The team") == "handbook/index.html"
    assert chosen("Visitors") == "index.html"
    assert chosen("First Client") == "c/first-client/index.html"


def test_nothing_that_was_typed_runs_on_the_page(page: Any, here: Served) -> None:
    title = page.title()
    here.site.write(f"content/clients/first-client/{EVIL.replace('/', '')}.yaml", f"{EVIL}: 1\n")
    here.site.write(TASKS, here.site.read(TASKS) + f"\n- id: evil\n  title: x\n  '{EVIL}': 1\n")
    page.locator(NOTE).wait_for()
    assert EVIL in page.locator(NOTE).inner_text()
    assert page.locator(f"{NOTE} script").count() == 0
    page.goto(f"{here.url}_vagen/problems")
    assert EVIL in page.locator("main").inner_text()
    assert page.title() != "it ran"
    assert title != "it ran"


def test_a_server_that_has_ended_is_told_and_its_next_life_found(
    browser: Any, tmp_path: Path
) -> None:
    site = practice(tmp_path)
    with served(site) as here:
        page = _opened(browser.new_context(), f"{here.url}{BOARD}")
        page.locator(".bar").wait_for()
        port = here.server.port
    page.get_by_text("vagen serve has ended").wait_for()
    site.change(TASKS, "title: A first", "title: A second")
    with served(site, port=port):
        page.get_by_text("A second conversation").wait_for()
        page.context.close()


def _faults(page: Any) -> list[str]:
    """All but one: axe takes a skip link for one only where no link at all comes before it."""
    return [one for one in violations(page) if 'class="skip"' not in one]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "he"])
def test_bar_menu_and_note_are_accessible_and_fit_a_phone(
    browser: Any, tmp_path: Path, scheme: str, language: str
) -> None:
    site = practice(tmp_path, HEBREW) if language == "he" else practice(tmp_path)
    with served(site) as here:
        for width in (320, 1200):
            size = {"width": width, "height": 640}
            page = _opened(browser.new_context(viewport=size, color_scheme=scheme), here.url)
            page.locator(".as").click()
            assert (_faults(page), wide(page)) == ([], False)
            menu, bar = page.locator(".menu").bounding_box(), page.locator(".bar").bounding_box()
            assert menu["y"] >= bar["y"] + bar["height"]
            assert 0 <= menu["x"] <= menu["x"] + menu["width"] <= width
            page.keyboard.press("Escape")
            kept = site.read(TASKS)
            site.change(TASKS, *TYPO)
            page.locator(NOTE).wait_for()
            assert (_faults(page), wide(page)) == ([], False)
            page.goto(f"{here.url}_vagen/problems")
            assert (_faults(page), wide(page)) == ([], False)
            site.write(TASKS, kept)
            page.get_by_text("הכול תקין." if language == "he" else "All is well.").wait_for()
            page.context.close()
