"""Dates as people write them elsewhere, so that a hint can say them vagen's way."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are slips of the finger, and the sums of dates inside can't overflow."""

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_HEBREW = (
    "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני",
    "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
)  # fmt: skip
_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2}))(?:[T ][0-9:.+Zz-]*)?"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")


def day_meant(text: str) -> tuple[date, ...]:
    """The days that a text may mean: none, one, or two where day and month could be swapped."""
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        year, *parts = [part for part in year_first.groups() if part]
        return _days([(year, parts[0], parts[1])])
    year_last = _YEAR_LAST.fullmatch(text)
    if year_last is None:
        return _in_words(text)
    first, mark, second, year = year_last.groups()
    orders = [(year, second, first)]
    # Nobody writes the month first between dots.
    return _days(orders if mark == "." else [*orders, (year, first, second)])


def _in_words(text: str) -> tuple[date, ...]:
    words: list[str] = _WORDS.findall(text)
    months = [month for month in map(_month, words) if month]
    numbers = [word for word in words if word[0] in "0123456789"]
    if len(months) != 1 or len(numbers) != len(("day", "year")):
        return ()
    year, day = numbers if len(numbers[0]) == len("2026") else numbers[::-1]
    return _days([(year, str(months[0]), day)])


def _month(word: str) -> int | None:
    """The month behind `Nov`, `November` or `בנובמבר`."""
    folded = word.casefold()
    hebrew = folded.removeprefix("ב")
    if hebrew in _HEBREW:
        return _HEBREW.index(hebrew) + 1
    named = [name for name in _ENGLISH if len(folded) >= len("nov") and name.startswith(folded)]
    return _ENGLISH.index(named[0]) + 1 if len(named) == 1 else None


def _days(orders: list[tuple[str, str, str]]) -> tuple[date, ...]:
    found: list[date] = []
    for year, month, day in orders:
        full = f"20{year}" if len(year) == len("26") else year
        try:
            one = date(int(full), int(month), int(day))
        except (ValueError, OverflowError):
            continue
        if one not in found and FIRST_YEAR <= one.year <= LAST_YEAR:
            found.append(one)
    return tuple(found)
