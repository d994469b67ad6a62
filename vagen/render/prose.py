"""What a page says about its prose besides the words: headings, names of ticks, a table's need."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from vagen.model.prose import Block, Prose

_LOWEST = 6  # HTML knows h1 to h6, and h1 is the page's own


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the prose: its anchor, its rank on the page (2 to 6) and its words."""

    anchor: str
    rank: int
    words: str


def outline(prose: Prose, most: int = _LOWEST) -> tuple[Heading, ...]:
    """The headings down to the rank `most`, for a list of contents."""
    return tuple(one for one in _ranked(prose) if one.rank <= most)


def ranks(prose: Prose, first: int = 2) -> dict[str, int]:
    """The rank on the page of each heading, by its name.

    The highest heading becomes an h2, or of the rank `first`, and none stands more than one rank
    below the one before it, whatever number of `#` somebody typed.
    """
    headings = zip(_headings(prose), _ranked(prose), strict=True)
    deeper = first - 2
    return {block.name: min(_LOWEST, heading.rank + deeper) for block, heading in headings}


def anchor(name: str) -> str:
    """A heading's id: marked, so that no heading takes the id of a part of the page."""
    return f"s-{name}"


def tick_key(key: str, words: str) -> str:
    """The name under which a browser keeps the tick of a checklist's line.

    It comes of the line's words, so that a tick stays with its line when others are written above
    it; it is a hash, so that the browser's storage tells nobody what was ticked.
    """
    return sha256(f"{key}\0{words}".encode()).hexdigest()[:16]


def narrowest(table: Block) -> int:
    """How narrow a table can be before words break: letters, with two between its columns."""
    widths: dict[int, int] = {}
    for row in table.children:
        for cell in row.children:
            longest = max(map(len, cell.words.split()), default=0)
            widths[cell.level] = max(widths.get(cell.level, 0), longest + 2)
    return sum(widths.values())


def _ranked(prose: Prose) -> tuple[Heading, ...]:
    above: list[int] = []
    ranked: list[Heading] = []
    for block in _headings(prose):
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        rank = min(_LOWEST, 1 + len(above))
        ranked.append(Heading(anchor(block.name), rank, block.words))
    return tuple(ranked)


def _headings(prose: Prose) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in prose:
        found += (block,) if block.kind == "heading" else _headings(block.children)
    return tuple(found)
