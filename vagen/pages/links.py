"""Which links of a text become links on a page: the one policy for all prose and all audiences.

https, mailto, tel, headings of the page, SOPs that the audience may read, and files that stand in
the one folder from which this text may hand any on. All else is a problem, and stays words.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace

from vagen.model.audience import OWNER, PUBLIC, TEAM, Audience, client_audience
from vagen.model.prose import Block, Inline, Prose
from vagen.model.reach import read_link
from vagen.model.sop import Sop
from vagen.model.workspace import StoredFile, Workspace
from vagen.pages import refusals
from vagen.problems import Problem, Wrong

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|www[.]|[^/]*@")
_REMOTE = re.compile(r"(https?:)?//|www[.]", re.IGNORECASE)
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


@dataclass(frozen=True, slots=True)
class Where:
    """The text's place and its readers.

    `folder` is the folder of the workspace in which the text stands, `files` is the one from which
    it may hand files on, and `into` the folder of the audience where these are put, ending in `/`.
    On `paper` all SOPs are one document, and a link to one is an anchor.
    """

    workspace: Workspace
    audience: Audience
    folder: str
    files: str
    into: str
    stored: tuple[StoredFile, ...] = ()
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """Prose as one audience may read it, what was wrong in it, and the files that it hands on."""

    prose: Prose
    problems: tuple[Problem, ...] = ()
    files: dict[str, StoredFile] = field(default_factory=dict)
    """By their path within the audience."""


def resolve(prose: Prose, where: Where) -> Resolved:
    """The prose with its links decided."""
    resolver = _Resolver(prose, where)
    blocks = tuple(resolver.block(block) for block in prose)
    return Resolved(blocks, tuple(resolver.problems), resolver.files)


def readers(sop: Sop) -> frozenset[Audience]:
    """Who reads an SOP. What the public or clients read the team does; the owner reads all."""
    named = set(sop.audience) - {"owner"}
    found = {OWNER} | ({TEAM} if named else set()) | ({PUBLIC} if "public" in named else set())
    return frozenset(found | {client_audience(one) for one in named - {"team", "public"}})


def sop_path(name: str, audience: Audience) -> str:
    """The path within an audience of an SOP's page."""
    return f"{name}/" if audience in (TEAM, OWNER) else f"sops/{name}/"


class _Resolver:
    """Walks one text; problems and files gather on the way."""

    def __init__(self, prose: Prose, where: Where) -> None:
        self.where = where
        self.headings = tuple(_headings(prose))
        self.stored = {file.path: file for file in where.stored}
        self.problems: list[Problem] = []
        self.files: dict[str, StoredFile] = {}

    def block(self, block: Block) -> Block:
        return replace(
            block,
            inlines=self._inlines(block.inlines),
            children=tuple(self.block(child) for child in block.children),
        )

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        inline = replace(inline, children=self._inlines(inline.children))
        match inline.kind:
            case "link":
                found = self._link(inline)
            case "image":
                found = self._image(inline)
            case "sop":
                found = self._sop(inline)
            case _:
                return inline
        if isinstance(found, Problem):
            self.problems.append(found)
            return _words(inline)
        return found

    def _link(self, inline: Inline) -> Inline | Problem:
        target = inline.target
        if target.startswith("#"):
            known = target[1:] in self.headings
            return inline if known else refusals.no_heading(inline, self.headings)
        if _SCHEME.match(target) or not target:
            try:
                return replace(inline, target=read_link(target))
            except Wrong as wrong:
                return refusals.bad_target(inline, wrong)
        return self._file(inline, "file")

    def _image(self, inline: Inline) -> Inline | Problem:
        if _REMOTE.match(inline.target):
            return refusals.remote_image(inline, self.where.files)
        if _SCHEME.match(inline.target) or not inline.target.lower().endswith(_PICTURES):
            return refusals.no_picture(inline, self.where.files, _PICTURES)
        return self._file(inline, "image")

    def _file(self, inline: Inline, kind: str) -> Inline | Problem:
        path = posixpath.normpath(posixpath.join(self.where.folder, inline.target))
        file = self.stored.get(path)
        if file is None:
            return self._no_file(inline, path)
        target = self.where.into + path.removeprefix(self.where.files + "/")
        self.files[target] = file
        return replace(inline, kind="image" if kind == "image" else "file", target=target)

    def _no_file(self, inline: Inline, path: str) -> Problem:
        where = self.where
        known = [posixpath.relpath(one, where.folder) for one in self.stored]
        if path.startswith(where.files + "/"):
            return refusals.no_file(inline, known)
        sop = path.removeprefix("content/sops/").removesuffix(".md")
        readable = path.endswith(".md") and where.workspace.sop(sop) is not None
        return refusals.outside(inline, known, where.files, sop=sop if readable else "")

    def _sop(self, inline: Inline) -> Inline | Problem:
        workspace, audience = self.where.workspace, self.where.audience
        file = workspace.sop(inline.target)
        if file is None:
            if f"content/sops/{inline.target}.md" in workspace.unread:
                return _words(inline)
            return refusals.no_sop(inline, [one.id for one in workspace.sops])
        words = inline.text or file.sop.title
        may = readers(file.sop)
        if audience in may:
            path = f"#{file.id.replace('/', '-')}" if self.where.paper else None
            path = path or sop_path(file.id, audience)
            return replace(inline, kind="page", text=words, target=path)
        url = workspace.practice.url
        if PUBLIC in may and url is not None:
            address = f"{url.rstrip('/')}/{sop_path(file.id, PUBLIC)}"
            return Inline("link", words, address, at=inline.at)
        if file.sop.lacks("audience") or (PUBLIC in may and workspace.practice.lacks("url")):
            return _words(inline)
        return refusals.not_readable(inline, audience)


def _words(inline: Inline) -> Inline:
    """What is left of a link that is none."""
    text = inline.text or ("" if inline.children else inline.target)
    return Inline("text", text, "", inline.children)


def _headings(blocks: Prose) -> list[str]:
    found: list[str] = []
    for block in blocks:
        found += [block.name] if block.kind == "heading" else _headings(block.children)
    return found
