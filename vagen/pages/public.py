"""The public pages: home, a page a package, further pages, 404, favicon, sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from vagen.model.audience import OWNER, PUBLIC
from vagen.model.prose import Prose
from vagen.model.words import Texts
from vagen.model.workspace import PageFile, ServiceFile, Workspace
from vagen.pages.artifact import Artifact, Content, Copy, Html, Text
from vagen.pages.frame import Frame, public_frame
from vagen.pages.links import Resolved, Where, readers, resolve
from vagen.pages.parts import MoneyView
from vagen.pages.plan import Plan, joined
from vagen.problems import Problem, Span, say


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package; `unit` is month, hour, project or piece."""

    id: str
    path: str
    title: str
    deliverables: tuple[str, ...]
    not_included: tuple[str, ...]
    price: MoneyView | None
    unit: str
    turnaround: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    frame: Frame
    niche: str
    intro: str
    about: str
    for_whom: tuple[str, ...]
    skills: tuple[str, ...]
    packages: tuple[PackageView, ...]


@dataclass(frozen=True, slots=True)
class PackagePageView:
    """A package's own page."""

    frame: Frame
    package: PackageView
    prose: Prose


@dataclass(frozen=True, slots=True)
class ProsePageView:
    """A further public page, or a public SOP's plain form."""

    frame: Frame
    title: str
    summary: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html, self-contained: it is served at any depth and links to nothing."""

    language: str
    practice: str
    colour: str


@dataclass(frozen=True, slots=True)
class FaviconView:
    """favicon.svg: the first letter on the brand colour."""

    letter: str
    colour: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Absolute addresses of all public pages."""

    addresses: tuple[str, ...]
    changed: date


RESERVED = frozenset(["c", "p", "desk", "assets", "handbook", "services", "sops"])
"""Folders of the site's root that belong to others."""


def plan(workspace: Workspace, now: datetime) -> Plan:
    """All public pages but the SOPs (`pages.sops`)."""
    practice = workspace.practice
    name = practice.name.within(practice.language)
    letter = next((sign.upper() for sign in name if sign.isalnum()), "")
    colour = practice.brand.colour
    contents: list[tuple[str, Content]] = [
        ("index.html", Html("public/home.html.j2", _home(workspace, now), practice.language)),
        (
            "404.html",
            Html(
                "public/404.html.j2",
                NotFoundView(practice.language, name, colour),
                practice.language,
            ),
        ),
        (
            "favicon.svg",
            Text("public/favicon.svg.j2", FaviconView(letter, colour), practice.language),
        ),
    ]
    if practice.url is not None:
        sitemap = SitemapView(_addresses(workspace, practice.url), _day(workspace, now))
        contents.append(("sitemap.xml", Text("public/sitemap.xml.j2", sitemap, practice.language)))
    own = Plan(tuple(Artifact(PUBLIC, path, "public", content) for path, content in contents))
    return joined((own, _packages(workspace, now), _pages(workspace, now)))


def package_view(workspace: Workspace, file: ServiceFile, language: str) -> PackageView:
    """What is offered, in a language."""
    service = file.service
    currency = service.currency or workspace.practice.currency
    return PackageView(
        id=file.id,
        path=f"services/{file.id}/",
        title=service.title.within(language),
        deliverables=_spoken(service.deliverables, language),
        not_included=_spoken(service.not_included, language),
        price=None if service.price is None else MoneyView(service.price, currency),
        unit=service.unit,
        turnaround=service.turnaround.within(language) if service.turnaround else "",
    )


def _home(workspace: Workspace, now: datetime) -> HomeView:
    profile, language = workspace.practice.profile, workspace.practice.language
    return HomeView(
        frame=public_frame(workspace, now, "home"),
        niche=profile.niche.within(language) if profile.niche else "",
        intro=profile.intro.within(language) if profile.intro else "",
        about=profile.about.within(language) if profile.about else "",
        for_whom=_spoken(profile.for_whom, language),
        skills=_spoken(profile.skills, language),
        packages=tuple(package_view(workspace, file, language) for file in _offered(workspace)),
    )


def _packages(workspace: Workspace, now: datetime) -> Plan:
    """A page a package. Of those not shown only the links are looked at."""
    language = workspace.practice.language
    plans: list[Plan] = []
    for file in workspace.services:
        page = _resolved(workspace, file, "content/services", "services/")
        view = PackagePageView(
            public_frame(workspace, now, file.id),
            package_view(workspace, file, language),
            page.prose,
        )
        content = Html("public/package.html.j2", view, language)
        shown = [(f"services/{file.id}/index.html", content)] if file.service.public else []
        plans.append(_plan(shown, page))
    return joined(plans)


def _pages(workspace: Workspace, now: datetime) -> Plan:
    plans: list[Plan] = []
    for file in workspace.pages:
        page = _resolved(workspace, file, "content/pages", "")
        language = file.page.language or workspace.practice.language
        frame = replace(
            public_frame(workspace, now, file.id),
            language=language,
            practice=workspace.practice.name.within(language),
        )
        summary = file.page.summary.within(language) if file.page.summary else ""
        view = ProsePageView(frame, file.page.title.within(language), summary, page.prose)
        content = Html("public/page.html.j2", view, language)
        plans.append(
            Plan(problems=(_reserved(file),))
            if file.id in RESERVED
            else _plan([(f"{file.id}/index.html", content)], page)
        )
    return joined(plans)


def _plan(pages: Iterable[tuple[str, Content]], resolved: Resolved) -> Plan:
    """The page, where it is shown, with the files that it hands on."""
    contents = list(pages)
    if contents:
        contents += [(path, Copy(file)) for path, file in sorted(resolved.files.items())]
    artifacts = (Artifact(PUBLIC, path, "public", content) for path, content in contents)
    return Plan(tuple(artifacts), resolved.problems)


def _resolved(
    workspace: Workspace, file: ServiceFile | PageFile, folder: str, into: str
) -> Resolved:
    hidden = isinstance(file, ServiceFile) and not file.service.public
    audience = OWNER if hidden else PUBLIC
    files = f"{folder}/files"
    return resolve(
        file.prose, Where(workspace, audience, folder, files, f"{into}files/", file.files)
    )


def _reserved(file: PageFile) -> Problem:
    return Problem(
        Span(file.path),
        "two-pages-one-path",
        say('"{name}" is a folder of the site that holds other pages', name=file.id),
        say("give the file another name"),
    )


def _addresses(workspace: Workspace, url: str) -> tuple[str, ...]:
    home = url.rstrip("/") + "/"
    packages = [f"{home}services/{file.id}/" for file in _offered(workspace)]
    pages = [f"{home}{file.id}/" for file in workspace.pages if file.id not in RESERVED]
    sops = [f"{home}sops/{f.id}/" for f in workspace.sops if PUBLIC in readers(f.sop)]
    return (home, *packages, *pages, *sops)


def _day(workspace: Workspace, now: datetime) -> date:
    return now.astimezone(workspace.practice.timezone).date()


def _offered(workspace: Workspace) -> list[ServiceFile]:
    return [file for file in workspace.services if file.service.public]


def _spoken(texts: Iterable[Texts], language: str) -> tuple[str, ...]:
    return tuple(text.within(language) for text in texts)
