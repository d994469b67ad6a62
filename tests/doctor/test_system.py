"""Which system it is, and that every command there names what that system has."""

from __future__ import annotations

from pathlib import Path

import pytest

from vagen.doctor.system import Machine, System, system_of

RELEASES = {
    'NAME="Debian GNU/Linux"\nID=debian\n': "debian",
    'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n': "debian",
    'ID=pop\nID_LIKE="ubuntu debian"\n': "debian",
    "ID=fedora\n": "fedora",
    'ID="rocky"\nID_LIKE="rhel centos fedora"\n': "fedora",
    "ID=arch\n": "arch",
    "ID=endeavouros\nID_LIKE=arch\n": "arch",
    "ID=alpine\n": "alpine",
    'ID="opensuse-leap"\nID_LIKE="suse opensuse"\n': "suse",
    "ID=haiku\n": "other",
    "": "other",
    "no equals sign\n": "other",
}
KNOWN: tuple[System, ...] = ("debian", "fedora", "arch", "alpine", "suse", "macos", "windows")


@pytest.mark.parametrize(("release", "system"), RELEASES.items())
def test_linux_is_told_by_its_release_file(release: str, system: str) -> None:
    assert system_of("linux", release) == system


@pytest.mark.parametrize(("platform", "system"), [("darwin", "macos"), ("win32", "windows")])
def test_others_are_told_by_python(platform: str, system: str) -> None:
    assert system_of(platform, "ID=debian\n") == system


@pytest.mark.parametrize("system", KNOWN)
def test_every_known_system_installs_everything(system: System) -> None:
    machine = Machine(system, "python3")
    commands = [machine.install(thing) for thing in ("pango", "subset", "git")]
    assert all(commands)
    assert len(set(commands)) == len(commands)
    assert not any("{}" in command for command in commands)


def test_an_unknown_system_gets_no_command() -> None:
    assert Machine("other", "python3").install("pango") == ""


def test_paths_are_quoted_for_the_shell() -> None:
    place = Path("/home/noa/my practice")
    debian, windows = Machine("debian", "/my py"), Machine("windows", "C:/My Py/python.exe", "noa")
    assert debian.let_write(place, own=True) == "chmod -R u+w '/home/noa/my practice'"
    whose = 'sudo chown -R "$(id -un)"'
    assert debian.let_write(place, own=False) == f"{whose} '/home/noa/my practice'"
    assert f'icacls "{place}" /grant "noa:(OI)(CI)F" /T' == windows.let_write(place, own=True)
    assert debian.renew("tzdata").startswith("'/my py' -m pip install")
    assert windows.renew("tzdata").startswith('& "C:/My Py/python.exe" -m pip install')
