"""`vagen init`: what it writes builds without a word, and nothing that is there is overwritten."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sites import ROOT
from vagen.build import check
from vagen.edit.demo import DEMO_DAY, demo_files
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_new_workspace_has_no_problem(tmp_path: Path, language: str) -> None:
    name = 'Dana: "the" #1'
    beginning = Beginning(name, language, "Asia/Jerusalem", "ILS", "IL")
    begin(tmp_path, starter_files(beginning, DEMO_DAY))
    outcome = check(tmp_path, DEMO_DAY, strict=True)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    assert outcome.workspace.practice.name.within(language) == name


@settings(max_examples=8, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_the_demo_is_good_on_any_day(tmp_path_factory: pytest.TempPathFactory, day: date) -> None:
    folder = tmp_path_factory.mktemp("demo")
    begin(folder, demo_files(day))
    outcome = check(folder, day)
    assert outcome.problems == ()
    assert outcome.workspace is not None
    entries = [entry for account in outcome.workspace.accounts for entry in account.entries]
    assert len(entries) >= 600
    assert max(entry.on for entry in entries) <= day
    assert max(entry.on for entry in entries) > day - timedelta(weeks=2)


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def days(files: dict[str, bytes]) -> list[date]:
    """Every date of the demo, in names and texts, but for those of the law."""
    texts = [name for name in files if DAY.search(name)]
    texts += [data.decode() for name, data in files.items() if name.endswith((".yaml", ".md"))]
    lawful = re.sub(r"^tax:\n(?:[ \t]+.*\n)*", "", "\n".join(texts), flags=re.MULTILINE)
    return sorted(date.fromisoformat(day) for day in DAY.findall(lawful))


@pytest.mark.parametrize("weeks", [-60, -1, 1, 7, 53, 400])
def test_all_dates_move_by_whole_weeks_and_nothing_else_changes(weeks: int) -> None:
    here = demo_files(DEMO_DAY)
    there = demo_files(DEMO_DAY + timedelta(weeks=weeks, days=6))
    assert days(there) == [day + timedelta(weeks=weeks) for day in days(here)]
    assert {DAY.sub("D", name) for name in here if "/time/" not in name} == {
        DAY.sub("D", name) for name in there if "/time/" not in name
    }
    for name, data in here.items():
        if "/time/" not in name and name.endswith((".yaml", ".md")):
            moved = there[DAY.sub(partial(_later, weeks), name)]
            assert DAY.sub("D", moved.decode()) == DAY.sub("D", data.decode())


def _later(weeks: int, day: re.Match[str]) -> str:
    return (date.fromisoformat(day[0]) + timedelta(weeks=weeks)).isoformat()


def test_the_log_is_sorted_into_its_months_anew() -> None:
    there = demo_files(DEMO_DAY + timedelta(weeks=9))
    logs = {name: data.decode() for name, data in there.items() if "/time/" in name}
    assert len(logs) > 4
    for name, text in logs.items():
        found = re.findall(r"^(\d{4}-\d{2})-\d{2}:", text, re.MULTILINE)
        assert set(found) == {name[-12:-5]}
        assert text.split("\n") == [*text.rstrip().split("\n"), ""]


def test_at_its_own_day_the_demo_is_copied_as_it_is() -> None:
    files = demo_files(DEMO_DAY)
    changed = [name for name, data in files.items() if (ROOT / name).read_bytes() != data]
    assert [name for name in changed if "/time/" not in name] == ["vagen.yaml"]
    assert b"invented" not in files["vagen.yaml"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "vagen.yaml").write_text("mine", encoding="utf-8")
    begun = begin(tmp_path, {"vagen.yaml": b"new", "content/a.md": b""})
    assert [one.code for one in begun.problems] == ["already-there"]
    assert (tmp_path / "vagen.yaml").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "content").exists()


def test_a_gitignore_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("secret\n.vagen/", encoding="utf-8")
    begin(tmp_path, {})
    text = (tmp_path / ".gitignore").read_text(encoding="utf-8")
    assert text.split() == ["secret", ".vagen/", "site/", "preview/", "*.vagen-part"]


def test_what_the_disk_refuses_leaves_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "layouts").write_text("a file where a folder should be", encoding="utf-8")
    files = {"a.md": b"a", "content/b.md": b"b", "layouts/c.md": b"c"}
    begun = begin(tmp_path, files)
    (problem,) = begun.problems
    assert (problem.code, problem.at.path) == ("not-begun", (tmp_path / "layouts").as_posix())
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["layouts"]


def test_a_link_to_nothing_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "vagen.yaml").symlink_to(tmp_path / "elsewhere")
    begun = begin(tmp_path, {"vagen.yaml": b"new"})
    assert [one.code for one in begun.problems] == ["already-there"]
    assert not (tmp_path / "elsewhere").exists()


def test_a_gitignore_of_any_bytes_keeps_them(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"caf\xe9")
    begin(tmp_path, {})
    assert (
        tmp_path / ".gitignore"
    ).read_bytes() == b"caf\xe9\nsite/\npreview/\n.vagen/\n*.vagen-part\n"
