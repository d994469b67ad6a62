"""The story of the demo hangs together: bills and log, tasks and letters tell the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.sites import ROOT
from vagen.build import check
from vagen.edit.demo import DEMO_DAY, demo_files
from vagen.edit.folder import begin
from vagen.model.document import Document
from vagen.model.workspace import Account, Workspace
from vagen.rules.kinds import billable, kind_of
from vagen.rules.retainer import retainer_months


def test_numbers_are_given_in_the_order_of_days_without_a_gap(demo: Workspace) -> None:
    documents = [one.document for account in demo.accounts for one in account.documents]
    for series in demo.practice.invoice.numbering:
        issued = sorted(
            (one.number, one.issued)
            for one in documents
            if one.kind == series.kind and one.number and one.issued
        )
        assert [number for number, _ in issued] == [
            series.pattern.format(seq=series.opening + place) for place in range(len(issued))
        ]
        assert [day for _, day in issued] == sorted(day for _, day in issued)


def test_what_is_billed_by_the_hour_is_what_the_log_says(demo: Workspace) -> None:
    """`source: log email, calls` names the kinds of a line; together they are the whole period."""
    seen = 0
    for account, document in _documents(demo):
        lines = [line for line in document.lines if (line.source or "").startswith("log ")]
        if not lines or document.period is None:
            continue
        entries = [
            one
            for one in account.entries
            if document.period.since <= one.on <= document.period.until
            and billable(one, account, demo.practice)
        ]
        billed: Counter[str] = Counter()
        for line in lines:
            kinds = (line.source or "").removeprefix("log ").split(", ")
            minutes = sum(one.minutes for one in entries if kind_of(one, account) in kinds)
            assert line.quantity * 60 == _rounded(minutes, demo, account), (document.subject, line)
            billed.update(kinds)
            seen += 1
        assert set(billed) == {kind_of(one, account) for one in entries}, document.subject
        assert set(billed.values()) == {1}
    assert seen > 40


def test_episodes_that_are_billed_are_those_that_went_out(demo: Workspace) -> None:
    aired = [one.on for one in _account(demo, "long-paddock").entries if "באוויר" in one.text]
    billed = 0
    for _, document in _documents(demo):
        for line in document.lines:
            if line.source == "episodes" and document.period:
                period = document.period
                assert line.quantity == sum(period.since <= on <= period.until for on in aired)
                billed += int(line.quantity)
    assert billed == len(aired) == 20


def test_tasks_that_are_done_were_worked_on_and_are_told_of(demo: Workspace) -> None:
    for account in demo.accounts:
        letters = {one.on: _letter(account.id, one.on) for one in account.updates}
        for task in (one for one in account.tasks if one.status == "done"):
            assert task.done is not None
            worked = [one.on for one in account.entries if one.task == task.id]
            assert worked, task.id
            assert max(worked) <= task.done, task.id
            assert task.created is not None
            assert min(worked) >= task.created, task.id
            week = [
                text
                for on, text in letters.items()
                if on - timedelta(days=7) < task.done <= on and not task.private
            ]
            for text in week:
                title = task.title.within(account.client.language)
                assert _words(title) & _words(text), (task.id, text)


def test_what_a_letter_calls_done_is_no_open_task(demo: Workspace) -> None:
    """Under the first heading of a letter stands what was finished."""
    for account in demo.accounts:
        for update in account.updates:
            finished = _letter(account.id, update.on).partition("\n## ")[2].partition("\n## ")[0]
            assert finished
            for task in account.tasks:
                if task.status != "done":
                    title = task.title.within(account.client.language)
                    assert title.casefold() not in finished.casefold(), (task.id, update.on)


def test_what_waits_for_a_yes_was_asked_of_somebody_there(demo: Workspace) -> None:
    for account in demo.accounts:
        people = {one.name.within(account.client.language) for one in account.client.contacts}
        for task in account.tasks:
            assert {one.by for one in task.approvals if one.by} <= people
            assert (task.status == "approval") == any(one.on is None for one in task.approvals)
        for file in account.documents:
            if file.document.buyer and file.document.kind != "receipt":
                assert file.document.buyer.attention in people


def test_clients_who_are_active_get_a_letter_a_week(demo: Workspace) -> None:
    """But for the two weeks of her break; and two letters wait for their day."""
    thursdays = [DEMO_DAY - timedelta(days=4 + 7 * week) for week in range(7)]
    for account in demo.accounts:
        days = {one.on for one in account.updates}
        if account.client.status == "active":
            assert len([on for on in days if on <= DEMO_DAY]) >= 8
            assert days >= set(thursdays)
        else:
            assert days
    waiting = [one for account in demo.accounts for one in account.updates if one.on > DEMO_DAY]
    assert len(waiting) == 2


@pytest.mark.parametrize("weeks", [0, 1, 9, 14, 22, 66, -30])
def test_on_any_day_the_retainers_are_what_their_invoices_tell(tmp_path: Path, weeks: int) -> None:
    """Months differ in length: the log stands far enough from their ends."""
    today = DEMO_DAY + timedelta(weeks=weeks)
    begin(tmp_path, demo_files(today))
    workspace = check(tmp_path, today).workspace
    assert workspace is not None
    told = {
        "efroni": [(0, 180, 0), (180, 0, 90)],
        "northlake": [(0, 180, 0), (180, 0, 0), (0, 60, 0), (60, 0, 90)],
        "rimon": [],
    }
    for name, months in told.items():
        *past, running = retainer_months(_account(workspace, name), workspace.practice, today)
        assert [(one.carried, one.left, one.over) for one in past] == months, name
        assert running.left > 0
        assert not running.over


def _account(workspace: Workspace, name: str) -> Account:
    account = workspace.account(name)
    assert account is not None
    return account


def _documents(workspace: Workspace) -> Iterator[tuple[Account, Document]]:
    for account in workspace.accounts:
        for file in account.documents:
            yield account, file.document


def _rounded(minutes: int, workspace: Workspace, account: Account) -> int:
    agreed = account.client.agreement
    rounding = (agreed.rounding if agreed else None) or workspace.practice.invoice.rounding
    assert rounding is not None
    assert rounding.scope == "line"
    how = {"up": ROUND_CEILING, "nearest": ROUND_HALF_UP}[rounding.mode]
    steps = (Decimal(minutes) / rounding.increment).to_integral_value(how)
    return int(steps) * rounding.increment


def _letter(client: str, on: date) -> str:
    path = ROOT / f"content/clients/{client}/updates/{on.isoformat()}.md"
    return path.read_text(encoding="utf-8")


def _words(text: str) -> set[str]:
    """Words that carry meaning, Hebrew ones without what clings to their front."""
    found = re.findall(r"[א-ת]{3,}|[^\W\dא-ת]{4,}", text.casefold())
    return {re.sub(r"^[הבלמשוכ](?=[א-ת]{3})", "", word) for word in found} - _COMMON


_COMMON = {"from", "with", "that", "every", "their", "people", "after", "what", "there", "for"}
