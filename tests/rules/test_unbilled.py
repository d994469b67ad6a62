from datetime import date
from decimal import Decimal

from tests.pages.practice import account, client, document, entry, payment, workspace
from vagen.rules.ledger import standings
from vagen.rules.unbilled import unbilled

DAY = date(2026, 11, 23)
HOURS = [{"text": "Work", "quantity": "10", "unit": "hour", "price": "100"}]
FIXED = [{"text": "A project", "quantity": "1", "unit": "fixed", "price": "100", "source": "quote"}]
OCTOBER = {"from": "2026-10-01", "to": "2026-10-31"}
LOGGED = (entry("2026-09-30", 30), entry("2026-10-05", 60), entry("2026-11-05", 90))


def of(*documents, entries=LOGGED, payments=(), **agreement):
    agreed = {"since": "2026-09-01", "rate": "40"} | agreement
    one = account(
        of=client(agreement=agreed), entries=entries, documents=documents, payments=payments
    )
    space = workspace(one)
    return unbilled(space, one, standings(space, one, DAY), DAY)


def test_time_outside_every_billed_period_is_ready():
    found = of(document(period=OCTOBER, lines=HOURS))
    assert (found.minutes, found.since, found.until) == (120, date(2026, 9, 30), date(2026, 11, 5))
    assert (found.sum, found.currency, found.guessed) == (Decimal(80), "GBP", False)


def test_an_invoice_for_a_project_bills_no_time():
    assert of(document(period=OCTOBER, lines=FIXED)).minutes == 180


def test_drafts_and_quotes_bill_nothing():
    draft = document(None, issued=None, period=OCTOBER)
    found = of(draft, document(kind="quote", period=OCTOBER))
    assert (found.minutes, found.drafts) == (180, 1)


def test_an_invoice_without_a_period_is_taken_to_bill_what_came_before_it():
    found = of(document(issued="2026-11-05", lines=HOURS))
    assert (found.minutes, found.guessed) == (90, True)


def test_an_invoice_that_was_credited_in_full_bills_nothing_any_more():
    first = document("1", period=OCTOBER, lines=HOURS)
    back = document("2", kind="credit", original="1", lines=HOURS)
    assert of(first).minutes == 120
    assert of(first, back).minutes == 180


def test_an_invoice_that_was_paid_still_bills_its_days():
    found = of(document("1", period=OCTOBER), payments=(payment("1", "9999"),))
    assert found.minutes == 120


def test_without_a_rate_there_is_no_sum():
    assert of(rate=None).sum is None


def test_what_is_not_billable_or_still_runs_is_not_counted():
    entries = (entry("2026-11-05", 90, billable_mark=False), entry("2026-11-06", 0, open=True))
    assert of(entries=entries) is None


def test_months_of_a_retainer_that_ended_without_an_invoice_are_named_with_what_went_over():
    retainer = {"hours": "1h", "price": "100"}
    entries = (entry("2026-09-10", 100), entry("2026-10-10", 75), entry("2026-11-05", 90))
    found = of(document(period=OCTOBER), entries=entries, rate=None, retainer=retainer)
    assert found.within
    assert ([one.since for one in found.months], found.over) == ([date(2026, 9, 1)], 40)
