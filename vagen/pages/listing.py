"""What search finds on a page. It is made from the page's view, so it tells its readers no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vagen.model.prose import Block, Inline, Prose


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: a task, a section, an invoice. `anchor` is its id on the page."""

    title: str
    text: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page's name, by which it is found itself, and the things on it."""

    place: str
    entries: tuple[Entry, ...] = ()


def sections(title: str, prose: Prose, more: Iterable[str] = ()) -> tuple[Entry, ...]:
    """A text by its headings; what stands above the first, and `more`, is the title's own."""
    parts: list[tuple[str, str, list[str]]] = [(title, "", list(more))]
    for block in prose:
        if block.kind == "heading":
            # `s-` as layouts put it before a heading's name (vagen.render.prose.anchor).
            parts.append((_runs(block.inlines), f"s-{block.name}", []))
        else:
            parts[-1][2].append(spoken(block))
    return tuple(Entry(head, joined(lines), anchor) for head, anchor, lines in parts)


def spoken(block: Block) -> str:
    """The words of a block and of all in it."""
    own = block.text + _runs(block.inlines)
    return joined((own, *(spoken(child) for child in block.children)))


def joined(lines: Iterable[str]) -> str:
    """The lines as one text: in an excerpt they stand behind each other."""
    text = ""
    for line in filter(None, map(str.strip, lines)):
        parted = " " if text.endswith((".", ":", "!", "?")) else " · "
        text += parted + line if text else line
    return text


def _runs(inlines: Iterable[Inline]) -> str:
    return "".join(
        " " if run.kind == "break" else run.text + _runs(run.children) for run in inlines
    )
