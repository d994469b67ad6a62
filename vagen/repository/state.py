"""Where a repository stands: its branch, its remote, and what is in the middle of happening."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.repository.git import Git


@dataclass(frozen=True, slots=True)
class State:
    """`prefix` is the workspace's place within the repository, empty at its top, else with `/`.

    `branch` is empty where none is checked out; `remote` where nothing is to be sent to; `head`
    before the first save. `merging` and `busy` (a rebase, a cherry-pick, a bisection) are true
    in the middle of one.
    """

    prefix: str
    branch: str
    head: str
    remote: str
    tracked: bool
    merging: bool
    busy: bool


_BUSY = ("rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG")


def state_of(git: Git) -> State | None:
    """Where it stands, or None outside of every repository."""
    if git.asked("rev-parse", "--is-inside-work-tree") != "true":
        return None
    branch = git.asked("symbolic-ref", "--short", "-q", "HEAD")
    return State(
        prefix=git.asked("rev-parse", "--show-prefix"),
        branch=branch,
        head=git.asked("rev-parse", "-q", "--verify", "HEAD"),
        remote=_remote(git, branch),
        tracked=bool(git.asked("config", f"branch.{branch}.merge")),
        merging=bool(git.asked("rev-parse", "-q", "--verify", "MERGE_HEAD")),
        busy=any(_stands(git, name) for name in _BUSY),
    )


def _remote(git: Git, branch: str) -> str:
    """The branch's own remote, else `origin`, else the only one there is."""
    own = git.asked("config", f"branch.{branch}.remote")
    every = git.asked("remote").split()
    if own in every:
        return own
    return "origin" if "origin" in every else every[0] if len(every) == 1 else ""


def _stands(git: Git, name: str) -> bool:
    place = git.asked("rev-parse", "--git-path", name)
    return bool(place) and (git.root / place).exists()
