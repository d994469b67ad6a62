"""The folder that one works in: may it be written, has the disk room, are its changes seen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryFile

from vagen.doctor.finding import Finding, good, missing, note
from vagen.doctor.system import Machine
from vagen.problems import say

LITTLE, TOO_LITTLE = 500, 50
"""Megabytes: a site with its PDFs and receipts takes some tens of them."""

_UNIX = hasattr(os, "geteuid")
_OURS = ("", "vagen.yaml", "content", ".vagen", "site")


def writable(machine: Machine, root: Path, *, practice: bool) -> Finding:
    """Whether vagen may write what it makes, and a person's files at a command."""
    places = [root / name for name in _OURS if (root / name).exists()]
    locked = [place for place in places if not _may_write(place)]
    if not locked:
        return good("writing", say("{folder} can be written", folder=root.as_posix()))
    names = ", ".join(place.as_posix() for place in locked)
    says = say("here nothing can be written: {places}", places=names)
    if practice:
        own = all(place.stat().st_uid == os.geteuid() for place in locked) if _UNIX else True
        return missing("writing", says, machine.let_write(root, own=own))
    # A folder of somebody else's is no place for a practice; nor is it to be taken over.
    return note("writing", says, "cd ~")


def _may_write(place: Path) -> bool:
    """Asked of the system, and of a folder by a file without a name: on Windows only that tells."""
    if not os.access(place, os.W_OK):
        return False
    if place.is_dir():
        try:
            TemporaryFile(dir=place).close()
        except OSError:
            return False
    return True


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
