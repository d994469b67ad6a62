"""Mistakes of whole files: their bytes, size, depth and place; and what holds for every run."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.problems.cases import Case, checked, printed
from vagen.render.layouts import read_layouts
from vagen.source.files import read_sources
from vagen.source.nodes import MAX_DEPTH, read_yaml
from vagen.source.text import MAX_BYTES

TASKS = "content/clients/ada/tasks.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    Case("good", "as it is").lay_out(tmp_path / "practice")
    return tmp_path / "practice"


def told(root: Path) -> list[tuple[str, int, int, str, str]]:
    found = checked(root).problems
    return [(one.at.path, one.at.line, one.at.column, one.severity, one.code) for one in found]


def test_a_file_that_is_not_utf_8_is_shown_as_far_as_it_can_be(root: Path) -> None:
    (root / TASKS).write_bytes("- id: diary\n  title: יומן".encode() + b" \xe9\n")
    assert printed(checked(root), root) == (
        f"{TASKS}:2:15: error: this is not UTF-8 text [not-utf-8]\n"
        "      title: יומן \N{REPLACEMENT CHARACTER}\n"
        "                  ^\n"
        '    hint: save the file with the encoding "UTF-8"\n'
    )


def test_a_bom_is_read_and_named(root: Path) -> None:
    before = (root / TASKS).read_bytes()
    (root / TASKS).write_bytes(b"\xef\xbb\xbf" + before)
    outcome = checked(root)
    assert told(root) == [(TASKS, 1, 1, "warning", "bom")]
    assert outcome.workspace is not None
    assert [task.id for task in outcome.workspace.accounts[0].tasks] == ["rules", "diary"]
    assert "\ufeff" not in outcome.texts[TASKS]


def test_crlf_changes_no_line_and_no_column(root: Path) -> None:
    wrong = (root / TASKS).read_text(encoding="utf-8").replace("goal: calm", "goal: clam")
    (root / TASKS).write_text(wrong, encoding="utf-8", newline="")
    unix = printed(checked(root), root)
    (root / TASKS).write_bytes(wrong.replace("\n", "\r\n").encode())
    assert printed(checked(root), root) == unix
    assert f"{TASKS}:6:9: error" in unix


def test_every_file_may_have_crlf(root: Path) -> None:
    for path in root.rglob("*.*"):
        if path.suffix in (".yaml", ".md"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(root) == []


def test_a_control_character_is_named_and_not_printed(root: Path) -> None:
    (root / "content/team/noam.yaml").write_text("name: N\x1b[31moam\n", encoding="utf-8")
    text = printed(checked(root), root)
    assert "content/team/noam.yaml:1:8: error: " in text
    assert "[control-character]" in text
    assert "(U+001B)" in text
    assert "\x1b" not in text


def test_a_file_of_more_than_a_megabyte_is_not_read(root: Path) -> None:
    (root / TASKS).write_bytes(b"# " + b"x" * MAX_BYTES)
    assert (TASKS, 1, 1, "error", "too-big") in told(root)
    assert len(read_sources(root).texts[TASKS]) == MAX_BYTES + 1


def test_a_file_of_just_a_megabyte_is_read(root: Path) -> None:
    good = (root / TASKS).read_bytes()
    (root / TASKS).write_bytes(good + b"# " + b"x" * (MAX_BYTES - len(good) - 3) + b"\n")
    assert told(root) == []


@pytest.mark.parametrize(("depth", "codes"), [(MAX_DEPTH, []), (MAX_DEPTH + 1, ["too-deep"])])
def test_nesting_ends_at_fifty(depth: int, codes: list[str]) -> None:
    _, found = read_yaml("[" * depth + "]" * depth, "content/inbox.yaml")
    assert [(one.code, one.at.column) for one in found] == [(code, MAX_DEPTH + 1) for code in codes]


def test_two_hundred_thousand_brackets_are_a_problem_and_no_crash(root: Path) -> None:
    (root / TASKS).write_text("[" * 200_000, encoding="utf-8")
    assert (TASKS, 1, MAX_DEPTH + 1, "error", "too-deep") in told(root)


def test_a_deep_list_in_prose_is_a_problem(root: Path) -> None:
    (root / "content/pages/about.md").write_text(
        "---\ntitle: עליי\n---\n" + ">" * 60 + " deep\n", encoding="utf-8"
    )
    assert [one[4] for one in told(root)] == ["too-deep"]


def test_a_paragraph_of_many_pages_is_a_problem(root: Path) -> None:
    (root / "content/pages/about.md").write_text(
        "---\ntitle: עליי\n---\n" + "*so* " * 5000 + "\n", encoding="utf-8"
    )
    assert told(root) == [("content/pages/about.md", 4, 1, "error", "too-long")]


def test_a_link_out_of_the_workspace_is_not_followed(root: Path) -> None:
    outside = root.parent / "secret.md"
    outside.write_text("secret", encoding="utf-8")
    (root / "content/pages/secret.md").symlink_to(outside)
    (root / "content/pages/nowhere.md").symlink_to(root / "missing.md")
    (root / "content/up").symlink_to(root.parent)
    assert told(root) == [
        ("content/pages/nowhere.md", 1, 1, "error", "link-leaves-workspace"),
        ("content/pages/secret.md", 1, 1, "error", "link-leaves-workspace"),
        ("content/up", 1, 1, "error", "link-leaves-workspace"),
    ]
    assert not any("secret" in path for path in read_sources(root).texts)


@pytest.mark.parametrize("folder", ["content", "layouts"])
def test_a_whole_folder_of_the_workspace_is_no_link_out_of_it(root: Path, folder: str) -> None:
    outside = root.parent / "outside"
    (outside / "parts").mkdir(parents=True)
    (outside / "parts/base.html.j2").write_text("secret", encoding="utf-8")
    (outside / "inbox.md").write_text("secret", encoding="utf-8")
    if folder == "content":
        shutil.rmtree(root / "content")
        (root / "vagen.yaml").write_text(
            (root / "vagen.yaml").read_text(encoding="utf-8").split("week:")[0], encoding="utf-8"
        )
    (root / folder).symlink_to(outside)
    assert told(root) == [(folder, 1, 1, "error", "link-leaves-workspace")]
    assert b"secret" not in read_sources(root).texts.values()
    assert b"secret" not in read_layouts(root).files.values()


def test_a_link_out_of_layouts_is_named(root: Path) -> None:
    (root / "layouts/print").mkdir(parents=True)
    (root / "layouts/print/logo.png").symlink_to(root.parent / "secret.png")
    assert told(root) == [("layouts/print/logo.png", 1, 1, "error", "link-leaves-workspace")]


def test_a_link_to_a_folder_within_is_named(root: Path) -> None:
    (root / "content/other").symlink_to(root / "content/pages")
    assert told(root) == [("content/other", 1, 1, "warning", "folder-link")]


def test_a_file_that_may_not_be_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refused(path: Path, *args: str, **kwargs: str) -> object:
        if path.name == "tasks.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refused)
    sources = read_sources(root)
    assert [(one.at.path, one.code) for one in sources.problems] == [(TASKS, "unreadable")]


def test_a_layout_that_may_not_be_read_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open
    (root / "layouts/portal").mkdir(parents=True)
    (root / "layouts/portal/board.html.j2").write_text("mine", "utf-8")

    def refused(path: Path, *args: str, **kwargs: str) -> object:
        if path.is_relative_to(root / "layouts"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refused)
    assert told(root) == [("layouts/portal/board.html.j2", 1, 1, "error", "unreadable")]


def test_a_folder_without_a_practice_says_how_to_begin(tmp_path: Path) -> None:
    assert printed(checked(tmp_path), tmp_path) == (
        "vagen.yaml:1:1: error: there is no vagen.yaml here [no-workspace]\n"
        "    hint: make a workspace with: vagen init DIR\n"
    )


def test_all_problems_of_a_run_are_shown_at_once_and_sorted(root: Path) -> None:
    for path, old, new in (
        ("vagen.yaml", "colour:", "color:"),
        (TASKS, "goal: calm", "goal: clam"),
        (TASKS, "status: doing", "status: doin"),
        ("content/clients/ada/payments.yaml", "amount: 100", "amount: 1,000"),
        ("content/sops/office/inbox.md", "2026-10-01", "2026-10-32"),
    ):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(text.replace(old, new), encoding="utf-8")
    assert told(root) == [
        ("content/clients/ada/payments.yaml", 2, 11, "error", "bad-amount"),
        (TASKS, 3, 11, "error", "not-one-of"),
        (TASKS, 6, 9, "error", "unknown-goal"),
        ("content/sops/office/inbox.md", 3, 11, "error", "impossible-date"),
        ("vagen.yaml", 11, 3, "error", "unknown-key"),
    ]


def test_in_hebrew_the_words_for_programs_stay_english(root: Path) -> None:
    text = (root / TASKS).read_text(encoding="utf-8").replace("goal: calm", "goal: clam")
    (root / TASKS).write_text(text, encoding="utf-8")
    outcome = checked(root)
    first, line, caret, hint = printed(outcome, root, {"LANGUAGE": "he"}).splitlines()
    assert first.startswith(f"{TASKS}:6:9: error: ")
    assert first.endswith(" [unknown-goal]")
    assert (line, caret) == ("      goal: clam", "            ^^^^")
    assert hint.startswith("    hint: ")
    for environ in ({"LANGUAGE": "", "LANG": "C"}, {"LANGUAGE": "", "LANG": "he_IL.UTF-8"}):
        # The practice's own language is Hebrew, and C names none.
        assert printed(outcome, root, environ).splitlines()[0] == first
    warned = replace(
        outcome, problems=tuple(replace(one, severity="warning") for one in outcome.problems)
    )
    assert ": warning: " in printed(warned, root, {"LANGUAGE": "he"})


def test_nothing_is_wrapped_or_coloured(root: Path) -> None:
    long = "x" * 400
    (root / "content/team/noam.yaml").write_text(f"name: N\n{long}: y\n", encoding="utf-8")
    text = printed(checked(root), root)
    assert f"    {long}: y\n    {'^' * 400}\n" in text
    assert "\x1b" not in text
