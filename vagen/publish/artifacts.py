"""Artifacts become outputs: the key of each, and how its bytes are made when they are needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from vagen.locale import catalog_digest
from vagen.pages.artifact import Artifact, Asset, Calendar, Copy, Html, Paper, SearchIndex, Text
from vagen.problems import Problem, Span, say
from vagen.publish.code import code_digest
from vagen.publish.fingerprint import fingerprint
from vagen.publish.key import Key
from vagen.publish.output import Made, Make, Output
from vagen.render.html import render_html
from vagen.render.layouts import Layouts
from vagen.render.pdf import render_pdf
from vagen.render.search import render_search
from vagen.render.stylesheet import render_asset

_DRAWN_BY = {
    "screen": ("vagen", "jinja2", "Babel"),
    "paper": ("vagen", "jinja2", "Babel", "weasyprint"),
    "calendar": ("vagen", "icalendar", "tzdata"),
    "search": ("vagen",),
    "asset": ("vagen",),
}


def outputs_of(
    artifacts: Iterable[Artifact], layouts: Layouts, root: Path, *, pdf: bool = True
) -> tuple[Output, ...]:
    """An output for every artifact. Without `pdf`, PDFs in the folder stay as they are."""
    return tuple(
        Output(
            path=artifact.target,
            audience=str(artifact.audience),
            kind=artifact.kind,
            key=key_of(artifact, layouts),
            make=None
            if isinstance(artifact.content, Paper) and not pdf
            else _make(artifact, layouts, root),
        )
        for artifact in artifacts
    )


def key_of(artifact: Artifact, layouts: Layouts) -> Key:
    """All that an artifact's bytes are a function of, part by part."""
    parts = {"address": fingerprint(artifact.target)}
    match artifact.content:
        case Html() | Text() as page:
            parts |= _drawn(page, layouts.digest("screen"), "screen")
        case Paper() as paper:
            parts |= _drawn(paper, layouts.digest("paper"), "paper")
            parts["assets"] = paper.logo.sha256 if paper.logo else ""
        case Calendar() as calendar:
            parts |= _told(calendar, "calendar")
        case Copy(source):
            parts["file"] = source.sha256
        case SearchIndex(view):
            parts |= {"view": fingerprint(view), "versions": _versions("search")}
        case Asset(name):
            parts |= {"assets": layouts.asset_digest(name), "versions": _versions("asset")}
    return Key.of(parts)


def _drawn(content: Html | Text | Paper, templates: str, medium: str) -> dict[str, str]:
    return _told(content, medium) | {
        "template": fingerprint(content.template),
        "templates": templates,
    }


def _told(content: Html | Text | Paper | Calendar, medium: str) -> dict[str, str]:
    return {
        "view": fingerprint(content.view),
        "language": fingerprint((content.language, catalog_digest(content.language))),
        "versions": _versions(medium),
    }


@cache
def _versions(medium: str) -> str:
    libraries = tuple(f"{name} {version(name)}" for name in _DRAWN_BY[medium])
    return fingerprint((*libraries, code_digest()))


def _make(artifact: Artifact, layouts: Layouts, root: Path) -> Make:
    match artifact.content:
        case Html() | Text():
            return partial(_page, artifact, layouts)
        case Paper():
            return partial(_paper, artifact, layouts, root)
        case Calendar():
            return partial(_calendar, artifact)
        case Copy(source):
            return partial(_copy, root, source.path, source.sha256)
        case SearchIndex():
            return lambda: Made(render_search(artifact))
        case Asset(name):
            return lambda: Made(render_asset(layouts, name))


def _page(artifact: Artifact, layouts: Layouts) -> Made:
    drawn = render_html(artifact, layouts)
    return Made(None, (drawn,)) if isinstance(drawn, Problem) else Made(drawn)


def _paper(artifact: Artifact, layouts: Layouts, root: Path) -> Made:
    logo = artifact.content.logo if isinstance(artifact.content, Paper) else None
    picture = _copy(root, logo.path, logo.sha256) if logo else Made(b"")
    if picture.content is None:
        return picture
    printed = render_pdf(artifact, layouts, logo=picture.content)
    return Made(printed.data, printed.problems)


def _calendar(artifact: Artifact) -> Made:
    from vagen.render.calendar import render_calendar  # its library takes long to load

    return Made(render_calendar(artifact))


def _copy(root: Path, path: str, sha256: str) -> Made:
    """The bytes of a workspace's file, if they are still those that were read."""
    try:
        data = (root / path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() == sha256:
        return Made(data)
    message = say("the file changed while the site was being built")
    return Made(None, (Problem(Span(path), "file-changed", message, say("build again")),))
