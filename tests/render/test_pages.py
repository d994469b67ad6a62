"""Every screen template draws its view, whatever is in it, and keeps the rules of all pages."""

from __future__ import annotations

import re

import pytest

from tests.render.reading import Page
from tests.render.specimens import HOSTILE, HUGE, PAGES, SIZES, TEXTS, specimen
from vagen.model.audience import OWNER, PUBLIC, TEAM, client_audience
from vagen.pages.artifact import Artifact, Html, Text
from vagen.pages.board import BoardView
from vagen.problems import Problem
from vagen.render.html import render_html
from vagen.render.layouts import read_layouts

LAYOUTS = read_layouts()
PORTAL = [name for name in PAGES if name.startswith("portal/")]
LANGUAGES = {"en": "ltr", "he": "rtl"}
AUDIENCES = {
    "portal": client_audience("wren"),
    "handbook": TEAM,
    "desk": OWNER,
    "public": PUBLIC,
}


def html(template: str, view: object, language: str = "en") -> str:
    audience = AUDIENCES[template.partition("/")[0]]
    content = Html(template, view, language)
    drawn = render_html(Artifact(audience, "a/b/index.html", "portal", content), LAYOUTS)
    assert not isinstance(drawn, Problem), drawn
    return drawn.decode()


@pytest.fixture(params=LANGUAGES, scope="module")
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=SIZES, scope="module")
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=PAGES, scope="module")
def page(request: pytest.FixtureRequest, language: str, size: str) -> tuple[Page, str]:
    template = str(request.param)
    drawn = html(template, specimen(PAGES[template], SIZES[size]), language)
    return Page(drawn), template


def test_every_element_is_closed(page: tuple[Page, str]) -> None:
    assert page[0].open == []


def test_a_page_has_its_language_a_title_one_h1_and_landmarks(
    page: tuple[Page, str], language: str, size: str
) -> None:
    read, _ = page
    root = read.one("html")
    assert root.attributes == {"lang": language, "dir": LANGUAGES[language]}
    assert read.all("title")[0].words.strip(" ·") or size == "empty"
    assert len(read.all("h1")) == 1
    assert len(read.all("main")) == 1


def test_headings_go_down_one_rank_at_a_time(page: tuple[Page, str]) -> None:
    rank = 1
    for heading in page[0].all("h1", "h2", "h3", "h4", "h5", "h6"):
        now = int(heading.tag[1])
        assert now <= rank + 1, heading.words
        rank = now


def test_ids_are_unique_and_what_points_at_them_finds_them(page: tuple[Page, str]) -> None:
    read, _ = page
    ids = [one.attributes["id"] for one in read.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in read.elements:
        for name in ("aria-labelledby", "popovertarget", "for"):
            assert one.attributes.get(name, ids[0] if ids else None) in [*ids, None]
        address = one.attributes.get("href", "")
        if address.startswith("#"):
            assert address[1:] in ids


def test_a_strict_content_policy_holds(page: tuple[Page, str]) -> None:
    read, template = page
    for one in read.elements:
        assert "style" not in one.attributes
        assert not [name for name in one.attributes if name.startswith("on")]
    assert all(one.attributes["src"].startswith("../") for one in read.all("script"))
    if template != "public/404.html.j2":
        assert not read.all("style")


def test_nothing_is_asked_of_another_host(page: tuple[Page, str]) -> None:
    read, _ = page
    loaded = [one.attributes.get("src", "") for one in read.elements]
    loaded += [one.attributes["href"] for one in read.all("link")]
    assert not [address for address in loaded if re.match(r"\w+:|//", address)]


def test_images_fields_and_pictures_have_names(page: tuple[Page, str]) -> None:
    read, _ = page
    assert all("alt" in one.attributes for one in read.all("img"))
    for svg in read.all("svg"):
        assert svg.attributes.get("aria-hidden") == "true" or svg.attributes["aria-label"]


@pytest.mark.parametrize("template", PAGES)
def test_no_text_of_a_view_becomes_markup(template: str, language: str) -> None:
    drawn = html(template, specimen(PAGES[template], SIZES["hostile"]), language)
    assert HOSTILE not in drawn
    assert "alert(" in drawn
    assert not re.search(r"<script>", drawn)
    assert "javascript:" not in re.sub(r">[^<]*<", "><", drawn)


@pytest.mark.parametrize("template", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_small_files_are_drawn(template: str, size: str) -> None:
    content = Text(template, specimen(TEXTS[template], SIZES[size]), "en")
    drawn = render_html(Artifact(PUBLIC, "file", "public", content), LAYOUTS)
    assert isinstance(drawn, bytes)
    assert b"<script" not in drawn


@pytest.mark.parametrize("template", [name for name in PAGES if "public/" not in name])
def test_what_is_not_public_is_not_found_by_search_engines(template: str) -> None:
    view = specimen(PAGES[template], SIZES["empty"])
    metas = [one.attributes for one in Page(html(template, view)).all("meta")]
    assert {"name": "robots", "content": "noindex"} in metas
    assert {"name": "referrer", "content": "no-referrer"} in metas


def test_the_404_links_to_nothing() -> None:
    template = "public/404.html.j2"
    read = Page(html(template, specimen(PAGES[template], SIZES["one"])))
    assert read.all("a", "link", "script", "img", "form") == []


def test_a_long_lane_shows_its_first_twelve_tasks_and_folds_the_rest() -> None:
    lane, rest, *_ = html("portal/board.html.j2", specimen(BoardView, HUGE)).split("<details")
    assert lane.count('class="card"') == 12
    assert rest.partition("</details>")[0].count('class="card"') == HUGE.many - 12


def test_a_first_view_of_a_portal_is_light() -> None:
    elsewhere = ("fonts/OFL.txt", "desk.css")
    asked = [name for name in LAYOUTS.assets if name not in elsewhere]
    assets = sum(len(LAYOUTS.asset(name) or b"") for name in asked)
    heaviest = max(len(html(name, specimen(PAGES[name], SIZES["one"])).encode()) for name in PORTAL)
    assert assets + heaviest <= 150_000
