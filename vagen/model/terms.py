"""When an invoice is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import PlainValidator

from vagen.model.calendar import last_of_month
from vagen.model.typed import in_any_case, instead, shown, text_schema, typed, written
from vagen.problems import Message, Wrong, say

MOST_DAYS = 365
_NET = re.compile(r"net\s*[-+]?\s*([0-9]{1,4})", re.IGNORECASE)
_EOM = re.compile(r"(?:eom|שוטף)\s*(?:[+]?\s*([0-9]{1,4}))?", re.IGNORECASE)
_DAY = re.compile(r"day\s*([0-9]{1,4})", re.IGNORECASE)
_RECEIPT = frozenset(["on receipt", "due on receipt", "מיידי", "מיידית"])
_DAYS_AFTER = re.compile(r"(?:within\s+)?([0-9]{1,3})\s*(?:days?|יום|ימים)", re.IGNORECASE)
_FORMS = say("terms are written {examples}", examples="net 15, EOM+15, on receipt, day 10")


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """Days after the issue, days after the end of its month, at once, or a day of the month."""

    kind: Literal["net", "eom", "receipt", "day"]
    days: int = 0

    @property
    def spelled(self) -> str:
        """`net 15`, `EOM+15`, `EOM`, `on receipt`, `day 10`."""
        match self.kind:
            case "net":
                return f"net {self.days}"
            case "eom":
                return f"EOM+{self.days}" if self.days else "EOM"
            case "receipt":
                return "on receipt"
            case "day":
                return f"day {self.days}"

    def __str__(self) -> str:
        return self.spelled

    def due(self, issued: date) -> date:
        """The due date of a document of that day.

        EOM+15 is 15 days after the last day of the issue's month (Israel: shotef + 15); day 10
        is the next 10th after the issue, day 31 the next last day of a month.
        """
        match self.kind:
            case "receipt":
                return issued
            case "net":
                return issued + timedelta(days=self.days)
            case "eom":
                return last_of_month(issued) + timedelta(days=self.days)
            case "day":
                this = _on(issued, self.days)
                return (
                    this if this > issued else _on(last_of_month(issued) + timedelta(1), self.days)
                )


def _on(month: date, day: int) -> date:
    last = last_of_month(month)
    return last.replace(day=min(day, last.day))


def read_terms(raw: object) -> PaymentTerms:
    """`net 15`, `EOM+15`, `on receipt`, `day 10`, and `שוטף+15`, `מיידי`; raises Wrong."""
    if isinstance(raw, PaymentTerms):
        return raw
    text = typed(raw, say("payment terms"), "net 15")
    if text.casefold() in _RECEIPT:
        return PaymentTerms("receipt")
    if parts := _NET.fullmatch(text):
        return PaymentTerms("net", _within(int(parts[1]), 0, MOST_DAYS))
    if parts := _EOM.fullmatch(text):
        return PaymentTerms("eom", _within(int(parts[1] or 0), 0, MOST_DAYS))
    if parts := _DAY.fullmatch(text):
        return PaymentTerms("day", _within(int(parts[1]), 1, 31))
    raise _not_terms(text)


def _within(days: int, least: int, most: int) -> int:
    if least <= days <= most:
        return days
    message: Message = say("{days} days are out of reach", days=days)
    raise Wrong("bad-terms", message, say("type {least} to {most}", least=least, most=most))


def _not_terms(text: str) -> Wrong:
    message = say('vagen knows no payment terms "{value}"', value=shown(text))
    days = _DAYS_AFTER.fullmatch(text)
    if days and int(days[1]) <= MOST_DAYS:
        return instead("bad-terms", message, f"net {int(days[1])}")
    if text.casefold() in {"immediate", "immediately", "at once", "now", "receipt", "cod"}:
        return instead("bad-terms", message, "on receipt")
    return Wrong("bad-terms", message, _FORMS)


Terms = Annotated[
    PaymentTerms,
    PlainValidator(read_terms), written(str),
    text_schema(
        rf"^({in_any_case('net')}\s*[-+]?\s*[0-9]+|({in_any_case('eom')}|שוטף)(\s*[+]?\s*[0-9]+)?|{in_any_case('day')}\s*[0-9]+"
        rf"|({in_any_case('due ')})?{in_any_case('on receipt')}|מיידית?)$",
        "net 15", "EOM+15", "on receipt", "day 10",
    ),
]  # fmt: skip
