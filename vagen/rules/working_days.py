"""On which days the practice works: its week, the public holidays it keeps, its absences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from vagen.model.client import Client
from vagen.model.hours import Range
from vagen.model.practice import Practice
from vagen.model.schedule import Week

OFFICE_HOURS: tuple[Range, ...] = ((9 * 60, 17 * 60),)
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_USUAL_WEEKEND = (_SATURDAY, _SUNDAY)

# Unicode CLDR 47, supplemental/weekData, where the weekend is not Saturday and Sunday.
_WEEKENDS = {
    **dict.fromkeys(
        ("BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"),
        (_FRIDAY, _SATURDAY),
    ),
    "AF": (3, _FRIDAY),
    "IR": (_FRIDAY,),
    "IN": (_SUNDAY,),
    "UG": (_SUNDAY,),
}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days without work, both ends included; `name` is in the language asked for, may be empty."""

    since: date
    until: date
    name: str


def workdays(country: str) -> tuple[int, ...]:
    """The weekdays (Monday 0) on which a country works."""
    weekend = _WEEKENDS.get(country, _USUAL_WEEKEND)
    return tuple(day for day in range(len(_DAYS)) if day not in weekend)


def office_week(country: str) -> Week:
    """09:00 to 17:00 on the workdays of a country."""
    return Week.model_validate({_DAYS[day]: OFFICE_HOURS for day in workdays(country)})


def practice_week(practice: Practice) -> Week:
    """The practice's working hours; office hours where it states none."""
    return practice.hours if _states_any(practice.hours) else office_week(practice.country)


def client_week(client: Client) -> Week:
    """The client's working hours; office hours where none are stated."""
    stated = client.hours is not None and _states_any(client.hours)
    return client.hours if client.hours and stated else office_week(client.country)


def _states_any(week: Week) -> bool:
    return any(week.on(weekday) for weekday in range(len(_DAYS)))


def holidays_kept(
    practice: Practice, since: date, until: date, language: str = "en"
) -> tuple[DayOff, ...]:
    """The public and the extra holidays that the practice keeps, a row a day, in order.

    Names are in `language` where the calendar of the country knows it, else in English.
    """
    kept = practice.holidays
    if kept is None:
        return ()
    named = {
        day: name
        for year in range(since.year, until.year + 1)
        for day, name in _public(kept.country, year, language).items()
        if day not in kept.off
    }
    named |= {one.on: one.name.within(language) for one in kept.extra}
    return tuple(
        DayOff(day, day, name) for day, name in sorted(named.items()) if since <= day <= until
    )


def public_holidays(
    country: str, since: date, until: date, language: str = "en"
) -> tuple[DayOff, ...]:
    """A country's public holidays, a row a day, in order; none where no calendar knows it."""
    try:
        found = [
            DayOff(day, day, name)
            for year in range(since.year, until.year + 1)
            for day, name in _public(country, year, language).items()
        ]
    except NotImplementedError:
        return ()
    return tuple(sorted((one for one in found if since <= one.since <= until), key=_first_day))


def _first_day(off: DayOff) -> tuple[date, str]:
    return off.since, off.name


@cache
def _public(country: str, year: int, language: str) -> dict[date, str]:
    import holidays

    known = holidays.country_holidays(country).supported_languages
    # A language that the calendar does not know would be taken for the one of this machine.
    chosen = next((one for one in (language, "en_US") if one in known), None)
    return dict(holidays.country_holidays(country, years=year, language=chosen))


def days_off(
    practice: Practice, since: date, until: date, language: str = "en"
) -> tuple[DayOff, ...]:
    """Absences, and the holidays that fall on a working day, from `since` to `until`, in order.

    Neighbouring days of one name are one row; an absence is named by its note and swallows the
    holidays within it.
    """
    away = [
        DayOff(one.since, one.until, one.note.within(language) if one.note else "")
        for one in practice.away
        if one.since <= until and one.until >= since
    ]
    week = practice_week(practice)
    kept = [
        one
        for one in holidays_kept(practice, since, until, language)
        if week.on(one.since.weekday())
        and not any(absence.since <= one.since <= absence.until for absence in away)
    ]
    return tuple(sorted([*away, *_joined(kept)], key=lambda one: (one.since, one.until)))


def _joined(days: list[DayOff]) -> Iterator[DayOff]:
    waiting: DayOff | None = None
    for day in days:
        follows = waiting and waiting.until + timedelta(days=1) == day.since
        if waiting and follows and waiting.name == day.name:
            waiting = DayOff(waiting.since, day.until, day.name)
            continue
        if waiting:
            yield waiting
        waiting = day
    if waiting:
        yield waiting


def is_workday(practice: Practice, day: date) -> bool:
    """Whether a day is in the practice's working week and no holiday that it keeps."""
    works = practice_week(practice).on(day.weekday())
    return bool(works) and not holidays_kept(practice, day, day)


def answers(practice: Practice, day: date) -> bool:
    """Whether the practice is to be had on a day: not away, and no holiday that it keeps."""
    away = any(absence.covers(day) for absence in practice.away)
    return not away and not holidays_kept(practice, day, day)


def is_business_day(practice: Practice, day: date) -> bool:
    """Whether the practice works on a day: in its week, no holiday that it keeps, not away."""
    return is_workday(practice, day) and answers(practice, day)


def business_days(practice: Practice, since: date, until: date) -> tuple[date, ...]:
    """The days from `since` to `until`, both included, on which the practice works."""
    days = (since + timedelta(days=number) for number in range((until - since).days + 1))
    return tuple(day for day in days if is_business_day(practice, day))
