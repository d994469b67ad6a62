"""How long something takes, in whole minutes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from vagen.model.typed import ReadBy, instead, shown, text_schema, typed
from vagen.problems import Wrong, say

HOUR = 60
_SPELLED = re.compile(r"(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?")
_DECIMAL = re.compile(r"([0-9]{1,4}(?:[.][0-9]{1,6})?)h")
_COLON = re.compile(r"([0-9]{1,4}):([0-9]{2})")
_BARE = re.compile(r"[0-9]{1,5}")
_HOURS = "h|hr|hrs|hour|hours|שעה|שעות"
_MINUTES = "m|min|mins|minute|minutes|דקה|דקות"
_LOOSE = re.compile(
    rf"(?:([0-9]{{1,4}}(?:[.,][0-9]{{1,6}})?)\s*(?:{_HOURS})[.]?)?\s*(?:([0-9]{{1,5}})\s*(?:{_MINUTES})?[.]?)?",
    re.IGNORECASE,
)
_EXAMPLES = say("a duration is written {examples}", examples="1h15m, 75m, 1.25h, 1:15")


def read_minutes(raw: object) -> int:
    """Minutes of `1h15m`, `75m`, `2h`, `1.25h` or `1:15`; raises Wrong."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    text = typed(raw, say("a duration"), "1h15m")
    for form in (_spelled, _in_decimals, _with_colon):
        minutes = form(text)
        if minutes is not None:
            return minutes
    raise _not_a_duration(text)


def spell(minutes: int) -> str:
    """`1h15m`, `2h`, `45m`, `0m`: the shortest form that `read_minutes` reads back."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest}m" if rest else f"{hours}h"


def _spelled(text: str) -> int | None:
    parts = _SPELLED.fullmatch(text)
    if parts is None or not text:
        return None
    hours, minutes = int(parts[1] or 0), int(parts[2] or 0)
    if parts[1] and minutes >= HOUR:
        message = say('"{value}" has more than 59 minutes beside its hours', value=text)
        raise instead("bad-duration", message, spell(hours * HOUR + minutes))
    return hours * HOUR + minutes


def _in_decimals(text: str) -> int | None:
    parts = _DECIMAL.fullmatch(text)
    if parts is None:
        return None
    minutes = Decimal(parts[1]) * HOUR
    if minutes == int(minutes):
        return int(minutes)
    near = spell(int(minutes)), spell(int(minutes) + 1)
    raise Wrong(
        "bad-duration",
        say('"{value}" is no whole number of minutes', value=text),
        say("type {either} or {other}", either=near[0], other=near[1]),
    )


def _with_colon(text: str) -> int | None:
    parts = _COLON.fullmatch(text)
    if parts is None:
        return None
    hours, minutes = int(parts[1]), int(parts[2])
    if minutes < HOUR:
        return hours * HOUR + minutes
    message = say('"{value}" has more than 59 minutes beside its hours', value=text)
    raise Wrong("bad-duration", message, _EXAMPLES)


def _not_a_duration(text: str) -> Wrong:
    if _BARE.fullmatch(text):
        hint = say("type {either} or {other}", either=f"{text}h", other=f"{text}m")
        return Wrong("bad-duration", say('"{value}" lacks its unit', value=text), hint)
    message = say('"{value}" is not a duration', value=shown(text))
    meant = duration_meant(text)
    if meant is None:
        return Wrong("bad-duration", message, _EXAMPLES)
    return instead("bad-duration", message, meant)


def duration_meant(text: str) -> str | None:
    """The duration behind `1h 15m`, `90 min`, `1,5h` or `2 hours`, None where that is unsure."""
    parts = _LOOSE.fullmatch(text)
    if parts is None or not (parts[1] or parts[2]):
        return None
    hours = Decimal((parts[1] or "0").replace(",", "."))
    minutes = hours * HOUR + int(parts[2] or 0)
    return spell(int(minutes)) if minutes == int(minutes) else None


SPELLINGS = "^[0-9]+h([0-9]+m)?$|^[0-9]+m$|^[0-9]+([.][0-9]+)?h$|^[0-9]+:[0-9]{2}$"
"""The pattern of a duration, for schemas."""

Minutes = Annotated[
    int,
    ReadBy(read_minutes),
    text_schema(
        SPELLINGS,
        "1h15m",
        "75m",
        "1.25h",
        "1:15",
    ),
]
