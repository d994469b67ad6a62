"""How soon an answer comes: the promise of a channel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from vagen.model.duration import HOUR, SPELLINGS, read_minutes, spell
from vagen.model.typed import in_any_case, instead, shown, text_schema, typed, written
from vagen.problems import Wrong, say

MOST_MINUTES = 16 * HOUR
MOST_DAYS = 30
_DAYS = re.compile(r"([0-9]{1,3}) ?days?", re.IGNORECASE)
_LOOSE_DAYS = re.compile(
    r"([0-9]{1,3})\s*(?:d|(?:business|working|work)[ -]days?|ימי עסקים|יום|ימים)", re.IGNORECASE
)
_FORMS = say(
    "a promise is written {examples}: hours are working hours, days are business days",
    examples="30m, 4h, 1 day, 2 days",
)


@dataclass(frozen=True, slots=True)
class ReplyTime:
    """Working minutes (`4h`), or business days (`2 days`): one of the two."""

    minutes: int | None = None
    days: int | None = None

    @property
    def spelled(self) -> str:
        """`30m`, `4h`, `1 day`, `2 days`."""
        if self.minutes is not None:
            return spell(self.minutes)
        return "1 day" if self.days == 1 else f"{self.days} days"

    def __str__(self) -> str:
        return self.spelled


def read_promise(raw: object) -> ReplyTime:
    """`30m`, `4h` (working hours), `1 day` or `2 days` (business days); raises Wrong."""
    if isinstance(raw, ReplyTime):
        return raw
    text = typed(raw, say("a response promise"), "1 day")
    parts = _DAYS.fullmatch(text)
    if parts:
        return _in_days(int(parts[1]))
    loose = _LOOSE_DAYS.fullmatch(text)
    if loose:
        raise _not_a_promise(text, f"{loose[1]} days")
    try:
        minutes = read_minutes(text)
    except Wrong as wrong:
        raise _not_a_promise(text, wrong.replacement) from None
    return _in_minutes(minutes)


def _not_a_promise(text: str, meant: str | None) -> Wrong:
    message = say('"{value}" is no response promise', value=shown(text))
    if meant is None or text.isdigit():  # a bare 4 may be hours or days
        return Wrong("bad-promise", message, _FORMS)
    try:
        return instead("bad-promise", message, read_promise(meant).spelled)
    except Wrong as deeper:
        return deeper


def _in_days(days: int) -> ReplyTime:
    if 1 <= days <= MOST_DAYS:
        return ReplyTime(days=days)
    message = say("{days} days are no promise", days=days)
    raise Wrong("bad-promise", message, say("type 1 to {most} days", most=MOST_DAYS))


def _in_minutes(minutes: int) -> ReplyTime:
    if not minutes:
        raise Wrong("bad-promise", say("nobody answers in no time"), _FORMS)
    if minutes <= MOST_MINUTES:
        return ReplyTime(minutes=minutes)
    # 24h almost always means a day; as working hours it would be three.
    message = say("{value} would be working hours, which is several days", value=spell(minutes))
    days, rest = divmod(minutes, 24 * HOUR)
    if rest or days > MOST_DAYS:
        raise Wrong("bad-promise", message, _FORMS)
    raise instead("bad-promise", message, ReplyTime(days=days).spelled)


Promise = Annotated[
    ReplyTime,
    PlainValidator(read_promise),
    written(str),
    text_schema(
        f"^[0-9]+ ?{in_any_case('day')}[Ss]?$|{SPELLINGS}",
        "30m",
        "4h",
        "1 day",
        "2 days",
    ),
]
