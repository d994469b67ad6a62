"""The one place that writes a person's files: one command at a time, each file whole."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vagen.disk.lock import locked
from vagen.disk.settled import keep_names, write_new
from vagen.edit.change import Change, Edit
from vagen.problems import Problem, Span, say
from vagen.source.glance import Glance

_TRIES = 5
_PART = ".vagen-part"
"""How the name of what is not finished ends; git ignores it, and no page reads it."""


def carry_out(root: Path, plan: Callable[[Glance], Edit], *, dry: bool = False) -> Edit:
    """Plan an edit and write it. A second command waits until the first has ended or died.

    Where an editor saved a file between reading and writing, the edit is planned anew.
    """
    if dry:
        return plan(Glance(root))
    refused = _folder_refused(root)
    if refused:
        return Edit(problems=(refused,))
    try:
        with locked(root / ".vagen" / "edit.lock"):
            return _carried_out(root, plan)
    except OSError as error:
        return Edit(problems=(_unwritable(".vagen/edit.lock", error),))


def _carried_out(root: Path, plan: Callable[[Glance], Edit]) -> Edit:
    for _ in range(_TRIES):
        edit = plan(Glance(root))
        if edit.failed:
            return edit
        refused = [_refused(root, change) for change in edit.changes]
        if any(refused):
            return replace(edit, done=(), problems=tuple(one for one in refused if one))
        if all(_still(root, change) for change in edit.changes) and not _came(root, edit):
            return _written_whole(root, edit) if edit.whole else _written(root, edit)
    path = edit.changes[0].path
    return replace(edit, done=(), problems=(_changing(path),))


def _written_whole(root: Path, edit: Edit) -> Edit:
    """The folder filled under a hidden name beside its own, which one step then gives it."""
    place = root / edit.whole
    part = place.with_name(f".{place.name}{_PART}")
    path = edit.whole
    try:
        _clear(part)
        for change in edit.changes:
            path = change.path
            _put(part / Path(path).relative_to(edit.whole), change.after)
        os.replace(part, place)  # noqa: PTH105 - the call that the tests of kills count on
        keep_names(place.parent)
    except OSError as error:
        with suppress(OSError):
            _clear(part)
        return replace(edit, done=(), problems=(*edit.problems, _unwritable(path, error)))
    return edit


def _clear(part: Path) -> None:
    """Take away what a killed command left of a folder."""
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)


def _written(root: Path, edit: Edit) -> Edit:
    for number, change in enumerate(edit.changes):
        try:
            _put(root / change.path, change.after)
        except OSError as error:
            problem = _unwritable(change.path, error)
            return replace(edit, done=edit.done[:number], problems=(*edit.problems, problem))
    return edit


def _put(place: Path, content: bytes) -> None:
    """The file with its new content: the old or the new one stands there, never a part of one.

    A link stays: the file it leads to is replaced. Rights are kept, and the owner where we may.
    """
    place = Path(os.path.realpath(place))
    _make_folder(place.parent)
    part = place.with_name(f".{place.name}{_PART}")
    part.unlink(missing_ok=True)
    try:
        write_new(part, content)
        _keep_rights(place, part)
        os.replace(part, place)  # noqa: PTH105 - the call that the tests of kills count on
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    keep_names(place.parent)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        keep_names(folder.parent)


def _keep_rights(place: Path, part: Path) -> None:
    try:
        before = place.stat()
    except FileNotFoundError:
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(part, before.st_uid, before.st_gid)
    part.chmod(stat.S_IMODE(before.st_mode))


def _still(root: Path, change: Change) -> bool:
    """Whether the file is as it was read."""
    place = root / change.path
    try:
        return place.read_bytes() == change.before
    except (FileNotFoundError, NotADirectoryError):
        return change.before is None


def _came(root: Path, edit: Edit) -> bool:
    """Whether a folder that is to be new is there by now."""
    return bool(edit.whole) and os.path.lexists(root / edit.whole)


def _refused(root: Path, change: Change) -> Problem | None:
    """A file below a linked folder, which the reader does not follow, or in none of ours."""
    folder = (root / change.path).parent
    if Path(os.path.realpath(folder)) == root.resolve() / Path(change.path).parent:
        return None
    return Problem(
        Span(change.path.rpartition("/")[0]),
        "folder-link",
        say("a link to a folder is not followed"),
        say("move the folder itself here"),
    )


def _folder_refused(root: Path) -> Problem | None:
    if not (root / ".vagen").is_symlink():
        return None
    return Problem(
        Span(".vagen"),
        "link-leaves-workspace",
        say("this link leads out of the workspace, or nowhere"),
        say("put the file itself here"),
    )


def _unwritable(path: str, error: OSError) -> Problem:
    return Problem(
        Span(path),
        "edit-write",
        say("the file could not be written: {reason}", reason=error.strerror or "?"),
        say("check that you may write here and that the disk has room, then try again"),
    )


def _changing(path: str) -> Problem:
    return Problem(
        Span(path),
        "file-changed",
        say("the file changes again and again while it is edited"),
        say("close the program that writes it, then try again"),
    )
