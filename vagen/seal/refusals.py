"""What is said of a practice key that is not used."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Final

from vagen.problems import Problem, Span, Wrong, say
from vagen.seal.practice_key import PracticeKey

KEY: Final = "VAGEN_KEY"
KEY_FILE: Final = "VAGEN_KEY_FILE"
_NOWHERE = Span("")  # the messages name the place: no line of a key's file is ever shown


def unnamed() -> Problem:
    """The workspace has no key yet."""
    return Problem(
        Span("vagen.yaml"),
        "no-key",
        say("vagen.yaml names no practice key"),
        say("make one with: vagen keys init"),
    )


def no_id(key_id: str) -> Problem:
    """What vagen.yaml names can be the id of no key."""
    return Problem(
        Span("vagen.yaml"),
        "no-key",
        say('"{id}" is not the id of a practice key', id=key_id),
        say("the id has eight letters, 0 to 9 and a to f; vagen keys show tells it"),
    )


def empty(variable: str) -> Problem:
    """The variable is set to nothing, as by a secret that CI does not have."""
    return Problem(
        _NOWHERE,
        "no-key",
        say("{name} is set and empty", name=variable),
        say("set it (in CI, make the secret of this name), or unset it"),
    )


def missing(path: Path, key_id: str) -> Problem:
    """Neither variable is set, and the file is not there."""
    return Problem(
        _NOWHERE,
        "no-key",
        say("the practice key {id} is not on this computer: no file {path}", id=key_id, path=path),
        say("type it from paper with: vagen keys restore; in CI, make the secret {name}", name=KEY),
    )


def no_such_file(named: str) -> Problem:
    """The variable names a file that is not there."""
    return Problem(
        _NOWHERE,
        "no-key",
        say("{name} names {path}, and there is no such file", name=KEY_FILE, path=named),
        say("name the file that holds the practice key, or unset {name}", name=KEY_FILE),
    )


def about(place: str, wrong: Wrong) -> Problem:
    """What is in this place is no key."""
    message = say("{place}: {what}", place=place, what=wrong.message)
    return Problem(_NOWHERE, wrong.code, message, wrong.hint)


def another(place: str, key: PracticeKey, key_id: str) -> Problem:
    """A key, but of another practice."""
    return Problem(
        _NOWHERE,
        "other-key",
        say(
            "{place} holds the practice key {found}, and vagen.yaml names {id}",
            place=place,
            found=key.id,
            id=key_id,
        ),
        say("give the key {id}: sealed with another, every portal would move", id=key_id),
    )


def in_worktree(path: Path, worktree: Path) -> Problem:
    """Where git keeps what lies there, a push would hand out the key."""
    return Problem(
        _NOWHERE,
        "key-in-git",
        say(
            "{path} is no place for a practice key: git keeps {folder}", path=path, folder=worktree
        ),
        say("keep it outside of it, and name the file in {name}", name=KEY_FILE),
    )


def readable(path: Path) -> Problem:
    """Its rights let others in."""
    return Problem(
        _NOWHERE,
        "key-readable",
        say("others on this computer may read the practice key in {path}", path=path),
        say("close it to them with: {command}", command=f"chmod 600 {shlex.quote(str(path))}"),
    )


def unreadable(path: Path, error: OSError) -> Problem:
    """The system does not let us read it."""
    return Problem(
        _NOWHERE,
        "key-unreadable",
        say(
            "the practice key in {path} can't be read: {reason}",
            path=path,
            reason=error.strerror or "?",
        ),
        say("check that you may read it"),
    )


def unwritten(path: Path, error: OSError) -> Problem:
    """The disk did not take it."""
    return Problem(
        _NOWHERE,
        "key-write",
        say(
            "the practice key could not be kept in {path}: {reason}",
            path=path,
            reason=error.strerror or "?",
        ),
        say("check that you may write here and that the disk has room, then try again"),
    )


def taken(path: Path) -> Problem:
    """A file of this name is not ours to replace."""
    return Problem(
        _NOWHERE,
        "key-taken",
        say("{path} is there already, and holds something else", path=path),
        say("move that file elsewhere: it is not written over"),
    )
