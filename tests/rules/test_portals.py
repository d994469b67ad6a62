from datetime import date

import pytest

from tests.pages.practice import client, sop, workspace
from vagen.rules.portals import is_open, shows, sops_for

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("keys", "opened"),
    [
        ({"status": "lead"}, False),
        ({"status": "discovery"}, False),
        ({"status": "proposal"}, True),
        ({"status": "ended"}, True),
        ({"portal": {"closed": "2026-11-24"}}, True),
        ({"portal": {"closed": "2026-11-23"}}, False),
    ],
)
def test_who_has_a_portal(keys, opened):
    assert is_open(client(**keys), TODAY) is opened


@pytest.mark.parametrize(
    ("keys", "section", "shown"),
    [
        ({}, "board", True),
        ({"portal": {"sections": ["board"]}}, "board", True),
        ({"portal": {"sections": ["board"]}}, "time", False),
        ({"time": "none"}, "time", False),
        ({"time": "none", "portal": {"sections": ["time"]}}, "time", False),
    ],
)
def test_which_pages_it_shows(keys, section, shown):
    assert shows(client(**keys), section) is shown


def test_which_procedures_a_client_reads():
    files = (
        sop("a/one", audience=["wren"]),
        sop("a/two"),
        sop("b/three", audience=["team", "wren"]),
    )
    assert [one.id for one in sops_for(workspace(sops=files), "wren")] == ["a/one", "b/three"]
