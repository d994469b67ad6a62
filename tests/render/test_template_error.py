"""A mistake in a template is a problem at its line that says what there is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from vagen.locale import catalog
from vagen.problems import Problem
from vagen.render.environment import Place, draw
from vagen.render.layouts import Layouts


@dataclass(frozen=True, slots=True)
class CallView:
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PageView:
    name: str
    call: CallView
    calls: tuple[CallView, ...] = ()


VIEW = PageView("Wren", CallView("Weekly", 30))


def drawn(**files: str | bytes) -> str | Problem:
    encoded = {
        name.replace("__", "/") + ".html.j2": text if isinstance(text, bytes) else text.encode()
        for name, text in files.items()
    }
    return draw(
        Layouts(encoded),
        "page.html.j2",
        VIEW,
        language="en",
        medium="screen",
        place=Place(),
    )


def told(problem: str | Problem) -> tuple[str, int, str, str]:
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == ("template-error", "error")
    words = catalog("en")
    hint = problem.hint.spoken(words) if problem.hint else ""
    return problem.at.path, problem.at.line, problem.message.spoken(words), hint


def test_a_name_that_the_view_has_not() -> None:
    path, line, message, hint = told(drawn(page="one\n\n{{ view.nmae }}"))
    assert (path, line) == ("layouts/page.html.j2", 3)
    assert "nmae" in message
    assert hint == "the view has: call, calls, name"


def test_a_name_that_a_part_of_the_view_has_not() -> None:
    *_, message, hint = told(drawn(page="{{ view.call.link }}"))
    assert "link" in message
    assert hint == "the view has: minutes, title"


def test_a_global_that_there_is_not() -> None:
    _, line, message, hint = told(drawn(page="\n{{ workspace.name }}"))
    assert line == 2
    assert "workspace" in message
    assert hint == "the view has: call, calls, name"


def test_the_line_is_that_of_the_part_in_which_it_happens() -> None:
    problem = drawn(page='{% include "parts/foot.html.j2" %}', parts__foot="a\n{{ view.foot }}")
    assert told(problem)[:2] == ("layouts/parts/foot.html.j2", 2)


def test_a_part_that_does_not_exist() -> None:
    _, line, message, _ = told(drawn(page='\n\n{% include "parts/none.html.j2" %}'))
    assert line == 3
    assert message == 'there is no template "parts/none.html.j2"'


@pytest.mark.parametrize("text", ["\n{% if view.name %}", "\n{{ view.name", "\n{% endfor %}"])
def test_what_jinja_cannot_read(text: str) -> None:
    path, line, message, _ = told(drawn(page=text))
    assert (path, line) == ("layouts/page.html.j2", 2)
    assert message.startswith("the template is not written as Jinja reads it")


def test_what_fails_while_it_is_drawn() -> None:
    _, line, message, _ = told(drawn(page="\n{{ view.call.minutes / 0 }}"))
    assert line == 2
    assert "ZeroDivisionError" in message


def test_a_template_that_is_not_utf_8() -> None:
    _, line, message, _ = told(drawn(page=b"a\n" + "é".encode("latin-1")))
    assert line == 2
    assert "UTF-8" in message


def test_an_endless_template_is_a_problem_too() -> None:
    assert told(drawn(page='{% include "page.html.j2" %}'))[0] == "layouts/page.html.j2"


def test_a_template_reaches_no_other_file() -> None:
    message = told(drawn(page='{% include "../../vagen.yaml" %}'))[2]
    assert message.startswith("there is no template")
