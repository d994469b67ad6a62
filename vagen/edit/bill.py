"""A new invoice: a draft without a number, with the lines that the records of its month allow."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vagen.edit.account import Kept, kept
from vagen.edit.change import Edit
from vagen.edit.form import begun, blank
from vagen.edit.scalar import as_yaml
from vagen.locale import Catalog, catalog
from vagen.locale.days import month as month_name
from vagen.model.calendar import last_of_month
from vagen.model.document import Line
from vagen.problems import say
from vagen.rules.drafting import (
    DraftLine,
    billable_lines,
    billed_already,
    tax_as_before,
    usual_kind,
)
from vagen.rules.due import terms_of
from vagen.source.glance import Glance


def invoice(glance: Glance, client: str, month: date) -> Edit:
    """content/clients/<id>/invoices/draft-YYYY-MM.yaml; `month` is the first day of one."""
    found = kept(glance, client)
    if isinstance(found, Edit):
        return found
    practice, account = found.workspace.practice, found.account
    own, theirs = catalog(practice.language), catalog(account.client.language)
    agreed = account.client.agreement
    about = theirs.gettext("Work in {month}")
    values = {
        "terms": _terms(found, own),
        "already": _already(found, month, own),
        "kind": usual_kind(practice),
        "since": month.isoformat(),
        "until": last_of_month(month).isoformat(),
        "subject": as_yaml(about.format(month=month_name(month, account.client.language))),
        "currency": (agreed.currency if agreed else None) or account.client.currency,
        "lines": "\n".join(_lines(found, month, theirs, own)),
        **_sides(found),
    }
    path = f"{account.folder}/invoices/draft-{month:%Y-%m}.yaml"
    instead = say("open it in your editor, or give another month: {option}", option="--month")
    draft = blank("invoice.yaml", practice.language, path, values)
    return begun(glance, draft, instead)


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


def _already(found: Kept, month: date, own: Catalog) -> str:
    """That another document has the hours of this month: they are not put on two."""
    file = billed_already(found.account, month)
    if file is None:
        return ""
    form = own.gettext("{name} has logged time of these days already: it is not repeated here.")
    return "# " + form.format(name=file.document.number or file.name)


def _lines(found: Kept, month: date, theirs: Catalog, own: Catalog) -> list[str]:
    """What the records allow, else one line to be typed."""
    account, practice = found.account, found.workspace.practice
    repeated = billed_already(account, month) is not None
    drafted = () if repeated else billable_lines(account, practice, month)
    tax = _tax(tax_as_before(account))
    when = month_name(month, account.client.language)
    if not drafted:
        about = as_yaml(theirs.gettext("Work in {month}").format(month=when))
        remark = own.gettext("the price of one, net")
        return [f"  - text: {about}", "    quantity: 1", f"    price: 0  # {remark}", *tax]
    return [line for one in drafted for line in (*_typed(one, when, theirs), *tax)]


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
