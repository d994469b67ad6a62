"""Takes the pictures of README.md from the demo; with --check it only says which are stale.

What each picture shows (its page, and the styles that it is drawn with) stands as a hash in
docs/pictures/made-of.json. So a test knows without a browser whether a picture shows what is.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

from demo import DAY, INVOICES, ROOT, Demo, demos

from vagen.build import Choices, build
from vagen.pages.artifact import Paper
from vagen.render.pdf import render_pdf

FOLDER = ROOT / "docs" / "pictures"
MADE_OF = FOLDER / "made-of.json"
WIDTH, HEIGHT = 1280, 800
EDGE = "#c9d1d4"
CHROMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Picture:
    """A picture of README.md: whose demo it shows, what of it, and how it is taken."""

    name: str
    language: str
    of: Callable[[Demo], Iterator[bytes]]
    taken: Callable[[Any, Demo], bytes]


def _portrait(name: str, language: str, target: str) -> Picture:
    return Picture(
        name,
        language,
        lambda demo: demo.shows(target),
        lambda page, demo: _page(page, demo, target),
    )


def made_of(demos: dict[str, Demo]) -> dict[str, str]:
    """By picture, the hash of what it shows."""
    hashes = {}
    for one in PICTURES:
        parts = (hashlib.sha256(part).digest() for part in one.of(demos[one.language]))
        hashes[one.name] = hashlib.sha256(b"".join(parts)).hexdigest()
    return hashes


def _page(page: Any, demo: Demo, target: str) -> bytes:  # noqa: ANN401 - Playwright's page
    site = demo.root.parent / "site"
    if not site.is_dir():
        build(demo.root, DAY, Choices(site, pdf=False))
    with _hosted(site) as address:  # from a disk the font may come too late to be used
        page.goto(f"{address}/{target}")
        return _shot(page)


@contextmanager
def _hosted(site: Path) -> Iterator[str]:
    """The address of a plain host of static files."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def _shot(page: Any) -> bytes:  # noqa: ANN401 - Playwright's page
    page.evaluate("document.fonts.ready")
    return bytes(page.screenshot())


def _served(page: Any, demo: Demo) -> bytes:  # noqa: ANN401 - Playwright's page
    """The preview, while a mistake is made on the disk."""
    typed = ["serve", "-C", str(demo.root), "--now", str(DAY), "--no-pdf", "--port", "0"]
    command = [sys.executable, "-um", "vagen", *typed, "--editor", "vscode"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            lines = iter(server.stdout or ())
            address = next(at[0] for line in lines if (at := re.search(r"http://[\d.:]+/", line)))
            page.goto(f"{address}{demo.board}")
            page.locator(".bar").wait_for()
            with demo.mistake():
                page.locator("#panel").wait_for()
                return _shot(page)
        finally:
            server.terminate()


def _papers(_page: object, demo: Demo) -> bytes:
    """Invoices side by side, each the upper part of its sheet."""
    from PIL import Image  # WeasyPrint brings it

    gap, width = 40, (WIDTH - 3 * 40) // 2
    whole = Image.new("RGB", (WIDTH, HEIGHT), "#e6eaeb")
    for number, target in enumerate(INVOICES):
        pdf = render_pdf(demo.artifacts[target], demo.layouts, logo=_logo(demo, target)).data
        command = ["pdftoppm", "-png", "-scale-to-x", f"{width}", "-scale-to-y", "-1", "-"]
        run = subprocess.run(command, input=pdf, capture_output=True, check=True)
        sheet = Image.open(BytesIO(run.stdout)).convert("RGB")
        whole.paste(sheet, (gap + number * (width + gap), gap))
    kept = BytesIO()
    whole.save(kept, "png")
    return kept.getvalue()


def _logo(demo: Demo, target: str) -> bytes:
    paper = demo.artifacts[target].content
    stored = paper.logo if isinstance(paper, Paper) else None
    return (demo.root / stored.path).read_bytes() if stored else b""


def _kept(name: str, png: bytes) -> None:
    """The picture with an edge, so that it ends on a white page too, in few colours."""
    from PIL import Image, ImageOps

    framed = ImageOps.expand(Image.open(BytesIO(png)).convert("RGB"), 1, EDGE)
    few = framed.quantize(96, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(FOLDER / name, optimize=True)


PICTURES = (
    _portrait("portal-he.png", "he", "c/efroni/index.html"),
    _portrait("portal-en.png", "en", "c/fennel-street/index.html"),
    Picture("invoices.png", "en", Demo.invoiced, _papers),
    _portrait("desk-en.png", "en", "desk/index.html"),
    _portrait("desk-he.png", "he", "desk/index.html"),
    Picture("mistake-en.png", "en", Demo.mistaken, _served),
    Picture("mistake-he.png", "he", Demo.mistaken, _served),
)


def stale(demos: dict[str, Demo]) -> list[str]:
    """The pictures that show what is no more."""
    known = json.loads(MADE_OF.read_text(encoding="utf-8")) if MADE_OF.exists() else {}
    now = made_of(demos)
    return [name for name in now if known.get(name) != now[name] or not (FOLDER / name).exists()]


def take(demos: dict[str, Demo], names: list[str]) -> None:
    """Takes the pictures of these names with Chromium and pdftoppm."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, CHROMES)), None)
    if path is None:
        raise SystemExit("pictures are taken with Chromium or Chrome: scripts/setup test")
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for one in PICTURES:
            if one.name not in names:
                continue
            context = browser.new_context(
                viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light"
            )
            _kept(one.name, one.taken(context.new_page(), demos[one.language]))
            context.close()
            print(f"docs/pictures/{one.name}")
        browser.close()


def main(arguments: list[str]) -> int:
    """Takes what is stale, or says so. `--all` takes every picture again."""
    with demos() as found:
        names = stale(found)
        if "--check" in arguments:
            if names:
                print(f"run make pictures: stale are {', '.join(names)}")
            return 1 if names else 0
        take(found, [one.name for one in PICTURES] if "--all" in arguments else names)
        MADE_OF.write_text(f"{json.dumps(made_of(found), indent=2)}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
