"""Prose that someone wrote in Markdown, as a tree without markup: the render room gives it form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vagen.problems import Span

InlineKind = Literal[
    "text",
    "strong",
    "em",
    "strike",
    "code",
    "link",
    "sop",
    "image",
    "break",
    # Only in prose whose links are resolved for an audience:
    "page",
    "file",
]
BlockKind = Literal[
    "paragraph",
    "heading",
    "bullets",
    "numbers",
    "item",
    "check",
    "quote",
    "code",
    "rule",
    "table",
    "row",
    "cell",
]


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of words.

    `target` is what was typed as a link's or an image's address, or the area/sop of a link. Once
    links are resolved for an audience there is no `sop` any more: a `page`, a `file` and an `image`
    then name a path within that audience, and a `link` is one that may be opened.
    An image's `text` is what stands for it where it can't be seen.
    """

    kind: InlineKind
    text: str = ""
    target: str = ""
    children: tuple[Inline, ...] = ()
    at: Span = field(default=Span(""), compare=False)

    @property
    def words(self) -> str:
        """The text without any form."""
        return self.text + "".join(child.words for child in self.children)


@dataclass(frozen=True, slots=True)
class Block:
    """A block. `level` is a heading's (1 to 6), a cell's column or a numbered list's first number;
    `name` a heading's anchor or a code block's language; `ticked` and `head` hold for checks and
    table cells. The first paragraph of an item stands in its `inlines`, what follows in `children`.
    """

    kind: BlockKind
    inlines: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    level: int = 0
    name: str = ""
    text: str = ""
    ticked: bool = False
    head: bool = False
    at: Span = field(default=Span(""), compare=False)

    @property
    def words(self) -> str:
        """The text of the block and of all that is in it."""
        own = self.text + "".join(inline.words for inline in self.inlines)
        return " ".join(part for part in (own, *(child.words for child in self.children)) if part)


Prose = tuple[Block, ...]
