"""A name that refers to something: the thing has to exist. The hint names what does."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from vagen.model.task import Task
from vagen.model.workspace import Account, Workspace
from vagen.problems import Message, Problem, Span, say

_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a name can refer to, what is said where it is not there, and how to add it."""

    code: str
    message: Message
    hint: Message


_CLIENT = _Thing(
    "unknown-client",
    say('there is no client "{name}"'),
    say("add it as content/clients/{name}/client.yaml"),
)
_KIND = _Thing(
    "unknown-kind",
    say('there is no kind of work "{name}"'),
    say("add it to kinds: in vagen.yaml"),
)
_AUDIENCE = _Thing(
    "unknown-audience",
    say('"{name}" is neither team, owner, public nor a client'),
    say("name who may read it: team, owner, public, or the ids of clients"),
)
_PACKAGE = _Thing(
    "unknown-package",
    say('there is no service package "{name}"'),
    say("add it as content/services/{name}.md"),
)
_DOCUMENT = _Thing(
    "unknown-document",
    say('this client has no document with the number "{name}"'),
    say("give the number as the document has it"),
)
_GOAL = _Thing(
    "unknown-goal",
    say('this client has no goal "{name}"'),
    say("add it to goals: in client.yaml"),
)
_PERSON = _Thing(
    "unknown-person",
    say('there is nobody called "{name}" in content/team/'),
    say("add content/team/{name}.yaml"),
)
_SOP = _Thing(
    "unknown-sop",
    say('there is no SOP "{name}"'),
    say("write it as area/sop, as in content/sops/area/sop.md"),
)
_TASK = _Thing(
    "unknown-task",
    say('this client has no task "{name}"'),
    say("add it to tasks.yaml"),
)


def references(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Every reference to what does not exist, in tasks, logs, agreements, payments and SOPs."""
    del now
    return tuple(_of_practice(workspace)) + tuple(
        problem for account in workspace.accounts for problem in _of_account(workspace, account)
    )


def _of_practice(workspace: Workspace) -> Iterator[Problem]:
    clients = [account.id for account in workspace.accounts]
    for block in workspace.practice.week:
        yield from _missing(_CLIENT, block.client, clients, block.place("client"))
        yield from _no_kind(workspace, block.kind, block.place("kind"))
    for file in workspace.sops:
        for number, reader in enumerate(file.sop.audience):
            listed = f"audience[{number}]"
            at = file.sop.place(listed if listed in file.sop.origin.values else "audience")
            yield from _missing(_AUDIENCE, reader, ["team", "owner", "public", *clients], at)


def _of_account(workspace: Workspace, account: Account) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is not None:
        packages = [file.id for file in workspace.services]
        yield from _missing(_PACKAGE, agreement.package, packages, agreement.place("package"))
    for task in account.tasks:
        yield from _of_task(workspace, account, task)
    yield from _of_log(workspace, account)
    if _any_unread(workspace, f"{account.folder}/invoices/") or any(
        file.document.lacks("number") for file in account.documents
    ):
        return
    numbers = [one.document.number for one in account.documents if one.document.number]
    for payment in account.payments:
        yield from _missing(_DOCUMENT, payment.document, numbers, payment.place("document"))
    for file in account.documents:
        original = file.document.original
        yield from _missing(_DOCUMENT, original, numbers, file.document.place("original"))


def _of_task(workspace: Workspace, account: Account, task: Task) -> Iterator[Problem]:
    goals = [goal.id for goal in account.client.goals]
    people = [mate.id for mate in workspace.team]
    sops = [file.id for file in workspace.sops]
    if not account.client.lacks("goals"):
        yield from _missing(_GOAL, task.goal, goals, task.place("goal"))
    yield from _no_kind(workspace, task.kind, task.place("kind"))
    yield from _missing(_PERSON, task.assignee, people, task.place("assignee"))
    yield from _missing(_SOP, task.sop, sops, task.place("sop"))


def _of_log(workspace: Workspace, account: Account) -> Iterator[Problem]:
    people = [mate.id for mate in workspace.team]
    tasks = [task.id for task in account.tasks]
    tasks_known = not _any_unread(workspace, f"{account.folder}/tasks")
    for entry in account.entries:
        yield from _no_kind(workspace, entry.kind, entry.marker_span("#"))
        if tasks_known:
            yield from _missing(_TASK, entry.task, tasks, entry.marker_span("@"))
        yield from _missing(_PERSON, entry.person, people, entry.marker_span("+"))


def _no_kind(workspace: Workspace, name: str | None, at: Span) -> Iterator[Problem]:
    if not workspace.practice.lacks("kinds"):
        yield from _missing(_KIND, name, [kind.id for kind in workspace.practice.kinds], at)


def _missing(thing: _Thing, name: str | None, known: Iterable[str], at: Span) -> Iterator[Problem]:
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


def _any_unread(workspace: Workspace, prefix: str) -> bool:
    """Whether the thing may well exist, in a file that could not be read."""
    return any(path.startswith(prefix) for path in workspace.unread)
