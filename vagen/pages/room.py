"""Room on a sheet of paper: how many rows of each of its lists it has place for.

A page that is printed can't scroll. What does not fit is counted, so the choice is made here, from
the length of the words, before anything is drawn. All heights are whole millimetres and rather too
large than too small: a sheet with some air is better than a second sheet with one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

LINE = 4
"""A line of text at 8.5 pt, and a little for Hebrew."""

GAP = 1
"""What a row has above and below its text, with the hairline."""

HEAD = 10
"""The heading of a list, with the gap before it."""

MORE = LINE + GAP
"""The line that counts the rest."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list that asks for room: the height of each row, and how many rows it has before others
    have more of theirs.
    """

    rows: Sequence[int]
    least: int = 3


def height(text: str, width: int) -> int:
    """Of a row whose words fill lines of `width` letters; a longer word begins a line."""
    lines = wrap(text, width, break_long_words=False)
    return max(1, sum(-(-len(line) // width) for line in lines)) * LINE + GAP


def fitting(parts: Iterable[Part], room: int) -> tuple[int, ...]:
    """How many rows of each part fit in a column of `room` millimetres, the first rows first.

    First all have their least, then the parts are filled in their order. A part without rows costs
    nothing; any other pays for its heading, and for the line that counts the rest while there is
    a rest.
    """
    asking = tuple(parts)
    left = room - sum(HEAD + MORE for one in asking if one.rows)
    taken = [0] * len(asking)
    for least in (True, False):
        for index, one in enumerate(asking):
            until = min(one.least, len(one.rows)) if least else len(one.rows)
            while taken[index] < until:
                is_last = taken[index] + 1 == len(one.rows)
                cost = one.rows[taken[index]] - (MORE if is_last else 0)
                if cost > left:
                    break
                taken[index] += 1
                left -= cost
    return tuple(taken)
