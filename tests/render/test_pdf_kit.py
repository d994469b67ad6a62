"""Printed welcome kits and handbooks: their links, parts, clocks, bookmarks and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.render.handbooks import CRISIS, HANDBOOK, MONTHLY, prose
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


def figures_of(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """The pictures in the tree that a screen reader walks."""
    if node.get("/S") == "/Figure":
        yield node
    below = node.get("/K", ArrayObject()).get_object()
    for one in below if isinstance(below, ArrayObject) else (below,):
        child = one.get_object()
        if isinstance(child, DictionaryObject):
            yield from figures_of(child)


def test_every_picture_of_the_kit_is_told_in_words(kit):
    tree = PdfReader(BytesIO(kit)).root_object["/StructTreeRoot"]
    told = [figure.get("/Alt") for figure in figures_of(tree)]
    assert told == ["Clock showing 09:00", "Clock showing 11:00"]


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
    assert "It says when I am at my" not in text


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


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("channels", [5, 8, 9, 12])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_next_call_is_not_alone_on_a_page(channels, paper):
    many = (KIT.channels * 3)[:channels]
    pages = pages_of(drawn("kit", replace(KIT, channels=many, paper=paper)))
    (page,) = [page for page in pages if "Weekly planning" in page]
    rows = page.partition("I answer")[2].partition("Weekly planning")[0]
    assert len(re.findall(r"^\S+.*(E-mail|WhatsApp|Zoom|Slack|Phone)", rows, re.MULTILINE)) >= 2


def test_on_letter_a_kit_has_no_more_pages_than_on_a4():
    channels = (*KIT.channels[:4], replace(KIT.channels[1], via="teams"))
    pages = {
        len(PdfReader(BytesIO(drawn("kit", replace(KIT, channels=channels, paper=paper)))).pages)
        for paper in ("a4", "letter")
    }
    assert len(pages) == 1


@pytest.mark.usefixtures("poppler")
def test_a_long_promise_stands_whole_on_the_last_page():
    promise = " ".join(f"word{number}" for number in range(90))
    last = pages_of(drawn("kit", replace(KIT, promise=promise)))[-1]
    assert "word0 " in last
    assert box_of(drawn("kit", replace(KIT, promise=promise)), "word89") < 842 - 20


def box_of(pdf: bytes, word: str) -> float:
    """How far down a word ends, in points."""
    found = re.search(rf'yMax="([\d.]+)">{word}</word>', text_of(pdf, "-bbox"))
    assert found
    return float(found[1])


@pytest.mark.usefixtures("poppler")
def test_what_changed_is_not_alone_on_a_page():
    for lines in range(20, 34):
        text = "\n\n".join(f"Line {number} of the procedure." for number in range(lines))
        sop = replace(MONTHLY, stages=(), prose=prose(text))
        view = replace(HANDBOOK, areas=(("social", (sop,)),))
        (page,) = [page for page in pages_of(drawn("handbook", view)) if "What changed" in page]
        assert f"Line {lines - 1} of the procedure." in page


LONG = "Qualitätssicherungsbeauftragtenbesprechungsprotokollvorlage"


@pytest.mark.usefixtures("poppler")
def test_a_table_with_long_words_stays_on_the_paper():
    rows = f"| What | Who | When |\n|--|--|--|\n| {LONG} | {LONG} | Monday |"
    view = replace(HANDBOOK, areas=(("social", (replace(MONTHLY, prose=prose(rows)),)),))
    ends = re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">', text_of(drawn("handbook", view), "-bbox"))
    assert max(map(float, ends)) < 595 - 60


@pytest.mark.usefixtures("poppler")
def test_long_names_of_stages_are_not_cut():
    names = ("Qualitätssicherung", "Veröffentlichung", *(f"Stage{n}" for n in range(5)))
    stages = tuple(replace(MONTHLY.stages[0], name=name) for name in names)
    view = replace(HANDBOOK, areas=(("social", (replace(MONTHLY, stages=stages),)),))
    text = text_of(drawn("handbook", view))
    assert all(name in text for name in names)


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
