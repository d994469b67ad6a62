from __future__ import annotations

from datetime import date, timedelta

import pytest

from vagen.locale.days import day, day_count, days_from_to, month, relative

MONDAY = date(2026, 11, 23)
EARLY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("width", "english", "hebrew"),
    [
        ("long", "23 November 2026", "23 בנובמבר 2026"),
        ("medium", "23 Nov 2026", "23 בנוב׳ 2026"),
        ("numeric", "23 Nov 2026", "23.11.2026"),
        ("short", "23 Nov", "23.11"),
        ("day_month", "23 November", "23 בנובמבר"),
        ("day_mon", "23 Nov", "23 בנוב׳"),
        ("weekday", "Monday, 23 November 2026", "יום שני, 23 בנובמבר 2026"),
        ("weekday_day", "Monday, 23 November", "יום שני, 23 בנובמבר"),
        ("weekday_short", "Mon 23 Nov", "יום ב׳, 23.11"),
        ("month", "November 2026", "נובמבר 2026"),
    ],
)
def test_a_day_at_every_width(width, english, hebrew):
    assert day(MONDAY, "en", width) == english
    assert day(MONDAY, "he", width) == hebrew


def test_days_before_the_tenth_have_a_nought_only_among_digits():
    assert day(EARLY, "en", "numeric") == "3 Dec 2026"
    assert day(EARLY, "he", "numeric") == "03.12.2026"
    assert day(EARLY, "he") == "3 בדצמבר 2026"


def test_saturday_in_hebrew():
    assert day(date(2026, 11, 28), "he", "weekday") == "יום שבת, 28 בנובמבר 2026"
    assert day(date(2026, 11, 28), "he", "weekday_short") == "שבת, 28.11"


def test_the_twelve_months():
    names = [month(date(2026, number, 1), "en")[:3] for number in range(1, 13)]
    assert " ".join(names) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    assert [month(date(2026, number, 1), "he") for number in (1, 3, 5, 8)] == [
        "ינואר 2026",
        "מרץ 2026",
        "מאי 2026",
        "אוגוסט 2026",
    ]


RANGES = [
    (
        date(2026, 12, 6),
        date(2026, 12, 10),
        {
            "long": ("6–10 December 2026", "6–10 בדצמבר 2026"),
            "medium": ("6–10 Dec 2026", "6–10 בדצמ׳ 2026"),
            "numeric": ("6–10 Dec 2026", "06.12–10.12.2026"),
            "short": ("6–10 Dec", "06.12–10.12"),
            "day_month": ("6–10 December", "6–10 בדצמבר"),
            "day_mon": ("6–10 Dec", "6–10 בדצמ׳"),
        },
    ),
    (
        date(2026, 11, 28),
        date(2026, 12, 3),
        {
            "long": ("28 November – 3 December 2026", "28 בנובמבר – 3 בדצמבר 2026"),
            "medium": ("28 Nov – 3 Dec 2026", "28 בנוב׳ – 3 בדצמ׳ 2026"),
            "numeric": ("28 Nov – 3 Dec 2026", "28.11–03.12.2026"),
            "short": ("28 Nov – 3 Dec", "28.11–03.12"),
            "day_month": ("28 November – 3 December", "28 בנובמבר – 3 בדצמבר"),
            "day_mon": ("28 Nov – 3 Dec", "28 בנוב׳ – 3 בדצמ׳"),
        },
    ),
    (
        date(2026, 12, 28),
        date(2027, 1, 3),
        {
            "long": ("28 December 2026 – 3 January 2027", "28 בדצמבר 2026 – 3 בינואר 2027"),
            "medium": ("28 Dec 2026 – 3 Jan 2027", "28 בדצמ׳ 2026 – 3 בינו׳ 2027"),
            "numeric": ("28 Dec 2026 – 3 Jan 2027", "28.12.2026–03.01.2027"),
            "short": ("28 Dec – 3 Jan", "28.12–03.01"),
            "day_month": ("28 December – 3 January", "28 בדצמבר – 3 בינואר"),
        },
    ),
    (
        date(2026, 11, 3),
        date(2027, 11, 9),
        {"long": ("3 November 2026 – 9 November 2027", "3 בנובמבר 2026 – 9 בנובמבר 2027")},
    ),
    (
        MONDAY,
        MONDAY,
        {
            "long": ("23 November 2026", "23 בנובמבר 2026"),
            "numeric": ("23 Nov 2026", "23.11.2026"),
        },
    ),
]


@pytest.mark.parametrize(
    ("first", "last", "width", "expected"),
    [
        (first, last, width, both)
        for first, last, widths in RANGES
        for width, both in widths.items()
    ],
)
def test_a_range_says_shared_parts_once(first, last, width, expected):
    said = tuple(days_from_to(first, last, language, width) for language in ("en", "he"))
    assert said == expected


@pytest.mark.parametrize(
    ("distance", "english", "hebrew"),
    [
        (-100, "100 days ago", "לפני 100 יום"),
        (-11, "11 days ago", "לפני 11 יום"),
        (-10, "10 days ago", "לפני 10 ימים"),
        (-3, "3 days ago", "לפני 3 ימים"),
        (-2, "2 days ago", "לפני יומיים"),
        (-1, "yesterday", "אתמול"),
        (0, "today", "היום"),
        (1, "tomorrow", "מחר"),
        (2, "in 2 days", "בעוד יומיים"),
        (7, "in 7 days", "בעוד 7 ימים"),
        (30, "in 30 days", "בעוד 30 יום"),
    ],
)
def test_how_far_a_day_is(distance, english, hebrew):
    then = MONDAY + timedelta(days=distance)
    assert (relative(then, MONDAY, "en"), relative(then, MONDAY, "he")) == (english, hebrew)


@pytest.mark.parametrize(
    ("n", "english", "hebrew"),
    [
        (0, "0 days", "0 ימים"),
        (1, "1 day", "יום אחד"),
        (2, "2 days", "יומיים"),
        (3, "3 days", "3 ימים"),
        (10, "10 days", "10 ימים"),
        (11, "11 days", "11 יום"),
        (12, "12 days", "12 יום"),
        (1200, "1,200 days", "1,200 יום"),
    ],
)
def test_a_number_of_days(n, english, hebrew):
    assert (day_count(n, "en"), day_count(n, "he")) == (english, hebrew)
