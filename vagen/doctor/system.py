"""Which system this is, and how things are installed on it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

System = Literal["debian", "fedora", "arch", "alpine", "suse", "macos", "windows", "other"]
Thing = Literal["pango", "subset", "git"]

_FAMILIES: Mapping[str, System] = {
    "debian": "debian", "ubuntu": "debian", "linuxmint": "debian", "raspbian": "debian",
    "fedora": "fedora", "rhel": "fedora", "centos": "fedora",
    "arch": "arch", "manjaro": "arch", "alpine": "alpine", "suse": "suse", "opensuse": "suse",
}  # fmt: skip
_INSTALLS: Mapping[System, tuple[str, Mapping[Thing, str]]] = {
    "debian": (
        "sudo apt install {}",
        {
            "pango": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            "subset": "libharfbuzz-subset0",
            "git": "git",
        },
    ),
    "fedora": ("sudo dnf install {}", {"pango": "pango", "subset": "harfbuzz", "git": "git"}),
    "arch": ("sudo pacman -S {}", {"pango": "pango", "subset": "harfbuzz", "git": "git"}),
    "alpine": (
        # apk finds a library by its file's name, whatever package holds it.
        "sudo apk add {}",
        {
            "pango": "so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0",
            "subset": "so:libharfbuzz-subset.so.0",
            "git": "git",
        },
    ),
    "suse": (
        "sudo zypper install {}",
        {
            "pango": "libpango-1_0-0 libharfbuzz-subset0",
            "subset": "libharfbuzz-subset0",
            "git": "git",
        },
    ),
    "macos": ("brew install {}", {"pango": "pango", "subset": "harfbuzz", "git": "git"}),
    "windows": (
        "{}",
        {
            # Where MSYS2 puts them WeasyPrint looks by itself.
            "pango": "winget install MSYS2.MSYS2; C:\\msys64\\usr\\bin\\bash -lc"
            ' "pacman -S --noconfirm mingw-w64-ucrt-x86_64-pango"',
            "subset": "C:\\msys64\\usr\\bin\\bash -lc"
            ' "pacman -S --noconfirm mingw-w64-ucrt-x86_64-harfbuzz"',
            "git": "winget install Git.Git",
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Machine:
    """The system, the Python that vagen runs in, and on Windows the name of who works there.

    Its commands are for the shell that a terminal opens there: on Windows that is PowerShell.
    """

    system: System
    python: str
    user: str = ""

    def install(self, thing: Thing) -> str:
        """The command that installs a thing here; empty where we know none."""
        form, names = _INSTALLS.get(self.system, ("", {}))
        return form.format(names[thing]) if thing in names else ""

    def renew(self, library: str) -> str:
        """The command that installs a Python library anew, beside vagen."""
        program = self.quoted(self.python)
        called = f"& {program}" if program.startswith('"') else program  # else it is a mere text
        return f"{called} -m pip install --force-reinstall {library}"

    def let_write(self, folder: Path, *, own: bool) -> str:
        """The command that lets a person write a folder; on Unix it needs to be theirs (`own`)."""
        place = self.quoted(str(folder))
        if self.system == "windows":
            return f'icacls "{folder}" /grant "{self.user}:(OI)(CI)F" /T'
        return f"chmod -R u+w {place}" if own else f'sudo chown -R "$(id -un)" {place}'

    def quoted(self, word: str) -> str:
        """A word as this system's shell takes it."""
        if self.system == "windows":
            return f'"{word}"' if " " in word else word
        return shlex.quote(word)


def system_of(platform: str, release: str) -> System:
    """The system, by `sys.platform` and the text of /etc/os-release (freedesktop.org)."""
    if platform == "darwin":
        return "macos"
    if platform in ("win32", "cygwin"):
        return "windows"
    told = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    names = f"{told.get('ID', '')} {told.get('ID_LIKE', '')}".replace('"', "").split()
    known = (_FAMILIES.get(name) or _FAMILIES.get(name.partition("-")[0]) for name in names)
    return next((one for one in known if one), "other")
