"""Whether a client has a portal, and which of its pages."""

from __future__ import annotations

from datetime import date

from vagen.model.client import Client, Section
from vagen.model.sop import Sop
from vagen.model.workspace import SopFile, Workspace

_BEFORE_ANY_PORTAL = ("lead", "discovery")


def is_open(client: Client, today: date) -> bool:
    """Whether the client has a portal on a day of theirs; `portal.closed` is the first without."""
    closed = client.portal.closed
    return client.status not in _BEFORE_ANY_PORTAL and (closed is None or today < closed)


def shows(client: Client, section: Section) -> bool:
    """Whether the portal has this page. `time: none` takes the hours away, whatever is listed."""
    if section == "time" and client.time == "none":
        return False
    return not client.portal.sections or section in client.portal.sections


def reads(client: str, sop: Sop) -> bool:
    """Whether an SOP names this client's id among its readers."""
    return client in sop.audience


def sops_for(workspace: Workspace, client: str) -> tuple[SopFile, ...]:
    """The SOPs that a client reads, in the order of their ids."""
    return tuple(file for file in workspace.sops if reads(client, file.sop))
