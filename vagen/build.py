"""The line: read, load, check, plan, key, render, write. It holds no logic of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from vagen.check import check_workspace
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact
from vagen.pages.planners import plan
from vagen.problems import Problem, ordered, strictly
from vagen.publish.artifacts import outputs_of
from vagen.publish.output import Output
from vagen.publish.writer import Published, publish
from vagen.render.layouts import Layouts, read_layouts
from vagen.rules.clock import moment
from vagen.source.files import read_sources
from vagen.source.workspace import load

Progress = Callable[[str, int, int], None]

_LANGUAGE = re.compile(r"^language:\s*['\"]?([a-z]{2})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line says about one build. `folder` is where the site is written."""

    folder: Path
    only: frozenset[str] | None = None
    pdf: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found and did. `texts` hold the lines that problems point at."""

    problems: tuple[Problem, ...]
    texts: dict[str, str] = field(default_factory=dict, repr=False)
    workspace: Workspace | None = None
    artifacts: tuple[Artifact, ...] = ()
    published: Published | None = None

    @property
    def failed(self) -> bool:
        """Whether an error kept the run from its end."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def language(self) -> str | None:
        """The practice's language, even where vagen.yaml has mistakes; None where it says none."""
        if self.workspace is not None:
            return self.workspace.practice.language
        found = _LANGUAGE.search(self.texts.get("vagen.yaml", ""))
        return found.group(1) if found else None


def build(
    root: Path, when: date | datetime, choices: Choices, progress: Progress | None = None
) -> Outcome:
    """Make the site of a workspace; with an error nothing is written."""
    layouts = read_layouts(root)
    outcome = _planned(root, when, layouts, strict=choices.strict)
    if outcome.failed:
        return outcome
    published = publish(
        outputs_of(outcome.artifacts, layouts, root, pdf=choices.pdf),
        workspace=root,
        folder=choices.folder,
        only=choices.only,
        strict=choices.strict,
        progress=progress,
    )
    problems = ordered((*outcome.problems, *published.problems))
    return replace(outcome, problems=problems, published=published)


def check(root: Path, when: date | datetime, *, strict: bool = False) -> Outcome:
    """All of a build but PDFs and writing."""
    layouts = read_layouts(root)
    outcome = _planned(root, when, layouts, strict=strict)
    found = _drawn(outputs_of(outcome.artifacts, layouts, root, pdf=False))
    problems = ordered((*outcome.problems, *(strictly(found) if strict else found)))
    return replace(outcome, problems=problems)


def _planned(root: Path, when: date | datetime, layouts: Layouts, *, strict: bool) -> Outcome:
    """Read, load, check, plan."""
    loaded = load(read_sources(root))
    workspace, found = loaded.workspace, list(loaded.problems)
    artifacts: tuple[Artifact, ...] = ()
    if workspace is not None:
        now = moment(when, workspace.practice.timezone.key)
        planned = plan(workspace, now, asset_names=layouts.assets)
        found += [*check_workspace(workspace, now), *planned.problems]
        artifacts = planned.artifacts
    problems = ordered(strictly(found) if strict else found)
    return Outcome(problems, loaded.texts, workspace, artifacts)


def _drawn(outputs: tuple[Output, ...]) -> list[Problem]:
    return [problem for one in outputs if one.make for problem in one.make().problems]
