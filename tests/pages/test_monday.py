"""Monday's sheet: every task once, as many rows as a sheet of paper has room for."""

from __future__ import annotations

from datetime import date

from tests.pages.practice import NOW, account, client, document, entry, sop, task, workspace
from vagen.model.workspace import Account
from vagen.pages.desk import desk
from vagen.pages.monday import PAGE, DutiesCut, SheetView
from vagen.pages.owner import Owner

CALLS = [
    {"id": f"c{n}", "title": "Talk", "every": "day", "at": f"{n + 8:02}:00", "minutes": 30}
    for n in range(4)
]


def seen(*accounts: Account, **kept: object) -> SheetView:
    return desk(Owner.of(workspace(*accounts, **kept), NOW)).sheet


def ids(cut: DutiesCut) -> list[str]:
    return [one.id.partition(".")[2] for one in cut.rows]


def duties(sheet: SheetView) -> list[DutiesCut]:
    return [sheet.due, sheet.mine, sheet.theirs, sheet.important, sheet.rest]


def busy(name: str, count: int) -> Account:
    """A client with tasks of every kind, calls and bills."""
    states = (
        {"status": "todo", "important": "yes"},
        {"status": "doing"},
        {"status": "review"},
        {"status": "inbox"},
        {"status": "waiting", "waiting_for": "the organisers of the fair"},
        {"status": "approval", "approvals": [{"asked": "2026-11-18"}]},
    )
    days = ("2026-11-20", "2026-11-27", "2026-12-09", None)
    tasks = tuple(
        task(f"t{n}", **states[n % 6], **({"due": day} if (day := days[n % 4]) else {}))
        for n in range(count)
    )
    of = client(name=f"Client {name}", calls=CALLS)
    papers = tuple(document(f"{name}-{n}") for n in range(3))
    return account(name, of, tasks=tasks, documents=papers)


def test_a_task_stands_where_it_is_first() -> None:
    sheet = seen(
        account(
            tasks=(
                task("a", due="2026-11-20", important="yes"),
                task("b", due="2026-11-30", status="waiting", waiting_for="client"),
                task("c", due="2026-12-01", status="review", important="yes"),
                task("d", status="inbox"),
                task("e", due="2026-12-01", status="waiting", waiting_for="client"),
                task("f", important="yes"),
                task("g", due="2027-02-01"),
                task("h"),
                task("i", due="2026-12-01"),
                task("j", due="2026-11-20", status="done"),
            )
        )
    )
    assert [ids(one) for one in duties(sheet)] == [
        ["a", "b"], ["c", "d"], ["e"], ["f"], ["i", "g", "h"],
    ]  # fmt: skip
    assert [one.more for one in duties(sheet)] == [0] * 5


def test_an_agreement_that_ends_stands_among_the_tasks() -> None:
    def of(until: str) -> SheetView:
        return seen(account(of=client(agreement={"since": "2026-01-01", "until": until})))

    assert [one.state for one in of("2026-11-28").due.rows] == ["agreement"]
    assert [one.state for one in of("2026-12-28").rest.rows] == ["agreement"]


def test_every_open_task_is_counted_once_however_many_there_are() -> None:
    for count in (1, 6, 12, 30):
        accounts = [busy(f"c{n}", 24) for n in range(count)]
        sheet = seen(*accounts)
        rows = [one.id for cut in duties(sheet) for one in cut.rows]
        assert len(rows) == len(set(rows))
        assert len(rows) + sum(one.more for one in duties(sheet)) == 24 * count
        assert all(one.rows for one in duties(sheet))


def test_what_has_no_room_is_counted() -> None:
    sheet = seen(*(busy(f"c{n}", 24) for n in range(12)))
    assert len(sheet.clients) == 12
    assert (len(sheet.calls) + sheet.calls_more, len(sheet.unpaid) + sheet.unpaid_more) == (
        12 * 4 * 7, 36,
    )  # fmt: skip
    assert sheet.calls_more > 0 < sheet.unpaid_more
    assert len(sheet.due.rows) >= 8
    assert 5 * len(sheet.due.rows) < PAGE


def test_a_few_clients_lose_nothing() -> None:
    sheet = seen(busy("a", 12))
    assert [one.more for one in duties(sheet)] == [0] * 5
    assert sheet.unpaid_more == sheet.away_more == 0


def test_procedures_are_counted_with_what_waits_for_me() -> None:
    old = {"reviewed": "2026-01-01", "review_every": "quarter"}
    few = seen(sops=(sop("office/a", **old), sop("office/b", **old)))
    assert (len(few.stale), few.mine.more) == (2, 0)
    many = seen(
        account(tasks=tuple(task(f"t{n}", status="inbox") for n in range(30))),
        sops=tuple(sop(f"office/s{n:02}", **old) for n in range(30)),
    )
    assert len(many.mine.rows) + len(many.stale) + many.mine.more == 60


def test_a_client_has_its_hours_and_what_can_be_billed_in_its_line() -> None:
    by_hour = client(agreement={"since": "2026-01-01", "rate": "40"})
    logged = (entry("2026-11-20", 90), entry("2026-11-23", 30))
    first, second = seen(account("a", by_hour, entries=logged), account("b", by_hour)).clients
    assert (first.client.id, first.minutes, first.before) == ("a", 30, 90)
    assert first.ready is not None
    assert first.ready.net is not None
    assert first.ready.net.amount == 80
    assert (second.minutes, second.before, second.ready) == (0, 0, None)


def test_a_client_that_left_with_work_unbilled_has_a_line() -> None:
    left = client(status="ended", agreement={"since": "2026-01-01", "rate": "40"})
    sheet = seen(account("left", left, entries=(entry("2026-11-02", 90),)), account("gone", left))
    assert [one.client.id for one in sheet.clients] == ["left"]


def test_this_week_is_seven_days_from_today() -> None:
    sheet = seen(account(tasks=(task("in", due="2026-11-30"), task("out", due="2026-12-01"))))
    assert [one.due for one in sheet.due.rows] == [date(2026, 11, 30)]
    assert ids(sheet.rest) == ["out"]
