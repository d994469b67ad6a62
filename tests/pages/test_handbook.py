"""The handbook of the team, and SOPs elsewhere: who gets which page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.pages.practice import NOW, account, client, practice, sop, stored, workspace
from vagen.model.audience import PUBLIC, TEAM, client_audience
from vagen.model.workspace import SopFile
from vagen.pages import handbook, procedure, sops
from vagen.source.markdown import read_prose

WREN = client_audience("wren")


def written(id: str, text: str, files: tuple[str, ...] = (), **keys: object) -> SopFile:
    file = sop(id, **keys)
    prose, problems = read_prose(text, file.path, 9)
    assert problems == ()
    area = id.partition("/")[0]
    kept = tuple(stored(f"content/sops/{area}/files/{name}") for name in files)
    return replace(file, prose=prose, files=kept)


INBOX = written("office/inbox", "- [ ] Open\n  - [ ] Sort\n\nSee [[social/month]].")
MONTH = written(
    "social/month",
    "![Board](files/board.png) [[office/inbox|the inbox]]",
    files=("board.png", "unused.pdf"),
    audience=["team", "wren"],
    owner="Noa",
    reviewed="2026-08-31",
    review_every="half-year",
    tags=["posts"],
    changes=[{"date": "2026-05-01", "what": "Begun"}, {"date": "2026-09-01", "what": "One link"}],
    stages=[{"name": "Brief", "who": "Noa", "days": "2"}, {"name": "Approval", "approval": "yes"}],
)
PRICES = written("office/prices", "How prices are made.", audience="public")
SALARY = written("office/salary", "[[no/where]]", audience="owner")
SITE = workspace(sops=(INBOX, PRICES, SALARY, MONTH))


def pages(plan):
    return {artifact.path: artifact for artifact in plan.artifacts}


def body(plan, path):
    return pages(plan)[path].content.view.sop


def test_the_team_reads_all_but_the_owners_own():
    plan = handbook.plan(SITE, NOW)
    assert sorted(pages(plan)) == [
        "handbook.pdf",
        "index.html",
        "office/inbox/index.html",
        "office/prices/index.html",
        "social/files/board.png",
        "social/month/index.html",
    ]
    assert {(one.audience, one.kind) for one in plan.artifacts} == {(TEAM, "handbook")}


def test_the_first_page_lists_areas_and_counts():
    view = pages(handbook.plan(SITE, NOW))["index.html"].content.view
    assert (view.count, view.pdf) == (3, "handbook.pdf")
    assert [(area.id, [card.path for card in area.sops]) for area in view.areas] == [
        ("office", ["office/inbox/", "office/prices/"]),
        ("social", ["social/month/"]),
    ]
    inbox, month = view.areas[0].sops[0], view.areas[1].sops[0]
    assert (inbox.checks, inbox.stages, inbox.reviewed) == (2, 0, None)
    assert (month.owner, month.stages, month.reviewed) == ("Noa", 2, date(2026, 8, 31))


def test_a_page_shows_all_of_its_sop():
    shown = body(handbook.plan(SITE, NOW), "social/month/index.html")
    assert (shown.title, shown.language, shown.owner, shown.tags) == (
        "Title of social/month", "he", "Noa", ("posts",),
    )  # fmt: skip
    assert [(one.name, one.who, one.days, one.approval) for one in shown.stages] == [
        ("Brief", "Noa", 2, False),
        ("Approval", "", 0, True),
    ]
    assert [one.what for one in shown.changes] == ["One link", "Begun"]
    kinds = [(one.kind, one.target) for one in shown.prose[0].inlines]
    assert kinds == [
        ("image", "social/files/board.png"),
        ("text", ""),
        ("page", "office/inbox/"),
    ]


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [
        ("2026-08-31", "month", date(2026, 9, 30)),
        ("2026-08-31", "quarter", date(2026, 11, 30)),
        ("2026-08-31", "half-year", date(2027, 2, 28)),
        ("2024-02-29", "year", date(2025, 2, 28)),
        ("2026-12-15", "month", date(2027, 1, 15)),
        (None, "year", None),
        ("2026-08-31", None, None),
    ],
)
def test_the_next_review(reviewed, every, due):
    assert procedure.review_due(sop("a/b", reviewed=reviewed, review_every=every).sop) == due


def test_names_of_ticks_tell_nothing_and_stay():
    keys = [
        body(handbook.plan(SITE, NOW), f"office/{name}/index.html").key
        for name in ("inbox", "prices")
    ]
    again = body(handbook.plan(SITE, NOW.replace(year=2027)), "office/inbox/index.html").key
    assert keys[0] == again
    assert keys[0] != keys[1]
    assert "inbox" not in keys[0]


def test_the_printed_handbook_leads_within_itself_and_bears_its_newest_day():
    paper = pages(handbook.plan(SITE, NOW))["handbook.pdf"].content
    view = paper.view
    assert (paper.template, paper.language) == ("print/handbook.html.j2", "he")
    assert [(area, [one.id for one in some]) for area, some in view.areas] == [
        ("office", ["office/inbox", "office/prices"]),
        ("social", ["social/month"]),
    ]
    assert view.areas[1][1][0].prose[0].inlines[-1].target == "#office-inbox"
    assert view.newest == view.frame.today == date(2026, 9, 1)
    later = pages(handbook.plan(SITE, NOW.replace(month=12)))["handbook.pdf"].content
    assert later == paper


def test_the_paper_is_that_of_the_practices_country():
    site = replace(SITE, practice=practice(country="US"))
    assert pages(handbook.plan(site, NOW))["handbook.pdf"].content.view.paper == "letter"


def test_without_sops_there_is_a_first_page_and_no_pdf():
    (page,) = handbook.plan(workspace(), NOW).artifacts
    assert (page.path, page.content.view.pdf, page.content.view.areas) == ("index.html", "", ())


def test_links_of_the_owners_own_sops_are_looked_at_too():
    found = [(one.code, one.at.path) for one in handbook.plan(SITE, NOW).problems]
    assert found == [("broken-sop-link", "content/sops/office/salary.md")]


def test_a_client_reads_in_the_portal_what_lists_them():
    plan = sops.plan(SITE, NOW)
    mine = {one.path: one for one in plan.artifacts if one.audience == WREN}
    assert sorted(mine) == ["sops/social/files/board.png", "sops/social/month/index.html"]
    assert {one.kind for one in mine.values()} == {"portal"}
    page = mine["sops/social/month/index.html"].content
    assert (page.template, page.language) == ("handbook/sop.html.j2", "en")
    assert page.view.frame.reader == "Wren & Rowe"
    assert page.view.frame.section == "sops/social/month"
    assert page.view.sop.prose[0].inlines[-1].words == "the inbox"
    assert page.view.sop.prose[0].inlines[-1].kind == "text"
    assert [one.code for one in plan.problems] == ["link-not-readable"]


def test_a_portal_without_sops_has_none():
    shut = client(portal={"sections": ["board"]})
    site = replace(SITE, accounts=(account(of=shut),))
    assert {one.audience for one in sops.plan(site, NOW).artifacts} == {PUBLIC}


def test_a_public_sop_is_a_public_page_in_its_own_language():
    site = workspace(sops=(replace(PRICES, sop=sop("a/b", audience="public", language="en").sop),))
    (page,) = sops.plan(site, NOW).artifacts
    assert (page.audience, page.kind, page.path) == (
        PUBLIC, "public", "sops/office/prices/index.html",
    )  # fmt: skip
    assert (page.content.template, page.content.language) == ("public/page.html.j2", "en")
    assert page.content.view.frame.language == "en"
    assert page.content.view.frame.indexed
