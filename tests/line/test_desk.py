"""The desk in the line: it is made when asked for alone, and whenever what it shows changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.line.dials import Practice
from tests.sites import DEMO_DAY, Site

DESK, INDEX = "desk/index.html", "desk/search-index.js"
TASKS = "content/clients/ada/tasks.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    practice = Practice(tmp_path / "practice")
    practice.lay_out()
    return Site(practice.root, practice.root / "site", DEMO_DAY)


def changed(site: Site) -> set[str]:
    """The files whose bytes the next build changes."""
    before = site.tree()
    after = site.good(pdf=False).tree()
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_desk_is_made_alone(site: Site) -> None:
    site.good(pdf=False, only=frozenset({"desk", "assets"}))
    assert {path for path in site.tree() if not path.startswith("assets/")} == {DESK, INDEX}
    whole = Site(site.root, site.root / "whole").good(pdf=False).tree()
    assert site.tree()[DESK] == whole[DESK]


def test_the_next_day_draws_it_again(site: Site) -> None:
    site.good(pdf=False)
    assert changed(site) == set()
    site.now = DEMO_DAY.replace(day=24)
    assert DESK in changed(site)


@pytest.mark.parametrize(
    ("task", "files"),
    [
        ("- {id: secret, title: Mine, private: yes, due: 2026-11-25}\n", {DESK, INDEX}),
        ("- {id: idea, title: An idea, status: inbox}\n", {DESK}),
    ],
)
def test_what_no_client_sees_changes_the_desk_and_nothing_else(
    site: Site, task: str, files: set[str]
) -> None:
    site.good(pdf=False)
    old = site.read(TASKS) if (site.root / TASKS).exists() else ""
    site.write(TASKS, old + task)
    assert changed(site) == files


def test_a_note_for_ones_own_eyes_changes_nothing(site: Site) -> None:
    site.good(pdf=False)
    client = "content/clients/ada/client.yaml"
    site.write(client, site.read(client) + "culture: Direct\nnotes: Pays late\n")
    assert changed(site) == set()
