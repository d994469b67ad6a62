"""The desk in Chromium: one sheet of paper for Monday, and of use to a large practice."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.browser.conftest import violations, wide
from tests.sites import DEMO_DAY, Site
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files

pytestmark = pytest.mark.browser

_CLIENT = """\
name: {name}
country: GB
language: en
timezone: {zone}
currency: {currency}
agreement:
  since: 2026-09-01
  {price}
calls:
  - {{id: weekly, title: Our half-hour, every: week on tue, at: "10:00", minutes: 30}}
"""
_TASKS = """\
- {id: late, title: Figures of the last quarter, status: doing, due: 2026-11-19, estimate: 3h}
- {id: soon, title: A calendar for December, status: approval, due: 2026-11-25, important: yes,
   approvals: [{version: "1", asked: 2026-11-18}]}
- {id: next, title: Letters to twelve suppliers, due: 2026-12-02, estimate: 45m}
- {id: some-day, title: The shared folder in better order}
- {id: thought, title: A shorter form, status: inbox, created: 2026-11-20}
"""
_BUSY = """\
- {{id: {id}-late, title: Figures of the last three quarters, due: 2026-11-19, status: doing}}
- {{id: {id}-dear, title: A calendar for December, due: 2026-12-14, important: yes}}
- {{id: {id}-asks, title: Which of the two rooms, status: approval, due: 2026-11-25,
   approvals: [{{version: "1", asked: 2026-11-18}}]}}
- {{id: {id}-theirs, title: Access to the shared folder of last year, status: waiting,
   waiting_for: the bookkeeper in town}}
- {{id: {id}-mine, title: "{long}", status: review, due: 2026-12-09}}
"""
_LONG = "The list of everybody who has ever asked for a price, with a sentence about each of them"
_LOG = """\
2026-11-18: |
  09:00-11:00 Figures #email @late
2026-11-23: |
  1h15m Inbox #email
  30m Talk #admin
"""
_ZONES = ("Europe/London", "America/New_York", "Australia/Sydney")


def crowd(place: Path, language: str, count: int, *, busy: bool = False) -> Site:
    """A practice with so many clients, each with a week of its own; busy ones have 15 tasks."""
    more = "".join(_BUSY.format(id=one, long=_LONG) for one in ("a", "b")) if busy else ""
    site = Site(place / "practice", place / "practice/site")
    beginning = Beginning("Wren Hale", language, "Asia/Jerusalem", "ILS", "IL")
    assert begin(site.root, starter_files(beginning, DEMO_DAY)).problems == ()
    for n in range(count):
        folder = f"content/clients/client-{n:02}"
        price = "rate: 40" if n % 2 else "retainer: {hours: 10h, price: 400, overage: 45}"
        name = f"Bell & Harrow {n + 1}" if n % 3 else f"סטודיו {n + 1}"
        currency = ("GBP", "USD", "EUR")[n % 3]
        text = _CLIENT.format(name=name, zone=_ZONES[n % 3], currency=currency, price=price)
        site.write(f"{folder}/client.yaml", text)
        site.write(f"{folder}/tasks.yaml", _TASKS + more)
        site.write(f"{folder}/time/2026-11.yaml", _LOG.replace("09:00-11:00", "2h"))
    return site


def made(site: Site) -> Site:
    outcome = site.build(pdf=False, only=frozenset({"desk", "assets"}))
    assert not outcome.failed, [one.message for one in outcome.problems]
    return site


@pytest.fixture(scope="module", params=["he", "en"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(crowd(tmp_path_factory.mktemp("crowd"), request.param, 30))


@pytest.fixture(scope="module", params=["he", "en"])
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(crowd(tmp_path_factory.mktemp("busy"), request.param, 12, busy=True))


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def printed(page: Any, site: Site, paper: str = "A4") -> pypdf.PdfReader:
    """The desk on the paper that is in the printer."""
    page.goto((site.folder / "desk/index.html").as_uri())
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))


def millimetres(sheet: pypdf.PageObject) -> tuple[int, ...]:
    return tuple(round(float(one) / 72 * 25.4) for one in sheet.mediabox[2:])


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("Letter", (216, 279))])
def test_a_small_practice_fits_on_one_sheet(
    both: tuple[Site, Site], page: Any, paper: str, size: tuple[int, int]
) -> None:
    for site in both:
        sheet, *more = printed(page, site, paper).pages
        assert more == []
        assert millimetres(sheet) == size


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_twelve_busy_clients_fit_on_one_sheet(busy: Site, page: Any, paper: str) -> None:
    sheet, *more = printed(page, busy, paper).pages
    assert more == []
    words = sheet.extract_text()
    assert all(f"{n}" in words for n in range(1, 13))
    assert words.count("Figures of the last") >= 8


def test_a_practice_without_clients_has_a_sheet_too(tmp_path: Path, page: Any) -> None:
    site = crowd(tmp_path, "en", 0)
    shutil.rmtree(site.root / "content/clients")
    (sheet,) = printed(page, made(site)).pages
    assert "No clients yet" in sheet.extract_text()


def test_thirty_clients_fit_a_phone_and_are_open_to_all(many: Site, browser: Any) -> None:
    for width, scheme in ((320, "light"), (1280, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        page.goto((many.folder / "desk/index.html").as_uri())
        assert not wide(page)
        assert violations(page) == []
        assert page.locator(".roster tbody tr").count() >= 30
        context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_thirty_clients_take_two_sheets_at_most(many: Site, page: Any, paper: str) -> None:
    sheets = printed(page, many, paper).pages
    words = sheets[0].extract_text()
    assert "Bell & Harrow 30" in words
    assert "Bell & Harrow 29" in words
    assert len(sheets) <= 2


def test_a_screen_shows_no_sheet_and_a_sheet_no_screen(site: Site, page: Any) -> None:
    page.goto((site.folder / "desk/index.html").as_uri())
    assert page.locator(".monday").is_hidden()
    page.emulate_media(media="print")
    assert page.locator(".monday").is_visible()
    assert not any(one.is_visible() for one in page.locator(".daily, .side").all())


def test_the_first_screen_has_calls_deadlines_and_clients(site: Site, page: Any) -> None:
    page.goto((site.folder / "desk/index.html").as_uri())
    for part in ("due", "calls", "clients"):
        assert page.locator(f"#{part}").bounding_box()["y"] < 800, part


def paper_is_too_narrow(page: Any, site: Site) -> bool:
    """What reaches beyond the sheet's edge is lost: a screen of its width says whether any does."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 716, "height": 1040})  # A4 without its margins
    page.goto((site.folder / "desk/index.html").as_uri())
    return wide(page)


def test_nothing_is_cut_off_on_paper(many: Site, both: tuple[Site, Site], page: Any) -> None:
    assert not any(paper_is_too_narrow(page, one) for one in (many, *both))


def test_nothing_of_busy_clients_is_cut_off_on_paper(busy: Site, page: Any) -> None:
    assert not paper_is_too_narrow(page, busy)


def test_names_lead_to_pages_that_are_there(site: Site, page: Any) -> None:
    page.goto((site.folder / "desk/index.html").as_uri())
    links = page.eval_on_selector_all("main a[href], nav a[href]", "all => all.map(a => a.href)")
    ours = {one for one in links if one.startswith("file:")}
    assert len([one for one in ours if "/c/" in one]) > 5
    for one in sorted(ours):
        page.goto(one)
        anchor = one.partition("#")[2]
        assert not anchor or page.locator(f"[id='{anchor}']").count() == 1, one
