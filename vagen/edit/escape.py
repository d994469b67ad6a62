"""A text as Markdown that says just this text: its own signs are no form."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_START = re.compile(r"([-+#=]|\d+(?=[.)]))")
_BREAKS_LINK = re.compile(r"[\s()<>]")


def as_markdown(text: str) -> str:
    """The text on one line, to stand at the beginning of a block or within one."""
    safe = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    start = _AT_START.match(safe)
    if start is None:
        return safe
    if start[1].isdigit():
        return f"{start[1]}\\{safe[start.end() :]}"
    return f"\\{safe}"


def link(words: str, address: str) -> str:
    """Words that lead to an address."""
    target = f"<{address}>" if _BREAKS_LINK.search(address) else address
    return f"[{as_markdown(words)}]({target})"
