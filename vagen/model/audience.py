"""Who may read a page. Every artifact belongs to exactly one audience, and stands at its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AudienceKind = Literal["public", "client", "team", "person", "owner", "assets"]


@dataclass(frozen=True, slots=True, order=True)
class Audience:
    """`public`, `client:<id>`, `team`, `person:<id>`, `owner` or `assets`."""

    kind: AudienceKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind


PUBLIC = Audience("public")
TEAM = Audience("team")
OWNER = Audience("owner")
ASSETS = Audience("assets")


def client_audience(client: str) -> Audience:
    """The audience of one client's portal."""
    return Audience("client", client)


def address(audience: Audience) -> str:
    """The folder, relative to the site's root, in which an audience's pages stand in the clear.

    Empty for the public pages; else it ends with `/`.
    """
    match audience.kind:
        case "public":
            return ""
        case "client":
            return f"c/{audience.id}/"
        case "team":
            return "handbook/"
        case "person":
            return f"p/{audience.id}/"
        case "owner":
            return "desk/"
        case "assets":
            return "assets/"
