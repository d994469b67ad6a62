"""Splices of a list: a further item at its end, in the style of those that are there."""

from __future__ import annotations

from collections.abc import Sequence as Many

from vagen.edit.scalar import as_yaml
from vagen.edit.sheet import Sheet, Splice
from vagen.source.nodes import Node, Scalar, Sequence

Keys = Many[tuple[str, str | bool]]
"""The keys of a new item, in order, each with its text or with yes or no."""


def with_item(sheet: Sheet, node: Node | None, keys: Keys) -> tuple[Splice, ...]:
    """The item at the end of the list that a file holds; nothing where it holds no list."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return (sheet.below(sheet.lines, block_item(keys)),)
    if not isinstance(node, Sequence):
        return ()
    if not node.flow:
        return _in_block(sheet, node, keys)
    if node.items:
        return _in_brackets(sheet, node, keys)
    start, end = sheet.offset(node.at.line, node.at.column), sheet.offset(*node.end)
    if sheet.line(node.at.line) != sheet.text[start:end]:
        return (Splice(start, end, f"[{_flow_item(keys)}]"),)
    return (Splice(start, end, sheet.ending(node.at.line).join(block_item(keys))),)


def block_item(keys: Keys, *, indent: int = 0, gap: int = 1) -> list[str]:
    """The lines of an item; `indent` is the column of its dash, `gap` the spaces behind it."""
    lines = [f"{key}: {_value(text)}" for key, text in keys]
    lead = " " * (indent + 1 + gap)
    return [f"{' ' * indent}-{' ' * gap}{lines[0]}", *(f"{lead}{line}" for line in lines[1:])]


def _in_block(sheet: Sheet, node: Sequence, keys: Keys) -> tuple[Splice, ...]:
    last = node.items[-1]
    dash = node.at.column - 1
    head = sheet.line(last.at.line)
    if head[:dash].strip() or head[dash : dash + 1] != "-":
        return ()
    gap = len(head[dash + 1 :]) - len(head[dash + 1 :].lstrip(" ")) or 1
    lines = block_item(keys, indent=dash, gap=gap)
    if len(node.items) > 1 and _apart(sheet, last.at.line):
        lines = ["", *lines]
    return (sheet.below(_behind_comments(sheet, sheet.last_line(last), dash), lines),)


def _apart(sheet: Sheet, line: int) -> bool:
    """Whether an empty line stands above an item, and above its comments."""
    above = line - 1
    while sheet.line(above).lstrip().startswith("#"):
        above -= 1
    return above > 0 and sheet.blank(above)


def _behind_comments(sheet: Sheet, line: int, dash: int) -> int:
    """The last of the comments that follow an item and are indented like its keys."""
    while sheet.line(line + 1).lstrip(" ").startswith("#") and sheet.indent(line + 1) > dash:
        line += 1
    return line


def _in_brackets(sheet: Sheet, node: Sequence, keys: Keys) -> tuple[Splice, ...]:
    last, item = node.items[-1], _flow_item(keys)
    place = sheet.offset(*last.end)
    behind = sheet.text[place : sheet.offset(*node.end) - 1]
    spaces = len(behind) - len(behind.lstrip())
    comma = place + spaces if behind[spaces : spaces + 1] == "," else None
    lead = sheet.line(last.at.line)[: last.at.column - 1]
    row = sheet.last_line(last)
    if not lead.strip() and last.at.line > node.at.line and row < node.end[0]:
        below = sheet.below(row, [f"{lead}{item}{',' if comma else ''}"])
        return (below,) if comma else (Splice(place, place, ","), below)
    if comma:
        return (Splice(comma + 1, comma + 1, f" {item},"),)
    return (Splice(place, place, f", {item}"),)


def _value(text: str | bool, *, flow: bool = False) -> str:  # noqa: FBT001 - it is the value
    if isinstance(text, bool):
        return "yes" if text else "no"
    return as_yaml(text, flow=flow)


def _flow_item(keys: Keys) -> str:
    inner = ", ".join(f"{key}: {_value(text, flow=True)}" for key, text in keys)
    return f"{{{inner}}}"
