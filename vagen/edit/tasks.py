"""The commands of a client's tasks.yaml: a task more, and a task that moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from vagen.edit.asked import TYPED, client_meant
from vagen.edit.change import Change, Done, Edit
from vagen.edit.heading import begun
from vagen.edit.mapping import with_key, without_key
from vagen.edit.naming import id_for
from vagen.edit.scalar import as_yaml
from vagen.edit.sequence import Keys, block_item, with_item
from vagen.edit.sheet import Sheet
from vagen.edit.tasklist import TaskList, named, read_list
from vagen.model.task import Task
from vagen.problems import Problem, Span, say
from vagen.rules.clock import moment
from vagen.rules.reference import GOAL, KIND, PERSON, SOP, missing
from vagen.rules.sequence import in_order
from vagen.source.glance import CLIENTS, Basics, Glance
from vagen.source.nodes import read_yaml
from vagen.source.records import read_records
from vagen.source.text import read_text

_BEHIND = {
    "status": ("title", "id"),
    "waiting_for": ("status", "title", "id"),
    "done": ("due", "start", "created", "waiting_for", "status", "title", "id"),
}
"""Behind which key a new one is put: the first of these that the task has."""


def add(glance: Glance, client: str, title: str, options: Keys, when: date | datetime) -> Edit:
    """A task at the end of the client's list. `options` are further keys as they are typed."""
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts)
    name = client_meant(client, glance.clients())
    if isinstance(name, Problem):
        return _refused(glance, [name], client)
    book = read_list(glance, f"{CLIENTS}/{name}/tasks.yaml")
    known = glance.tasks(name)
    if book.problems or known is None:
        return _refused(glance, book.problems or _of_archive(glance, name))
    today = moment(when, basics.zone).astimezone(basics.zone).date()
    typed = _typed(title, options, today, [task.id for task in known])
    snippet = "\n".join(block_item(typed))
    task, problems = _read(snippet)
    if task is not None and not problems:
        problems = _unknown(task, name, glance, basics)
        problems += _taken(task, [one.id for one in known])
    if task is None or problems:
        return _refused(glance, problems, snippet)
    before = book.page.data
    sheet = Sheet(begun(glance, book.page.path) if before is None else before)
    data = sheet.spliced(with_item(sheet, book.page.node, typed))
    return _step(glance, book, data, (*book.tasks, task), _done("added", name, task))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a task goes: its new status, for whom it waits, and when that was."""

    status: str
    waiting_for: str = ""
    on: date | None = None


def move(glance: Glance, name: str, to: Move, when: date | datetime) -> Edit:
    """The task gets another status; `done` with its day, which goes when it is taken up again.

    For whom it waited goes, too, as soon as it waits no more.
    """
    basics = glance.basics()
    if not isinstance(basics, Basics):
        return Edit(problems=tuple(basics), texts=glance.texts)
    found = named(glance, name)
    if isinstance(found, Problem):
        return _refused(glance, [found], name)
    client, book, place = found
    if book.problems:
        return _refused(glance, book.problems)
    task = book.tasks[place]
    today = to.on or moment(when, basics.zone).astimezone(basics.zone).date()
    wanted = _moved(task, to, today)
    if wanted == task:
        done = _done("unchanged", client, task)
        return Edit(done=(done,), texts=glance.texts)
    problems = [
        *in_order(wanted, "start", wanted.start, "done", wanted.done),
        *in_order(wanted, "created", wanted.created, "done", wanted.done),
    ]
    if problems:
        return _refused(glance, problems)
    tasks = (*book.tasks[:place], wanted, *book.tasks[place + 1 :])
    data = _retyped(glance, book, place, wanted)
    return _step(glance, book, data, tasks, _done("moved", client, wanted))


def _moved(task: Task, to: Move, today: date) -> Task:
    changes: dict[str, object] = {"status": to.status}
    if to.status != "done":
        changes["done"] = None
    elif task.done is None or to.on is not None:
        changes["done"] = today
    if to.waiting_for or to.status != "waiting":
        changes["waiting_for"] = to.waiting_for or None
    return task.model_copy(update=changes)


def _retyped(glance: Glance, book: TaskList, place: int, wanted: Task) -> bytes:
    """The file with the keys of one task as they should be, one splice after the other."""
    data = book.page.data or b""
    for key in ("status", "waiting_for", "done"):
        glance.new[book.page.path] = data
        now = read_list(glance, book.page.path)
        if len(now.tasks) != len(book.tasks):
            break  # the caller sees that this is not what was meant
        node, old = now.mapping(place), getattr(now.tasks[place], key)
        value = getattr(wanted, key)
        if node is None or value == old:
            continue
        sheet = Sheet(data)
        if value is None:
            splice = without_key(sheet, node, key)
        else:
            typed = as_yaml(str(value), flow=node.flow)
            splice = with_key(sheet, node, key, typed, behind=_BEHIND[key])
        data = sheet.spliced([splice]) if splice else data
    glance.new.pop(book.page.path, None)
    return data


def _step(glance: Glance, book: TaskList, data: bytes, tasks: tuple[Task, ...], done: Done) -> Edit:
    """The change, if the reader finds in the new bytes what was meant, and nothing else."""
    path, before = book.page.path, book.page.data
    glance.new[path] = data
    after = read_list(glance, path)
    glance.new.pop(path)
    if after.problems or after.tasks != tasks or data == before:
        return _refused(glance, [_by_hand(path)])
    change = Change(path, before, data)
    return Edit(changes=(change,), done=(done,), texts=glance.texts)


def _typed(title: str, options: Keys, today: date, taken: list[str]) -> Keys:
    """All keys of a new task in the order in which tasks are written."""
    given = {key: _one_line(text) for key, text in options if text}
    words = " ".join(title.split())
    own = given.pop("id", "") or id_for(words, taken)
    status = given.pop("status", "todo")
    waits = given.pop("waiting_for", "")
    finished = [("done", today.isoformat())] if status == "done" else []
    return [
        ("id", own),
        ("title", words),
        ("status", status),
        *([("waiting_for", waits)] if waits else []),
        ("created", today.isoformat()),
        *finished,
        *given.items(),
    ]


def _one_line(text: str | bool) -> str | bool:  # noqa: FBT001 - it is the value
    """A text without the line ends of a shell; yes and no as they are."""
    return " ".join(text.split()) if isinstance(text, str) else text


def _read(snippet: str) -> tuple[Task | None, list[Problem]]:
    """The new task as the reader would find it, with the problems that it has."""
    text, problems = read_text(snippet.encode("utf-8", "surrogateescape"), TYPED)
    if text is None:
        return None, problems
    node, wrong = read_yaml(text, TYPED)
    records, found = read_records(Task, node, TYPED)
    return (records[0] if records else None), [*wrong, *found]


def _unknown(task: Task, client: str, glance: Glance, basics: Basics) -> list[Problem]:
    sops = [
        path.relative_to(glance.root / "content/sops").with_suffix("").as_posix()
        for path in (glance.root / "content/sops").glob("*/*.md")
    ]
    return [
        *missing(GOAL, task.goal, glance.goals(client), task.place("goal")),
        *missing(KIND, task.kind, basics.kinds, task.place("kind")),
        *missing(PERSON, task.assignee, glance.people(), task.place("assignee")),
        *missing(SOP, task.sop, sops, task.place("sop")),
    ]


def _taken(task: Task, known: Sequence[str]) -> list[Problem]:
    if task.id not in known:
        return []
    message = say('this client has a task "{name}" already', name=task.id)
    hint = say("leave --id out, or give another one")
    return [Problem(task.place("id"), "duplicate-id", message, hint)]


def _of_archive(glance: Glance, client: str) -> list[Problem]:
    """What is wrong with the tasks of former years, whose ids have to be known."""
    years = (glance.root / CLIENTS / client / "tasks").glob("*.yaml")
    paths = [path.relative_to(glance.root).as_posix() for path in sorted(years)]
    return [problem for path in paths for problem in read_list(glance, path).problems]


def _done(verb: str, client: str, task: Task) -> Done:
    texts = task.title.by_language
    return Done(
        verb="added" if verb == "added" else "moved" if verb == "moved" else "unchanged",
        client=client,
        at=task.place(),
        task=task.id,
        title=texts[0][1],
        status=task.status,
    )


def _refused(glance: Glance, problems: Sequence[Problem], typed: str = "") -> Edit:
    return Edit(problems=tuple(problems), texts={**glance.texts, TYPED: typed})


def _by_hand(path: str) -> Problem:
    return Problem(
        Span(path),
        "edit-by-hand",
        say("vagen can't change this file without touching more of it; nothing was written"),
        say("make the change in your editor"),
    )
