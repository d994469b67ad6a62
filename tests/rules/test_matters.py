from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import account, task, workspace
from vagen.rules.matters import due, matters, pressing

DAY = date(2026, 11, 23)
STATUSES = ("inbox", "todo", "doing", "review", "approval", "waiting", "done")
TASKS = st.lists(
    st.builds(
        dict,
        status=st.sampled_from(STATUSES),
        due=st.none() | st.dates(date(2026, 10, 1), date(2027, 1, 31)),
        important=st.booleans(),
        urgent=st.none() | st.booleans(),
    ),
    max_size=8,
)


def of(*tasks):
    return matters(workspace(account(tasks=tasks)), DAY)


@given(TASKS, TASKS)
def test_every_open_task_with_a_due_date_is_a_deadline_once(first, second):
    accounts = [
        account(name, tasks=tuple(task(f"t{n}", **keys) for n, keys in enumerate(some)))
        for name, some in (("a", first), ("b", second))
    ]
    found = [(one.account.id, one.task.id) for one in due(matters(workspace(*accounts), DAY))]
    wanted = [
        (one.id, each.id)
        for one in accounts
        for each in one.tasks
        if each.due and each.status != "done"
    ]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    ("keys", "quadrant"),
    [
        ({"due": "2026-11-26", "important": "yes"}, "now"),
        ({"due": "2026-11-27", "important": "yes"}, "plan"),
        ({"due": "2026-11-20"}, "soon"),
        ({"due": "2026-11-27"}, "later"),
        ({"due": "2026-12-27", "urgent": "yes"}, "soon"),
        ({"due": "2026-11-23", "urgent": "no"}, "later"),
        ({}, "later"),
    ],
)
def test_urgency_follows_the_due_date_unless_it_is_stated(keys, quadrant):
    assert [one.quadrant for one in of(task("one", **keys))] == [quadrant]


def test_late_counts_from_the_day_after_the_due_date():
    days = ("2026-11-20", "2026-11-23", "2026-11-24")
    found = of(*(task(f"t{n}", due=on) for n, on in enumerate(days)))
    assert [one.late_days for one in found] == [3, 0, 0]


def test_what_presses_is_mine_may_begin_and_matters():
    found = of(
        task("plan", important="yes"),
        task("both", important="yes", due="2026-11-24"),
        task("soon", due="2026-11-23"),
        task("later", due="2026-12-23"),
        task("not-yet", due="2026-11-25", start="2026-11-24"),
        task("theirs", due="2026-11-23", status="approval"),
        task("unsorted", due="2026-11-23", status="inbox"),
    )
    assert [one.task.id for one in pressing(found, DAY)] == ["both", "soon", "plan"]
