"""The index of an audience: what search finds on its pages, and on no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vagen.model.audience import Audience
from vagen.pages.artifact import Artifact, Html, SearchIndex
from vagen.pages.listing import Entry
from vagen.pages.plan import Plan

SEARCH = "search-index.js"
"""Its path within the audience; layouts/parts/shell.html.j2 names it too."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry and where it stands: the page's name, empty for the page itself, and its path."""

    title: str
    text: str
    place: str
    path: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """All entries of an audience, page by page."""

    entries: tuple[Listed, ...]


def plan_search(artifacts: Iterable[Artifact]) -> Plan:
    """An index for every audience that has pages with a field for it: all but the public."""
    pages: dict[Audience, list[Artifact]] = {}
    for artifact in artifacts:
        if isinstance(artifact.content, Html) and artifact.audience.kind != "public":
            pages.setdefault(artifact.audience, []).append(artifact)
    return Plan(tuple(_index(audience, some) for audience, some in pages.items()))


def _index(audience: Audience, pages: list[Artifact]) -> Artifact:
    view = SearchView(tuple(one for page in pages for one in _listed(page)))
    return Artifact(audience, SEARCH, pages[0].kind, SearchIndex(view))


def _listed(page: Artifact) -> Iterator[Listed]:
    listing = page.listing
    if listing is None:
        return
    if all(entry.anchor for entry in listing.entries):
        yield Listed(listing.place, "", "", page.path)
    for entry in listing.entries:
        place = "" if entry.title == listing.place else listing.place
        yield Listed(entry.title, entry.text, place, page.path + _mark(entry))


def _mark(entry: Entry) -> str:
    return f"#{entry.anchor}" if entry.anchor else ""
