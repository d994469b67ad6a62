"""The client's documents: what each is, why it matters and how large it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from vagen.locale import catalog
from vagen.model.enclosure import Enclosure
from vagen.model.workspace import StoredFile, Workspace
from vagen.pages.artifact import Artifact, Copy
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Entry, Listing
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.problems import say

_LONGEST_KIND = 4


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A file: `path` within the audience, `form` its ending in capitals, may be empty; `size` in
    bytes.
    """

    title: str
    note: str
    form: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """In the order of documents.yaml, then those that it does not list, by name."""

    frame: Frame
    documents: tuple[DocumentView, ...]


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The page of every portal that shows documents, and the files themselves."""
    return Plan(
        tuple(
            artifact
            for portal in portals(workspace, now, "documents")
            for artifact in _artifacts(portal)
        )
    )


def _artifacts(portal: Portal) -> Iterator[Artifact]:
    view = documents(portal)
    entries = (Entry(one.title, one.note, f"f-{n}") for n, one in enumerate(view.documents, 1))
    listing = Listing(portal.words("Documents"), tuple(entries))
    yield portal.page("documents/index.html", "portal/documents.html.j2", view, listing=listing)
    for file in portal.account.files:
        yield portal.file(f"documents/{_within(portal, file)}", Copy(file), "portal")


def documents(portal: Portal) -> DocumentsView:
    """What one client's page of documents shows."""
    known = {one.file: one for one in portal.account.enclosures}
    order = list(known)
    files = sorted(
        portal.account.files,
        key=lambda file: _rank(_within(portal, file), order),
    )
    return DocumentsView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "documents"),
        documents=tuple(_view(portal, file, known.get(_within(portal, file))) for file in files),
    )


def _rank(name: str, order: list[str]) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order)), name


def _view(portal: Portal, file: StoredFile, enclosure: Enclosure | None) -> DocumentView:
    name = _within(portal, file)
    title = enclosure.title.within(portal.language) if enclosure and enclosure.title else ""
    note = enclosure.note.within(portal.language) if enclosure and enclosure.note else ""
    return DocumentView(
        title=title or _title(portal, name),
        note=note,
        form=_form(file.name),
        path=f"documents/{name}",
        size=file.size,
    )


def _title(portal: Portal, name: str) -> str:
    """What a file without a title is called: the signed agreement by what it is."""
    agreement = portal.account.client.agreement
    if agreement is not None and agreement.signed == name:
        return say("Our agreement, signed").spoken(catalog(portal.language))
    stem = name.rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    words = " ".join(stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] or stem


def _form(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return ending.upper() if stem and dot and len(ending) <= _LONGEST_KIND else ""


def _within(portal: Portal, file: StoredFile) -> str:
    return file.path.removeprefix(f"{portal.account.folder}/documents/")
