"""A stretch of Markdown without the signs around it, and where in the file each letter stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from vagen.problems import Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a Markdown text; `first_line` is the file's line on which it begins."""

    path: str
    first_line: int
    lines: tuple[str, ...]

    def span(self, line: int, column: int = 0, width: int = 1) -> Span:
        """A place by line and column from 0; the width is kept within the line."""
        length = len(self.lines[line]) if line < len(self.lines) else 0
        column = max(0, min(column, length))
        width = max(1, min(width, length - column))
        return Span(self.path, self.first_line + line, column + 1, width)

    def block(self, line: int) -> Span:
        """Where the words of a line begin."""
        text = self.lines[line] if line < len(self.lines) else ""
        return self.span(line, len(text) - len(text.lstrip()))


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one block. `columns` (from 0) tell where each of its lines begins in the file's.

    In a table's `cell` every bar was typed with a backslash before it.
    """

    text: str
    sheet: Sheet
    line: int
    columns: tuple[int, ...]
    starts: tuple[int, ...]
    cell: bool = False

    def span(self, index: int, width: int = 1) -> Span:
        """The place of a letter of the passage, with as many after it as stand on its line."""
        line = bisect_right(self.starts, index) - 1
        start = self.starts[line]
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        column = self.columns[line] + index - start
        if self.cell:
            column += self.text.count("|", start, index)
        return self.sheet.span(self.line + line, column, min(width, max(1, end - index)))

    def without(self, count: int) -> Passage:
        """The passage less so many letters at the beginning of its first line."""
        starts = (0, *(start - count for start in self.starts[1:]))
        columns = (self.columns[0] + count, *self.columns[1:])
        return Passage(self.text[count:], self.sheet, self.line, columns, starts, self.cell)

    @property
    def end(self) -> int:
        """The column (from 0) behind the passage, where it stands on one line."""
        return self.columns[0] + len(self.text) + (self.text.count("|") if self.cell else 0)


def passage_of(text: str, sheet: Sheet, line: int) -> Passage:
    """The passage that a block's `text` is, beginning on the sheet's `line` (from 0)."""
    parts = text.split("\n")
    columns = tuple(_column(part, sheet, line + i) for i, part in enumerate(parts))
    return Passage(text, sheet, line, columns, _starts(parts))


def cell_of(text: str, sheet: Sheet, line: int, after: int) -> Passage:
    """The passage that a table's cell is, to the right of the column `after` (from 0)."""
    source = sheet.lines[line] if line < len(sheet.lines) else ""
    found = source.find(text.replace("|", "\\|"), after)
    return Passage(text, sheet, line, (max(found, after),), (0,), cell=True)


def _starts(parts: list[str]) -> tuple[int, ...]:
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part) + 1
    return tuple(starts)


def _column(part: str, sheet: Sheet, line: int) -> int:
    """Where a line of a passage begins in the file's line: mostly it is the rest of that line."""
    if line >= len(sheet.lines):
        return 0
    source, words = sheet.lines[line].rstrip(), part.strip()
    found = len(source) - len(words) if source.endswith(words) else source.find(words)
    return max(0, found - (len(part) - len(part.lstrip())))
