"""What is written for editors: where they find it, and that nothing of a person's is touched."""

from __future__ import annotations

import json
import shutil
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.sites import ROOT
from vagen.build import check
from vagen.edit.demo import DEMO_DAY, demo_files
from vagen.edit.editors import editor_files, refreshed, settings
from vagen.edit.folder import begin
from vagen.edit.heading import HEADED, headed
from vagen.edit.log import log
from vagen.edit.starter import Beginning, starter_files
from vagen.edit.tasks import add
from vagen.edit.writing import carry_out
from vagen.locale import catalog
from vagen.model.filekind import FILE_KINDS
from vagen.source.rooms import room_of

WORDS = catalog("en")
BEGINNING = Beginning("Noa", "en", "Asia/Jerusalem", "ILS", "IL")
MINE = b'{"editor.fontSize": 14}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = starter_files(BEGINNING, DEMO_DAY)
    files = {name: headed(name, content) for name, content in files.items()}
    assert begin(tmp_path, files, editor_files(WORDS)).problems == ()
    return tmp_path


def refresh(root: Path, language: str = "en") -> tuple[list[str], list[str]]:
    """The files written and the codes of what was found."""
    edit = carry_out(root, lambda glance: refreshed(glance, catalog(language)))
    return [one.path for one in edit.changes], [one.code for one in edit.problems]


def test_there_is_a_schema_for_every_kind_and_settings_that_name_those_of_whole_files() -> None:
    files = editor_files(WORDS)
    schemas = {name for name in files if name.startswith(".schema/")}
    assert schemas == {f".schema/{kind.name}.json" for kind in FILE_KINDS}
    assert {f".schema/{Path(name).name}" for name in settings()["yaml.schemas"]} < schemas
    assert all(json.loads(content) for content in files.values())


@pytest.mark.parametrize("path", [path for path in demo_files(DEMO_DAY) if path.endswith(".yaml")])
def test_settings_and_first_line_lead_to_the_schema_of_the_room(path: str) -> None:
    room = room_of(path)[0]
    known = settings()["yaml.schemas"]
    found = [name for name, globs in known.items() for one in globs if fnmatchcase(path, one)]
    assert found == [f"./.schema/{room}.json"]
    line, _, rest = headed(path, b"rest\n").decode().partition("\n")
    target = line.removeprefix("# yaml-language-server: $schema=")
    assert (Path("/w") / path).parent.joinpath(target).resolve() == Path(f"/w/.schema/{room}.json")
    assert rest == "rest\n"
    assert headed(path, headed(path, b"rest\n")) == headed(path, b"rest\n")


@pytest.mark.parametrize("path", ["content/pages/a.md", "content/clients/a/notes/a.md", "x.yaml"])
def test_what_an_editor_has_no_schema_for_gets_no_line(path: str) -> None:
    assert headed(path, b"rest\n") == b"rest\n"


@pytest.mark.parametrize("demo", [False, True])
def test_a_workspace_with_all_of_it_has_no_problem(tmp_path: Path, *, demo: bool) -> None:
    files = demo_files(date(2026, 12, 7)) if demo else starter_files(BEGINNING, DEMO_DAY)
    headed_files = {name: headed(name, content) for name, content in files.items()}
    assert begin(tmp_path, headed_files, editor_files(WORDS)).problems == ()
    day = date(2026, 12, 7) if demo else DEMO_DAY
    assert check(tmp_path, day, strict=not demo).problems == ()


def test_a_file_that_a_command_begins_has_the_line_where_there_are_schemas(root: Path) -> None:
    client = root / "content/clients/first-client"
    (client / "tasks.yaml").unlink()
    day = date(2027, 3, 1)
    for typed in ("45m Inbox", "30m Travel"):
        edit = carry_out(root, lambda glance, typed=typed: log(glance, "first", typed, day, None))
        assert edit.problems == ()
    assert carry_out(root, lambda glance: add(glance, "first", "New", (), day)).problems == ()
    month = "# yaml-language-server: $schema=../../../../.schema/time.json\n2027-03-01: |\n"
    assert (client / "time/2027-03.yaml").read_text("utf-8").startswith(month)
    assert (client / "time/2027-03.yaml").read_text("utf-8").count("$schema") == 1
    tasks = "# yaml-language-server: $schema=../../../.schema/tasks.json\n- id: new\n"
    assert (client / "tasks.yaml").read_text("utf-8").startswith(tasks)
    shutil.rmtree(root / ".schema")
    carry_out(root, lambda glance: log(glance, "first", "45m Inbox", date(2027, 4, 1), None))
    assert (client / "time/2027-04.yaml").read_text("utf-8").startswith("2027-04-01: |\n")


def test_every_kind_of_yaml_has_its_line_and_its_setting() -> None:
    named = {name.removeprefix("./.schema/") for name in settings()["yaml.schemas"]}
    assert named == {f"{name}.json" for name in HEADED}


def test_they_are_written_anew_only_where_they_differ(root: Path) -> None:
    assert refresh(root) == ([], [])
    paths, _ = refresh(root, "he")
    assert set(paths) == {f".schema/{kind.name}.json" for kind in FILE_KINDS}
    (root / ".schema/tasks.json").unlink()
    assert refresh(root, "he") == ([".schema/tasks.json"], [])


def test_what_a_person_wrote_stays(root: Path) -> None:
    (root / ".schema/page.json").write_bytes(MINE)
    (root / ".vscode/settings.json").write_bytes(MINE)
    assert refresh(root) == ([], ["foreign-file"])
    assert (root / ".schema/page.json").read_bytes() == MINE
    assert (root / ".vscode/settings.json").read_bytes() == MINE


def test_a_folder_that_has_settings_can_become_a_workspace(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_bytes(MINE)
    begun = begin(tmp_path, starter_files(BEGINNING, DEMO_DAY), editor_files(WORDS))
    assert begun.problems == ()
    assert (tmp_path / ".vscode/settings.json").read_bytes() == MINE
    assert (tmp_path / ".schema/client.json").is_file()


def test_the_demo_of_this_repository_stays_without_them() -> None:
    """They are written where a practice begins; here they would only follow the code about."""
    assert not (ROOT / ".schema").exists()
