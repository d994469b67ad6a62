"""What serving adds to a page: the bar with its menu, and what is wrong; never written to disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vagen.locale import catalog
from vagen.problems import Problem
from vagen.render.environment import Place, draw
from vagen.render.layouts import Layouts, read_layouts
from vagen.serve.asked import OWN
from vagen.serve.doors import Door, door_at, ways
from vagen.serve.editor import editor_link
from vagen.serve.shown import Shown

_MOST = 50
"""Problems that a page tells; a file that is broken at its head may have thousands."""
_BODY = re.compile(rb"<body(\s[^>]*)?>", re.IGNORECASE)
_WIDEST = 400  # characters of a line that are shown around its mark


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the menu."""

    kind: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class BannerView:
    """The bar over a page. `over`: it lies on the page instead of moving it down."""

    run: str
    print: str
    mark: str
    failed: bool
    errors: int
    warnings: int
    here: Door | None
    doors: tuple[Way, ...]
    over: bool


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A mistake with its line in three parts; `marked` is None where there is no line to show."""

    severity: str
    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    before: str
    marked: str | None
    after: str
    link: str


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """All that is wrong. `ready`: there is a site to look at; `more` are left out.

    `unmade`: a PDF was asked for, and no build has made it.
    """

    run: str
    print: str
    mark: str
    ready: bool
    unmade: bool
    errors: int
    crash: str
    problems: tuple[ProblemView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Shell:
    """Draws for one run of the server. The layouts are vagen's own: a broken one of the
    workspace must not keep its mistake from being shown.
    """

    root: Path
    run: str
    editor: str

    def on_page(self, html: bytes, shown: Shown, path: str, *, over: bool = False) -> bytes:
        """The page at `path` with the bar put in, at the very beginning of its body."""
        view = BannerView(
            run=self.run,
            print=self.print_of(shown, path),
            mark=shown.mark,
            failed=shown.failed,
            errors=_count(shown, "error"),
            warnings=_count(shown, "warning"),
            here=door_at(shown.doors, path),
            doors=tuple(
                Way(door.kind, door.name, href, current)
                for door, href, current in ways(shown.doors, path, shown.files)
            ),
            over=over,
        )
        return put_in(html, _drawn("banner.html.j2", view, shown.language))

    def problems(self, shown: Shown, path: str, *, unmade: bool = False) -> bytes:
        """The page that tells what is wrong, or that the site, or a PDF of it, is not made yet."""
        found = shown.problems
        view = ProblemsView(
            run=self.run,
            print=self.print_of(shown, path),
            mark=shown.mark,
            ready=bool(shown.files),
            unmade=unmade,
            errors=_count(shown, "error"),
            crash=shown.crash,
            problems=tuple(self._problem(one, shown) for one in found[:_MOST]),
            more=max(0, len(found) - _MOST),
        )
        return _drawn("problems.html.j2", view, shown.language)

    def state(self, shown: Shown, path: str) -> dict[str, object]:
        """What a page that listens is told after every build."""
        count = _Count(_count(shown, "error"), _count(shown, "warning"))
        label = _drawn("label.txt.j2", count, shown.language).decode() if shown.mark else ""
        return {
            "run": self.run,
            "print": self.print_of(shown, path),
            "mark": shown.mark,
            "failed": shown.failed,
            "label": label.strip(),
        }

    def print_of(self, shown: Shown, path: str) -> str:
        """Changes when the page at a path would look another way."""
        return f"{shown.print_of(path)}" if shown.files else "none"

    def _problem(self, problem: Problem, shown: Shown) -> ProblemView:
        words, at = catalog(shown.language), problem.at
        before, marked, after = _parts(problem, shown.texts.get(at.path, ""))
        return ProblemView(
            severity=problem.severity,
            path=at.path,
            line=at.line,
            column=at.column,
            code=problem.code,
            message=problem.message.spoken(words),
            hint=problem.hint.spoken(words) if problem.hint else "",
            before=before,
            marked=marked,
            after=after,
            link=editor_link(self.editor, self.root / at.path, at.line, at.column),
        )


@dataclass(frozen=True, slots=True)
class _Count:
    errors: int
    warnings: int


def put_in(html: bytes, addition: bytes) -> bytes:
    """A page with something at the beginning of its body, or before all where it has none."""
    found = _BODY.search(html)
    at = found.end() if found else 0
    return html[:at] + addition + html[at:]


def own_file(path: str) -> bytes | None:
    """A style, script or font of the preview itself, by its address."""
    name = path.removeprefix(OWN)
    place = {"preview.css": "serve/", "preview.js": "serve/"}.get(name, "assets/fonts/")
    known = name in {"preview.css", "preview.js"} or name.endswith(".woff2")
    return _layouts().files.get(place + name) if known else None


def _parts(problem: Problem, text: str) -> tuple[str, str | None, str]:
    """The problem's line: before its mark, within and after."""
    lines, at = text.split("\n"), problem.at
    if not text or at.line > len(lines) or not lines[at.line - 1].strip():
        return "", None, ""
    line = lines[at.line - 1].rstrip("\r")
    start, end = at.column - 1, at.column - 1 + max(1, at.width)
    before = line[:start] if start <= _WIDEST else "…" + line[start - _WIDEST : start]
    return before, _begun(line[start:end]) or " ", _begun(line[end:])


def _begun(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"


def _count(shown: Shown, severity: str) -> int:
    return sum(one.severity == severity for one in shown.problems)


def _drawn(template: str, view: object, language: str) -> bytes:
    text = draw(
        _layouts(), f"serve/{template}", view, language=language, medium="screen", place=Place()
    )
    if isinstance(text, Problem):
        raise TypeError(text.message.text)
    return text.encode()


@cache
def _layouts() -> Layouts:
    return read_layouts(None)
