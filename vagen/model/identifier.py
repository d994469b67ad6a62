"""Ids: the short names by which files call each other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from vagen.model.typed import ReadBy, shown, text_schema, typed, written
from vagen.problems import Wrong, say

LONGEST_ID = 63
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_WINDOWS = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    ]
)
_RULE = say("an id is small letters a-z, digits and hyphens, and begins with a letter or a digit")


@dataclass(frozen=True, slots=True)
class TaskName:
    """A task named from elsewhere: `client/task`, or `task` where the client is plain."""

    task: str
    client: str | None = None

    def __str__(self) -> str:
        return f"{self.client}/{self.task}" if self.client else self.task


def slug(words: str) -> str | None:
    """The id that is nearest to some words, None where they hold no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", words.casefold()).replace("'", "").replace("’", "")
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    made = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST_ID].rstrip("-")
    return None if not made or made in _WINDOWS else made


def read_id(raw: object) -> str:
    """`dec-calendar`; raises Wrong. Names that Windows keeps for itself are no ids."""
    text = typed(raw, say("an id"), "dec-calendar")
    if text in _WINDOWS:
        raise Wrong(
            "bad-id",
            say('Windows keeps the name "{value}" for itself', value=text),
            say("take a longer name, such as {example}", example=f"{text}-1"),
        )
    if _ID.fullmatch(text):
        return text
    raise _not_an_id(text)


def _not_an_id(text: str) -> Wrong:
    made = slug(text)
    hint = say("{rule}; type: {replacement}", rule=_RULE, replacement=made) if made else _RULE
    if len(text) > LONGEST_ID:
        message = say("an id has at most {most} characters", most=LONGEST_ID)
        return Wrong("bad-id", message, hint)
    message = say('"{value}" is not an id', value=shown(text))
    return Wrong("bad-id", message, hint, replacement=made)


def read_task(raw: object) -> TaskName:
    """`client/task` or `task`; raises Wrong."""
    if isinstance(raw, TaskName):
        return raw
    text = typed(raw, say("the name of a task"), "dana/dec-calendar")
    client, slash, task = text.rpartition("/")
    try:
        return TaskName(read_id(task), read_id(client) if slash else None)
    except Wrong:
        parts = [slug(part) for part in text.split("/", 1)]
        meant = None if None in parts else "/".join(str(part) for part in parts)
        meant = None if "/" in client else meant
        raise Wrong(
            "bad-id",
            say('"{value}" is not the name of a task', value=shown(text)),
            say("type: {replacement}", replacement=meant or "client/task"),
            replacement=meant,
        ) from None


Id = Annotated[
    str,
    ReadBy(read_id),
    text_schema(f"^{_ID.pattern}$", "dec-calendar", also=("boolean", "number")),
]
TaskRef = Annotated[
    TaskName,
    ReadBy(read_task),
    written(str),
    text_schema(
        f"^({_ID.pattern}/)?{_ID.pattern}$", "dana/dec-calendar", also=("boolean", "number")
    ),
]
