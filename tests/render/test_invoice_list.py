"""The client's list of documents: each kind says what it is, and only what asks asks."""

from __future__ import annotations

import re

import pytest

from tests.pages.practice import NOW, account, client, document, payment, practice, workspace
from tests.render.reading import Page
from tests.render.test_pages import html
from vagen.pages import invoices


def listed(*documents, language="en", payments=()):
    kept = account(of=client(language=language), documents=documents, payments=payments)
    view = invoices.plan(workspace(kept), NOW).artifacts[0].content.view
    page = Page(html("portal/invoices.html.j2", view, language))
    return [re.sub(r"\s+", " ", row.words) for row in page.all("tr")[1:]], page.one("h1").words


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("quote", "For your answer"),
        ("receipt", "Received"),
        ("tax-invoice-receipt", "Paid"),
        ("credit", "Credited"),
    ],
)
def test_what_asks_for_nothing_says_so(kind, said):
    (row,), headline = listed(document(kind=kind, issued="2026-11-20"))
    assert said in row
    for words in ("To be paid", "late", "by "):
        assert words not in row
    assert headline.strip() == "There is nothing to pay."


@pytest.mark.parametrize("kind", ["proforma", "deposit", "invoice", "tax-invoice"])
def test_what_asks_says_how_much_and_by_when(kind):
    (row,), headline = listed(document(kind=kind, issued="2026-11-20", due="2026-12-05"))
    assert "To be paid" in row
    assert "by 5 December" in row
    assert "to be paid" in headline


def test_a_quote_tells_how_long_it_is_valid():
    (row,), _ = listed(document(kind="quote", issued="2026-11-20", due="2026-12-05"))
    assert "valid until 5 December" in row
    (old,), _ = listed(document(kind="quote", issued="2026-10-01", due="2026-10-15"))
    assert "No longer valid" in old


def test_what_is_left_and_what_was_paid_too_much_are_told():
    part, over = document("A", issued="2026-11-20"), document("B", issued="2026-11-20")
    rows, _ = listed(part, over, payments=(payment("A", "180"), payment("B", "1200")))
    assert ["1,000.00 left" in row for row in rows] == [False, True]
    assert ["20.00 in your favour" in row for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("currency", "named"),
    [("GBP", "Sort code"), ("USD", "Routing number"), ("AUD", "BSB")],
)
def test_a_banks_number_has_the_name_of_its_country(currency, named):
    own = practice(bank=[{"currency": currency, "name": "W", "bank": "B", "sort_code": "060-7"}])
    kept = account(of=client(currency=currency), documents=(document(issued="2026-11-20"),))
    view = invoices.plan(workspace(kept, of=own), NOW).artifacts[0].content.view
    facts = Page(html("portal/invoices.html.j2", view, "en")).all("dt")
    assert [one.words for one in facts if one.words in ("Sort code", "Routing number", "BSB")] == [
        named
    ]
