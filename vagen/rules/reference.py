"""A name that refers to something: what is said where the thing does not exist.

The hint names what does.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vagen.problems import Message, Problem, Span, say

_LISTED = 12


@dataclass(frozen=True, slots=True)
class Thing:
    """What a name can refer to, what is said where it is not there, and how to add it."""

    code: str
    message: Message
    hint: Message


CLIENT = Thing(
    "unknown-client",
    say('there is no client "{name}"'),
    say("add it as content/clients/{name}/client.yaml"),
)
KIND = Thing(
    "unknown-kind",
    say('there is no kind of work "{name}"'),
    say("add it to kinds: in vagen.yaml"),
)
AUDIENCE = Thing(
    "unknown-audience",
    say('"{name}" is neither team, owner, public nor a client'),
    say("name who may read it: team, owner, public, or the ids of clients"),
)
PACKAGE = Thing(
    "unknown-package",
    say('there is no service package "{name}"'),
    say("add it as content/services/{name}.md"),
)
DOCUMENT = Thing(
    "unknown-document",
    say('this client has no document with the number "{name}"'),
    say("give the number as the document has it"),
)
GOAL = Thing(
    "unknown-goal",
    say('this client has no goal "{name}"'),
    say("add it to goals: in client.yaml"),
)
PERSON = Thing(
    "unknown-person",
    say('there is nobody called "{name}" in content/team/'),
    say("add content/team/{name}.yaml"),
)
SOP = Thing(
    "unknown-sop",
    say('there is no SOP "{name}"'),
    say("write it as area/sop, as in content/sops/area/sop.md"),
)
AREA = Thing(
    "unknown-area",
    say('there is no SOP in an area "{name}"'),
    say("name a folder of content/sops/"),
)
TASK = Thing(
    "unknown-task",
    say('this client has no task "{name}"'),
    say("add it to tasks.yaml"),
)


def missing(thing: Thing, name: str | None, known: Iterable[str], at: Span) -> Iterator[Problem]:
    """The problem that `name` is none of the `known`, with the nearest or all as its cure."""
    names = sorted(known)
    if name is None or name in names:
        return
    hint, replacement = nearest_of(name, names, _with(thing.hint, name))
    yield Problem(at, thing.code, _with(thing.message, name), hint, replacement=replacement)


def nearest_of(name: str, known: Iterable[str], cure: Message) -> tuple[Message, str | None]:
    """The hint where `name` is none of the `known`, and what to type where one of them is near."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return say('did you mean "{name}"?', name=close[0]), close[0]
    if names:
        listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
        return say("{cure}; there are: {names}", cure=cure, names=listed), None
    return cure, None


def _with(message: Message, name: str) -> Message:
    return Message(message.text, (("name", name),))
