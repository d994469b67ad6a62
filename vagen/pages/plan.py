"""What planners hand on: artifacts, and what was wrong while planning them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vagen.pages.artifact import Artifact
from vagen.problems import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to make, and the problems found on the way."""

    artifacts: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()


def joined(plans: Iterable[Plan]) -> Plan:
    """All plans as one, in their order."""
    every = tuple(plans)
    return Plan(
        tuple(artifact for plan in every for artifact in plan.artifacts),
        tuple(problem for plan in every for problem in plan.problems),
    )
