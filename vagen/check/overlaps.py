"""One person can't do two things at once: overlapping ranges in the logs of all clients."""

from __future__ import annotations

from datetime import datetime

from vagen.model.entry import overlaps
from vagen.model.workspace import Workspace
from vagen.problems import Problem
from vagen.rules.collision import collision


def overlapping(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Every pair of entries of one person that share time, told at the later one."""
    del now
    entries = [entry for account in workspace.accounts for entry in account.entries]
    return tuple(collision(first, second) for first, second in overlaps(entries))
