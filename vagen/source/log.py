"""A month of the time log: a mapping of day to a literal block, a line an entry."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from vagen.model.calendar import read_day
from vagen.model.entry import Entry
from vagen.problems import Problem, Span, Wrong, say
from vagen.source.nodes import Mapping, Node, Scalar, Sequence
from vagen.source.timelog import read_day_block

_BARE_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?::\s*|[|>]\s*|:[|>]\s*)?")
_UTC = ZoneInfo("UTC")
_OFFSET = re.compile(
    r"[0-9][+][0-9]{2}:[0-9]{2}|:[0-9]{2}-[0-9]{2}:[0-9]{2}[-–—־]|[-–—־][0-9:]+-[0-9]{2}:[0-9]{2}"
)


def read_month(
    node: Node | None, path: str, lines: list[str], zone: ZoneInfo | None
) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries of `time/2026-11.yaml`, in the order in which they were typed.

    Where vagen.yaml's zone can't be read, a time that carries an offset is not judged.
    """
    if node is None:
        return (), []
    if not isinstance(node, Mapping):
        return (), [_not_days(node)]
    month = path.rpartition("/")[2].removesuffix(".yaml")
    entries: list[Entry] = []
    problems: list[Problem] = []
    for name, value in node.values.items():
        on = _day(name, node.names[name], month, problems)
        if on is None:
            continue
        if not isinstance(value, Scalar) or value.style != "|":
            problems += _not_a_block(name, value, node.names[name])
            continue
        found, wrong = read_day_block(on, value.text, _first_line(value, lines), zone or _UTC)
        entries += found
        problems += [one for one in wrong if zone or not _OFFSET.search(lines[one.at.line - 1])]
    return tuple(entries), problems


def told_as_days(problems: list[Problem], lines: list[str]) -> list[Problem]:
    """The same problems, where a day without its `|` is named as the cause of what YAML said.

    The words behind ` #` are then not cut off by a comment, but a kind in the wrong place.
    """
    told = [_without_bar(one, lines) or one for one in problems]
    if any(one.code in ("log-day-block", "log-day-list") for one in told):
        return [one for one in told if one.code != "text-cut-off"]
    return told


def _without_bar(problem: Problem, lines: list[str]) -> Problem | None:
    if problem.code != "yaml-syntax":
        return None
    for number in range(problem.at.line, 0, -1):
        line = lines[number - 1]
        if line[:1] in ("", " ", "\t", "#"):
            continue
        day = _BARE_DAY.fullmatch(line)
        if day is None:
            return None
        typed = f"{day[1]}: |"
        message = say("a day of the log is a block of lines")
        hint = say("type: {typed}", typed=typed)
        at = Span(problem.at.path, number, 1, len(line))
        return Problem(at, "log-day-block", message, hint, replacement=typed)
    return None


def _day(name: str, at: Span, month: str, problems: list[Problem]) -> date | None:
    try:
        on = read_day(name)
    except Wrong as wrong:
        problems.append(wrong.at(at))
        return None
    if f"{on:%Y-%m}" != month:
        problems.append(
            Problem(
                at,
                "wrong-month",
                say("{day} does not belong in the file of {month}", day=name, month=month),
                say("move it to time/{month}.yaml", month=f"{on:%Y-%m}"),
            )
        )
        return None
    return on


def _first_line(block: Scalar, lines: list[str]) -> Span:
    """Where the block's words begin: the first line below the `|`, at its indentation."""
    first = block.at.line + 1
    for line in lines[block.at.line :]:
        if line.strip():
            return Span(block.at.path, first, len(line) - len(line.lstrip(" ")) + 1)
    return Span(block.at.path, first)


def _not_a_block(name: str, value: Node, at: Span) -> list[Problem]:
    if isinstance(value, Sequence):
        message = say("a day of the log is not a list: in a list, # would swallow what follows")
        hint = say('write "{day}: |" and below it a line an entry, without dashes', day=name)
        return [Problem(value.at, "log-day-list", message, hint)]
    if isinstance(value, Scalar) and value.plain and not value.text:
        return []
    message = say("a day of the log is a block of lines")
    hint = say('write "{day}: |" and below it, indented, a line an entry', day=name)
    return [
        Problem(value.at if not isinstance(value, Mapping) else at, "log-day-block", message, hint)
    ]


def _not_days(node: Node) -> Problem:
    return Problem(
        node.at,
        "wrong-type",
        say("the log has a key for each day"),
        say('begin with a day: "2026-11-02: |" and below it a line an entry'),
    )
