"""A file's text as it was typed, with its BOM and its line ends; and the splices that change it.

The reader counts places in a text without BOM and with LF alone; here they lead to the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vagen.source.nodes import Node
from vagen.source.tree import Mark

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """The characters from `start` to `end` (from 0, code points) give way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    ending: str


class Sheet:
    """The text of a file and its lines, counted from 1 as editors do."""

    def __init__(self, data: bytes) -> None:
        self.text = data.decode("utf-8")
        self._lines: list[_Line] = []
        place = len(_BOM) if self.text.startswith(_BOM) else 0
        while True:
            found = _LINE.match(self.text, place)
            assert found is not None  # noqa: S101 - an empty line matches everywhere
            self._lines.append(_Line(place, found[1], found[2]))
            place = found.end()
            if not found[2]:
                break

    @property
    def lines(self) -> int:
        """How many lines there are; an empty last one, behind the final line end, is none."""
        return len(self._lines) - (not self._lines[-1].text)

    def line(self, number: int) -> str:
        """A line without its end; empty where there is none of this number."""
        return self._lines[number - 1].text if 1 <= number <= len(self._lines) else ""

    def blank(self, number: int) -> bool:
        """Whether there is nothing but spaces on a line."""
        return not self.line(number).strip()

    def indent(self, number: int) -> int:
        """How many spaces a line begins with."""
        line = self.line(number)
        return len(line) - len(line.lstrip(" "))

    def offset(self, line: int, column: int) -> int:
        """Where a place of the reader's stands in the text."""
        return self._lines[line - 1].start + column - 1

    def between(self, start: Mark, end: Mark) -> str:
        """The text from one place to another."""
        return self.text[self.offset(*start) : self.offset(*end)]

    def last_line(self, node: Node) -> int:
        """The last line that holds something of a node."""
        line, column = node.end
        if column == 1:
            line -= 1
        while line > node.at.line and self.blank(line):
            line -= 1
        return line

    def below(self, number: int, lines: Sequence[str]) -> Splice:
        """New lines below one (0: at the top), their ends like those around them.

        Where the file's last line has no end, the new last line has none either.
        """
        ending = self.ending(number)
        if number == 0 or self._lines[number - 1].ending:
            place = self._lines[number].start
            return Splice(place, place, "".join(f"{one}{ending}" for one in lines))
        place = self._lines[number - 1].start + len(self._lines[number - 1].text)
        return Splice(place, place, "".join(f"{ending}{one}" for one in lines))

    def without(self, first: int, last: int) -> Splice:
        """Lines taken out, with their ends."""
        before, behind = self._lines[first - 1], self._lines[last - 1]
        start, end = before.start, behind.start + len(behind.text) + len(behind.ending)
        if not behind.ending and first > 1:
            start -= len(self._lines[first - 2].ending)
        return Splice(start, end, "")

    def ending(self, number: int) -> str:
        """The line end to type by a line: its own, else one of those around it."""
        near = [one.ending for one in self._lines[max(number - 2, 0) : number + 1][::-1]]
        around = [self._lines[number - 1].ending] if number else []
        return next((one for one in (*around, *near, *self._endings()) if one), "\n")

    def _endings(self) -> list[str]:
        return [one.ending for one in self._lines[:1]]

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The file's new bytes."""
        text = self.text
        for one in sorted(splices, reverse=True):
            text = text[: one.start] + one.text + text[one.end :]
        return text.encode("utf-8")
