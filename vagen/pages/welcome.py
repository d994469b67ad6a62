"""The welcome kit: a page of the portal and a PDF, from one view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from vagen.model.words import Texts
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact, Paper
from vagen.pages.clocks import my_hours, next_call_view, overlap_view
from vagen.pages.frame import Frame, client_frame
from vagen.pages.overview import greeting
from vagen.pages.paper import PaperSize, paper_size
from vagen.pages.parts import CallView, ChannelView, LinkView, OverlapView, WeekdayHours
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.reach import channel_views, feedback_view, file_links, request_view
from vagen.pages.work import GoalView, agreed_scope, goal_views
from vagen.rules.clock import ahead


@dataclass(frozen=True, slots=True)
class ContactView:
    """Someone to reach."""

    name: str
    role: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """Cover, who I am, how we work, channels, both clocks, how to ask, what I need from you.

    `hours` are my working hours in the client's clock; `mine_ahead` is by how many minutes my clock
    is ahead of the client's today. `pdf` is the kit's path within the audience.
    """

    frame: Frame
    client: str
    greet: str
    owner: str
    since: date | None
    about: str
    promise: str
    scope: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    goals: tuple[GoalView, ...]
    channels: tuple[ChannelView, ...]
    request: ChannelView | None
    feedback: ChannelView | None
    hours: tuple[WeekdayHours, ...]
    zone_mine: str
    zone_yours: str
    overlap: OverlapView | None
    call: CallView | None
    needs: tuple[str, ...]
    files: tuple[LinkView, ...]
    me: ContactView
    pdf: str
    mine_ahead: int | None = None
    paper: PaperSize = "a4"


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The welcome kit of every portal that shows it, as a page and as a PDF."""
    return Plan(
        tuple(
            artifact
            for portal in portals(workspace, now, "welcome")
            for artifact in _artifacts(portal)
        )
    )


def _artifacts(portal: Portal) -> Iterator[Artifact]:
    view = welcome(portal)
    yield portal.page("welcome/index.html", "portal/welcome.html.j2", view, "welcome")
    # A paper has no pages around it, and the day on which we began: it is not redrawn each morning.
    day = view.since or view.frame.today
    paper = replace(view, frame=replace(view.frame, nav=(), today=day))
    content = Paper("print/kit.html.j2", paper, portal.language, portal.workspace.logo)
    yield portal.file(view.pdf, content, "welcome")


def welcome(portal: Portal) -> WelcomeView:
    """What one client's welcome kit says."""
    practice, client, language = portal.workspace.practice, portal.account.client, portal.language
    profile = practice.profile
    scope, out_of_scope = agreed_scope(portal)
    owner = practice.owner.within(language)
    return WelcomeView(
        frame=client_frame(portal.workspace, portal.account, portal.now, "welcome"),
        client=client.name.within(language),
        greet=greeting(client),
        owner=owner,
        since=client.since or (client.agreement.since if client.agreement else None),
        about=_said(profile.about, language),
        promise=_said(profile.promise, language),
        scope=scope,
        out_of_scope=out_of_scope,
        goals=goal_views(portal),
        channels=channel_views(portal),
        request=request_view(portal),
        feedback=feedback_view(portal),
        hours=my_hours(portal),
        zone_mine=practice.timezone.key,
        zone_yours=client.timezone.key,
        overlap=overlap_view(portal),
        call=next_call_view(portal),
        needs=tuple(need.within(language) for need in profile.needs),
        files=file_links(portal),
        me=ContactView(owner, "", practice.email, str(practice.phone or "")),
        pdf=f"welcome/{portal.account.id}.pdf",
        mine_ahead=ahead(practice.timezone, client.timezone, portal.now),
        paper=paper_size(client.country),
    )


def _said(text: Texts | None, language: str) -> str:
    return text.within(language) if text else ""
