"""A new invoice: a draft without a number, with the lines that the records of its month allow."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal

from vagen.edit.account import Kept, kept
from vagen.edit.change import Edit
from vagen.edit.form import begun, blank, refused
from vagen.edit.scalar import as_yaml
from vagen.locale import Catalog, catalog
from vagen.locale.days import month as month_name
from vagen.model.calendar import last_of_month
from vagen.model.document import Line
from vagen.problems import Problem, Span, say
from vagen.rules.drafting import (
    DraftLine,
    billed_already,
    month_to_bill,
    priced,
    tax_as_before,
    unbilled_lines,
    usual_kind,
)
from vagen.rules.due import terms_of
from vagen.source.glance import Glance


def invoice(glance: Glance, client: str, month: date, *, by_hand: bool = False) -> Edit:
    """content/clients/<id>/invoices/draft-YYYY-MM.yaml; `month` is the first day of one.

    With `by_hand` it has one line to type, whatever the records say.
    """
    found = kept(glance, client)
    if isinstance(found, Edit):
        return found
    account, practice = found.account, found.workspace.practice
    path = f"{account.folder}/invoices/draft-{month:%Y-%m}.yaml"
    drafted = () if by_hand else unbilled_lines(account, practice, month)
    if not drafted and not by_hand and not os.path.lexists(glance.root / path):
        return refused(glance, [_nothing(found, month)])
    instead = say("open it in your editor, or give another month: {option}", option="--month")
    values = _values(found, month, drafted)
    return begun(glance, blank("invoice.yaml", practice.language, path, values), instead)


def _nothing(found: Kept, month: date) -> Problem:
    """Why there is nothing to bill, and what there is instead."""
    account, name = found.account, f"vagen new invoice {found.account.id}"
    other = month_to_bill(account, found.workspace.practice, month)
    typed = f"{name} --month {other:%Y-%m}" if other else f"{name} --month {month:%Y-%m} --blank"
    hint = (
        say("{month} is still to be billed: {command}", month=f"{other:%Y-%m}", command=typed)
        if other
        else say("to type its lines yourself: {command}", command=typed)
    )
    billed = billed_already(account, month)
    if billed is not None:
        told = say("time of {month} is on this document already", month=f"{month:%Y-%m}")
        return Problem(Span(billed.path), "nothing-to-bill", told, hint)
    if not priced(account, month):
        told = say("no rate and no retainer is agreed for {month}", month=f"{month:%Y-%m}")
        return Problem(Span(f"{account.folder}/client.yaml"), "nothing-to-bill", told, hint)
    told = say("no billable time is logged in {month}", month=f"{month:%Y-%m}")
    return Problem(Span(f"{account.folder}/time"), "nothing-to-bill", told, hint)


def _values(found: Kept, month: date, drafted: tuple[DraftLine, ...]) -> dict[str, str]:
    """What stands in the template, in the owner's language where only they read it."""
    client, practice = found.account.client, found.workspace.practice
    own, theirs = catalog(practice.language), catalog(client.language)
    agreed = client.agreement
    when = month_name(month, client.language)
    subject = as_yaml(theirs.gettext("Work in {month}").format(month=when))
    tax = _tax(tax_as_before(found.account))
    lines = [line for one in drafted for line in (*_typed(one, when, theirs), *tax)]
    return {
        "terms": _terms(found, own),
        "kind": usual_kind(practice),
        "since": month.isoformat(),
        "until": last_of_month(month).isoformat(),
        "subject": subject,
        "currency": (agreed.currency if agreed else None) or client.currency,
        "lines": "\n".join(lines or [*_to_type(subject, own), *tax]),
        **_sides(found),
    }


def _to_type(subject: str, own: Catalog) -> list[str]:
    """One line without a price."""
    remark = own.gettext("the price of one, net")
    return [f"  - text: {subject}", "    quantity: 1", f"    price: 0  # {remark}"]


def _sides(found: Kept) -> dict[str, str]:
    """Who writes to whom, for the comment: the details are those of the day of issue."""
    practice, client = found.workspace.practice, found.account.client
    language = client.language
    mine = practice.legal_name or practice.name
    theirs = client.legal_name or client.name
    names = {"seller": mine.within(language), "buyer": theirs.within(language)}
    return {side: " ".join(name.split()) for side, name in names.items()}


def _terms(found: Kept, own: Catalog) -> str:
    """When it will be due, and who says so."""
    client = found.account.client
    terms = terms_of(found.workspace.practice, client)
    if terms is None:
        return own.gettext("Due on the day of issue: no terms were agreed.")
    agreed = client.agreement is not None and client.agreement.terms is not None
    form = (
        own.gettext("Due by the terms of the agreement: {terms}.")
        if agreed
        else own.gettext("Due by the terms in vagen.yaml: {terms}.")
    )
    return form.format(terms=terms.spelled)


def _typed(line: DraftLine, when: str, theirs: Catalog) -> list[str]:
    texts = {
        "log": line.label or theirs.gettext("Other work"),
        "retainer": theirs.gettext("Retainer, {month}").format(month=when),
        "overage": theirs.gettext("Hours beyond the retainer"),
    }
    return [
        f"  - text: {as_yaml(' '.join(texts[line.source].split()))}",
        f"    quantity: {line.quantity:f}",
        f"    unit: {'month' if line.source == 'retainer' else 'hour'}",
        f"    price: {line.price:f}",
        f"    source: {'log' if line.source == 'log' else 'retainer'}",
    ]


def _tax(before: Line | None) -> list[str]:
    """The tax of this client's last document, which each line states."""
    if before is None:
        return []
    rate = [] if before.rate is None else [f"    rate: {_plain(before.rate)}%"]
    return [f"    tax: {before.tax}", *rate]


def _plain(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
