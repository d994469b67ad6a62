"""What the law wants on an issued document: who sells, who buys, at which rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from vagen.check.severity import as_told
from vagen.model.document import Document
from vagen.model.practice import Practice
from vagen.model.record import Record
from vagen.model.workspace import Account, Workspace
from vagen.problems import Message, Problem, Span, say
from vagen.rules import parties
from vagen.rules.tax import category, missing_rate, mixes_outside_scope, wrong_rate


def tax(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Missing numbers and addresses of issued documents, and rates that can't be.

    A document whose PDF is stored is not drawn, so that its parties are not asked for. A client
    without documents needs no tax number.
    """
    del now
    found = []
    for account in workspace.accounts:
        for file in account.documents:
            found += [as_told(one, file) for one in _rates(workspace.practice, file.document)]
            if not file.document.draft and file.pdf is None and file.document.kind != "quote":
                found += _seller(workspace.practice, file.document)
                found += _buyer(workspace.practice, account, file.document)
    return tuple(found)


def _seller(practice: Practice, document: Document) -> Iterator[Problem]:
    side = parties.seller(document, practice, practice.language)
    if not parties.seller_needs_number(practice) or practice.lacks("tax.registration"):
        return
    own = document.seller
    if document.lacks("seller"):
        return
    lost = own.lacks("tax_number") if own else practice.lacks("tax.number")
    if not side.tax_number and not lost:
        at = own.place() if own else _part(practice, "tax", practice.tax)
        message = say("the seller's tax number is missing, which issued documents must show")
        hint = (
            say('add "tax_number: …" here')
            if own
            else say('add "number: …" below tax: in vagen.yaml')
        )
        yield _missing(at, message, hint)
    if not side.address and not (own or practice).lacks("address"):
        at = own.place() if own else practice.place()
        message = say("the seller's address is missing, which issued documents must show")
        yield _missing(at, message, say('add "address: …" here'))


def _buyer(practice: Practice, account: Account, document: Document) -> Iterator[Problem]:
    side = parties.buyer(document, account.client, account.client.language)
    of = document.buyer or account.client
    if document.lacks("buyer") or practice.lacks("tax.registration"):
        return
    at = of.place()
    needed = parties.buyer_needs_number(document, practice) and not of.lacks("tax_number")
    if needed and not side.tax_number:
        message = say(
            "the client's tax number is missing, which {number} must show", number=document.number
        )
        yield _missing(at, message, say('add "tax_number: …" here'))
    if parties.seller_needs_number(practice) and not side.address and not of.lacks("address"):
        yield Problem(
            at,
            "missing-address",
            say("the client's address is missing on {number}", number=document.number),
            say('add "address: …" here'),
            "warning",
        )


def _rates(practice: Practice, document: Document) -> Iterator[Problem]:
    if practice.lacks("tax.registration"):
        return
    for line in missing_rate(document, practice):
        if line.lacks("rate") or practice.lacks("tax.rates") or document.lacks("issued"):
            continue
        yield Problem(
            line.place("text"),
            "missing-rate",
            say("this line is taxed, but nobody says at which rate"),
            say('add "rate: 18%" to the line, or the rate to tax: rates: in vagen.yaml'),
        )
    for line in wrong_rate(document, practice):
        if line.lacks("tax"):
            continue
        yield Problem(
            line.place("rate"),
            "wrong-rate",
            say(
                "a line of category {category} can't be taxed at {rate}%",
                category=category(line, practice),
                rate=f"{line.rate:f}",
            ),
            say("category S has a rate above 0%; every other category has none"),
        )
    if mixes_outside_scope(document, practice) and not any(
        line.lacks("tax") for line in document.lines
    ):
        yield from _mixed(practice, document)


def _mixed(practice: Practice, document: Document) -> Iterator[Problem]:
    """At the first line that differs from the one before it."""
    first = category(document.lines[0], practice)
    for line in document.lines:
        if category(line, practice) != first:
            yield Problem(
                line.place("tax"),
                "mixed-tax",
                say("lines outside the scope of tax (O) stand beside others in one document"),
                say("write two documents (EN 16931, BR-O-11)"),
            )
            return


def _missing(at: Span, message: Message, hint: Message) -> Problem:
    return Problem(at, "missing-tax-detail", message, hint)


def _part(practice: Practice, name: str, part: Record) -> Span:
    """Where a part was typed; the whole practice where it is absent."""
    return part.place() if part.place().path else practice.place(name)
