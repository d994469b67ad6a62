"""Progress updates: letters with a date in the margin, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from vagen.locale.days import day
from vagen.model.prose import Inline, Prose
from vagen.model.workspace import UpdateFile, Workspace
from vagen.pages.artifact import Artifact, Copy
from vagen.pages.frame import Frame, client_frame
from vagen.pages.listing import Entry, Listing, joined, spoken
from vagen.pages.plan import Plan
from vagen.pages.portal import Portal, portals
from vagen.pages.sent import readable
from vagen.rules.letters import sent


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A letter; `id` is its anchor on the page. A letter without a headline has no title."""

    id: str
    on: date
    title: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class UpdatesView:
    """All letters up to today, the newest first."""

    frame: Frame
    updates: tuple[UpdateView, ...]


@dataclass(frozen=True, slots=True)
class UpdateLink:
    """The newest letter, for the first page; `path` within the audience, `lead` its first words."""

    on: date
    title: str
    lead: str
    path: str


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The letters of every portal that shows them; what they link to is looked at in all."""
    found = [
        problem
        for account in workspace.accounts
        for file in account.updates
        for problem in readable(workspace, account, file).problems
    ]
    pages = (one for portal in portals(workspace, now, "updates") for one in _artifacts(portal))
    return Plan(tuple(pages), tuple(found))


def newest(portal: Portal) -> UpdateLink | None:
    """The letter that came last, where the portal has a page for it."""
    files = sent(portal.account, portal.today)
    if not files or not portal.shows("updates"):
        return None
    file = files[0]
    paragraphs = [block.words for block in file.prose if block.kind == "paragraph"]
    return UpdateLink(
        on=file.on,
        title=_title(portal, file),
        lead=paragraphs[0] if paragraphs else "",
        path=f"updates/#{_anchor(file)}",
    )


def updates(portal: Portal) -> UpdatesView:
    """What one client's page of updates shows."""
    frame = client_frame(portal.workspace, portal.account, portal.now, "updates")
    return UpdatesView(
        frame, tuple(_view(portal, file) for file in sent(portal.account, portal.today))
    )


def _artifacts(portal: Portal) -> Iterator[Artifact]:
    view = updates(portal)
    yield portal.page(
        "updates/index.html", "portal/updates.html.j2", view, listing=_listing(view, portal)
    )
    if portal.shows("documents"):
        return  # that page hands on all of the client's files
    files = {
        to: one
        for file in sent(portal.account, portal.today)
        for to, one in readable(portal.workspace, portal.account, file).files.items()
    }
    yield from (portal.file(to, Copy(one), "portal") for to, one in sorted(files.items()))


def _listing(view: UpdatesView, portal: Portal) -> Listing:
    untitled = portal.words("Letter of %(day)s")
    return Listing(
        portal.words("Updates"),
        tuple(
            Entry(
                one.title or untitled % {"day": day(one.on, portal.language)},
                joined(spoken(block) for block in one.prose),
                one.id,
            )
            for one in view.updates
        ),
    )


def _view(portal: Portal, file: UpdateFile) -> UpdateView:
    prose = readable(portal.workspace, portal.account, file).prose
    anchor = _anchor(file)
    return UpdateView(anchor, file.on, _title(portal, file), _marked(prose, anchor))


def _anchor(file: UpdateFile) -> str:
    return f"u-{file.on.isoformat()}"


def _title(portal: Portal, file: UpdateFile) -> str:
    return file.update.title.within(portal.language) if file.update.title else ""


def _marked(prose: Prose, mark: str) -> Prose:
    """The prose with its headings and the links to them marked: other letters stand beside it."""
    return tuple(
        replace(
            block,
            name=f"{mark}-{block.name}" if block.kind == "heading" else block.name,
            inlines=_marked_runs(block.inlines, mark),
            children=_marked(block.children, mark),
        )
        for block in prose
    )


def _marked_runs(runs: tuple[Inline, ...], mark: str) -> tuple[Inline, ...]:
    return tuple(
        replace(
            run,
            target=f"#{mark}-{run.target[1:]}" if run.target.startswith("#") else run.target,
            children=_marked_runs(run.children, mark),
        )
        for run in runs
    )
