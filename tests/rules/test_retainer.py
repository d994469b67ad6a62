import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import account, client, entry, practice, task
from vagen.model.calendar import months_after
from vagen.rules.retainer import retainer_months, running_month

SINCE = date(2026, 9, 1)


def having(*entries, since="2026-09-01", until=None, tasks=(), **retainer):
    keys = {"hours": "10h", "price": "1000"} | retainer
    agreement = {"since": since, "until": until, "retainer": keys}
    return account(of=client(agreement=agreement), entries=entries, tasks=tasks)


def months(*entries, today="2026-11-23", **keys):
    found = retainer_months(having(*entries, **keys), practice(), date.fromisoformat(today))
    return [(one.carried, one.used, one.left, one.over) for one in found]


@pytest.mark.parametrize(
    ("since", "starts"),
    [
        ("2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
        ("2027-12-30", ["2027-12-30", "2028-01-30", "2028-02-29", "2028-03-30"]),
        ("2026-09-15", ["2026-09-15", "2026-10-15", "2026-11-15", "2026-12-15", "2027-01-15"]),
    ],
)
def test_months_count_from_the_agreements_day_and_never_drift(since, starts):
    first = date.fromisoformat(since)
    assert [months_after(first, n).isoformat() for n in range(len(starts))] == starts


def test_without_rollover_every_month_begins_anew():
    logged = [entry("2026-09-30", 300), entry("2026-10-01", 700), entry("2026-11-02", 60)]
    assert months(*logged) == [(0, 300, 300, 0), (0, 700, 0, 100), (0, 60, 540, 0)]


def test_all_of_it_rolls_over():
    logged = [entry("2026-09-30", 300), entry("2026-10-01", 700)]
    assert months(*logged, rollover="yes") == [
        (0, 300, 300, 0),
        (300, 700, 200, 0),
        (200, 0, 800, 0),
    ]


def test_at_most_the_cap_rolls_over():
    assert months(rollover="5h") == [(0, 0, 600, 0), (300, 0, 900, 0), (300, 0, 900, 0)]


def test_what_expires_is_lost_and_the_oldest_is_used_first():
    # September's 600 live through October only; October's 100 minutes come out of them.
    logged = [entry("2026-10-05", 100)]
    assert months(*logged, rollover="yes", expires=1) == [
        (0, 0, 600, 0),
        (600, 100, 1100, 0),
        (600, 0, 1200, 0),
    ]


def test_only_billable_time_counts():
    logged = [
        entry("2026-11-02", 60),
        entry("2026-11-02", 20, billable_mark=False),
        entry("2026-11-02", 30, kind="admin"),
        entry("2026-11-02", 40, task="report"),
        entry("2026-11-02", 50, kind="content", task="report"),
    ]
    whose = having(*logged, tasks=(task("report", kind="admin"),))
    month = running_month(whose, practice(), date(2026, 11, 23))
    assert month is not None
    assert month.used == 110


@pytest.mark.parametrize("today", ["2026-08-31", "2026-12-01"])
def test_outside_the_agreement_there_is_no_month(today):
    whose = having(until="2026-11-30")
    assert running_month(whose, practice(), date.fromisoformat(today)) is None


def test_a_retainer_of_money_has_no_minutes():
    whose = having(hours=None, amount="1000")
    assert running_month(whose, practice(), date(2026, 11, 23)) is None


@pytest.mark.parametrize(
    ("today", "share"), [("2026-11-01", "0.000"), ("2026-11-16", "0.500"), ("2026-11-30", "0.967")]
)
def test_how_much_of_the_month_is_behind(today, share):
    day = date.fromisoformat(today)
    month = running_month(having(), practice(), day)
    assert month is not None
    assert month.share_of_time(day) == Decimal(share)


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 900)), max_size=30),
    st.sampled_from(["no", "yes", "5h"]),
    st.sampled_from([None, 0, 1, 2]),
    st.dates(date(2026, 1, 1), date(2026, 3, 31)),
)
def test_sums_agree(logged, rollover, expires, since):
    entries = [entry((since + timedelta(days=day)).isoformat(), minutes) for day, minutes in logged]
    whose = having(*entries, since=since.isoformat(), rollover=rollover, expires=expires)
    today = since + timedelta(days=200)
    found = retainer_months(whose, practice(), today)
    assert sum(one.used for one in found) == sum(one.minutes for one in entries)
    assert found[0].carried == 0
    assert found[-1].since <= today <= found[-1].until
    for one in found:
        assert one.granted + one.carried == one.used - one.over + one.left
        assert not (one.over and one.left)
    for before, after in itertools.pairwise(found):
        assert before.until + timedelta(days=1) == after.since
        assert after.carried <= before.left
        assert rollover != "5h" or after.carried <= 300
        assert rollover != "yes" or expires is not None or after.carried == before.left
        assert rollover != "no" or after.carried == 0
