"""The lines around the place where a YAML parser gave up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vagen.problems import Message, Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The lines around an error, and how to name a place among them. Rows count from 0."""

    path: str
    first_line: int
    lines: list[str]
    row: int
    column: int
    context: Any
    bracket: Span | None = None

    def line(self, row: int) -> str:
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def problem(  # noqa: PLR0913 - the parts of a Problem
        self,
        row: int,
        column: int,
        width: int,
        message: Message,
        hint: Message,
        *,
        code: str = "yaml-syntax",
        replacement: str | None = None,
    ) -> Problem:
        span = Span(self.path, row + self.first_line, column + 1, max(1, width))
        return Problem(span, code, message, hint, replacement=replacement)
