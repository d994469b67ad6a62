"""What a browser asks for: whether it may, and which file it means. Only values, no disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from urllib.parse import unquote_to_bytes

OWN = "_vagen/"
"""The addresses of the preview itself; no id of a page begins with `_`."""

_NO_NAME = re.compile(r"[\\\x00-\x1f\x7f]")


def is_ours(hosts: Sequence[str], port: int) -> bool:
    """Whether a request's Host is this server by its own name.

    A name of somebody else's that leads here (DNS rebinding) would let their page read this one.
    """
    names = {f"127.0.0.1:{port}", f"localhost:{port}"}
    if port == 80:
        names |= {"127.0.0.1", "localhost"}
    return len(hosts) == 1 and hosts[0].strip().lower() in names


def is_near(site: str | None, mode: str | None) -> bool:
    """Whether a request comes from these pages, or is a person going to one (Fetch Metadata).

    Browsers that don't say where it comes from are let in: the Host has been checked.
    """
    return site in {None, "none", "same-origin"} or mode == "navigate"


def wanted(target: str) -> str | None:
    """The path that a request's target means, without its first `/`; None where it is no path.

    It is decoded once. What could lead out of a folder on any system is no path.
    """
    raw = target.partition("?")[0].partition("#")[0]
    if not raw.startswith("/") or re.search(r"%2f|%5c", raw, re.IGNORECASE):
        return None
    try:
        path = unquote_to_bytes(raw[1:]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    names = path.split("/")
    hollow = any(name in {"", ".", ".."} for name in names[:-1]) or names[-1] in {".", ".."}
    return None if hollow or _NO_NAME.search(path) else path


def page_of(path: str) -> str:
    """The file that a path means: itself, or a folder's index.html."""
    return f"{path}index.html" if not path or path.endswith("/") else path


def file_for(path: str, files: AbstractSet[str]) -> str | None:
    """The file of the site that a path means, if it has it."""
    name = page_of(path)
    return name if name in files else None


def folder_for(path: str, files: AbstractSet[str]) -> str | None:
    """The folder that is meant by a path without its last `/`."""
    return f"{path}/" if path and f"{path}/index.html" in files else None
