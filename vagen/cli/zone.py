"""What this machine says of its time zone. `vagen doctor` asks it where zones are missing."""

from __future__ import annotations

import os
from pathlib import Path

from vagen.model.place import read_zone
from vagen.problems import Wrong


def local_zone() -> str:
    """The zone of this machine, by its IANA name; empty where it does not say."""
    candidates = [os.environ.get("TZ", "").removeprefix(":"), *_named_by_system()]
    for name in candidates:
        try:
            return read_zone(name).key
        except Wrong:
            continue
    return ""


def _named_by_system() -> list[str]:
    link = Path("/etc/localtime")
    named = [link.resolve().as_posix().rpartition("zoneinfo/")[2]] if link.is_symlink() else []
    text = Path("/etc/timezone")
    return [*named, text.read_text(encoding="utf-8").strip()] if text.is_file() else named
