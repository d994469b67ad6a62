"""Progress updates. No page shows them yet; what they link to is looked at already."""

from __future__ import annotations

from datetime import datetime

from vagen.model.audience import client_audience
from vagen.model.workspace import Account, UpdateFile, Workspace
from vagen.pages.links import Resolved, Where, resolve
from vagen.pages.plan import Plan


def plan(workspace: Workspace, now: datetime) -> Plan:
    """What is wrong with the links of all updates."""
    del now
    texts = [(account, file) for account in workspace.accounts for file in account.updates]
    found = (_resolved(workspace, account, file).problems for account, file in texts)
    return Plan(problems=tuple(problem for problems in found for problem in problems))


def _resolved(workspace: Workspace, account: Account, file: UpdateFile) -> Resolved:
    documents = f"{account.folder}/documents"
    folder = file.path.rpartition("/")[0]
    audience = client_audience(account.id)
    where = Where(workspace, audience, folder, documents, "documents/", account.files)
    return resolve(file.prose, where)
