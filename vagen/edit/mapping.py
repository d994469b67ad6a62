"""Splices of a mapping: a key gets a value, or goes. None where that needs a person's eyes."""

from __future__ import annotations

from collections.abc import Sequence

from vagen.edit.scalar import as_yaml
from vagen.edit.sheet import Sheet, Splice
from vagen.source.nodes import Mapping, Scalar


def with_key(
    sheet: Sheet, node: Mapping, key: str, value: str, *, behind: Sequence[str]
) -> Splice | None:
    """`key: value`, in place of the old value or behind the first of the keys `behind`.

    `value` is a YAML scalar as it is typed.
    """
    old = node.values.get(key)
    if old is not None:
        return _in_place(sheet, old, value) if isinstance(old, Scalar) else None
    place = next((name for name in behind if name in node.values), None)
    if place is None:
        return None
    neighbour = node.values[place]
    if node.flow:
        offset = sheet.offset(*neighbour.end)
        return Splice(offset, offset, f", {_named(sheet, node, key)}: {value}")
    indent = " " * (node.names[place].column - 1)
    typed = f"{indent}{_named(sheet, node, key)}: {value}"
    return sheet.below(sheet.last_line(neighbour), [typed])


def without_key(sheet: Sheet, node: Mapping, key: str) -> Splice | None:
    """The key and its value taken out; a comment on its line goes with it."""
    if key not in node.values:
        return None
    name, value = node.names[key], node.values[key]
    if next(iter(node.values)) == key and (node.flow or _behind_a_sign(sheet, node, key)):
        return _without_first(sheet, node)
    if node.flow:
        names = list(node.values)
        end = node.values[names[names.index(key) - 1]].end
        return Splice(sheet.offset(*end), sheet.offset(*value.end), "")
    if _behind_a_sign(sheet, node, key):
        return None
    return sheet.without(name.line, sheet.last_line(value))


def _behind_a_sign(sheet: Sheet, node: Mapping, key: str) -> bool:
    """Whether something stands before the key on its line, as the dash of a list does."""
    name = node.names[key]
    return bool(sheet.line(name.line)[: name.column - 1].strip())


def _without_first(sheet: Sheet, node: Mapping) -> Splice | None:
    """The first key taken out by letting the second one stand in its place."""
    names = list(node.names.values())
    if len(names) < 2:
        return None
    start, end = ((one.line, one.column) for one in names[:2])
    first = next(iter(node.values.values()))
    between = sheet.between(first.end, end)
    if "#" in (between if node.flow else between.partition("\n")[2]):
        return None  # a comment between the two may belong to either
    return Splice(sheet.offset(*start), sheet.offset(*end), "")


def _in_place(sheet: Sheet, old: Scalar, value: str) -> Splice | None:
    if old.block or not old.one_line:
        return None
    start = sheet.offset(old.at.line, old.at.column)
    if old.plain and not old.text:
        return Splice(start, start, f" {value}")
    quoted = f"{old.style}{value}{old.style}" if old.style and value[:1] not in "'\"" else value
    return Splice(start, sheet.offset(*old.end), quoted)


def _named(sheet: Sheet, node: Mapping, key: str) -> str:
    """The key, between quotes where the first one has them."""
    first = next(iter(node.names.values()))
    sign = sheet.text[sheet.offset(first.line, first.column)]
    return f"{sign}{key}{sign}" if sign in "'\"" else as_yaml(key)
