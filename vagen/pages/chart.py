"""The hours of a year as a picture: a column a month, a part a kind of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vagen.model.calendar import months_after

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
    first = max(months_after(max(worked), 1 - MOST_MONTHS), min(worked))
    shown = _line(first, max(worked))
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
        found.append(months_after(found[-1], 1))
    return tuple(found)
