"""Quotes: putting a text between them, and noticing where their absence cut a text off."""

from __future__ import annotations

import re
from typing import Any

from vagen.problems import Problem, Span, say

_CUT = re.compile(r" #|\s+#(?=\S)")
_SWALLOWED = re.compile(r"\s+(?=#[^\s#])")


def cut_text(start: Any, end: Any, lines: list[str]) -> str:  # noqa: ANN401 - PyYAML's marks
    """A plain text with the comment that swallowed its end, where that looks like an accident.

    `Inbox #email` is cut to `Inbox`; `Inbox  # later` is a comment, and meant as one.
    """
    if start.line != end.line or end.line >= len(lines):
        return ""
    line = lines[end.line]
    found = _CUT.match(line, end.column)
    return line[start.column :].rstrip() if found else ""


def swallowed(end: Any, lines: list[str]) -> tuple[int, str]:  # noqa: ANN401
    """The column (from 0) and the text of a value that is a comment as a whole: `to: #general`."""
    line = lines[end.line] if end.line < len(lines) else ""
    found = _SWALLOWED.match(line, end.column)
    return (found.end(), line[found.end() :].rstrip()) if found else (0, "")


def swallowed_problem(span: Span, whole: str) -> Problem:
    """The warning that nothing is left of a value."""
    typed = quote(whole)
    return Problem(
        span,
        "text-cut-off",
        say('nothing is read here: what follows " #" is a comment'),
        say("type: {typed} (a comment has a space behind its #)", typed=typed),
        "warning",
        typed,
    )


def cut_problem(span: Span, whole: str, kept: str) -> Problem:
    """The warning that a text was cut off by ` #`."""
    typed = quote(whole)
    return Problem(
        span,
        "text-cut-off",
        say('only "{kept}" is read: what follows " #" is a comment', kept=kept),
        say("type: {typed} (a comment has two spaces before # and one behind it)", typed=typed),
        "warning",
        typed,
    )


def quote(text: str) -> str:
    """The text between the quotes that need the fewest changes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
