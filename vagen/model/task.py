"""A task of a client: tasks.yaml."""

from __future__ import annotations

from datetime import date
from typing import Literal

from vagen.model.calendar import Day
from vagen.model.duration import Minutes
from vagen.model.flag import Flag
from vagen.model.identifier import Id
from vagen.model.reach import Link
from vagen.model.record import Record, key
from vagen.model.words import Words

TaskStatus = Literal["inbox", "todo", "doing", "review", "approval", "waiting", "done"]
Lane = Literal["waiting", "doing", "next", "done"]


class TaskLink(Record):
    """Something to open."""

    name: Words = key("What it is.", seen="client", example="The calendar")
    link: Link = key("Where.", seen="client")


class Approval(Record):
    """What was asked of the client, and the answer."""

    version: str | None = key("Which version.", seen="client", default=None, example="2")
    asked: Day = key("When it was sent.", seen="client")
    by: str | None = key("Who answered.", seen="owner", default=None)
    answer: Literal["yes", "change"] | None = key("The answer.", seen="client", default=None)
    on: Day | None = key("When they answered.", seen="client", default=None)


class Review(Record):
    """Who checked it before the client saw it."""

    by: str = key("Who.", seen="owner")
    on: Day = key("When.", seen="owner")


class Task(Record):
    """A task. `waiting_for: client` puts it under what waits for the client."""

    id: Id = key("Its name, unique within the client.", seen="client", example="dec-calendar")
    title: Words = key("What is to be done.", seen="client")
    status: TaskStatus = key("Where it stands.", seen="client", default="todo")
    created: Day | None = key("When it was written down.", seen="owner", default=None)
    due: Day | None = key("The due date.", seen="client", default=None)
    start: Day | None = key("Not before.", seen="client", default=None)
    done: Day | None = key("When it was finished.", seen="client", default=None)
    estimate: Minutes | None = key(
        "How long it should take.", seen="owner", default=None, example="2h"
    )
    important: Flag = key("It matters beyond its date.", seen="owner", default=False)
    urgent: Flag | None = key("Else it follows from the due date.", seen="owner", default=None)
    goal: Id | None = key("The goal it serves.", seen="client", default=None)
    kind: Id | None = key("The kind of work.", seen="owner", default=None)
    assignee: Id | None = key("Who does it; the owner when absent.", seen="owner", default=None)
    waiting_for: str | None = key(
        "`client`, or whom it waits for.", seen="client", default=None, example="client"
    )
    sop: str | None = key("The SOP it follows, as area/sop.", seen="owner", default=None)
    checklist: tuple[str, ...] = key("Steps; `[x] …` are ticked.", seen="owner", default=())
    links: tuple[TaskLink, ...] = key("Things to open.", seen="client", default=())
    private: Flag = key("The client never sees it.", seen="private", default=False)
    note: Words | None = key("What the client reads beside it.", seen="client", default=None)
    approvals: tuple[Approval, ...] = key(
        "What was asked of the client.", seen="client", default=()
    )
    reviewed: Review | None = key("Who checked it.", seen="owner", default=None)
    run: str | None = key("The SOP run it came from.", seen="owner", default=None)

    @property
    def lane(self) -> Lane | None:
        """Where it hangs on the client's board; None for the inbox, which nobody is shown."""
        if self.status == "approval" or (self.status == "waiting" and self.waiting_for == "client"):
            return "waiting"
        lanes: dict[str, Lane] = {
            "doing": "doing",
            "review": "doing",
            "waiting": "doing",
            "todo": "next",
            "done": "done",
        }
        return lanes.get(self.status)

    def late(self, today: date) -> bool:
        """Whether it should have been finished before `today`."""
        return self.due is not None and self.due < today and self.status != "done"
