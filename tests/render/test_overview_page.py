"""The headline of a portal's first page says how things stand, work that rests included."""

from __future__ import annotations

import pytest

from tests.pages.practice import NOW, account, client, task, workspace
from tests.render.reading import Page
from tests.render.test_pages import html
from vagen.pages import overview


def headline(waiting: int, **keys: object) -> str:
    asked = [task(f"t{n}", status="waiting", waiting_for="client") for n in range(waiting)]
    kept = account(of=client(**keys), tasks=(*asked, task("d", status="doing")))
    view = overview.plan(workspace(kept), NOW).artifacts[0].content.view
    return " ".join(Page(html("portal/overview.html.j2", view, "en")).one("h1").words.split())


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        (0, "Our work is paused. Nothing is waiting for you."),
        (1, "One thing is waiting for you; otherwise our work is paused."),
        (2, "Two things are waiting for you; otherwise our work is paused."),
    ],
)
def test_paused_work_is_not_said_to_go_on(waiting: int, said: str) -> None:
    assert headline(waiting, status="paused").endswith(said)


def test_other_work_is() -> None:
    assert headline(2).endswith("Two things are waiting for you; the rest is on its way.")
