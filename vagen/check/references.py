"""A name that refers to something: the thing has to exist. The hint names what does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from vagen.model.task import Task
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, Span
from vagen.rules.reference import (
    AREA,
    AUDIENCE,
    CLIENT,
    DOCUMENT,
    GOAL,
    KIND,
    PACKAGE,
    PERSON,
    SOP,
    TASK,
    missing,
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
        yield from missing(CLIENT, block.client, clients, block.place("client"))
        yield from _no_kind(workspace, block.kind, block.place("kind"))
    if not _any_unread(workspace, "content/sops/"):
        folders = {file.area for file in workspace.sops}
        for area in workspace.practice.areas:
            for problem in missing(AREA, area.id, folders, area.place("id")):
                yield replace(problem, severity="warning")
    for file in workspace.sops:
        for number, reader in enumerate(file.sop.audience):
            listed = f"audience[{number}]"
            at = file.sop.place(listed if listed in file.sop.origin.values else "audience")
            yield from missing(AUDIENCE, reader, ["team", "owner", "public", *clients], at)


def _of_account(workspace: Workspace, account: Account) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is not None:
        packages = [file.id for file in workspace.services]
        yield from missing(PACKAGE, agreement.package, packages, agreement.place("package"))
    for task in account.tasks:
        yield from _of_task(workspace, account, task)
    yield from _of_log(workspace, account)
    if _any_unread(workspace, f"{account.folder}/invoices/") or any(
        file.document.lacks("number") for file in account.documents
    ):
        return
    numbers = [one.document.number for one in account.documents if one.document.number]
    for payment in account.payments:
        yield from missing(DOCUMENT, payment.document, numbers, payment.place("document"))
    for file in account.documents:
        original = file.document.original
        yield from missing(DOCUMENT, original, numbers, file.document.place("original"))


def _of_task(workspace: Workspace, account: Account, task: Task) -> Iterator[Problem]:
    goals = [goal.id for goal in account.client.goals]
    people = [mate.id for mate in workspace.team]
    sops = [file.id for file in workspace.sops]
    if not account.client.lacks("goals"):
        yield from missing(GOAL, task.goal, goals, task.place("goal"))
    yield from _no_kind(workspace, task.kind, task.place("kind"))
    yield from missing(PERSON, task.assignee, people, task.place("assignee"))
    yield from missing(SOP, task.sop, sops, task.place("sop"))


def _of_log(workspace: Workspace, account: Account) -> Iterator[Problem]:
    people = [mate.id for mate in workspace.team]
    tasks = [task.id for task in account.tasks]
    tasks_known = not _any_unread(workspace, f"{account.folder}/tasks")
    for entry in account.entries:
        yield from _no_kind(workspace, entry.kind, entry.marker_span("#"))
        if tasks_known:
            yield from missing(TASK, entry.task, tasks, entry.marker_span("@"))
        yield from missing(PERSON, entry.person, people, entry.marker_span("+"))


def _no_kind(workspace: Workspace, name: str | None, at: Span) -> Iterator[Problem]:
    if not workspace.practice.lacks("kinds"):
        yield from missing(KIND, name, [kind.id for kind in workspace.practice.kinds], at)


def _any_unread(workspace: Workspace, prefix: str) -> bool:
    """Whether the thing may well exist, in a file that could not be read."""
    return any(path.startswith(prefix) for path in workspace.unread)
