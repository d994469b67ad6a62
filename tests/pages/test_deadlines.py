"""The client's dates: one list, its months, its agenda and its calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.pages.practice import (
    NOW,
    account,
    client,
    document,
    payment,
    practice,
    task,
    workspace,
)
from vagen.pages import deadlines
from vagen.pages.dates import dates
from vagen.pages.feed import feed
from vagen.pages.portal import portals

CALL = {"id": "weekly", "title": "Our call", "every": "week on thu", "at": "10:30", "minutes": 30}
AWAY = [{"from": "2026-12-13", "to": "2026-12-17", "note": "With my family"}]


def portal(*tasks, now=NOW, of=None, on=None, **kept):
    site = workspace(account(of=of or client(), tasks=tasks, **kept), of=on or practice())
    return next(portals(site, now))


def listed(*tasks, since="2026-11-01", until="2026-12-31", **kept):
    found = dates(portal(*tasks, **kept), date.fromisoformat(since), date.fromisoformat(until))
    return [(one.kind, one.id, one.on.isoformat()) for one in found]


def view(*tasks, **kept):
    return deadlines.deadlines(portal(*tasks, **kept))


def cell(month, on):
    days = [day for week in month.weeks for day in week if not day.outside]
    return next(day for day in days if day.on == date.fromisoformat(on))


def test_all_kinds_of_dates_stand_in_one_list_in_order():
    of = client(
        calls=[CALL], agreement={"since": "2026-07-01", "until": "2026-12-31", "rate": "38"}
    )
    found = listed(
        task("cover", due="2026-12-03", status="approval"),
        task("posts", due="2026-12-03", status="doing"),
        task("proof", status="done", due="2026-11-20", done="2026-11-12"),
        of=of,
        on=practice(away=AWAY),
        documents=(document(due="2026-12-03"),),
        since="2026-11-10",
        until="2026-12-31",
    )
    assert found == [
        ("task", "proof", "2026-11-12"),
        ("call", "weekly", "2026-11-12"),
        ("call", "weekly", "2026-11-19"),
        ("call", "weekly", "2026-11-26"),
        ("task", "cover", "2026-12-03"),
        ("task", "posts", "2026-12-03"),
        ("invoice", "2026-0001", "2026-12-03"),
        ("call", "weekly", "2026-12-03"),
        ("call", "weekly", "2026-12-10"),
        ("away", "2026-12-13", "2026-12-13"),
        ("call", "weekly", "2026-12-24"),
        ("agreement", "until", "2026-12-31"),
        ("call", "weekly", "2026-12-31"),
    ]


def test_private_tasks_and_the_inbox_are_in_no_list():
    hidden = (
        task("a", due="2026-12-01", private="yes", title="SECRET"),
        task("b", due="2026-12-01", status="inbox", title="SECRET"),
        task("c", due="2026-11-01", private="yes", status="doing", title="SECRET"),
    )
    assert listed(*hidden) == []
    made = deadlines.plan(workspace(account(tasks=hidden)), NOW).artifacts
    assert [one.path for one in made] == ["deadlines/index.html", "deadlines/wren.ics"]
    assert "SECRET" not in repr(made)


def test_the_notice_of_an_agreement_is_the_owners():
    agreement = {"since": "2026-07-01", "until": "2026-12-31", "notice": "30 days", "rate": "38"}
    made = deadlines.plan(workspace(account(of=client(agreement=agreement))), NOW).artifacts
    assert "30 days" not in repr(made)
    assert "2026, 12, 1)" not in repr([one.content.view.calendar for one in made[:1]])


@pytest.mark.parametrize(
    ("renewal", "says"),
    [
        ("automatic", "Our agreement renews itself"),
        ("by agreement", "Our agreement ends, and we decide what follows"),
        ("none", "Our agreement ends"),
    ],
)
def test_what_happens_when_the_agreement_ends(renewal, says):
    agreement = {"since": "2026-07-01", "until": "2026-12-31", "rate": "38", "renewal": renewal}
    found = dates(portal(of=client(agreement=agreement)), date(2026, 12, 1), date(2026, 12, 31))
    assert [one.title for one in found] == [says]


def test_a_paid_invoice_and_a_draft_are_no_dates():
    paid = document(due="2026-12-03")
    gross = payment("2026-0001", "1180")
    draft = document(None, issued=None, due="2026-12-05")
    assert listed(documents=(paid, draft), payments=(gross,)) == []


def test_no_invoices_where_the_portal_shows_none():
    of = client(portal={"sections": ["deadlines"]})
    assert listed(documents=(document(due="2026-12-03"),), of=of) == []


def test_a_call_stands_on_the_readers_day():
    of = client(
        timezone="Australia/Sydney", calls=[CALL | {"zone": "America/New_York", "at": "18:00"}]
    )
    assert ("call", "weekly", "2026-11-27") in listed(of=of)  # Friday there, Thursday here


def test_a_month_begins_on_the_first_day_of_the_readers_week_and_rests_when_they_do():
    for country, first, rest in (("GB", 0, {5, 6}), ("IL", 6, {4, 5})):
        month = view(of=client(country=country)).months[0]
        assert month.weekdays[0] == first
        assert {len(week) for week in month.weeks} == {7}
        assert all(week[0].on.weekday() == first for week in month.weeks)
        assert {day.on.weekday() for week in month.weeks for day in week if day.rest} == rest
        inside = [day.on.day for week in month.weeks for day in week if not day.outside]
        assert inside == list(range(1, 31))


def test_today_is_the_readers():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    month = view(of=client(timezone="Australia/Sydney"), now=late).months[0]
    assert [day.on for week in month.weeks for day in week if day.today] == [date(2026, 11, 24)]


def test_the_grid_shows_the_month_and_the_agenda_tells_what_is_to_come():
    found = view(
        task("past", status="done", done="2026-11-04"),
        task("late", status="doing", due="2026-11-18"),
        task("ahead", due="2026-11-30"),
    )
    month = found.months[0]
    assert [one.id for one in cell(month, "2026-11-04").dates] == ["past"]
    assert [one.id for one in cell(month, "2026-11-18").dates] == ["late"]
    assert [(day.on.day, [one.id for one in day.dates]) for day in month.agenda] == [
        (30, ["ahead"])
    ]
    assert [day.on.day for week in month.weeks for day in week if day.told] == [30]
    assert [one.id for one in found.late] == ["late"]
    assert found.next is not None
    assert found.next.id == "ahead"


def test_what_is_late_is_told_however_long_ago_it_was():
    found = view(task("old", status="doing", due="2026-03-01"))
    assert [one.id for one in found.late] == ["old"]


def test_an_absence_fills_its_days_and_is_told_once():
    found = view(on=practice(away=AWAY))
    december = found.months[1]
    filled = [day.on.day for week in december.weeks for day in week if day.dates]
    assert filled == [13, 14, 15, 16, 17]
    assert [day.on.day for day in december.agenda] == [13]
    assert december.agenda[0].dates[0].note == "With my family"
    assert found.next is None


def test_an_absence_that_has_begun_is_told_today():
    away = [{"from": "2026-11-20", "to": "2026-11-25"}]
    assert [day.on.day for day in view(on=practice(away=away)).months[0].agenda] == [23]


def test_months_end_with_the_last_date_and_this_one_is_always_there():
    assert [one.month.month for one in view().months] == [11]
    found = view(task("a", due="2027-01-05"), task("b", due="2027-06-01"))
    assert [one.month.isoformat() for one in found.months] == [
        "2026-11-01", "2026-12-01", "2027-01-01",
    ]  # fmt: skip
    assert len(view(of=client(calls=[CALL])).months) == deadlines.MONTHS


def test_no_page_where_the_portal_has_none():
    whose = client(portal={"sections": ["time"]})
    assert deadlines.plan(workspace(account(of=whose)), NOW).artifacts == ()


# The calendar.


def events(*tasks, **kept):
    found = feed(portal(*tasks, **kept))
    return {one.title: one for one in (*found.calls, *found.days)}


def test_the_calendar_holds_what_is_open_and_what_is_ahead():
    of = client(
        calls=[CALL], agreement={"since": "2026-07-01", "until": "2027-12-31", "rate": "38"}
    )
    found = events(
        task("cover", due="2026-12-03", status="approval", title="Cover", note="Two to choose"),
        task("late", due="2026-03-01", status="doing", title="Old"),
        task("done", status="done", due="2026-12-01", done="2026-11-12", title="Done"),
        task("hidden", private="yes", due="2026-12-01", title="SECRET"),
        of=of,
        on=practice(away=AWAY),
        documents=(document(due="2026-12-03"),),
    )
    assert list(found) == [
        "Our call",
        "Cover (waiting for you)",
        "Old",
        "Deal invoice 2026-0001: £\N{NO-BREAK SPACE}1,180.00",
        "Our agreement ends, and we decide what follows",
        "Noa Barkai is away",
    ]
    assert found["Cover (waiting for you)"].text == "Two to choose"
    assert found["Noa Barkai is away"].text == "With my family"
    assert (found["Our call"].rule, found["Our call"].zone) == (
        "FREQ=WEEKLY;BYDAY=TH",
        "Europe/London",
    )
    assert date(2026, 12, 17) in found["Our call"].skipped


def test_an_events_name_stays_whatever_its_words_and_dates_become():
    of = client(calls=[CALL])
    before = events(task("cover", due="2026-12-03", title="Cover"), of=of)
    moved = client(
        calls=[CALL | {"title": "Call", "every": "week on mon", "at": "09:00"}], name="New"
    )
    later = datetime(2026, 12, 1, 10, tzinfo=UTC)
    after = events(
        task("cover", due="2026-12-09", title="The cover", status="doing"),
        of=moved,
        on=practice(name="Noa"),
        now=later,
    )
    assert before["Cover"].uid == after["The cover"].uid
    assert before["Our call"].uid == after["Call"].uid


def test_no_two_events_have_one_name():
    one = feed(portal(task("weekly", due="2026-12-01"), of=client(calls=[CALL])))
    workdays = CALL | {"id": "books", "every": "month on last workday"}
    other = feed(portal(task("weekly", due="2026-12-01"), of=client(calls=[workdays])))
    named = [event.uid for event in (*one.calls, *one.days, *other.calls)]
    assert len(named) == len(set(named)) == 15
    elsewhere = feed(portal(task("weekly", due="2026-12-01"), on=practice(email="a@b.example")))
    assert elsewhere.days[0].uid not in named
