"""What waits for whom: for a client since when, for somebody else, and for the practice."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vagen.model.sop import Sop
from vagen.model.task import Approval, Task
from vagen.model.workspace import Account, SopFile, Workspace
from vagen.rules.matters import Matter

Why = Literal["approval", "client", "other", "answered", "review", "inbox"]
MINE: frozenset[Why] = frozenset({"answered", "review", "inbox"})
"""What the practice itself has to take up."""

_EVERY = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Wait:
    """A task that waits. `since` is None where no record says; `whom` names somebody else."""

    matter: Matter
    why: Why
    since: date | None = None
    whom: str = ""
    answer: Literal["yes", "change"] | None = None

    @property
    def account(self) -> Account:
        """Whose task it is."""
        return self.matter.account

    @property
    def task(self) -> Task:
        """The task."""
        return self.matter.task


def waits(found: tuple[Matter, ...]) -> tuple[Wait, ...]:
    """Everything that waits, the longest first; what says no day comes last."""
    every = (wait for one in found if (wait := wait_of(one)))
    return tuple(sorted(every, key=lambda one: (one.since or date.max, one.matter.order)))


def wait_of(matter: Matter) -> Wait | None:
    """How a task waits, None where it does not.

    An approval whose last version was answered waits for the practice, whatever its status says.
    """
    task = matter.task
    asked = task.approvals[-1] if task.approvals else None
    match task.status:
        case "approval" if asked and asked.answer:
            found = Wait(matter, "answered", asked.on, answer=asked.answer)
        case "approval":
            found = Wait(matter, "approval", _asked(asked))
        case "waiting" if task.waiting_for == "client":
            found = Wait(matter, "client", _asked(asked))
        case "waiting":
            found = Wait(matter, "other", whom=task.waiting_for or "")
        case "review":
            found = Wait(matter, "review")
        case "inbox":
            found = Wait(matter, "inbox", task.created)
        case _:
            return None
    return found


def stale_sops(workspace: Workspace, today: date) -> tuple[tuple[SopFile, date], ...]:
    """The SOPs whose next look-through is due, with the day on which it was."""
    found = [
        (file, on)
        for file in workspace.sops
        if (on := review_day(file.sop)) is not None and on <= today
    ]
    return tuple(sorted(found, key=lambda one: (one[1], one[0].id)))


def review_day(sop: Sop) -> date | None:
    """The day on which an SOP is to be looked through again."""
    if sop.reviewed is None or sop.review_every is None:
        return None
    months = sop.reviewed.year * 12 + sop.reviewed.month - 1 + _EVERY[sop.review_every]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(sop.reviewed.day, monthrange(year, month)[1]))


def _asked(approval: Approval | None) -> date | None:
    return approval.asked if approval and approval.answer is None else None
