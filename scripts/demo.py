"""The demo practice, to be looked at: what is seen of its pages, papers and mistakes, as bytes."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from vagen.build import Outcome, check
from vagen.pages.artifact import Artifact, Asset, Paper
from vagen.render.html import render_html
from vagen.render.layouts import Layouts, read_layouts
from vagen.render.pdf import typeset
from vagen.serve.doors import doors_of
from vagen.serve.shell import Shell
from vagen.serve.shown import Shown

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 23)
MISTAKEN = {"he": "efroni", "en": "fennel-street"}
"""By language, the client in whose tasks the mistake is made."""
INVOICES = ("c/fennel-street/invoices/di-0118.pdf", "c/efroni/invoices/di-0122.pdf")
PAPER_STYLES = ("print/tokens.css", "print/fonts.css", "print/invoice.css")
SERVE_STYLES = ("serve/preview.css", "serve/preview.js", "serve/banner.html.j2")
_STYLE = re.compile(r'href="(?:\.\./)*(assets/[\w/-]+\.css)"')


@dataclass(frozen=True)
class Demo:
    """The demo practice in a folder of its own, as an owner who speaks this language has it."""

    root: Path
    language: str

    @property
    def board(self) -> str:
        """The page over which the mistake is shown."""
        return f"c/{MISTAKEN[self.language]}/board/index.html"

    @contextmanager
    def mistake(self) -> Iterator[None]:
        """A key with two letters swapped, as long as the context lasts."""
        file = self.root / f"content/clients/{MISTAKEN[self.language]}/tasks.yaml"
        kept = file.read_bytes()
        file.write_bytes(kept.replace(b"\n  due: ", b"\n  deu: ", 1))
        try:
            yield
        finally:
            file.write_bytes(kept)

    @cached_property
    def layouts(self) -> Layouts:
        return read_layouts(self.root)

    @cached_property
    def outcome(self) -> Outcome:
        found = check(self.root, DAY)
        if found.failed:
            raise SystemExit("the demo has a mistake: run vagen check")
        return found

    @cached_property
    def artifacts(self) -> dict[str, Artifact]:
        return {one.target: one for one in self.outcome.artifacts}

    def page(self, target: str) -> bytes:
        """A page or a style as it is written."""
        artifact = self.artifacts[target]
        if isinstance(artifact.content, Asset):
            return self.layouts.asset(artifact.content.name)
        drawn = render_html(artifact, self.layouts)
        if not isinstance(drawn, bytes):
            raise SystemExit(drawn.message.text)
        return drawn

    def shows(self, target: str) -> Iterator[bytes]:
        """What is seen of a page: itself and what it is dressed with."""
        html = self.page(target)
        yield html
        yield from map(self.page, sorted(set(_STYLE.findall(html.decode()))))

    def prints(self, target: str) -> Iterator[bytes]:
        """What is seen of a PDF: its text with its form, and the styles of paper."""
        artifact = self.artifacts[target]
        paper = artifact.content
        if not isinstance(paper, Paper):
            raise SystemExit(f"{target} is not a PDF")
        text = typeset(artifact, paper, self.layouts)
        if not isinstance(text, str):
            raise SystemExit(text.message.text)
        yield text.encode()
        yield from (self.layouts.files[name] for name in PAPER_STYLES)

    def invoiced(self) -> Iterator[bytes]:
        """What is seen of the invoices."""
        for target in INVOICES:
            yield from self.prints(target)

    def mistaken(self) -> Iterator[bytes]:
        """What is seen of a mistake: the page below, the words over it, the preview's styles."""
        yield from self.shows(self.board)
        with self.mistake():
            found = check(self.root, DAY)
        shown = Shown(
            files=frozenset(self.artifacts),
            doors=doors_of(self.outcome),
            language=self.language,
            pages=found.problems,
            texts=found.texts,
        )
        yield Shell(Path("/practice"), "run", "vscode").problems(shown, self.board)
        yield from (self.layouts.files[name] for name in SERVE_STYLES)


@contextmanager
def demos() -> Iterator[dict[str, Demo]]:
    """The demo as it is, in Hebrew, and of an owner who set `language: en`."""
    with tempfile.TemporaryDirectory() as place:
        found = {}
        for language in ("he", "en"):
            root = Path(place) / language / "practice"
            shutil.copytree(ROOT / "content", root / "content")
            shutil.copy(ROOT / "vagen.yaml", root)
            if language == "en":
                _turn_english(root)
            found[language] = Demo(root, language)
        yield found


def _turn_english(root: Path) -> None:
    """The owner reads English from now on; what is written in Hebrew says so."""
    practice = root / "vagen.yaml"
    practice.write_bytes(practice.read_bytes().replace(b"\nlanguage: he\n", b"\nlanguage: en\n"))
    for sop in (root / "content/sops").rglob("*.md"):
        text = sop.read_bytes()
        if b"\nlanguage: " not in text:
            sop.write_bytes(text.replace(b"---\n", b"---\nlanguage: he\n", 1))
