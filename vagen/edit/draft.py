"""The edit of a log while it is made: each step is read back by the real reader before the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from vagen.edit.asked import collisions
from vagen.edit.change import Change, Done, Edit, Verb
from vagen.edit.heading import begun
from vagen.edit.logbook import with_entry, without_entry
from vagen.edit.sheet import Sheet, Splice
from vagen.model.entry import Entry
from vagen.problems import Problem, Span, say
from vagen.source.glance import Basics, Glance, Month

_NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of a client's month: an entry that goes, one that comes, or both."""

    client: str
    month: Month
    verb: Verb
    line: str
    gone: Entry | None = None
    came: Entry | None = None

    def fits(self, after: Month) -> bool:
        """Whether the month differs from what it was in this step and in nothing else."""
        left, before = _without(after, self.came), _without(self.month, self.gone)
        return left is not None and left == before


@dataclass(slots=True)
class Draft:
    """Files as they will be, in the glance that everything is read through."""

    glance: Glance
    basics: Basics
    done: list[Done] = field(default_factory=list)
    before: dict[str, bytes | None] = field(default_factory=dict)

    def edit(self, warnings: tuple[Problem, ...] = ()) -> Edit:
        """What is to be written."""
        changes = tuple(
            Change(path, before, self.glance.new[path]) for path, before in self.before.items()
        )
        return Edit(
            changes=changes, done=tuple(self.done), problems=warnings, texts=self.glance.texts
        )

    def refused(self, *problems: Problem, typed: str = "") -> Edit:
        """Nothing is to be written."""
        return Edit(problems=problems, texts={**self.glance.texts, "": typed})

    def month(self, client: str, day: date) -> Month:
        """A month as it will be."""
        return self.glance.month(client, day, self.basics.zone)

    def around(self, on: date, *, but: Entry | None = None) -> list[Entry]:
        """Everybody's entries from the day before to the day after, in the logs of all clients."""
        days = [on + timedelta(days=number) for number in (-1, 0, 1)]
        return [
            entry
            for client in self.glance.clients()
            for entry in self.glance.days(client, days, self.basics.zone)
            if but is None or entry.at != but.at
        ]

    def add(self, client: str, entry: Entry, line: str, verb: Verb) -> list[Problem]:
        """A new line in a client's log."""
        month = self.month(client, entry.on)
        found = [*month.problems, *(() if month.problems else self._colliding(entry))]
        if found:
            return found
        data = month.page.data
        sheet = Sheet(begun(self.glance, month.page.path) if data is None else data)
        splices = with_entry(sheet, month.page.node, month.entries, entry, line)
        if not splices:
            return [by_hand(month, entry, line)]
        return self._take(_Step(client, month, verb, line, came=entry), sheet.spliced(splices))

    def retype(
        self, client: str, old: Entry, new: Entry | None, line: str, verb: Verb
    ) -> list[Problem]:
        """A line of a client's log typed anew, or taken out where `new` is None."""
        month = self.month(client, old.on)
        found = list(month.problems) or (self._colliding(new, but=old) if new else [])
        if found:
            return found
        sheet = Sheet(month.page.data or b"")
        start = sheet.offset(old.at.line, old.at.column)
        splice = Splice(start, start + old.at.width, line)
        if new is None:
            splice = without_entry(sheet, month.page.node, month.entries, old)
        step = _Step(client, month, verb, line, gone=old, came=new)
        return self._take(step, sheet.spliced([splice]))

    def _colliding(self, entry: Entry, but: Entry | None = None) -> list[Problem]:
        if entry.start_instant is None:
            return []
        return collisions(entry, self.around(entry.on, but=but))

    def _take(self, step: _Step, data: bytes) -> list[Problem]:
        """The new bytes, if the reader finds in them what was meant, and nothing else."""
        path, entry = step.month.page.path, step.came or step.gone
        assert entry is not None  # noqa: S101 - a step has at least one of the two
        earlier = self.glance.new.get(path)
        self.glance.new[path] = data
        after = self.month(step.client, entry.on)
        if after.problems or not step.fits(after):
            self.glance.new.pop(path)
            if earlier is not None:
                self.glance.new[path] = earlier
            return [by_hand(step.month, entry, step.line)]
        self.before.setdefault(path, step.month.page.data)
        at = next((one.at for one in after.entries if _bare(one) == _bare(entry)), entry.at)
        done = Done(verb=step.verb, client=step.client, at=at, entry=replace(entry, at=at))
        self.done.append(done)
        return []


def by_hand(month: Month, entry: Entry, line: str) -> Problem:
    """Refused: the file is written in a way in which no splice is certain."""
    return Problem(
        Span(month.page.path, min(entry.at.line, 1)),
        "edit-by-hand",
        say("vagen can't change this file without touching more of it; nothing was written"),
        say('type it yourself, below "{day}: |": {line}', day=entry.on.isoformat(), line=line),
    )


def _bare(entry: Entry) -> Entry:
    """An entry without its place."""
    return replace(entry, at=_NOWHERE, marks=())


def _without(month: Month, entry: Entry | None) -> list[Entry] | None:
    """The month's entries without their places, one taken out; None where it is not there."""
    entries = [_bare(one) for one in month.entries]
    if entry is None:
        return entries
    if _bare(entry) not in entries:
        return None
    entries.remove(_bare(entry))
    return entries
