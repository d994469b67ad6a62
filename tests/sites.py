"""A workspace on the disk that tests build, change and build again."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vagen.build import Choices, Outcome, build

ROOT = Path(__file__).resolve().parent.parent
PRACTICE = ROOT / "tests" / "practice"
"""A practice with two clients, small and kept as it is: the demo in the root may grow."""
DEMO_DAY = date(2026, 11, 23)


@dataclass
class Site:
    """`root` is the workspace; the site is written to `folder`."""

    root: Path
    folder: Path
    now: date | datetime = DEMO_DAY

    @classmethod
    def demo(cls, place: Path) -> Site:
        """The small practice, copied, so that a test may change it."""
        root = shutil.copytree(PRACTICE, place / "practice")
        return cls(root, root / "site")

    def build(self, **choices: object) -> Outcome:
        return build(self.root, self.now, Choices(self.folder, **choices))

    def good(self, **choices: object) -> Site:
        """Builds, and there is nothing to say about it."""
        outcome = self.build(**choices)
        assert outcome.problems == ()
        return self

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> Site:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return self

    def change(self, path: str, old: str, new: str) -> Site:
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        return self.write(path, text.replace(old, new, 1))

    def tree(self, below: str = "") -> dict[str, bytes]:
        """Every file of the site, by path."""
        start = self.folder / below
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(start.rglob("*"))
            if path.is_file()
        }


def pdf_text(data: bytes, *, layout: bool = False) -> str:
    """The words of a PDF, by poppler."""
    how = ["-layout"] if layout else []
    run = subprocess.run(
        ["pdftotext", "-q", *how, "-enc", "UTF-8", "-", "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    return run.stdout.decode()


def pdf_details(data: bytes) -> str:
    """The metadata of a PDF, all that `pdfinfo` and its XMP packet say."""
    plain = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True).stdout
    packet = subprocess.run(
        ["pdfinfo", "-meta", "-"], input=data, capture_output=True, check=True
    ).stdout
    outline = subprocess.run(
        ["pdfinfo", "-dests", "-"], input=data, capture_output=True, check=False
    ).stdout
    return b"\n".join((plain, packet, outline)).decode(errors="replace")
