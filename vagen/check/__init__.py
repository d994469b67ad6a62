"""What no single file can know is wrong: one rule about a workspace a file, run as a tuple."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from vagen.check.agreements import agreements
from vagen.check.channels import channels
from vagen.check.dates import dates
from vagen.check.documents import documents
from vagen.check.duplicates import duplicates
from vagen.check.files import files
from vagen.check.languages import languages
from vagen.check.overlaps import overlapping
from vagen.check.payments import payments
from vagen.check.references import references
from vagen.check.tax import tax
from vagen.check.timers import timers
from vagen.model.workspace import Workspace
from vagen.problems import Problem

Check = Callable[[Workspace, datetime], tuple[Problem, ...]]

CHECKS: tuple[Check, ...] = (
    references,
    duplicates,
    overlapping,
    timers,
    dates,
    documents,
    tax,
    agreements,
    payments,
    channels,
    files,
    languages,
)


def check_workspace(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """All that the checks find; `now` is an aware instant."""
    return tuple(problem for check in CHECKS for problem in check(workspace, now))
