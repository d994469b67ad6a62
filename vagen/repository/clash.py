"""Places that two machines changed: git's conflict markers, read into both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


@dataclass(frozen=True, slots=True)
class Clash:
    """One place: what this machine has, and what the other has. `line` is that of the first marker.

    A file that one side removed, or that is no text, has one clash on line 1 and no sides.
    """

    path: str
    line: int = 1
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()


def clashes(root: Path, path: str) -> tuple[Clash, ...]:
    """The places in one file that still wait for a decision."""
    try:
        text = (root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(_clashes(path, text))


def _clashes(path: str, text: str) -> Iterator[Clash]:
    sides: dict[str, list[str]] = {}
    side, start = "", 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.removesuffix("\r")
        mark = line[:7]
        if mark == _OURS and line[7:8] in ("", " ") and not side:
            side, start, sides = _OURS, number, {_OURS: [], _MIDDLE: []}
        elif side and mark == _BASE:
            side = _BASE
        elif side and line == _MIDDLE:
            side = _MIDDLE
        elif side == _MIDDLE and mark == _THEIRS:
            yield Clash(path, start, tuple(sides[_OURS]), tuple(sides[_MIDDLE]))
            side = ""
        elif side in sides:
            sides[side].append(line)
