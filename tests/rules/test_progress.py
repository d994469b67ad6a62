"""What an update tells, and from when on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pages.practice import account, client, entry, practice, task
from vagen.model.prose import Block, Inline
from vagen.model.service import Update
from vagen.model.workspace import UpdateFile
from vagen.rules.progress import NEXT_SHOWN, progress

ON = date(2026, 11, 23)


def sent(day: str, words: str = "") -> UpdateFile:
    prose = (Block("paragraph", (Inline("text", words),)),)
    on = date.fromisoformat(day)
    return UpdateFile(on, f"updates/{day}.md", Update.model_validate({}), prose)


def told(on: date = ON, of=None, **kept: object):
    return progress(account(of=of, **kept), practice(), on)


def ids(tasks) -> list[str]:
    return [one.id for one in tasks]


@pytest.mark.parametrize(
    ("updates", "since", "first"),
    [
        ((), None, "2026-11-17"),
        ((), "2024-01-01", "2026-11-17"),
        ((), "2026-11-20", "2026-11-20"),
        ((), "2026-12-20", "2026-11-17"),
        (("2026-11-02", "2026-11-12"), "2026-01-01", "2026-11-13"),
        (("2026-11-12", "2026-11-23", "2026-12-01"), None, "2026-11-13"),
    ],
)
def test_it_begins_after_the_last_update_else_looks_back_a_week(updates, since, first) -> None:
    found = told(of=client(since=since), updates=tuple(sent(day) for day in updates))
    assert (found.since, found.until) == (date.fromisoformat(first), ON)


def test_finished_tasks_count_from_the_first_day_to_the_last() -> None:
    days = {
        "before": "2026-11-16",
        "first": "2026-11-17",
        "last": "2026-11-23",
        "to-come": "2026-11-24",
    }
    tasks = [task(name, status="done", done=day) for name, day in reversed(days.items())]
    tasks += [task("undated", status="done"), task("open", done="2026-11-20")]
    assert ids(told(tasks=tuple(tasks)).done) == ["first", "last"]


def test_what_was_finished_in_the_evening_after_an_update_is_told_once() -> None:
    tasks = tuple(
        task(name, title=title, status="done", done="2026-11-20")
        for name, title in (("told", "The  rules"), ("evening", "The labels"))
    )
    found = told(tasks=tasks, updates=(sent("2026-11-20", "Done: The rules, at last."),))
    assert ids(found.done) == ["evening"]


def test_private_tasks_and_the_inbox_are_never_told() -> None:
    statuses = ("inbox", "todo", "doing", "review", "approval", "waiting", "done")
    private = [
        task(f"p-{status}", status=status, private="yes", waiting_for="client", done="2026-11-20")
        for status in statuses
    ]
    found = told(tasks=(*private, task("idea", status="inbox")))
    assert (found.done, found.doing, found.needed, found.next) == ((), (), (), ())


def test_open_tasks_stand_by_their_lane_and_their_due_date() -> None:
    tasks = (
        task("later", status="doing", due="2026-12-09"),
        task("soon", status="review", due="2026-12-01"),
        task("barn", status="waiting", waiting_for="the barn"),
        task("yes", status="approval"),
        task("access", status="waiting", waiting_for="client", due="2026-11-30"),
        *(task(f"todo-{n}", due=f"2026-12-{20 - n}") for n in range(NEXT_SHOWN + 2)),
    )
    found = told(tasks=tasks)
    assert ids(found.doing) == ["soon", "later", "barn"]
    assert ids(found.needed) == ["access", "yes"]
    assert ids(found.next) == [f"todo-{n}" for n in range(NEXT_SHOWN + 1, 1, -1)]


HOURS = (
    entry("2026-11-16", 500, kind="email"),
    entry("2026-11-17", 30, kind="email"),
    entry("2026-11-20", 45),
    entry("2026-11-20", 90, task="plan"),
    entry("2026-11-23", 20, kind="email", billable_mark=False),
    entry("2026-11-23", 0, kind="admin", open=True),
    entry("2026-11-24", 500, kind="email"),
)


def test_hours_are_those_of_the_days_by_kind_most_first_without_a_kind_last() -> None:
    found = told(entries=HOURS, tasks=(task("plan", kind="content", private="yes"),))
    assert [(one.label, one.minutes) for one in found.hours] == [
        ("Content", 90),
        ("E-mail", 50),
        ("", 45),
    ]
    assert found.minutes == 185


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ({"time": "none"}, False),
        ({"time": "kinds"}, True),
        ({"time": "detail"}, True),
        ({"portal": {"sections": ["board"]}}, False),
        ({"portal": {"sections": ["board", "time"]}}, True),
    ],
)
def test_hours_are_told_where_the_portal_shows_them(keys: dict[str, object], *, seen: bool) -> None:
    assert bool(told(of=client(**keys), entries=HOURS).hours) is seen
