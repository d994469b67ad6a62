"""What is put on a page: nothing that a person typed becomes markup, on the bar and in the note."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.sites import DEMO_DAY
from vagen.build import Outcome
from vagen.problems import Problem, Span, say
from vagen.serve.doors import Door
from vagen.serve.shell import Shell, put_in
from vagen.serve.shown import Shown
from vagen.watch.watching import Round

EVIL = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"'&"
SHELL = Shell(Path("/practice"), "run", "vscode")


def _shown(*problems: Problem, text: str = "", language: str = "en", **more: object) -> Shown:
    texts = {"vagen.yaml": f"language: {language}\n", **{one.at.path: text for one in problems}}
    return Shown(**more).after(Round(Outcome(problems, texts), DEMO_DAY))


def _note(shown: Shown) -> str:
    return SHELL.problems(shown, "index.html").decode()


def _wrong(path: str = "content/a.yaml", column: int = 1, width: int = 1, name: str = "x"):
    return Problem(
        Span(path, 1, column, width),
        "unknown-key",
        say('"{name}" is not a key here', name=name),
        say('did you mean "{word}"?', word=name),
    )


def test_all_that_a_person_typed_is_text() -> None:
    problem = _wrong(f"content/{EVIL}.yaml", 1, len(EVIL), EVIL)
    doors = (Door("public", ""), Door("client", "c/x/", EVIL))
    shown = _shown(problem, text=f"{EVIL}: 1\n", doors=doors, files=frozenset({"index.html"}))
    page = SHELL.on_page(b"<body><p>Hello</p></body>", shown, "c/x/index.html").decode()
    for html in (page, _note(shown)):
        assert "alert(1)&lt;/script&gt;" in html
        assert "<script>" not in html
        assert "<img" not in html
        assert not re.search(r'href="[^"]*[<>\']', html)
    state = json.dumps(SHELL.state(shown, "index.html"))
    assert "alert" not in state


def test_a_crash_is_text_too() -> None:
    shown = Shown().after(Round(Outcome(()), DEMO_DAY, crash=f"Traceback: {EVIL}"))
    html = _note(shown)
    assert "Traceback: &lt;script&gt;" in html
    assert "a mistake of its own" in html
    assert "<script>" not in html


def test_the_line_is_shown_with_its_mark_and_its_place() -> None:
    html = _note(_shown(_wrong(column=3, width=6, name="statsu"), text="  statsu: doing\n"))
    assert "<code>  <mark>statsu</mark>: doing</code>" in html
    assert ">content/a.yaml:1:3</bdi>" in html
    assert 'href="vscode://file/practice/content/a.yaml:1:3"' in html
    assert "did you mean" in html


@pytest.mark.parametrize(("language", "side"), [("en", "ltr"), ("he", "rtl")])
def test_it_speaks_the_practice_s_language(language: str, side: str) -> None:
    html = _note(_shown(_wrong(), text="x: 1\n", language=language))
    assert f'<html lang="{language}" dir="{side}"' in html
    assert ("טעות" in html) == (language == "he")
    assert '<pre dir="ltr"' in html


def test_a_very_long_line_is_shown_around_its_mark() -> None:
    html = _note(_shown(_wrong(column=5001, width=4), text="a" * 5000 + "here" + "b" * 5000))
    assert "…aaa" in html
    assert "<mark>here</mark>" in html
    assert "bbb…" in html
    assert len(html) < 6000


def test_a_mark_wider_than_the_eye_is_cut_too() -> None:
    html = _note(_shown(_wrong(column=1, width=9000), text="w" * 9000))
    assert len(html) < 6000


def test_where_there_is_no_line_there_is_none() -> None:
    html = _note(_shown(_wrong(), text=""))
    assert "<pre" not in html
    past = Problem(Span("content/a.yaml", 9, 40), "x", say("the file ends too early"))
    assert "<pre" not in _note(_shown(past, text="a: 1\n"))


def test_a_thousand_mistakes_are_counted_and_the_first_told() -> None:
    problems = [_wrong(f"content/{number:04}.yaml") for number in range(1000)]
    html = _note(_shown(*problems, text="x: 1\n"))
    assert html.count("<li ") == 50
    assert "And 950 more." in html
    assert "1000 mistakes" in html


def test_warnings_are_notes_and_say_that_the_site_is_made() -> None:
    problem = Problem(Span("vagen.yaml"), "x", say("a bit odd"), severity="warning")
    shown = _shown(problem, files=frozenset({"index.html"}))
    html = _note(shown)
    assert "The site is made. One thing is worth a look." in html
    assert SHELL.state(shown, "index.html")["label"] == "One note"
    assert not shown.failed


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<head><body>x", b"<head><body>+x"),
        (b'<BODY class="a">x', b'<BODY class="a">+x'),
        (b"no body", b"+no body"),
        (b"", b"+"),
    ],
)
def test_the_bar_comes_first_on_a_page(page: bytes, expected: bytes) -> None:
    assert put_in(page, b"+") == expected
