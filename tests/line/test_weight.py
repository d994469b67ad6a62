"""What a portal's first view weighs, and the fonts that are most of it."""

from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from fontTools.ttLib import TTFont

from tests.render.reading import Page
from tests.sites import ROOT, Site

MOST = 150_000
"""Bytes, fonts included (issue of the line, section 3)."""

FONTS = {
    "screen": sorted((ROOT / "layouts/assets/fonts").glob("*.woff2")),
    "paper": sorted((ROOT / "layouts/print/fonts").glob("*.ttf")),
}
LETTERS = "אבגדהוזחטיכךלמםנןסעפףצץקרשתAZaz09éüßłőşñç₪€£$−–״׳־“”’·×"


def fetched(site: Site, page: str) -> dict[str, int]:
    """The bytes of a page and of every file that it and its styles ask for."""
    folder = PurePosixPath(page).parent
    elements = Page((site.folder / page).read_text(encoding="utf-8"))
    asked = [one.attributes["href"] for one in elements.all("link") if "href" in one.attributes]
    asked += [one.attributes["src"] for one in elements.all("script", "img")]
    files = [site.folder / page, *((site.folder / folder / one) for one in asked)]
    files += (site.folder / "assets/fonts").glob("*.woff2")
    return {str(one.resolve()): one.stat().st_size for one in files}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.demo(tmp_path_factory.mktemp("weight")).good(pdf=False)


@pytest.mark.parametrize("client", ["efroni", "fennel-street"])
def test_a_portals_first_view_is_light(site, client):
    sizes = fetched(site, f"c/{client}/index.html")
    assert len([one for one in sizes if one.endswith((".css", ".woff2"))]) > 2
    assert sum(sizes.values()) <= MOST, sizes


@pytest.mark.parametrize("medium", FONTS)
def test_a_weight_has_one_file_that_holds_hebrew_and_latin(medium):
    weights = [weight for one in FONTS[medium] for weight in weights_of(font(one))]
    assert {"screen": [400, 500, 600], "paper": [300, 400, 500, 700]}[medium] == sorted(weights)
    for one in FONTS[medium]:
        known = font(one).getBestCmap()
        assert [letter for letter in LETTERS if ord(letter) not in known] == [], one.name
    style = {"screen": "assets/vagen.css", "paper": "print/fonts.css"}[medium]
    css = (ROOT / "layouts" / style).read_text(encoding="utf-8")
    assert css.count("@font-face") == len(FONTS[medium])
    assert "unicode-range" not in css


def weights_of(face: TTFont) -> list[int]:
    """Those that the styles ask of a file: its own, or what its axis has of the screen's three."""
    if "fvar" not in face:
        return [face["OS/2"].usWeightClass]
    (axis,) = face["fvar"].axes
    return [one for one in (400, 500, 600) if axis.minValue <= one <= axis.maxValue]


def font(path: Path) -> TTFont:
    return TTFont(BytesIO(path.read_bytes()))
