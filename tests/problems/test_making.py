"""Problems that only making and writing raise, where no other room's tests name them."""

from __future__ import annotations

from pathlib import Path

from vagen.edit.folder import begin
from vagen.model.audience import client_audience
from vagen.model.workspace import StoredFile
from vagen.pages.artifact import Artifact, Copy
from vagen.publish.artifacts import outputs_of
from vagen.render.layouts import read_layouts
from vagen.render.pdf import no_pango


def test_init_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "vagen.yaml").write_text("mine", encoding="utf-8")
    begun = begin(tmp_path, {"vagen.yaml": b"theirs", "content/inbox.md": b""})
    assert [(one.code, one.severity) for one in begun.problems] == [("already-there", "error")]
    assert begun.problems[0].at.path.endswith("/vagen.yaml")
    assert [path.name for path in tmp_path.rglob("*")] == ["vagen.yaml"]
    assert (tmp_path / "vagen.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_that_changes_while_the_site_is_built_is_not_handed_on(tmp_path: Path) -> None:
    path = "content/clients/ada/documents/agreement.pdf"
    read = StoredFile(path, 4, "0" * 64)
    artifact = Artifact(client_audience("ada"), "documents/agreement.pdf", "portal", Copy(read))
    (output,) = outputs_of((artifact,), read_layouts(), tmp_path)
    assert output.make is not None
    made = output.make()
    assert made.content is None
    assert [(one.code, one.at.path) for one in made.problems] == [("file-changed", path)]


def test_without_pango_only_a_warning_is_said() -> None:
    problem = no_pango()
    assert (problem.code, problem.severity) == ("no-pango", "warning")
    assert problem.hint is not None
