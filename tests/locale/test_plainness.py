"""Whatever is formatted is plain text: no marks of direction, no hyphen for a minus."""

from __future__ import annotations

import re
from datetime import date, time
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from vagen.locale.currencies import currencies, currency_sign
from vagen.locale.days import RangeWidth, Width, day, day_count, days_from_to, relative
from vagen.locale.lists import join
from vagen.locale.money import amount, money
from vagen.locale.numbers import number, percent, quantity
from vagen.locale.places import city, countries, country_name, zones
from vagen.locale.times import clock, clock_range, hours, hours_words
from vagen.locale.weekdays import weekday, weekday_range

LANGUAGES = st.sampled_from(["en", "he"])
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
SUMS = st.decimals(-(10**12), 10**12, places=2)
MINUTES = st.integers(-100_000, 100_000)

MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u202f]")
HYPHEN_MINUS = re.compile(r"-\W*\d")


def assert_plain(*texts: str) -> None:
    for text in texts:
        assert text
        assert text == text.strip()
        assert not MARKS.search(text), ascii(text)
        assert not HYPHEN_MINUS.search(text), text


@given(LANGUAGES, DAYS, DAYS)
def test_days(language, one, other):
    first, last = sorted((one, other))
    assert_plain(*(day(one, language, width) for width in get_args(Width)))
    assert_plain(*(days_from_to(first, last, language, width) for width in get_args(RangeWidth)))
    assert_plain(relative(one, other, language), day_count((last - first).days, language))


@given(LANGUAGES, SUMS, st.sampled_from(currencies()))
def test_sums(language, value, currency):
    assert_plain(amount(value, currency, language), money(value, currency, language))
    assert_plain(money(value, currency, language, short=True), currency_sign(currency))
    assert_plain(number(value, language), quantity(value, language), percent(value, language))


@given(LANGUAGES, MINUTES, st.times(), st.times())
def test_times(language, minutes, one, other):
    assert_plain(hours(minutes), hours_words(minutes, language))
    assert_plain(clock(one), clock_range(min(one, other), max(one, other)))


@given(LANGUAGES, st.sets(st.integers(0, 6), min_size=1))
def test_weekdays(language, days):
    for width in ("long", "short"):
        text = weekday_range(days, language, width)
        assert_plain(text)
        names = [weekday(index, language, width).removeprefix("יום ") for index in days]
        assert len(names) > 2 or all(name in text for name in names)


def test_names_of_places():
    for language in ("en", "he"):
        assert_plain(*(country_name(code, language) for code in countries()))
        cities = [city(zone, language) for zone in zones() if not zone.startswith("Etc/")]
        assert not [one for one in cities if MARKS.search(one)]
    assert_plain(clock(time(0)), join(["א", "ב"], "he"))
