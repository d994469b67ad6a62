"""What a printed document may read; templates, names and systems that are wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from tests.render.handbooks import HANDBOOK
from tests.render.kits import KIT
from tests.render.papers import INVOICE, artifact
from tests.render.test_pdf import LAYOUTS, drawn, text_of
from vagen.model.workspace import StoredFile
from vagen.render.fetcher import LAYOUTS as ADDRESS
from vagen.render.fetcher import Fetcher, logo_address
from vagen.render.layouts import Layouts
from vagen.render.pdf import Printed, render_pdf

ROOT = Path(__file__).parents[2]
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/>{}</svg>'


def changed(name: str, old: str, new: str) -> Layouts:
    """The layouts with one file edited."""
    before = LAYOUTS.files[name].decode()
    assert old in before
    return Layouts(dict(LAYOUTS.files) | {name: before.replace(old, new, 1).encode()})


def test_the_fetcher_reads_the_print_folder():
    response = Fetcher(LAYOUTS).fetch(f"{ADDRESS}print/tokens.css")
    assert response.read() == LAYOUTS.files["print/tokens.css"]
    assert response.content_type == "text/css"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://barkai.example/logo.png",
        "https://barkai.example/logo.png",
        "ftp://barkai.example/logo.png",
        "data:text/css,body{}",
        f"{ADDRESS}print/../portal/board.html.j2",
        f"{ADDRESS}print/%2e%2e/%2e%2e/vagen.yaml",
        f"{ADDRESS}assets/vagen.css",
        f"{ADDRESS}print/nothing.css",
        "https://layouts.invalid.example/print/tokens.css",
        "https://logo.invalid/logo.png",
        "",
    ],
)
def test_the_fetcher_reads_nothing_else(url):
    with pytest.raises(FatalURLFetchingError):
        Fetcher(LAYOUTS, {logo_address("mark.svg"): b"<svg/>"}).fetch(url)


def with_logo(template: str, view: object, inside: str = "") -> Printed:
    """The document with a logo, whose SVG holds `inside`."""
    plain = artifact(template, view)
    logo = StoredFile("content/brand/Secret name.svg", 90, "0" * 64)
    paper = replace(plain.content, logo=logo)
    return render_pdf(replace(plain, content=paper), LAYOUTS, logo=SQUARE.format(inside).encode())


@pytest.mark.parametrize(
    ("template", "view"), [("invoice", INVOICE), ("kit", KIT), ("handbook", HANDBOOK)]
)
def test_the_logo_is_printed_and_its_file_name_is_not(template, view):
    printed = with_logo(template, view)
    assert printed.problems == ()
    assert printed.data != drawn(template, view)
    assert b"Secret" not in (printed.data or b"")


def test_what_a_logo_asks_for_is_refused():
    printed = with_logo("invoice", INVOICE, '<image href="file:///etc/passwd"/>')
    assert printed.data is None
    assert [problem.code for problem in printed.problems] == ["pdf-outside"]


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://barkai.example/a.css">',
        '<style>@import url("https://barkai.example/a.css");</style>',
    ],
)
def test_a_template_that_reaches_out_stops_its_document(element):
    layouts = changed("print/paper.html.j2", "</head>", f"{element}</head>")
    printed = render_pdf(artifact("invoice", INVOICE), layouts)
    assert printed.data is None
    assert [(one.code, one.severity) for one in printed.problems] == [("pdf-outside", "error")]
    assert printed.problems[0].at.path == "layouts/print/invoice.html.j2"


def test_a_template_error_is_a_problem_at_its_line():
    layouts = changed("print/money.html.j2", "{{ line.text|typed }}", "{{ line.words|typed }}")
    printed = render_pdf(artifact("invoice", INVOICE), layouts)
    (problem,) = printed.problems
    lines = layouts.files["print/money.html.j2"].decode().splitlines()
    assert printed.data is None
    assert (problem.code, problem.at.path) == ("template-error", "layouts/print/money.html.j2")
    assert "line.words" in lines[problem.at.line - 1]


def test_a_complaint_of_weasyprint_is_a_warning():
    layouts = changed("print/invoice.css", ".title {", ".title { text-wrap: balance;")
    printed = render_pdf(artifact("invoice", INVOICE), layouts)
    assert printed.data is not None
    (problem,) = printed.problems
    assert (problem.code, problem.severity) == ("pdf-warning", "warning")
    assert "text-wrap" in str(dict(problem.message.values)["text"])


@pytest.mark.usefixtures("poppler")
def test_what_a_person_typed_is_never_markup():
    hostile = '<img src="file:///etc/passwd">&amp;{{ 7*7 }}</td></table>'
    line = replace(INVOICE.lines[0], text=hostile, detail="<script>alert(1)</script>")
    view = replace(
        INVOICE, lines=(line,), subject=hostile, buyer=replace(INVOICE.buyer, name=hostile)
    )
    text = "".join(text_of(drawn("invoice", view)).split())
    assert text.count("".join(hostile.split())) >= 3
    assert "<script>alert(1)</script>" in text


BROKEN = """
import sys
from tests.render.handbooks import HANDBOOK
from tests.render.kits import KIT
from tests.render.papers import INVOICE, artifact
from vagen.render.layouts import read_layouts
from vagen.render.pdf import no_pango, pango_missing, render_pdf
printed = render_pdf(artifact("invoice", INVOICE), read_layouts())
assert pango_missing()
assert printed.data is None and printed.problems == (no_pango(),), printed
assert printed.problems[0].severity == "warning"
"""


def test_without_pango_there_is_a_warning_and_no_noise(tmp_path):
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text("print('-----')\nraise OSError('no libpango-1.0-0')\n")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_weasyprint_is_imported_only_where_a_pdf_is_made():
    asked = "import sys, vagen.render.pdf; print('weasyprint' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout == "False\n"
