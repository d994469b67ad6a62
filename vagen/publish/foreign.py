"""Files in the output folder that are not vagen's: they stay, and each is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from vagen.problems import Message, Problem, Span, say
from vagen.publish.judge import Case, Fate
from vagen.publish.place import linked


def told(case: Case, fates: Mapping[str, Fate], folder: str) -> tuple[Problem, ...]:
    """The problems of these fates; `folder` is the output folder as problems show it."""
    return tuple(_problems(case, fates, PurePosixPath(folder)))


def _problems(case: Case, fates: Mapping[str, Fate], folder: PurePosixPath) -> Iterator[Problem]:
    for path, fate in sorted(fates.items()):
        place = readable(str(folder / path))
        if fate == "linked":
            yield linked(place)
        elif fate == "blocked":
            yield _foreign(place, say("this page is left out: what is not vagen's is in its way"))
        elif fate == "kept":
            yield _foreign(place, _why_kept(case, path))


def readable(path: str) -> str:
    """A path as text: bytes of a file's name that are no UTF-8 become replacement characters."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why_kept(case: Case, path: str) -> Message:
    changed = path in case.receipts.files
    if path in case.outputs and changed:
        return say("this file was changed by hand: it stays, and this build's page is left out")
    if path in case.outputs:
        return say(
            "this file was not written by vagen: it stays, and this build's page is left out"
        )
    if changed:
        return say("this file is no longer part of the site, but was changed by hand: it stays")
    return say("this file was not written by vagen: it stays")


def _foreign(place: str, message: Message) -> Problem:
    hint = say("move it away or delete it, then build again")
    return Problem(Span(place), "foreign-file", message, hint, "warning")
