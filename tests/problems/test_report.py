"""`vagen check` as a command: exit codes, `--strict`, and the forms for editors and for GitHub."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.problems.cases import NOW, Case
from vagen.build import Choices, build
from vagen.cli.check import check_command

TASKS = "content/clients/ada/tasks.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "practice"
    Case("good", "as it is").lay_out(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("LANGUAGE", "en")
    return root


def change(root: Path, old: str, new: str) -> None:
    path = root / TASKS
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(
        check_command, [*arguments, "--now", "2026-11-23"], standalone_mode=False
    )


def test_a_good_workspace_says_nothing(root: Path) -> None:
    done = run("-C", str(root))
    assert (done.output, done.return_value) == ("", 0)


def test_an_error_is_exit_code_1(root: Path) -> None:
    change(root, "goal: calm", "goal: clam")
    done = run()
    assert done.return_value == 1
    assert done.output.startswith(f"{TASKS}:6:9: error: ")


def test_a_warning_stops_only_where_it_is_strict(root: Path) -> None:
    change(root, "A diary for December", "{he: יומן לדצמבר}")
    assert run().return_value == 0
    assert ": warning: " in run().output
    assert run("--strict").return_value == 1
    assert ": error: " in run("--strict").output


def test_paths_are_told_from_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root, "goal: calm", "goal: clam")
    monkeypatch.chdir(root / "content/clients")
    assert run().output.startswith("ada/tasks.yaml:6:9: error: ")
    monkeypatch.chdir(root.parent)
    assert run("-C", "practice").output.startswith(f"practice/{TASKS}:6:9: error: ")


def test_json_is_all_that_an_editor_needs(root: Path) -> None:
    change(root, "goal: calm", "goal: clam")
    done = run("--format", "json")
    assert json.loads(done.output) == [
        {
            "path": TASKS,
            "line": 6,
            "column": 9,
            "width": 4,
            "severity": "error",
            "code": "unknown-goal",
            "message": 'this client has no goal "clam"',
            "hint": 'did you mean "calm"?',
            "replacement": "calm",
        }
    ]


def test_github_gets_annotations(root: Path) -> None:
    change(root, "goal: calm", "goal: clam")
    done = run("--format", "github")
    assert done.output == (
        f"::error file={TASKS},line=6,col=9,title=unknown-goal::"
        'this client has no goal "clam" – did you mean "calm"?\n'
    )


def test_a_path_that_no_folder_can_hold_is_found_without_writing(root: Path) -> None:
    asset = root / "layouts/assets/aux.css"
    asset.parent.mkdir(parents=True)
    asset.write_text("", encoding="utf-8")
    done = run()
    assert done.return_value == 1
    assert "[output-path]" in done.output


def test_check_writes_nothing(root: Path) -> None:
    def stand() -> dict[Path, tuple[int, bytes]]:
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in [root, *root.rglob("*")]
        }

    for prepare in (lambda: None, lambda: build(root, NOW, Choices(root / "site", pdf=False))):
        prepare()
        change(root, "diary for December", "fresh diary for December")
        before = stand()
        assert run().return_value == 0
        assert stand() == before
    assert (root / ".vagen").is_dir()
