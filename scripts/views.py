"""Writes the reference of docs/layouts.md from the views; with --check it only compares.

Which view a template sees is asked of the demo: its artifacts name both.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from vagen.pages.artifact import Html, Paper, Text
from vagen.pages.planners import plan
from vagen.render.layouts import read_layouts
from vagen.source.files import read_sources
from vagen.source.workspace import load

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "layouts.md"
THEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
_MARKED = re.compile(r"<!-- (templates|views) -->\n.*?<!-- end -->", re.DOTALL)
_PLAIN = {
    "str": "a text",
    "int": "a whole number",
    "Decimal": "a number",
    "float": "a number",
    "bool": "`true`, `false`",
    "date": "a day",
    "datetime": "an instant",
    "time": "a time of day",
    "bytes": "bytes",
    "NoneType": "`none`",
    "object": "anything",
}


@cache
def views() -> dict[str, type]:
    """By template, the class of the view that it sees."""
    workspace = load(read_sources(ROOT)).workspace
    if workspace is None:
        raise SystemExit("the demo can't be read")
    found: dict[str, type] = {}
    for one in plan(workspace, THEN, asset_names=read_layouts().assets).artifacts:
        if isinstance(one.content, Html | Paper | Text):
            found[one.content.template] = type(one.content.view)
    return dict(sorted(found.items()))


def records() -> list[type]:
    """The views and all that they are made of, by name."""
    found: dict[str, type] = {}
    waiting = list(views().values())
    while waiting:
        one = waiting.pop()
        if found.setdefault(one.__name__, one) is not one:
            raise SystemExit(f"two records are called {one.__name__}: {one}, {found[one.__name__]}")
        for hint in get_type_hints(one).values():
            waiting += [part for part in _within(hint) if part not in found.values()]
    return [found[name] for name in sorted(found)]


def _within(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for one in get_args(hint):
        yield from _within(one)


def holds(hint: object) -> str:
    """What a field holds, in words; a record as a link to its table."""
    if get_origin(hint) is not None:
        return _composed(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    name = getattr(hint, "__name__", str(hint))
    return _PLAIN.get(name, f"`{name}`")


def _composed(hint: object) -> str:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f'`"{one}"`' if isinstance(one, str) else f"`{one}`" for one in inside)
    words = [holds(one) for one in inside if one is not Ellipsis]
    if origin in (Union, UnionType):
        return " or ".join(words)
    if origin is tuple and Ellipsis not in inside:
        return "together: " + ", ".join(words)
    return f"{'a mapping' if len(words) == 2 else 'a list'}: {', '.join(words)}"


@cache
def _said(cls: type) -> dict[str, str]:
    """What the source says of each field: the docstring below it."""
    (record,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(cls))).body
    found: dict[str, str] = {}
    lines = record.body if isinstance(record, ast.ClassDef) else []
    for field, below in pairwise(lines):
        if not (isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr)):
            continue
        if isinstance(field.target, ast.Name) and isinstance(below.value, ast.Constant):
            found[field.target.id] = str(below.value.value)
    return found


def table(cls: type) -> str:
    """A record: its sentence, then its names and what each holds."""
    said: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        if is_dataclass(one):
            said |= _said(one)
    hints = get_type_hints(cls)
    rows = [f"### {cls.__name__}", "", _folded(inspect.getdoc(cls) or ""), ""]
    rows += ["| name | holds |", "|--|--|"]
    for field in fields(cls):
        more = f". {_folded(said[field.name])}" if field.name in said else ""
        rows.append(f"| `{field.name}` | {holds(hints[field.name])}{more} |")
    return "\n".join(rows)


def _folded(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def templates() -> str:
    """Every template and the view that it sees."""
    rows = ["| template | its view |", "|--|--|"]
    rows += [f"| `{name}` | {holds(view)} |" for name, view in views().items()]
    return "\n".join(rows)


def filled(text: str) -> str:
    """The page with its reference as the views are now."""
    parts = {"templates": templates(), "views": "\n\n".join(table(one) for one in records())}
    return _MARKED.sub(lambda at: f"<!-- {at[1]} -->\n{parts[at[1]]}\n<!-- end -->", text)


def main(arguments: list[str]) -> int:
    """Writes docs/layouts.md, or says whether it is up to date."""
    text = PAGE.read_text(encoding="utf-8")
    if "--check" not in arguments:
        PAGE.write_text(filled(text), encoding="utf-8", newline="\n")
    elif filled(text) != text:
        print("docs/layouts.md is behind the views: run scripts/views.py")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
