"""Letters to a client."""

from __future__ import annotations

from datetime import date

from tests.pages.practice import NOW, account, client, stored, workspace
from vagen.model.service import Update
from vagen.model.workspace import UpdateFile
from vagen.pages import overview, updates
from vagen.pages.portal import portals
from vagen.source.markdown import read_prose

FOLDER = "content/clients/wren"


def letter(day, text="Words.", **keys):
    path = f"{FOLDER}/updates/{day}.md"
    prose, problems = read_prose(text, path, 4)
    assert problems == ()
    return UpdateFile(date.fromisoformat(day), path, Update.model_validate(keys), prose)


def site(*letters, of=None, files=()):
    return workspace(account(of=of or client(), updates=letters, files=tuple(map(stored, files))))


def portal(*letters, **kept):
    return next(portals(site(*letters, **kept), NOW))


def test_newest_first_each_with_its_anchor():
    found = updates.updates(
        portal(letter("2026-11-13"), letter("2026-11-20", title={"en": "Shot", "he": "צולם"}))
    )
    assert [(one.id, one.title) for one in found.updates] == [
        ("u-2026-11-20", "Shot"),
        ("u-2026-11-13", ""),
    ]


def test_a_letter_waits_for_its_day():
    ahead = letter("2026-11-24", "SECRET until tomorrow", title="SECRET")
    made = updates.plan(site(letter("2026-11-23"), ahead), NOW).artifacts
    assert "SECRET" not in repr(made)
    assert "SECRET" not in repr(overview.plan(site(ahead), NOW).artifacts)


def test_a_draft_waits_for_its_writer():
    draft = letter("2026-11-22", "SECRET as yet", title="SECRET", draft="yes")
    sent = letter("2026-11-20")
    made = updates.plan(site(sent, draft), NOW).artifacts
    assert "SECRET" not in repr(made)
    assert "SECRET" not in repr(overview.plan(site(sent, draft), NOW).artifacts)


def test_headings_of_two_letters_have_two_names():
    text = "See [below](#done).\n\n## Done\n\nThis."
    one, other = updates.updates(
        portal(letter("2026-11-13", text), letter("2026-11-20", text))
    ).updates
    names = [block.name for view in (one, other) for block in view.prose if block.kind == "heading"]
    assert names == ["u-2026-11-20-done", "u-2026-11-13-done"]
    assert one.prose[0].inlines[1].target == "#u-2026-11-20-done"


def test_a_file_that_a_letter_links_to_is_handed_on_where_no_page_of_documents_does():
    files = (f"{FOLDER}/documents/plan.pdf", f"{FOLDER}/documents/other.pdf")
    linked = letter("2026-11-20", "The [plan](../documents/plan.pdf).")
    with_page = updates.plan(site(linked, files=files), NOW).artifacts
    assert [one.path for one in with_page] == ["updates/index.html"]
    of = client(portal={"sections": ["updates"]})
    without = updates.plan(site(linked, of=of, files=files), NOW).artifacts
    assert [one.path for one in without] == ["updates/index.html", "documents/plan.pdf"]


def test_the_first_page_names_the_newest():
    letters = (letter("2026-11-13", title="Old"), letter("2026-11-20", "One.\n\nTwo.", title="New"))
    found = overview.overview(portal(*letters)).update
    assert found is not None
    assert (found.title, found.lead, found.path) == ("New", "One.", "updates/#u-2026-11-20")
    assert overview.overview(portal()).update is None
    hidden = client(portal={"sections": ["board"]})
    assert overview.overview(portal(*letters, of=hidden)).update is None


def test_no_page_where_the_portal_has_none():
    of = client(portal={"sections": ["board"]})
    assert updates.plan(site(letter("2026-11-20"), of=of), NOW).artifacts == ()
