"""The SOP handbook: areas, pages, and all of it as one PDF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from vagen.model.audience import OWNER, TEAM
from vagen.model.prose import Block, Prose
from vagen.model.workspace import SopFile, Workspace
from vagen.pages.artifact import Artifact, Content, Copy, Html, Paper
from vagen.pages.frame import Frame, team_frame
from vagen.pages.links import Resolved, Where, readers, resolve, sop_path
from vagen.pages.paper import PaperSize, paper_size
from vagen.pages.plan import Plan
from vagen.pages.procedure import SopBody, SopView, sop_body, sop_listing


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
