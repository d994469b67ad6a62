"""What is to be done, by whom and by when: tasks of all clients as rows of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vagen.model.agreement import Agreement
from vagen.model.workspace import Account
from vagen.pages.owner import HANDBOOK, Owner
from vagen.rules.matters import Matter, Quadrant
from vagen.rules.waits import Wait, wait_of

State = Literal[
    "todo", "doing", "review", "approval", "client", "other", "answered", "inbox", "agreement"
]
_ENDS_AHEAD = timedelta(days=90)
"""How long before its last day an agreement is told of: time to talk, whatever the notice is."""


@dataclass(frozen=True, slots=True)
class DutyView:
    """A task of a client, or the last day of an agreement.

    `id` tells it apart on a page that has it once. `path` leads to it on the client's board, empty
    where the client does not see it. `since` is when what it waits for was asked, `whom` somebody
    else it waits for, `answer` is what an answered approval says. `minutes` is its estimate. Of an
    agreement `renews` says that it goes on by itself, `notice` how long before one says no.
    """

    id: str
    title: str
    client: str
    path: str
    state: State
    due: date | None
    late_days: int
    important: bool
    since: date | None = None
    whom: str = ""
    answer: str = ""
    helper: str = ""
    minutes: int = 0
    notice: str = ""
    renews: bool = False


@dataclass(frozen=True, slots=True)
class StaleView:
    """An SOP whose next look-through is due; `path` is empty where the team does not read it."""

    title: str
    path: str
    due: date


def deadlines(owner: Owner) -> tuple[DutyView, ...]:
    """Every open task with a due date and every agreement that ends soon, the oldest first."""
    tasks = [duty(owner, one) for one in owner.agenda.deadlines]
    found = [*tasks, *_endings(owner)]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def quadrant(owner: Owner, name: Quadrant) -> tuple[DutyView, ...]:
    """The tasks in one's own hands that stand there, by due date."""
    chosen = (one for one in owner.agenda.matters if one.mine and one.quadrant == name)
    return tuple(duty(owner, one) for one in chosen)


def waiting(owner: Owner, found: tuple[Wait, ...]) -> tuple[DutyView, ...]:
    """The tasks that wait, as they were found."""
    return tuple(duty(owner, one.matter) for one in found)


def stale(owner: Owner) -> tuple[StaleView, ...]:
    """The SOPs to be looked through again."""
    return tuple(
        StaleView(
            file.sop.title,
            "" if tuple(file.sop.audience) == ("owner",) else f"{HANDBOOK}{file.id}/",
            on,
        )
        for file, on in owner.agenda.stale_sops
    )


def duty(owner: Owner, matter: Matter) -> DutyView:
    """A task as a row."""
    task, wait = matter.task, wait_of(matter)
    return DutyView(
        id=f"{matter.account.id}.{task.id}",
        title=task.title.within(owner.language),
        client=owner.name(matter.account),
        path=_path(owner, matter),
        state=wait.why if wait else "doing" if task.status == "doing" else "todo",
        due=task.due,
        late_days=matter.late_days,
        important=task.important,
        since=wait.since if wait else None,
        whom=wait.whom if wait else "",
        answer=(wait.answer or "") if wait else "",
        helper=owner.helper(task.assignee),
        minutes=task.estimate or 0,
    )


def _path(owner: Owner, matter: Matter) -> str:
    task = matter.task
    board = owner.door(matter.account, "board")
    return f"{board}#t-{task.id}" if board and task.lane and not task.private else ""


def _endings(owner: Owner) -> Iterator[DutyView]:
    for account in owner.workspace.accounts:
        agreement = account.client.agreement
        if agreement is None or agreement.until is None or account.client.status == "ended":
            continue
        if owner.today <= agreement.until <= owner.today + _ENDS_AHEAD:
            yield _ending(owner, account, agreement)


def _ending(owner: Owner, account: Account, agreement: Agreement) -> DutyView:
    return DutyView(
        id=f"{account.id}..",
        title="",
        client=owner.name(account),
        path="",
        state="agreement",
        due=agreement.until,
        late_days=0,
        important=False,
        notice=agreement.notice or "",
        renews=agreement.renewal == "automatic",
    )
