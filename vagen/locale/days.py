"""Days, ranges of days and distances between them, as each language writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal

from vagen.locale import cldr
from vagen.locale.weekdays import weekday

Width = Literal[
    "long",
    "medium",
    "short",
    "numeric",
    "day_month",
    "day_mon",
    "weekday",
    "weekday_day",
    "weekday_short",
    "month",
    "mon",
]
"""How much of a day is said:

| width | English | Hebrew |
|--|--|--|
| long | 3 November 2026 | 3 בנובמבר 2026 |
| medium | 3 Nov 2026 | 3 בנוב׳ 2026 |
| numeric (for paper) | 3 Nov 2026 | 03.11.2026 |
| short | 3 Nov | 03.11 |
| day_month | 3 November | 3 בנובמבר |
| day_mon | 3 Nov | 3 בנוב׳ |
| weekday | Tuesday, 3 November 2026 | יום שלישי, 3 בנובמבר 2026 |
| weekday_day | Tuesday, 3 November | יום שלישי, 3 בנובמבר |
| weekday_short | Tue 3 Nov | יום ג׳, 03.11 |
| month | November 2026 | נובמבר 2026 |
| mon | Nov | נוב׳ |
"""

RangeWidth = Literal["long", "medium", "short", "numeric", "day_month", "day_mon"]

# What a width leaves out when the other end of the range says it.
_WITHOUT_YEAR: dict[RangeWidth, RangeWidth] = {
    "long": "day_month",
    "medium": "day_mon",
    "numeric": "short",
    "short": "short",
    "day_month": "day_month",
    "day_mon": "day_mon",
}

_EN_DASH = "\N{EN DASH}"


def day(date_: date, language: str, width: Width = "long") -> str:
    """A day at one of the widths of `Width`."""
    return (_HEBREW if language == "he" else _ENGLISH)[width](date_)


def month(date_: date, language: str) -> str:
    """`November 2026`, `נובמבר 2026`."""
    return day(date_, language, "month")


def days_from_to(first: date, last: date, language: str, width: RangeWidth = "long") -> str:
    """A range that says the shared parts once: `6–10 December 2026`, `6–10 בדצמבר 2026`.

    Across months `28 November – 3 December 2026`; the year stands twice only where it changes.
    """
    end = day(last, language, width)
    if first == last:
        return end
    all_digits = language == "he" and width in {"numeric", "short"}
    if (first.year, first.month) == (last.year, last.month) and not all_digits:
        return f"{first.day}{_EN_DASH}{end}"
    start = day(first, language, _WITHOUT_YEAR[width] if first.year == last.year else width)
    return f"{start}{_EN_DASH}{end}" if all_digits else f"{start} {_EN_DASH} {end}"


def relative(date_: date, today: date, language: str) -> str:
    """How far from today: `today`, `tomorrow`, `in 2 days`, `לפני 3 ימים`."""
    distance = (date_ - today).days
    near = _NEAR["he" if language == "he" else "en"].get(distance)
    if near:
        return near
    length = day_count(abs(distance), language)
    if language == "he":
        return f"בעוד {length}" if distance > 0 else f"לפני {length}"
    return f"in {length}" if distance > 0 else f"{length} ago"


def day_count(n: int, language: str) -> str:
    """A number of days: `1 day`, `12 days`; `יום אחד`, `יומיים`, `3 ימים`, `12 יום`.

    From eleven on Hebrew counts days in the singular.
    """
    if language != "he":
        return f"{n:,} {'day' if n == 1 else 'days'}"
    return {1: "יום אחד", 2: "יומיים"}.get(n) or f"{n:,} {'ימים' if n <= _LAST_PLURAL else 'יום'}"


_LAST_PLURAL = 10

_NEAR = {
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
    "he": {-1: "אתמול", 0: "היום", 1: "מחר"},
}


@cache
def _month_name(number: int, language: str, width: Literal["wide", "abbreviated"]) -> str:
    name: str = cldr.locale(language).months["format"][width][number]
    return name


def _english(date_: date, *, abbreviated: bool = False) -> str:
    name = _month_name(date_.month, "en", "abbreviated" if abbreviated else "wide")
    return f"{date_.day} {name}"


def _hebrew(date_: date, *, abbreviated: bool = False) -> str:
    name = _month_name(date_.month, "he", "abbreviated" if abbreviated else "wide")
    return f"{date_.day} ב{name}"


_ENGLISH: dict[Width, Callable[[date], str]] = {
    "long": lambda on: f"{_english(on)} {on.year}",
    "medium": lambda on: f"{_english(on, abbreviated=True)} {on.year}",
    "numeric": lambda on: f"{_english(on, abbreviated=True)} {on.year}",
    "short": lambda on: _english(on, abbreviated=True),
    "day_month": _english,
    "day_mon": lambda on: _english(on, abbreviated=True),
    "weekday": lambda on: f"{weekday(on, 'en')}, {_english(on)} {on.year}",
    "weekday_day": lambda on: f"{weekday(on, 'en')}, {_english(on)}",
    "weekday_short": lambda on: f"{weekday(on, 'en', 'short')} {_english(on, abbreviated=True)}",
    "month": lambda on: f"{_month_name(on.month, 'en', 'wide')} {on.year}",
    "mon": lambda on: _month_name(on.month, "en", "abbreviated"),
}

_HEBREW: dict[Width, Callable[[date], str]] = {
    "long": lambda on: f"{_hebrew(on)} {on.year}",
    "medium": lambda on: f"{_hebrew(on, abbreviated=True)} {on.year}",
    "numeric": lambda on: f"{on.day:02}.{on.month:02}.{on.year}",
    "short": lambda on: f"{on.day:02}.{on.month:02}",
    "day_month": _hebrew,
    "day_mon": lambda on: _hebrew(on, abbreviated=True),
    "weekday": lambda on: f"{weekday(on, 'he')}, {_hebrew(on)} {on.year}",
    "weekday_day": lambda on: f"{weekday(on, 'he')}, {_hebrew(on)}",
    "weekday_short": lambda on: f"{weekday(on, 'he', 'short')}, {on.day:02}.{on.month:02}",
    "month": lambda on: f"{_month_name(on.month, 'he', 'wide')} {on.year}",
    "mon": lambda on: _month_name(on.month, "he", "abbreviated"),
}
