"""The client's documents."""

from __future__ import annotations

from tests.pages.practice import NOW, account, client, stored, workspace
from vagen.model.enclosure import Enclosure
from vagen.pages import documents
from vagen.pages.artifact import Copy
from vagen.pages.portal import portals

FOLDER = "content/clients/wren/documents"


def site(*names, listed=(), **keys):
    files = tuple(stored(f"{FOLDER}/{name}") for name in names)
    enclosures = tuple(Enclosure.model_validate(one) for one in listed)
    return workspace(account(of=client(**keys), files=files, enclosures=enclosures))


def shown(*names, **kept):
    found = documents.documents(next(portals(site(*names, **kept), NOW)))
    return [(one.title, one.form, one.path) for one in found.documents]


def test_listed_files_come_first_under_their_titles_then_the_others_by_name():
    listed = ({"file": "voice.pdf", "title": {"en": "Our voice", "he": "הקול"}}, {"file": "b.csv"})
    assert shown("a.txt", "b.csv", "voice.pdf", listed=listed) == [
        ("Our voice", "PDF", "documents/voice.pdf"),
        ("B", "CSV", "documents/b.csv"),
        ("A", "TXT", "documents/a.txt"),
    ]


def test_a_file_without_a_title_is_called_by_its_name():
    assert shown("old/price-list_2026.final.xlsx", "README", ".env", "a.verylong") == [
        (".env", "", "documents/.env"),
        ("README", "", "documents/README"),
        ("A", "", "documents/a.verylong"),
        ("Price list 2026.final", "XLSX", "documents/old/price-list_2026.final.xlsx"),
    ]


def test_the_signed_agreement_says_what_it_is():
    agreement = {"since": "2026-07-01", "rate": "38", "signed": "agreement.pdf"}
    assert shown("agreement.pdf", agreement=agreement)[0][0] == "Our agreement, signed"
    listed = ({"file": "agreement.pdf", "title": "The deal"},)
    assert shown("agreement.pdf", agreement=agreement, listed=listed)[0][0] == "The deal"


def test_every_file_is_handed_on_as_it_is():
    made = documents.plan(site("a.pdf", "b/c.md"), NOW).artifacts
    assert [one.target for one in made] == [
        "c/wren/documents/index.html",
        "c/wren/documents/a.pdf",
        "c/wren/documents/b/c.md",
    ]
    assert all(isinstance(one.content, Copy) for one in made[1:])


def test_nothing_where_the_portal_has_no_such_page():
    assert documents.plan(site("a.pdf", portal={"sections": ["board"]}), NOW).artifacts == ()
