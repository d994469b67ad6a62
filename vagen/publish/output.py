"""One file that a build wants to stand in the output folder, and whether its path can stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vagen.problems import Problem, Span, say
from vagen.publish.key import Key

IGNORED = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
"""Names that git, macOS and Windows put into folders themselves: neither ours nor worth a word."""

_LONGEST_NAME = 255  # bytes, on ext4, APFS and NTFS alike
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Made:
    """What rendering gives: the bytes and its problems. Without either, the file is left out."""

    content: bytes | None
    problems: tuple[Problem, ...] = ()


Make = Callable[[], Made]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file of the site: `path` inside the output folder with `/`, and how its bytes are made.

    `make` is called only where the key or the file on disk says so. Without a `make` the file
    is held: whatever stands at its path stays as it is. `at` is where its source was typed.
    """

    path: str
    audience: str
    kind: str
    key: Key
    make: Make | None
    at: Span | None = None


def path_problems(outputs: Iterable[Output]) -> tuple[Problem, ...]:
    """Paths that no folder can hold, and two files that would stand in one place.

    Paths that differ only in case or in Unicode form are one place on some disks.
    """
    taken: dict[str, tuple[str, bool]] = {}
    found = (_path_problem(output, taken) for output in outputs)
    return tuple(problem for problem in found if problem)


def _path_problem(output: Output, taken: dict[str, tuple[str, bool]]) -> Problem | None:
    """What keeps one path from standing; `taken` maps folded paths to (path, is it a folder)."""
    if not is_safe(output.path):
        return Problem(
            output.at or Span(output.path),
            "output-path",
            say("no file can stand at the path “{path}”", path=output.path),
            say("use a shorter name, made of letters, digits, hyphens and dots"),
        )
    for place in (*parents(output.path), output.path):
        mine = (place, place != output.path)
        other = taken.setdefault(folded(place), mine)
        if other is not mine and not (other == mine and mine[1]):
            return _clash(output, other[0])
    return None


def _clash(output: Output, other: str) -> Problem:
    message = (
        say("two files would stand at the path {path}", path=other)
        if other == output.path
        else say("{path} and {other} would be one file", path=output.path, other=other)
    )
    hint = say("give one of them another name; capitals alone do not tell two files apart")
    return Problem(output.at or Span(output.path), "two-pages-one-path", message, hint)


def is_safe(path: str) -> bool:
    """Whether a path stays inside the folder it is relative to, on every system."""
    return all(map(_is_safe_name, path.split("/")))


def parents(path: str) -> Iterator[str]:
    """The folders that a path passes through, outermost first: `a`, `a/b` for `a/b/c`."""
    names = path.split("/")
    return ("/".join(names[:depth]) for depth in range(1, len(names)))


def folded(path: str) -> str:
    """A path as a disk that ignores case and Unicode forms sees it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _is_safe_name(name: str) -> bool:
    return not (
        name in {"", ".", "..", *IGNORED}
        or name.endswith((".", " "))
        or _FORBIDDEN.search(name)
        or _DEVICE.fullmatch(name)
        or len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    )
