import os

import pytest

from vagen.publish.place import identity, refused_output, shown


@pytest.fixture
def workspace(tmp_path):
    home = tmp_path / "practice"
    for name in ("content/clients", "layouts", "site", ".vagen"):
        (home / name).mkdir(parents=True)
    (home / "vagen.yaml").write_text("name: Dana\n", encoding="utf-8")
    return home


@pytest.mark.parametrize(
    "folder",
    [
        ".",
        "..",
        "/",
        "content",
        "content/clients/new",
        "layouts",
        "layouts/x",
        ".vagen",
        ".vagen/site",
        ".git",
        "vagen.yaml",
        "site/../content",
    ],
)
def test_the_output_may_not_mix_with_what_a_person_wrote(workspace, folder):
    problem = refused_output(workspace, workspace / folder)
    assert problem is not None
    assert (problem.code, problem.severity) == ("output-place", "error")


@pytest.mark.parametrize("folder", ["site", "preview/a", "../elsewhere", "contents", "..."])
def test_other_folders_are_fine(workspace, folder):
    assert refused_output(workspace, workspace / folder) is None


def test_a_link_that_leaves_the_workspace_is_refused(workspace, tmp_path):
    (tmp_path / "outside").mkdir()
    (workspace / "public").symlink_to(tmp_path / "outside")
    for folder in ("public", "public/deep"):
        problem = refused_output(workspace, workspace / folder)
        assert problem is not None
        assert (problem.code, problem.at.path) == ("output-link", folder)


def test_a_link_into_the_content_is_refused(workspace):
    (workspace / "public").symlink_to(workspace / "content")
    assert refused_output(workspace, workspace / "public").code == "output-place"


def test_the_receipts_may_not_stand_behind_a_link(workspace, tmp_path):
    (workspace / ".vagen").rmdir()
    (workspace / ".vagen").symlink_to(tmp_path)
    assert refused_output(workspace, workspace / "site").code == "output-link"


def test_a_workspace_may_itself_be_reached_through_a_link(workspace, tmp_path):
    (tmp_path / "link").symlink_to(workspace)
    assert refused_output(tmp_path / "link", tmp_path / "link" / "site") is None
    assert identity(tmp_path / "link", workspace / "site") == "site"


def test_an_output_folder_keeps_its_identity_when_the_workspace_moves(workspace, tmp_path):
    before = identity(workspace, workspace / "site")
    workspace.rename(tmp_path / "moved")
    assert identity(tmp_path / "moved", tmp_path / "moved" / "site") == before == "site"


def test_a_folder_elsewhere_is_known_by_its_whole_path(workspace, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    assert identity(workspace, elsewhere) == os.path.realpath(elsewhere)
    assert shown(workspace, elsewhere / "a.html") == f"{elsewhere}/a.html"
    assert shown(workspace, workspace / "site" / "a.html") == "site/a.html"
