"""Printed welcome kits and handbooks: their links, parts, clocks, bookmarks and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.render.handbooks import CRISIS, HANDBOOK, prose
from tests.render.kits import KIT
from tests.render.test_pdf import drawn, pages_of, text_of


@pytest.fixture(scope="module")
def kit() -> bytes:
    return drawn("kit", KIT)


@pytest.fixture(scope="module")
def handbook() -> bytes:
    return drawn("handbook", HANDBOOK)


def links_of(pdf: bytes) -> Iterator[str]:
    for page in PdfReader(BytesIO(pdf)).pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A")
            if action and "/URI" in action:
                yield action["/URI"]


def test_a_kit_opens_its_channels(kit):
    links = set(links_of(kit))
    assert {"https://wa.me/972545550142", "tel:+972545550142"} <= links
    assert "https://drive.example/wattle/brand" in links
    assert any(link.startswith("mailto:noa@barkai.example?subject=") for link in links)
    assert not any("layouts.invalid" in link for link in links)


@pytest.mark.usefixtures("poppler")
def test_parts_of_the_kit_without_data_leave_no_trace():
    bare = replace(
        KIT, scope=(), out_of_scope=(), goals=(), channels=(), hours=(), overlap=None, call=None,
        needs=(), files=(), greet="", about="", promise="", since=None, feedback=None,
    )  # fmt: skip
    text = text_of(drawn("kit", bare))
    for heading in ("How we work", "Hours and channels", "What I need from you", "An open door"):
        assert heading not in text
    assert "How to ask" in text
    assert "I am glad that we do this together." in text


@pytest.mark.usefixtures("poppler")
def test_a_kit_tells_both_clocks(kit):
    page = next(page for page in pages_of(kit) if "Both at our desks" in page)
    for words in ("09:00", "11:00", "London", "Jerusalem", "My clock is 2 hours ahead of yours."):
        assert words in page


def test_the_handbook_has_bookmarks_and_true_page_numbers(handbook):
    document = PdfReader(BytesIO(handbook))
    marks = {
        mark["/Title"]: document.get_destination_page_number(mark)
        for mark in flat(document.outline)
    }
    assert {"Clients", "A new client", "Social", "A month of content"} <= marks.keys()
    contents = document.pages[1].extract_text()
    for title in ("A new client", "A month of content", "A public comment that needs attention"):
        assert re.search(rf"{title}[. ]+{marks[title] + 1}\b", contents)


def flat(outline: list) -> Iterator:
    for mark in outline:
        if isinstance(mark, list):
            yield from flat(mark)
        else:
            yield mark


@pytest.mark.usefixtures("poppler")
def test_the_handbook_prints_stages_lists_and_changes(handbook):
    text = text_of(handbook)
    for words in (
        "Client approval",
        "Full circle: the work waits for the client’s approval.",
        "Every link opens, on a phone and on a desk",
        "2.\n\nTell the client within 15 minutes",
        "First edition.",
        "reports/2026-11/{client}.pdf",
    ):
        assert words in text or words.replace("\n\n", " ") in text


def test_links_within_the_handbook_lead_to_pages():
    runs = prose("See the month.")
    link = replace(runs[0].inlines[0], kind="page", text="the month", target="#social-month")
    linking = replace(CRISIS, prose=(replace(runs[0], inlines=(link,)),))
    areas = (("social", (HANDBOOK.areas[1][1][0], linking)),)
    document = PdfReader(BytesIO(drawn("handbook", replace(HANDBOOK, areas=areas))))
    assert "the month (3)" in document.pages[-1].extract_text()
    assert "social-month" in document.named_destinations
