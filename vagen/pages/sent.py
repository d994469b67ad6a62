"""An update as its client may read it, in the portal or sent by other ways."""

from __future__ import annotations

from vagen.model.audience import client_audience
from vagen.model.workspace import Account, UpdateFile, Workspace
from vagen.pages.links import Resolved, Where, resolve


def readable(workspace: Workspace, account: Account, file: UpdateFile) -> Resolved:
    """The prose with its links decided for this client, and what is wrong with them."""
    where = Where(
        workspace,
        client_audience(account.id),
        file.path.rpartition("/")[0],
        f"{account.folder}/documents",
        "documents/",
        account.files,
    )
    return resolve(file.prose, where)
