"""The owner's look at the whole practice, and the way from the desk to the clients' pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vagen.model.audience import OWNER, TEAM, Audience, address, client_audience
from vagen.model.client import Section
from vagen.model.workspace import Account, Workspace
from vagen.rules.agenda import Agenda, agenda
from vagen.rules.clock import today
from vagen.rules.portals import is_open, shows


@dataclass(frozen=True, slots=True)
class Owner:
    """The practice at an instant, in its own language and on its own day."""

    workspace: Workspace
    now: datetime
    agenda: Agenda

    @classmethod
    def of(cls, workspace: Workspace, now: datetime) -> Owner:
        """The practice as its owner sees it at `now`."""
        return cls(workspace, now, agenda(workspace, now, workspace.practice.language))

    @property
    def language(self) -> str:
        """The practice's."""
        return self.workspace.practice.language

    @property
    def today(self) -> date:
        """The practice's day."""
        return self.agenda.today

    def name(self, account: Account) -> str:
        """A client's name in the practice's language."""
        return account.client.name.within(self.language)

    def door(self, account: Account, section: Section | None = None) -> str:
        """The path from the desk to a client's portal or a page of it, empty where there is none.

        The desk may lead to every page. No page leads to the desk.
        """
        client = account.client
        if not is_open(client, today(self.now, client.timezone)):
            return ""
        if section is not None and not shows(client, section):
            return ""
        return way(client_audience(account.id), f"{section}/" if section else "")

    def helper(self, person: str | None) -> str:
        """The name of whoever else does something, empty where it is the owner."""
        found = next((one for one in self.workspace.team if one.id == person), None)
        return found.person.name.within(self.language) if found else (person or "")


def way(to: Audience, path: str = "") -> str:
    """The path from the desk's first page to a page of another audience, in the clear."""
    return "../" * address(OWNER).count("/") + address(to) + path


HANDBOOK = way(TEAM)
"""The path from the desk to the handbook."""
