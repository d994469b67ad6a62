from datetime import UTC, date, datetime

from tests.pages.practice import account, client, entry, practice, workspace
from vagen.rules.agenda import agenda
from vagen.rules.week import week_start, worked

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
CALL = {"id": "weekly", "title": "Weekly", "every": "week on mon", "at": "09:30"}


def calls(space, now=NOW):
    return [(one.account.id, one.begins.isoformat()) for one in agenda(space, now, "en").meetings]


def test_calls_of_the_whole_day_and_of_the_week_ahead_in_their_own_clocks():
    tokyo = account("tokyo", client(calls=[CALL], timezone="Asia/Tokyo"))
    london = account("london", client(calls=[CALL]))
    assert calls(workspace(london, tokyo), datetime(2026, 11, 23, 12, tzinfo=UTC)) == [
        ("tokyo", "2026-11-23T09:30:00+09:00"),
        ("london", "2026-11-23T09:30:00+00:00"),
        ("tokyo", "2026-11-30T09:30:00+09:00"),
        ("london", "2026-11-30T09:30:00+00:00"),
    ]


def test_a_client_that_left_has_no_calls():
    assert calls(workspace(account(of=client(calls=[CALL], status="ended")))) == []


def test_a_meeting_ends_where_its_minutes_do_over_a_change_of_the_clock():
    night = CALL | {"every": "week on sun", "at": "01:30", "minutes": 60}
    space = workspace(account(of=client(calls=[night])))
    (first, *_) = agenda(space, datetime(2026, 10, 25, tzinfo=UTC), "en").meetings
    assert (first.ends.timestamp() - first.begins.timestamp()) == 3600


def test_open_ranges_are_told_whoever_began_them():
    logged = (entry("2026-11-23", 0, open=True), entry("2026-11-23", 30))
    (one,) = agenda(workspace(account(entries=logged)), NOW, "en").running
    assert one.entry is logged[0]


def test_a_holiday_of_clients_stands_once_and_not_where_it_is_ones_own():
    space = workspace(account("a"), account("b"), account("c", client(status="ended")))
    december = datetime(2026, 12, 20, tzinfo=UTC)
    found = agenda(space, december, "en").absences
    christmas = [one for one in found if one.days.since == date(2026, 12, 25)]
    assert [[each.id for each in one.clients] for one in christmas] == [["a", "b"]]
    mine = practice(away=[{"from": "2026-12-24", "to": "2027-01-02"}], holidays=None)
    found = agenda(workspace(account("a"), of=mine), december, "en").absences
    assert [(one.days.since, one.clients) for one in found] == [(date(2026, 12, 24), ())]


def test_weeks_begin_where_the_language_begins_them():
    monday = date(2026, 11, 23)
    assert week_start(monday, "en") == monday
    assert week_start(monday, "he") == date(2026, 11, 22)
    assert week_start(date(2026, 11, 22), "en") == date(2026, 11, 16)


def test_hours_of_the_week_and_of_the_whole_week_before():
    logged = [entry(day, 10) for day in ("2026-11-14", "2026-11-15", "2026-11-21")]
    logged += [entry("2026-11-22", 20), entry("2026-11-28", 5), entry("2026-11-29", 7)]
    space = workspace(account("a", entries=tuple(logged)), account("b"), of=practice(language="he"))
    found = [
        (one.account.id, one.this_week, one.last_week) for one in worked(space, date(2026, 11, 23))
    ]
    assert found == [("a", 25, 20)]
