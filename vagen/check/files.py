"""Files that a record names: they have to be where it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from vagen.model.practice import Practice
from vagen.model.workspace import Account, Workspace
from vagen.problems import Problem, say
from vagen.rules.reference import nearest_of

_LOGOS = (".svg", ".png", ".jpg", ".jpeg")


def files(workspace: Workspace, now: datetime) -> tuple[Problem, ...]:
    """Signed agreements that are not in the client's documents/, logos that no page can show."""
    del now
    return (
        *_logo(workspace.practice),
        *(problem for account in workspace.accounts for problem in _signed(account)),
    )


def _signed(account: Account) -> Iterator[Problem]:
    agreement = account.client.agreement
    if agreement is None or agreement.signed is None:
        return
    folder = f"{account.folder}/documents/"
    names = [file.path.removeprefix(folder) for file in account.files]
    if agreement.signed in names:
        return
    hint, replacement = nearest_of(
        agreement.signed, names, say("put the file into {folder}", folder=folder)
    )
    yield Problem(
        agreement.place("signed"),
        "missing-file",
        say('there is no file "{path}"', path=folder + agreement.signed),
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
