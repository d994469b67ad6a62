"""The one place that writes a person's files: one command at a time, each file whole."""

from __future__ import annotations

import os
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
        if all(_still(root, change) for change in edit.changes):
            return _written(root, edit)
    path = edit.changes[0].path
    return replace(edit, done=(), problems=(_changing(path),))


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
    part = place.with_name(f".{place.name}.vagen-part")
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
