"""Which progress updates a client sees on a day: the portal and `vagen update show` ask here."""

from __future__ import annotations

from datetime import date
from typing import Literal

from vagen.model.workspace import Account, UpdateFile

Waits = Literal["draft", "to come"]


def waits(file: UpdateFile, today: date) -> Waits | None:
    """Why the client does not see an update on a day of theirs, None where they do."""
    if file.update.draft:
        return "draft"
    return "to come" if file.on > today else None


def newest_first(account: Account) -> list[UpdateFile]:
    """All updates, drafts and those of days to come among them."""
    return sorted(account.updates, key=lambda file: file.on, reverse=True)


def sent(account: Account, today: date) -> list[UpdateFile]:
    """The updates that the client sees on a day of theirs, the newest first."""
    return [file for file in newest_first(account) if waits(file, today) is None]
