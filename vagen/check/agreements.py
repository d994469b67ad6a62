"""Agreements whose parts do not make one price."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from vagen.model.agreement import Agreement, Retainer
from vagen.model.client import Client
from vagen.model.workspace import Workspace
from vagen.problems import Problem, say


def agreements(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Retainers that grant nothing or two things, and agreements in another currency."""
    del now
    return tuple(
        problem
        for account in workspace.accounts
        if account.client.agreement is not None
        for problem in (
            *_retainer(account.client.agreement.retainer),
            *_currency(account.client.agreement, account.client),
        )
    )


def _retainer(retainer: Retainer | None) -> Iterator[Problem]:
    if retainer is None:
        return
    granted = not retainer.lacks("hours", "amount")
    if granted and (retainer.hours is None) == (retainer.amount is None):
        message = (
            say("this retainer grants neither hours nor an amount")
            if retainer.hours is None
            else say("this retainer grants hours and an amount")
        )
        hint = say('give it one of the two: "hours: 20h" or "amount: 3000"')
        yield Problem(retainer.place(), "bad-retainer", message, hint)
    moved = retainer.rollover is not False or retainer.lacks("rollover")
    if retainer.expires is not None and not moved:
        yield Problem(
            retainer.place("expires"),
            "bad-retainer",
            say("nothing expires where nothing moves on"),
            say('add "rollover: yes", or take expires: away'),
        )


def _currency(agreement: Agreement, client: Client) -> Iterator[Problem]:
    billed = client.currency
    if agreement.currency not in (None, billed) and not client.lacks("currency"):
        yield Problem(
            agreement.place("currency"),
            "two-currencies",
            say(
                "the agreement is in {currency}, but the client is billed in {billed}",
                currency=agreement.currency,
                billed=billed,
            ),
            say("use one currency in both"),
            "warning",
        )
