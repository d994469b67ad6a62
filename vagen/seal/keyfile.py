"""Where the practice key is kept, and from where it is taken.

VAGEN_KEY, else the file that VAGEN_KEY_FILE names, else `~/.config/vagen/<key id>.key`. The first
that is set decides, and what is wrong with it is told: another place is not tried, or a build
would be sealed with a key that nobody meant.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vagen.disk.settled import keep_names
from vagen.problems import Problem, Wrong
from vagen.seal import refusals
from vagen.seal.practice_key import PracticeKey
from vagen.seal.refusals import KEY, KEY_FILE

_ID = re.compile(r"[0-9a-f]{8}")
_LONGEST = 4096  # bytes that are read of a file which should hold one line
_BEGUN = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@dataclass(frozen=True, slots=True)
class Found:
    """The key, or what is wrong; `place` is what decided: a variable's name, or a file."""

    place: str
    key: PracticeKey | None = None
    problem: Problem | None = None


def find_key(environ: Mapping[str, str], home: Path, key_id: str | None) -> Found:
    """The key that vagen.yaml names by its id (none: there is none to be found)."""
    if key_id is None:
        return Found("vagen.yaml", problem=refusals.unnamed())
    if not _ID.fullmatch(key_id):
        return Found("vagen.yaml", problem=refusals.no_id(key_id))
    path = key_path(environ, home, key_id)
    found = _named(environ) or _parsed(str(path), _read(path, refusals.missing(path, key_id)))
    if found.key and found.key.id != key_id:
        return Found(found.place, problem=refusals.another(found.place, found.key, key_id))
    return found


def named_key(environ: Mapping[str, str]) -> Found | None:
    """The key that a variable gives to a workspace which has none yet, whatever its id.

    None where no variable is set, or where the file that one names is still to be made.
    """
    found = _named(environ)
    awaited = found is not None and found.problem == refusals.no_such_file(found.place)
    return None if awaited else found


def key_path(environ: Mapping[str, str], home: Path, key_id: str) -> Path:
    """Where a key with this id is kept on this computer."""
    if not _ID.fullmatch(key_id):
        raise ValueError("a key's id has eight hexadecimal digits")
    # The XDG base directory specification asks to pass over a relative path.
    config = Path(environ.get("XDG_CONFIG_HOME", ""))
    folder = config if config.is_absolute() else home / ".config"
    return folder / "vagen" / f"{key_id}.key"


def keep_key(key: PracticeKey, environ: Mapping[str, str], home: Path) -> Path | Problem:
    """Writes the key where this computer looks for it, for its owner alone; the path tells where.

    That is the file of VAGEN_KEY_FILE, where it is set. A file that is there already stays as it
    is: fine where it holds this key, else a problem.
    """
    if _is_empty(environ, KEY_FILE):
        return refusals.empty(KEY_FILE)
    path = Path(environ.get(KEY_FILE) or key_path(environ, home, key.id))
    try:
        worktree = _worktree(path)
        if worktree is not None:
            return refusals.in_worktree(path, worktree)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _write(path, key) or path
    except FileExistsError:
        return _standing(path, key)
    except OSError as error:
        return refusals.unwritten(path, error)


def _named(environ: Mapping[str, str]) -> Found | None:
    """What the first variable that is set gives; None where neither is."""
    variable = next((one for one in (KEY, KEY_FILE) if one in environ), None)
    if variable is None:
        return None
    if _is_empty(environ, variable):
        return Found(variable, problem=refusals.empty(variable))
    value = environ[variable]
    if variable == KEY:
        return _parsed(KEY, value)
    return _parsed(value, _read(Path(value), refusals.no_such_file(value)))


def _is_empty(environ: Mapping[str, str], variable: str) -> bool:
    """Whether a variable is set to nothing, which is no way to leave it out."""
    return not environ.get(variable, variable).strip()


def _parsed(place: str, text: str | Problem) -> Found:
    if isinstance(text, Problem):
        return Found(place, problem=text)
    try:
        return Found(place, PracticeKey.parse(text))
    except Wrong as wrong:
        return Found(place, problem=refusals.about(place, wrong))


def _read(path: Path, missing: Problem) -> str | Problem:
    """The file's text, if it lies where a key may lie and nobody else may read it."""
    try:
        worktree = _worktree(path)
        if worktree is not None:
            return refusals.in_worktree(path, worktree)
        # Unbuffered: what is asked about its rights is the very file that is read.
        with path.open("rb", buffering=0) as file:
            if _is_open_to_others(file.fileno()):
                return refusals.readable(path)
            return (file.read(_LONGEST) or b"").decode("utf-8", "replace")
    except FileNotFoundError:
        return missing
    except OSError as error:
        return refusals.unreadable(path, error)


def _write(path: Path, key: PracticeKey) -> Problem | None:
    """Writes a new file, or leaves none. Raises OSError."""
    descriptor = os.open(path, _BEGUN, 0o600)
    kept = False
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, of a file that was not there
            if _is_open_to_others(descriptor):  # a disk that knows no rights
                return refusals.readable(path)
            file.write(f"{key.text}\n".encode("ascii"))
            file.flush()
            os.fsync(descriptor)
        keep_names(path.parent)
        kept = True
    finally:
        if not kept:
            path.unlink(missing_ok=True)
    return None


def _standing(path: Path, key: PracticeKey) -> Path | Problem:
    """What to say of a file that stands where the key would."""
    text = _read(path, refusals.taken(path))
    if isinstance(text, Problem):
        return text
    try:
        same = PracticeKey.parse(text) == key
    except Wrong:
        same = False
    return path if same else refusals.taken(path)


def _is_open_to_others(descriptor: int) -> bool:
    """Whether the group or all may do something with the file. Windows' rights are not asked."""
    return os.name == "posix" and bool(stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077)


def _worktree(path: Path) -> Path | None:
    """The folder, kept by git, in which a file lies."""
    above = Path(os.path.realpath(path)).parents  # resolve() raises where links go in circles
    return next((folder for folder in above if (folder / ".git").exists()), None)
