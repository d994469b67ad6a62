"""`vagen save`: all that changed is kept, and exchanged with the remote where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory

from vagen.locale import Catalog
from vagen.problems import Problem, Span, say
from vagen.repository.changes import Change, staged
from vagen.repository.clash import Clash, clashes
from vagen.repository.exchanging import Exchange, exchange, undecided
from vagen.repository.git import Git, GitError, signed
from vagen.repository.message import body, subject
from vagen.repository.state import State, state_of
from vagen.repository.turn import turn
from vagen.source.text import conflict_problem

_HEAVY = 50 * 1024 * 1024
"""Bytes; hosts warn of files above this and refuse them at twice as much."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did. `message` is empty where nothing had changed; `began` where the history
    begins with it; `ended` where it ended a merge. `exchange` is None without a remote.
    """

    message: str = ""
    changes: tuple[Change, ...] = ()
    began: bool = False
    ended: bool = False
    exchange: Exchange | None = None
    clashes: tuple[Clash, ...] = ()
    problems: tuple[Problem, ...] = ()


def save(git: Git, message: str, words: Catalog, *, pretend: bool = False) -> Saved:
    """Keep all that changed but what git ignores; take in and send where there is a remote.

    `message` is the person's own, else one is made from what changed. With `pretend` nothing is
    kept and nothing sent; the answer says what would be. Raises GitError where git itself fails,
    OSError where the disk does.
    """
    git = signed(git)
    state = state_of(git)
    if state is None:
        return _begun(git, message, words, pretend=pretend)
    stopped = _stopped(git, state)
    if stopped or pretend:
        return stopped or _glanced(git, state, message, words)
    with turn(git):
        return _saved(git, state, message, words)


def _begun(git: Git, message: str, words: Catalog, *, pretend: bool) -> Saved:
    """The first save of a folder that git does not keep yet."""
    if pretend:
        return Saved(began=True)
    git.does("init", "--quiet", "--initial-branch=main")
    state = state_of(git)
    if state is None:
        raise GitError("git init")
    with turn(git):
        return replace(_saved(git, state, message, words), began=True)


def _stopped(git: Git, state: State) -> Saved | None:
    """What keeps a save from being made at all."""
    if state.busy or not state.branch:
        hint = say("end it with git first: git status says how")
        message = say("git is in the middle of something that vagen did not begin")
        return Saved(problems=(Problem(Span("."), "git-busy", message, hint),))
    open_places = _undecided(git, state)
    if open_places:
        return Saved(clashes=open_places, problems=tuple(map(clash_problem, open_places)))
    return None


def _undecided(git: Git, state: State) -> tuple[Clash, ...]:
    """Markers that a merge left and nobody has decided on yet."""
    if not state.merging:
        return ()
    return tuple(one for one in undecided(git) for one in clashes(git.root, one.path))


def _glanced(git: Git, state: State, message: str, words: Catalog) -> Saved:
    """What a save would keep."""
    heavy = tuple(_heavy(git))
    if heavy:
        return Saved(problems=heavy)
    with _looking(git) as glance:
        changes = _gathered(glance, state)
        return Saved(_said(glance, state, changes, message, words), changes)


def _saved(git: Git, state: State, message: str, words: Catalog) -> Saved:
    heavy = tuple(_heavy(git))
    if heavy:
        return Saved(problems=heavy)
    changes = _gathered(git, state)
    said = _said(git, state, changes, message, words)
    if changes or state.merging:
        _commit(git, state, said, "" if message else body(changes, words))
    done = Saved(said, changes, ended=state.merging)
    return exchanged(git, state, done) if state.remote else done


def exchanged(git: Git, state: State, done: Saved) -> Saved:
    """The same save, taken to the remote."""
    met = exchange(git, state)
    problems = tuple(map(clash_problem, met.clashes))
    return replace(done, exchange=met, clashes=met.clashes, problems=problems)


def _gathered(git: Git, state: State) -> tuple[Change, ...]:
    git.does("add", "--all", "--", ".")
    return staged(git, state)


def _said(git: Git, state: State, changes: tuple[Change, ...], message: str, words: Catalog) -> str:
    if message or not changes:
        return message if changes else ""
    return subject(changes, partial(_before, git, state), partial(_after, git), words)


def _commit(git: Git, state: State, said: str, listed: str) -> None:
    scope = ("--", ".") if state.prefix and not state.merging else ()
    text = said or git.asked("log", "-1", "--format=%s", "MERGE_HEAD")
    git.does("commit", "--quiet", "--cleanup=whitespace", "-m", text, "-m", listed, *scope)


@contextmanager
def _looking(git: Git) -> Iterator[Git]:
    """The same git with a copy of the index, so that looking changes nothing."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "index"
        own = git.root / git.asked("rev-parse", "--git-path", "index")
        if own.is_file():
            copy2(own, copy)  # with its time, by which git knows what may have changed since
        yield replace(git, index=copy)


def clash_problem(clash: Clash) -> Problem:
    """A place that two machines changed, as a problem with its cure."""
    at = Span(clash.path, clash.line, width=7)
    if clash.here or clash.there:
        return conflict_problem(at)
    message = say("one machine changed this file, the other removed it")
    cure = say("leave it as it stands, or delete it; then: vagen save")
    return Problem(at, "git-conflict", message, cure)


def _heavy(git: Git) -> Iterator[Problem]:
    """Files that a host would refuse, so that no later save could be sent either."""
    listed = git.does("ls-files", "-z", "--others", "--modified", "--exclude-standard")
    for path in dict.fromkeys(listed.split("\0")):
        place = git.root / path
        if path and place.is_file() and place.stat().st_size > _HEAVY:
            message = say("this file is larger than 50 MB; it can't be kept here")
            hint = say("keep it in a drive and link to it, or name it in .gitignore")
            yield Problem(Span(path), "too-heavy", message, hint)


def _before(git: Git, state: State, path: str) -> str:
    ran = git.tries("show", f"HEAD:{state.prefix}{path}")
    return "" if ran.code else ran.out


def _after(git: Git, path: str) -> str:
    try:
        return (git.root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
