"""A client's tasks as the client sees them. The inbox and private tasks are shown to nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vagen.model.task import Task
from vagen.model.workspace import Account
from vagen.pages.parts import LinkView, TaskView
from vagen.rules.progress import shown_tasks


@dataclass(frozen=True, slots=True)
class Lanes:
    """The four lanes: by due date, those without one last; done by the day, newest first."""

    waiting: tuple[TaskView, ...]
    doing: tuple[TaskView, ...]
    next: tuple[TaskView, ...]
    done: tuple[TaskView, ...]


def waiting_count(account: Account) -> int:
    """How many tasks wait for the client."""
    return sum(task.lane == "waiting" for task in shown_tasks(account))


def lanes(account: Account, today: date) -> Lanes:
    """The client's board on a day of theirs."""
    tasks = sorted(shown_tasks(account), key=_urgency)
    done = sorted(tasks, key=lambda task: task.done or date.min, reverse=True)
    by_lane = {
        lane: tuple(_task_view(task, account, today) for task in tasks if task.lane == lane)
        for lane in ("waiting", "doing", "next")
    }
    return Lanes(
        **by_lane,
        done=tuple(_task_view(task, account, today) for task in done if task.lane == "done"),
    )


def _urgency(task: Task) -> tuple[date, date, str]:
    return task.due or date.max, task.start or date.max, task.id


def _task_view(task: Task, account: Account, today: date) -> TaskView:
    language = account.client.language
    goals = {goal.id: goal.text.within(language) for goal in account.client.goals}
    open_approvals = [one for one in task.approvals if one.answer is None]
    asked = open_approvals[-1] if open_approvals else None
    return TaskView(
        id=task.id,
        title=task.title.within(language),
        state=_state(task),
        due=task.due,
        done=task.done,
        late=task.late(today),
        goal=goals.get(task.goal or "", ""),
        note=task.note.within(language) if task.note else "",
        awaits=_awaits(task),
        links=tuple(LinkView(one.name.within(language), one.link) for one in task.links),
        approval_version=(asked.version or "") if asked else "",
        approval_asked=asked.asked if asked else None,
        start=task.start,
    )


def _state(task: Task) -> str:
    if task.lane == "waiting":
        return "ask"
    return {"todo": "next"}.get(task.status, task.status)


def _awaits(task: Task) -> str:
    """Whom it waits for, where that is somebody else than the client."""
    if task.status != "waiting" or task.waiting_for in (None, "client"):
        return ""
    return task.waiting_for or ""
