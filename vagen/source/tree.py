"""The tree that YAML text is read into: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from vagen.problems import Span

Mark = tuple[int, int]
"""A place between two characters, as line and column from 1: where a node ends."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `style` is empty for a plain one, else `'`, `"`, `|` (literal) or `>` (folded).

    A block ends where the first line that is not its own begins, blank lines below it included.
    """

    text: str
    at: Span
    style: str = ""
    one_line: bool = True
    end: Mark = field(default=(0, 0), compare=False)

    @property
    def plain(self) -> bool:
        """Typed without quotes and not as a block."""
        return not self.style

    @property
    def block(self) -> bool:
        """A block of lines below the key."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Sequence:
    """Items in order; `flow` where they stand between brackets."""

    at: Span
    items: list[Node] = field(default_factory=list)
    flow: bool = False
    end: Mark = field(default=(0, 0), compare=False)


@dataclass(slots=True)
class Mapping:
    """Keys, where each key stands, and values; `flow` where they stand between braces.

    `lost` are keys whose values can't be read.
    """

    at: Span
    values: dict[str, Node] = field(default_factory=dict)
    names: dict[str, Span] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    flow: bool = False
    end: Mark = field(default=(0, 0), compare=False)


Node = Scalar | Sequence | Mapping
