"""Bytes become text: UTF-8, without BOM, within the size that a person types, LF at line ends."""

from __future__ import annotations

import re

from vagen.problems import Problem, Span, say

MAX_BYTES = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)


def read_text(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None where it can't be read as one, and what is wrong with it."""
    if len(data) > MAX_BYTES:
        return None, [_too_big(path)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, path)]
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        problems.append(
            Problem(
                Span(path),
                "bom",
                say("the file begins with an invisible byte order mark"),
                say('save it as "UTF-8", not "UTF-8 with BOM"'),
                "warning",
            )
        )
    text = _plain_lines(text)
    blocked = _control(text, path) or _conflict(text, path)
    if blocked:
        return None, [*problems, blocked]
    return text, problems


def legible(data: bytes) -> str:
    """The lines of a file that can't be read, as far as they can be shown to a person."""
    text = _plain_lines(data[:MAX_BYTES].decode("utf-8", "replace"))
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _plain_lines(text: str) -> str:
    """The text without BOM, with LF at the ends of its lines."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def place(text: str, index: int, path: str, width: int = 1) -> Span:
    """The span of a position (code points from 0) in a text."""
    line = text.count("\n", 0, index)
    column = index - (text.rfind("\n", 0, index) + 1)
    return Span(path, line + 1, column + 1, width)


def _too_big(path: str) -> Problem:
    return Problem(
        Span(path),
        "too-big",
        say("the file has more than {most} kB and is not read", most=f"{MAX_BYTES // 1000:,}"),
        say("split it, or keep it in a documents/ folder if it is not text to be read"),
    )


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    before = _plain_lines(data[:start].decode("utf-8"))
    span = place(before, len(before), path)
    return Problem(
        span,
        "not-utf-8",
        say("this is not UTF-8 text"),
        say('save the file with the encoding "UTF-8"'),
    )


def _control(text: str, path: str) -> Problem | None:
    found = _CONTROL.search(text)
    if not found:
        return None
    return Problem(
        place(text, found.start(), path),
        "control-character",
        say(
            "an invisible control character (U+{code}) stands here",
            code=f"{ord(found.group()):04X}",
        ),
        say("delete it and type the words around it again"),
    )


def _conflict(text: str, path: str) -> Problem | None:
    found = _CONFLICT.search(text)
    if not found or found.group(1)[0] != "<":
        return None
    return conflict_problem(place(text, found.start(), path, 7))


def conflict_problem(at: Span) -> Problem:
    """Marks that git left around two versions of some lines, for a person to decide."""
    return Problem(
        at,
        "git-conflict",
        say("two versions of this file met in git and both are here"),
        say("keep the lines you want and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    )
