"""The workspace's layouts before the built-in ones, file by file, and nothing from beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vagen.problems import Problem
from vagen.render.environment import Place, draw
from vagen.render.layouts import Layouts, Medium, read_layouts

BUILT_IN = read_layouts()


def workspace(place: Path, **files: str) -> Path:
    for name, text in files.items():
        file = place / "layouts" / name.replace("__", "/").replace("_html", ".html.j2")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return place


def test_a_file_of_the_workspace_shadows_that_file_alone(tmp_path: Path) -> None:
    layouts = read_layouts(workspace(tmp_path, portal__board_html="mine"))
    assert layouts.files["portal/board.html.j2"] == b"mine"
    assert layouts.files["portal/time.html.j2"] == BUILT_IN.files["portal/time.html.j2"]
    assert layouts.own == {"portal/board.html.j2"}


def test_a_changed_part_changes_both_digests_and_a_page_only_one() -> None:
    def changed(name: str) -> tuple[bool, bool]:
        files = {**BUILT_IN.files, name: b"other"}
        other = Layouts(files)
        return (
            other.digest("screen") != BUILT_IN.digest("screen"),
            other.digest("paper") != BUILT_IN.digest("paper"),
        )

    assert changed("parts/words.html.j2") == (True, True)
    assert changed("portal/board.html.j2") == (True, False)
    assert changed("print/invoice.html.j2") == (False, True)
    assert changed("assets/vagen.css") == (False, False)


def test_assets_and_their_digests() -> None:
    assert {"vagen.css", "ticks.js", "fonts/OFL.txt"} <= set(BUILT_IN.assets)
    assert BUILT_IN.asset("none.css") is None
    assert BUILT_IN.asset_digest("none.css") == ""
    assert len(BUILT_IN.asset_digest("vagen.css")) == 64


def test_what_is_hidden_or_leads_away_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s", encoding="utf-8")
    root = workspace(tmp_path, _x="", assets__a="a")
    (root / "layouts/.hidden").write_text("h", encoding="utf-8")
    (root / "layouts/assets/out").symlink_to(tmp_path / "secret")
    assert "assets/a" in read_layouts(root).files
    assert not {".hidden", "assets/out"} & set(read_layouts(root).files)


def test_equal_files_make_equal_layouts() -> None:
    assert Layouts(dict(BUILT_IN.files)) == BUILT_IN
    assert hash(Layouts(dict(BUILT_IN.files))) == hash(BUILT_IN)


def test_links_work_in_a_folder_on_disk() -> None:
    place = Place(below_audience=1, below_root=3)
    assert place.href("") == "../index.html"
    assert place.href("time/") == "../time/index.html"
    assert place.href("time/#m-2026-11") == "../time/index.html#m-2026-11"
    assert place.href("#office") == "../index.html#office"
    assert place.href("invoices/7.pdf") == "../invoices/7.pdf"
    assert place.asset("vagen.css") == "../../../assets/vagen.css"


def test_two_languages_do_not_share_words() -> None:
    layouts = Layouts({"a": b"{{ dir }} {{ lang }}"})
    for language, expected in (("en", "ltr en"), ("he", "rtl he"), ("en", "ltr en")):
        drawn = draw(layouts, "a", None, language=language, medium="screen", place=Place())
        assert drawn == expected


@pytest.mark.parametrize("name", [one for one in BUILT_IN.assets if one.endswith(".css")])
def test_no_style_names_a_side(name: str) -> None:
    css = (BUILT_IN.asset(name) or b"").decode()
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    sides = r"(margin|padding|border|inset|scroll-\w+)-(left|right)|[{;\s](left|right)\s*:|"
    sides += r"(text-align|float|clear)\s*:\s*(left|right)"
    assert not re.findall(sides, bare)
    four = re.findall(r"(?:margin|padding|inset)\s*:\s*([^;}]+)", bare)
    lengths = [value.split() for value in four if "(" not in value]
    assert not [value for value in lengths if len(value) == 4 and value[1] != value[3]]


def test_the_style_asks_nothing_of_another_host() -> None:
    css = (BUILT_IN.asset("vagen.css") or b"").decode()
    addresses = re.findall(r"url\(\"?([^\")]+)", css)
    assert addresses
    assert all(BUILT_IN.asset(address) for address in addresses)
    assert "@import" not in css


@pytest.mark.parametrize(
    ("medium", "other"),
    [
        ("screen", "assets/vagen.css"),
        ("screen", "print/tokens.css"),
        ("paper", "portal/board.html.j2"),
        ("paper", "assets/vagen.css"),
    ],
)
def test_a_template_includes_nothing_that_its_digest_does_not_cover(
    medium: Medium, other: str
) -> None:
    """Else a change of that file would not change the page's key, and the page would stay old."""
    own = {"screen": "portal/own.j2", "paper": "print/own.j2"}[medium]
    layouts = Layouts(dict(BUILT_IN.files) | {own: f'{{% include "{other}" %}}'.encode()})
    drawn = draw(layouts, own, None, language="en", medium=medium, place=Place())
    assert isinstance(drawn, Problem)
    assert dict(drawn.message.values) == {"name": other}
