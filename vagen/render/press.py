"""What is read once a process for all printed documents: fonts, style sheets, colours."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import PurePosixPath

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from vagen.pages.artifact import Paper
from vagen.render.colour import paper_colours
from vagen.render.fetcher import LAYOUTS, Fetcher
from vagen.render.layouts import Layouts

_PRINT = "print/"


class Press:
    """One font configuration, and each style sheet parsed once; a document takes its few."""

    def __init__(self, layouts: Layouts) -> None:
        self.fonts = FontConfiguration()
        self._fetcher = Fetcher(layouts)
        self._sheet = cache(self._read)
        self._colours = cache(self._coloured)
        self._sheet("fonts")

    def sheets(self, paper: Paper) -> list[CSS]:
        """The sheets of a document: tokens, the paper's size, its own, the brand's colours."""
        kind = PurePosixPath(paper.template).name.partition(".")[0]
        letter = ["letter"] if getattr(paper.view, "paper", "a4") == "letter" else []
        names = ["tokens", *letter, kind]
        frame = getattr(paper.view, "frame", None)
        return [*map(self._sheet, names), self._colours(frame.colour if frame else "#000000")]

    def _read(self, name: str) -> CSS:
        url = f"{LAYOUTS}{_PRINT}{name}.css"
        return CSS(url=url, url_fetcher=self._fetcher, font_config=self.fonts)

    def _coloured(self, brand: str) -> CSS:
        shades = paper_colours(brand)
        names = {"": shades.brand} | {
            f"-{name}": getattr(shades, name) for name in ("deep", "mid", "line", "soft")
        }
        values = "; ".join(f"--brand{name}: {value}" for name, value in names.items())
        return CSS(string=f":root {{ {values} }}", url_fetcher=self._fetcher)


@lru_cache(maxsize=2)
def press_of(layouts: Layouts) -> Press:
    """The press of these layouts; while somebody edits them, the last two are kept."""
    return Press(layouts)
