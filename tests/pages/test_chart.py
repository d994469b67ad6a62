"""Hours by month and kind as a picture."""

from __future__ import annotations

from datetime import date

from vagen.pages.chart import MOST_KINDS, MOST_MONTHS, chart


def month(text, **kinds):
    return date.fromisoformat(f"{text}-01"), kinds


def test_columns_run_from_the_oldest_and_kinds_from_the_most():
    found = chart([month("2026-11", calls=30, content=90), month("2026-10", content=60)])
    assert found is not None
    assert (found.kinds, found.rest) == (("content", "calls"), False)
    assert [(one.month.month, one.parts, one.total) for one in found.columns] == [
        (10, (60, 0), 60),
        (11, (90, 30), 120),
    ]
    assert found.most.month.month == 11


def test_a_month_without_work_is_a_column_too():
    found = chart([month("2027-01", a=1), month("2026-11", a=1)])
    assert found is not None
    assert [one.total for one in found.columns] == [1, 0, 1]


def test_of_many_kinds_all_but_the_first_are_one():
    many = {f"k{n}": 100 - n for n in range(8)}
    found = chart([month("2026-11", **many), month("2026-10", k0=1)])
    assert found is not None
    assert found.kinds == ("k0", "k1", "k2", "")
    assert found.rest
    assert len(found.columns[-1].parts) == MOST_KINDS
    assert sum(found.columns[-1].parts) == sum(many.values())


def test_time_without_a_kind_is_among_the_rest():
    found = chart([(date(2026, 11, 1), {"": 20, "a": 10}), month("2026-10", a=5)])
    assert found is not None
    assert (found.kinds, found.rest) == (("a", ""), True)
    assert [one.parts for one in found.columns] == [(5, 0), (10, 20)]


def test_a_year_at_most():
    found = chart([month(f"{2026 - n // 12}-{12 - n % 12:02}", a=n + 1) for n in range(30)])
    assert found is not None
    assert len(found.columns) == MOST_MONTHS
    assert found.columns[-1].month == date(2026, 12, 1)


def test_one_month_or_none_is_no_picture():
    assert chart([]) is None
    assert chart([month("2026-11", a=1)]) is None
    assert chart([month("2026-11", a=1), month("2024-01", a=1)]) is None
    assert chart([month("2026-11"), month("2026-10")]) is None
