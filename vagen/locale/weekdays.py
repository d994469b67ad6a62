"""Days of the week. A weekday is a number from Monday 0 to Sunday 6, as `date.weekday` counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from vagen.locale import cldr
from vagen.locale.lists import MAQAF, join

WeekdayWidth = Literal["long", "short", "narrow"]

_DAYS = 7
_EN_DASH = "\N{EN DASH}"
_CLDR_WIDTHS = {"long": "wide", "short": "abbreviated", "narrow": "narrow"}


@cache
def weekday(day: date | int, language: str, width: WeekdayWidth = "long") -> str:
    """`Monday`, `Mon`, `M`; `יום שני`, `יום ב׳`, `ב׳`."""
    index = day if isinstance(day, int) else day.weekday()
    name: str = cldr.locale(language).days["format"][_CLDR_WIDTHS[width]][index]
    return name


def first_weekday(place: str) -> int:
    """The day a week begins with, for a language (`he`) or a country (`GB`)."""
    return cldr.of(place).first_week_day


def weekend(place: str) -> frozenset[int]:
    """The days of rest of a language or a country: Friday and Saturday in Israel."""
    where = cldr.of(place)
    length = (where.weekend_end - where.weekend_start) % _DAYS + 1
    return frozenset((where.weekend_start + step) % _DAYS for step in range(length))


def week(place: str) -> tuple[int, ...]:
    """The seven weekdays in the order of a language or a country."""
    first = first_weekday(place)
    return tuple((first + step) % _DAYS for step in range(_DAYS))


def in_week(days: Iterable[int], place: str) -> tuple[int, ...]:
    """These weekdays in the order of a language or a country: Sunday first in Israel."""
    wanted = frozenset(days)
    return tuple(index for index in week(place) if index in wanted)


def weekday_range(
    days: Iterable[int], language: str, width: Literal["long", "short"] = "short"
) -> str:
    """Several weekdays in the order of the reader's week, as given; nothing for none.

    Three or more in a row are drawn together:

    `Mon–Fri`, `Sunday–Thursday`, `Mon, Wed and Fri`; `ימים א׳–ה׳`, `ימים א׳, ג׳ ו־ה׳`, `יום ב׳`.
    """
    wanted = tuple(dict.fromkeys(days))
    if len(wanted) == 1:
        return weekday(wanted[0], language, width)
    parts = [part for run in _runs(wanted) for part in _drawn(run, language, width)]
    if language != "he":
        return join(parts, language)
    return f"ימים {_hebrew_list(parts)}" if parts else ""


def _runs(wanted: tuple[int, ...]) -> list[list[int]]:
    """The days in their order, in unbroken runs; one that is drawn may cross the week's end."""
    runs: list[list[int]] = []
    for index in wanted:
        if runs and runs[-1][-1] == (index - 1) % _DAYS:
            runs[-1].append(index)
        else:
            runs.append([index])
    around = len(runs) > 1 and (runs[-1][-1] + 1) % _DAYS == runs[0][0]
    if around and _drawn_together(runs[-1] + runs[0]):
        runs[0] = runs.pop() + runs[0]
    return runs


def _drawn(run: list[int], language: str, width: WeekdayWidth) -> list[str]:
    names = [_bare(index, language, width) for index in run]
    return [f"{names[0]}{_EN_DASH}{names[-1]}"] if _drawn_together(run) else names


def _drawn_together(run: list[int]) -> bool:
    """Two days are named one by one: a range between them saves no word."""
    return len(run) > 2


def _bare(index: int, language: str, width: WeekdayWidth) -> str:
    """The name as it stands after "ימים": without its own "יום"; the Sabbath by its name."""
    return weekday(index, language, width).removeprefix("יום ")


def _hebrew_list(parts: list[str]) -> str:
    """As `join`, but a range of day names takes its "and" with a maqaf, as a letter does."""
    *others, last = parts
    if others and _EN_DASH in last:
        return f"{', '.join(others)} ו{MAQAF}{last}"
    return join(parts, "he")
