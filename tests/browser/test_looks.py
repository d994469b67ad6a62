"""What a designer would send back: squeezed words, small targets, pictures that don't grow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.sites import DEMO_DAY, Site
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

pytestmark = pytest.mark.browser

LARGER = "html { font-size: 200% }"
_CLIENT = """\
name: {name}
country: GB
language: {language}
timezone: Europe/London
currency: GBP
status: active
time: detail
hours: {{mon: 09:00-17:00, tue: 09:00-17:00, wed: 09:00-17:00}}
agreement:
  since: 2026-09-01
  retainer: {{hours: 10h, price: 400, overage: 45}}
calls:
  - {{id: weekly, title: Our half-hour, every: week on tue, at: "10:00", minutes: 30}}
"""
_TASK = """\
- {{id: t{n}, title: The list of everybody who asked for a price, status: {status}, due: {due}}}
"""
_INVOICE = """\
kind: invoice
number: INV-{n}
issued: 2026-10-{n}
due: 2026-11-{n}
seller: {{name: Wren Hale, address: 7 HaEla Street}}
buyer: {{name: Bell & Harrow, address: 31 Cooperage Yard}}
subject: The letters, the lists and the long table of last year
currency: GBP
lines:
  - {{text: Desk hours, quantity: 30, unit: hour, price: 38.00, tax: O, rate: 0%}}
"""
_LOG = "2026-11-18: |\n  2h Figures #email\n  30m Talk #admin\n"
_PAGES = ("", "board/", "deadlines/", "time/", "invoices/", "updates/", "documents/", "work/")


def practice(place: Any) -> Site:
    site = Site(place / "practice", place / "practice/site")
    beginning = Beginning("Wren Hale", "en", "Asia/Jerusalem", "ILS", "IL")
    assert begin(site.root, starter_files(beginning, DEMO_DAY)).problems == ()
    shutil.rmtree(site.root / "content/clients")
    return site


def client(site: Site, id: str, language: str) -> str:
    folder = f"content/clients/{id}"
    site.write(f"{folder}/client.yaml", _CLIENT.format(name=id.title(), language=language))
    return folder


def tasks(count: int) -> Iterator[str]:
    states = ("todo", "doing", "done", "waiting")
    for n in range(count):
        day = f"2026-11-{1 + n % 28:02}"
        yield _TASK.format(n=n, status=states[n % 4], due=day)


@pytest.fixture(scope="module")
def practices(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two clients who have everything in heaps, and two who have nothing yet."""
    site = practice(tmp_path_factory.mktemp("looks"))
    for language in ("en", "he"):
        folder = client(site, f"full-{language}", language)
        text = "".join(tasks(400))
        for state, more in (("waiting", "waiting_for: client"), ("done", "done: 2026-11-20")):
            text = text.replace(f"status: {state},", f"status: {state}, {more},")
        site.write(f"{folder}/tasks.yaml", text)
        for month in ("09", "10", "11"):
            site.write(f"{folder}/time/2026-{month}.yaml", _LOG.replace("-11-", f"-{month}-"))
        for n in range(10, 14):
            number = n if language == "en" else n + 10
            site.write(f"{folder}/invoices/INV-{number}.yaml", _INVOICE.format(n=number))
        client(site, f"new-{language}", language)
    return site.good(pdf=False)


@contextmanager
def opened(browser: Any, site: Site, path: str, **context: Any) -> Iterator[Any]:
    size = {"width": context.pop("width", 320), "height": 900}
    made = browser.new_context(viewport=size, reduced_motion="reduce", **context)
    page = made.new_page()
    page.goto((site.folder / path / "index.html").as_uri())
    yield page
    made.close()


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    return [one.bounding_box() for one in page.locator(selector).all() if one.is_visible()]


@pytest.mark.parametrize("language", ["en", "he"])
def test_text_twice_as_large_is_laid_out_like_half_the_width(
    practices: Site, browser: Any, language: str
) -> None:
    with opened(browser, practices, f"c/full-{language}", width=1280) as page:
        assert not page.locator(".open-nav").first.is_visible()
        page.add_style_tag(content=LARGER)
        assert page.locator(".open-nav").first.is_visible()
        ask = boxes(page, ".ask h3")[0]
        assert ask["width"] > 600


def test_pictures_grow_with_their_words(practices: Site, browser: Any) -> None:
    for path, picture in (("c/full-en", ".overlap"), ("c/full-en/time", ".chart > svg")):
        with opened(browser, practices, path, width=1280) as page:
            (before,) = boxes(page, picture)
            page.add_style_tag(content=LARGER)
            (after,) = boxes(page, picture)
            assert after["height"] == pytest.approx(2 * before["height"], abs=2)


