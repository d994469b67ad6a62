"""The arithmetic of pictures: lengths that run the way the language reads, and clock hands.

Pictures are inline SVG without a viewBox, so that a chart fits any width while its text keeps its
size, and without style attributes, so that a strict content policy holds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from fractions import Fraction

Number = int | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle's `x` and `width`, as SVG takes them (`12.5%`)."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from `first` to `last`. Where the language reads from the right, zero stands there."""

    first: Number
    last: Number
    turned: bool = False

    def at(self, value: Number) -> str:
        """Where a point stands."""
        share = self._share(value)
        return _percent(1 - share if self.turned else share)

    def bar(self, since: Number, until: Number) -> Bar:
        """Where a stretch stands; what lies beyond the line's ends is cut off."""
        start, end = self._share(since), self._share(until)
        return Bar(_percent(1 - end if self.turned else start), _percent(end - start))

    def _share(self, value: Number) -> Fraction:
        length = Fraction(self.last) - Fraction(self.first)
        if not length:
            return Fraction(0)
        return min(Fraction(1), max(Fraction(0), (Fraction(value) - Fraction(self.first)) / length))


@dataclass(frozen=True, slots=True)
class Hands:
    """Where the hour hand and the minute hand end, on a face of 52 by 52."""

    hour_x: str
    hour_y: str
    minute_x: str
    minute_y: str


_CENTRE = 26
_HOUR_HAND = 11
_MINUTE_HAND = 17


def clock_hands(at: time) -> Hands:
    """The hands of a clock at this time. A clock turns the same way in every language."""
    hour = _end(_HOUR_HAND, (at.hour % 12 + at.minute / 60) / 12)
    minute = _end(_MINUTE_HAND, at.minute / 60)
    return Hands(*hour, *minute)


def _end(length: int, turn: float) -> tuple[str, str]:
    angle = turn * math.tau
    return (
        f"{_CENTRE + length * math.sin(angle):.1f}",
        f"{_CENTRE - length * math.cos(angle):.1f}",
    )


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.2f}".rstrip("0").rstrip(".") + "%"
