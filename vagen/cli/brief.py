"""The parts of `vagen today` in their order: a heading each, and rows or a sentence below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vagen.cli.rows import Row, Voice
from vagen.locale.days import day
from vagen.problems import say
from vagen.rules.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and what stands below it."""

    heading: str
    rows: tuple[Row, ...] = ()
    sentence: str = ""


def title(brief: Briefing, voice: Voice) -> str:
    """The day; and, of the day that it is, what the clocks show here and with the clients."""
    told = day(brief.today, voice.language, "weekday")
    if not voice.live:
        return told
    mine = voice.words.gettext("{time} here").format(time=voice.moment(brief.now, voice.zone))
    theirs = (voice.there(brief.now, zone) for zone in brief.zones)
    return " · ".join([told, ", ".join([mine, *theirs])])


def parts(brief: Briefing, voice: Voice) -> Iterator[Part]:
    """All there is to tell, the most pressing first; what is empty is mostly left out."""
    words = voice.words
    if voice.live:
        yield from _part(words.gettext("The timer runs"), map(voice.timer, brief.running))
    calls, first = map(voice.call, brief.calls), map(voice.task, brief.first)
    yield Part(words.gettext("Calls"), tuple(calls), _calls(brief, voice))
    nothing = "" if brief.first else words.gettext("Nothing of yours presses.")
    yield Part(words.gettext("What matters now"), tuple(first), nothing)
    yield from _part(words.gettext("Waits for you"), map(voice.for_me, brief.for_me))
    yield from _part(words.gettext("Waits for others"), map(voice.for_others, brief.for_others))
    until = day(brief.until, voice.language, "weekday_short")
    heading = words.gettext("Also due by {day}").format(day=until)
    yield from _part(heading, map(voice.task, brief.coming))
    yield from _part(words.gettext("Retainers running low"), map(voice.pace, brief.low))
    yield from _part(words.gettext("Days off"), map(voice.absent, brief.absences))


def _part(heading: str, rows: Iterable[Row]) -> Iterator[Part]:
    found = tuple(rows)
    if found:
        yield Part(heading, found)


def _calls(brief: Briefing, voice: Voice) -> str:
    """What is said of calls on a day without any."""
    if brief.calls:
        return ""
    today, then = say("No calls today."), say("No calls on this day.")
    none = (today if voice.live else then).spoken(voice.words)
    return f"{none} {voice.following(brief.following)}" if brief.following else none
