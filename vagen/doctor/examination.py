"""All that the doctor looks at, in the order in which it is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vagen.doctor import libraries, workplace
from vagen.doctor.finding import Finding, good, note
from vagen.doctor.history import history
from vagen.doctor.system import Machine
from vagen.problems import say
from vagen.watch.mounts import silent_disk


@dataclass(frozen=True, slots=True)
class Case:
    """Where one looks. `practice`: the folder is a workspace, whose language is `language`; `zone`
    is what the system tells.
    """

    machine: Machine
    root: Path
    practice: bool
    zone: str = ""
    language: str = "en"


def examined(case: Case) -> list[Finding]:
    """Everything, good or not."""
    from vagen.render.layouts import built_in_fonts

    machine = case.machine
    clocks = libraries.time_zones(machine)
    found = [
        libraries.vagen_itself(),
        libraries.system(machine),
        libraries.python(),
        libraries.pango(machine),
        libraries.subset(machine),
        libraries.fonts(*built_in_fonts()),
        clocks,
        libraries.own_zone(case.zone),
        *history(machine, case.root, practice=case.practice),
        workplace.writable(machine, case.root, practice=case.practice),
        workplace.room(case.root),
        workplace.watching(silent_disk(case.root)),
    ]
    # The schemas for editors list all time zones.
    return [*found, editors(case)] if case.practice and clocks.state == "good" else found


def editors(case: Case) -> Finding:
    """Whether the schemas for editors are those of this vagen and of the practice's language."""
    from vagen.edit.editors import refreshed
    from vagen.locale import catalog
    from vagen.source.glance import Glance

    if refreshed(Glance(case.root), catalog(case.language)).changes:
        says = say("editors do not know the keys, or know those of another version or language")
        return note("editors", says, "vagen schema")
    return good("editors", say("editors know the keys"))
