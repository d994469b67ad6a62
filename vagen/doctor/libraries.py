"""The programs and libraries that vagen needs: Python, Pango, git, time zones, fonts."""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vagen.doctor.finding import Finding, good, missing, note
from vagen.doctor.system import Machine
from vagen.problems import say

LEAST_PYTHON = (3, 11)
_BREWED, _DYLIB = ("/opt/homebrew/lib", "/usr/local/lib"), "libpango-1.0.dylib"
_FONTS = ("Heebo-Regular.ttf", "Heebo-Medium.ttf", "Heebo-Bold.ttf", "Heebo.woff2")


def vagen_itself() -> Finding:
    """Its version."""
    return good("vagen", say("vagen {version}", version=metadata.version("vagen")))


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """A Python that vagen runs in."""
    shown = ".".join(map(str, version))
    if version >= LEAST_PYTHON:
        return good("python", say("Python {version}", version=shown))
    return note("python", say("Python {version} is older than 3.11", version=shown))


def pango(machine: Machine) -> Finding:
    """What draws PDFs."""
    from vagen.render.pdf import pango_missing

    if pango_missing():
        return no_pango(machine, brewed=any(Path(one, _DYLIB).exists() for one in _BREWED))
    return good("pango", say("Pango draws PDFs"))


def no_pango(machine: Machine, *, brewed: bool) -> Finding:
    """What mends it; where Homebrew has it, a Python that is not Homebrew's has to be led there."""
    if machine.system == "macos" and brewed:
        says = say("Pango is installed where this Python does not look: all is built but PDFs")
        led = 'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'
        return missing("pango", says, led)
    says = say("Pango is not installed: all is built but PDFs")
    return missing("pango", says, machine.install("pango"))


def subset(machine: Machine) -> Finding:
    """What keeps PDFs small; without it they are drawn, more slowly."""
    from vagen.render.pdf import pango_missing, subset_missing

    if pango_missing():
        return note("harfbuzz-subset", say("harfbuzz-subset is looked for once Pango is there"))
    if subset_missing():
        says = say("harfbuzz-subset is not installed: PDFs are drawn more slowly")
        return note("harfbuzz-subset", says, machine.install("subset"))
    return good("harfbuzz-subset", say("harfbuzz-subset keeps PDFs small"))


def time_zones(machine: Machine) -> Finding:
    """The clocks of all clients."""
    try:
        from vagen.locale.places import zones

        known = zones()
        ZoneInfo(known[-1])
    except (ZoneInfoNotFoundError, ImportError, OSError):
        says = say("time zones are missing: no client's clock can be read")
        return missing("time-zones", says, machine.renew("tzdata"))
    return good("time-zones", say("{count} time zones", count=len(known)))


def own_zone(name: str) -> Finding:
    """The zone of this machine: `vagen init` takes it for the practice's."""
    if name:
        return good("own-zone", say("this machine's time zone is {zone}", zone=name))
    says = say("this machine does not say its time zone; vagen.yaml names the practice's")
    return note("own-zone", says)


def fonts(*folders: Path) -> Finding:
    """The letters of pages and PDFs, which come with vagen."""
    lacking = [name for name in _FONTS if not any((one / name).is_file() for one in folders)]
    if lacking:
        says = say("fonts are missing ({names}): install vagen anew", names=", ".join(lacking))
        return missing("fonts", says, "")
    return good("fonts", say("fonts for Hebrew and Latin letters"))


def system(machine: Machine) -> Finding:
    """What this machine runs."""
    name = " ".join(part for part in (platform.system(), platform.release()) if part)
    if machine.system == "other":
        return note("system", say("{system}: vagen knows no commands for it", system=name or "?"))
    return good("system", say("{system}", system=name))
