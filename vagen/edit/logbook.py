"""Where an entry goes in a month of the log, and the splices that put it there.

Days stand in their order. Within a day a range goes in front of the first one that begins later;
a duration, which has no place in time, goes to the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vagen.edit.sheet import Sheet, Splice
from vagen.model.entry import Entry
from vagen.source.nodes import Mapping, Node, Scalar

_INDENT = 2


def with_entry(
    sheet: Sheet, node: Node | None, entries: Iterable[Entry], entry: Entry, line: str
) -> tuple[Splice, ...]:
    """`line`, which reads as `entry`, on its day; nothing where no splice can put it there.

    `entries` are those of the month's other lines.
    """
    if not isinstance(node, Mapping) or not node.values:
        return _first_day(sheet, node, entry.on, line)
    if node.flow:
        return ()
    day = node.values.get(entry.on.isoformat())
    if day is None:
        return (_new_day(sheet, node, entry.on, line),)
    if not isinstance(day, Scalar):
        return ()
    typed = " " * _indent_of(sheet, node, day) + line
    if day.block:
        return (sheet.below(_line_above(sheet, day, entries, entry), [typed]),)
    sign = sheet.offset(day.at.line, day.at.column)
    return (Splice(sign, sign, " |"), sheet.below(day.at.line, [typed]))


def without_entry(
    sheet: Sheet, node: Node | None, entries: Iterable[Entry], entry: Entry
) -> Splice:
    """The line of an entry taken out; with its day, where that holds nothing else, not even words
    of a person's own.
    """
    name = entry.on.isoformat()
    alone = sum(other.on == entry.on for other in entries) == 1
    if alone and isinstance(node, Mapping) and not node.flow:
        key, day = node.names[name].line, node.values[name]
        bare = sheet.line(key).strip("\"' ") == f"{name}: |"
        if bare and sheet.last_line(day) == entry.at.line == key + 1:
            return sheet.without(key, entry.at.line)
    return sheet.without(entry.at.line, entry.at.line)


def _first_day(sheet: Sheet, node: Node | None, on: date, line: str) -> tuple[Splice, ...]:
    """The first day of a file that holds nothing, or comments, or `{}`."""
    lines = _day(on.isoformat(), 0, _INDENT, line)
    if node is None:
        return (sheet.below(sheet.lines, lines),)
    if not isinstance(node, Mapping) or not node.flow:
        return ()
    start, end = sheet.offset(node.at.line, node.at.column), sheet.offset(*node.end)
    return (Splice(start, end, sheet.ending(node.at.line).join(lines)),)


def _line_above(sheet: Sheet, day: Scalar, entries: Iterable[Entry], entry: Entry) -> int:
    """The line of the day's block below which the entry goes."""
    if entry.start_instant is not None:
        # By their time stamps: within one zone Python compares the wall clock alone.
        begins = entry.start_instant.timestamp()
        later = [
            other.at.line
            for other in entries
            if other.on == entry.on
            and other.start_instant is not None
            and other.start_instant.timestamp() > begins
        ]
        if later:
            return min(later) - 1
    return sheet.last_line(day)


def _indent_of(sheet: Sheet, month: Mapping, day: Scalar) -> int:
    """The indentation of a day's lines: its own, else that of the other days."""
    key = next(iter(month.names.values())).column - 1
    for block in (day, *month.values.values()):
        if not isinstance(block, Scalar) or not block.block:
            continue
        header = sheet.line(block.at.line)[block.at.column - 1 :]
        if header[1:2].isdecimal() or header[2:3].isdecimal():
            return key + int("".join(sign for sign in header[:3] if sign.isdecimal()))
        rows = range(block.at.line + 1, sheet.last_line(block) + 1)
        row = next((row for row in rows if not sheet.blank(row)), None)
        if row is not None:
            return sheet.indent(row)
    return key + _INDENT


def _new_day(sheet: Sheet, month: Mapping, on: date, line: str) -> Splice:
    """A day that the month has not yet: behind the latest of those before it, else on top."""
    first = next(iter(month.names.values()))
    key = first.column - 1
    name = on.isoformat()
    sign = sheet.line(first.line)[key]
    shown = f"{sign}{name}{sign}" if sign in "'\"" else name
    blocks = [one for one in month.values.values() if isinstance(one, Scalar) and one.block]
    indent = _indent_of(sheet, month, blocks[0]) if blocks else key + _INDENT
    lines = _day(shown, key, indent, line)
    gap = [""] if _apart(sheet, month) else []
    earlier = [day for day in month.values if day < name]
    if earlier:
        return sheet.below(sheet.last_line(month.values[max(earlier)]), [*gap, *lines])
    return sheet.below(_above_comments(sheet, first.line) - 1, [*lines, *gap])


def _day(name: str, key: int, indent: int, line: str) -> list[str]:
    return [f"{' ' * key}{name}: |", f"{' ' * indent}{line}"]


def _apart(sheet: Sheet, month: Mapping) -> bool:
    """Whether empty lines stand between most days."""
    others = list(month.names.values())[1:]
    gaps = sum(sheet.blank(_above_comments(sheet, at.line) - 1) for at in others)
    return gaps * 2 > len(others)


def _above_comments(sheet: Sheet, line: int) -> int:
    """The first line of a day with the comments right above it; those that head the file stay."""
    top = line
    while top > 1 and sheet.line(top - 1).lstrip().startswith(("#", "%")):
        top -= 1
    return line if top == 1 else top
