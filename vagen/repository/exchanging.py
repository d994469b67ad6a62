"""Two machines, one practice: what the other one saved comes in, what this one saved goes out."""

from __future__ import annotations

from dataclasses import dataclass

from vagen.repository.clash import Clash, clashes
from vagen.repository.git import Git, Ran
from vagen.repository.state import State

_TRIES = 3
"""How often a push that lost a race takes the other machine's saves in and tries again."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """`received` counts the other machine's saves, `sent` this one's. Both sides are `even` in the
    end, or `why` holds git's words, and `clashes` the places to decide on first.
    """

    received: int = 0
    sent: int = 0
    even: bool = False
    why: str = ""
    clashes: tuple[Clash, ...] = ()


def exchange(git: Git, state: State) -> Exchange:
    """Take in, then send. What is saved here stays saved, whatever becomes of it."""
    received = 0
    ran = None
    for _ in range(_TRIES):
        fetched = git.tries("fetch", "--quiet", state.remote, state.branch)
        if fetched.code and "couldn't find remote ref" not in fetched.words:
            return Exchange(received, why=_last(fetched.words))
        if not fetched.code:
            count = int(git.asked("rev-list", "--count", "HEAD..FETCH_HEAD") or 0)
            merged = _merge(git) if count else None
            if merged is not None and merged.code:
                return Exchange(received, why=_last(merged.words), clashes=undecided(git))
            received += count
        since = ("FETCH_HEAD..HEAD",) if not fetched.code else ("HEAD",)
        ahead = int(git.does("rev-list", "--count", *since))
        ran = _push(git, state)
        if not ran.code:
            return Exchange(received, ahead, even=True)
        if "rejected" not in ran.words and "fetch first" not in ran.words:
            break
    return Exchange(received, why=_last(ran.words) if ran else "")


def undecided(git: Git) -> tuple[Clash, ...]:
    """Every place of an unfinished merge that still waits for a decision."""
    listed = git.does("diff", "--name-only", "-z", "--relative", "--diff-filter=U")
    paths = [path for path in listed.split("\0") if path]
    return tuple(one for path in paths for one in clashes(git.root, path) or (Clash(path),))


def _merge(git: Git) -> Ran:
    """Both histories as one, even where they began apart: a new remote often holds a README."""
    apart = git.tries("merge-base", "HEAD", "FETCH_HEAD").code != 0
    flags = ("--allow-unrelated-histories",) if apart else ()
    return git.tries("merge", "--quiet", "--no-edit", *flags, "FETCH_HEAD")


def _push(git: Git, state: State) -> Ran:
    follow = () if state.tracked else ("--set-upstream",)
    target = f"HEAD:refs/heads/{state.branch}"
    return git.tries("push", "--quiet", *follow, state.remote, target)


def _last(words: str) -> str:
    """The line of git's words that says why."""
    lines = [line for line in words.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "ssh:", "remote:"))]
    return (telling or lines or [""])[0].removeprefix("fatal: ")
