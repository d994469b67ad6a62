"""A client with all that is kept for them, for a command that draws a text from it."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.edit.asked import client_meant
from vagen.edit.change import Edit
from vagen.edit.form import refused
from vagen.model.practice import Practice
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem
from vagen.source.files import read_sources
from vagen.source.glance import CLIENTS, PRACTICE, Glance, no_workspace
from vagen.source.records import read_record
from vagen.source.workspace import load


@dataclass(frozen=True, slots=True)
class Kept:
    """The workspace, and one client's account in it."""

    workspace: Workspace
    account: Account


def practice_of(glance: Glance) -> Practice | Edit:
    """The practice as vagen.yaml has it, or why it can't be relied on."""
    page = glance.page(PRACTICE)
    if page.data is None and not page.problems:
        return refused(glance, [no_workspace()])
    if page.problems:
        return refused(glance, page.problems)
    practice, problems = read_record(Practice, page.node, PRACTICE)
    errors = [problem for problem in problems if problem.severity == "error"]
    return practice if practice and not errors else refused(glance, errors)


def kept(glance: Glance, client: str, parts: tuple[str, ...] = ("",)) -> Kept | Edit:
    """All that is kept for a client, or the errors in it: half of it makes a wrong text.

    `parts` are the files of the client's folder that are needed, by how their paths begin.
    """
    practice = practice_of(glance)
    if isinstance(practice, Edit):
        return practice
    whose = client_meant(client, glance.clients())
    if isinstance(whose, Problem):
        return refused(glance, [whose], client)
    loaded = load(read_sources(glance.root))
    glance.texts.update(loaded.texts)
    own = (PRACTICE, *(f"{CLIENTS}/{whose}/{part}" for part in parts))
    wrong = [one for one in loaded.problems if one.severity == "error" and _of(one, own)]
    account = loaded.workspace.account(whose) if loaded.workspace else None
    if wrong or account is None or loaded.workspace is None:
        return refused(glance, wrong)
    return Kept(loaded.workspace, account)


def _of(problem: Problem, own: tuple[str, ...]) -> bool:
    return problem.at.path.startswith(own)
