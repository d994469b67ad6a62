"""What can be wrong, where it stands and how it is mended: one type for the whole program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from vagen.locale import Catalog

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `path` relative to the workspace with `/`; line and column from 1.

    Columns and `width` count Unicode code points; the width stays within the line.
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that is not yet in a language: a gettext msgid and its values.

    A value that is itself a Message (or a tuple of them, joined by commas) is put into the
    reader's language too.
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def spoken(self, catalog: Catalog) -> str:
        """The sentence in the language of `catalog`."""
        values = {name: _spoken(value, catalog) for name, value in self.values}
        return catalog.gettext(self.text).format(**values)


def say(text: str, /, **values: object) -> Message:
    """A message with `{name}` placeholders; `text` is what the catalogs translate."""
    return Message(text, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `replacement`, where there is one, is what to type over the span (its width)."""

    at: Span
    code: str
    message: Message
    hint: Message | None = None
    severity: Severity = "error"
    replacement: str | None = None


class Wrong(ValueError):  # noqa: N818 - it is a finding on its way to becoming a Problem
    """Raised by the parser of one value; the reader turns it into a Problem with a place.

    `offset` and `width` (code points) narrow the place inside the value's text; `line` counts
    from 0 inside a text of several lines; `key` names the entry of a mapping that is wrong.
    """

    def __init__(  # noqa: PLR0913 - one argument per part of a Problem
        self,
        code: str,
        message: Message,
        hint: Message | None = None,
        *,
        replacement: str | None = None,
        severity: Severity = "error",
        line: int = 0,
        offset: int | None = None,
        width: int | None = None,
        key: str | None = None,
    ) -> None:
        super().__init__(message.text)
        self.code = code
        self.message = message
        self.hint = hint
        self.replacement = replacement
        self.severity: Severity = severity
        self.line = line
        self.offset = offset
        self.width = width
        self.key = key

    def at(self, span: Span) -> Problem:
        """The same finding with its place: `span` is that of the whole value."""
        if self.offset is not None:
            width = self.width if self.width is not None else 1
            span = Span(span.path, span.line + self.line, span.column + self.offset, width)
        return Problem(span, self.code, self.message, self.hint, self.severity, self.replacement)


def _spoken(value: object, catalog: Catalog) -> object:
    if isinstance(value, Message):
        return value.spoken(catalog)
    if isinstance(value, tuple):
        return ", ".join(str(_spoken(one, catalog)) for one in value)
    return value


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order of the files and of the lines in them."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda one: (one.at, one.code, one.message.text))
    )


def strictly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems with every warning an error, as `--strict` asks."""
    return tuple(replace(problem, severity="error") for problem in problems)
