"""What one brand colour gives: the shades on paper, which must hold 4.5 : 1 on white.

On screen the stylesheet derives its shades itself (layouts/assets/vagen.css); WeasyPrint knows no
`color-mix()`, so that paper's shades are computed here.
"""

from __future__ import annotations

from dataclasses import dataclass

AA = 4.5
"""The contrast that running text needs (WCAG 2.2, 1.4.3)."""

_SEEN = 1.15
"""The contrast of two fields side by side that an eye and a grey printer tell apart."""

_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
_STEP = 0.04  # small enough that no step is seen, large enough that black comes in 25

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PaperColours:
    """The printed shades as `#rrggbb`; `darkened` says that the brand was too light to read."""

    brand: str
    deep: str
    mid: str
    line: str
    soft: str
    darkened: bool


def paper_colours(brand: str) -> PaperColours:
    """The shades of a brand colour (`#rgb` or `#rrggbb`) on white paper."""
    wanted = parse(brand)
    held = _readable(wanted)
    return PaperColours(
        brand=_name(held),
        deep=_name(_apart(held, _mixed(held, _BLACK, 0.32), _mixed(held, _WHITE, 0.12))),
        mid=_name(_apart(held, _readable(_mixed(held, _WHITE, 0.20)), _mixed(held, _BLACK, 0.16))),
        line=_name(_mixed(held, _WHITE, 0.69)),
        soft=_name(_mixed(held, _WHITE, 0.92)),
        darkened=held != wanted,
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    return _contrast(parse(one), parse(other))


def on(ground: str) -> str:
    """White or near-black, whichever reads better on this ground."""
    return max("#ffffff", "#10181c", key=lambda ink: contrast(ink, ground))


def parse(colour: str) -> Rgb:
    """The three channels of `#rgb` or `#rrggbb`."""
    digits = colour.removeprefix("#")
    if len(digits) == len("rgb"):
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def _readable(colour: Rgb) -> Rgb:
    while _contrast(colour, _WHITE) < AA:
        colour = _mixed(colour, _BLACK, _STEP)
    return colour


def _apart(ground: Rgb, shade: Rgb, other: Rgb) -> Rgb:
    """The shade, or the other one where the first can't be told from the ground it lies on.

    Of black there is nothing darker, and of a brand that just reads nothing lighter.
    """
    return shade if _contrast(shade, ground) >= _SEEN else other


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _name(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _contrast(one: Rgb, other: Rgb) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
