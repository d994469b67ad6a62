"""The client's board: waiting, doing, next, done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Entry, Listing, joined
from vagen.pages.parts import TaskView
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.tasks import lanes

DONE_SHOWN = 12


@dataclass(frozen=True, slots=True)
class BoardView:
    """The four lanes; done holds the newest, `done_count` all."""

    frame: Frame
    waiting: tuple[TaskView, ...]
    doing: tuple[TaskView, ...]
    next: tuple[TaskView, ...]
    done: tuple[TaskView, ...]
    done_count: int


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The board of every portal that shows one."""
    return Plan(tuple(_page(portal) for portal in portals(workspace, now, "board")))


def _page(portal: Portal) -> Artifact:
    view = board(portal)
    tasks = (*view.waiting, *view.doing, *view.next, *view.done)
    entries = tuple(Entry(one.title, joined((one.note, one.goal)), f"t-{one.id}") for one in tasks)
    listing = Listing(portal.words("Board"), entries)
    return portal.page("board/index.html", "portal/board.html.j2", view, listing=listing)


def board(portal: Portal) -> BoardView:
    """What one client's board shows."""
    found = lanes(portal.account, portal.today)
    return BoardView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "board"),
        waiting=found.waiting,
        doing=found.doing,
        next=found.next,
        done=found.done[:DONE_SHOWN],
        done_count=len(found.done),
    )
