from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from tests.pages.practice import account, client, entry, practice, task, workspace
from tests.rules.test_matters import TASKS
from vagen.rules.agenda import SOON
from vagen.rules.briefing import briefing
from vagen.rules.clock import here
from vagen.rules.closing import closing

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
CALL = {"id": "weekly", "title": "Weekly", "every": "week on sun,mon,tue", "at": "09:30"}


def brief(*accounts, now=NOW, broken=(), **kept):
    return briefing(workspace(*accounts, **kept), now, "en", broken)


def shown(found):
    waiting = (one.deadline for one in (*found.for_me, *found.for_others))
    return [one.matter for one in (*found.first, *waiting, *found.coming)]


@given(TASKS)
def test_what_is_late_or_due_within_a_week_or_waits_is_told_once(typed):
    tasks = tuple(task(f"t{n}", **keys) for n, keys in enumerate(typed))
    told = [one.task.id for one in shown(brief(account(tasks=tasks)))]
    assert len(told) == len(set(told))
    for one in tasks:
        near = one.due is not None and (one.due - date(2026, 11, 23)).days <= SOON
        waits = one.status in ("inbox", "review", "approval", "waiting")
        if one.status != "done" and (near or waits):
            assert one.id in told


def test_of_calls_those_of_the_day_and_the_first_of_another():
    found = brief(account("london", client(calls=[CALL])))
    assert [one.begins.isoformat() for one in found.calls] == ["2026-11-23T09:30:00+00:00"]
    assert found.following
    assert found.following.begins.isoformat() == "2026-11-24T09:30:00+00:00"


def test_one_zone_a_difference_and_none_of_who_shares_the_clock_or_is_gone():
    found = brief(
        account("a", client(timezone="Europe/Paris")),
        account("b", client(timezone="Europe/Berlin")),
        account("c", client(timezone="America/New_York")),
        account("d", client(timezone="Asia/Jerusalem")),
        account("e", client(timezone="Asia/Tokyo", status="ended")),
    )
    assert found.zones == (ZoneInfo("America/New_York"), ZoneInfo("Europe/Paris"))


def test_a_day_ends_with_the_clients_last_hour_and_has_no_end_on_a_day_off():
    sydney = client(
        timezone="Australia/Sydney", country="AU", hours={"tue": "9:00-12:00, 13:00-17:30"}
    )
    ends = closing(sydney, date(2026, 11, 24))
    assert ends
    assert here(ends, "Asia/Jerusalem").isoformat() == "2026-11-24T08:30:00+02:00"
    assert closing(sydney, date(2026, 11, 25)) is None


def test_a_deadline_of_today_and_tomorrow_says_when_the_clients_day_ends():
    days = ("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25")
    tasks = tuple(task(f"t{n}", due=on) for n, on in enumerate(days))
    found = brief(account(tasks=tasks))
    assert [bool(one.closes) for one in found.first] == [False, True, True, False]
    same = brief(account(of=client(timezone="Asia/Jerusalem"), tasks=tasks))
    assert [one.closes for one in same.first] == [None] * 4


RETAINER = {"since": "2026-11-01", "terms": "net 15", "retainer": {"hours": "10h", "price": "900"}}


def test_a_retainer_whose_log_has_mistakes_is_not_reckoned():
    kept = account(
        "wren", client(agreement=RETAINER), entries=(entry("2026-11-03", 9 * 60, kind="content"),)
    )
    assert [one.month.left for one in brief(kept).low] == [60]
    assert brief(kept, broken=["content/clients/wren/time/2026-11.yaml"]).low == ()
    assert brief(kept, broken=["content/clients/other/time/2026-11.yaml"]).low != ()


# The weeks around both changes of 2026: clocks move on 27 March and 25 October in Jerusalem, on
# 29 March and 25 October in London, on 4 October and 5 April in Sydney, on 8 March and 1 November
# in New York. A call of 09:30 stays one there, and moves on the practice's clock.
@pytest.mark.parametrize(
    ("zone", "days"),
    [
        (
            "Europe/London",
            {
                "2026-03-26": "11:30",
                "2026-03-27": "12:30",
                "2026-03-29": "11:30",
                "2026-10-24": "11:30",
                "2026-10-25": "11:30",
            },
        ),
        (
            "Australia/Sydney",
            {
                "2026-03-26": "00:30",
                "2026-03-27": "00:30",
                "2026-03-28": "01:30",
                "2026-04-04": "01:30",
                "2026-04-05": "02:30",
                "2026-10-03": "02:30",
                "2026-10-04": "01:30",
                "2026-10-25": "01:30",
                "2026-10-26": "00:30",
            },
        ),
        (
            "America/New_York",
            {
                "2026-03-07": "16:30",
                "2026-03-08": "15:30",
                "2026-03-27": "16:30",
                "2026-10-24": "16:30",
                "2026-10-25": "15:30",
                "2026-10-31": "15:30",
                "2026-11-01": "16:30",
            },
        ),
        ("Asia/Jerusalem", {"2026-03-26": "09:30", "2026-03-27": "09:30", "2026-10-25": "09:30"}),
    ],
)
def test_calls_in_the_weeks_in_which_clocks_change(zone, days):
    daily = CALL | {"every": "day"}
    space = workspace(account(of=client(timezone=zone, calls=[daily])), of=practice(holidays=None))
    for day, wanted in days.items():
        noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Asia/Jerusalem"))
        (call,) = briefing(space, noon, "en").calls
        assert f"{here(call.begins, zone):%H:%M}" == "09:30"
        told = here(call.begins, "Asia/Jerusalem")
        assert (told.date().isoformat(), f"{told:%H:%M}") == (day, wanted)
        assert call.ends.timestamp() - call.begins.timestamp() == 30 * 60
