"""A mistake in a template of the workspace's own layouts/, as `vagen check` prints it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.problems.cases import NOW, Case, checked, printed
from vagen.build import Choices, build
from vagen.render.layouts import read_layouts

BOARD = "layouts/portal/board.html.j2"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Case("good", "as it is").lay_out(tmp_path / "practice")
    return tmp_path / "practice"


def own(root: Path, path: str, text: str, environ: dict[str, str] | None = None) -> str:
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(text, encoding="utf-8")
    return printed(checked(root), root, environ)


def test_a_name_that_the_view_has_not_is_shown_in_its_line(root: Path) -> None:
    assert own(root, BOARD, "<p>\n  {{ view.everything }}\n</p>\n") == (
        f'{BOARD}:2:11: error: the template asks for "everything", which is not there'
        " [template-error]\n"
        "      {{ view.everything }}\n"
        "              ^^^^^^^^^^\n"
        "    hint: the view has: doing, done, done_count, frame, next, waiting\n"
    )


def test_a_brace_that_is_never_closed_is_shown_in_its_line(root: Path) -> None:
    first, line, caret, *_ = own(root, BOARD, "<p>\n  {{ view.frame\n</p>\n").splitlines()
    assert first.startswith(f"{BOARD}:3:1: error: the template is not written as Jinja reads it: ")
    assert (line, caret) == ("    </p>", "    ^^^^")


def test_a_part_that_does_not_exist_is_shown_in_its_line(root: Path) -> None:
    text = own(root, BOARD, 'שלום\r\n{% include "parts/none.html.j2" %}\r\n')
    assert text.startswith(f'{BOARD}:2:13: error: there is no template "parts/none.html.j2" [')
    assert text.splitlines()[1:3] == [
        '    {% include "parts/none.html.j2" %}',
        "                ^^^^^^^^^^^^^^^^^^",
    ]


def test_a_template_that_is_not_utf_8_is_shown_as_far_as_it_can_be(root: Path) -> None:
    (root / BOARD).parent.mkdir(parents=True)
    (root / BOARD).write_bytes(b"<p>\nna\xefve\n</p>\n")
    assert f"{BOARD}:2:1: error: " in printed(checked(root), root)
    assert "    na\N{REPLACEMENT CHARACTER}ve\n" in printed(checked(root), root)


def test_a_built_in_template_is_named_where_it_stands(root: Path) -> None:
    """A part of the workspace's own can break a page that is not."""
    text = own(root, "layouts/parts/tasks.html.j2", "{# nothing #}\n")
    built_in = os.path.relpath(Path(read_layouts().path("portal/board.html.j2")).parent, root)
    assert built_in.startswith("..")
    places = [line.split(":")[0] for line in text.splitlines() if "[template-error]" in line]
    assert any(place.startswith(built_in) for place in places), text
    assert all((root / place).is_file() for place in places)
    assert text.count("\n    ") >= 2 * len(places)


def test_in_hebrew_the_words_are_hebrew(root: Path) -> None:
    text = own(root, BOARD, "{{ view.everything }}\n", {"LANGUAGE": "he"})
    assert "[template-error]" in text
    assert "the template" not in text


def test_a_build_that_fails_shows_mistakes_of_templates_too(root: Path) -> None:
    own(root, BOARD, "{{ view.everything }}\n")
    with (root / "content/team/noam.yaml").open("a", encoding="utf-8") as file:
        file.write("colour: red\n")
    outcome = build(root, NOW, Choices(root / "site"))
    assert {one.code for one in outcome.problems} == {"template-error", "unknown-key"}
    assert not (root / "site").exists()
