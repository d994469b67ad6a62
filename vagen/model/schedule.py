"""When the practice works: hours of the week, absences, holidays, blocks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from vagen.model.calendar import Day
from vagen.model.hours import Hours
from vagen.model.identifier import Id
from vagen.model.place import Country
from vagen.model.record import Record, key
from vagen.model.words import Words


class Week(Record):
    """The working hours, one key a weekday; a day that is not named is off."""

    sun: Hours = key("Sunday's hours.", seen="everyone", default=(), example="09:00-17:00")
    mon: Hours = key("Monday's hours.", seen="everyone", default=(), example="09:00-17:00")
    tue: Hours = key(
        "Tuesday's hours.", seen="everyone", default=(), example="09:00-13:00, 15:00-18:00"
    )
    wed: Hours = key("Wednesday's hours.", seen="everyone", default=())
    thu: Hours = key("Thursday's hours.", seen="everyone", default=())
    fri: Hours = key("Friday's hours.", seen="everyone", default=())
    sat: Hours = key("Saturday's hours.", seen="everyone", default=())

    def on(self, weekday: int) -> Hours:
        """The ranges of a weekday, Monday 0 to Sunday 6, as minutes from midnight."""
        by_day = (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)
        return by_day[weekday]


class Absence(Record):
    """Days on which nobody answers."""

    since: Day = key("The first day away.", seen="client", alias="from", example="2026-12-06")
    until: Day = key("The last day away.", seen="client", alias="to", example="2026-12-10")
    note: Words | None = key(
        "What clients read beside it.", seen="client", default=None, example="Urgent? Call me."
    )

    def covers(self, day: date) -> bool:
        """Whether `day` is one of the days away."""
        return self.since <= day <= self.until


class ExtraHoliday(Record):
    """A day off that no calendar knows."""

    on: Day = key("The day.", seen="client", example="2026-12-31")
    name: Words = key("What it is called.", seen="client", example="New Year's Eve")


class Holidays(Record):
    """Which public holidays are days off."""

    country: Country = key("Whose public holidays are kept.", seen="client", example="IL")
    extra: tuple[ExtraHoliday, ...] = key("Further days off.", seen="client", default=())
    off: tuple[Day, ...] = key(
        "Public holidays on which work goes on.", seen="client", default=(), example="2026-12-25"
    )


class Block(Record):
    """A block of the planned week."""

    day: Literal["sun", "mon", "tue", "wed", "thu", "fri", "sat"] = key(
        "The weekday.", seen="owner", example="mon"
    )
    at: Hours = key("From when to when.", seen="owner", example="09:00-11:00")
    client: Id | None = key("For this client.", seen="owner", default=None)
    kind: Id | None = key("For this kind of work.", seen="owner", default=None)
    label: str | None = key("Or in words.", seen="owner", default=None, example="Admin")
