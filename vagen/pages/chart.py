"""The hours of a year as a picture: a column a month, a part a kind of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MOST_MONTHS = 12
MOST_KINDS = 4
"""Parts of a column that an eye can still tell apart; all other kinds are one."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A month (its first day): `parts` are minutes in the order of the chart's kinds."""

    month: date
    parts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ChartView:
    """Columns, the oldest first. `kinds` are labels, most time first; `rest` says that the last is
    all others together (without a label).
    """

    kinds: tuple[str, ...]
    rest: bool
    columns: tuple[ChartColumn, ...]
    most: ChartColumn


def chart(months: Sequence[tuple[date, dict[str, int]]]) -> ChartView | None:
    """The picture of minutes by month and kind; None for fewer than two months in one year.

    A month in which nothing was done is a column too: time is a line without gaps.
    """
    by_month = dict(months)
    worked = [month for month, kinds in months if sum(kinds.values())]
    if not worked:
        return None
    shown = _line(max(_before(max(worked), MOST_MONTHS - 1), min(worked)), max(worked))
    if len([month for month in shown if month in by_month]) < len("to"):
        return None
    kinds, rest = _kinds([by_month.get(month, {}) for month in shown])
    columns = tuple(_column(month, by_month.get(month, {}), kinds, rest=rest) for month in shown)
    most = max(columns, key=lambda one: (one.total, one.month))
    return ChartView(
        kinds=(*kinds, "") if rest else kinds,
        rest=rest,
        columns=columns,
        most=most,
    )


def _kinds(months: list[dict[str, int]]) -> tuple[tuple[str, ...], bool]:
    """The kinds with most time, and whether there are more; time without a kind is among those."""
    sums: dict[str, int] = {}
    for month in months:
        for label, minutes in month.items():
            sums[label] = sums.get(label, 0) + minutes
    named = sorted((label for label in sums if label), key=lambda label: (-sums[label], label))
    if len(sums) <= MOST_KINDS and "" not in sums:
        return tuple(named), False
    return tuple(named[: MOST_KINDS - 1]), True


def _column(
    month: date, minutes: dict[str, int], kinds: tuple[str, ...], *, rest: bool
) -> ChartColumn:
    total = sum(minutes.values())
    parts = tuple(minutes.get(label, 0) for label in kinds)
    return ChartColumn(month, (*parts, total - sum(parts)) if rest else parts, total)


def _line(first: date, last: date) -> tuple[date, ...]:
    found = [first]
    while found[-1] < last:
        found.append(_before(found[-1], -1))
    return tuple(found)


def _before(month: date, count: int) -> date:
    """The first day of the month so many months before; after, where the count is below 0."""
    number = month.year * 12 + month.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)
