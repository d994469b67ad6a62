"""The demo practice, moved by whole weeks to the present, so that its week looks like this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from vagen.source.nodes import Mapping, Node, Scalar, read_yaml

DEMO_DAY = date(2026, 11, 23)
"""The day on which the demo is told, a Monday; `make demo` builds it with `--now` at this day."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOG = re.compile(r"(?P<folder>content/clients/[^/]+/time/)\d{4}-\d{2}\.yaml")
_DAY_KEY = re.compile(r"^(\d{4}-\d{2}-\d{2}):", re.MULTILINE)
_INVENTED = re.compile(r"^publish:\n(?:[ \t]+.*\n)*", re.MULTILINE)
_LAW = ("tax",)
"""The part of vagen.yaml whose dates are the law's, not the story's: they stay."""


def demo_folder() -> Path:
    """Where the demo is: inside an installed package, or around vagen's own source."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "demo"
    return inside if inside.is_dir() else package.parent


def demo_files(today: date) -> dict[str, bytes]:
    """The demo's files by path, moved so that its day is within the week up to `today`."""
    weeks = (today - DEMO_DAY).days // 7
    return moved(dict(_files(demo_folder())), timedelta(weeks=weeks))


def demo_language() -> str:
    """The language of the demo practice."""
    node, _ = read_yaml((demo_folder() / "vagen.yaml").read_text("utf-8"), "vagen.yaml", 1)
    language = node.values.get("language") if isinstance(node, Mapping) else None
    return language.text if isinstance(language, Scalar) else "en"


def moved(files: dict[str, bytes], by: timedelta) -> dict[str, bytes]:
    """The same files with all dates moved, in names too, the log sorted into its months anew."""
    result: dict[str, bytes] = {}
    logs: dict[str, list[str]] = {}
    for name, data in sorted(files.items()):
        log = _LOG.fullmatch(name)
        if log:
            logs.setdefault(log["folder"], []).append(data.decode("utf-8"))
        elif name.endswith((".yaml", ".md")):
            result[_moved_name(name, by)] = _moved_text(name, data.decode("utf-8"), by).encode()
        else:
            result[_moved_name(name, by)] = data
    for folder, months in logs.items():
        result |= {f"{folder}{month}.yaml": text.encode() for month, text in _months(months, by)}
    return result


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield "vagen.yaml", (folder / "vagen.yaml").read_bytes()
    for path in sorted((folder / "content").rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield name, path.read_bytes()


def _moved_name(name: str, by: timedelta) -> str:
    return _DAY.sub(lambda found: _later(found.group(), by), name)


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _moved_text(name: str, text: str, by: timedelta) -> str:
    """Every value that is a date, replaced where it stands: the rest stays byte for byte."""
    if name == "vagen.yaml":
        text = _INVENTED.sub("", text)
    front = text
    first = 1
    if name.endswith(".md"):
        if not text.startswith("---\n"):
            return text
        front, first = text[4:].partition("\n---")[0], 2
    node, _ = read_yaml(front, name, first)
    lines = text.split("\n")
    for one in _scalars(node, skip=_LAW if name == "vagen.yaml" else ()):
        if _DAY.fullmatch(one.text):
            line, start = one.at.line - 1, one.at.column - 1
            end = start + one.at.width
            lines[line] = lines[line][:start] + _later(one.text, by) + lines[line][end:]
    return "\n".join(lines)


def _scalars(node: Node | None, skip: tuple[str, ...] = ()) -> Iterator[Scalar]:
    """All scalars of a tree, but for those below the keys to skip; last on a line first."""
    found = list(_in_order(node, skip))
    return iter(sorted(found, key=lambda one: one.at, reverse=True))


def _in_order(node: Node | None, skip: tuple[str, ...]) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for name, value in node.values.items():
            if name not in skip:
                yield from _in_order(value, ())
    elif node is not None:
        for item in node.items:
            yield from _in_order(item, ())


def _months(texts: Iterable[str], by: timedelta) -> Iterator[tuple[str, str]]:
    """The days of a log, moved, in the files of the months they now fall into."""
    days: dict[str, str] = {}
    for text in texts:
        parts = _DAY_KEY.split(text)
        for day, block in zip(parts[1::2], parts[2::2], strict=True):
            moved_to = _later(day, by)
            days[moved_to] = f"{moved_to}:{block.rstrip()}\n"
    for month in sorted({day[:7] for day in days}):
        yield month, "".join(days[day] for day in sorted(days) if day.startswith(month))
