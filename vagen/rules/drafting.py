"""What the records of a month allow to be put on an invoice, and nothing that they don't say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vagen.model.agreement import Agreement, Retainer
from vagen.model.calendar import MONTHS, last_of_month, months_after
from vagen.model.document import Line
from vagen.model.invoicing import DocumentKind
from vagen.model.practice import Practice
from vagen.model.workspace import Account, DocumentFile
from vagen.rules.kinds import billable, kind_of
from vagen.rules.ledger import ASKS
from vagen.rules.retainer import RetainerMonth, retainer_months
from vagen.rules.rounding import Logged, billed, in_hours, rounding_of
from vagen.rules.titles import copies_only, forbidden

_LOGGED = frozenset({"log", "retainer"})


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line to be billed. `label` is the kind of work, as the client reads it, empty without."""

    source: Literal["log", "retainer", "overage"]
    quantity: Decimal
    price: Decimal
    label: str = ""


def billable_lines(account: Account, practice: Practice, month: date) -> tuple[DraftLine, ...]:
    """The lines of the month that begins on `month`.

    With a retainer its price, and what went beyond it in a retainer month that ends in this month,
    where a price for that was agreed; else the hours of each kind at the agreed rate. Without one
    of these prices there are no lines.
    """
    agreement = account.client.agreement
    if agreement is None or not _in_force(agreement, month):
        return ()
    if agreement.retainer is not None:
        return tuple(_of_retainer(account, practice, agreement, agreement.retainer, month))
    if agreement.rate is None:
        return ()
    rate = agreement.rate
    days = max(month, agreement.since), min(last_of_month(month), agreement.until or date.max)
    minutes = billed(_by_kind(account, practice, *days), rounding_of(practice, account.client))
    most_first = sorted(minutes.items(), key=lambda one: (not one[0], -one[1], one[0]))
    return tuple(
        DraftLine("log", in_hours(total), rate, label) for label, total in most_first if total
    )


def priced(account: Account, month: date) -> bool:
    """Whether a rate or a retainer was agreed for days of the month."""
    agreement = account.client.agreement
    if agreement is None or not _in_force(agreement, month):
        return False
    return agreement.retainer is not None or agreement.rate is not None


def month_to_bill(account: Account, practice: Practice, before: date) -> date | None:
    """The newest of the months before one that has something to bill and is on no document."""
    months = (months_after(before, -back) for back in range(1, MONTHS + 1))
    return next((one for one in months if unbilled_lines(account, practice, one)), None)


def unbilled_lines(account: Account, practice: Practice, month: date) -> tuple[DraftLine, ...]:
    """The lines of a month, none where a document has logged time of its days already."""
    if billed_already(account, month) is not None:
        return ()
    return billable_lines(account, practice, month)


def billed_already(account: Account, month: date) -> DocumentFile | None:
    """A document, issued or a draft, that has logged time or a retainer of days in this month."""
    last = last_of_month(month)
    for file in account.documents:
        period = file.document.period
        told = any(line.source in _LOGGED for line in file.document.lines)
        if (
            file.document.kind in ASKS
            and told
            and period
            and period.since <= last
            and month <= period.until
        ):
            return file
    return None


def usual_kind(practice: Practice) -> DocumentKind:
    """The kind of document by which this practice asks for money: that of its own numbering.

    Where that does not say, what its registration asks with: a tax invoice where VAT or GST is
    charged and vagen may issue it, a proforma in Israel, else an invoice.
    """
    own = [series.kind for series in practice.invoice.numbering]
    for kind in own:
        if kind in ASKS and kind != "deposit" and _may(practice, kind):
            return kind
    registration = practice.tax.registration
    if registration.startswith("il-"):
        return "proforma"
    return "tax-invoice" if _may(practice, "tax-invoice") else "invoice"


def tax_as_before(account: Account) -> Line | None:
    """A line of the client's newest issued document, where all its lines state one tax.

    What was right for this client the last time is likely to be right now.
    """
    issued = [file.document for file in account.documents if file.document.issued]
    newest = max(issued, key=lambda one: one.issued or date.min, default=None)
    lines = newest.lines if newest else ()
    taxes = {(line.tax, line.rate) for line in lines}
    return lines[0] if len(taxes) == 1 and lines[0].tax else None


def _in_force(agreement: Agreement, month: date) -> bool:
    begun = agreement.since <= last_of_month(month)
    return begun and (agreement.until is None or month <= agreement.until)


def _may(practice: Practice, kind: DocumentKind) -> bool:
    return kind not in forbidden(practice.tax.registration) and not copies_only(practice, kind)


def _of_retainer(
    account: Account, practice: Practice, agreement: Agreement, retainer: Retainer, month: date
) -> Iterator[DraftLine]:
    """The price of the retainer month that begins in this month, and what the last went beyond."""
    begins = month.replace(day=min(agreement.since.day, last_of_month(month).day))
    if agreement.since <= begins <= (agreement.until or date.max):
        yield DraftLine("retainer", Decimal(1), retainer.price)
    for one in _ended(account, practice, agreement, month):
        if one.over and retainer.overage is not None:
            yield DraftLine("overage", in_hours(one.over), retainer.overage)


def _ended(
    account: Account, practice: Practice, agreement: Agreement, month: date
) -> Iterator[RetainerMonth]:
    """The retainer months whose last day, or that of the agreement, is in the month."""
    end = agreement.until or date.max
    months = retainer_months(account, practice, min(last_of_month(month), end))
    return (one for one in months if month <= min(one.until, end) <= last_of_month(month))


def _by_kind(
    account: Account, practice: Practice, since: date, until: date
) -> dict[str, list[Logged]]:
    language = account.client.language
    found: dict[str, list[Logged]] = {}
    for entry in account.entries:
        if since <= entry.on <= until and entry.minutes and billable(entry, account, practice):
            kind = practice.kind(kind_of(entry, account) or "")
            label = kind.label.within(language) if kind else ""
            found.setdefault(label, []).append((entry.on, entry.minutes))
    return found
