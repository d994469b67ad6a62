from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.pages.practice import (
    NOW,
    account,
    client,
    document,
    entry,
    payment,
    practice,
    task,
    workspace,
)
from vagen.pages import overview
from vagen.pages.overview import greeting
from vagen.pages.parts import AwayView, MoneyView

RETAINER = {"since": "2026-11-01", "retainer": {"hours": "10h", "price": "1000"}}


def view(*, of=None, now=NOW, **kept):
    plan = overview.plan(workspace(account(**kept), of=of), now)
    return plan.artifacts[0].content.view


def test_one_page_a_portal_in_the_clients_language():
    hebrew = account("rotem", client(language="he", timezone="Asia/Jerusalem"))
    lead = account("lead", client(status="lead"))
    plan = overview.plan(workspace(account(), hebrew, lead), NOW)
    assert [one.target for one in plan.artifacts] == ["c/wren/index.html", "c/rotem/index.html"]
    assert [one.content.language for one in plan.artifacts] == ["en", "he"]
    assert {one.kind for one in plan.artifacts} == {"portal"}
    assert plan.problems == ()


def test_tasks_stand_where_they_belong():
    found = view(
        tasks=(
            task("approve", status="approval", due="2026-11-25"),
            task("answer", status="waiting", waiting_for="client", due="2026-11-24"),
            task("supplier", status="waiting", waiting_for="the printer"),
            task("write", status="doing", due="2026-11-20"),
            task("check", status="review", due="2026-11-27"),
            task("plan", due="2026-12-01"),
            task("old", status="done", done="2026-11-08"),
            task("new", status="done", done="2026-11-20"),
            task("idea", status="inbox"),
        )
    )
    assert [one.id for one in found.asks] == ["answer", "approve"]
    assert [(one.id, one.state, one.late) for one in found.doing] == [
        ("write", "doing", True),
        ("check", "review", False),
        ("supplier", "waiting", False),
    ]
    assert found.doing[2].awaits == "the printer"
    assert found.asks[0].awaits == ""
    assert [one.id for one in found.next] == ["plan"]
    assert [one.id for one in found.done_lately] == ["new"]
    assert (found.doing_count, found.next_count) == (3, 1)
    assert found.deadline is not None
    assert found.deadline.on == date(2026, 11, 24)


def test_at_most_three_are_shown_and_all_counted():
    found = view(tasks=tuple(task(f"t{n}", due=f"2026-12-0{n}") for n in range(5, 0, -1)))
    assert [one.id for one in found.next] == ["t1", "t2", "t3"]
    assert found.next_count == 5


def test_invoices_that_ask_for_money():
    found = view(
        documents=(
            document("B", due="2026-11-20"),
            document("A", due="2026-12-01"),
            document("PAID"),
            document("Q", kind="quote"),
            document(None),
        ),
        payments=(payment("B", "400"), payment("PAID", "1180")),
    )
    assert [(one.number, one.late_days, one.path) for one in found.invoices] == [
        ("B", 3, "invoices/"),
        ("A", 0, "invoices/"),
    ]
    assert found.invoices[0].balance == MoneyView(Decimal("780.00"), "GBP")
    assert found.invoices[0].title == "Deal invoice"


def test_a_hidden_section_says_nothing_here_either():
    agreed = client(agreement=RETAINER, portal={"sections": ["board"]})
    found = view(of=None, documents=(document(),), entries=(entry("2026-11-02", 60),))
    assert found.invoices
    plan = overview.plan(workspace(account(of=agreed, documents=(document(),))), NOW)
    hidden = plan.artifacts[0].content.view
    assert hidden.invoices == ()
    assert hidden.retainer is None
    assert [one.id for one in hidden.frame.nav] == ["overview", "board"]


def test_the_retainers_month_and_my_absences():
    kept = account(of=client(agreement=RETAINER), entries=(entry("2026-11-02", 90),))
    whose = practice(away=[{"from": "2026-12-06", "to": "2026-12-10", "note": "Urgent? Call me."}])
    found = overview.plan(workspace(kept, of=whose), NOW).artifacts[0].content.view
    assert (found.retainer.used, found.retainer.left) == (90, 510)
    assert found.retainer.share_of_time == Decimal("0.733")  # 22 of 30 days
    assert found.away == (AwayView(date(2026, 12, 6), date(2026, 12, 10), "Urgent? Call me."),)


def test_today_and_lateness_are_the_clients():
    late_evening = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # already the 24th in Jerusalem
    due = (task("due", status="doing", due="2026-11-23"),)
    assert not view(tasks=due, now=late_evening).doing[0].late
    near = client(timezone="Asia/Jerusalem")
    found = overview.plan(workspace(account(of=near, tasks=due)), late_evening)
    assert found.artifacts[0].content.view.doing[0].late
    assert found.artifacts[0].content.view.frame.today == date(2026, 11, 24)


@pytest.mark.parametrize("status", ["inbox", "doing"])
def test_private_tasks_and_the_inbox_are_not_in_the_view(status):
    secret = task("secret", title="SECRET", status=status, private="yes")
    idea = task("idea", title="SECRET", status="inbox")
    assert "SECRET" not in repr(view(tasks=(secret, idea)))


def test_calls_are_told_on_both_clocks():
    call = {"id": "w", "title": "Weekly", "every": "week on thu", "at": "10:00", "via": "zoom"}
    found = view(of=None, now=NOW)
    assert found.call is None
    kept = account(of=client(calls=[call]))
    call = overview.plan(workspace(kept), NOW).artifacts[0].content.view.call
    assert (call.yours.isoformat(), call.mine.isoformat()) == (
        "2026-11-26T10:00:00+00:00",
        "2026-11-26T12:00:00+02:00",
    )
    assert (call.zone_yours, call.zone_mine) == ("Europe/London", "Asia/Jerusalem")


@pytest.mark.parametrize(
    ("contacts", "greet"),
    [
        ([], ""),
        ([{"name": "Imogen Wren"}], "Imogen"),
        ([{"name": "Dr. Levi"}], "Dr. Levi"),
        ([{"name": 'ד"ר לוי'}], 'ד"ר'),
        ([{"name": "A"}, {"name": {"en": "Bea C", "he": "בי"}, "primary": "yes"}], "Bea"),
    ],
)
def test_the_greeting(contacts, greet):
    assert greeting(client(contacts=contacts)) == greet
