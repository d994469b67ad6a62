"""An artifact: one file of the site, for one audience, made from one view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vagen.model.audience import Audience, address
from vagen.model.workspace import StoredFile
from vagen.pages.listing import Listing

Kind = Literal["public", "portal", "welcome", "handbook", "invoices", "desk", "assets"]
"""What `vagen build --only` names; assets go with all of them."""


@dataclass(frozen=True, slots=True)
class Html:
    """A page: a template of layouts/ and the view that it sees, and nothing else."""

    template: str
    view: object
    language: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF: a template of layouts/print/, its view, and the practice's logo where it has one."""

    template: str
    view: object
    language: str
    logo: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A small text file such as sitemap.xml, drawn from a template."""

    template: str
    view: object
    language: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file (RFC 5545): its view, in the reader's language."""

    view: object
    language: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of the workspace, handed on byte for byte."""

    source: StoredFile


@dataclass(frozen=True, slots=True)
class Asset:
    """A style, font or script of layouts/assets/; the same for all audiences."""

    name: str


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What search finds on the pages of one audience."""

    view: object


Content = Html | Paper | Text | Calendar | Copy | Asset | SearchIndex


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file: `path` is within the audience's address (`board/index.html`).

    `listing` is what search finds on a page, where it finds anything.
    """

    audience: Audience
    path: str
    kind: Kind
    content: Content
    listing: Listing | None = None

    @property
    def target(self) -> str:
        """The path from the site's root, in the clear."""
        return address(self.audience) + self.path
