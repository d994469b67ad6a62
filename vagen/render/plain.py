"""Prose as plain text, to paste into a mail or a chat: no sign of Markdown is left in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from vagen.locale import Catalog, direction
from vagen.model.prose import Block, Inline, Prose

_MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
_BOX = {False: "☐", True: "☑"}
_INDENT = "  "


def as_text(prose: Prose, language: str, words: Catalog) -> str:
    """The blocks with an empty line between them; a list's items stand together.

    `prose` is resolved for its reader: what they may not open is words already. A file or a page
    that stands in the portal has no address outside of it and is said to be there. A line whose
    first word runs the other way gets an invisible mark, so that it is set in the text's direction.
    """
    lines = _Text(words).blocks(prose)
    return "\n".join(directed(line, language) for line in lines)


def directed(line: str, language: str) -> str:
    """The line, with a mark in front where its first letter runs against the text's language."""
    way = direction(language)
    for sign in line:
        found = {"L": "ltr", "R": "rtl", "AL": "rtl"}.get(unicodedata.bidirectional(sign))
        if found:
            return line if found == way else f"{_MARKS[way]}{line}"
    return line


class _Text:
    """Blocks and words as lines, in the language of `words`."""

    def __init__(self, words: Catalog) -> None:
        self.in_portal = words.gettext("in your portal")

    def blocks(self, prose: Prose) -> Iterator[str]:
        for number, block in enumerate(prose):
            if number:
                yield ""
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        match block.kind:
            case "bullets" | "numbers":
                yield from self.items(block)
            case "quote":
                yield from _indented(self.blocks(block.children))
            case "code":
                yield from _indented(block.text.rstrip("\n").split("\n"))
            case "table":
                yield from (self.row(row) for row in block.children)
            case "rule":
                yield "⁂"
            case _:
                yield from self.inlines(block.inlines).split("\n")

    def items(self, block: Block) -> Iterator[str]:
        for number, item in enumerate(block.children, block.level):
            sign = f"{number}." if block.kind == "numbers" else "-"
            sign = _BOX[item.ticked] if item.kind == "check" else sign
            first, *rest = self.inlines(item.inlines).split("\n")
            yield f"{sign} {first}".rstrip()
            for child in item.children:
                rest += self.block(child)
            yield from _indented(rest)

    def row(self, row: Block) -> str:
        return " · ".join(self.inlines(cell.inlines) for cell in row.children)

    def inlines(self, inlines: Iterable[Inline]) -> str:
        return "".join(self.inline(inline) for inline in inlines).strip()

    def inline(self, inline: Inline) -> str:
        said = inline.text + "".join(self.inline(child) for child in inline.children)
        match inline.kind:
            case "break":
                return "\n"
            case "page" | "file":
                return f"{said} ({self.in_portal})"
            case "link" if not inline.target.startswith("#"):
                address = inline.target.removeprefix("mailto:").removeprefix("tel:")
                return said if said in (address, inline.target) else f"{said} ({address})"
            case _:
                return said


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_INDENT}{line}".rstrip() for line in lines)
