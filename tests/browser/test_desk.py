"""The desk in Chromium: one sheet of paper for a small practice, and of use to a large one."""

from __future__ import annotations

import io
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
_LOG = """\
2026-11-18: |
  09:00-11:00 Figures #email @late
2026-11-23: |
  1h15m Inbox #email
  30m Talk #admin
"""
_ZONES = ("Europe/London", "America/New_York", "Australia/Sydney")


def crowd(place: Path, language: str, count: int) -> Site:
    """A practice with so many clients, each with a week of its own."""
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
        site.write(f"{folder}/tasks.yaml", _TASKS)
        site.write(f"{folder}/time/2026-11.yaml", _LOG.replace("09:00-11:00", "2h"))
    return site


@pytest.fixture(scope="module", params=["he", "en"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = crowd(tmp_path_factory.mktemp("crowd"), request.param, 30)
    outcome = site.build(pdf=False, only=frozenset({"desk", "assets"}))
    assert not outcome.failed, [one.message for one in outcome.problems]
    return site


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def printed(page: Any, site: Site) -> pypdf.PdfReader:
    page.goto((site.folder / "desk/index.html").as_uri())
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_a_small_practice_fits_on_one_sheet_of_a4(both: tuple[Site, Site], page: Any) -> None:
    for site in both:
        sheet, *more = printed(page, site).pages
        assert more == []
        width, height = (float(one) / 72 * 25.4 for one in sheet.mediabox[2:])
        assert (round(width), round(height)) == (210, 297)


def test_thirty_clients_fit_a_phone_and_are_open_to_all(many: Site, browser: Any) -> None:
    for width, scheme in ((320, "light"), (1280, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        page.goto((many.folder / "desk/index.html").as_uri())
        assert not wide(page)
        assert violations(page) == []
        assert page.locator(".roster tbody tr").count() >= 30
        context.close()


def test_thirty_clients_are_printed_whole_on_a_few_sheets(many: Site, page: Any) -> None:
    sheets = printed(page, many).pages
    words = "\n".join(one.extract_text() for one in sheets)
    assert words.count("Bell & Harrow 30") + words.count("Bell & Harrow 29") >= 2
    assert len(sheets) <= 8


def test_nothing_is_cut_off_on_paper(many: Site, both: tuple[Site, Site], page: Any) -> None:
    """What reaches beyond the sheet's edge is lost: a screen of its width says whether any does."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1040})  # A4 without its margins
    for site in (many, *both):
        page.goto((site.folder / "desk/index.html").as_uri())
        assert not wide(page)


def test_names_lead_to_pages_that_are_there(site: Site, page: Any) -> None:
    page.goto((site.folder / "desk/index.html").as_uri())
    links = page.eval_on_selector_all("main a[href], nav a[href]", "all => all.map(a => a.href)")
    ours = {one for one in links if one.startswith("file:")}
    assert len([one for one in ours if "/c/" in one]) > 5
    for one in sorted(ours):
        page.goto(one)
        anchor = one.partition("#")[2]
        assert not anchor or page.locator(f"[id='{anchor}']").count() == 1, one
