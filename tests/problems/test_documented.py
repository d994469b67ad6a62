"""What docs/problems.md shows of codes that no change of a few text files raises is printed so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.problems.cases import NOW, Case, checked, printed
from tests.problems.test_codes import ELSEWHERE, ROOT
from vagen.build import Choices, Outcome, build
from vagen.edit.folder import begin
from vagen.model.audience import client_audience
from vagen.model.workspace import StoredFile
from vagen.pages.artifact import Artifact, Copy
from vagen.publish.artifacts import outputs_of
from vagen.render.layouts import read_layouts
from vagen.render.pdf import no_pango

CLIENT = "content/clients/ada"
COMMANDS = ("tests/edit/", "tests/repository/", "tests/cli/", "tests/seal/")
"""Rooms whose commands refuse with codes of their own; their tests compare the examples."""
_EXAMPLE = re.compile(r"^### `([a-z0-9-]+)`.*?```text\n(.*?)```", re.MULTILINE | re.DOTALL)
EXAMPLES = dict(_EXAMPLE.findall((ROOT / "docs/problems.md").read_text(encoding="utf-8")))


def _written(path: str, data: bytes) -> Callable[[Path], Outcome]:
    def make(root: Path) -> Outcome:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
        return checked(root)

    return make


def _linked(path: str, target: str) -> Callable[[Path], Outcome]:
    def make(root: Path) -> Outcome:
        (root / path).symlink_to(root / target)
        return checked(root)

    return make


def _no_workspace(root: Path) -> Outcome:
    (root / "vagen.yaml").unlink()
    return checked(root)


def _built(folder: str) -> Callable[[Path], Outcome]:
    return lambda root: build(root, NOW, Choices(root / folder, pdf=False))


def _foreign(root: Path) -> Outcome:
    (root / "site").mkdir()
    (root / "site/notes.txt").write_text("mine", encoding="utf-8")
    return _built("site")(root)


def _site_is_a_link(root: Path) -> Outcome:
    (root.parent / "elsewhere").mkdir()
    (root / "site").symlink_to(root.parent / "elsewhere")
    return _built("site")(root)


def _already_there(root: Path) -> Outcome:
    (root / "practice").mkdir()
    (root / "practice/vagen.yaml").write_text("mine", encoding="utf-8")
    return Outcome(begin(root / "practice", {"vagen.yaml": b""}).problems)


def _changed(root: Path) -> Outcome:
    stored = StoredFile(f"{CLIENT}/documents/agreement.pdf", 4, "0" * 64)
    artifact = Artifact(client_audience("ada"), "documents/agreement.pdf", "portal", Copy(stored))
    (output,) = outputs_of((artifact,), read_layouts(), root)
    assert output.make is not None
    return Outcome(output.make().problems)


RAISED: dict[str, Callable[[Path], Outcome]] = {
    "already-there": _already_there,
    "bom": _written("content/team/noam.yaml", b"\xef\xbb\xbfname: Noam\n"),
    "control-character": _written("content/team/noam.yaml", b"name: N\x1boam\n"),
    "file-changed": _changed,
    "folder-link": _linked("content/other", "content/pages"),
    "foreign-file": _foreign,
    "link-leaves-workspace": _linked("content/pages/secret.md", "../secret.md"),
    "no-pango": lambda _: Outcome((no_pango(),)),
    "no-workspace": _no_workspace,
    "not-utf-8": _written(f"{CLIENT}/tasks.yaml", b"- id: diary\n  title: Diary \xe9\n"),
    "output-link": _site_is_a_link,
    "output-place": _built("content"),
    "template-error": _written(
        "layouts/portal/board.html.j2", b"<p>\n  {{ view.everything }}\n</p>\n"
    ),
    "too-big": _written(f"{CLIENT}/tasks.yaml", b"# " + b"x" * 1_000_000),
    "too-deep": _written("content/inbox.yaml", b"[" * 2000),
    "too-long": _written("content/pages/about.md", b"---\ntitle: x\n---\n" + b"*so* " * 5000),
}


@pytest.mark.parametrize("code", RAISED)
def test_the_example_of_a_code_is_what_is_printed(code: str, tmp_path: Path) -> None:
    root = tmp_path / "practice"
    Case("good", "as it is").lay_out(root)
    assert EXAMPLES[code] in printed(RAISED[code](root), root)


def test_only_what_needs_a_system_in_trouble_or_a_command_is_left_to_its_own_room() -> None:
    here = {code for code, place in ELSEWHERE.items() if not place.startswith(COMMANDS)}
    assert here - set(RAISED) == {
        "output-path",
        "output-write",
        "pdf-outside",
        "pdf-warning",
        "two-pages-one-path",
        "unreadable",
    }
