"""Stylesheets as browsers take them: without the comments and the room that are for people."""

from __future__ import annotations

import re

from vagen.render.layouts import Layouts

_ROOM = r"(?>\s+|/\*.*?\*/)"  # atomic: a comment ends at its first end
_PARTS = re.compile(
    rf"""
    (?P<kept> "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | url\([^)"']*\) )
    | {_ROOM}* (?P<sign>[{{}};,]) {_ROOM}* (?: (?P<name>[\w-]+) :\s+ )?
    | (?P<room> {_ROOM}+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def render_asset(layouts: Layouts, name: str) -> bytes | None:
    """An asset as the site ships it; None where there is none of that name."""
    data = layouts.asset(name)
    return compact(data) if data and name.endswith(".css") else data


def compact(css: bytes) -> bytes:
    """The same rules in fewer bytes; strings and addresses stay as they are."""
    try:
        text = css.decode("utf-8")
    except UnicodeDecodeError:
        return css
    return _PARTS.sub(_less, text).strip().encode("utf-8")


def _less(found: re.Match[str]) -> str:
    """A string as it is; a sign, and a name behind it, without room; one space for any other."""
    if found["name"]:
        return f"{found['sign']}{found['name']}:"
    return found["kept"] or found["sign"] or " "
