"""What the doctor finds, on machines that lack one thing or another; nothing is changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vagen.doctor.examination import Case, editors, examined
from vagen.doctor.finding import Finding
from vagen.doctor.history import history
from vagen.doctor.libraries import fonts, no_pango, own_zone, python, system
from vagen.doctor.system import Machine
from vagen.doctor.workplace import watching, writable
from vagen.edit.demo import DEMO_DAY
from vagen.edit.editors import editor_files
from vagen.edit.folder import begin
from vagen.edit.starter import Beginning, starter_files
from vagen.locale import LANGUAGES, catalog
from vagen.problems import Message
from vagen.render.layouts import built_in_fonts

MACHINE = Machine("debian", sys.executable)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    beginning = Beginning("Noa", "en", "Asia/Jerusalem", "ILS", "IL")
    begin(tmp_path, starter_files(beginning, DEMO_DAY), editor_files(catalog("en")))
    return tmp_path


def told(one: Finding) -> tuple[str, str]:
    return one.state, one.says.spoken(catalog("en"))


def tree(root: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in root.rglob("*")
        if path.is_file()
    }


def test_the_doctor_looks_and_changes_nothing(practice: Path) -> None:
    before = tree(practice)
    found = examined(Case(MACHINE, practice, practice=True, zone="Asia/Jerusalem"))
    assert len({one.name for one in found}) == len(found)
    assert tree(practice) == before


def test_all_that_is_said_is_said_in_hebrew_too(practice: Path) -> None:
    found = examined(Case(MACHINE, practice, practice=True, zone="Asia/Jerusalem"))
    alike = {one.name for one in found if spoken(one.says, "he") == spoken(one.says, "en")}
    assert alike <= {"vagen", "system"}
    names = {"python"} & alike
    assert LANGUAGES == ("en", "he")
    assert not names


def spoken(says: Message, language: str) -> str:
    return says.spoken(catalog(language))


def test_an_old_python_is_named() -> None:
    assert python((3, 10, 4)).state == "note"
    assert told(python((3, 13, 0))) == ("good", "Python 3.13.0")


def test_a_system_without_commands_is_a_note() -> None:
    assert system(Machine("other", "python3")).state == "note"


def test_fonts_that_are_gone_are_missing(tmp_path: Path) -> None:
    (tmp_path / "Heebo-Bold.ttf").touch()
    found = fonts(tmp_path)
    assert found.state == "missing"
    assert "(Heebo-Regular.ttf, Heebo-Medium.ttf, Heebo.woff2)" in told(found)[1]


def test_the_fonts_of_pages_and_papers_are_there() -> None:
    assert fonts(*built_in_fonts()).state == "good"


@pytest.mark.parametrize(("zone", "state"), [("Asia/Jerusalem", "good"), ("", "note")])
def test_a_machine_may_be_silent_about_its_zone(zone: str, state: str) -> None:
    assert own_zone(zone).state == state


@pytest.mark.parametrize(("kind", "state"), [(None, "good"), ("nfs4", "note")])
def test_folders_of_elsewhere_tell_of_no_changes(kind: str | None, state: str) -> None:
    assert watching(kind).state == state


ORDINARY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
"""Makes root heed the modes of files as everybody else does."""


@pytest.fixture
def locked(practice: Path) -> Iterator[Path]:
    """A practice whose folders may not be written."""
    if sys.platform == "win32" or (os.geteuid() == 0 and shutil.which(ORDINARY[0]) is None):
        pytest.skip("no mode of a file locks anything here")
    for folder in (practice / "content", practice):
        folder.chmod(0o555)
    yield practice
    for folder in (practice, practice / "content"):
        folder.chmod(0o755)


def asked(root: Path) -> subprocess.CompletedProcess[str]:
    """What the command says to an ordinary person."""
    return subprocess.run(
        [
            *(ORDINARY if os.geteuid() == 0 else ()),
            *(sys.executable, "-m", "vagen", "doctor", "-C", str(root)),
        ],
        env={**os.environ, "LANGUAGE": "en"},
        capture_output=True,
        check=False,
        text=True,
    )


def test_folders_that_may_not_be_written_are_named(locked: Path) -> None:
    run = asked(locked)
    assert run.returncode == 3, run.stderr
    says = f"missing  here nothing can be written: {locked}, {locked}/content"
    mends = f"         type: chmod -R u+w {locked}"
    assert f"{says}\n{mends}\n" in run.stdout


def test_a_folder_of_somebody_else_is_not_to_be_taken_over(locked: Path) -> None:
    locked.chmod(0o755)
    (locked / "vagen.yaml").unlink()
    locked.chmod(0o555)
    run = asked(locked)
    says = f"note  here nothing can be written: {locked}, {locked}/content"
    assert f"{says}\n      type: cd ~\n" in run.stdout


def test_what_may_be_written_is_said(practice: Path) -> None:
    before = tree(practice)
    assert writable(MACHINE, practice, practice=True).state == "good"
    assert tree(practice) == before


def test_editors_learn_of_another_language(practice: Path) -> None:
    assert editors(Case(MACHINE, practice, practice=True)).state == "good"
    found = editors(Case(MACHINE, practice, practice=True, language="he"))
    assert (found.state, found.command) == ("note", "vagen schema")


def test_without_git_its_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (found,) = history(Machine("macos", "python3"), tmp_path, practice=False)
    assert (found.state, found.command) == ("missing", "brew install git")


def test_whom_git_knows(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(practice / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    _, user = history(MACHINE, practice, practice=True)
    assert (user.state, user.command) == ("note", 'git config --global user.name "Noa"')
    for key, value in (("name", "Noa"), ("email", "noa@barkai.example")):
        subprocess.run(
            ["git", "config", "--file", str(practice / "none"), f"user.{key}", value], check=True
        )
    _, user = history(MACHINE, practice, practice=True)
    assert told(user) == ("good", "git saves as Noa <noa@barkai.example>")


def test_pango_of_homebrew_is_led_to_and_not_installed_again() -> None:
    mac = Machine("macos", "python3")
    assert no_pango(mac, brewed=False).command == "brew install pango"
    assert no_pango(mac, brewed=True).command.startswith("export DYLD_FALLBACK_LIBRARY_PATH=")
    assert no_pango(MACHINE, brewed=True).command.startswith("sudo apt install libpango")


def test_pango_that_does_not_load_is_missing(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("LD_LIBRARY_PATH is how it breaks here")
    (tmp_path / "libpango-1.0.so.0").touch()
    run = subprocess.run(
        [sys.executable, "-m", "vagen", "doctor", "-C", str(tmp_path)],
        env={**os.environ, "LD_LIBRARY_PATH": str(tmp_path), "LANGUAGE": "en"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 3
    assert "missing  Pango is not installed: all is built but PDFs" in run.stdout
