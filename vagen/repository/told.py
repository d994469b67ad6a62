"""What happened to tasks between two saves, told in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vagen.problems import Message, say
from vagen.repository.changes import Change
from vagen.source.nodes import Mapping, Scalar, Sequence, read_yaml
from vagen.source.rooms import room_of

Read = Callable[[str], str]
_LONGEST = 36  # code points of a title: a subject has room for two things


@dataclass(frozen=True, slots=True)
class _Task:
    title: str
    status: str


def tasks_told(changes: Iterable[Change], before: Read, after: Read) -> tuple[Message, ...]:
    """New and finished tasks by their titles, others as a word; nothing where no task changed."""
    paths = [one for one in changes if room_of(one.path)[0] == "tasks"]
    if not paths:
        return ()
    was: dict[str, _Task] = {}
    now: dict[str, _Task] = {}
    for one in paths:
        was |= _tasks(before(one.old or one.path))
        now |= _tasks(after(one.path))
    done = [task for name, task in now.items() if _finished(was.get(name), task)]
    new = [task for name, task in now.items() if name not in was and task.status != "done"]
    told = (*_told(done, say("done")), *_told(new, say("new")))
    return told or (say("tasks"),)


def _finished(was: _Task | None, task: _Task) -> bool:
    return task.status == "done" and (was is None or was.status != "done")


def _told(tasks: list[_Task], word: Message) -> tuple[Message, ...]:
    if not tasks:
        return ()
    rest = f" (+{len(tasks) - 1})" if len(tasks) > 1 else ""
    return (say("{word} “{title}”{rest}", word=word, title=_short(tasks[0].title), rest=rest),)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"


def _tasks(text: str) -> dict[str, _Task]:
    """The tasks of a file by id, as far as it can be read."""
    node, _ = read_yaml(text, "tasks.yaml")
    items = node.items if isinstance(node, Sequence) else []
    found = (item for item in items if isinstance(item, Mapping))
    return {
        _text(item, "id"): _Task(_text(item, "title"), _text(item, "status"))
        for item in found
        if _text(item, "id")
    }


def _text(item: Mapping, key: str) -> str:
    value = item.values.get(key)
    if isinstance(value, Mapping):
        value = next(iter(value.values.values()), None)
    return value.text if isinstance(value, Scalar) else ""
