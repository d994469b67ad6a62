"""What the records of a month allow to be put on an invoice, and nothing that they don't say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vagen.model.agreement import Agreement, Retainer
from vagen.model.calendar import last_of_month
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
        return tuple(_of_retainer(account, practice, agreement.retainer, month))
    if agreement.rate is None:
        return ()
    rate = agreement.rate
    minutes = billed(_by_kind(account, practice, month), rounding_of(practice, account.client))
    most_first = sorted(minutes.items(), key=lambda one: (not one[0], -one[1], one[0]))
    return tuple(
        DraftLine("log", in_hours(total), rate, label) for label, total in most_first if total
    )


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
    account: Account, practice: Practice, retainer: Retainer, month: date
) -> Iterator[DraftLine]:
    yield DraftLine("retainer", Decimal(1), retainer.price)
    for one in _ended(account, practice, month):
        if one.over and retainer.overage is not None:
            yield DraftLine("overage", in_hours(one.over), retainer.overage)


def _ended(account: Account, practice: Practice, month: date) -> Iterator[RetainerMonth]:
    """The retainer months whose last day is in the month."""
    last = last_of_month(month)
    months = retainer_months(account, practice, last)
    return (one for one in months if month <= one.until <= last)


def _by_kind(account: Account, practice: Practice, month: date) -> dict[str, list[Logged]]:
    last, language = last_of_month(month), account.client.language
    found: dict[str, list[Logged]] = {}
    for entry in account.entries:
        if month <= entry.on <= last and entry.minutes and billable(entry, account, practice):
            kind = practice.kind(kind_of(entry, account) or "")
            label = kind.label.within(language) if kind else ""
            found.setdefault(label, []).append((entry.on, entry.minutes))
    return found
