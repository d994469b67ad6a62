from datetime import date

import holidays
import pytest

from tests.pages.practice import client, practice
from vagen.locale.places import countries
from vagen.rules import working_days
from vagen.rules.working_days import (
    business_days,
    client_week,
    days_off,
    holidays_kept,
    is_business_day,
    practice_week,
    public_holidays,
    workdays,
)

D = date.fromisoformat


@pytest.mark.parametrize(
    ("country", "days"),
    [("IL", (0, 1, 2, 3, 6)), ("GB", (0, 1, 2, 3, 4)), ("IR", (0, 1, 2, 3, 5, 6))],
)
def test_workdays_of_a_country(country, days):
    assert workdays(country) == days


def test_hours_that_nobody_stated_are_office_hours():
    week = client_week(client(country="GB"))
    assert week.on(4) == ((540, 1020),)
    assert week.on(5) == ()
    assert practice_week(practice(hours={})).on(6) == ((540, 1020),)
    assert client_week(client(hours={"sat": "10:00-12:00"})).on(5) == ((600, 720),)


@pytest.mark.parametrize(
    ("language", "names"), [("en", ["Rosh Hashanah"] * 2), ("he", ["ראש השנה"] * 2)]
)
def test_holidays_are_named_in_the_readers_language(language, names):
    whose = practice(holidays={"country": "IL"})
    found = holidays_kept(whose, D("2026-09-01"), D("2026-09-15"), language)
    assert [one.name for one in found] == names
    assert [one.since for one in found] == [D("2026-09-12"), D("2026-09-13")]


@pytest.mark.parametrize("machine", ["", "th", "de_DE.UTF-8", "C"])
@pytest.mark.parametrize(
    ("country", "language", "name"),
    [("DE", "he", "Christmas Day"), ("GB", "en", "Christmas Day"), ("GB", "he", "Christmas Day")],
)
def test_names_of_holidays_owe_nothing_to_the_language_of_the_machine(
    monkeypatch, machine, country, language, name
):
    monkeypatch.setenv("LANGUAGE", machine)
    christmas = date(2031, 12, 25)
    working_days._public.cache_clear()
    found = public_holidays(country, christmas, christmas, language)
    working_days._public.cache_clear()
    assert [one.name for one in found] == [name]


def test_extra_holidays_and_those_worked_on():
    whose = practice(
        holidays={
            "country": "GB",
            "extra": [{"on": "2026-12-31", "name": "New Year's Eve"}],
            "off": ["2026-12-25"],
        }
    )
    found = holidays_kept(whose, D("2026-12-20"), D("2027-01-01"))
    assert [one.since.isoformat() for one in found] == [
        "2026-12-26",
        "2026-12-28",
        "2026-12-31",
        "2027-01-01",
    ]


def test_days_off_are_absences_and_the_holidays_of_working_days():
    whose = practice(
        holidays={"country": "IL"},
        away=[
            {"from": "2026-09-20", "to": "2026-09-22", "note": {"en": "Urgent? Call me."}},
            {"from": "2026-08-01", "to": "2026-08-10"},
        ],
    )
    found = days_off(whose, D("2026-09-01"), D("2026-10-31"))
    # 12 September and both days of Sukkot are Saturdays; Yom Kippur is within the absence.
    assert [(one.since, one.until, one.name) for one in found] == [
        (D("2026-09-13"), D("2026-09-13"), "Rosh Hashanah"),
        (D("2026-09-20"), D("2026-09-22"), "Urgent? Call me."),
    ]


def test_neighbouring_days_of_one_name_are_one():
    whose = practice(holidays={"country": "IL"})
    found = days_off(whose, D("2027-09-25"), D("2027-10-10"))
    assert (found[0].since, found[0].until) == (D("2027-10-03"), D("2027-10-03"))
    named = {"country": "IL", "extra": [{"on": f"2027-06-0{n}", "name": "Move"} for n in (6, 7)]}
    moved = days_off(practice(holidays=named), D("2027-06-01"), D("2027-06-09"))
    assert [(one.since, one.until) for one in moved] == [(D("2027-06-06"), D("2027-06-07"))]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-09-11", False),  # Friday
        ("2026-09-13", False),  # Rosh Hashanah
        ("2026-09-14", True),
        ("2026-09-20", False),  # away
    ],
)
def test_business_days(day, works):
    whose = practice(holidays={"country": "IL"}, away=[{"from": "2026-09-20", "to": "2026-09-20"}])
    assert is_business_day(whose, D(day)) is works
    assert (D(day) in business_days(whose, D("2026-09-10"), D("2026-09-21"))) is works


def test_every_country_that_can_be_typed_has_a_calendar():
    assert set(countries()) <= set(holidays.list_supported_countries(include_aliases=False))
