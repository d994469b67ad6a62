"""What kind of work an entry of the log was, and whether it is billed."""

from __future__ import annotations

from vagen.model.entry import Entry
from vagen.model.practice import Practice
from vagen.model.workspace import Account


def kind_of(entry: Entry, account: Account) -> str | None:
    """The entry's own kind, else its task's, else none."""
    if entry.kind is not None or entry.task is None:
        return entry.kind
    task = account.task(entry.task)
    return task.kind if task else None


def billable(entry: Entry, account: Account, practice: Practice) -> bool:
    """Whether the entry is billed: not marked `!`, and of a kind that is; without a kind it is."""
    name = kind_of(entry, account)
    kind = practice.kind(name) if name else None
    return entry.billable_mark and (kind is None or kind.billable)
