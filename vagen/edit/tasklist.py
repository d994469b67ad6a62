"""A file of tasks as records and as nodes, and the task that a name means."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date, datetime

from vagen.edit.asked import TYPED, client_meant
from vagen.edit.change import Edit
from vagen.model.task import Task
from vagen.problems import Problem, Span, say
from vagen.rules.clock import moment
from vagen.rules.reference import TASK, missing
from vagen.source.glance import CLIENTS, Basics, Glance, Page
from vagen.source.nodes import Mapping, Sequence
from vagen.source.records import read_records


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks of a file, in order, and the errors in it."""

    page: Page
    tasks: tuple[Task, ...] = ()
    problems: tuple[Problem, ...] = ()

    def mapping(self, place: int) -> Mapping | None:
        """The node of a task, by its place in a list without errors."""
        node = self.page.node
        item = node.items[place] if isinstance(node, Sequence) else None
        return item if isinstance(item, Mapping) else None


def read_list(glance: Glance, path: str) -> TaskList:
    """tasks.yaml of a client, or a year of tasks that are done."""
    page = glance.page(path)
    if page.problems:
        return TaskList(page, problems=page.problems)
    records, found = read_records(Task, page.node, path)
    tasks = tuple(one for one in records if one is not None)
    return TaskList(page, tasks, tuple(one for one in found if one.severity == "error"))


def named(glance: Glance, name: str) -> tuple[str, TaskList, int] | Problem:
    """The task that `client/task` means, each part its id or how that begins.

    Without a client it is looked for with all of them.
    """
    at = Span(TYPED, 1, 1, max(1, len(name)))
    owner, slash, typed = name.strip().rpartition("/")
    clients = glance.clients()
    if slash:
        meant = client_meant(owner, clients)
        if isinstance(meant, Problem):
            return meant
        clients = (meant,)
    lists = [(client, book) for client in clients for book in _lists(glance, client)]
    places = [
        (client, book, place, task.id)
        for client, book in lists
        for place, task in enumerate(book.tasks)
    ]
    exact = [one for one in places if one[3] == typed]
    begun = [one for one in places if typed and one[3].startswith(typed)]
    found = exact or begun
    if len(found) == 1:
        client, book, place, _ = found[0]
        return client, book, place
    if found:
        names = ", ".join(sorted(f"{client}/{task}" for client, _, _, task in found)[:12])
        message = say('several tasks begin with "{name}"', name=name)
        return Problem(at, "ambiguous-task", message, say("type more of it: {names}", names=names))
    broken = [problem for _, book in lists for problem in book.problems]
    if broken:
        return broken[0]
    if slash:
        return next(missing(TASK, typed or "?", [one[3] for one in places], at))
    return _nowhere(at, typed, [f"{client}/{task}" for client, _, _, task in places])


def _lists(glance: Glance, client: str) -> list[TaskList]:
    folder = f"{CLIENTS}/{client}"
    years = sorted((glance.root / folder / "tasks").glob("[0-9][0-9][0-9][0-9].yaml"))
    paths = [f"{folder}/tasks.yaml", *(f"{folder}/tasks/{year.name}" for year in years)]
    return [read_list(glance, path) for path in paths]


def _nowhere(at: Span, typed: str, names: list[str]) -> Problem:
    message = say('no client has a task "{name}"', name=typed)
    near = difflib.get_close_matches(typed, [one.partition("/")[2] for one in names], n=1)
    close = [one for one in names if near and one.endswith(f"/{near[0]}")]
    hint = say('did you mean "{name}"?', name=close[0]) if close else say("see: vagen task list")
    return Problem(at, "unknown-task", message, hint)


@dataclass(frozen=True, slots=True)
class Row:
    """A task as a list on the terminal shows it."""

    name: str
    status: str
    due: str
    late: bool
    title: str


def all_tasks(glance: Glance, client: str, when: date | datetime) -> tuple[Edit, list[Row]]:
    """The tasks of one client, or of all: by client, then by due date; those without one last."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts), []
    clients: tuple[str, ...] = glance.clients()
    if client:
        meant = client_meant(client, clients)
        if isinstance(meant, Problem):
            return Edit(problems=(meant,), texts={**glance.texts, TYPED: client}), []
        clients = (meant,)
    today = moment(when, basics.zone).astimezone(basics.zone).date()
    books = [(name, book) for name in clients for book in _lists(glance, name)]
    problems = tuple(problem for _, book in books for problem in book.problems)
    rows = [
        Row(
            f"{name}/{task.id}",
            task.status,
            task.due.isoformat() if task.due else "",
            task.late(today),
            task.title.within(basics.language),
        )
        for name, book in books
        for task in sorted(book.tasks, key=lambda one: (one.due is None, one.due or date.max))
    ]
    return Edit(problems=problems, texts=glance.texts), rows
