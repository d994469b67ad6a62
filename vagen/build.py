"""The line: read, load, check, plan, key, render, write. It holds no logic of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from vagen.check import check_workspace
from vagen.locale import written
from vagen.model.workspace import Workspace
from vagen.pages.artifact import Artifact
from vagen.pages.planners import plan
from vagen.problems import Problem, ordered, strictly
from vagen.publish.artifacts import outputs_of
from vagen.publish.output import path_problems
from vagen.publish.writer import Published, publish
from vagen.render.layouts import Layouts, read_layouts
from vagen.rules.clock import moment
from vagen.source.files import read_sources
from vagen.source.workspace import load

Progress = Callable[[str, int, int], None]


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
    def language(self) -> str | None:
        """The practice's, even where vagen.yaml has mistakes; None where it says none."""
        practice = self.workspace.practice if self.workspace else None
        if practice and not practice.lacks("language"):
            return practice.language
        return written(self.texts.get("vagen.yaml", ""))

    @property
    def failed(self) -> bool:
        """Whether an error kept the run from its end."""
        return any(problem.severity == "error" for problem in self.problems)


def build(
    root: Path, when: date | datetime, choices: Choices, progress: Progress | None = None
) -> Outcome:
    """Make the site of a workspace; with an error nothing is written."""
    layouts = read_layouts(root)
    outcome = _planned(root, when, layouts, strict=choices.strict)
    if outcome.failed:
        return _told(outcome, _drawn(outcome, layouts, root, strict=choices.strict), layouts)
    published = publish(
        outputs_of(outcome.artifacts, layouts, root, pdf=choices.pdf),
        workspace=root,
        folder=choices.folder,
        only=choices.only,
        strict=choices.strict,
        progress=progress,
    )
    return _told(outcome, published.problems, layouts, published)


def check(root: Path, when: date | datetime, *, strict: bool = False) -> Outcome:
    """All of a build but PDFs and writing."""
    layouts = read_layouts(root)
    outcome = _planned(root, when, layouts, strict=strict)
    return _told(outcome, _drawn(outcome, layouts, root, strict=strict), layouts)


def _planned(root: Path, when: date | datetime, layouts: Layouts, *, strict: bool) -> Outcome:
    """Read, load, check, plan."""
    loaded = load(read_sources(root))
    workspace, found = loaded.workspace, [*loaded.problems, *layouts.problems]
    artifacts: tuple[Artifact, ...] = ()
    if workspace is not None:
        now = moment(when, workspace.practice.timezone.key)
        planned = plan(workspace, now, asset_names=layouts.assets)
        found += [*check_workspace(workspace, now), *planned.problems]
        artifacts = planned.artifacts
    problems = ordered(strictly(found) if strict else found)
    return Outcome(problems, loaded.texts, workspace, artifacts)


def _told(
    outcome: Outcome,
    found: Iterable[Problem],
    layouts: Layouts,
    published: Published | None = None,
) -> Outcome:
    """The outcome with what drawing and writing found, and the lines of templates it points at."""
    problems = ordered((*outcome.problems, *found))
    texts = outcome.texts | layouts.texts({one.at.path for one in problems})
    return replace(outcome, problems=problems, texts=texts, published=published)


def _drawn(outcome: Outcome, layouts: Layouts, root: Path, *, strict: bool) -> tuple[Problem, ...]:
    """What is wrong with the pages themselves and their paths, PDFs left out."""
    outputs = outputs_of(outcome.artifacts, layouts, root, pdf=False)
    made = (problem for one in outputs if one.make for problem in one.make().problems)
    found = (*path_problems(outputs), *made)
    return strictly(found) if strict else found
