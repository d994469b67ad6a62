"""A template sees its view and nothing else: no workspace, no Python, no disk, clock or chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from vagen.locale import catalog
from vagen.problems import Problem
from vagen.render.environment import Place, draw
from vagen.render.layouts import Layouts


@dataclass(frozen=True, slots=True)
class PageView:
    name: str
    today: date
    at: datetime
    names: tuple[str, ...]


VIEW = PageView("<Wren>", date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC), ("a", "b"))


def drawn(text: str) -> str | Problem:
    layouts = Layouts({"page.html.j2": text.encode()})
    return draw(layouts, "page.html.j2", VIEW, language="en", medium="screen", place=Place())


@pytest.mark.parametrize(
    "words",
    [
        "view.__class__",
        "view['__class__']",
        "view|attr('__class__')",
        "[view]|map(attribute='__class__')|first",
        "'{0.__class__}'.format(view)",
        "'%s'.__mod__.__self__",
        "view.__dataclass_fields__",
        "''.__class__.__mro__",
        "href.__self__",
        "href.__func__.__globals__",
        "asset.__globals__",
        "gettext.__globals__",
        "range.__subclasses__()",
        "cycler.__init__.__globals__",
        "namespace.__init__.__globals__",
        "self._TemplateReference__context",
        "lipsum.__globals__['os'].getcwd()",
        "view.today.today()",
        "view.at.now()",
        "view.at.fromtimestamp(0)",
        "view.at.astimezone()",
        "view.at.timestamp()",
        "lipsum()",
        "view.names|random",
        "workspace",
        "practice",
        "now",
        "root",
        "environment",
        "config",
        "open('/etc/hostname')",
    ],
)
def test_what_is_not_the_view_is_out_of_reach(words: str) -> None:
    problem = drawn(f"one\n{{{{ {words} }}}}\n")
    assert isinstance(problem, Problem), problem
    assert (problem.code, problem.at.path, problem.at.line) == (
        "template-error",
        "layouts/page.html.j2",
        2,
    )


def test_what_is_out_of_reach_is_named_where_it_is_asked_for() -> None:
    problem = drawn("one\n  {{ view.today.today() }}\n")
    assert isinstance(problem, Problem)
    words = catalog("en")
    assert problem.message.spoken(words) == (
        'the template asks for "today", which is out of its reach'
    )
    assert problem.hint is not None
    assert problem.hint.spoken(words) == "the view has: at, name, names, today"


def test_the_view_is_in_reach_and_escaped() -> None:
    text = (
        "{{ view.name }} {{ view.today.isoformat() }} {% for n in view.names %}{{ n }}{% endfor %}"
    )
    assert drawn(text) == "&lt;Wren&gt; 2026-11-23 ab"
