"""Words in columns on a terminal, whichever way they run and however wide their signs are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from vagen.locale import direction

RIGHT, LEFT = "\u200f", "\u200e"
"""Unicode's marks of direction, seen by no one: they keep each cell in its own place."""

_HEBREW = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TOLD = re.compile(f"{_HEBREW.pattern}|^{LEFT}.*{LEFT}$")
_LATIN = re.compile(r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GAP = 2


def cells(sign: str) -> int:
    """How many cells of a terminal a sign fills."""
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def width(text: str) -> int:
    """How many cells a text fills."""
    return sum(map(cells, text))


def columns(rows: Sequence[tuple[str, ...]], language: str) -> Iterator[tuple[str, ...]]:
    """The cells of each row with the room behind them; together they are the line.

    Cells that are empty in every row take no room. In a language that runs from right to left each
    row does too, and what is Latin or a figure in it keeps its own order.
    """
    widest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    right = direction(language) == "rtl"
    for row in rows:
        last = max((at for at, text in enumerate(row) if text), default=-1)
        yield tuple(
            _cell(text, _gap(room - width(text)) if at < last and room else "", right=right)
            for at, (text, room) in enumerate(zip(row, widest, strict=True))
        )


def _gap(room: int) -> str:
    return " " * (room + _GAP)


def _cell(text: str, gap: str, *, right: bool) -> str:
    """A cell and the room behind it, marked where its words run against the row."""
    if not text:
        return gap
    against = _LATIN if right else _HEBREW
    own = f"{LEFT}{text}{LEFT}" if right and not _TOLD.search(text) else text
    mark = RIGHT if right else LEFT
    return f"{mark if right else ''}{own}{mark if against.search(text) else ''}{gap}"
