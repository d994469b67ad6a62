"""Printed documents, from view to bytes.

WeasyPrint takes half a second to import and Pango to be there: it is imported where a PDF is made.
Fonts and style sheets are read once a process. A document's bytes depend on its view and the
layouts alone: its dates come from the view, and its identifier from its own HTML.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import StringIO
from threading import get_ident
from typing import TYPE_CHECKING

from vagen.pages.artifact import Artifact, Paper
from vagen.problems import Problem, Span, say
from vagen.render.environment import draw, place_of
from vagen.render.layouts import FOLDER, Layouts

if TYPE_CHECKING:
    from vagen.render.fetcher import Fetcher

VARIANT = "pdf/ua-1"
"""Tagged for screen readers (ISO 14289-1): made to it, not certified."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF's bytes, None where an error kept it from being made, and what was found on the way."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


@cache
def pango_missing() -> bool:
    """Whether the libraries that WeasyPrint draws with are not installed on this system."""
    try:
        with redirect_stdout(StringIO()):  # it prints its own advice before it fails
            import weasyprint
    except OSError:
        return True
    return not weasyprint.__version__


@cache
def subset_missing() -> bool:
    """Whether fonts are cut down without harfbuzz-subset, which is slower; Pango must be there."""
    from weasyprint.text.ffi import harfbuzz_subset

    return not harfbuzz_subset


def no_pango() -> Problem:
    """The warning that PDFs are left out, with what to install."""
    return Problem(
        Span("vagen.yaml"),
        "no-pango",
        say("PDFs are left out: the library Pango, which draws them, is not installed"),
        say(
            "install it: {debian} (Debian, Ubuntu) or {mac} (macOS); elsewhere type: vagen doctor",
            debian="apt install libpango-1.0-0 libpangoft2-1.0-0",
            mac="brew install pango",
        ),
        "warning",
    )


def render_pdf(artifact: Artifact, layouts: Layouts, *, logo: bytes = b"") -> Printed:
    """The PDF of an artifact whose content is Paper.

    `logo` are the bytes of the logo that the document names; no file is read here.
    What WeasyPrint complains of comes back as warnings.
    """
    paper = artifact.content
    if not isinstance(paper, Paper):
        raise TypeError(f"{artifact.target} is not a printed document")
    if pango_missing():
        return Printed(None, (no_pango(),))
    from vagen.render.fetcher import Fetcher, logo_address

    html = typeset(artifact, paper, layouts)
    if isinstance(html, Problem):
        return Printed(None, (html,))
    files = {logo_address(paper.logo.name): logo} if paper.logo else {}
    return _printed(html, paper, layouts, Fetcher(layouts, files))


def typeset(artifact: Artifact, paper: Paper, layouts: Layouts) -> str | Problem:
    """The HTML that a PDF is printed from, or what is wrong with its template."""
    from vagen.render.fetcher import logo_address

    return draw(
        layouts,
        paper.template,
        paper.view,
        language=paper.language,
        medium="paper",
        place=place_of(artifact),
        logo=logo_address(paper.logo.name if paper.logo else ""),
    )


def _printed(html: str, paper: Paper, layouts: Layouts, fetcher: Fetcher) -> Printed:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    from vagen.render.press import press_of

    at = Span(layouts.path(paper.template))
    with _complaints() as complaints:
        try:
            press = press_of(layouts)
            data = HTML(string=html, url_fetcher=fetcher).write_pdf(
                stylesheets=press.sheets(paper),
                font_config=press.fonts,
                pdf_variant=VARIANT,
                pdf_identifier=sha256(html.encode()).digest()[:16],
            )
        except FatalURLFetchingError as error:
            return Printed(None, (_outside(at, str(error)),))
    if fetcher.refused:
        return Printed(None, (_outside(at, fetcher.refused[0]),))
    return Printed(data, tuple(_complaint(at, text) for text in dict.fromkeys(complaints)))


def _outside(at: Span, url: str) -> Problem:
    message = say("A printed document may not read {url}", url=url)
    hint = say("put the file into {folder} and name it from there", folder=f"{FOLDER}/print/")
    return Problem(at, "pdf-outside", message, hint)


def _complaint(at: Span, text: str) -> Problem:
    message = say("WeasyPrint, which draws the PDFs, says: {text}", text=text)
    return Problem(at, "pdf-warning", message, severity="warning")


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint logs in this thread as long as the context lasts."""
    collector = _Collector()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    try:
        yield collector.texts
    finally:
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.texts.append(record.getMessage())
