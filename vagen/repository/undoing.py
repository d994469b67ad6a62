"""`vagen undo`: the inverse of the last save, kept as a save of its own: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vagen.locale import Catalog
from vagen.problems import Message, Problem, Span, say
from vagen.repository.changes import Change, within
from vagen.repository.git import Git, signed
from vagen.repository.saving import Saved, exchanged
from vagen.repository.state import State, state_of
from vagen.repository.turn import turn

_UNDOES, _REDOES = "Undoes", "Redoes"
"""Trailers in the message of an undo and of its own undoing; they name a commit."""


@dataclass(frozen=True, slots=True)
class Past:
    """One save of the past. `undoes` and `redoes` name the commit that an undo took back and the
    undo that a redo did. `parents` counts the commits before it, two or more for a merge.
    """

    commit: str
    parents: int
    subject: str
    undoes: str = ""
    redoes: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone and the save that did it, or the problems that kept it from being done.

    `changes` are what the undo itself does to the files.
    """

    past: Past | None = None
    changes: tuple[Change, ...] = ()
    saved: Saved | None = None
    problems: tuple[Problem, ...] = ()


def undo(git: Git, words: Catalog, *, redo: bool = False, pretend: bool = False) -> Undone:
    """Take the last save back that is not taken back yet, with `redo` the last undo.

    In the middle of a merge that waits for decisions, the merge itself is taken back.
    Raises GitError where git itself fails.
    """
    git = signed(git)
    state = state_of(git)
    if state is None or not state.head or state.busy or not state.branch:
        return _refused(code="nothing-to-undo", what=say("there is no save here to undo"))
    if state.merging:
        return _out_of_merge(git, pretend=pretend)
    past = _last_undo(git) if redo else _last_save(git)
    if past is None:
        what = (
            say("no undo is left to take back")
            if redo
            else say("only the first save is left, and that one stays")
        )
        return _refused(code="nothing-to-undo", what=what)
    return _inverted(git, state, past, words, redo=redo, pretend=pretend)


def _out_of_merge(git: Git, *, pretend: bool) -> Undone:
    if not pretend:
        git.does("merge", "--abort")
    return Undone(Past("", 2, ""))


def _inverted(  # noqa: PLR0913 - what, where, in which words, which way, and whether at all
    git: Git, state: State, past: Past, words: Catalog, *, redo: bool, pretend: bool
) -> Undone:
    changes = within(git, past.commit)
    touched = {path for one in changes for path in (one.path, one.old) if path}
    unsaved = sorted(touched & _unsaved(git))
    if unsaved:
        hint = say("vagen save keeps it; undo takes back whole saves only")
        message = say("this file has changes that are not saved yet")
        problems = (Problem(Span(path), "not-saved-yet", message, hint) for path in unsaved)
        return Undone(past, changes, problems=tuple(problems))
    changes = tuple(one.inverse for one in changes)
    if pretend:
        return Undone(past, changes)
    with turn(git):
        return _reverted(git, state, past, changes, words, redo=redo)


def _reverted(  # noqa: PLR0913 - what, where, in which words, and which way
    git: Git, state: State, past: Past, changes: tuple[Change, ...], words: Catalog, *, redo: bool
) -> Undone:
    touched = {path for one in changes for path in (one.path, one.old) if path}
    ran = git.tries("revert", "--no-commit", past.commit)
    if ran.code:
        git.tries("revert", "--abort")
        git.tries("reset", "--quiet", "--merge")
        return _refused(
            code="undo-overtaken", what=say("later saves changed the same lines"), past=past
        )
    what = git.asked("log", "-1", "--format=%s", past.undoes) if redo else past.subject
    text = (say("Redo: {what}", what=what) if redo else say("Undo: {what}", what=what)).spoken(
        words
    )
    trailer = f"{_REDOES if redo else _UNDOES}: {past.commit}"
    git.does("commit", "--quiet", "-m", text, "-m", trailer, "--", *sorted(touched))
    done = Saved(text, changes)
    return Undone(past, changes, exchanged(git, state, done) if state.remote else done)


def _refused(*, code: str, what: Message, past: Past | None = None) -> Undone:
    hint = say("git log tells what was saved and when; plain git can take back any of it")
    return Undone(past, problems=(Problem(Span("."), code, what, hint),))


def _unsaved(git: Git) -> set[str]:
    listed = git.does("diff", "--name-only", "-z", "--relative", "HEAD")
    others = git.does("ls-files", "-z", "--others", "--exclude-standard")
    return {path for path in (listed + others).split("\0") if path}


def _last_save(git: Git) -> Past | None:
    """The newest save that no undo has taken back; merges and undos are none."""
    undone: set[str] = set()
    redone: set[str] = set()
    for past in _history(git):
        if past.redoes:
            redone.add(past.redoes)
        elif past.undoes:
            undone |= {past.undoes} if past.commit not in redone else set()
        elif past.parents == 1 and past.commit not in undone:
            return past
    return None


def _last_undo(git: Git) -> Past | None:
    """The newest undo that is still in force, where no later save stands on it."""
    redone: set[str] = set()
    for past in _history(git):
        if past.redoes:
            redone.add(past.redoes)
        elif past.undoes and past.commit not in redone:
            return past
        elif not past.undoes and past.parents < 2:
            return None
    return None


def _history(git: Git) -> Iterator[Past]:
    """The saves of this branch, newest first."""
    trailers = "%x00".join(
        f"%(trailers:key={key},valueonly,separator=%x2C)" for key in (_UNDOES, _REDOES)
    )
    form = f"%H%x00%P%x00%s%x00{trailers}"
    for line in git.does("log", "--first-parent", f"--format={form}").splitlines():
        commit, parents, subject, undoes, redoes = line.split("\0")
        yield Past(commit, len(parents.split()), subject, undoes.strip(), redoes.strip())
