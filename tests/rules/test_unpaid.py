from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import account, client, document, payment, workspace
from vagen.rules.ledger import balances
from vagen.rules.unpaid import ages, all_standings, unpaid

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KINDS = ("quote", "proforma", "deposit", "invoice", "receipt", "credit")


@st.composite
def accounts(draw):
    made = []
    for name in ("a", "b"):
        documents, payments = [], []
        for n in range(draw(st.integers(0, 5))):
            number = f"{name}-{n}"
            documents.append(
                document(
                    number,
                    kind=draw(st.sampled_from(KINDS)),
                    currency=draw(st.sampled_from(("GBP", "ILS", "JPY"))),
                    due=draw(st.dates(datetime(2026, 9, 1).date(), datetime(2026, 12, 31).date())),  # noqa: DTZ001
                )
            )
            if draw(st.booleans()):
                payments.append(payment(number, str(draw(st.sampled_from((1, 1000, 1500))))))
        made.append(account(name, client(), documents=documents, payments=tuple(payments)))
    return made


@given(accounts())
def test_every_unpaid_document_is_listed_once(made):
    every = all_standings(workspace(*made), NOW)
    listed = [(one.account.id, one.standing.number) for one in unpaid(every)]
    owed = [(one.account.id, one.standing.number) for one in every if one.standing.asks]
    assert sorted(listed) == sorted(set(owed))


@given(accounts())
def test_sums_are_the_ledgers_and_the_lists(made):
    every = all_standings(workspace(*made), NOW)
    rows = ages(every)
    ledger = dict(balances(tuple(one.standing for one in every)))
    for row in rows:
        mine = [one.standing for one in every if one.standing.totals.currency == row.currency]
        assert row.total == sum((one.balance for one in mine if one.asks), Decimal(0))
        assert row.total - row.back == ledger.get(row.currency, Decimal(0))
    assert ledger.keys() <= {row.currency for row in rows}


def test_ages_end_after_thirty_days_and_never_mix_currencies():
    documents = [
        document("1", due="2026-11-23"),
        document("2", due="2026-10-24"),
        document("3", due="2026-10-23"),
        document("4", due="2026-10-23", currency="ILS"),
    ]
    paid = (payment("1", "400"),)
    every = all_standings(workspace(account(documents=documents, payments=paid)), NOW)
    gross = every[0].standing.totals.gross
    found = [(one.currency, one.ahead, one.late, one.old) for one in ages(every)]
    assert found == [("GBP", gross - 400, gross, gross), ("ILS", 0, 0, gross)]


def test_what_is_to_be_given_back_lowers_no_sum():
    documents = [document("1"), document("2")]
    paid = (payment("1", "9000"),)
    every = all_standings(workspace(account(documents=documents, payments=paid)), NOW)
    (row,) = ages(every)
    gross = every[0].standing.totals.gross
    assert (row.total, row.back) == (gross, 9000 - gross)
