"""The hours of a day on which someone works."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated

from pydantic import PlainValidator

from vagen.model.calendar import minute_of_day
from vagen.model.typed import in_any_case, instead, shown, text_schema, typed, written
from vagen.problems import Wrong, say

Range = tuple[int, int]
"""From and to, in minutes from midnight; to is at most 1440."""

_OFF = frozenset(["off", "closed"])
_CLOSE_TO_OFF = frozenset(["no", "none", "-", "free", "סגור", "חופש", "false"])
_ENDS = re.compile(r"([^-–—־]+?)\s*[-–—־]\s*([^-–—־]+)")
_EXAMPLE = "09:00-13:00, 15:00-18:00"


def read_hours(raw: object) -> tuple[Range, ...]:
    """`09:00-17:00`, `09:00-13:00, 15:00-18:00`, or `off`; raises Wrong. Sorted; () when off."""
    if isinstance(raw, tuple):
        return raw
    text = typed(raw, say("working hours"), _EXAMPLE)
    if text.casefold() in _OFF:
        return ()
    if text.casefold() in _CLOSE_TO_OFF:
        raise instead("bad-hours", say('"{value}" is no range of hours', value=text), "off")
    ranges = tuple(sorted(_range(part.strip(), text) for part in text.split(",")))
    for (_, end), (start, _) in pairwise(ranges):
        if start < end:
            raise Wrong(
                "bad-hours",
                say("these hours overlap at {time}", time=_time(start)),
                say(
                    "type one range, or ranges that follow each other: {example}", example=_EXAMPLE
                ),
            )
    return ranges


def spelled(hours: tuple[Range, ...]) -> str:
    """The hours as `read_hours` reads them back."""
    return ", ".join(f"{_time(start)}-{_time(end)}" for start, end in hours) or "off"


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _range(part: str, text: str) -> Range:
    ends = _ENDS.fullmatch(part)
    if ends is None:
        raise Wrong(
            "bad-hours",
            say('"{value}" is no range of hours', value=shown(part)),
            say("for example: {example}", example=_EXAMPLE),
        )
    try:
        start, end = minute_of_day(ends[1]), minute_of_day(ends[2], end=True)
    except Wrong as wrong:
        raise _mended(wrong, text) from None
    if start < end:
        return start, end
    raise Wrong(
        "bad-hours",
        say("{range} ends before it begins", range=part),
        say(
            "a day's hours end at {end} at the latest; the rest stands on the next day", end="24:00"
        ),
    )


def _mended(wrong: Wrong, text: str) -> Wrong:
    """The mistake in one time, with all of the hours as they should be typed where that is sure."""
    example = say("for example: {example}", example=_EXAMPLE)
    unsure = Wrong("bad-hours", wrong.message, example if wrong.replacement else wrong.hint)
    ends = [_ENDS.fullmatch(part.strip()) for part in text.split(",")]
    times = [_corrected(end) for part in ends if part for end in part.groups()]
    if None in times or None in ends:
        return unsure
    whole = ", ".join(f"{start}-{end}" for start, end in zip(times[::2], times[1::2], strict=True))
    try:
        read_hours(whole)
    except Wrong:
        return unsure
    return instead("bad-hours", wrong.message, whole)


def _corrected(end: str) -> str | None:
    try:
        return _time(minute_of_day(end, end=True))
    except Wrong as wrong:
        return wrong.replacement


_RANGE = r"[0-9]{1,2}:[0-9]{2}\s*[-–—־]\s*[0-9]{1,2}:[0-9]{2}"
_DAY_OFF = "|".join(in_any_case(word) for word in sorted(_OFF))
Hours = Annotated[
    tuple[Range, ...],
    PlainValidator(read_hours),
    written(spelled),
    text_schema(
        rf"^({_RANGE}(\s*,\s*{_RANGE})*|{_DAY_OFF})$",
        "09:00-17:00",
        _EXAMPLE,
        "off",
    ),
]
