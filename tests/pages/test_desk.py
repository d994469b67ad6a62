"""The owner's desk: all clients on one page, on the practice's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.pages.practice import (
    NOW,
    account,
    client,
    document,
    entry,
    payment,
    practice,
    sop,
    task,
    workspace,
)
from vagen.model.audience import OWNER
from vagen.model.person import Person
from vagen.model.workspace import Account, Teammate, Workspace
from vagen.pages.desk import DeskView, desk, plan
from vagen.pages.owner import Owner
from vagen.pages.parts import MoneyView

CALL = {"id": "weekly", "title": "Weekly", "every": "week on mon", "at": "09:30", "minutes": 30}
RETAINER = {"since": "2026-09-01", "retainer": {"hours": "10h", "price": "2000", "overage": "250"}}


def seen(*accounts: Account, now: datetime = NOW, **kept: object) -> DeskView:
    return desk(Owner.of(workspace(*accounts, **kept), now))


def tasks(*some: object, **keys: object) -> Account:
    return account(tasks=tuple(some), **keys)


def ids(rows: tuple) -> list[str]:
    return [one.id for one in rows]


def test_it_is_one_page_for_the_owner_in_the_practices_language() -> None:
    (page,) = plan(workspace(), NOW).artifacts
    assert (page.audience, page.target, page.kind) == (OWNER, "desk/index.html", "desk")
    assert page.content.language == "he"
    assert page.listing.place == "שולחן העבודה"


def test_a_practice_without_clients_has_a_desk() -> None:
    view = desk(Owner.of(Workspace(practice()), NOW))
    assert view.people == 0
    assert [one.id for one in view.frame.nav] == ["desk", "handbook"]


def test_deadlines_are_the_oldest_first_and_far_ones_apart() -> None:
    view = seen(
        tasks(
            task("far", due="2027-03-01"),
            task("late", due="2026-11-20"),
            task("dateless"),
            task("soon", due="2026-12-21"),
            task("done", due="2026-11-01", status="done"),
        ),
    )
    assert ids(view.due) == ["wren.late", "wren.soon"]
    assert ids(view.later) == ["wren.far"]
    assert [one.late_days for one in view.due] == [3, 0]


def test_an_agreement_that_ends_is_a_deadline_with_its_notice() -> None:
    def of(until: str, **keys: str) -> Account:
        agreement = {"since": "2026-01-01", "until": until, "notice": "30 days"}
        return account(of=client(agreement=agreement, **keys))

    (row,) = seen(of("2026-12-10")).due
    assert (row.state, row.due, row.notice) == ("agreement", date(2026, 12, 10), "30 days")
    assert ids(seen(of("2027-02-01")).later) == ["wren.."]
    assert seen(of("2027-06-01")).later == seen(of("2026-11-22")).due == ()
    assert seen(of("2026-12-10", status="ended")).due == ()
    goes_on = {"since": "2026-01-01", "until": "2026-12-10", "renewal": "automatic"}
    assert not row.renews
    assert seen(account(of=client(agreement=goes_on))).due[0].renews


def test_every_open_task_stands_by_weight_or_waits() -> None:
    view = seen(
        tasks(
            task("a", due="2026-11-24", important="yes"),
            task("b", important="yes"),
            task("c", due="2026-11-23"),
            task("d", status="doing"),
            task("e", status="inbox", created="2026-11-20"),
            task("f", status="waiting", waiting_for="client"),
            task("g", status="waiting", waiting_for="the barn"),
            task("h", status="approval", approvals=[{"asked": "2026-11-18"}]),
            task("i", status="done"),
        )
    )
    parts = (view.urgent_important, view.important, view.urgent, view.neither)
    assert [ids(one) for one in parts] == [["wren.a"], ["wren.b"], ["wren.c"], ["wren.d"]]
    assert ids(view.waits_for_me) == ["wren.e"]
    assert [(one.id, one.state, one.since, one.whom) for one in view.waits_for_others] == [
        ("wren.h", "approval", date(2026, 11, 18), ""),
        ("wren.f", "client", None, ""),
        ("wren.g", "other", None, "the barn"),
    ]
    assert view.pressing == 1


def test_a_helper_is_named_and_a_task_leads_to_the_board_if_the_client_sees_it() -> None:
    dana = Teammate("dana", Person.model_validate({"name": {"en": "Dana", "he": "דנה"}}))
    found = (
        task("open", assignee="dana", estimate="2h", due="2026-11-24"),
        task("secret", private="yes", due="2026-11-25"),
        task("idea", status="inbox", due="2026-11-26"),
        task("lost", assignee="nobody", due="2026-11-27"),
    )
    view = seen(tasks(*found), team=(dana,))
    assert [one.path for one in view.due] == [
        "../c/wren/board/#t-open", "", "", "../c/wren/board/#t-lost",
    ]  # fmt: skip
    assert [one.helper for one in view.due] == ["דנה", "", "", "nobody"]
    assert view.due[0].minutes == 120
    closed = client(portal={"sections": ["time"]})
    assert [one.path for one in seen(account(of=closed, tasks=found)).due] == [""] * 4


def test_a_portal_that_is_not_open_is_not_led_to() -> None:
    def path(**keys: object) -> str:
        return seen(account(of=client(**keys))).clients[0].path

    assert path() == "../c/wren/"
    assert path(status="lead") == ""
    assert path(portal={"closed": "2026-11-23"}) == ""


def test_clients_at_work_come_first_and_those_that_left_only_with_something_open() -> None:
    view = seen(
        account("gone", client(name="Gone", status="ended")),
        account("owes", client(name="Owes", status="ended"), documents=(document(),)),
        account("zeta", client(name="Zeta")),
        account("alef", client(name="alef")),
        account("rest", client(name="Rest", status="paused")),
        account("lead", client(name="Lead", status="lead")),
    )
    assert ids(view.clients) == ["alef", "zeta", "lead", "rest", "owes"]
    assert view.people == 6


def test_a_client_at_a_glance() -> None:
    entries = (entry("2026-11-02", 540), entry("2026-10-31", 60), entry("2026-11-20", 70))
    some = (
        task("late", due="2026-11-20"),
        task("idea", status="inbox"),
        task("theirs", status="waiting", waiting_for="client"),
    )
    papers = (document("1", issued="2026-10-01"), document("2", currency="USD"))
    (row,) = seen(
        account(
            of=client(agreement=RETAINER),
            tasks=some,
            entries=entries,
            documents=papers,
            payments=(payment("1", "500"),),
        )
    ).clients
    assert (row.tasks, row.late, row.mine, row.theirs, row.minutes) == (2, 1, 1, 1, 610)
    assert (row.zone, row.ahead) == ("Europe/London", -120)
    assert (row.next.on, row.next.late_days) == (date(2026, 11, 20), 3)
    assert (row.retainer.used, row.retainer.over, row.low) == (610, 10, True)
    assert [one.currency for one in row.unpaid] == ["GBP", "USD"]
    assert row.unpaid[0].amount == row.unpaid[1].amount - 500
    assert row.unpaid_late


def test_calls_of_seven_days_are_told_on_both_clocks() -> None:
    sydney = client(calls=[CALL], timezone="Australia/Sydney", name="South")
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    (call,) = seen(account(of=sydney), now=now).meetings
    assert call.here.isoformat() == "2026-11-23T00:30:00+02:00"
    assert call.there.isoformat() == "2026-11-23T09:30:00+11:00"
    late = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert [one.here.day for one in seen(account(of=sydney), now=late).meetings] == [23]


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("Asia/Jerusalem", {"2026-03-26": 9, "2026-03-27": 9, "2026-10-24": 9, "2026-10-25": 9}),
        ("Europe/London", {"2026-03-28": 12, "2026-03-29": 11, "2026-10-24": 11, "2026-10-25": 11}),
        ("Australia/Sydney", {"2026-04-04": 1, "2026-04-05": 2, "2026-10-03": 2, "2026-10-04": 1}),
        ("America/New_York", {"2026-03-07": 16, "2026-03-08": 15, "2026-11-01": 16}),
    ],
)
def test_a_call_keeps_its_owners_clock_through_both_changes(zone: str, days: dict) -> None:
    daily = CALL | {"every": "day"}
    caller = account(of=client(calls=[daily], timezone=zone))
    for day, hour in days.items():
        now = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        found = [one for one in seen(caller, now=now).meetings if one.here.date() == now.date()]
        assert [(one.there.hour, one.here.hour) for one in found] == [(9, hour)], day


def test_what_is_owed_stands_by_due_date_and_no_sum_has_two_currencies() -> None:
    papers = (
        document("1", issued="2026-10-01"),
        document("2", issued="2026-11-15"),
        document("3", issued="2026-11-02", currency="USD"),
        document("4", issued="2026-09-01"),
    )
    paid = (payment("4", "1180"), payment("1", "80"))
    view = seen(account(documents=papers, payments=paid))
    rows = [(one.number, one.late_days > 0, one.balance.currency) for one in view.unpaid]
    assert rows == [("1", True, "GBP"), ("3", True, "USD"), ("2", False, "GBP")]
    assert [one.path for one in view.unpaid] == ["../c/wren/invoices/"] * 3
    assert view.unpaid[0].gross.amount - view.unpaid[0].balance.amount == 80
    assert [one.total.currency for one in view.ages] == ["GBP", "USD"]
    for one in view.ages:
        assert one.total.amount == one.ahead.amount + one.late.amount + one.old.amount


def test_hours_of_the_week_by_kind_and_an_entry_that_runs() -> None:
    logged = (
        entry("2026-11-22", 60, kind="content"),
        entry("2026-11-23", 30, kind="email"),
        entry("2026-11-23", 15),
        entry("2026-11-23", 0, open=True),
        entry("2026-11-21", 45),
    )
    view = seen(account(entries=logged), account("idle"))
    (row,) = view.week
    assert (row.minutes, row.before) == (105, 45)
    assert row.kinds == (("תוכן", 60), ("דואר", 30), ("", 15))
    assert view.week_since == date(2026, 11, 22)
    assert view.running == ("Wren & Rowe",)


def test_what_is_ready_to_bill_by_the_hour() -> None:
    by_hour = client(agreement={"since": "2026-01-01", "rate": "40"})
    logged = (
        entry("2026-11-02", 90),
        entry("2026-11-20", 30),
        entry("2026-11-21", 60, kind="admin"),
    )
    view = seen(
        account("a", by_hour, entries=logged),
        account("b", replace_currency(by_hour, "USD"), entries=logged[:1]),
        account("c", client(), entries=logged, documents=(document(None),)),
        account("d", by_hour),
    )
    first, second, third = view.ready
    assert (first.minutes, first.since, first.until) == (120, date(2026, 11, 2), date(2026, 11, 20))
    assert first.net == MoneyView(first.net.amount, "GBP")
    assert (first.net.amount, second.net.amount, third.net) == (80, 60, None)
    assert (third.drafts, first.guessed) == (1, False)
    assert [(one.amount, one.currency) for one in view.ready_sums] == [(80, "GBP"), (60, "USD")]


def replace_currency(of: object, currency: str) -> object:
    return of.model_copy(update={"currency": currency})


def test_what_is_ready_to_bill_of_a_retainer() -> None:
    logged = (entry("2026-09-10", 660), entry("2026-10-10", 60), entry("2026-11-10", 60))
    (row,) = seen(account(of=client(agreement=RETAINER), entries=logged)).ready
    assert (row.within, row.months, row.over, row.minutes) == (True, 2, 60, 780)
    assert row.net.amount == 2 * 2000 + 250
    ended = RETAINER | {"until": "2026-11-20"}
    (row,) = seen(account(of=client(agreement=ended), entries=logged)).ready
    assert (row.months, row.ended) == (0, True)


def test_an_invoice_without_a_period_is_said_to_be_a_guess() -> None:
    logged = (entry("2026-10-10", 60), entry("2026-11-10", 60))
    (row,) = seen(account(entries=logged, documents=(document(issued="2026-11-01"),))).ready
    assert (row.minutes, row.guessed) == (60, True)


def test_ones_own_absences_and_the_holidays_of_clients() -> None:
    mine = practice(away=[{"from": "2026-12-01", "to": "2026-12-03", "note": "Mine"}])
    view = seen(account(of=client(name="B")), account("a", client(name="A")), of=mine)
    assert [(one.since, one.name, one.clients) for one in view.away][:2] == [
        (date(2026, 12, 1), "Mine", ()),
        (date(2026, 12, 25), "Christmas Day", ("B", "A")),
    ]


def test_procedures_to_look_through_again_lead_to_the_handbook() -> None:
    old = {"reviewed": "2026-01-01", "review_every": "quarter"}
    view = seen(sops=(sop("office/mine", audience="owner", **old), sop("office/ours", **old)))
    assert [(one.path, one.due) for one in view.stale] == [
        ("", date(2026, 4, 1)),
        ("../handbook/office/ours/", date(2026, 4, 1)),
    ]


def test_search_finds_clients_and_deadlines_by_anchors_of_the_page() -> None:
    (page,) = plan(workspace(tasks(task("a", due="2026-11-24"))), NOW).artifacts
    assert [(one.title, one.anchor) for one in page.listing.entries] == [
        ("Wren & Rowe", "c-wren"),
        ("Title of a", "d-wren.a"),
    ]


def test_the_next_day_shows_and_the_next_hour_does_not() -> None:
    space = workspace(
        account(of=client(calls=[CALL], agreement=RETAINER), tasks=(task("a", due="2026-11-24"),))
    )
    first = desk(Owner.of(space, NOW))
    assert desk(Owner.of(space, NOW.replace(hour=15))) == first
    assert desk(Owner.of(space, NOW.replace(day=24))) != first


def test_a_clients_name_changes_the_page() -> None:
    space = workspace()
    other = replace(space, accounts=(account(of=client(name="Another")),))
    assert desk(Owner.of(space, NOW)) != desk(Owner.of(other, NOW))
