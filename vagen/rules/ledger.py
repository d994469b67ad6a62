"""Where every issued document stands: what was paid, what is still owed, since when it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vagen.model.document import Document, Payment
from vagen.model.invoicing import DocumentKind
from vagen.model.money import rounded
from vagen.model.workspace import Account, DocumentFile, Workspace
from vagen.rules.due import due_date
from vagen.rules.totals import Totals, currency_of, totals

State = Literal["open", "part", "paid", "late", "credited", "quote"]
_NOTHING = Decimal(0)
ASKS: frozenset[DocumentKind] = frozenset({"proforma", "deposit", "invoice", "tax-invoice"})
"""The kinds that ask for money: quotes do not yet, receipts thank for it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An issued document on a day. Amounts are in its own currency.

    `credited` is what credit notes took off it; `balance` what is still owed, below 0 where more
    was paid than owed. `late_days` count from the day after the due date.
    """

    file: DocumentFile
    number: str
    issued: date
    due: date
    totals: Totals
    payments: tuple[Payment, ...]
    credited: Decimal
    paid: Decimal
    balance: Decimal
    state: State
    late_days: int

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.file.document

    @property
    def asks(self) -> bool:
        """Whether the client is to pay something on it."""
        return self.document.kind in ASKS and self.balance > 0


@dataclass(frozen=True, slots=True)
class _Bill:
    """An issued document before anybody paid; `corrects` is the number of a credit's original."""

    file: DocumentFile
    number: str
    issued: date
    due: date
    totals: Totals
    corrects: str = ""

    @property
    def owed(self) -> Decimal:
        if self.file.document.kind == "credit":
            return _NOTHING if self.corrects else -self.totals.gross
        return self.totals.gross if self.file.document.kind in ASKS else _NOTHING


def standings(workspace: Workspace, account: Account, today: date) -> tuple[Standing, ...]:
    """Every issued document of a client, newest first. `today` is the client's.

    Quotes, receipts, and invoices that are their own receipt owe nothing. A credit note lowers
    what the document it names owes; one that names none is owed to the client. Payments are
    matched by number and count in the document's currency only (`stray_payments` has the rest);
    one that names a credit note counts on the document that it corrects.
    """
    bills = _bills(workspace, account)
    stands_for = {bill.number: bill.corrects for bill in bills if bill.corrects}
    found = []
    for bill in bills:
        credits_ = [one.totals.gross for one in bills if one.corrects == bill.number]
        payments = [
            one
            for one in account.payments
            if stands_for.get(one.document, one.document) == bill.number
            and one.currency in (None, bill.totals.currency)
        ]
        found.append(_standing(bill, sum(credits_, _NOTHING), payments, today))
    return tuple(sorted(found, key=lambda one: (one.issued, one.number), reverse=True))


def balances(found: tuple[Standing, ...]) -> tuple[tuple[str, Decimal], ...]:
    """What is owed in sum, a currency each, sorted by currency; those that owe nothing left out."""
    sums: dict[str, Decimal] = {}
    for one in found:
        currency = one.totals.currency
        sums[currency] = sums.get(currency, _NOTHING) + one.balance
    return tuple((currency, amount) for currency, amount in sorted(sums.items()) if amount)


def stray_payments(account: Account) -> tuple[Payment, ...]:
    """The payments that count nowhere: no document of the client has their number and currency."""
    known = {
        file.document.number: currency_of(file.document, account.client)
        for file in account.documents
        if file.document.number
    }
    return tuple(
        payment
        for payment in account.payments
        if payment.document not in known or payment.currency not in (None, known[payment.document])
    )


def unmatched_credits(account: Account) -> tuple[DocumentFile, ...]:
    """The credit notes whose original the client does not have, or has in another currency."""
    issued = [file for file in account.documents if file.document.number]
    return tuple(
        file
        for file in issued
        if file.document.kind == "credit"
        and file.document.original
        and not _corrects(file, issued, account)
    )


def _bills(workspace: Workspace, account: Account) -> list[_Bill]:
    practice, client = workspace.practice, account.client
    bills = []
    for file in account.documents:
        number, issued = file.document.number, file.document.issued
        if number is None or issued is None:
            continue
        due = due_date(file.document, practice, client) or issued
        sums = totals(file.document, practice, client)
        corrects = _corrects(file, account.documents, account)
        bills.append(_Bill(file, number, issued, due, sums, corrects))
    return bills


def _corrects(
    file: DocumentFile, among: tuple[DocumentFile, ...] | list[DocumentFile], account: Account
) -> str:
    """The number of the document that a credit note corrects, empty where nothing matches."""
    credit = file.document
    if credit.kind != "credit" or credit.original is None:
        return ""
    currency = currency_of(credit, account.client)
    for other in among:
        matches = other.document.number == credit.original and other.document.kind in ASKS
        if matches and currency_of(other.document, account.client) == currency:
            return credit.original
    return ""


def _standing(bill: _Bill, credited: Decimal, payments: list[Payment], today: date) -> Standing:
    currency = bill.totals.currency
    paid = rounded(sum((one.amount for one in payments), _NOTHING), currency)
    balance = rounded(bill.owed - credited - paid, currency)
    state = _state(bill, credited, paid, balance, today)
    return Standing(
        file=bill.file,
        number=bill.number,
        issued=bill.issued,
        due=bill.due,
        totals=bill.totals,
        payments=tuple(sorted(payments, key=lambda one: (one.on, one.amount, one.via))),
        credited=rounded(credited, currency),
        paid=paid,
        balance=balance,
        state=state,
        late_days=(today - bill.due).days if state == "late" else 0,
    )


def _state(bill: _Bill, credited: Decimal, paid: Decimal, balance: Decimal, today: date) -> State:
    kind = bill.file.document.kind
    if kind == "quote":
        return "quote"
    if kind == "credit":
        return "credited"
    if balance <= 0 or kind not in ASKS:
        return "credited" if credited and not paid else "paid"
    if today > bill.due:
        return "late"
    return "part" if paid > 0 else "open"
