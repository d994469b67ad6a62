"""Styles in fewer bytes say what they said."""

from __future__ import annotations

import re

import pytest

from tests.sites import ROOT
from vagen.render.layouts import read_layouts
from vagen.render.stylesheet import compact, render_asset

STYLES = sorted((ROOT / "layouts/assets").glob("*.css"))


@pytest.mark.parametrize(
    ("written", "shipped"),
    [
        ("a { color: red; }\n\nb  > i { margin: 0 auto }\n", "a{color:red;}b > i{margin:0 auto}"),
        ("/* why */ a, b /* and */ { top: calc(1rem + 2px); }", "a,b{top:calc(1rem + 2px);}"),
        ("a :hover, b:not(.c, .d) { --x: 1 }", "a :hover,b:not(.c,.d){--x:1}"),
        ('a/**/b { content: "a;  /* b */ { c: d"; }', 'a b{content:"a;  /* b */ { c: d";}'),
        ("a { content: '\\'  ;'; b: url(data:a;b,  c) }",
         "a{content:'\\'  ;';b:url(data:a;b,  c)}"),
        ("@media (width >= 62rem) and print { a { b: c } }",
         "@media (width >= 62rem) and print{a{b:c}}"),
        ("a { &:hover { b: c } & > d { e: f } }", "a{&:hover{b:c}& > d{e:f}}"),
        ('a { content: attr(data-label) " "; }', 'a{content:attr(data-label) " ";}'),
    ],
)  # fmt: skip
def test_room_and_comments_go(written: str, shipped: str) -> None:
    assert compact(written.encode()) == shipped.encode()


@pytest.mark.parametrize("style", STYLES, ids=lambda one: one.name)
def test_all_rules_of_ours_stay(style) -> None:
    """Read without any room at all, nothing differs; and twice is as good as once."""
    written = style.read_bytes()
    shipped = compact(written)
    assert len(shipped) < len(written)
    assert compact(shipped) == shipped
    bare = re.sub(r"/\*.*?\*/|\s", "", written.decode(), flags=re.DOTALL)
    assert re.sub(r"\s", "", shipped.decode()) == bare


def test_bytes_that_are_no_text_stay() -> None:
    assert compact(b"\xff { }") == b"\xff { }"


def test_other_assets_are_shipped_as_they_are() -> None:
    layouts = read_layouts(None)
    assert render_asset(layouts, "search.js") == layouts.asset("search.js")
    assert render_asset(layouts, "no.css") is None
