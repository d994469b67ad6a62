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
_FOLDERS = ("time", "invoices", "updates", "notes", "meetings", "tasks")
_ROOTS = ("clients", "sops", "services", "pages", "team", "expenses")
_ELSEWHERE = say(
    "see docs/format.md for the files of a workspace, or move it to a documents/ folder"
)
_NAMING = (
    (rf"{_CLIENT}/time/.*", say("name the file after its month: 2026-11.yaml")),
    (rf"{_CLIENT}/(updates|meetings)/.*", say("name the file after a day: 2026-11-30.md")),
    (r"content/sops/[^/]+", say("put it into a folder below content/sops/, its area")),
)


def unplaced(path: str) -> Problem:
    """The warning for a text that no row of the map names."""
    meant = _meant(path)
    if meant:
        same = meant.rpartition("/")[0] == path.rpartition("/")[0]
        hint = say('did you mean "{name}"?', name=meant.rpartition("/")[2] if same else meant)
    else:
        hint = next((naming for shape, naming in _NAMING if re.fullmatch(shape, path)), _ELSEWHERE)
    return Problem(Span(path), "unplaced-file", say("no page reads this file"), hint, "warning")


def _meant(path: str) -> str | None:
    """The place that a file was probably meant to have."""
    *folders, name = path.split("/")
    name = name.lower().removesuffix(".txt").replace(".yml", ".yaml")
    if name == "vagen.yaml":
        return name
    if len(folders) > 1:
        folders[1] = _near(folders[1], _ROOTS)
    if folders[1:2] == ["clients"]:
        if len(folders) == len(("content", "clients", "id")):
            name = _near(name, _NAMES)
        else:
            folders[3:4] = [_near(one, _FOLDERS) for one in folders[3:4]]
    found = "/".join([*folders, name])
    return found if found != path and room_of(found)[0] != "unknown" else None


def _near(name: str, known: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.7)), name)
