"""What draws is part of what is drawn: a digest of our own code beside its version number."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("locale", "model", "rules", "render")
"""The rooms whose code turns a view into bytes; what pages and rules decide is in the view."""


@cache
def code_digest(package: Path = _PACKAGE) -> str:
    """A hash (64 hexadecimal digits) of the code that draws.

    An installation from a repository keeps its version number from one commit to the next.
    """
    whole = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            name, code = path.relative_to(package).as_posix(), path.read_bytes()
            whole.update(f"{name} {len(code)}\n".encode() + code)
    return whole.hexdigest()