@pytest.mark.parametrize("path", ["c/full-en", "c/full-he", "desk"])
def test_the_word_late_leaves_the_title_its_room_on_a_phone(
    practices: Site, browser: Any, path: str
) -> None:
    with opened(browser, practices, path) as page:
        rows = page.locator(".items .is-late").all()
        rows = [one for one in rows if one.is_visible()]
        assert rows
        for row in rows:
            whole, words = row.bounding_box(), row.locator(":scope > :nth-child(2)").bounding_box()
            assert words["width"] > 0.8 * whole["width"]


@pytest.mark.parametrize("language", ["en", "he"])
def test_sums_stand_flush_with_the_edge_on_a_phone(
    practices: Site, browser: Any, language: str
) -> None:
    ends = """() => [...document.querySelectorAll('.invoices tbody tr')].map(row => {
      const end = one => { const words = document.createRange(); words.selectNodeContents(one);
        const box = words.getBoundingClientRect(), all = row.getBoundingClientRect();
        return document.dir === 'rtl' ? box.left - all.left : all.right - box.right; };
      return end(row.querySelector('.amount'));
    })"""
    with opened(browser, practices, f"c/full-{language}/invoices") as page:
        gaps = page.evaluate(ends)
        assert len(gaps) == 4
        assert all(abs(gap) <= 2 for gap in gaps)


@pytest.mark.parametrize("language", ["en", "he"])
def test_an_entry_of_the_log_is_read_on_a_phone(
    practices: Site, browser: Any, language: str
) -> None:
    with opened(browser, practices, f"c/full-{language}/time") as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        row = page.locator(".log tbody tr").last
        day, what, kind, time = (row.locator(f":scope > :nth-child({n})") for n in range(1, 5))
        tops = [one.bounding_box()["y"] for one in (day, what, kind)]
        assert tops[0] + 15 < tops[1] < tops[2] - 15
        assert time.bounding_box()["y"] == pytest.approx(day.bounding_box()["y"], abs=4)
        assert all(one.bounding_box()["width"] > 200 for one in (what, kind))


SMALL = """() => [...document.querySelectorAll('a[href], button, summary, .checks label')]
  .filter(one => one.checkVisibility() && !one.closest('.unseen, .skip'))
  .filter(one => getComputedStyle(one, '::after').position !== 'absolute')
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width < 24 || box.height < (one.matches('.btn') ? 44 : 24))
  .map(([one, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML}`)"""


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough_for_a_thumb(practices: Site, browser: Any, width: int) -> None:
    small: list[str] = []
    paths = [f"c/full-{language}/{page}" for language in ("en", "he") for page in _PAGES]
    for path in (*paths, "desk", "handbook", "."):
        with opened(browser, practices, path, width=width) as page:
            small += [f"{path}: {one}" for one in page.evaluate(SMALL)]
    assert small == [], "\n".join(small)


def test_lists_of_hundreds_are_folded(practices: Site, browser: Any) -> None:
    with opened(browser, practices, "c/full-en/board") as page:
        for lane in page.locator(".lane").all():
            assert 0 < len([one for one in lane.locator(".card").all() if one.is_visible()]) <= 12
    with opened(browser, practices, "c/full-en/deadlines") as page:
        late = page.locator(".overdue > li")
        assert late.count() > 100
        assert len([one for one in late.all() if one.is_visible()]) == 8


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("path", _PAGES)
def test_what_is_empty_says_so_in_a_sentence(
    practices: Site, browser: Any, path: str, language: str
) -> None:
    with opened(browser, practices, f"c/new-{language}/{path}") as page:
        says = page.locator("main h1, main .empty p, main .none").all_inner_texts()
        assert says
        assert all(one.strip().endswith(".") for one in says), says
        assert page.locator("main ul:empty, main ol:empty, main tbody:empty").count() == 0


def test_paper_keeps_tables_and_words(practices: Site, browser: Any) -> None:
    """A sheet of A4 is narrower than a tablet, and has no need to fold."""
    for path, one in (("invoices", ".invoices tbody tr"), ("time", ".log tbody tr")):
        with opened(browser, practices, f"c/full-en/{path}", width=672) as page:
            page.emulate_media(media="print")
            show = f"getComputedStyle(document.querySelector({one!r})).display"
            assert page.evaluate(show) == "table-row"
    with opened(browser, practices, "c/full-en/deadlines", width=672) as page:
        page.emulate_media(media="print")
        assert boxes(page, ".month .ev > span")[0]["width"] > 20


def test_bars_are_told_apart_in_forced_colours(practices: Site, browser: Any) -> None:
    fill = "one => getComputedStyle(document.querySelector(one)).fill"
    for pair in ((".o-rail", ".o-mine"), (".o-rail", ".o-yours"), (".m-rail", ".m-used")):
        with opened(browser, practices, "c/full-en", forced_colors="active") as page:
            one, two = (page.evaluate(fill, name) for name in pair)
            assert one != two, pair
