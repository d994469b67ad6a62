"""Open tasks over all clients: what is due, what matters, what may wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vagen.model.task import Task
from vagen.model.workspace import Account, Workspace

Quadrant = Literal["now", "plan", "soon", "later"]
"""Eisenhower's four: important and urgent, important, urgent, neither."""

QUADRANTS: tuple[Quadrant, ...] = ("now", "plan", "soon", "later")
URGENT = timedelta(days=3)
"""A task that says nothing of its urgency is urgent this long before its due date."""

_AT_WORK = ("todo", "doing", "review")


@dataclass(frozen=True, slots=True)
class Matter:
    """An open task of a client on a day of the practice's."""

    account: Account
    task: Task
    late_days: int
    urgent: bool

    @property
    def quadrant(self) -> Quadrant:
        """Where it stands by importance and urgency."""
        if self.task.important:
            return "now" if self.urgent else "plan"
        return "soon" if self.urgent else "later"

    @property
    def mine(self) -> bool:
        """Whether it is in the practice's hands, not in the inbox, and waits for nobody."""
        return self.task.status in _AT_WORK

    @property
    def order(self) -> tuple[date, int, str, str]:
        """By due date, those without one last; then by weight, client and id."""
        weight = QUADRANTS.index(self.quadrant)
        return self.task.due or date.max, weight, self.account.id, self.task.id


def is_urgent(task: Task, today: date) -> bool:
    """What the task says of itself, else whether its due date is near or past."""
    if task.urgent is not None:
        return task.urgent
    return task.due is not None and task.due <= today + URGENT


def matters(workspace: Workspace, today: date) -> tuple[Matter, ...]:
    """Every open task of every client, by due date."""
    found = (
        Matter(account, task, _late_days(task, today), is_urgent(task, today))
        for account in workspace.accounts
        for task in account.tasks
        if task.status != "done"
    )
    return tuple(sorted(found, key=lambda one: one.order))


def due(found: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """Those with a due date: the deadlines, the oldest first."""
    return tuple(one for one in found if one.task.due is not None)


def pressing(found: tuple[Matter, ...], today: date) -> tuple[Matter, ...]:
    """What is worth one's own attention today: urgent or important, begun or free to begin.

    Important and urgent first, then urgent, then important; within each by due date.
    """
    weight = {"now": 0, "soon": 1, "plan": 2}
    chosen = [
        one
        for one in found
        if one.mine
        and one.quadrant in weight
        and (one.task.start is None or one.task.start <= today)
    ]
    return tuple(sorted(chosen, key=lambda one: (weight[one.quadrant], one.order)))


def _late_days(task: Task, today: date) -> int:
    return (today - task.due).days if task.due is not None and task.late(today) else 0
