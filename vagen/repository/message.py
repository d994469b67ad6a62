"""What a save says of itself: a line made from what changed, and a list of the files below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from vagen.locale import Catalog
from vagen.problems import Message, say
from vagen.repository.changes import Change, How
from vagen.repository.told import tasks_told
from vagen.source.rooms import Room, room_of

Read = Callable[[str], str]
"""A text of the workspace by its path, as it was or as it is; empty where there is none."""

_PRACTICE = "vagen.yaml"
_LONGEST = 72  # code points: what git's own tools show of a subject without cutting it
_KINDS: dict[Room, Message] = {
    "client": say("details"),
    "tasks": say("tasks"),
    "time": say("time log"),
    "document": say("invoices"),
    "payments": say("payments"),
    "update": say("updates"),
    "words": say("notes"),
}
_FILES: dict[How, Message] = {
    "new": say("new"),
    "changed": say("changed"),
    "gone": say("gone"),
    "renamed": say("renamed"),
}


def subject(changes: Iterable[Change], before: Read, after: Read, words: Catalog) -> str:
    """One line of at most 72 code points: whom and what it is about."""
    every = tuple(changes)
    if any(one.path == _PRACTICE and one.how == "new" for one in every):
        return _beginning(every, words)
    parts = [part.spoken(words) for part in _parts(every, before, after)]
    for count in range(len(parts), 0, -1):
        rest = len(parts) - count
        more = [words.gettext("and {count} more").format(count=rest)] if rest else []
        line = "; ".join((*parts[:count], *more))
        if len(line) <= _LONGEST:
            return line
    return (parts[0] if parts else words.gettext("nothing"))[: _LONGEST - 1] + "…"


def _beginning(changes: Iterable[Change], words: Catalog) -> str:
    """All files of a practice are new: to name some of them would say nothing."""
    count = len({client for one in changes if (client := _owner(one.path))})
    if not count:
        return words.gettext("The practice begins")
    form = words.ngettext(
        "The practice begins, with {count} client",
        "The practice begins, with {count} clients",
        count,
    )
    return form.format(count=count)


def body(changes: Iterable[Change], words: Catalog) -> str:
    """A line a file."""
    return "\n".join(f"- {_FILES[one.how].spoken(words)}: {_named(one)}" for one in changes)


def _named(change: Change) -> str:
    return f"{change.old} -> {change.path}" if change.old else change.path


def _parts(changes: tuple[Change, ...], before: Read, after: Read) -> Iterator[Message]:
    """What changed, a part a client, then the practice's own things."""
    placed = sorted(((_owner(one.path), one) for one in changes), key=lambda pair: pair[0] or "~")
    for client, pairs in groupby(placed, key=lambda pair: pair[0]):
        theirs = tuple(one for _, one in pairs)
        if client:
            said = (*tasks_told(theirs, before, after), *_kinds(theirs))
            yield say("{client}: {what}", client=client, what=said)
        else:
            yield from dict.fromkeys(_own(one) for one in theirs)


def _owner(path: str) -> str:
    """The client whose file it is, empty for the practice's own."""
    parts = path.split("/")
    return parts[2] if parts[:2] == ["content", "clients"] and len(parts) > 3 else ""


def _kinds(changes: Iterable[Change]) -> tuple[Message, ...]:
    """The kinds of a client's files, each once; tasks have been told already."""
    found = (_KINDS.get(room_of(one.path)[0], say("documents")) for one in changes)
    return tuple(kind for kind in dict.fromkeys(found) if kind != _KINDS["tasks"])


def _own(change: Change) -> Message:
    room, ids = room_of(change.path)
    match room:
        case "practice":
            return say("practice")
        case "sop":
            return say("SOP {sop}", sop=f"{ids['area']}/{ids['id']}")
        case "service":
            return say("package {name}", name=ids["id"])
        case "page":
            return say("page {name}", name=ids["id"])
        case "person":
            return say("team: {name}", name=ids["id"])
    return (
        say("layouts")
        if change.path.startswith("layouts/")
        else Message("{path}", (("path", change.path),))
    )
