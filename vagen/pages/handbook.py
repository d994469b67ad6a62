"""The SOP handbook: areas, pages, and all of it as one PDF."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby

from vagen.model.audience import OWNER, TEAM
from vagen.model.prose import Block, Prose
from vagen.model.sop import Change, Sop
from vagen.model.workspace import SopFile, Workspace
from vagen.pages.artifact import Artifact, Content, Copy, Html, Paper
from vagen.pages.frame import Frame, team_frame
from vagen.pages.links import Resolved, Where, readers, resolve, sop_path
from vagen.pages.listing import Listing, sections
from vagen.pages.paper import PaperSize, paper_size
from vagen.pages.plan import Plan


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of the flow; `days` are business days, 0 when unsaid."""

    name: str
    who: str
    days: int
    approval: bool
    check: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed, and when."""

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class SopCard:
    """An SOP in a list; `path` within the audience."""

    title: str
    path: str
    owner: str
    reviewed: date | None
    stages: int
    checks: int


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area and its SOPs; `id` is the folder's name."""

    id: str
    name: str
    sops: tuple[SopCard, ...]


@dataclass(frozen=True, slots=True)
class SopBody:
    """One SOP: links of the prose are resolved for this audience.

    `key` is a meaningless, stable name under which the browser keeps ticks.
    """

    id: str
    area: str
    area_name: str
    title: str
    language: str
    owner: str
    reviewed: date | None
    review_due: date | None
    tags: tuple[str, ...]
    stages: tuple[StageView, ...]
    changes: tuple[ChangeView, ...]
    prose: Prose
    key: str


@dataclass(frozen=True, slots=True)
class SopView:
    """The page of one SOP."""

    frame: Frame
    sop: SopBody


@dataclass(frozen=True, slots=True)
class HandbookView:
    """The first page of the handbook; `pdf` is the path of the whole as PDF, may be empty."""

    frame: Frame
    areas: tuple[AreaView, ...]
    count: int
    pdf: str


@dataclass(frozen=True, slots=True)
class HandbookPaperView:
    """The handbook as one document; links between SOPs are anchors (`#area-sop`)."""

    frame: Frame
    areas: tuple[tuple[str, tuple[SopBody, ...]], ...]
    newest: date | None
    paper: PaperSize = "a4"


PDF = "handbook.pdf"
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The handbook of the team. Of the owner's own SOPs only the links are looked at."""
    team = [file for file in workspace.sops if TEAM in readers(file.sop)]
    pages = [(file, resolve(file.prose, _where(workspace, file))) for file in team]
    files = {path: one for _, page in pages for path, one in page.files.items()}
    owner = [
        resolve(f.prose, _where(workspace, f, owner=True)) for f in workspace.sops if f not in team
    ]
    contents: list[tuple[str, Content]] = [
        ("index.html", _html(workspace, "handbook/index.html.j2", _index(workspace, pages, now))),
        *((path, Copy(one)) for path, one in sorted(files.items())),
    ]
    if team:
        paper = _paper(workspace, team, now)
        language = workspace.practice.language
        contents.append((PDF, Paper("print/handbook.html.j2", paper, language, workspace.logo)))
    return Plan(
        (
            *(Artifact(TEAM, path, "handbook", content) for path, content in contents),
            *(_page(workspace, now, file, page) for file, page in pages),
        ),
        tuple(
            problem for page in (*(page for _, page in pages), *owner) for problem in page.problems
        ),
    )


def sop_body(workspace: Workspace, file: SopFile, prose: Prose) -> SopBody:
    """What a page shows of one SOP; `prose` is resolved for the page's audience."""
    sop = file.sop
    return SopBody(
        id=file.id,
        area=file.area,
        area_name=workspace.practice.area_name(file.area),
        title=sop.title,
        language=sop.language or workspace.practice.language,
        owner=sop.owner or "",
        reviewed=sop.reviewed,
        review_due=review_due(sop),
        tags=sop.tags,
        stages=tuple(
            StageView(one.title, one.who or "", one.days or 0, one.approval, one.check)
            for one in sop.stages
        ),
        changes=tuple(ChangeView(one.date, one.what) for one in _newest_first(sop)),
        prose=prose,
        key=sha256(f"{file.id}\0tick".encode()).hexdigest()[:12],
    )


def sop_listing(sop: SopBody) -> Listing:
    """What search finds in an SOP: itself by its title, tags and stages, and each section."""
    stages = (stage.name for stage in sop.stages)
    return Listing(sop.title, sections(sop.title, sop.prose, (*sop.tags, *stages)))


def review_due(sop: Sop) -> date | None:
    """When an SOP is to be looked through again: the same day of a later month, or its last day."""
    if sop.reviewed is None or sop.review_every is None:
        return None
    years, month = divmod(sop.reviewed.month - 1 + _MONTHS[sop.review_every], 12)
    year, month = sop.reviewed.year + years, month + 1
    return date(year, month, min(sop.reviewed.day, calendar.monthrange(year, month)[1]))


def _newest_first(sop: Sop) -> list[Change]:
    return sorted(sop.changes, key=lambda one: one.date, reverse=True)


def _where(
    workspace: Workspace, file: SopFile, *, owner: bool = False, paper: bool = False
) -> Where:
    folder = f"content/sops/{file.area}"
    audience = OWNER if owner else TEAM
    return Where(
        workspace, audience, folder, f"{folder}/files", f"{file.area}/files/", file.files, paper
    )


def _html(workspace: Workspace, template: str, view: object) -> Html:
    return Html(template, view, workspace.practice.language)


def _page(workspace: Workspace, now: datetime, file: SopFile, page: Resolved) -> Artifact:
    body = sop_body(workspace, file, page.prose)
    view = SopView(team_frame(workspace, now, file.area), body)
    content = _html(workspace, "handbook/sop.html.j2", view)
    return Artifact(TEAM, f"{file.id}/index.html", "handbook", content, sop_listing(body))


def _index(
    workspace: Workspace, pages: list[tuple[SopFile, Resolved]], now: datetime
) -> HandbookView:
    areas = groupby(pages, key=lambda one: one[0].area)
    return HandbookView(
        frame=team_frame(workspace, now, "handbook"),
        areas=tuple(
            AreaView(
                area,
                workspace.practice.area_name(area),
                tuple(_card(file, page.prose) for file, page in some),
            )
            for area, some in areas
        ),
        count=len(pages),
        pdf=PDF if pages else "",
    )


def _card(file: SopFile, prose: Prose) -> SopCard:
    sop, path = file.sop, sop_path(file.id, TEAM)
    checks = _checks(prose)
    return SopCard(sop.title, path, sop.owner or "", sop.reviewed, len(sop.stages), checks)


def _checks(blocks: Iterable[Block]) -> int:
    return sum((block.kind == "check") + _checks(block.children) for block in blocks)


def _paper(workspace: Workspace, team: list[SopFile], now: datetime) -> HandbookPaperView:
    """The handbook as a document bears the day of its newest change: it is not redrawn each day."""
    bodies = [
        sop_body(workspace, file, resolve(file.prose, _where(workspace, file, paper=True)).prose)
        for file in team
    ]
    days = [day for body in bodies for day in (body.reviewed, *(one.on for one in body.changes))]
    newest = max((day for day in days if day is not None), default=None)
    frame = team_frame(workspace, now, "handbook")
    areas = groupby(bodies, key=lambda body: body.area)
    return HandbookPaperView(
        frame=replace(frame, nav=(), today=newest or frame.today),
        areas=tuple((area, tuple(some)) for area, some in areas),
        newest=newest,
        paper=paper_size(workspace.practice.country),
    )
