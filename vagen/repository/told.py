"""What happened to tasks between two saves, told in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vagen.problems import Message, say
from vagen.repository.changes import Change
from vagen.source.nodes import Mapping, Scalar, Sequence, read_yaml
from vagen.source.rooms import room_of

Read = Callable[[str], str]
_LONGEST, _SHORT = 36, 15  # code points of a title, where one thing is told and where several are

_KINDS: dict[str, Message] = {
    "done": say("“{title}” is done{rest}"),
    "new": say("new “{title}”{rest}"),
    "approval": say("“{title}” waits for approval{rest}"),
    "waiting": say("“{title}” waits{rest}"),
    "review": say("“{title}” is in review{rest}"),
    "doing": say("“{title}” is being done{rest}"),
    "todo": say("“{title}” is next{rest}"),
    "inbox": say("“{title}” is in the inbox{rest}"),
}
"""What can be told of tasks, the most telling first: a long line is cut at its end."""


@dataclass(frozen=True, slots=True)
class _Task:
    title: str
    status: str


def tasks_told(changes: Iterable[Change], before: Read, after: Read) -> tuple[Message, ...]:
    """Which tasks are new and which moved where, by the first title of each kind.

    Other changes of a list of tasks are a word; nothing where no task changed.
    """
    paths = [one for one in changes if room_of(one.path)[0] == "tasks"]
    if not paths:
        return ()
    was: dict[str, _Task] = {}
    now: dict[str, _Task] = {}
    for one in paths:
        was |= _tasks(before(one.old or one.path))
        now |= _tasks(after(one.path))
    kinds: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for name, task in now.items():
        kind = _kind(was.get(name), task)
        if kind in kinds:
            kinds[kind].append(task.title)
    found = {kind: titles for kind, titles in kinds.items() if titles}
    room = _LONGEST if len(found) == 1 else _SHORT
    told = (_told(kind, titles, room) for kind, titles in found.items())
    return tuple(told) or (say("tasks"),)


def _kind(was: _Task | None, task: _Task) -> str:
    """What a save says of a task: that it is new, or its status where that is another one."""
    if was is None:
        return "done" if task.status == "done" else "new"
    return "" if task.status == was.status else task.status


def _told(kind: str, titles: list[str], room: int) -> Message:
    rest = f" (+{len(titles) - 1})" if len(titles) > 1 else ""
    values = (("title", _short(titles[0], room)), ("rest", rest))
    return Message(_KINDS[kind].text, values)


def _short(title: str, room: int) -> str:
    return title if len(title) <= room else title[: room - 1].rstrip() + "…"


def _tasks(text: str) -> dict[str, _Task]:
    """The tasks of a file by id, as far as it can be read."""
    node, _ = read_yaml(text, "tasks.yaml")
    items = node.items if isinstance(node, Sequence) else []
    found = (item for item in items if isinstance(item, Mapping))
    return {
        _text(item, "id"): _Task(_text(item, "title"), _text(item, "status") or "todo")
        for item in found
        if _text(item, "id")
    }


def _text(item: Mapping, key: str) -> str:
    value = item.values.get(key)
    if isinstance(value, Mapping):
        value = next(iter(value.values.values()), None)
    return value.text if isinstance(value, Scalar) else ""
