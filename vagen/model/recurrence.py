"""How often something comes back, in words. Which days that makes is worked out by a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import PlainValidator

from vagen.model.typed import in_any_case, instead, shown, text_schema, typed, written
from vagen.problems import Message, Wrong, say

Unit = Literal["day", "week", "month", "year"]
LAST = -1
"""As `nth`: the last one of the month."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_DAY, MOST_NTH_WEEKDAY, MOST_NTH_WORKDAY = 31, 4, 15
_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_NTH = {"1st": 1, "2nd": 2, "3rd": 3, **{f"{n}th": n for n in range(4, 16)}, "last": LAST}
_SHAPE = re.compile(r"(?:([1-9][0-9]?) )?(day|week|month|year)s?(?: on (.+))?")
_FORMS = say(
    "a rhythm is written {examples}",
    examples="day, week on tue,thu, 2 weeks on mon, month on 15, month on last workday, month on 2nd tue, year on 03-01",
)
_MEANT = (
    (r"\b(every|each|the|of)\b", " "),
    (r"\bdaily\b", "day"), (r"\b(bi-?weekly|fortnightly)\b", "2 weeks"), (r"\bweekly\b", "week"),
    (r"\bmonthly\b", "month"), (r"\bquarterly\b", "3 months"), (r"\b(yearly|annually)\b", "year"),
    (r"\b(mon|tue|wed|thu|fri|sat|sun)(s|day|sday|nesday|rsday|urday)s?\b", r"\1"),
    (r"\b(tues|weds|thur|thurs)\b", lambda found: found[0][:3]),
    (r"\b(work|working|business)[ -]days?\b", "workday"),
    (r"\bfirst\b", "1st"), (r"\bsecond\b", "2nd"), (r"\bthird\b", "3rd"), (r"\bfourth\b", "4th"),
    (r"\s*(,|;|&|\band\b)\s*", ","), (r"\blast day\b", "31"), (r"\bon ([0-9]+)(st|nd|rd|th)$", r"on \1"),
    (r"^(mon|tue|wed|thu|fri|sat|sun)$", r"week on \1"),
    (r"^(on )?((1st|2nd|3rd|4th|last) (mon|tue|wed|thu|fri|sat|sun|workday)) month$", r"month on \2"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `interval` units; what else is set follows from the unit.

    `weekdays` (Monday 0) belong to a week; `day` (31: the last) or `nth` (-1: the last) with one
    of `weekdays` or `workday` to a month; `month` and `day` to a year.
    """

    unit: Unit
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    nth: int | None = None
    workday: bool = False
    month: int | None = None

    @property
    def spelled(self) -> str:
        """The words that `read_recurrence` reads back: `2 weeks on mon`."""
        often = self.unit if self.interval == 1 else f"{self.interval} {self.unit}s"
        return f"{often} on {self._place}" if self._place else often

    def __str__(self) -> str:
        return self.spelled

    @property
    def _place(self) -> str:
        if self.month is not None:
            return f"{self.month:02}-{self.day:02}"
        if self.nth is not None:
            which = next(word for word, nth in _NTH.items() if nth == self.nth)
            return f"{which} {'workday' if self.workday else WEEKDAYS[self.weekdays[0]]}"
        return str(self.day or ",".join(WEEKDAYS[one] for one in self.weekdays))


def read_recurrence(raw: object) -> Rhythm:
    """`week on tue,thu`, `month on last workday` …: the words of `every:`; raises Wrong."""
    if isinstance(raw, Rhythm):
        return raw
    typed_words = " ".join(typed(raw, say("a rhythm"), "week on tue,thu").split())
    text = re.sub(r"\s*,\s*", ",", typed_words.casefold())
    try:
        return _read(text)
    except Wrong as wrong:
        meant = _meant(text)
        if meant is None or wrong.replacement:
            raise
        raise instead("bad-recurrence", wrong.message, meant) from None


def _meant(text: str) -> str | None:
    for pattern, words in _MEANT:
        text = " ".join(re.sub(pattern, words, text).split())
    try:
        return _read(text).spelled
    except Wrong:
        return None


def _read(text: str) -> Rhythm:
    parts = _SHAPE.fullmatch(text)
    if parts is None:
        raise _bad(say('"{value}" is no rhythm that vagen knows', value=shown(text)))
    unit, interval, place = _UNITS[parts[2]], int(parts[1] or 1), parts[3] or ""
    match unit:
        case "day":
            return _daily(interval, place)
        case "week":
            return Rhythm(unit="week", interval=interval, weekdays=_weekdays(place))
        case "month":
            return _monthly(interval, place)
        case "year":
            return _yearly(interval, place)


def _bad(message: Message, hint: Message = _FORMS) -> Wrong:
    return Wrong("bad-recurrence", message, hint)


def _daily(interval: int, place: str) -> Rhythm:
    if place:
        raise _bad(
            say("every day is on all weekdays"), say("type day, or: week on {days}", days=place)
        )
    return Rhythm(unit="day", interval=interval)


def _weekdays(place: str) -> tuple[int, ...]:
    if not place:
        raise _bad(
            say("on which weekdays?"), say("for example: {example}", example="week on tue,thu")
        )
    names = place.split(",")
    for name in names:
        if name not in WEEKDAYS:
            days = ", ".join(WEEKDAYS)
            raise _bad(
                say('"{value}" is no weekday', value=shown(name)), say("use: {days}", days=days)
            )
    return tuple(sorted({WEEKDAYS.index(name) for name in names}))


def _monthly(interval: int, place: str) -> Rhythm:
    if re.fullmatch("[0-9]{1,2}", place):
        if 1 <= int(place) <= MOST_DAY:
            return Rhythm(unit="month", interval=interval, day=int(place))
        raise _bad(
            say("no month has a day {day}", day=place), say("type 1 to 31; 31 is the last day")
        )
    which, _, what = place.partition(" ")
    if which not in _NTH or what not in (*WEEKDAYS, "workday"):
        message = say("on which day of the month?")
        examples = "month on 15, month on last workday, month on 2nd tue"
        raise _bad(message, say("for example: {example}", example=examples))
    nth = _NTH[which]
    if nth > (MOST_NTH_WORKDAY if what == "workday" else MOST_NTH_WEEKDAY):
        message = say("not every month has a {nth} {day}", nth=which, day=what)
        raise _bad(message, say("type: {replacement}", replacement=f"month on last {what}"))
    if what == "workday":
        return Rhythm(unit="month", interval=interval, nth=nth, workday=True)
    return Rhythm(unit="month", interval=interval, nth=nth, weekdays=(WEEKDAYS.index(what),))


def _yearly(interval: int, place: str) -> Rhythm:
    parts = re.fullmatch("([0-9]{2})-([0-9]{2})", place)
    if parts is None:
        hint = say("type month-day, for example: {example}", example="year on 03-01")
        raise _bad(say("on which day of the year?"), hint)
    month, day = int(parts[1]), int(parts[2])
    try:
        date(2000, month, day)  # a leap year: 02-29 is a day
    except ValueError:
        message = say("no year has a day {value}", value=place)
        raise _bad(
            message, say("type month-day, for example: {example}", example="03-01")
        ) from None
    return Rhythm(unit="year", interval=interval, month=month, day=day)


Recurrence = Annotated[
    Rhythm,
    PlainValidator(read_recurrence), written(str),
    text_schema(
        rf"^([1-9][0-9]?\s+)?({'|'.join(map(in_any_case, _UNITS))})[Ss]?(\s+{in_any_case('on')}\s+\S.*)?$",
        "day", "week on tue,thu", "2 weeks on mon", "month on 15", "month on last workday", "month on 2nd tue", "year on 03-01",
    ),
]  # fmt: skip
