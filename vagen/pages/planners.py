"""All planners, and the plan of the whole site."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime

from vagen.model.workspace import Workspace
from vagen.pages import (
    board,
    deadlines,
    desk,
    documents,
    handbook,
    hours,
    invoices,
    overview,
    public,
    sops,
    updates,
    welcome,
    work,
)
from vagen.pages.artifact import Artifact, Copy
from vagen.pages.assets import plan_assets
from vagen.pages.plan import Plan, joined
from vagen.pages.search import plan_search
from vagen.problems import Problem, Span, ordered, say

Planner = Callable[[Workspace, datetime], Plan]

PLANNERS: tuple[Planner, ...] = (
    public.plan,
    overview.plan,
    board.plan,
    deadlines.plan,
    hours.plan,
    updates.plan,
    invoices.plan,
    documents.plan,
    work.plan,
    welcome.plan,
    sops.plan,
    handbook.plan,
    desk.plan,
)


def plan(workspace: Workspace, now: datetime, *, asset_names: tuple[str, ...]) -> Plan:
    """Every file of the site. What several audiences read is said to be wrong once."""
    pages = joined(planner(workspace, now) for planner in PLANNERS)
    every = joined((pages, plan_search(pages.artifacts), plan_assets(workspace, asset_names)))
    found = {(one.at, one.code): one for one in reversed(every.problems)}
    return Plan(every.artifacts, ordered((*found.values(), *_clashes(every.artifacts))))


def _clashes(artifacts: tuple[Artifact, ...]) -> Iterator[Problem]:
    """Files that would stand at one path, on some disks or on all."""
    taken: dict[str, Artifact] = {}
    for artifact in artifacts:
        other = taken.setdefault(_folded(artifact.target), artifact)
        if other is not artifact:
            yield _clash(artifact, other.target)


def _clash(artifact: Artifact, other: str) -> Problem:
    content = artifact.content
    path = content.source.path if isinstance(content, Copy) else artifact.target
    message = (
        say("two files would stand at the path {path}", path=other)
        if other == artifact.target
        else say("{path} and {other} would be one file", path=artifact.target, other=other)
    )
    hint = say("give one of them another name; capitals alone do not tell two files apart")
    return Problem(Span(path), "two-pages-one-path", message, hint)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
