"""Files that a record names: they have to be where it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from vagen.model.practice import Practice
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, Span, say
from vagen.rules.reference import nearest_of

_LOGOS = (".svg", ".png", ".jpg", ".jpeg")


def files(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Signed agreements and listed files that are not in the client's documents/, logos that no
    page can show.
    """
    del now
    return (
        *_logo(workspace.practice),
        *(problem for account in workspace.accounts for problem in _signed(account)),
        *(problem for account in workspace.accounts for problem in _enclosed(account)),
    )


def _signed(account: Account) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is None or agreement.signed is None:
        return
    yield from _missing(account, agreement.signed, agreement.place("signed"))


def _enclosed(account: Account) -> Iterator[Problem]:
    for one in account.enclosures:
        yield from _missing(account, one.file, one.place("file"))


def _missing(account: Account, name: str, at: Span) -> Iterator[Problem]:
    """A file of this name that the client's documents/ lacks."""
    folder = f"{account.folder}/documents/"
    names = [file.path.removeprefix(folder) for file in account.files]
    if name in names:
        return
    hint, replacement = nearest_of(name, names, say("put the file into {folder}", folder=folder))
    yield Problem(
        at,
        "missing-file",
        say('there is no file "{path}"', path=folder + name),
        hint,
        replacement=replacement,
    )


def _logo(practice: Practice) -> Iterator[Problem]:
    logo = practice.brand.logo
    if logo is not None and PurePosixPath(logo).suffix.lower() not in _LOGOS:
        yield Problem(
            practice.brand.place("logo"),
            "logo-kind",
            say("this logo is neither svg, png nor jpg"),
            say("save the picture as svg, png or jpg, and name that file"),
        )
