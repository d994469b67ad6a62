"""Documents of money that may not go out as they stand, or say two things at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from vagen.check.severity import as_told
from vagen.model.document import Document
from vagen.model.practice import Practice
from vagen.model.workspace import Account, DocumentFile, Workspace
from vagen.problems import Problem, say
from vagen.rules.ledger import unmatched_credits
from vagen.rules.titles import forbidden, issuable
from vagen.rules.totals import currency_of, totals


def documents(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """What is wrong with documents in themselves; of a draft, which nobody else sees, a warning."""
    del now
    return tuple(
        as_told(problem, file)
        for account in workspace.accounts
        for file in account.documents
        for problem in _of_document(workspace.practice, account, file)
    )


def _of_document(practice: Practice, account: Account, file: DocumentFile) -> Iterator[Problem]:
    yield from _half_issued(file.document)
    yield from _kind(practice, file)
    yield from _lines(file.document)
    yield from _discount(practice, account, file.document)
    yield from _credit(account, file)
    yield from _currencies(account, file.document)


def _half_issued(document: Document) -> Iterator[Problem]:
    """A number and a day of issue make a document: with one of the two it is neither."""
    if document.lacks("number", "issued"):
        return
    if document.number is not None and document.issued is None:
        yield Problem(
            document.place("number"),
            "half-issued",
            say("this document has a number, but no day of issue"),
            say('add a line "issued: 2026-11-30", or take the number away: then it is a draft'),
        )
    elif document.number is None and document.issued is not None:
        yield Problem(
            document.place("issued"),
            "half-issued",
            say("this document has a day of issue, but no number"),
            say('add a line "number: …", or take the day away: then it is a draft'),
        )


def _kind(practice: Practice, file: DocumentFile) -> Iterator[Problem]:
    kind, registration = file.document.kind, practice.tax.registration
    at = file.document.place("kind")
    if file.document.lacks("kind") or practice.lacks("tax.registration", "tax.i_print_and_sign"):
        return
    if kind in forbidden(registration):
        yield Problem(
            at,
            "forbidden-kind",
            say(
                "a practice registered as {registration} may not issue a {kind}",
                registration=registration,
                kind=kind,
            ),
            say("make it an invoice, or correct tax: registration: in vagen.yaml"),
        )
    elif not issuable(practice, file):
        yield Problem(
            at,
            "copy-only",
            say("a {kind} is issued and signed in a registered program, not here", kind=kind),
            say(
                'put that program\'s PDF beside this file as "{name}.pdf", or ask for payment with'
                " a proforma; who prints and signs on paper sets i_print_and_sign: yes",
                name=file.name,
            ),
        )


def _lines(document: Document) -> Iterator[Problem]:
    if not document.lines and not document.lacks("lines"):
        yield Problem(
            document.place("lines"),
            "no-lines",
            say("this document has no lines"),
            say('add one: "- text: …" and below it "  price: …"'),
        )


def _discount(practice: Practice, account: Account, document: Document) -> Iterator[Problem]:
    given = document.discount
    if given is None or not given.whole:
        return
    if (given.percent is None) == (given.amount is None):
        message = (
            say("this discount has neither a percentage nor an amount")
            if given.percent is None
            else say("this discount has a percentage and an amount")
        )
        hint = say('give it one of the two: "percent: 10%" or "amount: 100"')
        yield Problem(given.place(), "bad-discount", message, hint)
        return
    sums = totals(document, practice, account.client)
    if not document.whole or practice.lacks("tax.rates", "tax.registration"):
        return
    if given.amount is not None and Decimal(0) <= sums.lines_sum < sums.discount:
        message = say("this discount is more than the lines come to ({sum})", sum=sums.lines_sum)
        hint = say("type {sum} or less", sum=sums.lines_sum)
        yield Problem(given.place("amount"), "bad-discount", message, hint)


def _credit(account: Account, file: DocumentFile) -> Iterator[Problem]:
    document = file.document
    if document.kind != "credit" or document.lacks("kind", "original"):
        return
    if document.original is None:
        yield Problem(
            document.place("kind"),
            "credit-without-original",
            say("this credit note does not say which document it corrects"),
            say('add a line "original: …" with the number of that document'),
            "warning",
        )
        return
    numbers = {one.document.number for one in account.documents}
    if account.client.lacks("currency") or not all(one.document.whole for one in account.documents):
        return
    if file in unmatched_credits(account) and document.original in numbers:
        yield Problem(
            document.place("original"),
            "credit-mismatch",
            say(
                "{number} asks for no money in {currency}, so that there is nothing to correct",
                number=document.original,
                currency=currency_of(document, account.client),
            ),
            say("name the invoice itself, in the same currency"),
        )


def _currencies(account: Account, document: Document) -> Iterator[Problem]:
    currency, client = currency_of(document, account.client), account.client
    agreed = client.agreement.currency if client.agreement else None
    if document.lacks("currency") or client.lacks("currency", "agreement"):
        return
    if document.exchange is not None and document.exchange.currency == currency:
        yield Problem(
            document.exchange.place("currency"),
            "two-currencies",
            say("this rate turns {currency} into {currency}", currency=currency),
            say("name the currency that the amounts are turned into, or take exchange: away"),
            "warning",
        )
    elif (
        currency not in (client.currency, agreed)
        and document.exchange is None
        and not document.lacks("exchange")
    ):
        yield Problem(
            document.place("currency"),
            "two-currencies",
            say(
                "this document is in {currency}, but the client is billed in {billed}",
                currency=currency,
                billed=agreed or client.currency,
            ),
            say("use one currency, or add exchange: with the rate, its day and its source"),
            "warning",
        )
