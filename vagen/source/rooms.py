"""Which file holds what: the map of a workspace, by the shape of a path."""

from __future__ import annotations

import difflib
import re
from typing import Literal

from vagen.problems import Problem, Span, say

Room = Literal[
    "practice",
    "client",
    "tasks",
    "time",
    "document",
    "payments",
    "update",
    "enclosures",
    "sop",
    "service",
    "page",
    "person",
    "words",
    "reserved",
    "unknown",
]

_ID = r"(?P<id>[^/]+)"
_CLIENT = rf"content/clients/{_ID}"
_DAY = r"\d{4}-\d{2}-\d{2}"
_RESERVED_OF_CLIENT = (
    "requests", "calls", "figures", "feedback", "issues", "risks", "intake", "runs", "recurring",
    "billing", "reminders",
)  # fmt: skip
_RESERVED = (
    "reading", "rates", "register", "budget", "learning", "network",
)  # fmt: skip

_SHAPES: tuple[tuple[Room, str], ...] = (
    ("practice", r"vagen\.yaml"),
    ("client", rf"{_CLIENT}/client\.yaml"),
    ("tasks", rf"{_CLIENT}/tasks(/\d{{4}})?\.yaml"),
    ("time", rf"{_CLIENT}/time/\d{{4}}-\d{{2}}\.yaml"),
    ("document", rf"{_CLIENT}/invoices/(?P<name>[^/]+)\.yaml"),
    ("payments", rf"{_CLIENT}/payments\.yaml"),
    ("update", rf"{_CLIENT}/updates/(?P<day>{_DAY})\.md"),
    ("words", rf"{_CLIENT}/(notes/[^/]+|meetings/{_DAY})\.md"),
    ("reserved", rf"{_CLIENT}/({'|'.join(_RESERVED_OF_CLIENT)})\.yaml"),
    ("enclosures", rf"{_CLIENT}/documents/documents\.yaml"),
    ("sop", rf"content/sops/(?P<area>[^/]+)/{_ID}\.md"),
    ("service", rf"content/services/{_ID}\.md"),
    ("page", rf"content/pages/{_ID}\.md"),
    ("person", rf"content/team/{_ID}\.yaml"),
    ("reserved", rf"content/({'|'.join(_RESERVED)})\.yaml"),
    ("reserved", r"content/expenses/\d{4}-\d{2}\.yaml"),
    ("words", r"content/inbox\.md"),
)
_ROOMS = tuple((room, re.compile(shape)) for room, shape in _SHAPES)


def room_of(path: str) -> tuple[Room, dict[str, str]]:
    """What a file holds, and the ids in its path."""
    for room, pattern in _ROOMS:
        found = pattern.fullmatch(path)
        if found:
            return room, found.groupdict()
    return "unknown", {}


_NAMES = (
    "client.yaml", "tasks.yaml", "payments.yaml", *(f"{name}.yaml" for name in _RESERVED_OF_CLIENT),
)  # fmt: skip


def unplaced(path: str) -> Problem:
    """The warning for a text that no row of the map names."""
    name = path.rpartition("/")[2]
    near = name.replace(".yml", ".yaml")
    close = difflib.get_close_matches(near, _NAMES, n=1, cutoff=0.7)
    if name.endswith(".yml"):
        hint = say('did you mean "{name}"?', name=near)
    elif close:
        hint = say('did you mean "{name}"?', name=close[0])
    else:
        hint = say(
            "see docs/format.md for the files of a workspace, or move it to a documents/ folder"
        )
    return Problem(Span(path), "unplaced-file", say("no page reads this file"), hint, "warning")
