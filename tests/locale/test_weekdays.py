from __future__ import annotations

from datetime import date

import pytest

from vagen.locale.weekdays import first_weekday, in_week, week, weekday, weekday_range, weekend

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@pytest.mark.parametrize(
    ("language", "width", "names"),
    [
        ("en", "long", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        ("en", "short", "Mon Tue Wed Thu Fri Sat Sun"),
        ("en", "narrow", "M T W T F S S"),
        ("he", "narrow", "ב׳ ג׳ ד׳ ה׳ ו׳ ש׳ א׳"),
    ],
)
def test_the_seven_names(language, width, names):
    assert [weekday(index, language, width) for index in range(7)] == names.split()


def test_hebrew_names_begin_with_their_day():
    assert weekday(SUN, "he") == "יום ראשון"
    assert weekday(SAT, "he") == "יום שבת"
    assert weekday(SUN, "he", "short") == "יום א׳"
    assert weekday(SAT, "he", "short") == "שבת"
    assert weekday(date(2026, 11, 23), "he") == "יום שני"


@pytest.mark.parametrize(
    ("place", "first", "rest"),
    [
        ("he", SUN, {FRI, SAT}),
        ("en", MON, {SAT, SUN}),
        ("IL", SUN, {FRI, SAT}),
        ("GB", MON, {SAT, SUN}),
        ("DE", MON, {SAT, SUN}),
        ("US", SUN, {SAT, SUN}),
        ("AE", MON, {SAT, SUN}),
        ("EG", SAT, {FRI, SAT}),
        ("IN", SUN, {SUN}),
        ("AQ", MON, {SAT, SUN}),
    ],
)
def test_where_a_week_begins_and_who_rests_when(place, first, rest):
    assert first_weekday(place) == first
    assert weekend(place) == rest
    assert week(place)[0] == first
    assert sorted(week(place)) == list(range(7))


@pytest.mark.parametrize(
    ("days", "short", "long", "hebrew", "hebrew_long"),
    [
        ((), "", "", "", ""),
        ((MON,), "Mon", "Monday", "יום ב׳", "יום שני"),
        ((SAT,), "Sat", "Saturday", "שבת", "יום שבת"),
        (range(5), "Mon–Fri", "Monday–Friday", "ימים ב׳–ו׳", "ימים שני–שישי"),
        ((0, 1, 2, 3, 6), "Sun–Thu", "Sunday–Thursday", "ימים א׳–ה׳", "ימים ראשון–חמישי"),
        (range(4), "Mon–Thu", "Monday–Thursday", "ימים ב׳–ה׳", "ימים שני–חמישי"),
        (
            (FRI, MON, WED),
            "Mon, Wed and Fri",
            "Monday, Wednesday and Friday",
            "ימים ב׳, ד׳ ו־ו׳",
            "ימים שני, רביעי ושישי",
        ),
        ((TUE, WED), "Tue and Wed", "Tuesday and Wednesday", "ימים ג׳ ו־ד׳", "ימים שלישי ורביעי"),
        ((FRI, SAT), "Fri and Sat", "Friday and Saturday", "ימים ו׳ ושבת", "ימים שישי ושבת"),
        (range(7), "Mon–Sun", "Monday–Sunday", "ימים א׳–שבת", "ימים ראשון–שבת"),
        (
            (MON, WED, THU, FRI),
            "Mon and Wed–Fri",
            "Monday and Wednesday–Friday",
            "ימים ב׳ ו־ד׳–ו׳",
            "ימים שני ו־רביעי–שישי",
        ),
        (
            (THU, FRI, SAT, SUN, MON),
            "Thu–Mon",
            "Thursday–Monday",
            "ימים ה׳–ב׳",
            "ימים חמישי–שני",
        ),
    ],
)
def test_weekdays_in_a_row_are_drawn_together(days, short, long, hebrew, hebrew_long):
    british, israeli = in_week(days, "GB"), in_week(days, "IL")
    assert weekday_range(british, "en") == short
    assert weekday_range(british, "en", "long") == long
    assert weekday_range(israeli, "he") == hebrew
    assert weekday_range(israeli, "he", "long") == hebrew_long


def test_a_list_follows_the_readers_week():
    assert weekday_range(in_week((MON, WED, SUN), "GB"), "en") == "Mon, Wed and Sun"
    assert weekday_range(in_week((MON, WED, SUN), "US"), "en") == "Sun, Mon and Wed"
    assert weekday_range(in_week((MON, WED, SUN), "IL"), "he") == "ימים א׳, ב׳ ו־ד׳"
