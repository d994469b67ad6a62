"""The plan of the whole site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.pages.practice import NOW, account, page, sop, stored, workspace
from vagen.model.service import Update
from vagen.model.workspace import UpdateFile
from vagen.pages.planners import plan
from vagen.source.markdown import read_prose


def planned(site):
    return plan(site, NOW, asset_names=("vagen.css",))


def with_prose(file, text, *files):
    prose, problems = read_prose(text, file.path, 5)
    assert problems == ()
    return replace(file, prose=prose, files=tuple(map(stored, files)))


def said(site):
    return [(one.code, one.at.path, one.at.line, one.at.column) for one in planned(site).problems]


def test_a_site_has_every_kind_of_page():
    site = planned(workspace(sops=(sop("a/b", audience=["wren"]),), pages=(page("about"),)))
    assert site.problems == ()
    targets = {one.target for one in site.artifacts}
    assert targets >= {
        "index.html",
        "about/index.html",
        "assets/vagen.css",
        "assets/brand.css",
        "handbook/index.html",
        "handbook/a/b/index.html",
        "c/wren/index.html",
        "c/wren/board/index.html",
        "c/wren/time/index.html",
        "c/wren/invoices/index.html",
        "c/wren/work/index.html",
        "c/wren/welcome/index.html",
        "c/wren/sops/a/b/index.html",
    }
    assert len(targets) == len(site.artifacts)


def test_what_several_audiences_read_is_said_to_be_wrong_once():
    file = with_prose(sop("a/b", audience=["public", "wren", "rowe"]), "[x](../notes/x.md)")
    site = workspace(account(), account("rowe"), sops=(file,))
    assert said(site) == [("link-outside", "content/sops/a/b.md", 5, 5)]


def test_two_files_that_some_disks_hold_for_one_are_a_problem():
    kept = ("content/pages/files/a.png", "content/pages/files/A.png")
    file = with_prose(page("about"), "![x](files/a.png) ![y](files/A.png)", *kept)
    assert said(workspace(pages=(file,))) == [("two-pages-one-path", kept[0], 1, 1)]


def test_a_file_that_two_sops_hand_on_is_one():
    kept = "content/sops/a/files/plan.pdf"
    first = with_prose(sop("a/b", audience=["wren"]), "[x](files/plan.pdf)", kept)
    other = with_prose(sop("a/c", audience=["wren"]), "[x](files/plan.pdf)", kept)
    assert planned(workspace(sops=(first, other))).problems == ()


def test_an_update_may_link_to_its_clients_documents_only():
    text = "[x](../documents/plan.pdf) [y](../documents/none.pdf) [z](../notes/x.md)"
    path = "content/clients/wren/updates/2026-11-16.md"
    prose, _ = read_prose(text, path, 4)
    update = UpdateFile(date(2026, 11, 16), path, Update(), prose)
    files = (stored("content/clients/wren/documents/plan.pdf"),)
    assert said(workspace(account(updates=(update,), files=files))) == [
        ("broken-link", path, 4, 32),
        ("link-outside", path, 4, 59),
    ]
