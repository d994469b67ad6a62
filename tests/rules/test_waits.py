from datetime import date

import pytest

from tests.pages.practice import account, sop, task, workspace
from vagen.rules.matters import matters
from vagen.rules.waits import stale_sops, waits

DAY = date(2026, 11, 23)
ASKED = {"asked": "2026-11-12"}
ANSWERED = {"asked": "2026-11-12", "answer": "change", "on": "2026-11-17"}


def of(**keys):
    (one,) = waits(matters(workspace(account(tasks=(task("one", **keys),))), DAY))
    return one.why, one.since, one.whom


@pytest.mark.parametrize(
    ("keys", "wait"),
    [
        ({"status": "approval", "approvals": [ASKED]}, ("approval", date(2026, 11, 12), "")),
        ({"status": "approval"}, ("approval", None, "")),
        ({"status": "approval", "approvals": [ANSWERED]}, ("answered", date(2026, 11, 17), "")),
        ({"status": "approval", "approvals": [ANSWERED, {"asked": "2026-11-19"}]},
         ("approval", date(2026, 11, 19), "")),
        ({"status": "waiting", "waiting_for": "client"}, ("client", None, "")),
        ({"status": "waiting", "waiting_for": "the printer"}, ("other", None, "the printer")),
        ({"status": "review"}, ("review", None, "")),
        ({"status": "inbox", "created": "2026-11-16"}, ("inbox", date(2026, 11, 16), "")),
    ],
)  # fmt: skip
def test_who_has_to_move_and_since_when(keys, wait):
    assert of(**keys) == wait


@pytest.mark.parametrize("status", ["todo", "doing", "done"])
def test_what_is_to_be_done_waits_for_nobody(status):
    found = matters(workspace(account(tasks=(task("one", status=status),))), DAY)
    assert waits(found) == ()


def test_an_sop_is_stale_on_the_day_its_review_is_due():
    files = (
        sop("a/month", reviewed="2026-10-23", review_every="month"),
        sop("a/tomorrow", reviewed="2026-08-24", review_every="quarter"),
        sop("a/end", reviewed="2026-08-31", review_every="half-year"),
        sop("a/never"),
    )
    space = workspace(sops=files)
    assert [(file.id, on) for file, on in stale_sops(space, DAY)] == [("a/month", DAY)]
    ends = {file.id: on for file, on in stale_sops(space, date(2027, 2, 28))}
    assert ends["a/end"] == date(2027, 2, 28)
