"""The portals that there are, and how a page gets into one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from vagen.locale import catalog
from vagen.model.audience import client_audience
from vagen.model.client import Section
from vagen.model.workspace import Account, Workspace
from vagen.pages.artifact import Artifact, Content, Html, Kind
from vagen.pages.listing import Listing
from vagen.rules.clock import today
from vagen.rules.portals import is_open, shows


@dataclass(frozen=True, slots=True)
class Portal:
    """An open portal at an instant; `today` is the client's."""

    workspace: Workspace
    account: Account
    now: datetime
    today: date

    @property
    def language(self) -> str:
        """The client's language, which is the portal's."""
        return self.account.client.language

    def shows(self, section: Section) -> bool:
        """Whether it has this page."""
        return shows(self.account.client, section)

    def page(
        self,
        path: str,
        template: str,
        view: object,
        kind: Kind = "portal",
        listing: Listing | None = None,
    ) -> Artifact:
        """A page of it, in the client's language; `listing` is what search finds there."""
        return self.file(path, Html(template, view, self.language), kind, listing)

    def file(
        self, path: str, content: Content, kind: Kind, listing: Listing | None = None
    ) -> Artifact:
        """A file of it."""
        return Artifact(client_audience(self.account.id), path, kind, content, listing)

    def words(self, text: str) -> str:
        """A message in the client's language."""
        return catalog(self.language).gettext(text)


def portals(
    workspace: Workspace, now: datetime, section: Section | None = None
) -> Iterator[Portal]:
    """The portals that are open at `now`, those with `section` where one is named."""
    for account in workspace.accounts:
        day = today(now, account.client.timezone)
        if is_open(account.client, day):
            portal = Portal(workspace, account, now, day)
            if section is None or portal.shows(section):
                yield portal
