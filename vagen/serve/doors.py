"""The audiences of a site, as a menu to look with the eyes of each."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from vagen.build import Outcome
from vagen.model.audience import Audience, address
from vagen.model.workspace import Workspace


@dataclass(frozen=True, slots=True, order=True)
class Door:
    """The way to an audience's first page. `name` is a client's or a person's, as typed."""

    kind: str
    address: str
    name: str = ""


_ORDER = ("public", "client", "team", "person", "owner")


def doors_of(outcome: Outcome) -> tuple[Door, ...]:
    """Every audience that has a first page: the public, clients by name, the team, the owner."""
    audiences = {one.audience for one in outcome.artifacts if one.path == "index.html"}
    if outcome.workspace is None:
        return ()
    workspace = outcome.workspace
    doors = (Door(one.kind, address(one), _name(one, workspace)) for one in audiences)
    return tuple(sorted(doors, key=lambda one: (_ORDER.index(one.kind), one.name, one.address)))


def door_at(doors: tuple[Door, ...], path: str) -> Door | None:
    """The audience whose page stands at a path: the one with the longest address."""
    mine = [one for one in doors if path.startswith(one.address)]
    return max(mine, key=lambda one: len(one.address), default=None)


def ways(
    doors: tuple[Door, ...], path: str, files: AbstractSet[str]
) -> Iterator[tuple[Door, str, bool]]:
    """Each door, the page behind it that is like the one at `path`, and whether one is there.

    From a client's board one comes to the next client's board, where they have one.
    """
    here = door_at(doors, path)
    within = path.removeprefix(here.address) if here else ""
    for door in doors:
        same = f"{door.address}{within}"
        alike = here is not None and here.kind == door.kind == "client" and same in files
        yield door, same if alike else f"{door.address}index.html", door == here


def _name(audience: Audience, workspace: Workspace) -> str:
    account = workspace.account(audience.id) if audience.kind == "client" else None
    if account is not None:
        return account.client.name.within(workspace.practice.language)
    return audience.id
