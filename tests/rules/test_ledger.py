from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import account, document, payment, practice, workspace
from vagen.rules.ledger import balances, standings, stray_payments, unmatched_credits

D = Decimal
NOTAX = practice(tax={"registration": "none"})
TODAY = date(2026, 11, 23)


def standing(*payments, documents=None, today=TODAY, number="2026-0001"):
    whose = account(documents=documents or (document(),), payments=payments)
    found = standings(workspace(whose, of=NOTAX), whose, today)
    return next(one for one in found if one.number == number)


@pytest.mark.parametrize(
    ("payments", "today", "state", "balance", "late_days"),
    [
        # 1000.00, issued on the 1st, due on the 16th.
        ((), date(2026, 11, 16), "open", "1000", 0),
        ((), date(2026, 11, 17), "late", "1000", 1),
        (("400",), date(2026, 11, 16), "part", "600", 0),
        (("400",), date(2026, 11, 23), "late", "600", 7),
        (("400", "600"), date(2026, 11, 23), "paid", "0", 0),
        (("1000.01",), date(2026, 11, 23), "paid", "-0.01", 0),
        (("1000", "-1000"), date(2026, 11, 16), "open", "1000", 0),
    ],
)
def test_the_state_of_an_invoice(payments, today, state, balance, late_days):
    found = standing(*(payment("2026-0001", one) for one in payments), today=today)
    assert (found.state, found.balance, found.late_days) == (state, D(balance), late_days)
    assert found.asks == (D(balance) > 0)


def test_drafts_have_no_standing():
    whose = account(documents=(document(None), document("2026-0002", issued=None)))
    assert standings(workspace(whose), whose, TODAY) == ()


@pytest.mark.parametrize(
    ("kind", "state"),
    [("quote", "quote"), ("receipt", "paid"), ("tax-invoice-receipt", "paid")],
)
def test_quotes_and_receipts_owe_nothing(kind, state):
    found = standing(documents=(document(kind=kind),), today=date(2027, 1, 1))
    assert (found.state, found.balance, found.asks) == (state, 0, False)


def test_a_credit_note_lowers_what_its_original_owes():
    credit = document(
        "C-1", kind="credit", original="2026-0001", lines=[{"text": "Back", "price": "250"}]
    )
    both = (document(), credit)
    assert standing(documents=both).balance == D(750)
    assert standing(documents=both).credited == D(250)
    assert standing(documents=both, number="C-1").balance == 0
    assert standing(documents=both, number="C-1").state == "credited"
    # Paid in full before, then paid back: the refund names the credit note.
    paid = (payment("2026-0001", "1000"), payment("C-1", "-250"))
    assert standing(*paid, documents=both).balance == 0


def test_a_credit_note_over_all_of_it_closes_the_document():
    credit = document("C-1", kind="credit", original="2026-0001")
    assert standing(documents=(document(), credit)).state == "credited"


def test_a_credit_note_without_its_document_is_owed_to_the_client():
    credit = document("C-1", kind="credit", original="2025-0999")
    whose = account(documents=(credit,))
    found = standings(workspace(whose, of=NOTAX), whose, TODAY)
    assert balances(found) == (("GBP", D("-1000.00")),)
    assert unmatched_credits(whose) == whose.documents


def test_currencies_never_add_up():
    documents = (document(), document("2026-0002", currency="EUR"))
    whose = account(documents=documents, payments=(payment("2026-0001", "100", currency="EUR"),))
    found = standings(workspace(whose, of=NOTAX), whose, TODAY)
    assert balances(found) == (("EUR", D(1000)), ("GBP", D(1000)))
    assert stray_payments(whose) == whose.payments


def test_a_payment_for_no_document_is_stray():
    whose = account(documents=(document(),), payments=(payment("2026-0009", "1"),))
    assert stray_payments(whose) == whose.payments


def test_newest_first():
    documents = (
        document("A", issued="2026-10-01"),
        document("C", issued="2026-11-01"),
        document("B", issued="2026-11-01"),
    )
    whose = account(documents=documents)
    found = standings(workspace(whose, of=NOTAX), whose, TODAY)
    assert [one.number for one in found] == ["C", "B", "A"]


def test_any_order_of_payments_comes_to_the_same():
    parts = (payment("2026-0001", "300"), payment("2026-0001", "300"), payment("2026-0001", "-50"))
    assert len({standing(*one) for one in permutations(parts)}) == 1


@given(st.lists(st.decimals(-500, 1500, places=2), max_size=12))
def test_what_is_owed_is_the_gross_less_what_came(sums):
    payments = tuple(payment("2026-0001", "0").model_copy(update={"amount": one}) for one in sums)
    found = standing(*payments)
    assert found.balance == found.totals.gross - sum(sums)
    assert (found.state in ("open", "part", "late")) == (found.balance > 0)
