"""The lines of an invoice that the records of a month allow."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pages.practice import account, client, document, document_file, entry, practice, task
from vagen.rules.drafting import (
    billable_lines,
    billed_already,
    month_to_bill,
    tax_as_before,
    usual_kind,
)

NOVEMBER = date(2026, 11, 1)
LOG = (
    entry("2026-10-31", 600, kind="email"),
    entry("2026-11-01", 50, kind="email"),
    entry("2026-11-30", 30, kind="email"),
    entry("2026-11-10", 120, task="plan"),
    entry("2026-11-10", 15),
    entry("2026-11-10", 60, kind="email", billable_mark=False),
    entry("2026-11-10", 60, kind="admin"),
    entry("2026-11-10", 0, kind="email", open=True),
    entry("2026-12-01", 600, kind="email"),
)


def lines(agreement: dict[str, object] | None, of=None, **kept: object) -> list[tuple[str, ...]]:
    whose = account(
        of=of or client(agreement=agreement),
        entries=LOG,
        tasks=(task("plan", kind="content"),),
        **kept,
    )
    found = billable_lines(whose, practice(), NOVEMBER)
    return [(one.source, one.label, str(one.quantity), str(one.price)) for one in found]


def test_billable_hours_of_the_month_by_kind_at_the_agreed_rate() -> None:
    assert lines({"since": "2026-01-01", "rate": "38"}) == [
        ("log", "Content", "2.00", "38"),
        ("log", "E-mail", "1.33", "38"),
        ("log", "", "0.25", "38"),
    ]


def test_hours_are_rounded_as_agreed() -> None:
    rounding = {"increment": "15", "mode": "up", "scope": "entry"}
    found = lines({"since": "2026-01-01", "rate": "38", "rounding": rounding})
    assert [one[2] for one in found] == ["2.00", "1.50", "0.25"]


@pytest.mark.parametrize(
    "agreement",
    [
        None,
        {"since": "2026-01-01"},
        {"since": "2026-12-01", "rate": "38"},
        {"since": "2026-01-01", "until": "2026-10-31", "rate": "38"},
    ],
)
def test_without_a_price_that_holds_there_are_no_lines(agreement: dict[str, object] | None) -> None:
    assert lines(agreement) == []


def test_a_retainer_is_its_price_and_not_its_hours() -> None:
    retainer = {"hours": "20h", "price": "4600", "overage": "260"}
    agreement = {"since": "2026-11-01", "rate": "38", "retainer": retainer}
    assert lines(agreement) == [("retainer", "", "1", "4600")]


def test_what_went_beyond_a_retainer_is_billed_where_its_month_ends() -> None:
    retainer = {"hours": "1h", "price": "100", "overage": "60"}
    # From the 16th to the 15th: of the log only the 1st and the 10th are in it.
    assert lines({"since": "2026-10-16", "retainer": retainer}) == [
        ("retainer", "", "1", "100"),
        ("overage", "", "12.08", "60"),
    ]
    del retainer["overage"]
    assert lines({"since": "2026-10-16", "retainer": retainer}) == [("retainer", "", "1", "100")]


@pytest.mark.parametrize(
    ("since", "until", "price"),
    [
        ("2026-11-30", None, True),
        ("2026-10-31", None, True),  # a month of theirs begins on 30 November
        ("2026-10-16", "2026-11-10", False),  # the last one began in October
        ("2026-12-01", None, False),
    ],
)
def test_a_retainer_is_billed_in_the_month_in_which_its_own_begins(
    since: str, until: str | None, *, price: bool
) -> None:
    retainer = {"hours": "20h", "price": "4600"}
    found = lines({"since": since, "until": until, "retainer": retainer})
    assert bool(found) is price


def test_what_went_beyond_the_last_retainer_month_is_billed_where_the_agreement_ends() -> None:
    retainer = {"hours": "1h", "price": "100", "overage": "60"}
    assert lines({"since": "2026-10-16", "until": "2026-11-10", "retainer": retainer}) == [
        ("overage", "", "12.08", "60")
    ]


def test_days_outside_of_the_agreement_are_not_billed_at_its_rate() -> None:
    found = lines({"since": "2026-11-10", "until": "2026-11-29", "rate": "38"})
    assert [one[1:3] for one in found] == [("Content", "2.00"), ("", "0.25")]


def test_the_newest_month_that_is_still_to_be_billed() -> None:
    def newest(*periods: tuple[str, str]) -> date | None:
        rows = [{"text": "Work", "price": "38", "source": "log"}]
        papers = tuple(
            document_file(document(period={"from": since, "to": until}, lines=rows))
            for since, until in periods
        )
        of = client(agreement={"since": "2026-01-01", "rate": "38"})
        whose = account(of=of, entries=LOG, documents=papers)
        return month_to_bill(whose, practice(), date(2026, 12, 1))

    assert newest() == NOVEMBER
    november, october = ("2026-11-01", "2026-11-30"), ("2026-10-01", "2026-10-31")
    assert newest(november) == date(2026, 10, 1)
    assert newest(november, october) is None


@pytest.mark.parametrize(
    ("keys", "billed"),
    [
        ({}, True),
        ({"number": None, "issued": None}, True),
        ({"period": {"from": "2026-11-30", "to": "2026-12-10"}}, True),
        ({"period": {"from": "2026-10-01", "to": "2026-10-31"}}, False),
        ({"kind": "quote"}, False),
        ({"kind": "receipt"}, False),
        ({"lines": [{"text": "Fixed", "price": "100", "source": "quote"}]}, False),
        ({"period": None}, False),
    ],
)
def test_a_document_with_logged_time_of_the_month_has_it_already(
    keys: dict[str, object], *, billed: bool
) -> None:
    usual = {
        "period": {"from": "2026-11-01", "to": "2026-11-30"},
        "lines": [{"text": "Work", "price": "38", "source": "log"}],
    }
    file = document_file(document(**(usual | keys)))
    found = billed_already(account(documents=(file,)), NOVEMBER)
    assert found == (file if billed else None)


@pytest.mark.parametrize(
    ("registration", "kind"),
    [
        ("none", "invoice"),
        ("us", "invoice"),
        ("il-exempt-dealer", "proforma"),
        ("il-licensed-dealer", "proforma"),
        ("eu-vat", "tax-invoice"),
        ("eu-small-business", "invoice"),
        ("uk-vat", "tax-invoice"),
        ("au-gst", "tax-invoice"),
    ],
)
def test_the_kind_that_asks_for_money_here(registration: str, kind: str) -> None:
    assert usual_kind(practice(tax={"registration": registration})) == kind


def test_the_kind_that_the_practice_numbers_comes_first() -> None:
    series = [{"kind": "quote"}, {"kind": "deposit"}, {"kind": "tax-invoice"}, {"kind": "invoice"}]
    own = practice(tax={"registration": "none"}, invoice={"numbering": series})
    assert usual_kind(own) == "invoice"  # a tax invoice is not theirs to issue


def test_the_tax_is_that_of_the_last_document_where_its_lines_agree() -> None:
    def of(number: str, issued: str, *taxes: str | None):
        rows = [{"text": "x", "price": "1", "tax": tax, "rate": "0%"} for tax in taxes]
        return document(number, issued=issued, lines=rows)

    old, new = of("1", "2026-01-01", "S"), of("2", "2026-02-01", "Z", "Z")
    line = tax_as_before(account(documents=(new, old)))
    assert line is not None
    assert line.tax == "Z"
    assert tax_as_before(account(documents=(of("3", "2026-03-01", "Z", "S"),))) is None
    assert tax_as_before(account(documents=(of("3", "2026-03-01", None),))) is None
    assert tax_as_before(account()) is None
