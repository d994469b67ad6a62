"""Every kind of page in Chromium with nothing on it, with far too much, and with hostile words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import wide
from tests.render.specimens import PAGES, SIZES, specimen
from tests.render.test_pages import AUDIENCES, LANGUAGES, LAYOUTS, html
from vagen.model.audience import address

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("extremes")
    for name in LAYOUTS.assets:
        file = place / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(LAYOUTS.asset(name))
    return place


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_no_page_breaks(folder: Path, browser: Any, size: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    wrong: list[str] = []
    for template, view in PAGES.items():
        audience = AUDIENCES[template.partition("/")[0]]
        file = folder / address(audience) / "a/b/index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html(template, specimen(view, SIZES[size]), language), encoding="utf-8")
        for width, letters in ((320, 100), (1280, 100), (640, 200)):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(file.as_uri())
            page.add_style_tag(content=f"html {{ font-size: {letters}% }}")
            if wide(page):
                wrong.append(f"{template} at {width}, letters of {letters} %: scrolls sideways")
    page.close()
    assert wrong == [], "\n".join(wrong)
