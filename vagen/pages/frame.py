"""What surrounds every page of an audience: whose it is, in which language, and the way about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vagen.model.client import Section
from vagen.model.workspace import Account, Workspace
from vagen.pages.tasks import waiting_count
from vagen.rules.clock import today
from vagen.rules.ledger import standings
from vagen.rules.portals import shows, sops_for


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page in the list. `path` is within the audience (`board/`); `name` is shown where the
    template knows no words for `id` (an SOP area, a public page). `asks` counts what waits for
    the reader there.
    """

    id: str
    path: str
    name: str = ""
    count: int = 0
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The page's surroundings.

    `section` is the id of the page's own NavItem. `reader` is the client's name, empty on pages
    that are not one client's. `zone` is the IANA zone that all times of the page are told in.
    `logo` names an asset, empty without one. `indexed` pages may be found by search engines.
    """

    language: str
    practice: str
    colour: str
    logo: str
    reader: str
    section: str
    nav: tuple[NavItem, ...]
    today: date
    zone: str
    email: str
    indexed: bool = False


_SECTIONS: tuple[Section, ...] = (
    "board", "deadlines", "time", "updates", "invoices", "documents", "work", "welcome",
)  # fmt: skip


def client_frame(workspace: Workspace, account: Account, now: datetime, section: str) -> Frame:
    """The frame of a client's page: their language, their clock, the pages that they have."""
    practice, client = workspace.practice, account.client
    day = today(now, client.timezone)
    return Frame(
        language=client.language,
        practice=practice.name.within(client.language),
        colour=practice.brand.colour,
        logo=logo_name(workspace),
        reader=client.name.within(client.language),
        section=section,
        nav=_portal_nav(workspace, account, day),
        today=day,
        zone=client.timezone.key,
        email=practice.email,
    )


def public_frame(workspace: Workspace, now: datetime, section: str) -> Frame:
    """The frame of a public page; `section` is `home`, a package's id or a page's."""
    return _own_frame(workspace, now, section, _public_nav(workspace), indexed=True)


def team_frame(workspace: Workspace, now: datetime, section: str) -> Frame:
    """The frame of a page of the handbook; `section` is `handbook` or an area."""
    areas = sorted({one.area for one in workspace.sops if set(one.sop.audience) - {"owner"}})
    nav = (
        NavItem("handbook", ""),
        *(NavItem(area, f"#{area}", workspace.practice.area_name(area)) for area in areas),
    )
    return _own_frame(workspace, now, section, nav)


def owner_frame(workspace: Workspace, now: datetime, nav: tuple[NavItem, ...]) -> Frame:
    """The frame of the desk, whose list leads to the parts of one page."""
    return _own_frame(workspace, now, "desk", nav)


def logo_name(workspace: Workspace) -> str:
    """The asset under which the practice's logo is handed on, empty without one."""
    if workspace.logo is None:
        return ""
    return f"logo.{workspace.logo.name.rpartition('.')[2].lower()}"


def _own_frame(
    workspace: Workspace,
    now: datetime,
    section: str,
    nav: tuple[NavItem, ...],
    *,
    indexed: bool = False,
) -> Frame:
    practice = workspace.practice
    return Frame(
        language=practice.language,
        practice=practice.name.within(practice.language),
        colour=practice.brand.colour,
        logo=logo_name(workspace),
        reader="",
        section=section,
        nav=nav,
        today=today(now, practice.timezone),
        zone=practice.timezone.key,
        email=practice.email,
        indexed=indexed,
    )


def _portal_nav(workspace: Workspace, account: Account, day: date) -> tuple[NavItem, ...]:
    asks = {
        "board": waiting_count(account),
        "invoices": sum(one.asks for one in standings(workspace, account, day)),
    }
    pages = [
        NavItem(section, f"{section}/", asks=asks.get(section, 0))
        for section in _SECTIONS
        if shows(account.client, section)
    ]
    read = sops_for(workspace, account.id) if shows(account.client, "sops") else ()
    sops = [NavItem(f"sops/{file.id}", f"sops/{file.id}/", file.sop.title) for file in read]
    return (NavItem("overview", ""), *pages, *sops)


def _public_nav(workspace: Workspace) -> tuple[NavItem, ...]:
    language = workspace.practice.language
    packages = [
        NavItem(file.id, f"services/{file.id}/", file.service.title.within(language))
        for file in workspace.services
        if file.service.public
    ]
    pages = [
        NavItem(file.id, f"{file.id}/", file.page.title.within(language))
        for file in workspace.pages
    ]
    return (NavItem("home", ""), *packages, *pages)
