"""`vagen start`, `stop`, `status`: a timer is an open range in the log itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.edit.desk import Desk, at, codes, told

NEW_YORK = "America/New_York"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


def test_a_timer_is_an_open_range_with_room_for_its_end(desk: Desk) -> None:
    assert codes(desk.start("Layout #design", at("14:00:59"))) == []
    assert desk.logged() == "2026-11-23: |\n  14:00-      Layout #design\n"
    _, (timer,) = desk.status(at("15:29:10"))
    assert (timer.client, timer.minutes) == ("ada", 89)
    edit = desk.stop(at("15:30:01"))
    assert codes(edit) == []
    assert desk.logged() == "2026-11-23: |\n  14:00-15:30 Layout #design\n"
    assert [(one.verb, one.entry.minutes) for one in edit.done] == [("stopped", 90)]
    assert desk.status(at("15:31"))[1] == ()


def test_only_its_own_line_changes(desk: Desk) -> None:
    before = "# mine\r\n2026-11-23: |-\r\n   08:00–   x  y\t z #design\r\n   30m q\r\n\r\n# end"
    desk.month(before)
    assert codes(desk.stop(at("09:15"))) == []
    assert desk.logged() == before.replace("08:00–   x", "08:00–09:15 x")


def test_a_timer_without_words_is_called_after_its_task(desk: Desk) -> None:
    title = "{en: Rules, he: כללים}"
    desk.write("content/clients/ada/tasks.yaml", f"- {{id: rules, title: {title}}}\n")
    assert codes(desk.start("@rules !", at("09:00"))) == []
    assert "09:00-      Rules @rules !" in desk.logged()
    assert codes(desk.start("", at("09:30"), client="bob", switch=True)) == []
    assert "09:30-      Work\n" in desk.logged("bob")


def test_a_title_that_would_be_read_as_something_else_is_not_used(desk: Desk) -> None:
    desk.write("content/clients/ada/tasks.yaml", "- {id: rules, title: 'Rules #email'}\n")
    assert codes(desk.start("@rules", at("09:00"))) == []
    assert "09:00-      Work @rules" in desk.logged()


def test_words_at_the_end_take_the_place_of_those_at_the_start(desk: Desk) -> None:
    desk.start("#design !", at("09:00"))
    assert codes(desk.stop(at("10:00"), typed="Newsletter #email")) == []
    assert "  09:00-10:00 Newsletter #email !\n" in desk.logged()


def test_wrong_words_at_the_end_leave_the_timer_running(desk: Desk) -> None:
    desk.start("x", at("09:00"))
    before = desk.logged()
    assert codes(desk.stop(at("10:00"), typed="Newsletter #emial")) == ["unknown-kind"]
    assert desk.logged() == before


def test_a_second_start_says_what_runs(desk: Desk) -> None:
    desk.start("Inbox", at("09:00"))
    edit = desk.start("Call", at("10:00"), client="bob")
    assert told(edit) == [
        (
            "a timer is running for ada since 09:00: Inbox",
            "end it with: vagen stop, or end it and start this one with: --switch",
        )
    ]
    assert codes(edit) == ["timer-running"]
    assert edit.problems[0].at.line == 2


def test_switching_ends_the_one_where_the_other_begins(desk: Desk) -> None:
    desk.start("Inbox", at("09:00"))
    edit = desk.start("Call", at("10:00"), client="bob", switch=True)
    assert [one.verb for one in edit.done] == ["stopped", "started"]
    assert "09:00-10:00 Inbox" in desk.logged()
    assert "10:00-      Call" in desk.logged("bob")
    again = desk.start("Mail", at("11:00"), client="bob", begun="10:30", switch=True)
    assert [one.verb for one in again.done] == ["stopped", "started"]
    assert len(again.changes) == 1
    assert desk.logged("bob") == "2026-11-23: |\n  10:00-10:30 Call\n  10:30-      Mail\n"


def test_a_timer_of_somebody_else_runs_beside(desk: Desk) -> None:
    desk.start("Inbox", at("09:00"))
    assert codes(desk.start("Layout +noam", at("09:10"), client="bob")) == []
    assert codes(desk.stop(at("10:00"))) == []
    assert told(desk.stop(at("10:01"))) == [
        ("no timer is running", "another one runs: vagen stop --person noam")
    ]
    assert codes(desk.stop(at("10:02"), person="noam")) == []
    assert "09:10-10:02 Layout +noam" in desk.logged("bob")


def test_two_timers_are_a_problem_with_a_cure(desk: Desk) -> None:
    desk.month("2026-11-23: |\n  09:00-      x\n").month("2026-11-23: |\n  10:00- y\n", "bob")
    for edit in (desk.stop(at("11:00")), desk.start("z", at("11:00")), desk.status(at("11:00"))[0]):
        assert codes(edit) == ["two-timers"]
        assert edit.problems[0].at.path == "content/clients/bob/time/2026-11.yaml"
        assert "delete its line" in told(edit)[0][1]


def test_where_nothing_runs_nothing_stops(desk: Desk) -> None:
    assert codes(desk.stop()) == ["no-timer"]
    assert desk.status()[1] == ()


def test_a_minute_that_is_not_over_is_nothing_to_log(desk: Desk) -> None:
    desk.month("2026-11-02: |\n  1h x\n")
    before = desk.logged()
    desk.start("x", at("09:00"))
    assert codes(desk.stop(at("09:00:59"))) == ["timer-just-begun"]
    edit = desk.stop(at("09:00:59"), drop=True)
    assert [one.verb for one in edit.done] == ["dropped"]
    assert desk.logged() == before
    desk.month(before := "2026-11-23: | # off\n  30m x\n")
    desk.start("y", at("09:01"))
    assert codes(desk.stop(at("09:01"), drop=True)) == []
    assert desk.logged() == before
    desk.month("2026-11-23: # off\n")
    desk.start("y", at("09:01"))
    assert codes(desk.stop(at("09:01"), drop=True)) == []
    assert desk.logged() == "2026-11-23: | # off\n"


def test_across_midnight_and_the_end_of_a_month(desk: Desk) -> None:
    desk.start("night", at("22:00", "2026-11-30"))
    assert codes(desk.stop(at("01:15", "2026-12-01"))) == []
    assert desk.logged() == "2026-11-30: |\n  22:00-01:15 night\n"
    desk.start("to midnight", at("20:00", "2026-12-02"))
    assert codes(desk.stop(at("00:00", "2026-12-03"))) == []
    assert "20:00-00:00 to midnight" in desk.logged(month="2026-12")


def test_a_forgotten_timer_asks_when_it_ended(desk: Desk) -> None:
    desk.start("x", at("17:00"))
    morning = at("08:30", "2026-11-24")
    assert codes(desk.stop(morning)) == ["timer-forgotten"]
    assert codes(desk.start("y", morning, switch=True)) == ["timer-forgotten"]
    assert "17:00-      x" in desk.logged()
    assert codes(desk.stop(morning, at="18:45")) == []
    assert "17:00-18:45 x" in desk.logged()


def test_a_time_that_has_not_come_is_refused(desk: Desk) -> None:
    assert codes(desk.start("x", at("11:00"), begun="11:30")) == ["timer-ahead"]
    assert codes(desk.start("x", at("11:00"), begun="soon")) == ["bad-log-line"]
    assert codes(desk.start("x", at("11:00"), begun="10:00-10:30")) == ["bad-log-line"]
    desk.start("x", at("11:00"), begun="10:30")
    assert codes(desk.stop(at("11:00"), at="11:01")) == ["timer-ahead"]
    assert codes(desk.stop(at("11:00"), at="10:30")) == ["bad-log-line"]
    assert codes(desk.stop(at("11:00"), at="25:00")) == ["bad-time"]
    assert codes(desk.stop(at("11:00"), at="10:45")) == []


def test_a_timer_that_begins_later_is_not_stopped_yet(desk: Desk) -> None:
    desk.month("2026-11-23: |\n  16:00-      planned\n")
    assert codes(desk.stop(at("12:00"))) == ["timer-ahead"]


def test_what_was_logged_meanwhile_is_not_counted_twice(desk: Desk) -> None:
    desk.start("x", at("09:00"))
    assert codes(desk.log("10:00-10:15 Call", at("10:20"), client="bob")) == []
    assert codes(desk.stop(at("11:00"))) == ["overlapping-times"]
    assert codes(desk.stop(at("11:00"), at="10:00")) == []


@pytest.mark.parametrize(
    ("zone", "begin", "end", "line", "minutes"),
    [
        # The clocks go back from 02:00+03:00 to 01:00+02:00 on 2026-10-25.
        ("Asia/Jerusalem", "2026-10-25T01:30+03:00", "2026-10-25T01:30+02:00",
         "01:30+03:00-01:30+02:00 x", 60),
        ("Asia/Jerusalem", "2026-10-25T01:45+03:00", "2026-10-25T01:15+02:00",
         "01:45+03:00-01:15+02:00 x", 30),
        ("Asia/Jerusalem", "2026-10-25T00:30+03:00", "2026-10-25T01:10+02:00",
         "00:30-01:10+02:00 x", 100),
        ("Asia/Jerusalem", "2026-10-25T01:50+02:00", "2026-10-25T02:10+02:00",
         "01:50+02:00-02:10 x", 20),
        ("Asia/Jerusalem", "2026-10-24T23:00+03:00", "2026-10-25T03:00+02:00",
         "23:00-03:00 x", 300),
        # They jump from 02:00+02:00 to 03:00+03:00 on 2026-03-27.
        ("Asia/Jerusalem", "2026-03-27T01:30+02:00", "2026-03-27T03:30+03:00",
         "01:30-03:30 x", 60),
        (NEW_YORK, "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00",
         "01:30-04:00-01:30-05:00 x", 60),
        (NEW_YORK, "2026-10-31T23:30-04:00", "2026-11-01T01:30-05:00",
         "23:30-01:30-05:00 x", 180),
        (NEW_YORK, "2026-11-01T01:10-05:00", "2026-11-01T03:00-05:00",
         "01:10-05:00-03:00 x", 110),
        ("Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T01:10+00:00",
         "01:30+01:00-01:10+00:00 x", 40),
        ("Australia/Sydney", "2026-04-05T02:30+11:00", "2026-04-05T02:45+10:00",
         "02:30+11:00-02:45+10:00 x", 75),
        # The command runs in another zone than the practice's.
        ("Asia/Jerusalem", "2026-11-22T23:30+00:00", "2026-11-22T20:00-05:00",
         "01:30-03:00 x", 90),
    ],
)  # fmt: skip
def test_the_instants_are_those_of_the_clock_on_the_wall(
    tmp_path: Path, *, zone: str, begin: str, end: str, line: str, minutes: int
) -> None:
    desk = Desk.at(tmp_path, zone)
    assert codes(desk.start("x", datetime.fromisoformat(begin))) == []
    edit = desk.stop(datetime.fromisoformat(end))
    assert codes(edit) == []
    (done,) = edit.done
    assert done.entry is not None
    assert done.entry.minutes == minutes
    month = desk.read(edit.changes[0].path)
    assert [" ".join(one.split()) for one in month.splitlines()[1:]] == [line]


def test_at_a_time_that_exists_twice_the_offset_decides(desk: Desk) -> None:
    now = datetime.fromisoformat("2026-10-25T04:00+02:00")
    assert codes(desk.start("x", now, begun="01:30")) == ["bad-time"]
    assert codes(desk.start("x", now, begun="01:30+03:00")) == []
    edit = desk.stop(now, at="01:30+02:00")
    assert [one.entry.minutes for one in edit.done if one.entry] == [60]
