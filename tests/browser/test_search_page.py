"""The field of portals and handbook, as people use it: on a disk and served, by keyboard alone."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.conftest import is_error, violations
from tests.sites import Site

pytestmark = pytest.mark.browser

PORTAL = "c/efroni/index.html"
TASK = "content/clients/efroni/tasks.yaml"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"


class Strict(SimpleHTTPRequestHandler):
    """Serves quietly, with the policy that a sealed site will have."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site.demo(tmp_path_factory.mktemp("search"))
    note = '<img src=x onerror="alert(1)"> שיחה עם הספקים ולקוחות ותיקים על ההזמנות'
    site.write(
        TASK,
        site.read(TASK)
        + f"\n- id: find-me\n  title: הכנה לכנס\n  status: todo\n  note: '{note}'\n",
    )
    outcome = site.build(pdf=False)
    assert not outcome.failed, [one.message for one in outcome.problems]
    return site


@pytest.fixture(scope="module")
def served(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["file", "http"])
def root(request, site, served):
    return site.folder.as_uri() if request.param == "file" else served


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.wrong = []
    page.on("console", lambda one: page.wrong.append(one.text) if is_error(one) else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("dialog", lambda dialog: page.wrong.append(dialog.message))
    yield page
    assert page.wrong == []
    context.close()


def find(page, query):
    page.get_by_role("searchbox").fill(query)
    page.locator(".found h1").wait_for()


def test_a_word_is_found_behind_its_prefix_and_its_link_leads_there(page, root):
    page.goto(f"{root}/{PORTAL}")
    find(page, "לקוחות")
    hit = page.locator(".found li", has_text="הכנה לכנס")
    assert hit.locator("mark").all_inner_texts() == ["ולקוחות"]
    assert 'onerror="alert(1)">' in hit.inner_text()
    hit.get_by_role("link").click()
    page.wait_for_url("**/board/index.html#t-find-me")
    assert page.locator("#t-find-me").is_visible()
    assert page.locator("h1").count() == 1


def test_the_index_is_fetched_when_the_field_is_used_and_not_before(page, root):
    asked = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/")[2]))
    page.goto(f"{root}/{PORTAL}")
    page.wait_for_load_state("load")
    assert "search-index.js" not in asked
    with page.expect_request("**/search-index.js"):
        page.get_by_role("searchbox").focus()
    find(page, "לקוחות")
    assert asked.count("search-index.js") == 1


def test_the_keyboard_is_enough(page, site):
    page.goto(f"{site.folder.as_uri()}/{PORTAL}")
    page.evaluate("scrollTo(0, 200)")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.type") != "search":
        page.keyboard.press("Tab")
    page.keyboard.type("הזמנ")
    page.locator(".found h1").wait_for()
    links = page.locator(".found a")
    page.keyboard.press("ArrowDown")
    assert links.first.evaluate("one => one === document.activeElement")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Enter")
    assert links.first.evaluate("one => one === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator(".found").count() == 0
    assert page.get_by_role("searchbox").input_value() == ""
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.locator("h1").is_visible()
    page.keyboard.type("כנס")
    page.locator(".found h1").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/board/index.html#t-find-me")


def test_a_hit_on_the_page_itself_brings_the_page_back(page, site):
    page.goto(f"{site.folder.as_uri()}/c/efroni/board/index.html")
    find(page, "ספקים")
    page.locator(".found a").first.click()
    assert page.locator(".found").count() == 0
    assert page.locator("#t-find-me").is_visible()
    assert page.url.endswith("#t-find-me")


def test_the_count_is_said_aloud_and_nothing_found_says_what_to_try(page, site):
    page.goto(f"{site.folder.as_uri()}/{PORTAL}")
    status = page.locator(".seek [role=status]")
    find(page, "ספקים")
    assert status.inner_text() == "נמצאה תוצאה אחת"
    find(page, "חשבון")
    assert status.inner_text() == page.locator(".found h1").inner_text()
    assert status.inner_text().startswith("נמצאו ")
    find(page, "קסילופון")
    assert status.inner_text() == "לא נמצא דבר"
    assert "פחות מילים" in page.locator(".found p").inner_text()
    page.get_by_role("searchbox").fill("")
    assert page.locator(".found").count() == 0


def test_doubtful_hits_stand_apart(page, site):
    page.goto(f"{site.folder.as_uri()}/handbook/index.html")
    page.get_by_role("searchbox").focus()
    page.wait_for_function("document.querySelector('script[src$=\"search-index.js\"]')")
    data = {"entries": [["מבד", "", "a", ""], ["הבד", "", "b", ""]], "forms": "הבד\nמבד"}
    page.evaluate(
        "data => vagenSearch.load({...data, found: [[3], [0]], rules: {marks: '״', double: '״',"
        " letters: {}, chain: '^[המ]?$', dear: 'מ', short: 4, frozen: ''}})",
        data,
    )
    find(page, "בד")
    lists = page.locator(".found ul").all()
    assert [one.locator("a").all_inner_texts() for one in lists] == [["הבד"], ["מבד"]]
    assert page.locator(".found h2").inner_text() == "אולי גם"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("start", [PORTAL, "c/fennel-street/index.html", "handbook/index.html"])
def test_results_are_open_to_all(browser, site, start, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site.folder.as_uri()}/{start}")
    for query in ("report" if "fennel" in start else "דוח", "קסילופון"):
        find(page, query)
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()


def test_without_scripts_there_is_no_field(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.folder.as_uri()}/{PORTAL}")
    assert page.locator("form[role=search]").count() == 1
    assert not page.locator("form[role=search]").is_visible()
    context.close()


def test_every_link_of_an_index_leads_to_a_place_that_is_there(browser, site):
    page = browser.new_page()
    for audience in ("c/efroni", "c/fennel-street", "handbook"):
        page.goto(f"{site.folder.as_uri()}/{audience}/index.html")
        page.evaluate("globalThis.loaded = null; vagenSearch.load = data => { loaded = data; }")
        page.add_script_tag(url="search-index.js")
        paths = [entry[2] for entry in page.evaluate("loaded.entries")]
        assert len(paths) > 5
        for path in paths:
            file, _, anchor = path.partition("#")
            html = (site.folder / audience / file).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in html, path
    page.close()
