"""The link policy: what becomes a link for whom, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.practice import practice, sop, stored, workspace
from vagen.model.audience import OWNER, PUBLIC, TEAM, client_audience
from vagen.model.prose import Inline
from vagen.pages.links import Where, readers, resolve
from vagen.source.markdown import read_prose

WREN = client_audience("wren")
FILES = tuple(
    stored(f"content/sops/social/files/{name}")
    for name in ("board.png", "my plan.pdf", "voice (short).pdf")
)
SOPS = (
    sop("office/inbox", title="The inbox"),
    sop("office/report", title="The report", audience=["team", "wren"]),
    sop("office/salary", title="Salaries", audience="owner"),
    sop("social/prices", title="Prices", audience="public"),
)
SITE = workspace(sops=SOPS)


def where(audience=TEAM, site=SITE, *, paper=False):
    folder = "content/sops/social"
    return Where(site, audience, folder, f"{folder}/files", "social/files/", FILES, paper)


def resolved(text, place=None):
    prose, problems = read_prose(text, "a.md")
    assert problems == ()
    return resolve(prose, place or where())


def only(text, place=None):
    """The one inline that a text becomes, with nothing to say about it."""
    found = resolved(text, place)
    assert found.problems == ()
    ((inline,),) = (block.inlines for block in found.prose[-1:])
    return inline


def wrong(text, place=None):
    """The one problem of a text: code, column and replacement; its words stay, without a link."""
    found = resolved(text, place)
    (problem,) = found.problems
    assert found.files == {}
    assert all(one.kind == "text" for block in found.prose for one in _all(block.inlines))
    return problem.code, problem.at.column, problem.replacement


def _all(inlines):
    for inline in inlines:
        yield inline
        yield from _all(inline.children)


@pytest.mark.parametrize(
    "address",
    ["https://a.example/x?y=1#z", "mailto:noa@barkai.example", "tel:+972545550142", "#steps"],
)
def test_four_kinds_of_address_are_links(address):
    inline = only(f"# Steps\n\n[here]({address})")
    assert (inline.kind, inline.target, inline.words) == ("link", address, "here")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[x](http://a.example/b)", ("bad-link-target", 5, "https://a.example/b")),
        ("<http://a.example/b>", ("bad-link-target", 2, "https://a.example/b")),
        ("[x](//a.example)", ("bad-link-target", 5, "https://a.example")),
        ("[x](www.a.example)", ("bad-link-target", 5, "https://www.a.example")),
        ("[x](noa@a.example)", ("bad-link-target", 5, "mailto:noa@a.example")),
        ("[x](javascript:alert)", ("bad-link-target", 5, None)),
        ("[x](javascript%3Aalert)", ("bad-link-target", 5, None)),
        ("[x](data:text/html,b)", ("bad-link-target", 5, None)),
        ("[x](file:///etc/passwd)", ("bad-link-target", 5, None)),
        ("[x](https://me@a.example)", ("bad-link-target", 5, None)),
        ("[x]()", ("bad-link-target", 1, None)),
        ("![x](files/plan.exe)", ("bad-link-target", 6, None)),
        ("![x](data:image/png;base64,AA)", ("bad-link-target", 6, None)),
        ("![x](https://a.example/b.png)", ("remote-image", 6, None)),
        ("![x](//a.example/b.png)", ("remote-image", 6, None)),
        ("[x](../notes/secret.md)", ("link-outside", 5, None)),
        ("[x](..%2Fnotes/secret.md)", ("link-outside", 5, None)),
        ("[x](/etc/passwd)", ("link-outside", 5, None)),
        ("[x](files/../../../clients/wren/client.yaml)", ("link-outside", 5, None)),
        ("[x](../office/inbox.md)", ("link-outside", 5, None)),
        ("[x](board.png)", ("link-outside", 5, "files/board.png")),
        ("[x](files/none.pdf)", ("broken-link", 5, None)),
        ("[x](files/bord.png)", ("broken-link", 5, "files/board.png")),
        ("[x](files/My%20plan.pdf)", ("broken-link", 5, None)),
        ("[x](my-plan.pdf)", ("link-outside", 5, "files/my%20plan.pdf")),
        ("[x](files/voice-short.pdf)", ("broken-link", 5, "files/voice%20%28short%29.pdf")),
        ("![x](files/Board.PNG)", ("broken-link", 6, "files/board.png")),
        ("[[office/inbx]]", ("broken-sop-link", 3, "office/inbox")),
        ("[[inbox]]", ("broken-sop-link", 3, "office/inbox")),
        ("[[Office/Inbox|here]]", ("broken-sop-link", 3, "office/inbox")),
        ("[[moon/base]]", ("broken-sop-link", 3, None)),
    ],
)
def test_all_else_is_a_problem_and_stays_words(text, found):
    assert wrong(text) == found


def test_a_missing_heading_names_those_that_there_are():
    found = resolved("# The steps\n\n[x](#the-step) [y](#moon)")
    assert [(one.code, one.replacement) for one in found.problems] == [
        ("broken-link", "#the-steps"),
        ("broken-link", None),
    ]
    assert dict(found.problems[1].hint.values) == {"names": "#the-steps"}


def test_typing_the_replacement_mends_the_link():
    for text in ("[x](files/voice-short.pdf)", "[[inbox]]", "[x](http://a.example/b)"):
        (problem,) = resolved(text).problems
        start = problem.at.column - 1
        mended = text[:start] + problem.replacement + text[start + problem.at.width :]
        assert resolved(mended).problems == ()


def test_files_are_handed_on_to_a_folder_of_the_audience():
    found = resolved("![Plan](files/board.png) and [it](files/my%20plan.pdf)")
    assert found.problems == ()
    image, _, link = found.prose[0].inlines
    assert (image.kind, image.target, image.text) == ("image", "social/files/board.png", "Plan")
    assert (link.kind, link.target) == ("file", "social/files/my plan.pdf")
    assert {path: file.name for path, file in found.files.items()} == {
        "social/files/board.png": "board.png",
        "social/files/my plan.pdf": "my plan.pdf",
    }


def test_a_link_to_an_sop_says_its_title_or_the_given_words():
    assert only("[[office/inbox]]") == Inline("page", "The inbox", "office/inbox/")
    assert only("[[office/inbox|there]]") == Inline("page", "there", "office/inbox/")


def test_where_an_sop_stands_depends_on_the_reader():
    assert only("[[office/report]]", where(WREN)).target == "sops/office/report/"
    assert only("[[social/prices]]", where(PUBLIC)).target == "sops/social/prices/"
    assert only("[[office/report]]", where(paper=True)).target == "#office-report"
    assert only("[[office/salary]]", where(OWNER)).kind == "page"


@pytest.mark.parametrize(
    ("audience", "name"),
    [
        (TEAM, "office/salary"),
        (WREN, "office/inbox"),
        (WREN, "social/prices"),
        (PUBLIC, "office/report"),
        (client_audience("rowe"), "office/report"),
    ],
)
def test_no_link_leads_to_what_its_reader_may_not_read(audience, name):
    found = resolved(f"[[{name}]]", where(audience))
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("link-not-readable", "warning")
    assert found.prose[0].inlines == (Inline("text", name),)


def test_a_public_sop_is_read_at_the_public_address_where_there_is_one():
    site = replace(SITE, practice=practice(url="https://barkai.example"))
    inline = only("[[social/prices]]", where(WREN, site))
    assert (inline.kind, inline.text) == ("link", "Prices")
    assert inline.target == "https://barkai.example/sops/social/prices/"


def test_an_sop_that_could_not_be_read_is_not_called_broken():
    site = replace(SITE, unread=frozenset(["content/sops/office/new.md"]))
    assert only("[[office/new]]", where(site=site)) == Inline("text", "office/new")


def test_links_are_found_however_deep_they_stand():
    text = "> - [ ] a\n>   - **b [c](../x.md)**\n\n| a |\n|---|\n| [[no/no]] |"
    assert sorted(one.code for one in resolved(text).problems) == [
        "broken-sop-link",
        "link-outside",
    ]


def test_readers_of_an_sop():
    assert readers(SOPS[0].sop) == {OWNER, TEAM}
    assert readers(SOPS[1].sop) == {OWNER, TEAM, WREN}
    assert readers(SOPS[2].sop) == {OWNER}
    assert readers(SOPS[3].sop) == {OWNER, TEAM, PUBLIC}
    assert readers(sop("a/b", audience=["wren"]).sop) == {OWNER, TEAM, WREN}


@given(st.text(), st.sampled_from(["[x]({})", "![x]({})", "[x](<{}>)", "<{}>", "[[{}]]"]))
def test_nothing_unsafe_becomes_a_link_whatever_is_typed(address, form):
    prose, _ = read_prose(form.format(address), "a.md", 2)
    found = resolve(prose, where())
    for block in found.prose:
        for inline in _all(block.inlines):
            if inline.kind == "link":
                assert inline.target.casefold().startswith(("https://", "mailto:", "tel:", "#"))
            elif inline.kind in ("file", "image"):
                assert inline.target in found.files
            else:
                assert inline.kind != "sop"
