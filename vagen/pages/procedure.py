"""One SOP as a page shows it, whoever reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from vagen.model.calendar import months_after
from vagen.model.prose import Prose
from vagen.model.sop import Change, Sop
from vagen.model.workspace import SopFile, Workspace
from vagen.pages.frame import Frame
from vagen.pages.listing import Listing, sections

_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


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
    return months_after(sop.reviewed, _MONTHS[sop.review_every])


def _newest_first(sop: Sop) -> list[Change]:
    return sorted(sop.changes, key=lambda one: one.date, reverse=True)
