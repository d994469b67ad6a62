"""Makes layouts/assets/fonts/Heebo.woff2 of the family's variable font: one file, three weights.

    python scripts/font.py "Heebo[wght].ttf"

It holds the letters of layouts/print/fonts. Its axis runs from 400 to 600, with the medium at 500
and the bold at 600: what stylesheets call 600 was chosen by eye as the family's 700.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.varLib.models import piecewiseLinearMap

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
MEDIUM, BOLD = 500, 700
KEPT = ["ccmp", "frac", "kern", "liga", "locl", "mark", "mkmk"]


def made(source: Path) -> TTFont:
    """The whole family, cut down to what screens need."""
    font = instantiateVariableFont(TTFont(source), {"wght": (400, 400, BOLD)})
    letters = TTFont(LAYOUTS / "print/fonts/Heebo-Regular.ttf").getBestCmap()
    options = Options(layout_features=KEPT, hinting=False, glyph_names=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    medium = piecewiseLinearMap((MEDIUM - 400) / (BOLD - 400), font["avar"].segments["wght"])
    font["avar"].segments["wght"] = {-1.0: -1.0, 0.0: 0.0, 0.5: medium, 1.0: 1.0}
    font["fvar"].axes[0].maxValue = 600
    font["fvar"].instances = []
    del font["STAT"]  # names of weights, for the menus of word processors
    font.flavor = "woff2"
    return font


if __name__ == "__main__":
    made(Path(sys.argv[1])).save(LAYOUTS / "assets/fonts/Heebo.woff2")
