from datetime import date

import pytest

from tests.pages.practice import NOW, account, client, entry, task, workspace
from vagen.pages import hours
from vagen.pages.hours import KindMinutes

LOG = (
    entry("2026-10-30", 60, kind="content"),
    entry("2026-11-02", 45, kind="email", billable_mark=False),
    entry("2026-11-03", 90, kind="content"),
    entry("2026-11-03", 30, task="plan"),
    entry("2026-11-04", 15, kind="admin"),
    entry("2026-11-05", 20, text="SECRET of a private task", task="hidden"),
    entry("2026-11-05", 0, open=True, text="SECRET of now"),
)
TASKS = (task("plan", kind="content"), task("hidden", private="yes"))


def view(**keys):
    kept = account(of=client(**keys), entries=LOG, tasks=TASKS)
    return hours.plan(workspace(kept), NOW).artifacts[0].content.view


def test_minutes_by_month_and_kind():
    november, october = view().months
    assert (november.month, october.month) == (date(2026, 11, 1), date(2026, 10, 1))
    assert november.kinds == (
        KindMinutes("Content", 120),
        KindMinutes("E-mail", 45),
        KindMinutes("Admin", 15),
        KindMinutes("", 20),
    )
    assert (november.total, november.billable) == (200, 140)
    assert sum(kind.minutes for kind in november.kinds) == november.total
    assert november.entries == ()


def test_kinds_are_named_in_the_clients_language():
    assert view(language="he").months[0].kinds[0].label == "תוכן"


@pytest.mark.parametrize("time", ["kinds", "detail"])
def test_words_only_with_detail_and_never_those_of_private_tasks(time):
    found = view(time=time)
    assert found.detail is (time == "detail")
    assert ("Words of the log" in repr(found)) is found.detail
    assert "SECRET" not in repr(found)


def test_a_line_of_the_log():
    lines = view(time="detail").months[0].entries
    assert [(one.kind, one.minutes, one.billable) for one in lines] == [
        ("E-mail", 45, False),
        ("Content", 90, True),
        ("Content", 30, True),
        ("Admin", 15, False),
        ("", 20, True),
    ]
    assert lines[-1].text == ""


def test_no_page_where_the_client_sees_no_time():
    assert hours.plan(workspace(account(of=client(time="none"))), NOW).artifacts == ()
