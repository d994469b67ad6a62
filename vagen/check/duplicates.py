"""What must be given once: ids of tasks, goals, calls and kinds, numbers, files in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, Span, say

_Named = tuple[str, Span]


def duplicates(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Every id, and every number of a document, that is given twice."""
    del now
    return (
        *_twice((kind.id, kind.place("id")) for kind in workspace.practice.kinds),
        *_twice((area.id, area.place("id")) for area in workspace.practice.areas),
        *(problem for account in workspace.accounts for problem in _of_account(account)),
        *_numbers(workspace),
    )


def _of_account(account: Account) -> Iterator[Problem]:
    client = account.client
    yield from _twice((task.id, task.place("id")) for task in account.tasks)
    yield from _twice((goal.id, goal.place("id")) for goal in client.goals)
    yield from _twice((call.id, call.place("id")) for call in client.calls)
    yield from _twice_listed(account)


def _twice(named: Iterable[_Named]) -> Iterator[Problem]:
    first: dict[str, Span] = {}
    for name, at in named:
        if name in first:
            yield Problem(
                at,
                "duplicate-id",
                say(
                    'the id "{name}" is given twice (first in {place})',
                    name=name,
                    place=_said(first[name]),
                ),
                say("give one of the two another id"),
            )
        first.setdefault(name, at)


def _twice_listed(account: Account) -> Iterator[Problem]:
    """A file of the client's documents/ has one title."""
    first: dict[str, Span] = {}
    for one in account.enclosures:
        at = one.place("file")
        if one.file in first:
            message = say(
                'the file "{name}" is listed twice (first in {place})',
                name=one.file,
                place=_said(first[one.file]),
            )
            yield Problem(at, "duplicate-id", message, say("take one of the two away"))
        first.setdefault(one.file, at)


def _numbers(workspace: Workspace) -> Iterator[Problem]:
    """A number is used once in the whole practice, whatever its kind or its capitals."""
    first: dict[str, Span] = {}
    for account in workspace.accounts:
        for file in account.documents:
            number = file.document.number
            if number is None:
                continue
            at, same = file.document.place("number"), number.casefold()
            if same in first:
                yield Problem(
                    at,
                    "number-used-twice",
                    say(
                        'the number "{number}" is used twice (first in {place})',
                        number=number,
                        place=_said(first[same]),
                    ),
                    say("give this document the next free number"),
                )
            first.setdefault(same, at)


def _said(span: Span) -> str:
    return f"{span.path}:{span.line}"
