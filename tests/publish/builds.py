"""A workspace whose pages are written down as text: change it, build it, read what stands."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from vagen.problems import Problem, Span, say
from vagen.publish.fingerprint import fingerprint
from vagen.publish.key import Key
from vagen.publish.output import Made, Output
from vagen.publish.writer import Published, publish

WARNING = Problem(Span("content/x.md"), "a-warning", say("mind this"), severity="warning")
ERROR = Problem(Span("content/x.md"), "an-error", say("this is wrong"))


@dataclass
class Site:
    """`pages` maps a path to its text; kinds are taken from the first folder of a path."""

    workspace: Path
    folder: Path = field(init=False)
    pages: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    rendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder = self.workspace / "site"

    def output(self, path: str) -> Output:
        key = Key.of({"view": fingerprint(self.pages[path]), "templates": "t"})
        make = None if path in self.held else (lambda: self.made(path))
        return Output(path=path, audience="public", kind=kind(path), key=key, make=make)

    def made(self, path: str) -> Made:
        self.rendered.append(path)
        content = None if path in self.left_out else self.pages[path].encode()
        return Made(content, (self.problems[path],) if path in self.problems else ())

    def build(self, **choices) -> Published:
        self.rendered.clear()
        outputs = [self.output(path) for path in self.pages]
        return publish(outputs, workspace=self.workspace, folder=self.folder, **choices)

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())

    def forget(self) -> None:
        shutil.rmtree(self.workspace / ".vagen", ignore_errors=True)

    def stands(self) -> dict[str, str]:
        return standing(self.folder)


def standing(folder: Path) -> dict[str, str]:
    """Every file in a folder, and every empty folder, as text."""
    found = {}
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if place.is_symlink():
            found[path] = f"-> {place.readlink()}"
        elif place.is_file():
            found[path] = place.read_bytes().decode()
        elif not any(place.iterdir()):
            found[f"{path}/"] = ""
    return found


def kind(path: str) -> str:
    """`a/b.html` is of kind `a`; a page at the root is of kind `public`."""
    return path.split("/", maxsplit=1)[0] if "/" in path else "public"


def codes(published: Published) -> list[str]:
    """The codes of the problems, in their order."""
    return [problem.code for problem in published.problems]


def times(site: Site) -> dict[str, int]:
    """When each page's file was last written, in nanoseconds as the disk says."""
    return {path: (site.folder / path).stat().st_mtime_ns for path in site.pages}
