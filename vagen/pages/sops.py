"""SOPs outside the handbook: those that clients read in their portals, and the public ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from vagen.model.audience import PUBLIC, Audience, client_audience
from vagen.model.workspace import SopFile, Workspace
from vagen.pages.artifact import Artifact, Copy, Html
from vagen.pages.frame import client_frame, public_frame
from vagen.pages.links import Resolved, Where, readers, resolve
from vagen.pages.plan import Plan, joined
from vagen.pages.portal import Portal, portals
from vagen.pages.procedure import SopView, sop_body, sop_listing
from vagen.pages.public import ProsePageView
from vagen.rules.portals import sops_for


def plan(workspace: Workspace, now: datetime) -> Plan:
    """The SOPs of every portal that shows some, and the public ones."""
    portal_plans = (_in_portal(portal) for portal in portals(workspace, now, "sops"))
    return joined((*portal_plans, _in_public(workspace, now)))


def _in_portal(portal: Portal) -> Plan:
    workspace, account = portal.workspace, portal.account
    artifacts: list[Artifact] = []
    files: dict[str, Artifact] = {}
    pages = [
        (file, _resolved(workspace, file, client_audience(account.id)))
        for file in sops_for(workspace, account.id)
    ]
    for file, page in pages:
        frame = client_frame(workspace, account, portal.now, f"sops/{file.id}")
        view = SopView(frame, sop_body(workspace, file, page.prose))
        path = f"sops/{file.id}/index.html"
        listing = sop_listing(view.sop)
        artifacts.append(portal.page(path, "handbook/sop.html.j2", view, listing=listing))
        files |= {to: portal.file(to, Copy(one), "portal") for to, one in page.files.items()}
    problems = tuple(problem for _, page in pages for problem in page.problems)
    return Plan((*artifacts, *files.values()), problems)


def _in_public(workspace: Workspace, now: datetime) -> Plan:
    artifacts: list[Artifact] = []
    files: dict[str, Artifact] = {}
    public = [file for file in workspace.sops if PUBLIC in readers(file.sop)]
    pages = [(file, _resolved(workspace, file, PUBLIC)) for file in public]
    for file, page in pages:
        language = file.sop.language or workspace.practice.language
        frame = replace(public_frame(workspace, now, f"sops/{file.id}"), language=language)
        view = ProsePageView(frame, file.sop.title, "", page.prose)
        content = Html("public/page.html.j2", view, language)
        artifacts.append(Artifact(PUBLIC, f"sops/{file.id}/index.html", "public", content))
        copies = {to: Artifact(PUBLIC, to, "public", Copy(one)) for to, one in page.files.items()}
        files |= copies
    problems = tuple(problem for _, page in pages for problem in page.problems)
    return Plan((*artifacts, *files.values()), problems)


def _resolved(workspace: Workspace, file: SopFile, audience: Audience) -> Resolved:
    folder = f"content/sops/{file.area}"
    into = f"sops/{file.area}/files/"
    return resolve(
        file.prose, Where(workspace, audience, folder, f"{folder}/files", into, file.files)
    )
