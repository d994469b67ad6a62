"""Timers that nobody stopped: they count nothing, and their work is never billed."""

from __future__ import annotations

from datetime import datetime

from vagen.model.workspace import Workspace
from vagen.problems import Problem
from vagen.rules.timers import forgotten, mildly, two_timers


def timers(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Two open ranges of one person, and any that has been open for too long."""
    entries = [entry for account in workspace.accounts for entry in account.entries]
    late = [problem for entry in entries if (problem := forgotten(entry, now))]
    return tuple(mildly(problem) for problem in (*two_timers(entries), *late))
