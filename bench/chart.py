"""A line a tool over the number of clients, both axes in powers of ten: an SVG, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 680, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 40, 44
LABEL = 16  # from one tool's name to the next
DASHES = ("none", "none", "7 3", "2 3", "9 3 2 3", "1 5")
STYLE = """\
text { font: 13px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600; fill: #111 }
.grid { stroke: #ddd }
.tool { fill: none; stroke: #555; stroke-width: 1.5 }
.dot { fill: #555 }
.ours.tool { stroke: #6d3b66; stroke-width: 3 }
.ours.dot { fill: #6d3b66 }
text.ours { fill: #6d3b66; font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #ccc }
.title { fill: #fff }
.grid { stroke: #444 }
.tool { stroke: #aaa }
.dot { fill: #aaa }
.ours.tool { stroke: #d9a6d2 }
.ours.dot { fill: #d9a6d2 }
text.ours { fill: #d9a6d2 }
}
"""


class Line(NamedTuple):
    """A tool's figures, by number of clients."""

    name: str
    points: tuple[tuple[int, float], ...]


class Scale(NamedTuple):
    """From a figure to a place on the paper, by powers of ten."""

    low: int
    high: int
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        part = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 1)

    def ticks(self) -> list[float]:
        """The powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def scale(values: list[float], start: float, end: float) -> Scale:
    """The powers of ten around some values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return Scale(low, max(high, low + 1), start, end)


def chart(title: str, unit: str, lines: list[Line]) -> str:
    """The picture."""
    points = [point for line in lines for point in line.points]
    across = scale([clients for clients, _ in points], LEFT, WIDTH - RIGHT)
    up = scale([max(value, 0.001) for _, value in points], HEIGHT - BOTTOM, TOP)
    told = escape(f"{title}: {unit}, by number of clients")
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{told}</title>\n<style>\n{STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="20">{escape(title)} ({escape(unit)})</text>',
        *axes(across, up),
        *drawn(lines, across, up),
        *labels(lines, across, up),
        "</svg>\n",
    ]
    return "\n".join(body)


def axes(across: Scale, up: Scale) -> Iterator[str]:
    """The powers of ten, as thin lines with their numbers."""
    for value in up.ticks():
        y = up.at(value)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:,g}</text>'
    for value in across.ticks():
        x = across.at(value)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{value:,.0f}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">clients</text>'


def drawn(lines: list[Line], across: Scale, up: Scale) -> Iterator[str]:
    """The lines and their dots."""
    for number, line in enumerate(lines):
        ours = "ours " if line.name.startswith("vagen") else ""
        places = [(across.at(x), up.at(max(y, 0.001))) for x, y in line.points]
        path = " ".join(f"{x},{y}" for x, y in places)
        dash = DASHES[number % len(DASHES)]
        yield f'<polyline class="{ours}tool" stroke-dasharray="{dash}" points="{path}"/>'
        for x, y in places:
            yield f'<circle class="{ours}dot" cx="{x}" cy="{y}" r="3.5"/>'


def labels(lines: list[Line], across: Scale, up: Scale) -> Iterator[str]:
    """The names beside the last dots, moved apart where they would overlap."""
    ends = sorted((up.at(max(line.points[-1][1], 0.001)), line) for line in lines)
    below: dict[float, float] = {}
    for y, line in ends:
        x = across.at(line.points[-1][0])
        place = max(y, below.get(x, 0.0) + LABEL)
        below[x] = place
        ours = ' class="ours"' if line.name.startswith("vagen") else ""
        yield f'<text{ours} x="{x + 10}" y="{place + 4:.1f}">{escape(line.name)}</text>'
