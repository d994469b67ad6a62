"""The folder that one works in: may it be written, has the disk room, are its changes seen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from vagen.doctor.finding import Finding, good, missing, note
from vagen.doctor.system import Machine
from vagen.problems import say

LITTLE, TOO_LITTLE = 500, 50
"""Megabytes: a site with its PDFs and receipts takes some tens of them."""

_OURS = ("", "vagen.yaml", "content", ".vagen", "site")


def writable(machine: Machine, root: Path) -> Finding:
    """Whether vagen may write what it makes, and a person's files at a command."""
    places = [root / name for name in _OURS if (root / name).exists()]
    locked = [place for place in places if not os.access(place, os.W_OK)]
    if locked:
        names = ", ".join(place.as_posix() for place in locked)
        says = say("here nothing can be written: {places}", places=names)
        return missing("writing", says, machine.let_write(locked[0]))
    return good("writing", say("{folder} can be written", folder=root.as_posix()))


def room(root: Path) -> Finding:
    """How much the disk still takes."""
    free = shutil.disk_usage(root).free // 1_000_000
    if free >= LITTLE:
        gigabytes = f"{free / 1000:.1f}"
        return good("disk", say("{gigabytes} GB are free on the disk", gigabytes=gigabytes))
    says = say("only {megabytes} MB are free on the disk: make room", megabytes=free)
    return missing("disk", says, "") if free < TOO_LITTLE else note("disk", says)


def watching(kind: str | None) -> Finding:
    """Whether the system tells of changes in the folder; `kind` is that of a disk that does not."""
    if kind is None:
        return good("watching", say("the system tells of changed files"))
    says = say(
        "this folder ({kind}) tells of no changes: it is looked at again and again", kind=kind
    )
    return note("watching", says)
