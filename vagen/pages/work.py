"""How we work: channels, promises in the client's clock, how to ask, an open door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vagen.model.words import Texts
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact
from vagen.pages.clocks import away_views, call_views, my_hours, overlap_view
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Entry, Listing, joined
from vagen.pages.parts import AwayView, CallView, ChannelView, LinkView, OverlapView, WeekdayHours
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.reach import channel_views, feedback_view, file_links, request_view
from vagen.rules.portals import sops_for

AWAY_AHEAD = 365


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal and how we will know."""

    text: str
    measure: str


@dataclass(frozen=True, slots=True)
class SopLink:
    """A procedure that this client may read; `path` within the audience."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class WorkView:
    """`hours` are my working hours in the client's clock; `request` is the one way to ask, with a
    mailto or link that is filled in; `feedback` the open door.
    """

    frame: Frame
    channels: tuple[ChannelView, ...]
    request: ChannelView | None
    feedback: ChannelView | None
    hours: tuple[WeekdayHours, ...]
    zone_mine: str
    zone_yours: str
    overlap: OverlapView | None
    calls: tuple[CallView, ...]
    away: tuple[AwayView, ...]
    scope: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    goals: tuple[GoalView, ...]
    files: tuple[LinkView, ...]
    sops: tuple[SopLink, ...]


def plan(workspace: Workspace, now: datetime) -> Plan:
    """How we work, in every portal that shows it."""
    return Plan(tuple(_page(portal) for portal in portals(workspace, now, "work")))


def _page(portal: Portal) -> Artifact:
    view = work(portal)
    listing = Listing(portal.words("How we work"), _entries(view, portal))
    return portal.page("work/index.html", "portal/work.html.j2", view, listing=listing)


def _entries(view: WorkView, portal: Portal) -> tuple[Entry, ...]:
    """The parts of the page that there are, each with the words that a person typed for it."""
    words = portal.words
    parts = (
        (words("Where to write for what"), "channels", (one.shown for one in view.channels)),
        (words("When I am away"), "away", (one.note for one in view.away)),
        (words("Our calls"), "calls", (one.title for one in view.calls)),
        (words("What we are after"), "goals", (f"{g.text} {g.measure}" for g in view.goals)),
        (words("What is included"), "in", view.scope),
        (words("What is not"), "out", view.out_of_scope),
        (words("Where the files are"), "files", (one.name for one in view.files)),
    )
    found = (Entry(title, joined(lines), anchor) for title, anchor, lines in parts)
    return tuple(entry for entry in found if entry.text)


def work(portal: Portal) -> WorkView:
    """What one client reads about how we work."""
    scope, out_of_scope = agreed_scope(portal)
    return WorkView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "work"),
        channels=channel_views(portal),
        request=request_view(portal),
        feedback=feedback_view(portal),
        hours=my_hours(portal),
        zone_mine=portal.workspace.practice.timezone.key,
        zone_yours=portal.account.client.timezone.key,
        overlap=overlap_view(portal),
        calls=call_views(portal),
        away=away_views(portal, AWAY_AHEAD),
        scope=scope,
        out_of_scope=out_of_scope,
        goals=goal_views(portal),
        files=file_links(portal),
        sops=_sops(portal),
    )


def agreed_scope(portal: Portal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is included and what is not: as agreed, else as the agreement's package says."""
    agreement = portal.account.client.agreement
    if agreement is None:
        return (), ()
    files = portal.workspace.services
    package = next((one.service for one in files if one.id == agreement.package), None)
    included = agreement.scope or (package.deliverables if package else ())
    excluded = agreement.out_of_scope or (package.not_included if package else ())
    return _spoken(included, portal), _spoken(excluded, portal)


def goal_views(portal: Portal) -> tuple[GoalView, ...]:
    """What the client wants to reach, and how we will know."""
    language = portal.language
    return tuple(
        GoalView(goal.text.within(language), goal.measure.within(language) if goal.measure else "")
        for goal in portal.account.client.goals
    )


def _sops(portal: Portal) -> tuple[SopLink, ...]:
    if not portal.shows("sops"):
        return ()
    read = sops_for(portal.workspace, portal.account.id)
    return tuple(SopLink(file.sop.title, f"sops/{file.id}/") for file in read)


def _spoken(texts: tuple[Texts, ...], portal: Portal) -> tuple[str, ...]:
    return tuple(text.within(portal.language) for text in texts)
